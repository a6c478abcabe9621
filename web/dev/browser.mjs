/**
 * What every test in a real browser begins from: the screens, built once; the browser; test doubles of the
 * server that end with the test; a look by axe. Without a browser such tests are skipped, by name.
 */
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { build } from 'vite';

export const root = join(fileURLToPath(new URL('.', import.meta.url)), '..');
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
export const skip = existsSync(CHROMIUM) ? false : `${CHROMIUM} is not there`;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let folder;
let browser;
const doubles = [];
before(async () => {
  if (skip) return;
  folder = mkdtempSync(join(tmpdir(), 'clearway-screens-'));
  await build({ root, logLevel: 'error', build: { outDir: folder, emptyOutDir: true } });
  browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run'] });
});
after(async () => {
  for (const { server } of doubles) {
    server.closeAllConnections();
    server.close();
  }
  await browser?.close();
  if (folder) rmSync(folder, { recursive: true });
});

/** A test double by its own `serve`, with the screens as they were built. */
export async function doubled(serve, options) {
  const double = await serve(0, { folder, ...options });
  doubles.push(double);
  return double;
}

/** A browser of its own kind, as a phone or a desk has it: what it keeps nobody else sees. */
export const device = (options) => browser.newContext(options);

/** @returns the page, and what goes wrong in it from now on */
export async function tab(context) {
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const wrong = [];
  page.on('pageerror', (error) => wrong.push(error.message));
  return { page, wrong };
}

/** At an officer's page; whatever the browser complains about is a fault, unless it is meant to. */
export async function officer(double, token, { lang, width = 1440, height = 900, at, wait, quiet = true }) {
  const context = await device({ viewport: { width, height } });
  const { page, wrong } = await tab(context);
  page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
  await page.goto(`http://127.0.0.1:${double.port}/?lang=${lang}#token=${token}`);
  if (wait !== 'dialog[open]') await page.waitForSelector('main');
  await page.evaluate((hash) => (location.hash = hash), at);
  await page.waitForSelector(wait);
  const close = async () => {
    await context.close();
    if (quiet) assert.deepEqual(wrong, [], 'errors in the browser');
  };
  return { page, close, ...double };
}

export const text = (page, selector) => page.locator(selector).innerText();

/** Everybody can use it, and it is as wide as the screen. */
export async function clean(page, what) {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'] }));
  assert.deepEqual(violations.map((one) => `${one.id}: ${one.nodes[0].html.slice(0, 120)}`), [], what);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0, `${what} is as wide as the screen`);
}
