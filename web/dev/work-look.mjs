/**
 * Looks at signing in and at the agencies' work lists, files, yards and sheets in Chromium against the test
 * double: pictures go to test-results (never committed; those worth showing are copied to docs/screens),
 * axe checks them.
 *
 *   node dev/work-look.mjs [names…]
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
  ['vi', 'light', 1024, 768],
  ['en', 'dark', 1024, 768],
  ['vi', 'light', 390, 844],
  ['zh', 'dark', 390, 844],
  ['en', 'dark', 390, 844],
];
const crossing = (plan) => `#/crossings/${plan.id}`;
const show = (hash, wait) => async (page) => {
  await page.evaluate((to) => (location.hash = to), hash);
  await page.waitForSelector(wait);
};
const file = (which) => async (page, { some }) => {
  await page.evaluate((to) => (location.hash = to), crossing(some.work[which]));
  await page.waitForSelector('.lines');
};

const screens = {
  list: { token: 'customs', act: show('#/work', '#work tbody tr') },
  plant: { token: 'plant', act: show('#/work', '#work tbody tr') },
  police: { token: 'police', act: show('#/work', '[data-empty]') },
  marked: {
    token: 'guard',
    act: async (page) => {
      await show('#/work', '#work tbody tr')(page);
      await page.focus('#work');
      for (let i = 0; i < 3; i++) {
        await page.keyboard.press('Space');
        await page.keyboard.press('ArrowDown');
      }
    },
  },
  convoy: {
    token: 'guard',
    act: async (page, { papers, loads }) => {
      await show('#/work', '#work tbody tr')(page);
      await page.focus('#work');
      const id = (await page.locator('#work tbody tr[aria-selected=true]').getAttribute('id')).replace('work-', '');
      for (let i = 0; i < 3; i++) {
        await page.keyboard.press('Space');
        await page.keyboard.press('ArrowDown');
      }
      papers.amend(id, { 'vehicles[0].customsSealNumber': 'VNSYN1111100', 'vehicles[0].plateNumber': papers.held.get(id).form.vehicles[0].plateNumber });
      void loads;
      await page.keyboard.press('F8');
      await page.waitForTimeout(900);
    },
  },
  seconds: {
    token: 'customs',
    act: async (page, { loads, some }) => {
      const plan = some.work.refused;
      Object.assign(loads.of(plan), { channel: 'RED', inspection: undefined, seconds: [{ channel: 'GREEN', at: '2025-08-29T07:10:00Z', until: '2025-08-29T19:10:00Z', by: 'customs-lan', agency: 'CUSTOMS', note: 'papers and scan of the first trip fit' }] });
      await page.evaluate((to) => (location.hash = to), crossing(plan));
      await page.locator('[data-second]').scrollIntoViewIfNeeded();
    },
  },
  file: { token: 'customs', act: file('inspected') },
  held: { token: 'plant', act: file('testing') },
  refused: { token: 'board', act: file('refused') },
  hold: {
    token: 'customs',
    act: async (page, double) => {
      await file('inspected')(page, double);
      await page.keyboard.press('F9');
      await page.waitForSelector('dialog[open]');
    },
  },
  wrong: {
    token: 'plant',
    act: async (page, double) => {
      await file('refused')(page, double);
      await page.keyboard.press('F4');
      await page.waitForSelector('dialog[open]');
      await page.keyboard.press('Enter');
    },
  },
  reader: { token: 'look', act: file('inspected') },
  offline: {
    token: 'guard',
    act: async (page, { seen }) => {
      await show('#/work', '#work tbody tr')(page);
      await page.focus('#work');
      await page.keyboard.press('Space');
      seen.away = true;
      await page.keyboard.press('F8');
      await page.waitForSelector('.queued');
      await page.click('.queued-sign');
    },
  },
  yard: {
    token: 'yard',
    options: { plugs: { is: 2, evidence: 'A' }, spaces: { is: 40, evidence: 'A' } },
    act: async (page, { plans, clock }) => {
      const stand = plans.filter((plan) => plan.yardEnteredAt < clock() && plan.yardLeftAt > clock() && !plan.ghost);
      for (const plan of stand.filter((_, i) => i % 3 === 0)) plan.pluggedAt = plan.yardEnteredAt + 7 * 60_000;
      stand.forEach((plan, i) => Object.assign(plan, { reefer: plan.direction === 'EXPORT' }, i % 5 === 0 ? {} : { place: `${'ABC'[i % 3]}-${i + 1}`, placedAt: plan.yardEnteredAt + 3 * 60_000 }));
      await show('#/yard', '.yards tbody tr')(page);
      await page.focus('#yards');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      const other = await page.locator('.yards table').first().locator('[data-place]').last().getAttribute('data-place');
      await page.keyboard.type(other);
      await page.keyboard.press('Enter');
      await page.waitForSelector('.placing .why');
    },
  },
  signin: { act: (page) => page.waitForSelector('.sign-in input') },
  turn: {
    token: 'customs',
    act: async (page, double) => {
      await file('inspected')(page, double);
      const turn = { vi: 'Quay đầu', zh: '掉头', en: 'Turn back' };
      await page.locator('.load-tools button', { hasText: turn[await page.evaluate(() => document.documentElement.lang)] }).click();
      await page.waitForSelector('dialog[open]');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
    },
  },
  turned: {
    token: 'customs',
    act: async (page, double) => {
      double.some.work.inspected.turned = { reason: 'OTHER_SIDE', to: double.some.work.inspected.gate === 'HN' ? 'TT' : 'HN', at: new Date(double.clock() - 4 * 60_000).toISOString() };
      await file('inspected')(page, double);
      await page.waitForSelector('[data-turned]');
    },
  },
  unregistered: {
    token: 'guard',
    act: async (page, { plans, clock }) => {
      await show(crossing(plans.find((plan) => plan.ghost && plan.arrivedAt < clock())), '.turn-panel button')(page);
    },
  },
  milestones: {
    token: 'guard',
    act: async (page, { plans, clock }) => {
      const here = plans.find((plan) => !plan.ghost && !plan.again && plan.yardEnteredAt + 20 * 60_000 < clock() && plan.yardLeftAt > clock() && plan.arrivedAt > clock() - 2 * 3_600_000);
      await show(crossing(here), '[data-stop=checkStarted].done')(page);
    },
  },
  trips: { token: 'guard', act: show('#/trips', '#trips tbody tr') },
  sheet: { token: 'customs', act: show('#/handover', '.sheet-part') },
};

for (const [name, { token, act, options }] of Object.entries(screens)) {
  if (only.length > 0 && !only.includes(name)) continue;
  for (const [lang, theme, width, height] of looks) {
    const double = await serve(0, { amended: true, ...options });
    const page = await browser.newPage({ viewport: { width, height }, ...(width < 500 ? { hasTouch: true } : {}) });
    page.on('pageerror', (error) => {
      console.log(`WRONG ${name}: ${error.message}`);
      wrong++;
    });
    await page.goto(`http://127.0.0.1:${double.port}/?lang=${lang}&theme=${theme}${token === undefined ? '' : `#token=${token}`}`);
    if (token !== undefined) await page.waitForSelector('main');
    try {
      await act(page, double);
    } catch (reason) {
      wrong++;
      console.log(`WRONG ${name} ${lang} ${width}: ${reason.message.split('\n')[0]}`);
    }
    await page.waitForTimeout(500);
    await page.screenshot({ path: join(pictures, `work-${name}-${lang}-${width}.png`), fullPage: width < 500 && name !== 'list' });
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
    if (name === 'sheet' && width > 500) await page.pdf({ path: join(pictures, `work-sheet-${lang}.pdf`), format: 'A4' });
    await page.close();
    double.server.closeAllConnections();
    double.server.close();
  }
  console.log(`looked at ${name}`);
}
await browser.close();
process.exit(wrong === 0 ? 0 : 1);
