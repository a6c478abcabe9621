/** The trader's page in a real browser before the test double: for tests that type into it. */
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { serve } from './trader-stub.mjs';

const root = join(fileURLToPath(new URL('.', import.meta.url)), '..');
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
export const skip = existsSync(CHROMIUM) ? false : `${CHROMIUM} is not there`;
export const NOW = '2026-11-26T12:05:00+07:00';
export const company = { declarant: { taxCode: '0000009799', name: 'Công ty TNHH Giả Định 239', phone: '+84000800239' } };
export const kept = (i, kind, label, content) => ({ id: `01990fd8-2f00-7a11-8c3e-0000000000b${i}`, kind, label, content });

let folder;
let browser;
before(async () => {
  if (skip) return;
  folder = mkdtempSync(join(tmpdir(), 'clearway-trader-'));
  await build({ root, logLevel: 'error', build: { outDir: folder, emptyOutDir: true } });
  browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run'] });
});
const doubles = [];
after(async () => {
  for (const { server } of doubles) {
    server.closeAllConnections();
    server.close();
  }
  await browser?.close();
  if (folder) rmSync(folder, { recursive: true });
});

/** A page whose every key press is counted by the browser itself. */
export async function open(options, lang = 'vi') {
  const double = await serve(0, { folder, now: NOW, ...options });
  doubles.push(double);
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(20_000);
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
    assert.deepEqual(wrong, [], 'errors in the page');
  };
  return { page, strokes, close, ...double };
}

/** A line end is Enter. */
export const type = async (page, ...texts) => {
  for (const text of texts) await page.keyboard.type(text, { delay: 12 });
};

export async function send(page) {
  await page.keyboard.press('Control+Enter');
  await page.waitForSelector('.sent-line', { timeout: 5000 }).catch(async () => {
    assert.fail(`not taken: ${(await page.locator('.fault, .wrong').allInnerTexts()).join(' | ')}`);
  });
}

/** What was posted as a registration, in its order. */
export const registered = (seen) => seen.posts.filter((one) => one.rest === '/registrations').map((one) => one.body);
