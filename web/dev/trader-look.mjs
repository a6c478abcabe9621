/**
 * Looks at the trader's screens in Chromium against the test double: pictures go to test-results
 * (never committed; those worth showing are copied to docs/screens), axe checks them.
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
  withdraw: async (page) => {
    await page.locator('.own-list button.link').first().click();
    await page.locator('#withdraw').click();
    await page.waitForTimeout(300);
  },
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
  invoices: async (page) => {
    await page.evaluate(() => (location.hash = '#/trader/invoices'));
    await page.waitForSelector('[data-charge]');
    await page.locator('.invoice-payer').last().locator('[type=checkbox]').first().check();
    await page.waitForTimeout(300);
  },
  waiting: async (page, { fees }) => {
    fees.bank.reports = 'never';
    await page.evaluate(() => (location.hash = '#/trader/invoices'));
    await page.waitForSelector('[data-charge]');
    await page.locator('.invoice-payer [type=checkbox]').first().check();
    await page.keyboard.press('F8');
    await page.locator('button', { hasText: /^Pay/ }).click();
    await page.waitForSelector('[data-payment=STARTED]');
  },
  quote: async (page) => {
    await page.keyboard.press('F4');
    await page.waitForSelector('.entry input');
    await type(page, '1430\n67');
    await page.waitForSelector('.quote');
    await page.waitForTimeout(1800);
  },
  kept: async (page) => {
    await page.evaluate(() => (location.hash = '#/trader/kept'));
    await page.waitForTimeout(600);
  },
};

/** The form for what no known truck carries: everything that its regime asks for, one fault in it. */
const regime = (words, act) => async (page) => {
  await page.evaluate(() => (location.hash = '#/trader/new'));
  await page.waitForSelector('.entry input');
  await page.locator('.chip').filter({ hasText: /Loại hình|通行类型|Regime/ }).first().click();
  await page.keyboard.press('Control+a');
  await type(page, words[await page.evaluate(() => new URLSearchParams(location.search).get('lang'))] + '\n');
  await act(page, async (name, ...texts) => {
    await page.locator(`.entry input[data-name="${name}"]`).focus();
    await page.keyboard.press('Control+a');
    for (const text of texts) await type(page, text);
  });
  await page.waitForTimeout(900);
};

Object.assign(screens, {
  told: async (page, { held, notices }) => {
    const turned = { reason: 'OTHER_SIDE', to: 'HN', at: '2026-11-26T11:40:00+07:00' };
    const at = (id) => held.find((one) => one.crossing?.id === id);
    at('c29').crossing.turned = turned;
    const notice = (id, one, rest) => ({ id, crossing: one.crossing.id, plate: one.declaration.vehicles[0].plateNumber, openedAt: turned.at, ...rest });
    notices.push(notice('901', at('c29'), { kind: 'VEHICLE_TURNED', turned }), notice('902', at('c28'), { kind: 'ENTRY_COMPLETE' }));
    await page.waitForSelector('.notices li');
    await page.locator(`#own-${at('c28').id} .own-plate small`).click();
    await page.waitForSelector('.steps li');
    await page.evaluate(() => scrollTo(0, 0));
  },
  residents: regime({ vi: 'cu dan', zh: '边民', en: 'border' }, async (page, at) => {
    await at('plate', '99902\n', '1430\n');
    await at('customsNumber', 'cd-12/26\n');
    await at('weight', '2,1\n');
    await at('resident', 'Cư dân Thử Nghiệm 11\n', '999000000111\n', '1,5tr\n', 'Cư dân Thử Nghiệm 12\n', '999000000112\n', '2,5tr\n', 'Cư dân Thử Nghiệm 13\n');
    await page.locator('[data-list=residents] .row').first().scrollIntoViewIfNeeded();
  }),
  train: regime({ vi: 'duong sat', zh: '铁路', en: 'rail' }, async (page, at) => {
    await at('plate', 'inv-2026\n', 'Lái tàu Thử Nghiệm 1\n', '0000628182\n', '999593914401\n', '5\n', '80\n', '1112\n', '1430\n');
    await at('customsNumber', '308188667295\n');
    await at('wagon', '900101\n', 'zxqu4928957\n', 'vninv01\n', '22,5\n', '900102\n', 'zxqu4928962\n', 'vninv02\n', '21\n', '9001\n', '\n', '\n', '18\n');
    await page.locator('[data-list=wagons] .row').first().scrollIntoViewIfNeeded();
  }),
  people: async (page) => {
    await page.evaluate(() => (location.hash = '#/trader/new'));
    await page.waitForSelector('.entry input');
    await type(page, '99902\n1430\n308188667295\n19,2\n');
    const add = (section, i) => page.locator(`[data-section=${section}] .part-more button`).nth(i).click();
    const [choice, other] = { vi: ['ho chieu', 'thong hanh'], zh: ['护照', '边境'], en: ['passport', 'border'] }[await page.evaluate(() => new URLSearchParams(location.search).get('lang'))];
    await add('vehicle', 1);
    await type(page, `${choice}\ninv-b100\n01/03/27\n`);
    await add('vehicle', 1);
    await type(page, 'Người đi cùng Thử Nghiệm 1\n0000628184\n999593914403\n');
    await page.locator('[data-list=coDrivers] .row-acts button').first().click();
    await type(page, `${other}\ninv-th-7\n2026-11-20\n`);
    await page.locator('[data-section=papers] .part-more button').last().click();
    await type(page, 'cad\ninv-cd-9\nLab 7\n2026-12-31\n');
    await page.waitForTimeout(900);
    await page.locator('[data-section=vehicle]').scrollIntoViewIfNeeded();
  },
  detail: async (page) => {
    await page.locator('.own-list button.link').first().click();
    await page.waitForSelector('.paper');
    await page.locator('.fact[data-name="paperTo@1"]').click();
    await page.keyboard.press('Control+a');
    await type(page, '2026-12-24\n');
    await page.waitForTimeout(900);
  },
  template: async (page) => {
    await page.evaluate(() => (location.hash = '#/trader/kept'));
    await page.waitForSelector('.kept');
    await page.locator('.kept-line').last().locator('button').nth(1).click();
    await page.waitForTimeout(400);
    await page.locator('.template-name').evaluate((name) => name.scrollIntoView({ block: 'start' }));
  },
});

/** The first trip has people with documents, and certificates. */
function firmTrips() {
  const [first, ...rest] = someTrips();
  first.declaration.certificates = [
    { kind: 'ORIGIN', number: 'INV-CO-55' },
    { kind: 'CADMIUM_REPORT', number: 'INV-CD-9', laboratory: 'Phòng kiểm nghiệm Giả Định', validTo: '2026-12-01' },
  ];
  Object.assign(first.declaration.vehicles[0], {
    driverDocuments: [{ kind: 'PASSPORT', number: 'INVB100', validTo: '2027-03-01' }],
    coDrivers: [{ name: 'Người đi cùng Thử Nghiệm 1', idNumber: '999593914403', documents: [{ kind: 'BORDER_PASS', number: 'INVTH7', validTo: '2026-12-31' }] }],
  });
  return [first, ...rest];
}

const presets = [
  { id: '01990fd8-2f00-7a11-8c3e-0000000000d1', kind: 'DRAFT', label: '29C-999.44', content: { gateCode: 'TT', vehicles: [{ plateNumber: '29C-999.44' }] } },
  { id: '01990fd8-2f00-7a11-8c3e-0000000000c1', kind: 'COMPANY', label: 'Công ty TNHH Giả Định 239', content: { declarant: { taxCode: '0000009799', name: 'Công ty TNHH Giả Định 239', phone: '+84000800239' } } },
  { id: '01990fd8-2f00-7a11-8c3e-0000000000a1', kind: 'TEMPLATE', label: 'Sầu riêng qua Tân Thanh', content: (({ vehicles, ...rest }) => rest)(firmTrips()[0].declaration) },
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
    const double = await serve(0, { trips: firmTrips(), presets, ...(['invoices', 'waiting', 'quote', 'own'].includes(name) ? { fees: true, company: '0000009799' } : {}) });
    const { server, port } = double;
    const page = await browser.newPage({ viewport: { width, height }, ...(width < 500 ? { hasTouch: true } : {}) });
    page.on('pageerror', (error) => {
      console.log(`WRONG ${name}: ${error.message}`);
      wrong++;
    });
    await page.goto(`http://127.0.0.1:${port}/?lang=${lang}&theme=${theme}#token=trader`);
    await page.waitForSelector('.own');
    await page.waitForTimeout(300);
    await act(page, double);
    await page.screenshot({ path: join(pictures, `trader-${name}-${lang}-${width}.png`), fullPage: width < 500 && !['amend', 'told'].includes(name) });
    if (width < 500) await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
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
