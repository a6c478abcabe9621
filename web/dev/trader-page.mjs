/** The trader's page in a real browser before the test double: for tests that type into it. */
import assert from 'node:assert/strict';
import { device, doubled, tab } from './browser.mjs';
import { serve } from './trader-stub.mjs';

export { skip } from './browser.mjs';
export const NOW = '2026-11-26T12:05:00+07:00';
export const company = { declarant: { taxCode: '0000009799', name: 'Công ty TNHH Giả Định 239', phone: '+84000800239' } };
export const kept = (i, kind, label, content) => ({ id: `01990fd8-2f00-7a11-8c3e-0000000000b${i}`, kind, label, content });

/** A page whose every key press is counted by the browser itself. */
export async function open(options, lang = 'vi') {
  const double = await doubled(serve, { now: NOW, ...options });
  const { page, wrong } = await tab(await device({ viewport: { width: 1440, height: 900 } }));
  await page.addInitScript(() => {
    globalThis.strokes = 0;
    addEventListener('keydown', () => globalThis.strokes++, true);
    addEventListener('pointerdown', () => (globalThis.strokes += 2), true);
  });
  await page.goto(`http://127.0.0.1:${double.port}/?lang=${lang}#token=trader`);
  await page.waitForSelector('.own');
  const strokes = () => page.evaluate(() => globalThis.strokes);
  const close = async () => {
    await page.context().close();
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
