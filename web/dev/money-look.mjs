/**
 * Looks at the cashier and at statistics in Chromium against the test double: pictures go to test-results (never
 * committed; those worth showing are copied to docs/screens), axe checks them.
 *
 *   node dev/money-look.mjs [names…]
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { serve } from './stub.mjs';

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
  ['en', 'dark', 1024, 768],
];

const vehicle = (at) => async (page) => {
  await page.waitForSelector('#paying li');
  await page.locator('#paying li').nth(at).click();
  await page.waitForSelector('[data-charge]');
};
const screens = {
  cashier: { at: '#/cashier', act: vehicle(1) },
  unrated: { at: '#/cashier', act: vehicle(2) },
  statistics: { at: '#/statistics', act: (page) => page.waitForSelector('.sheet-body[aria-busy=false] .stat-official') },
  stays: {
    at: '#/statistics',
    act: async (page) => {
      await page.waitForSelector('.sheet-body[aria-busy=false] .stat-official');
      await page.locator('.stat-filters .segments button').last().click();
      await page.locator('.stat-filters select').first().selectOption('DIRECTION');
      await page.waitForSelector('.sheet-body[aria-busy=false] [data-group=EXPORT]');
    },
  },
  official: {
    at: '#/statistics',
    act: async (page) => {
      await page.waitForSelector('.stat-official');
      await page.locator('#official').scrollIntoViewIfNeeded();
    },
  },
  take: {
    at: '#/cashier',
    act: async (page) => {
      await vehicle(0)(page);
      await page.keyboard.press('F8');
      await page.waitForSelector('dialog[open]');
    },
  },
  refund: {
    at: '#/cashier',
    act: async (page) => {
      await vehicle(0)(page);
      await page.locator('[data-act=refund]').click();
      await page.waitForSelector('dialog[open]');
    },
  },
};

for (const [name, { at, act, token = 'board' }] of Object.entries(screens)) {
  if (only.length > 0 && !only.includes(name)) continue;
  for (const [lang, theme, width, height] of looks) {
    const double = await serve(0, { amended: true });
    const page = await browser.newPage({ viewport: { width, height }, ...(width < 500 ? { hasTouch: true } : {}) });
    page.on('pageerror', (error) => {
      console.log(`WRONG ${name}: ${error.message}`);
      wrong++;
    });
    await page.goto(`http://127.0.0.1:${double.port}/?lang=${lang}&theme=${theme}#token=${token}`);
    await page.waitForSelector('main');
    await page.evaluate((hash) => (location.hash = hash), at);
    await act(page, double);
    await page.waitForTimeout(600);
    await page.screenshot({ path: join(pictures, `${name}-${lang}-${width}.png`), fullPage: width < 1100 });
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
