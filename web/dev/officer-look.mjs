/**
 * Looks at the officers' papers and at the file in which a key is turned, in Chromium against the test
 * double: pictures go to test-results (never committed), axe checks them.
 *
 *   node dev/officer-look.mjs [names…]
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
const only = process.argv.slice(2);
let wrong = 0;

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--hide-scrollbars', '--no-first-run'],
});
const looks = [
  ['vi', 'dark', 1440, 900],
  ['zh', 'light', 1440, 900],
  ['en', 'light', 1440, 900],
  ['vi', 'light', 390, 844],
  ['zh', 'dark', 390, 844],
  ['en', 'dark', 390, 844],
];

const screens = {
  list: { token: 'customs', act: async () => {} },
  paper: {
    token: 'customs',
    act: async (page, { some }) => {
      await page.evaluate((id) => (location.hash = `#/papers/${id}`), some.seal.id);
      await page.waitForSelector('.relied');
    },
  },
  stale: {
    token: 'customs',
    act: async (page, { some, papers }) => {
      await page.evaluate((id) => (location.hash = `#/papers/${id}`), some.seal.id);
      await page.waitForSelector('.relied');
      papers.amend(some.seal.id, { 'vehicles[0].trailerNumber': '29R-999.77', 'vehicles[0].grossKg': 31_250 });
      await page.keyboard.press('F8');
      await page.waitForSelector('.outcome.p2');
    },
  },
  empty: { token: 'guard', act: async () => {}, options: { plans: makeDay({ count: 60, now: '2025-08-29T09:22:00+07:00' }).filter((plan) => plan.arrivedAt < Date.parse('2025-08-29T13:00:00+07:00')) } },
  away: {
    token: 'guard',
    act: async (page, { seen }) => {
      seen.away = true;
      await page.locator('.segments button', { hasText: /trước đó|以往|Earlier/ }).click();
      await page.waitForSelector('.fault');
    },
  },
  denied: { token: 'look', act: async () => {} },
  entry: {
    token: 'customs',
    act: async (page, { some }) => {
      await page.evaluate((id) => (location.hash = `#/crossings/${id}`), some.again.plan.id);
      await page.waitForSelector('.relied');
    },
  },
  sure: {
    token: 'customs',
    act: async (page, { some }) => {
      await page.evaluate((id) => (location.hash = `#/crossings/${id}`), some.again.plan.id);
      await page.waitForSelector('.relied');
      await page.keyboard.press('F8');
      await page.waitForSelector('dialog[open]');
    },
  },
  today: { token: 'guard', act: async (page) => page.evaluate(() => (location.hash = '#/')) },
  reader: {
    token: 'look',
    act: async (page, { some }) => {
      await page.evaluate((id) => (location.hash = `#/crossings/${id}`), some.again.plan.id);
      await page.waitForSelector('.papers');
    },
  },
};

for (const [name, { token, act, options }] of Object.entries(screens)) {
  if (only.length > 0 && !only.includes(name)) continue;
  for (const [lang, theme, width, height] of looks) {
    const double = await serve(0, { amended: options === undefined, ...options });
    const page = await browser.newPage({ viewport: { width, height }, ...(width < 500 ? { hasTouch: true } : {}) });
    page.on('pageerror', (error) => {
      console.log(`WRONG ${name}: ${error.message}`);
      wrong++;
    });
    await page.goto(`http://127.0.0.1:${double.port}/?lang=${lang}&theme=${theme}#token=${token}`);
    await page.waitForSelector('main');
    await page.evaluate(() => (location.hash = '#/papers'));
    await page.waitForSelector('.papers-page');
    await page.waitForTimeout(700);
    await act(page, double);
    await page.waitForTimeout(600);
    await page.screenshot({ path: join(pictures, `officer-${name}-${lang}-${width}.png`), fullPage: width < 500 });
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => globalThis.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (wide > 0) {
      console.log(`WRONG ${name} ${lang} ${width}: ${wide} px too wide`);
      wrong++;
    }
    for (const one of violations) {
      wrong++;
      console.log(`WRONG ${name} ${lang} ${width} ${one.id}: ${one.nodes.slice(0, 3).map((node) => `${node.html.slice(0, 120)} | ${node.any[0]?.message ?? ''}`).join('\n    ')}`);
    }
    await page.close();
    double.server.closeAllConnections();
    double.server.close();
  }
  console.log(`looked at ${name}`);
}
await browser.close();
process.exit(wrong === 0 ? 0 : 1);
