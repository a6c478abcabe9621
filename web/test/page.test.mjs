/** What the compiler cannot see: placeholders of the dictionaries, and what a page weighs for whom. */
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { load } from '../dev/source.mjs';

const root = join(fileURLToPath(new URL('.', import.meta.url)), '..');
const traders = ['src/trader/traderwords'];
const officers = ['src/gate/deskwords', ...traders];
/**
 * What a user waits for before working: gzipped bytes, the screens that are loaded lazily, their words in one language.
 * The design allows a trader 130 kB, an officer 170 kB, a driver 100 kB; a budget below is what was reached, and a little.
 */
const firstLoads = {
  trader: { budget: 126_000, words: traders, screens: ['src/trader/trader.tsx'] },
  /** A trader who has something to be told, or looks at a vehicle that is here: after the page stands. */
  told: { budget: 131_000, words: traders, screens: ['src/trader/trader.tsx', 'src/trader/passage.tsx'] },
  /** A trader who makes a link for the driver: with the page of one registration. */
  linking: { budget: 132_000, words: traders, screens: ['src/trader/trader.tsx', 'src/trader/beside.tsx'] },
  /** A trader who plans how goods change vehicles, on the same page. */
  planning: { budget: 138_000, words: traders, screens: ['src/trader/trader.tsx', 'src/trader/beside.tsx', 'src/trader/handing.tsx'] },
  /** A trader who pays, and looks what became of it. */
  paying: { budget: 138_000, words: traders, screens: ['src/trader/trader.tsx', 'src/trader/invoices.tsx', 'src/trader/paypage.tsx'] },
  /** A trader who is told beforehand what a trip costs. */
  quoting: { budget: 132_000, words: traders, screens: ['src/trader/trader.tsx', 'src/trader/quote.tsx'] },
  /** Whoever holds a driver's link, on a phone at the gate. */
  driver: { budget: 95_000, screens: ['src/driver/driver.tsx'] },
  /** From the rows of a firm's own spreadsheet, whose columns are called in whatever language. */
  lots: { budget: 140_000, words: traders, inAll: true, screens: ['src/trader/trader.tsx', 'src/trader/lot.tsx'] },
  road: { budget: 102_000, words: ['src/road/roadwords'], screens: ['src/road/road.tsx', 'src/orders.tsx'] },
  signing: { budget: 95_000, screens: ['src/sign/signin.tsx', 'src/sign/person.tsx'] },
  /** An officer who looks at the reports of a day: after the desk stands. */
  reports: { budget: 140_000, words: officers, screens: ['src/desk/desk.tsx', 'src/desk/queued.tsx', 'src/overview/reports.tsx'] },
  /** An operator who looks after accounts: after the desk stands. */
  people: { budget: 143_000, words: [...officers, 'src/people/peoplewords'], screens: ['src/desk/desk.tsx', 'src/desk/queued.tsx', 'src/people/page.tsx', 'src/people/people.tsx'] },
  /** Who runs a yard. */
  yard: { budget: 150_000, words: officers, screens: ['src/desk/desk.tsx', 'src/file/load.tsx', 'src/file/turn.tsx', 'src/desk/yard.tsx', 'src/desk/queued.tsx'] },
  /** Whoever looks at the vehicles whose goods change, or works on them. */
  changing: { budget: 142_000, words: [...officers, 'src/desk/changingwords'], screens: ['src/desk/desk.tsx', 'src/desk/queued.tsx', 'src/desk/changing.tsx', 'src/desk/changeboard.tsx'] },
  /** Whoever collects fees: after the desk stands. */
  cashier: { budget: 147_000, words: [...officers, 'src/money/moneywords'], screens: ['src/desk/desk.tsx', 'src/desk/queued.tsx', 'src/money/cashier.tsx', 'src/money/cashboard.tsx'] },
  /** Whoever looks at statistics: after the desk stands. */
  statistics: { budget: 140_000, words: [...officers, 'src/statistics/statwords'], screens: ['src/desk/desk.tsx', 'src/desk/queued.tsx', 'src/statistics/statistics.tsx', 'src/statistics/figures.tsx'] },
  officer: { budget: 155_000, words: officers, screens: ['src/desk/desk.tsx', 'src/file/load.tsx', 'src/file/turn.tsx', 'src/file/entry.tsx', 'src/desk/papers.tsx', 'src/desk/trips.tsx', 'src/desk/handover.tsx', 'src/desk/queued.tsx'] },
};

const everyLanguage = ['vi', 'zh', 'en'];

/** The words of the screens that load one language, all three of it. */
const inFiles = async (name) =>
  Object.fromEntries(await Promise.all(everyLanguage.map(async (language) => [language, (await load(`${name}.${language}.ts`)).default])));

async function inFolder(work) {
  const folder = mkdtempSync(join(tmpdir(), 'clearway-web-'));
  try {
    await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('every language says every word with the same placeholders', async () => {
  const { dictionary, languages } = await load('words.ts');
  const deskDictionary = await inFiles('gate/deskwords');
  const { passageDictionary } = await load('passagewords.ts');
  const traderDictionary = await inFiles('trader/traderwords');
  const roadDictionary = await inFiles('road/roadwords');
  const { orderDictionary } = await load('orderwords.ts');
  const { signDictionary } = await load('sign/signwords.ts');
  const { noticeDictionary } = await load('trader/noticewords.ts');
  const { linkDictionary } = await load('trader/linkwords.ts');
  const { driverDictionary } = await load('driver/driverwords.ts');
  const { reportDictionary } = await load('overview/reportwords.ts');
  const { yardDictionary } = await load('desk/yardwords.ts');
  const peopleDictionary = await inFiles('people/peoplewords');
  const changingDictionary = await inFiles('desk/changingwords');
  const { changeDictionary } = await load('changewords.ts');
  const { handingDictionary } = await load('trader/handingwords.ts');
  const { chargeDictionary } = await load('chargewords.ts');
  const moneyDictionary = await inFiles('money/moneywords');
  const statDictionary = await inFiles('statistics/statwords');
  const { invoiceDictionary } = await load('trader/invoicewords.ts');
  for (const words of [statDictionary, invoiceDictionary, chargeDictionary, moneyDictionary, handingDictionary, changeDictionary, changingDictionary, peopleDictionary, yardDictionary, reportDictionary, linkDictionary, driverDictionary, dictionary, deskDictionary, passageDictionary, traderDictionary, roadDictionary, orderDictionary, signDictionary, noticeDictionary]) complete(words, languages);
  const common = { ...dictionary.vi, ...passageDictionary.vi };
  const twice = [...Object.keys(deskDictionary.vi), ...Object.keys(roadDictionary.vi), ...Object.keys(signDictionary.vi), ...Object.keys(yardDictionary.vi), ...Object.keys(peopleDictionary.vi), ...Object.keys(changingDictionary.vi), ...Object.keys(changeDictionary.vi), ...Object.keys(moneyDictionary.vi), ...Object.keys(chargeDictionary.vi)].filter((word) => Object.hasOwn(common, word));
  twice.push(...Object.keys(passageDictionary.vi).filter((word) => Object.hasOwn(dictionary.vi, word)));
  twice.push(...Object.keys(noticeDictionary.vi).filter((word) => Object.hasOwn(passageDictionary.vi, word)));
  const told = { ...common, ...orderDictionary.vi };
  twice.push(...Object.keys(driverDictionary.vi).filter((word) => Object.hasOwn(told, word)));
  assert.deepEqual(twice, [], 'an officer hears each word from one dictionary');
});

/** The same words in every language, none empty, the Chinese ones Chinese. */
function complete(dictionary, languages) {
  const keys = Object.keys(dictionary.vi);
  const holes = (text) => [...new Set(text.match(/\{\d\}/g) ?? [])].sort().join();
  for (const language of languages) {
    const table = dictionary[language];
    assert.deepEqual(Object.keys(table), keys, `${language}: the words stand in one order`);
    for (const key of keys) {
      assert.notEqual(table[key].trim(), '', `${language}.${key} is empty`);
      assert.equal(holes(table[key]), holes(dictionary.vi[key]), `${language}.${key}`);
      assert.doesNotMatch(table[key].replace(/\{(\d|here|there)\}/g, ''), /[{}]/, `${language}.${key} has a hole that nothing fills`);
    }
  }
  for (const key of keys) {
    if (!/^\{\d\}[^\p{L}]*$/u.test(dictionary.zh[key])) {
      assert.match(dictionary.zh[key], /\p{Script=Han}/u, `zh.${key} is not Chinese`);
    }
  }
}

test('every case kind has its name and what to do, every word in use is a word', async () => {
  const { dictionary } = await load('words.ts');
  const deskDictionary = await inFiles('gate/deskwords');
  const officers = { ...dictionary.vi, ...deskDictionary.vi };
  const description = JSON.parse(readFileSync(join(root, '../src/main/resources/openapi.json'), 'utf8'));
  const { CaseKind, Role, Direction, CrossingState } = description.components.schemas;
  for (const kind of CaseKind.enum) {
    assert.ok(officers[kind] && officers[`${kind}_DO`], kind);
  }
  for (const code of [...Role.enum, ...Direction.enum, ...CrossingState.enum]) {
    assert.ok(officers[code], code);
  }
});

/** What no officer's screen can be answered, and why not; STALE is no sentence but a second look. */
const notAnswered = {
  STALE: 'what was amended is shown, and the word given again',
  STEP_NOT_OPEN: 'no screen asks for a step that is not asked of a load',
  RULE_NOT_IN_FORCE: 'a device confirms by rule',
  OBSERVATION_MISSING: 'a device confirms by rule',
  NO_SUCH_KEY: 'an amendment voids keys',
  NOT_WITHOUT_PAPERS: 'papers find their vehicle by themselves',
  NOT_GONE: 'the tick forgets what has gone',
  NOT_LATE: 'a deadline names who is late',
  NO_TRIP: 'leaving opens a trip',
  ACTOR_UNKNOWN: 'an operator looks after people',
  APPROVAL_NEEDED: 'an operator looks after people',
  COMPANY_FIXED: 'an operator looks after people',
  ROLE_RESERVED: 'an operator looks after people',
  ID_IN_USE: 'the page makes its ids',
};

test('every refusal that an officer can meet has its sentence: what is the matter, what to do', async () => {
  const deskDictionary = await inFiles('gate/deskwords');
  const rooms = ['clearance', 'crossing'].flatMap((room) => readdirSync(join(root, `../src/main/java/io/clearway/${room}`)).map((file) => `${room}/${file}`));
  const codes = new Set(['BAD_INPUT', 'NOT_FOUND', 'DENIED']);
  for (const file of [...rooms, 'authority/AuthorityRules.java', 'authority/HandOver.java', 'kernel/Said.java']) {
    const source = readFileSync(join(root, '../src/main/java/io/clearway', file), 'utf8');
    for (const [, code] of source.matchAll(/"([A-Z][A-Z_]+)",\s*"[A-Z]+-\d+"/g)) codes.add(code);
  }
  for (const code of Object.keys(notAnswered)) assert.ok(codes.delete(code), `${code} is refused no more`);
  assert.ok(codes.size >= 35, `${codes.size} refusals`);
  const said = Object.keys(deskDictionary.vi).filter((word) => /^no[A-Z_]+$/.test(word)).map((word) => word.slice(2));
  assert.deepEqual([...codes].filter((code) => !said.includes(code)), [], 'these have no sentence');
  assert.deepEqual(said.filter((code) => !codes.has(code)), ['EXPIRED'], 'nobody refuses so; what expired the page says itself');
});

test('every refusal of a transshipment that a yard or customs can meet has its sentence', async () => {
  const { vi } = await inFiles('desk/changingwords');
  const source = readFileSync(join(root, '../src/main/java/io/clearway/transshipment/TransshipmentRules.java'), 'utf8');
  const codes = new Set([...source.matchAll(/"([A-Z][A-Z_]+)",\s*"T-\d+"/g)].map(([, code]) => code));
  assert.ok(codes.size >= 11, `${codes.size} refusals`);
  const said = Object.keys(vi).filter((word) => /^no[A-Z_]+$/.test(word)).map((word) => word.slice(2));
  assert.deepEqual(said.sort(), [...codes].sort());
});

test('every refusal of a plan that a trader can meet has its sentence', async () => {
  const { vi } = (await load('trader/handingwords.ts')).handingDictionary;
  const source = readFileSync(join(root, '../src/main/java/io/clearway/transshipment/Planning.java'), 'utf8');
  const codes = new Set([...source.matchAll(/"([A-Z][A-Z_]+)",\s*"T-\d+"/g)].map(([, code]) => code));
  assert.ok(codes.size >= 9, `${codes.size} refusals`);
  const said = Object.keys(vi).filter((word) => /^no[A-Z_]+$/.test(word)).map((word) => word.slice(2));
  assert.deepEqual(said.sort(), [...codes, 'TRANSSHIPMENT_UNKNOWN'].sort());
});

test('every condition of a transshipment has its words', async () => {
  const { vi } = (await load('changewords.ts')).changeDictionary;
  const source = readFileSync(join(root, '../src/main/java/io/clearway/transshipment/Eligibility.java'), 'utf8');
  const named = [...source.matchAll(/"((?:SOURCE_|_)?[A-Z][A-Z_]+)"/g)].map(([, word]) => word.replace(/^SOURCE_|^_|_$/g, '')).filter((word) => word !== '' && word !== 'SOURCE' && word !== 'RECEIVER');
  const conditions = [...new Set([...named, 'VEHICLE'])];
  assert.ok(conditions.length >= 11, conditions.join());
  assert.deepEqual(conditions.filter((word) => !Object.hasOwn(vi, `miss${word}`)), []);
});

test('every refusal that an operator can meet has its sentence', async () => {
  const { vi } = await inFiles('people/peoplewords');
  const codes = new Set(['DENIED', 'BAD_INPUT']);
  for (const file of ['authority/AuthorityRules.java', 'authority/ScopeRules.java', 'link/api/ActorActions.java']) {
    const source = readFileSync(join(root, '../src/main/java/io/clearway', file), 'utf8');
    for (const [, code] of source.matchAll(/(?:(?:refuse|no|Refusal\.of)\(\s*|409, )"([A-Z][A-Z_]+)"/g)) codes.add(code);
  }
  assert.ok(codes.size >= 18, `${codes.size} refusals`);
  const said = Object.keys(vi).filter((word) => /^no[A-Z_]+$/.test(word)).map((word) => word.slice(2));
  assert.deepEqual(said.sort(), [...codes].sort());
});

test('every field of a registration has a name, a field of the program or none', () => {
  const program = readFileSync(join(root, '../src/main/java/io/clearway/registration/Field.java'), 'utf8');
  const fields = [...new Set([...program.matchAll(/\bof\(\s*"([^"]+)"/g)].map((match) => match[1]))];
  const page = readFileSync(join(root, 'src/gate/fields.ts'), 'utf8');
  const named = [...page.matchAll(/^ {2}'?([\w.[\]]+)'?: (?:trader|word)\('/gm)].map((match) => match[1]);
  assert.ok(fields.length > 60);
  assert.deepEqual(named.sort(), fields.sort());
});

test('messages of the stream are read as the standard says', async () => {
  globalThis.document ??= { querySelector: () => null };
  const { parse } = await load('stream.ts');
  assert.deepEqual(parse(['event: tick', 'id: 7', 'data: {"a"', 'data: :1}']), { event: 'tick', id: '7', data: '{"a"\n:1}' });
  assert.equal(parse([': here']), null);
});

/** The page, and every file that a chunk needs before it runs: what it imports, their styles. */
function neededBy(chunks, manifest) {
  const files = new Set(['index.html']);
  const visit = (name) => {
    const chunk = manifest[name];
    assert.ok(chunk, `${name} is built as a chunk of its own`);
    if (files.has(chunk.file)) return;
    [chunk.file, ...(chunk.css ?? [])].forEach((file) => files.add(file));
    (chunk.imports ?? []).forEach(visit);
  };
  chunks.forEach(visit);
  return [...files];
}

test('what each user loads first stays within its budget', () =>
  inFolder(async (folder) => {
    await build({ root, logLevel: 'error', build: { outDir: folder, emptyOutDir: true, manifest: 'manifest.json' } });
    const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
    const weigh = (file) => gzipSync(readFileSync(join(folder, file))).length;
    const total = (files) => files.map(weigh).reduce((sum, weight) => sum + weight, 0);
    const inLanguage = (words, language) =>
      words.map((name) => {
        const chunk = manifest[`${name}.${language}.ts`];
        assert.ok(chunk, `${name} in ${language} is a file of its own`);
        return chunk.file;
      });
    const loads = Object.entries(firstLoads).map(([user, { budget, screens, words = [], inAll = false }]) => {
      const files = neededBy(['index.html', ...screens], manifest);
      const said = everyLanguage.map((language) => inLanguage(words, language));
      const heard = said.map(total);
      const sum = total(files) + (inAll ? heard.reduce((all, one) => all + one) : Math.max(...heard));
      return { user, budget, sum, files: [...files, ...said.flat()], others: files.filter((file) => said.flat().includes(file)) };
    });
    for (const { user, others } of loads) assert.deepEqual(others, [], `${user} loads words whatever the language`);
    for (const { user, budget, files, sum } of loads) {
      console.log(`gzip, ${user}: ${sum} of ${budget} bytes in ${files.length} files`);
    }
    for (const { user, budget, sum } of loads) assert.ok(sum <= budget, `${user}: ${sum} bytes`);
    for (const { user, files } of loads) {
      const others = Object.keys(firstLoads).flatMap((other) => firstLoads[other].screens).filter((screen) => !firstLoads[user].screens.includes(screen));
      for (const screen of others) assert.ok(!files.includes(manifest[screen].file), `${user} does not load ${screen}`);
    }
    const built = Object.values(manifest).flatMap(({ file, css = [] }) => [file, ...css]);
    assert.deepEqual(built.filter((file) => !loads.some(({ files }) => files.includes(file))), [], 'every file is weighed');
    assert.ok(!readFileSync(join(folder, 'index.html'), 'utf8').match(/<script(?![^>]*src=)/), 'no script inside the page: the server forbids it');
  }));

/** Said by the machine, worked out of other fields, or another way of saying one of them. */
const notAsked = [
  'id', 'via', 'synthetic', 'createdAt', 'gateName', 'totalWeightTonnes', 'goodsGroups[].weightKg', 'vehicles[].goodsKg', 'vehicles[].grossKg',
  'vehicles[].plateNormalised', 'vehicles[].coDriverName', 'quarantine.medicalRequired', 'quarantine.plantRequired', 'quarantine.animalRequired',
];

/** Which rooms a room may use besides what lies in src itself: the arrows go one way. */
const arrows = {
  desk: ['money', 'statistics', 'people', 'file', 'overview', 'gate'],
  money: ['gate'],
  statistics: ['gate'],
  people: ['gate'],
  file: ['gate'],
  overview: ['gate'],
  gate: ['trader'],
  trader: ['registration', 'driver'],
  registration: [],
  driver: [],
  road: [],
  sign: [],
};

test('every room of the screens uses only rooms below it', () => {
  const src = join(root, 'src');
  const rooms = readdirSync(src, { withFileTypes: true }).filter((one) => one.isDirectory()).map((one) => one.name);
  assert.deepEqual(rooms.sort(), Object.keys(arrows).sort());
  const order = Object.keys(arrows);
  for (const room of rooms) {
    for (const other of arrows[room]) assert.ok(order.indexOf(other) > order.indexOf(room), `${room} stands above ${other}`);
    for (const name of readdirSync(join(src, room))) {
      const used = [...readFileSync(join(src, room, name), 'utf8').matchAll(/'\.\.\/([a-z]+)\//g)].map(([, other]) => other);
      assert.deepEqual(used.filter((other) => !arrows[room].includes(other)), [], `${room}/${name}`);
    }
  }
});

test('no letter is a command: keys are F-keys, Enter, Escape and arrows', () => {
  const letter = /\b(?:code|key)\s*===?\s*['"](?:Key)?[A-Za-z]['"]|\baccessKey\b|<kbd>[^<]*\b[A-Za-z]\s*<\/kbd>/;
  const found = readdirSync(join(root, 'src'), { recursive: true }).filter((name) => /\.tsx?$/.test(name) && letter.test(readFileSync(join(root, 'src', name), 'utf8')));
  assert.deepEqual(found, []);
  for (const bad of ["event.code === 'KeyK'", 'event.key === "s"', '<kbd>Ctrl K</kbd>']) assert.match(bad, letter);
  for (const fine of ["event.key === 'F3'", "event.key === 'Enter'", '<kbd>Ctrl</kbd>']) assert.doesNotMatch(fine, letter);
});

test('whatever a registration may hold, the form has a field for it', async () => {
  const { keys, placeOf } = await load('registration/fields.ts');
  const { schemas } = JSON.parse(readFileSync(join(root, '../src/main/resources/openapi.json'), 'utf8')).components;
  const leaves = (schema, path) => {
    if (schema.$ref) return leaves(schemas[schema.$ref.split('/').pop()], path);
    if (schema.oneOf) return leaves(schema.oneOf[0], path);
    if (schema.items?.$ref) return leaves(schema.items, `${path}[]`);
    if (!schema.properties) return [path];
    return Object.entries(schema.properties).flatMap(([name, one]) => leaves(one, path === '' ? name : `${path}.${name}`));
  };
  const places = keys.map((key) => placeOf(key).replace(/\[\d+\]/g, '[]'));
  assert.deepEqual([...new Set(places)].sort(), places.sort(), 'no two fields are one');
  assert.deepEqual(leaves(schemas.RegistrationSubmission, '').filter((path) => !notAsked.includes(path)).sort(), places);
});
