/**
 * Looks at the screens for the road in Chromium against the test double: pictures of a phone go to
 * test-results (never committed).
 *
 *   node dev/road-look.mjs [names…]
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { serve } from './stub.mjs';

const pictures = join(fileURLToPath(new URL('.', import.meta.url)), '..', 'test-results');
mkdirSync(pictures, { recursive: true });
const only = process.argv.slice(2);
const ROLL = '01990fd8-2f00-7a11-8c3e-5b7d91e0a040';
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--hide-scrollbars', '--no-first-run'],
});

const type = async (page, text) => {
  for (const one of text) await page.keyboard.press(/\d/.test(one) ? `Digit${one}` : `Key${one}`);
};
const asked = (plate) => async (page) => {
  await type(page, plate);
  await page.keyboard.press('Enter');
  await page.waitForSelector('.answer');
};
const screens = {
  ask: ['#/road', async () => {}],
  turn: ['#/road', asked('29C11111')],
  go: ['#/road', asked('29C22222')],
  hold: ['#/road', asked('15C33333')],
  unknown: ['#/road', asked('60C44444')],
  here: ['#/road', asked('12C77777')],
  rolls: ['#/rolls', async (page) => page.waitForSelector('.roll-link')],
  call: [`#/rolls/${ROLL}`, async (page) => type(page, '29C12')],
  letters: [`#/rolls/${ROLL}`, async (page) => type(page, '61')],
  offline: [
    `#/rolls/${ROLL}`,
    async (page, context) => {
      await context.setOffline(true);
      for (const plate of ['29C90001', '15C90002']) {
        await type(page, plate);
        await page.keyboard.press('Enter');
      }
      await page.waitForSelector('.sign.offline');
    },
  ],
  sheet: [
    `#/rolls/${ROLL}`,
    async (page) => {
      await page.locator('.rows button').nth(1).click();
      await page.waitForSelector('.sheet[open]');
    },
  ],
};

for (const [name, [at, act]] of Object.entries(screens)) {
  if (only.length > 0 && !only.includes(name)) continue;
  for (const [lang, theme] of [['vi', 'light'], ['zh', 'light'], ['en', 'dark']]) {
    const double = await serve(0, {});
    const roll = double.road.open(ROLL, 'CSGT_CAO_LOC', 'Km 8 – Km 12');
    double.road.open('01990fd8-2f00-7a11-8c3e-5b7d91e0a041', 'PHU_XA');
    const plates = ['29C11111', '15C22222', '12C77777', '98C33333', '29C44444', '51C55555', '桂FD1234'];
    double.road.note(roll, plates.map((plate, i) => ({ id: `a${i}`, revision: 0, section: 1, rank: (i + 1) * 2 ** 30, plate, occurredAt: new Date().toISOString() })), { role: 'TRAFFIC_POLICE' });
    double.road.note(roll, [{ id: 'b0', revision: 0, section: 2, rank: 2 ** 30, plate: '98C33333', occurredAt: new Date().toISOString() }], { role: 'BORDER_GUARD' });
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 1 });
    const page = await context.newPage();
    page.on('pageerror', (error) => console.log(`WRONG ${name}: ${error.message}`));
    await page.addInitScript((id) => localStorage.setItem('clearway.road.mine', JSON.stringify({ [id]: 1 })), ROLL);
    await page.goto(`http://127.0.0.1:${double.port}/?lang=${lang}&theme=${theme}#token=police`);
    await page.waitForSelector('header .me', { state: 'attached' });
    await page.evaluate((hash) => (location.hash = hash), at);
    await page.waitForSelector(at === '#/rolls' ? '.roll-new' : '.pad');
    await page.waitForTimeout(400);
    await act(page, context);
    await page.waitForTimeout(500);
    await page.screenshot({ path: join(pictures, `road-${name}-${lang}.png`) });
    await context.close();
    double.server.closeAllConnections();
    double.server.close();
  }
  console.log(`looked at ${name}`);
}
await browser.close();
