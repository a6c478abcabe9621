/**
 * Looks at the page in Chromium against the test double: takes pictures into test-results (never
 * committed), checks them with axe and drives the keyboard. Ends with 1 if something is wrong.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { makeDay, serve } from './stub.mjs';

const pictures = join(fileURLToPath(new URL('.', import.meta.url)), '..', 'test-results');
mkdirSync(pictures, { recursive: true });
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const wrong = [];
const expect = (what, fine) => {
  console.log(`${fine ? 'ok   ' : 'WRONG'} ${what}`);
  if (!fine) wrong.push(what);
};

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run', '--disable-dev-shm-usage'],
});

async function open(port, { lang = 'vi', theme = 'dark', token = 'look', width = 1920, height = 1080, path = '' } = {}) {
  const page = await browser.newPage({ viewport: { width, height } });
  page.on('pageerror', (error) => expect(`no error in the page: ${error.message}`, false));
  await page.goto(`http://127.0.0.1:${port}/?lang=${lang}&theme=${theme}#token=${token}`);
  if (path !== '') await page.evaluate((hash) => (location.hash = hash), path);
  await page.waitForTimeout(2500);
  return page;
}

async function check(page, name) {
  await page.screenshot({ path: join(pictures, `${name}.png`) });
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
  for (const one of violations) console.log(`  ${one.id}: ${one.nodes.slice(0, 4).map((node) => `${node.html.slice(0, 110)} | ${node.any[0]?.message ?? ''}`).join('\n    ')}`);
  expect(`${name}: axe`, violations.length === 0);
}

const { server, port } = await serve(0);
for (const [lang, theme] of [['vi', 'dark'], ['zh', 'light'], ['en', 'dark']]) {
  const page = await open(port, { lang, theme });
  await check(page, `today-${theme}-${lang}`);
  await page.close();
}
const rows = await (await fetch(`http://127.0.0.1:${port}/v1/lang-son/crossings?state=all&limit=1000`, { headers: { Authorization: 'Bearer look' } })).json();
const one = (test) => rows.items.findLast(test)?.id;
for (const [name, lang, theme, id] of [
  ['late', 'vi', 'dark', one((row) => row.lateAgency && !row.borderGuardAt && row.state === 'AT_GATE')],
  ['inside', 'en', 'dark', one((row) => row.state === 'IN_YARD' && !row.enteredAt)],
  ['gone', 'zh', 'light', one((row) => row.state === 'GONE')],
  ['unregistered', 'vi', 'light', one((row) => !row.registration && row.openCases)],
]) {
  expect(`the day holds a passage of the kind ${name}`, id !== undefined);
  const page = await open(port, { lang, theme, path: `/crossings/${id}` });
  await check(page, `file-${name}-${theme}-${lang}`);
  await page.close();
}

const page = await open(port, { lang: 'en' });
expect('the token is gone from the address', !page.url().includes('token'));
for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown']) await page.keyboard.press(key);
const selected = await page.locator('tr[aria-selected=true]').getAttribute('id');
await check(page, 'today-selected');
await page.keyboard.press('Enter');
await page.waitForTimeout(600);
expect('Enter opens the file', page.url().includes('#/crossings/'));
await page.keyboard.press('Escape');
await page.waitForTimeout(400);
expect('Esc goes back to the same row', (await page.locator('tr[aria-selected=true]').getAttribute('id')) === selected);
expect('the table has the focus again', (await page.evaluate(() => document.activeElement?.id)) === 'vehicles');
await page.keyboard.press('F3');
await page.waitForTimeout(200);
await page.keyboard.type('29c');
await page.waitForTimeout(300);
const plates = await page.locator('#vehicles td.plate').allInnerTexts();
expect('search finds plates only', plates.length > 0 && plates.every((plate) => plate.startsWith('29C')));
await check(page, 'today-search');
await page.keyboard.press('Escape');
await page.waitForTimeout(200);
expect('Esc empties the search', (await page.locator('input[type=search]').inputValue()) === '');
await page.close();

for (const [token, name] of [['', 'token'], ['none', 'token-refused'], ['device', 'token-denied']]) {
  const asked = await open(port, { token });
  expect(`${name}: the dialog is open`, await asked.locator('dialog[open]').isVisible());
  await check(asked, name);
  await asked.close();
}

const small = await open(port, { width: 1366, height: 768 });
await check(small, 'today-1366');
await small.close();
server.closeAllConnections();
server.close();

const full = await serve(0, { plans: makeDay({ seed: 3, count: 2600 }), factor: 60 });
const busy = await open(full.port, { lang: 'en' });
const frames = await busy.evaluate(async () => {
  const box = document.querySelector('.list .scroller');
  const times = [];
  let before = performance.now();
  for (let i = 0; i < 120; i++) {
    box.scrollTop += 240;
    await new Promise((resolve) => requestAnimationFrame(resolve));
    times.push(performance.now() - before);
    before = performance.now();
  }
  return { median: times.sort((a, b) => a - b)[60], worst: times.at(-3), rows: box.querySelectorAll('tbody tr').length };
});
console.log('      2,000 rows:', JSON.stringify(frames));
expect('2,000 rows: few are in the page', frames.rows < 80);
expect('2,000 rows: median frame under 34 ms', frames.median < 34);
await check(busy, 'today-2000');
await busy.close();
full.server.closeAllConnections();
full.server.close();

const silent = await serve(0, { silentAfter: 2000 });
const stale = await open(silent.port, { lang: 'en' });
await stale.waitForTimeout(4000);
expect('late is said', (await stale.locator('.link-state').innerText()).startsWith('late'));
await stale.waitForTimeout(7000);
expect('stale is said', (await stale.locator('.link-state').innerText()).startsWith('Stale since'));
await stale.screenshot({ path: join(pictures, 'today-stale.png') });
silent.server.closeAllConnections();
silent.server.close();
await stale.waitForTimeout(3000);
expect('a dead server is said', (await stale.locator('.fault').innerText()).includes('cannot be reached'));
await browser.close();
console.log(wrong.length === 0 ? 'all is well' : `${wrong.length} wrong`);
process.exit(wrong.length === 0 ? 0 : 1);
