/**
 * The agencies' work in a real browser against a test double of the server: the list, the file of a load,
 * several in one act, what is said offline, the yard and the sheet.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { clean, device, doubled, officer, root, skip, tab, text } from '../dev/browser.mjs';
import { makeDay, serve } from '../dev/stub.mjs';

const BARRIER = JSON.parse(readFileSync(join(root, '../src/main/resources/sites/lang-son.json'), 'utf8')).procedure.barriers[0].step;

/** At the work list, or elsewhere. */
const open = async (token, { lang = 'vi', width, height, at = '#/work', wait = '#work tbody tr', quiet, ...options } = {}) =>
  officer(await doubled(serve, options), token, { lang, width, height, at, wait, quiet });

const shown = (page) => page.locator('#work tbody tr:not(.space)').evaluateAll((rows) => rows.map((row) => row.id.replace('work-', '')));
const selected = async (page) => (await page.locator('#work tr[aria-selected=true]').getAttribute('id')).replace('work-', '');
const posts = (seen) => seen.posts.map(({ rest, body }) => [rest.replace(/^\/\w+\/[^/]+/, ''), body]);

/** Until a row of such a step is selected, by the arrow keys alone. */
async function goTo(page, want) {
  await page.focus('#work');
  await page.keyboard.press('Home');
  for (let i = 0; i < 120; i++) {
    const id = await selected(page);
    if (await want(id)) return id;
    await page.keyboard.press('ArrowDown');
  }
  throw new Error('no such row');
}

test('each of the eight agencies sees what is asked of it, and nothing else', { skip }, async () => {
  for (const [token, agency] of [['customs', 'CUSTOMS'], ['guard', 'BORDER_GUARD'], ['medical', 'MEDICAL_QUARANTINE'], ['plant', 'PLANT_QUARANTINE'], ['station', 'TRANSPORT_STATION'], ['board', 'MANAGEMENT_BOARD']]) {
    const { page, close, loads } = await open(token, { lang: 'en', height: 4000 });
    const turn = loads.list(new URLSearchParams(`agency=${agency}&limit=1000`)).items.filter((load) => load.lines.some((line) => line.since && line.status !== 'OPEN'));
    assert.deepEqual((await shown(page)).sort(), turn.map((load) => load.registration).sort(), agency);
    await close();
  }
  for (const token of ['animal', 'police']) {
    const { page, close } = await open(token, { lang: 'en', wait: '[data-empty]' });
    assert.match(await text(page, '[data-empty]'), /appears here by itself/);
    await close();
  }
  const reader = await open('look', { at: '#/', wait: '#vehicles' });
  assert.equal(await reader.page.locator('nav a[href="#/work"]').count(), 0, 'who works on nothing has no list');
  await reader.close();
});

test('what is due first is on top; late is a shape, a digit and a colour; both waits stand there', { skip }, async () => {
  const { page, close, loads } = await open('plant', { lang: 'en', height: 4000 });
  const due = Object.fromEntries(loads.list(new URLSearchParams('agency=PLANT_QUARANTINE&limit=1000')).items.map((load) => [load.registration, load.lines[0].due]));
  const dues = (await shown(page)).map((id) => Date.parse(due[id]));
  assert.ok(dues.length > 5);
  assert.deepEqual(dues, [...dues].sort((a, b) => a - b));
  const late = page.locator('#work tbody tr', { has: page.locator('.w-due.p1') }).first();
  assert.equal(await late.locator('.w-due.p1 .mark text').textContent(), '1');
  assert.match(await late.locator('.w-ours').innerText(), /\d+′/);
  await page.locator('.filters button', { hasText: 'Overdue' }).click();
  assert.equal(await page.locator('#work .w-due:not(.p1)').count(), 0);
  await close();
});

test('a green vehicle is let go with two keys, and an arrow leads to the next one', { skip }, async () => {
  const { page, close, seen, loads, papers } = await open('customs', { green: 12 });
  const id = await goTo(page, (one) => loads.file(loads.planOf(one)).unmet.join() === BARRIER);
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.id === 'confirm-step');
  await page.keyboard.press('Enter');
  await page.waitForSelector('[data-done=done]');
  assert.deepEqual(posts(seen), [['/confirmations', { step: BARRIER, version: papers.held.get(id).version }]]);
  assert.equal(loads.file(loads.planOf(id)).mayLeave, true);
  assert.equal(await page.locator('#work tr[aria-selected=true]').count(), 0, 'none is chosen by itself');
  await page.waitForFunction((gone) => !document.getElementById(`work-${gone}`), id);
  await page.waitForFunction(() => document.activeElement?.id === 'work');
  const next = (await page.locator('#work tr[data-next]').getAttribute('id')).replace('work-', '');
  assert.notEqual(next, id);
  await page.keyboard.press('ArrowDown');
  assert.equal(await selected(page), next, 'the arrow leads to it, not past it');
  await close();
});

test('whoever goes on pressing Enter confirms one vehicle and opens no other', { skip }, async () => {
  for (const [lang, hint, pause] of [['vi', /xe tiếp theo/, 0], ['zh', /下一辆/, 40], ['en', /next vehicle/, 400]]) {
    const { page, close, seen, loads } = await open('customs', { lang, green: 12 });
    const id = await goTo(page, (one) => loads.file(loads.planOf(one)).unmet.join() === BARRIER);
    for (let i = 0; i < 400 && seen.posts.length === 0; i++) {
      await page.keyboard.press('Enter');
      await page.waitForTimeout(pause);
    }
    for (let i = 0; i < 12; i++) {
      await page.keyboard.press('Enter');
      await page.waitForTimeout(pause);
    }
    await page.waitForSelector('[data-done=done]');
    await page.waitForFunction(() => document.activeElement?.id === 'work');
    for (let i = 0; i < 8; i++) await page.keyboard.press('Enter');
    await page.keyboard.down('Enter');
    for (let i = 0; i < 5; i++) await page.keyboard.down('Enter');
    await page.keyboard.up('Enter');
    await page.waitForTimeout(300);
    assert.deepEqual(seen.posts.map(({ rest }) => rest), [`/loads/${id}/confirmations`], lang);
    assert.equal(await page.evaluate(() => location.hash), '#/work', 'no other file is open');
    assert.match(await text(page, '[data-done=done]'), hint);
    await page.keyboard.press('F3');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    assert.equal(seen.posts.length, 1, 'nor by way of an empty search');
    assert.equal(await page.evaluate(() => location.hash), '#/work');
    await clean(page, `at rest ${lang}`);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.id === 'confirm-step');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => location.hash === '#/work');
    assert.equal(seen.posts.length, 2, 'chosen by an arrow, two keys are enough again');
    await close();
  }
});

test('on a slow machine no key is lost: the second one counts as soon as the button is there', { skip }, async () => {
  const { page, close, seen, loads } = await open('customs', { green: 12 });
  await goTo(page, (one) => loads.file(loads.planOf(one)).unmet.join() === BARRIER);
  const slow = await page.context().newCDPSession(page);
  await slow.send('Emulation.setCPUThrottlingRate', { rate: 16 });
  for (let i = 1; i <= 4; i++) {
    await page.waitForFunction(() => document.activeElement?.id === 'work');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.id === 'confirm-step');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#confirm-step', { state: 'detached' });
    assert.equal(posts(seen).length, i);
    await page.waitForFunction(() => document.activeElement?.id === 'work');
    await page.keyboard.press('ArrowDown');
  }
  await close();
});

test('from the key to what is saved, with 500 rows', { skip }, async () => {
  const plans = makeDay({ count: 680, seed: 11 });
  for (const plan of plans) Object.assign(plan, { gateLeftAt: Infinity, yardLeftAt: Infinity });
  const { page, close, loads } = await open('customs', { plans, green: 500 });
  const total = loads.list(new URLSearchParams('agency=CUSTOMS&limit=1000')).total;
  assert.ok(total >= 500, `${total} rows`);
  await page.evaluate(() => {
    globalThis.times = [];
    let pressed = 0;
    addEventListener('keydown', (event) => event.key === 'Enter' && document.activeElement?.id === 'confirm-step' && (pressed = performance.now()), true);
    new MutationObserver(() => {
      if (pressed > 0 && document.querySelector('[data-done=done]')) {
        globalThis.times.push(performance.now() - pressed);
        pressed = 0;
      }
    }).observe(document.body, { childList: true, subtree: true });
  });
  await page.focus('#work');
  await page.keyboard.press('Home');
  for (let i = 1; i <= 40; i++) {
    await page.waitForFunction(() => document.activeElement?.id === 'work');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.id === 'confirm-step');
    await page.keyboard.press('Enter');
    await page.waitForFunction((many) => globalThis.times.length === many, i).catch(async () => assert.fail(`${i}: ${await text(page, 'main')}`));
    await page.waitForFunction(() => document.activeElement?.id === 'work');
    await page.keyboard.press('ArrowDown');
  }
  const times = (await page.evaluate(() => globalThis.times)).sort((a, b) => a - b);
  console.log(`key to saved, ${total} rows, 40 words: median ${Math.round(times[20])} ms, p95 ${Math.round(times[37])} ms, worst ${Math.round(times[39])} ms`);
  await close();
});

test('a word that a device gave names its rule, which agency authorised it, and what was seen', { skip }, async () => {
  for (const [lang, said] of [['vi', /quy tắc Đo thân nhiệt bằng máy do Kiểm dịch y tế cho phép; ghi nhận thermal\/[A-Z]+\/\d+/], ['zh', /卫生检疫授权的规则 热成像测温；记录 thermal/], ['en', /rule Temperature taken by a thermal camera that Medical quarantine authorised; seen thermal/]]) {
    const { page, close, loads } = await open('customs', { lang, height: 4000 });
    const id = (await shown(page)).find((one) => loads.of(loads.planOf(one)).tasks.MEDICAL_CHECK.byRule);
    await page.locator(`#work-${id} button`).first().click();
    await page.locator('.load-panel .segments button').last().click();
    assert.match(await text(page, '[data-line=MEDICAL_CHECK]'), said);
    await clean(page, `by rule ${lang}`);
    await close();
  }
});

test('what is missing is said in words, and the barrier does not open', { skip }, async () => {
  const { page, close, seen, loads } = await open('customs', { lang: 'en', green: 12, quiet: false });
  const id = await goTo(page, (one) => loads.file(loads.planOf(one)).unmet.join() === BARRIER);
  await page.keyboard.press('Enter');
  await page.waitForSelector('#confirm-step');
  const { plan } = { plan: loads.planOf(id) };
  const load = loads.of(plan);
  load.holds.push({ hold: 1, agency: 'BORDER_GUARD', kind: 'ORDER', at: new Date().toISOString(), by: 'x', lifters: ['BORDER_GUARD'] });
  load.tasks.MEDICAL_CHECK.status = 'REFUSED';
  await page.keyboard.press('Enter');
  await page.waitForSelector('[data-refused=NOT_RELEASABLE]');
  const said = await text(page, '[data-refused]');
  assert.match(said, /Not everything is done/);
  assert.match(said, /Medical quarantine/);
  assert.match(said, /hold by Border guard/);
  assert.equal(load.tasks[BARRIER].status, 'REQUIRED');
  assert.equal(seen.posts.length, 1);
  await close();
});

test('amended after it was seen: nothing is recorded, what was amended is named, the second word counts', { skip }, async () => {
  for (const [lang, say] of [['vi', 'Chì hải quan'], ['zh', '海关封志'], ['en', 'Customs seal']]) {
    const { page, close, seen, loads, papers } = await open('customs', { lang, green: 12, quiet: false });
    const id = await goTo(page, (one) => loads.file(loads.planOf(one)).unmet.join() === BARRIER);
    const { row } = { row: loads.planOf(id) };
    await page.keyboard.press('Enter');
    await page.waitForSelector('#confirm-step');
    papers.held.get(id).form.vehicles[0].customsSealNumber = 'VNSYN9999900';
    Object.assign(papers.held.get(id), { version: 1, provenance: [{ field: 'vehicles[].customsSealNumber', version: 1, at: new Date().toISOString() }], amended: [['vehicles[].customsSealNumber']] });
    await page.keyboard.press('Enter');
    await page.waitForSelector('[data-stale]');
    assert.match(await text(page, '[data-stale]'), new RegExp(say));
    assert.equal(loads.of(row).tasks[BARRIER].status, 'REQUIRED');
    await page.waitForFunction(() => document.activeElement?.id === 'confirm-step');
    await page.keyboard.press('Enter');
    await page.waitForSelector('[data-done=done]');
    assert.deepEqual(posts(seen).map(([, body]) => body.version), [0, 1]);
    await close();
  }
});

test('a colleague was faster: Enter never lands on a step, or on anything, that was not looked at', { skip }, async () => {
  const { page, close, seen, loads, papers } = await open('customs', { lang: 'en', green: 12 });
  const id = await goTo(page, (one) => loads.file(loads.planOf(one)).unmet.join() === BARRIER);
  const load = loads.of(loads.planOf(id));
  const colleague = (step) => assert.equal(loads.act({ officerOf: 'CUSTOMS' }, `/loads/${id}/confirmations`, { step, version: papers.held.get(id).version })[0], 200);
  Object.assign(load.tasks.CUSTOMS_CLEARANCE, { status: 'REQUIRED', at: undefined });
  load.rev++;
  await page.keyboard.press('Enter');
  await page.locator('#confirm-step:focus', { hasText: 'Customs clearance' }).waitFor();
  await page.locator('.lines tbody tr').first().waitFor();
  colleague('CUSTOMS_CLEARANCE');
  const moved = page.locator('[data-step-moved]', { hasText: 'it was Customs clearance' });
  await moved.waitFor();
  await page.keyboard.press('Enter');
  await moved.waitFor({ state: 'detached' });
  assert.deepEqual(seen.posts, [], 'the first Enter after that only takes note');
  colleague(BARRIER);
  await page.waitForSelector('#confirm-step', { state: 'detached' });
  await page.waitForFunction(() => document.activeElement?.matches('.load-tools'));
  await page.keyboard.press('Enter');
  assert.equal(await page.locator('dialog[open]').count(), 0);
  assert.deepEqual(seen.posts, []);
  await page.keyboard.press('ArrowRight');
  assert.match(await page.evaluate(() => document.activeElement.textContent), /F9/);
  await close();
});

test('F3 goes into the search of every list that has one, and the next word is sought', { skip }, async () => {
  const { page, close } = await open('customs', { lang: 'en' });
  for (const [at, wait] of [['#/work', '#work tbody tr'], ['#/papers', '#waiting tbody tr'], ['#/', '#vehicles tbody tr']]) {
    await page.evaluate((hash) => (location.hash = hash), at);
    await page.waitForSelector(wait);
    await page.keyboard.press('F3');
    await page.waitForFunction(() => document.activeElement?.matches('input[type=search]'));
    await page.keyboard.type('no such plate');
    await page.waitForSelector(wait, { state: 'detached' });
    await page.keyboard.press('F3');
    await page.keyboard.press('Delete');
    await page.waitForSelector(wait);
  }
  await close();
});

test('on a narrow telephone nothing of the work list is cut, lies on something else, or takes another line', { skip }, async () => {
  for (const lang of ['vi', 'zh', 'en']) {
    const { page, close } = await open('station', { lang, width: 375, height: 812 });
    const [language, me] = await Promise.all(['header .segments:not(nav)', 'header .me'].map((one) => page.locator(one).first().boundingBox()));
    assert.ok(Math.abs(language.y + language.height / 2 - me.y - me.height / 2) < 8, `${lang}: who it is stands beside the language`);
    const wrong = await page.locator('#work tbody tr:not(.space)').evaluateAll((rows) =>
      rows.flatMap((row) => {
        const cells = [...row.cells].filter((cell) => !cell.matches('.w-mark')).map((cell) => [cell, cell.getBoundingClientRect()]);
        const cut = cells.filter(([cell]) => !cell.matches('.w-goods') && cell.scrollWidth > cell.clientWidth + 1).map(([cell]) => `cut: ${cell.innerText}`);
        const over = cells.flatMap(([one, a], i) => cells.slice(i + 1).filter(([, b]) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1).map(([other]) => `over: ${one.className} ${other.className}`));
        const patched = cells.filter(([cell]) => getComputedStyle(cell).backgroundColor !== 'rgba(0, 0, 0, 0)').map(([cell]) => `patch: ${cell.className}`);
        return [...cut, ...over, ...patched];
      }),
    );
    assert.deepEqual(wrong, [], lang);
    await close();
  }
});

test('a question goes on about what was seen when it was asked', { skip }, async () => {
  const { page, close, seen, loads, papers } = await open('customs', { lang: 'en', green: 12, quiet: false });
  const id = await goTo(page, (one) => loads.file(loads.planOf(one)).unmet.join() === BARRIER);
  const load = loads.of(loads.planOf(id));
  Object.assign(load.tasks.CUSTOMS_CLEARANCE, { status: 'REQUIRED', at: undefined });
  load.rev++;
  await page.keyboard.press('Enter');
  await page.locator('#confirm-step:focus', { hasText: 'Customs clearance' }).waitFor();
  await page.getByRole('button', { name: 'Refuse' }).click();
  const title = await text(page, 'dialog[open] h2');
  assert.match(title, /Customs clearance/);
  assert.equal(loads.act({ officerOf: 'CUSTOMS' }, `/loads/${id}/confirmations`, { step: 'CUSTOMS_CLEARANCE', version: papers.held.get(id).version })[0], 200);
  await page.locator('#confirm-step:not(:has-text("Customs clearance"))').waitFor();
  assert.equal(await text(page, 'dialog[open] h2'), title);
  await page.keyboard.type('The papers name other goods.');
  await page.locator('dialog[open] button[type=submit]').click();
  await page.waitForSelector('.outcome');
  assert.deepEqual(posts(seen).map(([what, body]) => [what, body.step]), [['/refusals', 'CUSTOMS_CLEARANCE']]);
  await close();
});

test('a list is worked through without a mouse: held, lifted, refused, inspected, put into a channel', { skip }, async () => {
  const { page, close, seen, loads } = await open('customs', { lang: 'en' });
  const id = await goTo(page, (one) => loads.planOf(one).gate === 'HN' && loads.file(loads.planOf(one)).state === 'IN_YARD');
  const load = loads.of(loads.planOf(id));
  await page.keyboard.press('Enter');
  await page.waitForSelector('.lines tbody tr');
  const answered = (word) => page.locator('[data-done=done]', { hasText: word }).waitFor();

  await page.keyboard.press('F9');
  await page.waitForSelector('dialog[open]');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await answered('Hold: recorded');
  assert.deepEqual(load.holds.map(({ kind, lifters }) => [kind, lifters]), [['DANGER', ['CUSTOMS']]]);
  await page.locator('[data-hold]').waitFor();
  await page.waitForFunction(() => document.activeElement?.matches('.load-tools'));
  for (let i = 0; i < 3; i++) await page.keyboard.press('Enter');
  assert.deepEqual(posts(seen).map(([rest]) => rest), ['/holds'], 'who holds it and goes on pressing Enter confirms nothing');

  await page.keyboard.press('F4');
  await page.waitForSelector('dialog[open]');
  assert.deepEqual(await page.locator('dialog label').allInnerTexts(), ['Opened in a bay · Huu Nghi inspection bays', 'X-ray scan · Huu Nghi scanner', 'Sampling and test · Huu Nghi inspection bays']);
  assert.equal(await page.locator('dialog input:checked').count(), 0, 'nothing is chosen where there is a choice');
  await page.keyboard.press('Enter');
  await page.locator('dialog .wrong').waitFor();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await answered('Open an inspection');
  assert.deepEqual(load.inspection.booked.map(({ means, place }) => [means, place]), [['BAY', 'HN_BAYS'], ['XRAY', 'HN_SCAN']]);
  await page.locator('#root', { hasText: 'Under way at Huu Nghi inspection bays, Huu Nghi scanner' }).waitFor();
  await page.locator('[aria-label="Inspection"] li', { hasText: /X-ray scan no result yet\s*Huu Nghi scanner, number 1 in line, booked/ }).waitFor();

  await page.waitForFunction(() => [...document.querySelectorAll('.load-tools button')].some((one) => one.innerText.startsWith('Record a result')));
  for (const outcome of ['CLEAN', 'FAULT']) {
    await page.waitForFunction(() => document.activeElement?.closest('.load-tools') !== null);
    await page.keyboard.press('F4');
    await page.waitForSelector('dialog[open]');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    if (outcome === 'FAULT') {
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
    }
    await page.keyboard.press('Enter');
    await answered('Record a result');
    await page.waitForFunction((many) => document.querySelectorAll('[aria-label="Inspection"] [data-found]').length === many, outcome === 'CLEAN' ? 1 : 2);
  }
  assert.deepEqual(load.inspection.results.map((one) => one.outcome), ['CLEAN', 'FAULT']);
  assert.equal(load.holds.length, 2, 'what is wrong holds the load');

  const tool = async (name) => {
    await page.waitForFunction(() => document.activeElement?.closest('.load-tools') !== null);
    for (let i = 0; i < 8 && !(await page.evaluate(() => document.activeElement?.textContent ?? '')).startsWith(name); i++) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    if (name !== 'Confirm after all') await page.waitForSelector('dialog[open]');
  };
  for (const left of [1, 0]) {
    await tool('Lift');
    if ((await page.locator('dialog textarea').count()) > 0) {
      // What takes two officers is not sent without the reason of the first.
      await page.keyboard.press('Enter');
      await page.locator('dialog .wrong', { hasText: 'Say why' }).waitFor();
      await page.keyboard.type('The danger is over.');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await page.waitForFunction((many) => document.querySelectorAll('[data-hold]').length === many, left);
  }
  assert.deepEqual(load.holds, []);
  await tool('Customs channel');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await answered('Customs channel');
  assert.equal(load.channel, loads.file(loads.planOf(id)).channel);
  await tool('Refuse');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.locator('dialog .wrong', { hasText: 'Say why' }).waitFor();
  await page.keyboard.type('The papers name other goods.');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await answered('Refuse');
  const refused = seen.posts.at(-1);
  assert.deepEqual([refused.rest.split('/').at(-1), refused.body.note], ['refusals', 'The papers name other goods.']);
  assert.equal(await page.locator('#confirm-step').count(), 0, 'Enter pressed once more does not undo it');
  await tool('Confirm after all');
  await page.waitForSelector('[data-done]');
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => document.activeElement?.id === 'work');
  assert.deepEqual([seen.posts.at(-1).rest.split('/').at(-1), seen.posts.at(-1).body.step], ['confirmations', refused.body.step]);
  await page.waitForFunction(() => document.activeElement?.id === 'work');
  await close();
});

test('whoever is not on turn reads why and for whom it waits, before the word and after it', { skip }, async () => {
  for (const [lang, waits, missing, refuse] of [
    ['vi', /Chưa tới lượt Hải quan. Còn chờ: .*Kiểm dịch thực vật/, /Còn thiếu:[\s\S]*Kiểm dịch thực vật/, 'Không chấp thuận'],
    ['zh', /尚未轮到海关。还在等：.*植物检疫/, /尚缺：[\s\S]*植物检疫/, '不予同意'],
    ['en', /Not yet the turn of Customs. It waits for: .*Plant quarantine/, /Still missing:[\s\S]*Plant quarantine/, 'Refuse'],
  ]) {
    const { page, close, loads } = await open('customs', { lang, quiet: false });
    await page.locator('.filters button').nth(1).click();
    const id = await goTo(page, (one) => loads.file(loads.planOf(one)).lines.some((line) => line.step === 'CUSTOMS_CLEARANCE' && line.before?.includes('PLANT_CHECK')) && !loads.file(loads.planOf(one)).lines.some((line) => line.agency === 'CUSTOMS' && line.since));
    await page.keyboard.press('Enter');
    await page.waitForSelector('[data-early]');
    assert.match(await text(page, '[data-early]'), waits);
    assert.match(await text(page, '[data-line=CUSTOMS_CLEARANCE] .line-before'), /Kiểm dịch thực vật|植物检疫|Plant quarantine/);
    await clean(page, `early ${lang}`);
    if (process.env.PICTURES) await page.screenshot({ path: join(process.env.PICTURES, `early-${lang}.png`) });
    // A word that may be given early says so before it is given.
    await page.getByRole('button', { name: refuse, exact: true }).click();
    assert.match(await text(page, 'dialog[open]'), waits);
    await page.keyboard.press('Escape');
    // What was on turn when it was looked at may be out of turn when the word comes.
    const load = loads.of(loads.planOf(id));
    Object.assign(load.tasks.PLANT_CHECK, { status: 'CONFIRMED', at: new Date(0).toISOString() });
    load.rev++;
    await page.waitForSelector('#confirm-step');
    load.tasks.PLANT_CHECK.status = 'REQUIRED';
    await page.locator('#confirm-step').click();
    assert.match(await text(page, '[data-refused=STEP_NOT_READY]'), missing);
    await close();
  }
});

test('what an inspection left in doubt does not read as done, in words and in shape', { skip }, async () => {
  for (const [lang, act, heading, next] of [
    ['vi', 'Ghi kết quả (Còn nghi vấn)', 'Còn nghi vấn sau khi kiểm hóa tại', 'mở kiểm hóa lại'],
    ['zh', '记录结果 (仍存疑)', '查验后仍存疑', '请再次查验'],
    ['en', 'Record a result (In doubt)', 'In doubt after the inspection at', 'inspect it again'],
  ]) {
    const { page, close, loads } = await open('plant', { lang });
    const id = await goTo(page, (one) => loads.planOf(one).gate === 'HN' && loads.file(loads.planOf(one)).state === 'IN_YARD' && !loads.file(loads.planOf(one)).inspection);
    const plant = (rest, body) => loads.act({ officerOf: 'PLANT_QUARANTINE' }, `/loads/${id}/${rest}`, body);
    assert.equal(plant('inspections', { bookings: [{ means: 'BAY', place: 'HN_BAYS' }, { means: 'SAMPLING', place: 'HN_BAYS' }] })[0], 200);
    assert.equal(plant('inspection-results', { means: 'BAY', outcome: 'CLEAN' })[0], 200);
    await page.keyboard.press('Enter');
    await page.waitForSelector('#inspect');
    await page.keyboard.press('F4');
    await page.locator('dialog input[value=DOUBT]').check();
    await page.keyboard.press('Enter');
    const said = page.locator('.outcome.p2[data-done=doubt]', { hasText: act });
    await said.waitFor();
    assert.ok((await said.innerText()).includes(next), 'what to do about it');
    assert.equal(await said.locator('.mark').count(), 1);
    const part = page.locator('[data-inspected=DOUBT]', { hasText: heading });
    await part.waitFor();
    assert.equal(await part.locator('.mark').count(), 1, 'a shape beside the words');
    assert.deepEqual(await page.locator('.load-part .in-doubt').evaluateAll((lines) => lines.map((one) => getComputedStyle(one).borderLeftStyle)), ['dashed'], 'one of the two results');
    assert.equal(await page.evaluate(() => document.activeElement?.className), 'load-tools', 'an Enter too many confirms nothing');
    await page.locator('.load-panel .segments button').last().click();
    const line = page.locator('[data-line=INSPECTION_PLANT_QUARANTINE]');
    assert.equal(await line.locator('.in-doubt .mark').count(), 1);
    assert.equal(await line.getAttribute('data-done'), null, 'it is not among what is done');
    assert.doesNotMatch(await line.innerText(), /Đã xác nhận|已确认|Confirmed/);
    await clean(page, `in doubt ${lang}`);
    if (process.env.PICTURES) await page.screenshot({ path: join(process.env.PICTURES, `doubt-${lang}.png`) });
    await close();
  }
});

test('a vehicle is turned to another gate by keyboard, and let pass after all', { skip }, async () => {
  const { page, close, seen, loads, clock } = await open('customs', { lang: 'en', quiet: false });
  const id = await goTo(page, (one) => loads.file(loads.planOf(one)).state === 'IN_YARD');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.lines tbody tr');
  const tool = async (name) => {
    await page.waitForFunction(() => document.activeElement?.closest('.load-tools') !== null);
    for (let i = 0; i < 9 && !(await page.evaluate(() => document.activeElement?.textContent ?? '')).startsWith(name); i++) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
  };
  await tool('Turn back');
  await page.waitForSelector('dialog[open]');
  assert.equal(await page.locator('dialog input:checked').count(), 0, 'nothing is chosen for the officer');
  await page.keyboard.press('Enter');
  await page.locator('dialog .wrong', { hasText: 'Choose why' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.locator('dialog .wrong', { hasText: 'Choose where' }).waitFor();
  assert.deepEqual(seen.posts, [], 'nothing is said before both are chosen');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForSelector('[data-turned=OTHER_SIDE]');
  const said = posts(seen).at(-1);
  assert.equal(said[1].reason, 'OTHER_SIDE');
  assert.match(said[1].to, /^[A-Z]+$/);
  assert.match(await text(page, '[data-turned]'), /Sent to gate .+The other side does not take it/);
  assert.match(await text(page, '.file-head'), /Sent to gate [A-Z][a-z]/, 'by its name, not its code');
  assert.doesNotMatch(await text(page, '.load-leave'), /Still missing|leave/i, 'it goes without releases');
  const load = loads.of(loads.planOf(id));
  load.holds.push({ hold: 99, agency: 'PLANT_QUARANTINE', kind: 'DOUBT', at: new Date(clock()).toISOString(), by: 'desk', lifters: ['PLANT_QUARANTINE'] });
  load.rev++;
  await page.locator('.load-leave li', { hasText: 'hold by Plant quarantine' }).waitFor();
  assert.equal(await page.locator('.load-leave li').count(), 1, 'who holds it, and nothing of what is not released');
  load.holds.pop();
  load.rev++;
  await page.locator('.load-leave li').waitFor({ state: 'detached' });
  await tool('Let it pass');
  await page.waitForSelector('[data-turned]', { state: 'detached' });
  assert.deepEqual(posts(seen).at(-1)[1], {});
  await close();
});

test('a vehicle that nobody registered is turned back from its file, by keyboard, and let pass after all', { skip }, async () => {
  for (const [lang, label, why] of [['vi', 'Quay đầu', 'chỉ có thể quay về'], ['zh', '掉头', '只能返回'], ['en', 'Turn back', 'it can only go back']]) {
    const { page, close, seen, plans, clock } = await open('guard', { lang, width: lang === 'vi' ? 390 : 1440 });
    const ghost = plans.find((plan) => plan.ghost && plan.arrivedAt < clock());
    await page.evaluate((id) => (location.hash = `#/crossings/${id}`), ghost.id);
    const focused = (name) => page.waitForFunction((one) => document.activeElement?.textContent === one, name);
    await focused(label);
    await page.keyboard.press('Enter');
    await page.waitForSelector('dialog[open]');
    assert.ok((await text(page, 'dialog')).includes(why));
    assert.equal(await page.locator('dialog [name=to]').count(), 0, 'without papers it is sent nowhere');
    await clean(page, `turn ${lang}`);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForSelector('[data-turned=REFUSED]');
    assert.deepEqual([seen.posts.at(-1).rest, seen.posts.at(-1).body], [`/crossings/${ghost.id}/turnings`, { reason: 'REFUSED' }]);
    await clean(page, `turned ${lang}`);
    await focused({ vi: 'Cho đi tiếp', zh: '准予继续通行', en: 'Let it pass' }[lang]);
    await page.keyboard.press('Enter');
    await page.waitForSelector('[data-turned]', { state: 'detached' });
    assert.deepEqual(seen.posts.at(-1).body, {});
    await focused(label);
    await close();
  }
  const yard = await open('yard', { at: '#/', wait: '#vehicles' });
  await yard.page.evaluate((id) => (location.hash = `#/crossings/${id}`), yard.plans.find((plan) => plan.ghost && plan.arrivedAt < yard.clock()).id);
  await yard.page.waitForSelector('.timeline tbody tr');
  assert.equal(await yard.page.locator('.turn-panel').count(), 0, 'who may not is not asked');
  await yard.close();
});

test('an officer says that a vehicle has left, and when, by keyboard', { skip }, async () => {
  const hanoi = (time) => new Date(time + 7 * 3_600_000).toISOString().slice(11, 16);
  for (const [lang, label, wrong, refused] of [
    ['vi', 'Xe đã rời đi', 'Ghi giờ như 16:40', 'xem lại giờ'],
    ['zh', '车辆已离开', '请按 16:40', '请核对时间'],
    ['en', 'It has left', 'like 16:40', 'look at the time again'],
  ]) {
    const { page, close, seen, plans, clock } = await open('guard', { lang, width: lang === 'vi' ? 390 : 1440, quiet: false });
    const ghost = plans.find((plan) => plan.ghost && plan.arrivedAt < clock());
    await page.evaluate((id) => (location.hash = `#/crossings/${id}`), ghost.id);
    const button = page.locator('.turn-panel .load-tools button', { hasText: label });
    await button.waitFor();
    const say = async (time) => {
      await button.focus();
      await page.keyboard.press('Enter');
      await page.waitForSelector('dialog[open]');
      await page.waitForFunction(() => document.activeElement?.getAttribute('name') === 'clock');
      await clean(page, `left ${lang}`);
      await page.keyboard.press('Enter');
      await page.locator('dialog .wrong', { hasText: wrong }).waitFor();
      await page.keyboard.type(time);
      await page.keyboard.press('Enter');
    };
    await say('26:90');
    await page.locator('dialog .wrong', { hasText: wrong }).waitFor();
    assert.deepEqual(seen.posts, [], 'nothing is said of a time that is none');
    await page.keyboard.press('Escape');
    await page.waitForSelector('dialog', { state: 'detached' });
    await say(hanoi(ghost.arrivedAt - 60_000));
    await page.locator('.turn-panel', { hasText: refused }).waitFor();
    assert.equal(Date.parse(seen.posts.at(-1).body.occurredAt) < ghost.arrivedAt, true);
    await say(hanoi(clock()));
    await page.waitForFunction(() => document.querySelector('.turn-panel') === null);
    assert.equal(seen.posts.at(-1).rest, `/crossings/${ghost.id}/leavings`);
    assert.ok(Math.abs(Date.parse(seen.posts.at(-1).body.occurredAt) - clock()) < 60_000, 'now');
    await close();
  }
  const { page, close, seen, loads, clock } = await open('customs', { lang: 'en' });
  await goTo(page, (one) => loads.file(loads.planOf(one)).state === 'IN_YARD');
  await page.keyboard.press('Enter');
  await page.locator('.load-tools button', { hasText: 'It has left' }).focus();
  await page.keyboard.press('Enter');
  await page.waitForSelector('dialog[open]');
  await page.keyboard.type(hanoi(clock()));
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.querySelector('.load-tools') === null);
  assert.match(seen.posts.at(-1).rest, /^\/crossings\/[^/]+\/leavings$/);
  await close();
});

test('the six milestones stand in the file, with their time, or that it is not yet, or not known', { skip }, async () => {
  for (const [lang, notYet, notKnown] of [['vi', 'chưa', 'không rõ'], ['zh', '未到', '不详'], ['en', 'not yet', 'not known']]) {
    const { page, close, plans, clock } = await open('customs', { lang });
    const at = (plan) => page.evaluate((id) => (location.hash = `#/crossings/${id}`), plan.id);
    const stop = async (word) => (await text(page, `[data-stop=${word}] .stop-time`)).replaceAll('\n', ' ');
    const inYard = plans.find((plan) => !plan.ghost && !plan.again && plan.yardEnteredAt + 20 * 60_000 < clock() && plan.yardLeftAt > clock());
    await at(inYard);
    await page.locator('[data-stop=paid]', { hasText: notKnown }).waitFor();
    const time = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh', hour: '2-digit', minute: '2-digit' }).format(Math.round(inYard.yardEnteredAt / 1000) * 1000 + 6 * 60_000);
    assert.ok((await stop('checkStarted')).startsWith(time), `${await stop('checkStarted')} is ${time}`);
    for (const word of ['entered', 'yardEntered']) assert.match(await stop(word), /^\d\d:\d\d/, word);
    for (const word of ['yardLeft', 'gateLeft']) assert.equal(await stop(word), notYet, word);
    assert.deepEqual(await page.locator('.track > .stop').evaluateAll((stops) => stops.map((one) => one.dataset.stop)), ['arrived', 'entered', 'yardEntered', 'checkStarted', 'paid', 'yardLeft', 'gateLeft']);
    const waiting = plans.find((plan) => !plan.ghost && plan.arrivedAt < clock() && Math.max(plan.borderGuardAt, plan.customsAt) > clock() && plan.yardEnteredAt > clock());
    await at(waiting);
    await page.locator('[data-stop=checkStarted]', { hasText: notYet }).waitFor();
    assert.equal(await stop('entered'), notYet);
    const gone = plans.find((plan) => !plan.ghost && plan.gateLeftAt < clock());
    gone.turned = { reason: 'PAPERS', at: new Date(gone.gateLeftAt).toISOString() };
    await at(gone);
    await page.locator('[data-stop=leftTurned]', { hasText: /\d\d:\d\d/ }).waitFor();
    await close();
  }
});

test('a wrong answer says what is wrong and sends nothing', { skip }, async () => {
  const { page, close, seen, loads } = await open('plant', { lang: 'en' });
  await goTo(page, (one) => loads.file(loads.planOf(one)).state === 'IN_YARD');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.lines tbody tr');
  await page.keyboard.press('F4');
  await page.waitForSelector('dialog[open]');
  await page.keyboard.press('Enter');
  await page.locator('dialog .wrong', { hasText: 'Choose at least one' }).waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('F9');
  await page.locator('dialog input[name=lifters]:checked').uncheck();
  await page.keyboard.press('Enter');
  await page.locator('dialog .wrong', { hasText: 'at least one agency' }).waitFor();
  assert.deepEqual(seen.posts, []);
  await close();
});

test('a note that is too long is not cut: it is counted near the end, and refused', { skip }, async () => {
  for (const [lang, limit, over] of [['vi', 'Tối đa 500 ký tự', /dài quá 7 ký tự/], ['zh', '最多 500 个字符', /超出 7 个字符/], ['en', 'At most 500 characters', /7 characters too long/]]) {
    const { page, close, seen, loads } = await open('plant', { lang });
    await goTo(page, (one) => loads.file(loads.planOf(one)).state === 'IN_YARD');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.lines tbody tr');
    await page.keyboard.press('F9');
    const count = page.locator('dialog #note-count');
    assert.match(await count.innerText(), new RegExp(limit));
    const note = page.locator('dialog textarea');
    await note.fill('a'.repeat(450));
    assert.equal(await count.innerText(), '450 / 500');
    await note.fill('b'.repeat(507));
    assert.match(await count.innerText(), over);
    assert.equal((await note.inputValue()).length, 507, 'nothing is cut off');
    await clean(page, `a long note ${lang}`);
    if (process.env.PICTURES) await page.screenshot({ path: join(process.env.PICTURES, `note-${lang}.png`) });
    await page.locator('dialog button[type=submit]').click();
    await page.locator('dialog p.wrong', { hasText: over }).waitFor();
    assert.deepEqual(seen.posts, []);
    assert.equal(await page.evaluate(() => document.activeElement.name), 'note');
    await note.fill('c'.repeat(500));
    await page.locator('dialog button[type=submit]').click();
    await page.waitForSelector('[data-done=done]');
    assert.equal(seen.posts[0].body.note.length, 500);
    await close();
  }
});

test('out of the red channel: a reason, then it waits for a second officer, and is not said to be done', { skip }, async () => {
  const { page, close, seen, loads } = await open('customs', { lang: 'en', quiet: false });
  const id = await goTo(page, (one) => loads.file(loads.planOf(one)).state === 'IN_YARD' && loads.file(loads.planOf(one)).inspection === undefined);
  // A clean sample of another agency does not answer customs' red channel.
  const by = { agency: 'PLANT_QUARANTINE', at: '2025-08-29T06:00:00Z', by: 'plant desk' };
  const inspection = { done: true, booked: [{ means: 'SAMPLING', place: 'HN_BAYS', since: by.at }], joined: [by], results: [{ ...by, means: 'SAMPLING', outcome: 'CLEAN' }] };
  Object.assign(loads.of(loads.planOf(id)), { channel: 'RED', inspection });
  await page.keyboard.press('Enter');
  await page.waitForSelector('.lines tbody tr');
  await page.getByRole('button', { name: 'Open an inspection' }).waitFor();
  const lower = async (note) => {
    await page.getByRole('button', { name: 'Customs channel' }).click();
    await page.waitForSelector('dialog[open]');
    assert.match(await page.locator('dialog').innerText(), /Two officers in two sessions/);
    await page.locator('dialog input[value=GREEN]').check();
    await page.locator('dialog textarea').fill(note);
    await page.locator('dialog button.primary, dialog button[type=submit]').first().click();
  };
  await lower('');
  await page.locator('dialog .wrong', { hasText: 'Say why' }).waitFor();
  await page.keyboard.press('Escape');
  await lower('papers and scan of the first trip fit');
  await page.locator('[data-done=asked]', { hasText: 'a second officer has to do the same' }).waitFor();
  await page.locator('[data-second]', { hasText: 'papers and scan of the first trip fit' }).waitFor();
  assert.equal(loads.of(loads.planOf(id)).channel, 'RED');
  assert.deepEqual(seen.posts.at(-1).body, { channel: 'GREEN', note: 'papers and scan of the first trip fit' });
  await lower('again');
  await page.locator('[data-refused=SECOND_OFFICER]').waitFor();
  // Whoever else looks at the file says the same by one press.
  await page.locator('[data-second] [data-agree]', { hasText: 'Confirm: Green channel' }).click();
  await page.waitForFunction(() => document.querySelectorAll('[data-refused=SECOND_OFFICER]').length === 1);
  assert.deepEqual(seen.posts.at(-1).body, { channel: 'GREEN' });
  await close();
});

test('of several wishes on one vehicle each is agreed to without a reason; another one needs its own', { skip }, async () => {
  for (const [lang, why] of [['vi', 'Cần ghi rõ vì sao'], ['zh', '须写明原因'], ['en', 'Say why']]) {
    const { page, close, seen, loads, clock } = await open('customs', { lang, quiet: false });
    const id = await goTo(page, (one) => loads.file(loads.planOf(one)).state === 'IN_YARD' && loads.file(loads.planOf(one)).inspection === undefined);
    const second = { at: new Date(clock()).toISOString(), until: new Date(clock() + 3_600_000).toISOString(), by: 'desk', agency: 'CUSTOMS', note: 'scan of the first trip fits' };
    Object.assign(loads.of(loads.planOf(id)), { channel: 'RED', seconds: [{ ...second, channel: 'GREEN' }, { ...second, channel: 'YELLOW' }] });
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelectorAll('[data-second]').length === 2);
    const channel = page.getByRole('button', { name: { vi: 'Luồng hải quan', zh: '海关通道', en: 'Customs channel' }[lang] });
    for (const wish of ['YELLOW', 'GREEN']) {
      await channel.click();
      await page.locator(`dialog input[value=${wish}]`).check();
      await page.keyboard.press('Enter');
      await page.waitForSelector('dialog', { state: 'detached' });
      // The question goes when it is sent, and that may be read here before the stub has it.
      for (let tries = 0; tries < 100 && seen.posts.at(-1)?.body.channel !== wish; tries++) await page.waitForTimeout(20);
      assert.deepEqual(seen.posts.at(-1).body, { channel: wish }, lang);
    }
    await channel.click();
    await page.locator('dialog input[value=NONE]').check();
    await page.keyboard.press('Enter');
    await page.locator('dialog .wrong', { hasText: why }).waitFor();
    assert.equal(seen.posts.length, 2);
    await close();
  }
});

test('what takes two is withdrawn by who asked, and the history keeps the reason', { skip }, async () => {
  for (const [lang, button, asked, withdrawn, colour, who] of [
    ['vi', 'Rút đề nghị', 'Đề nghị người thứ hai xác nhận', 'Rút đề nghị người thứ hai xác nhận', 'Luồng xanh', /desk \(Hải quan, Hữu Nghị · Tân Thanh\)/],
    ['zh', '撤回请求', '请求第二人确认', '撤回第二人确认请求', '海关绿通道', /desk（海关，友谊 · 新清）/],
    ['en', 'Withdraw it', 'A second officer is asked for', 'A second officer is not asked for any more', 'Green channel', /desk \(Customs, Huu Nghi · Tan Thanh\)/],
  ]) {
    const { page, close, seen, loads, clock } = await open('customs', { lang, width: lang === 'vi' ? 390 : 1440, quiet: false });
    const id = await goTo(page, (one) => loads.file(loads.planOf(one)).state === 'IN_YARD');
    const load = loads.of(loads.planOf(id));
    const second = { channel: 'GREEN', at: new Date(clock()).toISOString(), until: new Date(clock() + 3_600_000).toISOString(), by: 'desk', note: 'scan of the first trip fits' };
    const line = { at: second.at, type: 'SecondAsked', actorRole: 'CUSTOMS', detail: 'GREEN', note: second.note };
    Object.assign(load, { seconds: [{ ...second, agency: 'CUSTOMS', role: 'CUSTOMS', gates: ['HN', 'TT'] }, { ...second, channel: 'YELLOW', agency: 'BORDER_GUARD' }], told: [line] });
    await page.keyboard.press('Enter');
    await page.waitForSelector('[data-second]');
    assert.match(await text(page, '[data-second] >> nth=0'), who, 'who asked: label, role and gates');
    assert.equal(await page.getByRole('button', { name: button, exact: true }).count(), 1, 'only what the own agency asked for');
    await page.locator('.timeline tr', { hasText: asked }).filter({ hasText: second.note }).filter({ hasText: colour }).waitFor();
    await clean(page, `second ${lang}`);
    await page.getByRole('button', { name: button, exact: true }).click();
    await page.locator('[data-done=done]', { hasText: button }).waitFor();
    assert.deepEqual([seen.posts.at(-1).rest, seen.posts.at(-1).body], [`/loads/${id}/second-withdrawals`, { channel: 'GREEN' }]);
    await page.waitForFunction(() => document.querySelectorAll('[data-second]').length === 1);
    await page.locator('.timeline tr', { hasText: withdrawn }).waitFor();
    await page.locator('.timeline tr', { hasText: asked }).filter({ hasText: second.note }).waitFor();
    await close();
  }
});

test('several in one act, each with its own result; what opens the barrier is never one of them', { skip }, async () => {
  const { page, close, seen, loads, papers } = await open('customs', { lang: 'en', green: 3, quiet: false });
  const barrier = await goTo(page, (one) => loads.file(loads.planOf(one)).unmet.join() === BARRIER);
  await page.keyboard.press('Space');
  assert.equal(await page.locator(`#work-${barrier} input`).isDisabled(), true);
  const ids = [];
  await page.keyboard.press('Home');
  while (ids.length < 4) {
    const id = await selected(page);
    if (await page.locator(`#work-${id} input`).isEnabled()) {
      await page.keyboard.press('Space');
      ids.push(id);
    }
    await page.keyboard.press('ArrowDown');
  }
  const [stale, refused] = ids;
  papers.amend(stale, { 'vehicles[0].customsSealNumber': 'VNSYN9999900', 'goodsGroups[0].goodsLines[0].productName': 'Tỏi khô' });
  const load = loads.of(loads.planOf(refused));
  for (const task of Object.values(load.tasks)) if (task.step.agency === 'CUSTOMS') Object.assign(task, { status: 'CONFIRMED', at: new Date().toISOString() });
  await page.keyboard.press('F8');
  await page.waitForFunction(() => document.querySelectorAll('[data-outcome]:not([data-outcome=sending])').length === 4);
  const outcomes = await Promise.all(ids.map((id) => page.locator(`#work-${id}`).getAttribute('data-outcome')));
  assert.deepEqual(outcomes, ['stale', 'refused', 'done', 'done']);
  assert.match(await text(page, `#work-${stale} .w-outcome`), /Amended: look again/);
  assert.match(await text(page, `#work-${refused} .w-outcome`), /confirmed before/);
  assert.equal(seen.posts.length, 4);
  assert.ok(seen.posts.every((one) => one.body.step !== BARRIER));
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => document.querySelectorAll('[data-outcome]').length === 0);
  await close();
});

test('said offline: shown with its time, kept over a reload, sent when there is a connection again', { skip }, async () => {
  const { page, close, seen, loads, papers, port } = await open('guard', { lang: 'en', width: 390, height: 844, quiet: false });
  const ids = [];
  for (const id of await shown(page)) {
    if (ids.length < 2 && (await page.locator(`#work-${id} input`).isEnabled())) {
      await page.locator(`#work-${id} input`).click();
      ids.push(id);
    }
  }
  seen.away = true;
  await page.click('#confirm-marked');
  await page.locator('.queued-sign', { hasText: '2 waiting to be sent' }).waitFor();
  assert.match(await text(page, `#work-${ids[0]} .w-outcome`), /Waiting to be sent, said 14:2\d/);
  assert.equal(await page.locator(`#work-${ids[0]} input`).isDisabled(), true, 'it is said once');
  await page.reload();
  await page.locator('.queued-sign', { hasText: '2 waiting to be sent' }).waitFor();
  await page.click('.queued-sign');
  assert.match(await text(page, '.queued-list'), /Border guard completed\s+said at 14:2\d, 15:2\d in Beijing/);
  papers.amend(ids[0], { 'vehicles[0].driverName': 'Tài xế Thử Nghiệm Khác', 'vehicles[0].driverDocuments': [], 'goodsGroups[0].goodsLines[0].productName': 'Tỏi khô' });
  seen.away = false;
  await page.locator('.queued-sign', { hasText: '1 to look at again' }).waitFor();
  assert.match(await text(page, '.queued-list'), /amended after you saw it/);
  const sent = seen.posts.filter((one) => one.token === 'guard');
  assert.equal(new Set(sent.map((one) => one.command)).size, 2);
  assert.ok(sent.every((one) => /T07:2\d:\d\d/.test(one.body.saidAt)), 'the true time goes along');
  const task = loads.file(loads.planOf(ids[1])).lines.find((line) => line.agency === 'BORDER_GUARD' && line.status === 'CONFIRMED');
  assert.ok(task !== undefined);
  await page.click('.queued-list a');
  await page.waitForSelector('.lines tbody tr');
  assert.equal(await page.locator('.queued').count(), 0);
  assert.ok(port > 0);
  await close();
});

test('what was said offline in a file waits on the list no longer once it is sent', { skip }, async () => {
  const { page, close, seen } = await open('guard', { lang: 'en', quiet: false });
  await goTo(page, async (id) => page.locator(`#work-${id} input`).isEnabled());
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.id === 'confirm-step');
  seen.away = true;
  await page.keyboard.press('Enter');
  await page.locator('.outcome[data-done=queued]', { hasText: 'Waiting to be sent' }).waitFor();
  seen.away = false;
  await page.locator('.queued-sign').waitFor({ state: 'detached' });
  await page.locator('.outcome').waitFor({ state: 'detached' });
  assert.equal(seen.posts.filter((one) => one.token === 'guard').length, 1);
  await close();
});

test('only the answer was lost: sent again it is the same word, and it is done', { skip }, async () => {
  const { page, close, seen } = await open('guard', { lang: 'en', width: 390, height: 844, quiet: false });
  for (const id of await shown(page)) {
    if (!(await page.locator(`#work-${id} input`).isEnabled())) continue;
    await page.locator(`#work-${id} input`).click();
    break;
  }
  seen.mute = true;
  await page.click('#confirm-marked');
  await page.locator('.queued-sign', { hasText: '1 waiting to be sent' }).waitFor();
  seen.mute = false;
  await page.waitForSelector('.queued-sign', { state: 'detached' });
  const [first, ...again] = seen.posts.filter((one) => one.token === 'guard');
  assert.ok(again.length > 0);
  assert.ok(again.every((one) => one.command === first.command), 'under the same id');
  assert.deepEqual(again.at(-1).body, first.body);
  await close();
});

test('what opens the barrier is never kept for later', { skip }, async () => {
  const { page, close, seen, loads } = await open('customs', { lang: 'en', green: 6, quiet: false });
  await goTo(page, (one) => loads.file(loads.planOf(one)).unmet.join() === BARRIER);
  await page.keyboard.press('Enter');
  await page.waitForSelector('#confirm-step');
  seen.away = true;
  await page.keyboard.press('Enter');
  await page.locator('.outcome.p1', { hasText: 'cannot be reached' }).waitFor();
  assert.equal(await page.evaluate(() => localStorage.getItem('clearway.said')), null);
  await page.keyboard.press('F9');
  await page.waitForSelector('dialog[open]');
  await page.keyboard.press('Enter');
  await page.locator('.queued-sign', { hasText: '1 waiting to be sent' }).waitFor();
  seen.away = false;
  await page.locator('.queued').waitFor({ state: 'detached' });
  assert.deepEqual(posts(seen).map(([rest]) => rest), ['/holds']);
  await close();
});

test('a list follows the gate by the loads that changed, not by reading all of it again', { skip }, async () => {
  const { page, close, seen, loads } = await open('plant', { lang: 'en' });
  const before = seen.lists;
  const id = (await shown(page))[2];
  loads.act({ officerOf: 'PLANT_QUARANTINE' }, `/loads/${id}/confirmations`, { step: 'PLANT_CHECK', version: 0 });
  await page.waitForFunction((gone) => !document.getElementById(`work-${gone}`), id);
  assert.equal(seen.lists, before);
  await close();
});

test('a yard sees how long each vehicle stands and for whom; a shift leaves a sheet', { skip }, async () => {
  const yard = await open('yard', { lang: 'en', at: '#/yard', wait: '.yards tbody tr', amended: true });
  for (const table of await yard.page.locator('.yards table').all()) {
    const since = await table.locator('[data-since]').allInnerTexts();
    assert.deepEqual(since, [...since].sort(), 'the longest stay is on top');
  }
  await yard.page.locator('.waits-for li', { hasText: ': ' }).first().waitFor();
  await yard.page.locator('.waits-for li', { hasText: 'Customs: Inspection' }).first().waitFor();
  const waits = (await yard.page.locator('.waits-for').allInnerTexts()).join(' ');
  assert.doesNotMatch(waits, /[A-Z]{2,}_[A-Z]/, 'no code');
  await clean(yard.page, 'yard');
  await yard.close();
  const sheet = await open('customs', { lang: 'en', at: '#/handover', wait: '.sheet-part', amended: true });
  assert.match(await text(sheet.page, '.sheet-body'), /Customs[\s\S]*Held[\s\S]*Sample in test[\s\S]*Under way at \w+ \w+ (scanner|inspection bays)/);
  await sheet.page.selectOption('.sheet select', 'ALL');
  assert.equal(await sheet.page.locator('.sheet-part').count(), 8);
  await clean(sheet.page, 'sheet');
  await sheet.close();
});

test('who joins an inspection may want more of it, and who takes part as well; without the mouse', { skip }, async () => {
  const { page, close, loads, plans, clock } = await open('plant', { lang: 'en' });
  const here = (plan) => plan.gate === 'HN' && !plan.ghost && plan.plate !== null && ['ENTERED', 'IN_YARD'].includes(loads.file(plan).state);
  const customs = (plan, rest, body) => loads.act({ officerOf: 'CUSTOMS' }, `/loads/${loads.file(plan).registration}/${rest}`, body);
  const id = await goTo(page, (one) => here(loads.planOf(one)));
  const plan = loads.planOf(id);
  const before = plans.find((one) => one !== plan && here(one));
  customs(before, 'inspections', { bookings: [{ means: 'SAMPLING', place: 'HN_BAYS' }] });
  loads.of(before).inspection.booked[0].since = new Date(clock() - 600_000).toISOString();
  customs(plan, 'inspections', { bookings: [{ means: 'XRAY', place: 'HN_SCAN' }] });
  await page.keyboard.press('Enter');
  await page.locator('.load-tools button', { hasText: 'Join the inspection' }).waitFor();
  await page.keyboard.press('F4');
  await page.waitForSelector('dialog[open]');
  assert.deepEqual(await page.locator('dialog label').allInnerTexts(), ['Opened in a bay · Huu Nghi inspection bays', 'Sampling and test · Huu Nghi inspection bays'], 'what is booked is not offered again');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await page.locator('[data-done=done]', { hasText: 'Join the inspection' }).waitFor();
  const { inspection } = loads.of(plan);
  assert.deepEqual(inspection.booked.map(({ means, place }) => [means, place]), [['XRAY', 'HN_SCAN'], ['SAMPLING', 'HN_BAYS']]);
  assert.deepEqual(inspection.joined.map(({ agency }) => agency), ['CUSTOMS', 'PLANT_QUARANTINE']);
  await page.locator('[aria-label="Inspection"] li', { hasText: /Sampling and test no result yet\s*Huu Nghi inspection bays, number 2 in line/ }).waitFor();
  await page.waitForFunction(() => document.activeElement?.closest('.load-tools') !== null);
  for (let i = 0; i < 8 && !(await page.evaluate(() => document.activeElement?.textContent ?? '')).startsWith('Add a means'); i++) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await page.waitForSelector('dialog[open]');
  assert.equal(await page.locator('dialog input:checked').count(), 1, 'where there is no choice it is made');
  await page.keyboard.press('Enter');
  await page.locator('[data-done=done]', { hasText: 'Add a means' }).waitFor();
  assert.equal(inspection.booked.length, 3);
  assert.equal(await page.locator('.load-tools button', { hasText: 'Add a means' }).count(), 0, 'nothing is left to add');
  await close();
});

test('an inspection that is owed is what customs does next, with its time, by Enter alone; no word confirms it', { skip }, async () => {
  for (const [lang, name, opening, result] of [['vi', 'Kiểm hóa', 'Mở kiểm hóa', 'Ghi kết quả'], ['zh', '查验', '开始查验', '记录结果'], ['en', 'Inspection', 'Open an inspection', 'Record a result']]) {
    const { page, close, seen, loads } = await open('customs', { lang, width: lang === 'vi' ? 390 : 1440, height: 4000 });
    const id = (await shown(page)).find((one) => loads.file(loads.planOf(one)).state === 'IN_YARD' && loads.planOf(one).gate === 'HN');
    loads.act({ officerOf: 'CUSTOMS' }, `/loads/${id}/channel`, { channel: 'RED' });
    const row = page.locator(`#work-${id}`);
    await row.locator('.w-step b', { hasText: name }).waitFor();
    assert.match(await row.locator('.w-due').innerText(), /\d/, 'until when');
    assert.ok(await row.locator('input').isDisabled(), 'it is not one of many');
    await goTo(page, (one) => one === id);
    await page.keyboard.press('Enter');
    await page.locator('.load-what b', { hasText: name }).waitFor();
    await page.waitForFunction(() => document.activeElement?.id === 'inspect');
    assert.ok((await text(page, '#inspect')).startsWith(opening));
    assert.equal(await page.locator('#confirm-step').count(), 0);
    assert.match(await text(page, '[data-line=INSPECTION_CUSTOMS]'), /\d\d:\d\d/);
    await clean(page, `inspection ${lang}`);
    await page.keyboard.press('Enter');
    await page.waitForSelector('dialog[open]');
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await page.waitForFunction((said) => document.getElementById('inspect')?.textContent.startsWith(said), result);
    assert.deepEqual(posts(seen).map(([what]) => what), ['/inspections'], 'one Enter, one opening');
    await page.focus('#inspect');
    await page.keyboard.press('Enter');
    await page.waitForSelector('dialog[open]');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#confirm-step');
    assert.equal(await page.locator('[data-line=INSPECTION_CUSTOMS]').count(), 0, 'it is over');
    assert.deepEqual(posts(seen).map(([what]) => what), ['/inspections', '/inspection-results']);
    await close();
  }
});

test('whose own inspection is missing does not read that others come first, in the file nor while clocks stand', { skip }, async () => {
  for (const [lang, others, own, short] of [['vi', 'Chờ bên khác', 'Chưa xong kiểm hóa', 'chờ kiểm hóa'], ['zh', '等其他部门', '查验未完成', '查验未完成'], ['en', 'Others first', 'Inspection not done', 'inspect first']]) {
    const { page, close, loads } = await open('customs', { lang, width: lang === 'en' ? 390 : 1440, height: 4000 });
    const ids = await shown(page);
    const of = (id) => loads.file(loads.planOf(id));
    const id = ids.find((one) => of(one).state === 'IN_YARD' && of(one).channel !== 'RED');
    const outside = ids.find((one) => of(one).state === 'AT_GATE');
    for (const one of [id, outside]) loads.act({ officerOf: 'CUSTOMS' }, `/loads/${one}/channel`, { channel: 'RED' });
    await page.evaluate((to) => (location.hash = `#/crossings/${to}`), loads.planOf(id).id);
    await page.locator(`[data-line=${BARRIER}]`, { hasText: own }).waitFor();
    await page.evaluate((to) => (location.hash = `#/crossings/${to}`), loads.planOf(outside).id);
    // Outside it cannot begin.
    await page.locator('[data-line=INSPECTION_CUSTOMS]', { hasText: others }).waitFor();
    loads.act({ officerOf: 'PLANT_QUARANTINE' }, `/loads/${id}/holds`, { kind: 'TEST', lifters: ['PLANT_QUARANTINE'] });
    await page.evaluate(() => (location.hash = '#/work'));
    const since = page.locator(`#work-${id} .w-since`);
    await since.locator('small', { hasText: short }).waitFor();
    assert.ok(await since.locator('small').evaluate((words) => words.offsetWidth <= words.parentElement.clientWidth), `${lang}: nothing of it is cut`);
    await close();
  }
});

test('a yard operator sees whose turn it is and who waits at each place of inspection', { skip }, async () => {
  const { page, close, loads, plans } = await open('yard', { lang: 'en', at: '#/', wait: '#vehicles' });
  const [one, two] = plans.filter((plan) => plan.gate === 'HN' && !plan.ghost && plan.plate !== null && loads.file(plan).state === 'IN_YARD');
  const by = (plan, rest, body) => loads.act({ officerOf: 'CUSTOMS' }, `/loads/${loads.file(plan).registration}/${rest}`, body);
  const scan = { bookings: [{ means: 'XRAY', place: 'HN_SCAN' }] };
  by(one, 'inspections', scan);
  by(two, 'inspections', scan);
  loads.of(one).inspection.booked[0].since = new Date(Date.parse(loads.of(two).inspection.booked[0].since) - 720_000).toISOString();
  await page.evaluate(() => (location.hash = '#/yard'));
  const bay = page.locator('[data-bay=HN_SCAN]');
  await bay.locator('ol li').nth(1).waitFor();
  assert.match(await bay.innerText(), /^Huu Nghi scanner\s+takes 1 at once · 1 on turn, 1 waiting/);
  assert.match(await bay.locator('ol li').first().innerText(), /^1\s+\S+ ?its turn\s+X-ray scan · booked \d\d:\d\d \d+′/);
  assert.equal(await bay.locator('[data-turn]').count(), 1);
  assert.match(await page.locator('[data-bay=TT_SCAN]').innerText(), /free$/);
  await clean(page, 'bays');
  by(one, 'inspection-results', { means: 'XRAY', outcome: 'CLEAN' });
  await page.waitForFunction(() => document.querySelectorAll('[data-bay=HN_SCAN] ol li').length === 1);
  const left = (await bay.locator('ol li').innerText()).replace(/[-.]/g, '');
  assert.ok(left.includes(two.plate) && left.includes('its turn'), `the next one comes to the front: ${left}`);
  await close();
});

test('the operator of one yard has that yard alone on the page', { skip }, async () => {
  const all = await open('yard', { lang: 'en', at: '#/yard', wait: '.yards tbody tr' });
  const codes = (page) => page.locator('[data-yard]').evaluateAll((yards) => yards.map((yard) => yard.dataset.yard));
  assert.ok((await codes(all.page)).length > 3);
  await all.close();
  const { page, close } = await open('oneYard', { lang: 'en', at: '#/yard', wait: '.yards tbody tr' });
  assert.deepEqual(await codes(page), ['XUAN_CUONG']);
  await close();
});

test('a yard operator plugs reefers in and unplugs them with the keyboard, and sees how many plugs are taken', { skip }, async () => {
  const { page, close, seen } = await open('yard', { lang: 'en', at: '#/yard', wait: '.yards tbody tr', plugs: { is: 1, evidence: 'A' } });
  await page.waitForFunction(() => document.activeElement?.id === 'yards');
  const yard = page.locator('[data-yard]', { has: page.locator('tbody tr:nth-child(2)') }).first();
  const code = await yard.getAttribute('data-yard');
  const head = (pattern) => page.waitForFunction(([of, text]) => new RegExp(text).test(document.querySelector(`#yard-${of} small`).textContent), [code, pattern]);
  await head('plugged in 0 of 1$');
  const first = yard.locator('[data-plug]').first();
  const id = await first.getAttribute('data-plug');
  for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key);
  for (let i = 0; i < 40 && (await page.evaluate(() => document.activeElement?.dataset.plug)) !== id; i++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForSelector('[data-done=done]');
  await head('plugged in 1 of 1$');
  assert.match(await yard.locator('.plug').first().innerText(), /Unplug\s+since \d\d:\d\d <?\d+′/);
  assert.equal(await page.evaluate(() => document.activeElement?.dataset.plug), id, 'the key stays where it was');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await head('plugged in 2 of 1$');
  assert.equal(await yard.locator('h3 .beyond .mark').count(), 1, 'more than there are plugs is marked');
  await clean(page, 'more plugged in than plugs');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await head('plugged in 1 of 1$');
  assert.deepEqual(seen.posts.map(({ rest }) => rest.replace(/^.*\//, '')), ['pluggings', 'pluggings', 'unpluggings']);
  assert.ok(seen.posts.every(({ body }) => Math.abs(Date.parse(body.occurredAt) - Date.parse('2025-08-29T14:22:00+07:00')) < 600_000), 'by the gate’s clock');
  await close();
});

test('a plug that was not answered is said again with its id and the time of the first press', { skip }, async () => {
  const { page, close, seen, plans } = await open('yard', { lang: 'en', at: '#/yard', wait: '.yards tbody tr', quiet: false });
  await page.waitForFunction(() => document.activeElement?.id === 'yards');
  const sent = [];
  page.on('request', (request) => request.method() === 'POST' && sent.push([request.url(), request.postData(), request.headers()['command-id']]));
  seen.away = true;
  for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight', 'Enter']) await page.keyboard.press(key);
  await page.waitForSelector('[data-done=failed]');
  await page.waitForTimeout(1100);
  seen.away = false;
  await page.keyboard.press('Enter');
  await page.waitForSelector('[data-done=done]');
  assert.equal(sent.length, 2);
  assert.deepEqual(sent[1], sent[0]);
  const plan = plans.find((one) => sent[0][0].includes(one.id));
  await page.waitForFunction((of) => document.querySelector(`[data-plug="${of}"]`)?.textContent === 'Unplug', plan.id);
  // It drives off, and the key is pressed before the page has heard of it.
  plan.gateLeftAt = plan.yardLeftAt = 0;
  await page.keyboard.press('Enter');
  await page.waitForSelector('[data-done=refused]');
  assert.match(await text(page, '.outcome'), /The vehicle is gone/);
  await close();
});

test('a yard operator says on which place each vehicle stands, without the mouse; what is refused is said beside the field', { skip }, async () => {
  const { page, close, seen, plans, clock } = await open('yard', { lang: 'en', at: '#/yard', wait: '.yards tbody tr', spaces: { is: 40, evidence: 'A' }, quiet: false });
  await page.waitForFunction(() => document.activeElement?.id === 'yards');
  const yard = page.locator('[data-yard]', { has: page.locator('tbody tr:nth-child(3)') }).first();
  const rows = yard.locator('tbody tr');
  const count = await rows.count();
  const head = (pattern) => page.waitForFunction(([of, text]) => new RegExp(text).test(document.querySelector(`[data-yard="${of}"] h3 small`).textContent), [pattern[0], pattern[1]]);
  const code = await yard.getAttribute('data-yard');
  await head([code, `${40 - count} of 40 places free · ${count} without a place`]);
  const plate = (nth) => rows.nth(nth).locator('[data-cell=plate]').innerText();
  const [first, second] = [await plate(0), await plate(1)];
  const at = () => page.evaluate(() => document.activeElement?.closest('tr')?.querySelector('[data-cell=plate]')?.textContent);
  for (let i = 0; i < 60 && (await at()) !== first; i++) await page.keyboard.press('ArrowDown');
  const said = async (text) => {
    await page.keyboard.press('Enter');
    await page.waitForSelector('.placing input:focus');
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  };
  await said('b-12');
  await page.waitForSelector('[data-done=done]');
  assert.match(await text(page, '.outcome'), /Stands on place B-12, said at \d\d:\d\d/);
  await page.waitForSelector('[data-place="B-12"]:focus');
  await head([code, `${40 - count} of 40 places free · ${count - 1} without a place`]);
  await page.keyboard.press('ArrowDown');
  assert.equal(await at(), second, 'the arrows go on from the row');
  await said('B-12');
  await page.waitForSelector('.placing .why');
  const why = () => text(page, '.placing .why');
  assert.match(await why(), new RegExp(`Another vehicle stands on that place: [\\s\\S]*Stands there now: ${first}`));
  await clean(page, 'a place is taken');
  assert.equal(await page.locator('.placing input').inputValue(), 'B-12', 'what was typed stays');
  await page.keyboard.type('B_13');
  await page.keyboard.press('Enter');
  await page.locator('.placing .why', { hasText: 'Only letters, digits and hyphens' }).waitFor();
  assert.equal(seen.posts.length, 2, 'what is no place is not sent');
  await page.keyboard.type('a-7');
  await page.keyboard.press('Enter');
  await page.waitForSelector('[data-place="A-7"]:focus');
  await page.keyboard.press('ArrowUp');
  await said('B-3');
  await page.waitForSelector('[data-place="B-3"]:focus');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Z-9');
  await page.keyboard.press('Escape');
  await page.waitForSelector('[data-place="B-3"]:focus');
  assert.deepEqual(seen.posts.map(({ rest, body }) => [rest.replace(/^.*\//, ''), body.place]), [['placings', 'B-12'], ['placings', 'B-12'], ['placings', 'A-7'], ['placings', 'B-3']]);
  assert.ok(seen.posts.every(({ body }) => Math.abs(Date.parse(body.occurredAt) - Date.parse('2025-08-29T14:22:00+07:00')) < 600_000), 'by the gate’s clock');

  await page.keyboard.press('F3');
  await page.keyboard.type('a7');
  await page.waitForFunction(() => document.querySelectorAll('.yards tbody tr').length === 1);
  await page.keyboard.press('Enter');
  await page.waitForSelector('[data-place="A-7"]:focus');
  assert.equal(await at(), second, 'who stands before a place finds what stands there');
  await page.keyboard.press('F3');
  await page.keyboard.type('B-12');
  await page.locator('.elsewhere', { hasText: 'No vehicle in the yards stands on B-12' }).waitFor();
  const gone = plans.find((one) => !one.ghost && one.plate !== null && one.gateLeftAt < clock());
  await page.keyboard.press('F3');
  await page.keyboard.type(gone.plate);
  await page.locator('.elsewhere', { hasText: /Not in a yard: \S+ Left gate \d\d:\d\d/ }).waitFor();
  await clean(page, 'sought and not in a yard');
  await page.keyboard.press('F3');
  await page.keyboard.type(first);
  await page.keyboard.press('ArrowDown');
  await page.waitForSelector('[data-place="B-3"]:focus');
  await page.keyboard.press('Escape');
  await page.waitForFunction(([of, many]) => document.querySelectorAll(`[data-yard="${of}"] tbody tr`).length >= many, [code, count]);
  await page.locator('.segments button', { hasText: 'By place' }).click();
  assert.deepEqual(await yard.locator('[data-place]').allInnerTexts(), ['A-7', 'B-3']);
  assert.deepEqual([await plate(0), await plate(1)], [second, first], 'what has no place comes last');
  await close();
});

test('in a yard the goods are said also of what may leave, and what its papers call no reefer has no plug', { skip }, async () => {
  const { page, close, loads, plans, clock } = await open('yard', { lang: 'en', at: '#/', wait: '#vehicles' });
  const here = plans.filter((plan) => !plan.ghost && plan.plate !== null && loads.file(plan).state === 'IN_YARD');
  const [reefer, dry, untold, plugged, free] = here;
  reefer.reefer = true;
  dry.reefer = false;
  Object.assign(plugged, { reefer: false, pluggedAt: plugged.yardEnteredAt });
  for (const task of Object.values(loads.of(free).tasks)) if (task.status !== 'OPEN') Object.assign(task, { status: 'CONFIRMED', at: new Date(clock()).toISOString(), by: 'desk' });
  assert.equal(loads.file(free).mayLeave, true);
  await page.reload();
  await page.waitForSelector('main');
  await page.evaluate(() => (location.hash = '#/yard'));
  await page.waitForSelector('.yards tbody tr .waits-for');
  const plates = (await page.locator('.yards [data-cell=plate]').allInnerTexts()).map((one) => one.replace(/[-.·]/g, ''));
  const row = (plan) => page.locator('.yards tbody tr').nth(plates.indexOf(plan.plate));
  for (const [plan, many] of [[reefer, 1], [dry, 0], [untold, 1], [plugged, 1]]) assert.equal(await row(plan).locator('[data-plug]').count(), many, plan.plate);
  assert.match(await row(free).innerText(), new RegExp(`${free.goods}\\s+May leave`));
  await close();
});

/** Who signs, as the next shift reads it. */
const signers = {
  vi: ['customs (Hải quan, mọi cửa khẩu)', 'customs2 (Hải quan, Hữu Nghị)'],
  zh: ['customs（海关，全部口岸）', 'customs2（海关，友谊）'],
  en: ['customs (Customs, all gates)', 'customs2 (Customs, Huu Nghi)'],
};

test('a sheet is signed by both shifts, by keyboard, and looks well everywhere', { skip }, async () => {
  for (const [lang, theme, width] of [['vi', 'dark', 1440], ['zh', 'light', 1440], ['en', 'light', 390], ['zh', 'dark', 390], ['vi', 'light', 390]]) {
    const { page, close, port } = await open('customs', { lang, width, height: 844, at: '#/handover', wait: '#sign-sheet' });
    const look = async (at, what) => {
      await at.evaluate((name) => (document.documentElement.dataset.theme = name), theme);
      await clean(at, `${what} ${lang} ${theme} ${width}`);
      if (process.env.PICTURES) await at.screenshot({ path: join(process.env.PICTURES, `sheet-${what}-${lang}-${theme}-${width}.png`) });
    };
    await page.waitForFunction(() => document.activeElement?.id === 'sign-sheet');
    await look(page, 'before');
    await page.keyboard.press('F8');
    await page.waitForSelector('dialog[open]');
    await page.keyboard.press('Enter');
    await page.waitForSelector('[data-signed=half]');
    assert.equal(await page.locator('#sign-sheet').count(), 0, 'who hands over does not take over');
    await look(page, 'half');
    const { page: next } = await tab(await device({ viewport: { width, height: 844 } }));
    await next.goto(`http://127.0.0.1:${port}/?lang=${lang}#token=customs2`);
    await next.waitForSelector('main');
    await next.evaluate(() => (location.hash = '#/handover'));
    await next.locator('.sheet-sign [role=status]').waitFor();
    await next.keyboard.press('F8');
    await next.waitForSelector('dialog[open]');
    await next.keyboard.press('Enter');
    await next.waitForSelector('[data-signed=both]');
    const [handed, taken] = signers[lang];
    assert.deepEqual(await next.locator('[data-signed] .sheet-voices span').evaluateAll((voices) => voices.map((one) => one.textContent.replace(/^\S*?[:：] ?/, '').replace(/[ ，](?:lúc|at|\d).*$/, '').replace(/^.*?(?=customs)/, ''))), [handed, taken], 'who signed, by role and gate');
    await look(next, 'both');
    await page.waitForSelector('[data-signed=both]');
    await next.context().close();
    await close();
  }
});

test('who was counted back meanwhile, or is not awaited any more, is said in words', { skip }, async () => {
  for (const [lang, already, gone, nobody] of [
    ['vi', 'đã được ghi nhận về rồi', 'không còn chờ ai về', 'không có người đó'],
    ['zh', '已登记返回', '已无人待返回', '没有该人员'],
    ['en', 'counted back already', 'Nobody is awaited', 'no such person'],
  ]) {
    const { page, close, seen, trips } = await open('guard', { lang, at: '#/trips', wait: '#trips tbody tr', quiet: false });
    const count = (i) => page.locator(`[data-trip="${trips[i].id}"] button:not(:disabled)`).first().click();
    const refused = (code, word) => page.locator(`[data-refused=${code}]`, { hasText: word }).waitFor();
    const { travellers } = trips[1];
    travellers[0].backAt = new Date().toISOString();
    await count(1);
    await refused('ALREADY_BACK', already);
    await page.waitForFunction((id) => document.querySelectorAll(`[data-trip="${id}"] button:disabled`).length === 1, trips[1].id);
    await clean(page, `refused ${lang}`);
    travellers.pop();
    await count(1);
    await refused('TRAVELLER_UNKNOWN', nobody);
    trips[2].ended = true;
    await count(2);
    await refused('TRIP_UNKNOWN', gone);
    trips[2].ended = false;
    seen.mute = true;
    await count(2);
    await page.locator('.outcome.p1 button').waitFor();
    seen.mute = false;
    const before = seen.posts.at(-1).command;
    await page.locator('.outcome.p1 button').click();
    await page.locator(`[data-trip="${trips[2].id}"]`, { hasText: /:/ }).waitFor();
    await page.waitForSelector('.outcome', { state: 'detached' });
    assert.equal(seen.posts.at(-1).command, before, 'the same word, not another one');
    await close();
  }
});

/** Texts that do not fit into what holds them, as a person would see them cut. */
const cutIn = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('body *')].flatMap((one) => {
      if (one.matches('.unseen, option, .scroller, .yard-scroll, .report-scroll, .stat-scroll, .sheet-body, svg *')) return [];
      const { overflowX } = getComputedStyle(one);
      return overflowX !== 'visible' && one.scrollWidth > one.clientWidth + 1 && one.innerText?.trim() ? [`${one.tagName}.${one.className} ${one.innerText.slice(0, 60)}`] : [];
    }),
  );

test('at a desk of 1440 px no text is cut, in three languages', { skip }, async () => {
  for (const lang of ['vi', 'zh', 'en']) {
    for (const [token, at, wait] of [['station', '#/work', '#work tbody tr'], ['board', '#/work', '.work-page'], ['yard', '#/yard', '.yards tbody tr'], ['guard', '#/', '#vehicles tbody tr'], ['guard', '#/reports', '.report-part'], ['customs', '#/handover', '.sheet-part'], ['board', '#/cashier', '#paying li'], ['guard', '#/statistics', '.stat-official']]) {
      const { page, close, some } = await open(token, { lang, at, wait, amended: true });
      if (at === '#/work') await page.locator('.filters .segments button').nth(1).click();
      assert.deepEqual(await cutIn(page), [], `${lang} ${token} ${at}`);
      if (token === 'board') {
        await page.evaluate((id) => (location.hash = `#/crossings/${id}`), some.work.refused.id);
        await page.waitForSelector('.lines tbody tr');
        await page.locator('.load-panel .segments button').last().click();
        assert.deepEqual(await cutIn(page), [], `${lang} a file`);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0);
      }
      await close();
    }
  }
});

test('fits a telephone and a desk, in three languages and two themes', { skip }, async () => {
  for (const [lang, theme, width] of [['vi', 'dark', 1440], ['zh', 'light', 1440], ['en', 'dark', 390], ['vi', 'light', 390]]) {
    const { page, close, some } = await open('customs', { lang, width, height: 844, amended: true });
    await page.evaluate((name) => (document.documentElement.dataset.theme = name), theme);
    await clean(page, `list ${lang} ${width}`);
    await page.evaluate((id) => (location.hash = `#/crossings/${id}`), some.work.inspected.id);
    await page.waitForSelector('.lines tbody tr');
    await clean(page, `file ${lang} ${width}`);
    await page.keyboard.press('F9');
    await page.waitForSelector('dialog[open]');
    await clean(page, `hold ${lang} ${width}`);
    await close();
  }
});

test('the border guard counts persons back by keyboard, and whoever is back leaves the list', { skip }, async () => {
  for (const [lang, width, height] of [['en', 1440, 900], ['vi', 390, 844], ['zh', 1440, 900]]) {
    const { page, close, seen } = await open('guard', { lang, width, height, at: '#/trips', wait: '#trips tbody tr' });
    assert.equal(await page.locator('#trips tbody tr').count(), 3);
    assert.equal(await page.locator('#trips td small.open').count(), 1);
    assert.match(await page.locator('#unexplained li').innerText(), /29C.?999.?08/);
    await clean(page, `trips, ${lang}`);
    await page.locator('#trips tbody tr').first().locator('button').focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelectorAll('#trips tbody tr').length === 2);
    assert.deepEqual(posts(seen).at(-1)[1], { travellers: [0] });
    await page.locator('#trips tbody tr').first().locator('button').last().focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelectorAll('#trips tbody button:disabled').length === 2);
    assert.deepEqual(posts(seen).at(-1)[1], { travellers: [0, 1] });
    await close();
  }
  const other = await open('customs', { wait: '#work tbody tr' });
  assert.equal(await other.page.locator('nav a[href="#/trips"]').count(), 0);
  await other.close();
});
