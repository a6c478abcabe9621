/**
 * An officer's phone without a network, for real: the browser itself is cut off, the page reloaded from what
 * it keeps, and with the network back what was said is sent and a newer build is taken.
 */
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { device, doubled, officer, skip, tab, text } from '../dev/browser.mjs';
import { serve } from '../dev/stub.mjs';

const phone = { lang: 'en', width: 390, height: 844, at: '#/work', wait: '#work tbody tr', quiet: false };
const shown = (page) => page.locator('#work tbody tr:not(.space)').evaluateAll((rows) => rows.map((row) => row.id.replace('work-', '')));

/** Until everything that this page has loaded is kept, the page itself too. */
const kept = (page) =>
  page.waitForFunction(async () => {
    const files = performance.getEntriesByType('resource').map((one) => new URL(one.name)).filter((url) => url.pathname.startsWith('/assets/'));
    const held = (await (await caches.open('clearway-pages')).keys()).map((one) => new URL(one.url).pathname);
    return navigator.serviceWorker.controller !== null && files.length > 5 && held.includes('/') && files.every((url) => held.includes(url.pathname));
  });

async function mark(page, many) {
  const ids = [];
  for (const id of await shown(page)) {
    if (ids.length === many || !(await page.locator(`#work-${id} input`).isEnabled())) continue;
    await page.locator(`#work-${id} input`).click();
    ids.push(id);
  }
  return ids;
}

test('cut off and reloaded: the page stands, what was said is there, and is sent with its time', { skip }, async () => {
  const { page, close, seen, clock } = await officer(await doubled(serve), 'guard', phone);
  await kept(page);
  const ids = await mark(page, 2);
  await page.context().setOffline(true);
  await page.click('#confirm-marked');
  await page.locator('.queued-sign', { hasText: '2 waiting to be sent' }).waitFor();
  const said = clock();
  await page.reload();
  await page.locator('.queued-sign', { hasText: '2 waiting to be sent' }).waitFor();
  await page.locator('.fault', { hasText: 'cannot be reached' }).waitFor();
  await page.click('.queued-sign');
  assert.match(await text(page, '.queued-list'), /said at 14:2\d, 15:2\d in Beijing/);
  assert.equal(await page.locator('#work').count(), 0, 'no list that only looks as if it were today’s');
  await new Promise((resolve) => setTimeout(resolve, 1500));
  const back = clock();
  await page.context().setOffline(false);
  await page.waitForSelector('#work tbody tr');
  await page.locator('.queued').waitFor({ state: 'detached' });
  const posts = seen.posts.filter((one) => one.token === 'guard');
  assert.equal(new Set(posts.map((one) => one.command)).size, ids.length, 'each word, and once');
  for (const { body } of posts) {
    assert.ok(Date.parse(body.saidAt) <= said + 1000 && Date.parse(body.saidAt) < back - 1000, 'when it was said, not when it was sent');
  }
  await close();
});

test('who has signed in is there again without a network, and no answer of the interface is kept', { skip }, async () => {
  const double = await doubled(serve);
  const context = await device({ viewport: { width: 390, height: 844 } });
  const { page } = await tab(context);
  await page.goto(`http://127.0.0.1:${double.port}/?lang=en`);
  await page.fill('input[autocomplete=username]', 'minh');
  await page.fill('input[type=password]', 'an invented one');
  await page.keyboard.press('Enter');
  await page.waitForSelector('#work tbody tr');
  await kept(page);
  await context.setOffline(true);
  await page.reload();
  await page.locator('.fault', { hasText: 'cannot be reached' }).waitFor();
  assert.equal(await page.locator('input[type=password]').count(), 0, 'nobody is asked to sign in without a network');
  const held = await page.evaluate(async () => (await (await caches.open('clearway-pages')).keys()).map((one) => one.url));
  assert.ok(held.length > 5 && held.every((url) => !url.includes('/v1/')), held.join('\n'));
  await context.setOffline(false);
  await page.waitForSelector('#work tbody tr');
  await context.close();
});

const copies = [];
after(() => copies.forEach((folder) => rmSync(folder, { recursive: true })));

test('a newer build is taken as soon as the page is loaded with a network, and then kept', { skip }, async () => {
  let folder;
  const double = await doubled((port, options) => {
    copies.push((folder = mkdtempSync(join(tmpdir(), 'clearway-build-'))));
    cpSync(options.folder, folder, { recursive: true });
    return serve(port, { ...options, folder });
  });
  const { page, close } = await officer(double, 'guard', phone);
  await kept(page);
  const index = join(folder, 'index.html');
  writeFileSync(join(folder, 'assets/next-00000000.js'), "document.documentElement.dataset.build = 'next';");
  writeFileSync(index, readFileSync(index, 'utf8').replace('</head>', '<script type="module" src="./assets/next-00000000.js"></script></head>'));
  await page.reload();
  await page.waitForSelector('html[data-build=next]', { state: 'attached' });
  await page.waitForSelector('#work tbody tr');
  await kept(page);
  await page.context().setOffline(true);
  await page.reload();
  await page.waitForSelector('html[data-build=next]', { state: 'attached' });
  await page.locator('.fault', { hasText: 'cannot be reached' }).waitFor();
  await close();
});
