/** The page of reports in a real browser against a test double: every file, every number, by keys alone. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { clean, doubled, officer, root, skip, text } from '../dev/browser.mjs';
import { load } from '../dev/source.mjs';
import { serve } from '../dev/stub.mjs';

const open = async (token = 'board', { lang = 'en', wait = '#hours', ...options } = {}) => {
  const page = await officer(await doubled(serve), token, { lang, at: '#/reports', wait, ...options });
  await page.page.waitForSelector('.sheet-body[aria-busy=false]');
  return page;
};

async function choose(page, day) {
  await page.fill('.day-field input', day);
  await page.keyboard.press('Enter');
  await page.waitForSelector('.sheet-body[aria-busy=false]');
}

async function saved(page, does) {
  const [file] = await Promise.all([page.waitForEvent('download'), does()]);
  const chunks = [];
  for await (const chunk of await file.createReadStream()) chunks.push(chunk);
  return [file.suggestedFilename(), Buffer.concat(chunks).toString('utf8')];
}

test('today first; looking gives no number, making it does', { skip }, async () => {
  const { page, close, reports } = await open();
  assert.equal(await page.inputValue('.day-field input'), '29 Aug 2025');
  assert.ok(await page.evaluate(() => document.activeElement.matches('.day-field input')));
  assert.match(await page.locator('.report-part').first().innerText(), /No number was given out for this day yet/);
  assert.deepEqual(reports.seen.made, [], 'nobody has asked for one');
  const [name, content] = await saved(page, () => page.click('button:has-text("Save CSV")'));
  assert.deepEqual([name, content.includes('Id,Counted')], ['province-2025-08-29.csv', true]);
  await page.waitForSelector('#versions [data-version="1"]');
  assert.deepEqual(reports.seen.made, ['2025-08-29']);
  await page.fill('.day-field input', '2025-08-30');
  await page.keyboard.press('Enter');
  await page.locator('[role=alert]', { hasText: 'no such day' }).waitFor();
  await close();
});

test('a day is read and written as the language has it, and the arrows go a day on', { skip }, async () => {
  for (const [lang, shown, typed, then] of [
    ['vi', '29/08/2025', '3/8', '03/08/2025'],
    ['zh', '2025-08-29', '8月3日', '2025-08-03'],
    ['en', '29 Aug 2025', '3 aug', '3 Aug 2025'],
  ]) {
    const { page, close, reports } = await open('board', { lang });
    const field = page.locator('.day-field input');
    assert.equal(await field.inputValue(), shown);
    await page.keyboard.press('ArrowUp');
    assert.equal(await field.inputValue(), shown, 'no later day than today');
    await choose(page, typed);
    assert.equal(await field.inputValue(), then);
    await page.keyboard.press('ArrowDown');
    await page.waitForSelector('#versions [data-version="2"]');
    assert.match(await field.inputValue(), /2025-08-02|0?2 Aug 2025|02\/08\/2025/);
    await page.keyboard.type('abc');
    await page.keyboard.press('Tab');
    await page.locator('[role=alert]').waitFor();
    await page.locator('.day-field button').first().click();
    await page.waitForSelector('#versions [data-version="2"]');
    assert.match(await field.inputValue(), /2025-08-01|0?1 Aug 2025|01\/08\/2025/);
    assert.deepEqual(reports.seen.made, []);
    await close();
  }
});

test('days that people type are of the past, and only those that there are', async () => {
  const { dayTyped } = await load('days.ts');
  for (const [typed, vi, zh = vi] of [
    ['29/8/2025', '2025-08-29', null],
    ['8/29/2025', null, '2025-08-29'],
    ['2024年2月29日', '2024-02-29'],
    ['2025-02-29', null],
    ['20250801', '2025-08-01'],
    ['1/8', '2025-08-01', '2025-01-08'],
    ['30/12', '2024-12-30', null],
    ['31', '2025-07-31'],
    ['2', '2025-08-02'],
    ['29/2', '2024-02-29', null],
    ['1.8.25', '2025-08-01', '2025-01-08'],
    ['', null],
    ['today', null],
    ['1/2/3/4', null],
  ]) {
    assert.deepEqual([dayTyped(typed, '2025-08-29', 'vi'), dayTyped(typed, '2025-08-29', 'zh')], [vi, zh], typed);
  }
  assert.equal(dayTyped('29 August 2025', '2025-08-29', 'en'), '2025-08-29');
});

test('no date is left to the language of the browser', async () => {
  const native = readdirSync(join(root, 'src'), { recursive: true }).filter((name) => /\.tsx?$/.test(name) && /type=["'{]+(date|datetime-local|month|week|time)\b/.test(readFileSync(join(root, 'src', name), 'utf8')));
  assert.deepEqual(native, []);
});

test('the numbers of a day: provisional, final, and every figure in which they differ', { skip }, async () => {
  const { page, close } = await open('guard');
  await choose(page, '2025-08-28');
  await page.waitForSelector('#versions [data-version="2"]');
  assert.match(await text(page, '#versions [data-version="1"]'), /Provisional, counted until 20:00[\s\S]*20:00, 28 Aug 2025 \(.*21:00\)[\s\S]*the first/);
  const second = await text(page, '#versions [data-version="2"]');
  assert.match(second, /Final, the whole day[\s\S]*in 2 figures/);
  assert.match(second, /Trips, all gates, both ways: 1,290 → 1,412/);
  assert.match(second, /Backlog at 20:00, .*export: not yet → 57/);
  const [name] = await saved(page, () => page.getByRole('button', { name: 'Save XLSX, Number 1' }).click());
  assert.equal(name, 'province-2025-08-28-v1.xlsx');
  const [json] = await saved(page, () => page.getByRole('button', { name: 'Save JSON, Number 2' }).click());
  assert.equal(json, 'province-2025-08-28.json');
  await close();
});

test('where the hours go: the gap between the two keys with its median', { skip }, async () => {
  const { page, close } = await open();
  assert.match(await text(page, '[data-gap="CUSTOMS_KEY-BORDER_GUARD_KEY"]'), /customs confirmed → border guard confirmed\s+median 15′ · P90 1 h 00′ · longest 1 h 30′ · 57 vehicles/);
  assert.match(await text(page, '[data-gap="BORDER_GUARD_KEY-CUSTOMS_KEY"]'), /no vehicle/);
  const rows = await page.locator('[data-span="CUSTOMS_KEY-BORDER_GUARD_KEY"]').allInnerTexts();
  assert.equal(rows.length, 2, 'of one gate, and of all');
  assert.match(rows[1], /border guard\s+57\s+15′/);
  await close();
});

for (const [how, sign] of [['a token', false], ['a name and a password', true]]) {
  test(`signed in by ${how} the printable pages open in another tab, by keys alone`, { skip }, async () => {
    const { page, close, reports, port } = await open('guard');
    if (sign) {
      await page.evaluate(() => sessionStorage.clear());
      await page.goto(`http://127.0.0.1:${port}/?lang=en`);
      await page.fill('input[autocomplete=username]', 'minh');
      await page.fill('input[type=password]', 'an invented one');
      await page.keyboard.press('Enter');
      await page.waitForSelector('#work tbody tr');
      await page.evaluate(() => (location.hash = '#/reports'));
      await page.waitForSelector('.sheet-body[aria-busy=false]');
    }
    for (const [key, title] of [['F4', '/reports/province 2025-08-29'], ['F9', '/reports/hours 2025-08-29']]) {
      const [tab] = await Promise.all([page.context().waitForEvent('page'), page.keyboard.press(key)]);
      await tab.locator('h1', { hasText: title }).waitFor();
      assert.equal(await tab.evaluate(() => getComputedStyle(document.body).fontWeight), '700', 'with its own style');
      await tab.close();
      await page.locator('.head [role=status]', { hasText: 'Made' }).waitFor();
    }
    const [name] = await saved(page, () => page.keyboard.press('F8'));
    assert.equal(name, 'province-2025-08-29.xlsx');
    assert.ok(reports.seen.asked.filter((one) => one.format !== 'json').every((one) => one.lang === 'en'));
    await close();
  });
}

test('F2 comes to it, Tab goes through it, letters do nothing', { skip }, async () => {
  const { page, close, reports } = await open('customs');
  await page.keyboard.press('F2');
  await page.waitForFunction(() => location.hash === '#/statistics');
  await page.keyboard.press('F2');
  await page.waitForSelector('#work');
  for (let i = 0; i < 8 && !(await page.evaluate(() => location.hash === '#/reports')); i++) await page.keyboard.press('F2');
  await page.waitForSelector('.sheet-body[aria-busy=false]');
  const asked = reports.seen.asked.length;
  await page.locator('.primary').focus();
  for (const letter of 'xlsxcsvfrp') await page.keyboard.press(letter);
  assert.equal(reports.seen.asked.length, asked);
  await page.keyboard.press('Tab');
  assert.match(await page.evaluate(() => document.activeElement.textContent), /XLSX/);
  await close();
});

test('what the server refuses is said, and no empty tab stays', { skip }, async () => {
  const { page, close } = await open('board', { quiet: false });
  await page.route('**/reports/province?*format=html*', (route) => route.fulfill({ status: 503, contentType: 'application/problem+json', body: '{"status":503,"code":"UNAVAILABLE","detail":"later"}' }));
  await page.keyboard.press('F4');
  await page.locator('[role=alert]', { hasText: 'not ready at the moment' }).waitFor();
  assert.equal(page.context().pages().length, 1);
  await close();
});

test('a day that there is not, and a command without its id, are refused in the language of the page', { skip }, async () => {
  const sentences = new Map(readFileSync(join(root, '../src/main/resources/sentences.tsv'), 'utf8').split('\n').map((line) => line.split('\t')).map(([code, vi, zh]) => [code, { vi, zh }]));
  const english = { DATE_INVALID: 'A day is expected, as 2025-08-29.', COMMAND_ID: 'The header Command-Id carries a UUID.' };
  for (const [lang, begins] of [['vi', 'Máy chủ không nhận yêu cầu này.'], ['zh', '服务器不接受此请求。'], ['en', 'The server does not take this request.']]) {
    for (const code of ['DATE_INVALID', 'COMMAND_ID']) {
      const { page, close } = await open('guard', { lang, quiet: false });
      const messages = { en: english[code], ...sentences.get(code) };
      const violations = [{ path: 'day', code, rule: 'E-1', message: english[code], messages }];
      await page.route('**/reports/hours?*', (route) => route.fulfill({ status: 400, contentType: 'application/problem+json', body: JSON.stringify({ status: 400, code: 'BAD_INPUT', detail: 'The input cannot be read.', violations }) }));
      await page.keyboard.press('F9');
      const said = await page.locator('[role=alert]', { hasText: begins }).innerText();
      assert.ok(said.includes(messages[lang]), said);
      assert.ok(!said.includes('The input cannot be read'), 'the detail is for programs');
      await close();
    }
  }
});

test('in three languages and two themes, at a desk and on a telephone', { skip }, async () => {
  for (const [lang, width] of [['vi', 1440], ['zh', 390], ['en', 1440]]) {
    const { page, close } = await open('guard', { lang, width });
    await choose(page, '2025-08-28');
    await page.waitForSelector('#versions [data-version="2"]');
    for (const theme of ['dark', 'light']) {
      await page.evaluate((one) => (document.documentElement.dataset.theme = one), theme);
      await clean(page, `${lang} ${width} ${theme}`);
    }
    await close();
  }
});

test('steps and parties are called as on the printed pages', async () => {
  const { reportDictionary } = await load('overview/reportwords.ts');
  const rows = readFileSync(join(root, '../src/main/resources/print/words.tsv'), 'utf8').split('\n').map((line) => line.split('\t'));
  const printed = rows.filter(([key]) => /^(step|party)\./.test(key));
  assert.ok(printed.length >= 15);
  for (const [key, vi, en, zh] of printed) {
    const word = key.replace('.', '');
    assert.deepEqual({ vi: reportDictionary.vi[word], en: reportDictionary.en[word], zh: reportDictionary.zh[word] }, { vi, en, zh }, key);
  }
});
