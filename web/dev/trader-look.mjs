/**
 * Looks at the trader's screens in Chromium against the test double: pictures go to test-results
 * (never committed), axe checks them.
 *
 *   node dev/trader-look.mjs [names…]
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { serve, someTrips } from './trader-stub.mjs';

const pictures = join(fileURLToPath(new URL('.', import.meta.url)), '..', 'test-results');
mkdirSync(pictures, { recursive: true });
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const only = process.argv.slice(2);
let wrong = 0;

export const sheet = ['Biển số\tLái xe\tSố CCCD\tĐiện thoại\tRơ-moóc\tSố container\tChì\tKhối lượng (tấn)\tTên hàng']
  .concat(
    Array.from({ length: 8 }, (_, i) => {
      const plate = ['29C-999.02', '15C-999.07', '98C-999.11', '29C-999.15', '12C-999.21', '60C-999.3', '51C-999.44', '15C-999.45'][i];
      return `${plate}\tTài xế Thử Nghiệm ${60 + i}\t9995939144${String(10 + i)}\t00006281${String(10 + i)}\t29R-999.${String(20 + i)}\tZXQU49290${String(10 + i)}\tVNINV58515${String(10 + i)}\t${(17.2 + i / 10).toFixed(1).replace('.', ',')}\tThanh long`;
    }),
  )
  .join('\n');

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

const type = (page, text) => page.keyboard.type(text, { delay: 5 });
const screens = {
  own: async () => {},
  known: async (page) => {
    await page.keyboard.press('F2');
    await page.waitForSelector('.entry input');
    await type(page, '99902\n');
    await type(page, '1430\n');
    await type(page, '30818866729\n');
    await type(page, '19,2\n');
    await page.waitForTimeout(900);
  },
  all: async (page) => {
    await page.keyboard.press('F2');
    await page.waitForSelector('.entry input');
    await type(page, '29h99999\n');
    await page.waitForTimeout(900);
    await page.locator('.entry button[type=submit]').click();
    await page.waitForTimeout(900);
  },
  repeat: async (page) => {
    await page.keyboard.press('F4');
    await page.waitForSelector('.entry input');
    await type(page, '1430\n67');
    await page.waitForTimeout(900);
  },
  amend: async (page) => {
    await page.locator('.own-list button.link').nth(3).click();
    await page.waitForSelector('.paper');
    await page.waitForTimeout(300);
    if ((await page.locator('.fact').count()) === 0) return;
    await page.locator('.fact[data-name=plate]').click();
    await page.keyboard.press('Control+a');
    await type(page, '29C-999.16\n');
    await page.waitForTimeout(1200);
  },
  lot: async (page) => {
    await page.evaluate(() => (location.hash = '#/trader/lot'));
    await page.waitForSelector('.lot');
    await page.waitForTimeout(300);
    await page.evaluate((text) => {
      const data = new DataTransfer();
      data.setData('text/plain', text);
      document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
    }, sheet);
    await page.waitForTimeout(600);
    await type(page, '1430\n308188667295\n');
    await page.waitForTimeout(2500);
  },
  kept: async (page) => {
    await page.evaluate(() => (location.hash = '#/trader/kept'));
    await page.waitForTimeout(600);
  },
};

const presets = [
  { id: '01990fd8-2f00-7a11-8c3e-0000000000d1', kind: 'DRAFT', label: '29C-999.44', content: { gateCode: 'TT', vehicles: [{ plateNumber: '29C-999.44' }] } },
  { id: '01990fd8-2f00-7a11-8c3e-0000000000c1', kind: 'COMPANY', label: 'Công ty TNHH Giả Định 239', content: { declarant: { taxCode: '0000009799', name: 'Công ty TNHH Giả Định 239', phone: '+84000800239' } } },
  { id: '01990fd8-2f00-7a11-8c3e-0000000000a1', kind: 'TEMPLATE', label: 'Sầu riêng qua Tân Thanh', content: (({ vehicles, ...rest }) => rest)(someTrips()[0].declaration) },
  ...someTrips().slice(0, 4).map(({ declaration: { vehicles: [v] } }, i) => ({
    id: `01990fd8-2f00-7a11-8c3e-0000000000b${i}`,
    kind: 'VEHICLE',
    label: v.plateNumber,
    content: { vehicles: [(({ containerNumber, customsSealNumber, goodsKg, grossKg, plateLines, vehicleNationality, ...rest }) => rest)(v)] },
  })),
];

for (const [name, act] of Object.entries(screens)) {
  if (only.length > 0 && !only.includes(name)) continue;
  for (const [lang, theme, width, height] of looks) {
    const { server, port } = await serve(0, { trips: someTrips(), presets });
    const page = await browser.newPage({ viewport: { width, height }, ...(width < 500 ? { hasTouch: true } : {}) });
    page.on('pageerror', (error) => {
      console.log(`WRONG ${name}: ${error.message}`);
      wrong++;
    });
    await page.goto(`http://127.0.0.1:${port}/?lang=${lang}&theme=${theme}#token=trader`);
    await page.waitForSelector('.own');
    await page.waitForTimeout(300);
    await act(page);
    await page.screenshot({ path: join(pictures, `trader-${name}-${lang}-${width}.png`), fullPage: width < 500 && name !== 'amend' });
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => globalThis.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] }));
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
    server.closeAllConnections();
    server.close();
  }
  console.log(`looked at ${name}`);
}
await browser.close();
process.exit(wrong === 0 ? 0 : 1);
