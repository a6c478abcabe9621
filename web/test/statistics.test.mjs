/**
 * Statistics in a real browser against a test double of the server: charts and tables say the same numbers, what
 * others published stands apart and is added to nothing, what is not known is said so.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { clean, doubled, officer, root, skip, text } from '../dev/browser.mjs';
import { load } from '../dev/source.mjs';
import { serve } from '../dev/stub.mjs';

// A file of the page asks the document for its complex.
globalThis.document ??= { querySelector: () => null };

const ready = (page) => page.waitForSelector('.sheet-body[aria-busy=false] .stat-official');
const open = async (token = 'customs', { lang = 'en', ...options } = {}) => {
  const it = await officer(await doubled(serve), token, { lang, at: '#/statistics', wait: '.stat-official', ...options });
  await ready(it.page);
  return it;
};
const asked = (statistics) => statistics.seen.asked.at(-1);
const rows = (page, within) => page.locator(`${within} .stat-table tbody tr`).evaluateAll((list) => list.map((row) => [row.dataset.row, ...[...row.cells].slice(1).map((cell) => cell.textContent)]));

async function saved(page, does) {
  const [file] = await Promise.all([page.waitForEvent('download'), does()]);
  return file.suggestedFilename();
}

test('this year by month and gate: tiles, a chart, and the same numbers in a table', { skip }, async () => {
  const { page, close, statistics } = await open();
  assert.match(await text(page, '[data-tile=vehicles]'), /Vehicles with goods\s+269,917\s+the period is not over/);
  assert.match(await text(page, '[data-tile=stay]'), /2 h 42′\s+P95 11 h 30′/);
  const bars = await page.locator('[aria-labelledby=course] rect.now').count();
  const told = await rows(page, '[aria-labelledby=course]');
  assert.equal(bars, told.length, 'a bar for every row');
  assert.deepEqual(told[0], ['2025-01', '38,801', '752,739', '23,669', '2 h 42′', '11 h 30′', '-2%', '+12.1%']);
  assert.deepEqual(told.at(-1).slice(-2), ['–', '–'], 'a month that is not over is compared with nothing');
  assert.ok((await page.locator('[aria-labelledby=course] rect.before').count()) > 0, 'the year before stands beside it');
  const groups = await rows(page, '[aria-labelledby=groups]');
  assert.deepEqual(groups.map(([code, vehicles, , , , , share]) => [code, vehicles, share]), [['HN', '134,958', '50%'], ['TT', '75,577', '28%'], ['COC', '35,089', '13%'], ['CM', '24,293', '9%']]);
  assert.match(await text(page, '.stat-groups [data-group=HN]'), /Huu Nghi\s+134,958 50%/);
  assert.match(await text(page, '[data-as-of]'), /Counted until 14:22 29 Aug 2025 · entry 4,718 · definition statistics\/1/);
  assert.equal(asked(statistics).by, 'GATE');
  await close();
});

test('day, month and year; each grouping, gate, direction, class and HS code are asked of the server', { skip }, async () => {
  const { page, close, statistics } = await open();
  await page.getByRole('button', { name: 'Day' }).click();
  await page.locator('[data-row="2025-08-01"]').waitFor();
  assert.equal(await text(page, '.stat-period b'), '2025-08');
  await page.getByRole('button', { name: 'The period before' }).click();
  await page.locator('[data-row="2025-07-31"]').waitFor();
  await page.getByRole('button', { name: 'Year', exact: true }).click();
  await page.locator('[aria-labelledby=course] [data-row="2024"]').waitFor();
  assert.equal(await text(page, '.stat-period b'), '2016 – 2025');
  for (const by of ['DIRECTION', 'TRADE', 'REGIME', 'CLASS', 'COMMODITY', 'CHAPTER', 'HEADING', 'KIND', 'NOTHING']) {
    await page.getByLabel('Told apart by').selectOption(by);
    await page.waitForFunction((one) => document.querySelector('.sheet-body').ariaBusy === 'false' && (one === 'NOTHING') === (document.querySelector('[aria-labelledby=groups]') === null), by);
    for (const group of await page.locator('.stat-groups li > span:first-child').allInnerTexts()) {
      assert.doesNotMatch(group, /[A-Z]{2}[A-Z_]+/, `${by}: in words`);
    }
  }
  await page.getByLabel('Told apart by').selectOption('GATE');
  await page.getByLabel('Only at gate').selectOption('TT');
  await page.getByLabel('Only direction').selectOption('IMPORT');
  await page.getByLabel('Only class').selectOption('FRESH_FRUIT');
  await page.getByLabel('Only HS code').fill('0');
  await page.locator('[role=alert]', { hasText: 'two digits or four' }).waitFor();
  await page.getByLabel('Only HS code').fill('0810');
  await page.waitForFunction(() => document.querySelector('.sheet-body').ariaBusy === 'false' && document.querySelector('[data-tile=stay]')?.innerText.includes('–'));
  const last = asked(statistics);
  assert.deepEqual([last.gate, last.direction, last.class, last.hs], ['TT', 'IMPORT', 'FRESH_FRUIT', '0810']);
  assert.match(await text(page, '[data-tile=stay]'), /–\s+P95 –/, 'a stay is not told of goods');
  await close();
});

test('where no line of goods says a value it is unknown and not nothing', { skip }, async () => {
  const { page, close } = await open();
  await page.getByLabel('Only HS code').fill('2710');
  await page.locator('[data-tile=value]', { hasText: 'unknown' }).waitFor();
  assert.deepEqual((await rows(page, '[aria-labelledby=course]')).map((row) => row[3]).filter((value) => value !== 'unknown'), []);
  await page.locator('.stat-filters .segments button').nth(2).click();
  assert.equal(await page.locator('[aria-labelledby=course] rect').count(), 0);
  await close();
});

test('what others published stands apart, each measure for itself, with its source; nothing adds them', { skip }, async () => {
  const { page, close } = await open();
  const shown = await page.locator('[data-official]').evaluateAll((list) => list.map((one) => one.dataset.official));
  assert.deepEqual(shown, ['GATE_TURNOVER', 'DECLARED_TURNOVER', 'CUSTOMS_REVENUE', 'INFRASTRUCTURE_FEE', 'TRANSSHIPMENT_FEE']);
  const gates = await text(page, '[data-official=GATE_TURNOVER]');
  assert.match(gates, /billion USD[\s\S]*2024\s+all\s+66\.40\s+–\s+\+27\.6%\s+\+27\.7%\s+31 Dec 2024\s+example\.invalid \(page 3\)/);
  assert.doesNotMatch(gates, /5\.66|72\.06/);
  const declared = await text(page, '[data-official=DECLARED_TURNOVER]');
  assert.match(declared, /5\.66[\s\S]*no address to look at[\s\S]*told to us without its source/);
  assert.match(await text(page, '[data-official=CUSTOMS_REVENUE]'), /billion VND[\s\S]*Tan Thanh\s+665\.00\s+550\.00 \(120\.9% of the plan\)/);
  assert.match(await text(page, '[data-official=TRANSSHIPMENT_FEE] [data-unknown]'), /No figure was brought: unknown/);
  assert.equal(await page.locator('.stat-official tfoot').count(), 0);
  const all = await text(page, '.sheet-body');
  for (const sum of ['118.39', '72.06', '1,114.5', '124.05']) assert.ok(!all.includes(sum), `${sum} is a sum of what is never added`);
  await close();
});

test('CSV, XLSX, JSON and the year to print, by keys; letters do nothing', { skip }, async () => {
  const { page, close, statistics } = await open('board');
  assert.equal(await saved(page, () => page.keyboard.press('F8')), 'statistics-2025.xlsx');
  assert.equal(await saved(page, () => page.keyboard.press('F9')), 'statistics-2025.csv');
  const { period, step, by, format, lang } = asked(statistics);
  assert.deepEqual([period, step, by, format, lang], ['2025', 'MONTH', 'GATE', 'csv', 'en'], 'what is on the screen');
  assert.equal(await saved(page, () => page.getByRole('button', { name: 'Save JSON' }).click()), 'statistics-2025.json');
  const [tab] = await Promise.all([page.context().waitForEvent('page'), page.keyboard.press('F4')]);
  await tab.locator('h1', { hasText: 'Year 2025' }).waitFor();
  await tab.close();
  const before = statistics.seen.asked.length;
  for (const letter of 'xlsxcsvjy') await page.keyboard.press(letter);
  assert.equal(statistics.seen.asked.length, before);
  await close();
});

test('a period in which nothing was counted says so, and a fault is said and asked again', { skip }, async () => {
  const { page, close } = await open('guard', { quiet: false });
  for (let i = 0; i < 2; i++) await page.getByRole('button', { name: 'The period before' }).click();
  await page.waitForSelector('[data-empty]');
  assert.match(await text(page, '[data-empty]'), /Nothing was counted/);
  assert.equal(await page.locator('[aria-labelledby=course]').count(), 0, 'no chart of nothing');
  assert.equal(await page.locator('[data-official]').count(), 5, 'what others published stays');
  await page.route('**/statistics?*', (route) => route.fulfill({ status: 503, contentType: 'application/problem+json', body: '{"status":503,"code":"UNAVAILABLE","detail":"later"}' }));
  await page.getByRole('button', { name: 'The period after' }).click();
  await page.locator('.fault', { hasText: 'not ready at the moment' }).waitFor();
  await page.unroute('**/statistics?*');
  await page.locator('.fault button').click();
  await page.locator('[data-row="2024-05"]').waitFor();
  await close();
});

test('in three languages and two themes, at a desk and on a telephone, for everybody', { skip }, async () => {
  for (const [lang, width] of [['vi', 1440], ['zh', 390], ['en', 1440]]) {
    const { page, close } = await open('customs', { lang, width });
    for (const measure of [0, 3]) {
      await page.locator('.stat-filters .segments button').nth(measure).click();
      for (const theme of ['dark', 'light']) {
        await page.evaluate((one) => (document.documentElement.dataset.theme = one), theme);
        await clean(page, `${lang} ${width} ${theme} ${measure}`);
      }
    }
    await close();
  }
});

test('a scale ends at a round number, and a line has a gap where nothing is known', async () => {
  const { topOf, runs } = await load('statistics/charts.tsx');
  assert.deepEqual([0.9, 7, 40, 41, 38_801, 1_234_567].map(topOf), [1, 8, 40, 80, 40_000, 2_000_000]);
  assert.deepEqual(runs([null, 1, 2, null, 3, null]), [[1, 2], [4]]);
  const { moved, periodOf, placesOf } = await load('statistics/asked.ts');
  assert.deepEqual([moved('DAY', '2025-01-15', -1), moved('DAY', '2025-12-01', 1), moved('MONTH', '2025-08-29', -1)], ['2024-12', '2026-01', '2024-08-29']);
  assert.deepEqual([periodOf('YEAR', '2025-08'), periodOf('MONTH', '2025-08'), periodOf('DAY', '2025-08-29')], ['2016/2025', '2025', '2025-08']);
  assert.deepEqual([placesOf('DAY', '2024-02').length, placesOf('MONTH', '2025').at(-1), placesOf('YEAR', '2025')[0]], [29, '2025-12', '2016']);
});

test('groups and measures are called as in the printed report of a year, and every one of the contract has its word', async () => {
  const tables = Object.fromEntries(await Promise.all(['vi', 'en', 'zh'].map(async (lang) => [lang, (await load(`statistics/statwords.${lang}.ts`)).default])));
  const printed = readFileSync(join(root, '../src/main/resources/print/words.tsv'), 'utf8').split('\n').map((row) => row.split('\t'));
  let same = 0;
  for (const [key, vi, en, zh] of printed) {
    if (!/^(trade|kind|regime|class)\.|^official\.([A-Z_]+|title|apart)$/.test(key)) continue;
    const word = key.replace('.', '');
    const plain = (value) => value.replaceAll('’', "'");
    assert.deepEqual(['vi', 'en', 'zh'].map((lang) => plain(tables[lang][word] ?? '')), [vi, en, zh], key);
    same++;
  }
  assert.ok(same >= 35, `${same} words`);
  const description = JSON.parse(readFileSync(join(root, '../src/main/resources/openapi.json'), 'utf8'));
  const parameter = (name) => description.paths['/v1/{complex}/statistics'].get.parameters.find((one) => one.name === name).schema;
  const { groupings } = await load('statistics/asked.ts');
  assert.deepEqual([...groupings].sort(), [...parameter('by').enum].sort());
  const wanted = [...parameter('by').enum.map((one) => `by${one}`), ...parameter('class').enum.map((one) => `class${one}`), ...parameter('trade').enum.map((one) => `trade${one}`)];
  assert.deepEqual(wanted.filter((word) => !Object.hasOwn(tables.vi, word)), []);
});
