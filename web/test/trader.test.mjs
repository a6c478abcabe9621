/**
 * The trader's registration, typed in a real browser against a test double of the server. Every key
 * event counts, a click would count two; what is posted must be complete, and nothing typed twice.
 */
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { serve, trip } from '../dev/trader-stub.mjs';

const root = join(fileURLToPath(new URL('.', import.meta.url)), '..');
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const skip = existsSync(CHROMIUM) ? false : `${CHROMIUM} is not there`;
const NOW = '2026-11-26T12:05:00+07:00';
const company = { declarant: { taxCode: '0000009799', name: 'Công ty TNHH Giả Định 239', phone: '+84000800239' } };
const kept = (i, kind, label, content) => ({ id: `01990fd8-2f00-7a11-8c3e-0000000000b${i}`, kind, label, content });

let folder;
let browser;
before(async () => {
  if (skip) return;
  folder = mkdtempSync(join(tmpdir(), 'clearway-trader-'));
  await build({ root, logLevel: 'error', build: { outDir: folder, emptyOutDir: true } });
  browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run'] });
});
after(async () => {
  await browser?.close();
  if (folder) rmSync(folder, { recursive: true });
});

/** A page whose every key press is counted by the browser itself. */
async function open(options, lang = 'vi') {
  const double = await serve(0, { folder, now: NOW, ...options });
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const wrong = [];
  page.on('pageerror', (error) => wrong.push(error.message));
  await page.addInitScript(() => {
    globalThis.strokes = 0;
    addEventListener('keydown', () => globalThis.strokes++, true);
    addEventListener('pointerdown', () => (globalThis.strokes += 2), true);
  });
  await page.goto(`http://127.0.0.1:${double.port}/?lang=${lang}#token=trader`);
  await page.waitForSelector('.own');
  const strokes = () => page.evaluate(() => globalThis.strokes);
  const close = async () => {
    await page.close();
    double.server.closeAllConnections();
    double.server.close();
    assert.deepEqual(wrong, [], 'errors in the page');
  };
  return { page, strokes, close, ...double };
}

/** A line end is Enter. */
const type = async (page, ...texts) => {
  for (const text of texts) await page.keyboard.type(text, { delay: 12 });
};

async function send(page) {
  await page.keyboard.press('Control+Enter');
  await page.waitForSelector('.sent-line', { timeout: 5000 }).catch(async () => {
    assert.fail(`not taken: ${(await page.locator('.fault, .wrong').allInnerTexts()).join(' | ')}`);
  });
}

const registered = (seen) => seen.posts.filter((one) => one.rest === '/registrations').map((one) => one.body);

/** What was typed stands once in what was sent; nothing that is asked was asked twice. */
function typedOnce(body, ...values) {
  const text = JSON.stringify(body);
  for (const value of values) assert.ok(text.includes(value), `${value} was sent`);
}

const usual = () => trip(31, { plate: '29C-999.02', goods: 'DURIAN', at: Date.parse(NOW) - 20 * 3_600_000 });
const known = () => {
  const { vehicles: [vehicle] } = usual();
  const { containerNumber, customsSealNumber, goodsKg, grossKg, plateLines, vehicleNationality, ...rest } = vehicle;
  return [kept(1, 'VEHICLE', vehicle.plateNumber, { vehicles: [rest] }), kept(2, 'COMPANY', 'company', company)];
};

test('a known vehicle with a known driver: at most 12 fields and 90 keys', { skip }, async () => {
  const { page, strokes, close, seen } = await open({ trips: [{ declaration: usual() }], presets: known() });
  await page.keyboard.press('F2');
  await page.waitForSelector('.entry input');
  await type(page, '99902\n');
  const fields = await page.locator('.entry input[data-name]').evaluateAll((inputs) => inputs.map((input) => input.dataset.name));
  await type(page, '1430\n', '308188667295\n', '18,5\n', 'vninv5851412\n', 'zxqu4928957\n', 'inv-dl-773142\n', 'inv-kdtv-645042');
  await send(page);
  const count = await strokes();
  console.log(`known vehicle and driver: ${count} keys, ${fields.length} fields (${fields.join(', ')})`);
  const [body] = registered(seen);
  typedOnce(body, '29C-999.02', '2026-11-26T14:30:00+07:00', '308188667295', 'VNINV5851412', 'ZXQU4928957', 'INV-DL-773142', 'INV-KDTV-645042');
  assert.equal(body.vehicles[0].grossKg, 18_500 + 13_910);
  assert.equal(body.goodsGroups[0].goodsLines[0].quantity, 18_500);
  assert.equal(body.totalWeightTonnes, 18.5);
  assert.equal(body.vehicles[0].driverIdNumber, '999593914400');
  assert.deepEqual([body.quarantine.medicalRequired, body.quarantine.plantRequired, body.quarantine.animalRequired], [true, true, false]);
  assert.ok(fields.length <= 12, `${fields.length} fields`);
  assert.ok(count <= 90, `${count} keys`);
  await close();
});

test('the last trip again: at most 25 keys', { skip }, async () => {
  const { page, strokes, close, seen } = await open({ trips: [{ declaration: usual() }], presets: known() });
  await page.keyboard.press('F4');
  await page.waitForSelector('.entry input');
  assert.equal(await page.evaluate(() => document.activeElement.dataset.name), 'arrival', 'the cursor stands at the first field that must change');
  await type(page, '1430\n', '67295\n', '18,5\n', '412');
  await send(page);
  const count = await strokes();
  console.log(`repeat of the last trip: ${count} keys`);
  const [body] = registered(seen);
  typedOnce(body, '308188667295', 'VNINV5851412', '2026-11-26T14:30:00+07:00');
  assert.equal(body.vehicles[0].goodsKg, 18_500);
  assert.equal(body.goodsGroups[0].customsDeclarationDate, '2026-11-26');
  assert.equal(body.declarationNumber, undefined, 'a new one has no number yet');
  assert.ok(count <= 25, `${count} keys`);
  await close();
});

test('everything new but the company: at most 180 keys', { skip }, async () => {
  const { page, strokes, close, seen, kept: store } = await open({ presets: [kept(2, 'COMPANY', 'company', company)] });
  await page.keyboard.press('F2');
  await page.waitForSelector('.entry input');
  const asked = [];
  const enter = async (name, text) => {
    const at = await page.evaluate(() => document.activeElement.dataset.name ?? document.activeElement.type);
    assert.equal(at, name);
    asked.push(at);
    await type(page, `${text}\n`);
  };
  await enter('plate', '60h99934');
  await enter('driver', 'Tai xe Thu Nghiem');
  await enter('driverPhone', '0000628181');
  await enter('driverId', '999593914400');
  await enter('vehicleClass', '6');
  await enter('tare', '13,9');
  await enter('insuranceTo', '1112');
  await enter('trailer', '');
  await enter('permit', '');
  await enter('arrival', '1430');
  await enter('gate', 'tt');
  await enter('customsNumber', '308188667295');
  await enter('procedure', 'b11');
  await enter('office', '28nj');
  await enter('product', 'sau');
  await enter('weight', '18,5');
  await enter('plantingArea', 'dlor0042');
  await enter('packingHouse', 'dlph007');
  await enter('seal', 'vninv5851412');
  await enter('container', 'zxqu4928957');
  await enter('residue', 'inv-dl-773142');
  await type(page, 'inv-kdtv-645042');
  await send(page);
  const count = await strokes();
  console.log(`everything new: ${count} keys, ${asked.length} fields`);
  assert.equal(new Set(asked).size, asked.length, 'no field is asked twice');
  const [body] = registered(seen);
  typedOnce(body, '60H-999.34', 'ZXQU4928957', 'INV-DL-773142', 'INV-KDTV-645042', '+84000628181', 'VN-DLOR-0042', 'VN-DLPH-007', '"081060"', '"BAO_NGUYEN"', '"2026-12-11"');
  assert.equal(body.vehicles[0].vehicleNationality, 'VN');
  assert.ok(count <= 180, `${count} keys`);
  await page.waitForTimeout(300);
  const labels = [...store.values()].map((one) => `${one.kind} ${one.label}`);
  assert.ok(labels.includes('VEHICLE 60H-999.34') && labels.includes('PERSON Tai xe Thu Nghiem'), `known from now on: ${labels}`);
  assert.ok(![...store.values()].some((one) => one.kind === 'DRAFT'), 'the draft is gone');
  await close();
});

test('the company is asked once in its life', { skip }, async () => {
  const { page, strokes, close, seen, kept: store } = await open({});
  await page.keyboard.press('F2');
  await page.waitForSelector('.entry input');
  await page.keyboard.press('Alt+5');
  await type(page, '0000009799\n', 'Cong ty Gia Dinh 239');
  console.log(`the company, once: ${(await strokes()) - 1} keys`);
  await page.keyboard.press('Escape');
  await page.waitForSelector('.own');
  assert.equal(registered(seen).length, 0);
  await page.waitForTimeout(200);
  assert.ok([...store.values()].some((one) => one.kind === 'DRAFT'), 'leaving keeps the draft');
  await close();
});
