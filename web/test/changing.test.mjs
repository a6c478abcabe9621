/**
 * Goods that change vehicles, in a real browser against a test double of the server: the yard starts, packs and
 * finishes with the keyboard, customs signs, whoever else looks does nothing; what is missing is said in words.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clean, doubled, officer, skip, text } from '../dev/browser.mjs';
import { serve } from '../dev/stub.mjs';

const AT = '#/transshipment';
const open = async (token, { lang = 'en', double, ...options } = {}) =>
  officer(double ?? (await doubled(serve, {})), token, { lang, at: AT, wait: '[data-change]', ...options });

const posts = (seen) => seen.posts.map(({ rest, body }) => [rest.replace(/^.*\//, ''), body]);
const card = (page, item) => page.locator(`[data-change="${item.id}"]`);
const atRest = (page, item) => page.waitForFunction((id) => document.activeElement?.dataset.change === id, item.id);

/** By the arrow keys alone, from the list. */
async function goTo(page, item) {
  await page.focus('#changing');
  for (let i = 0; i < 20; i++) {
    await page.keyboard.press('ArrowDown');
    if (await page.evaluate((id) => document.activeElement?.dataset.change === id, item.id)) return;
  }
  throw new Error('no arrow leads there');
}

/** The button that the keys are on. */
const button = (page, act) => page.waitForFunction((what) => document.activeElement?.dataset.act === what, act);
const ready = (page) => page.waitForFunction(() => document.activeElement?.hasAttribute('data-first'));

test('with the keyboard alone: start, a package list for each vehicle, finish; then customs signs with a reason', { skip }, async () => {
  const yard = await open('yard', { quiet: false });
  const { page, seen, changing } = yard;
  const item = changing.items[1];
  const [one, two] = item.receivers;
  await goTo(page, item);
  await page.keyboard.press('Enter');
  await button(page, 'start');
  assert.deepEqual(posts(seen), [], 'the first Enter does nothing yet');
  await page.keyboard.press('Enter');
  await page.waitForSelector(`[data-group=STARTED] [data-change="${item.id}"]`);
  await atRest(page, item);
  assert.equal(posts(seen)[0][0], 'start');
  assert.match(posts(seen)[0][1].occurredAt, /^2025-08-29T/);

  await page.keyboard.press('Enter');
  await button(page, 'pack');
  await page.keyboard.press('Enter');
  await ready(page);
  const field = (name) => card(page, item).getByLabel(name, { exact: true });
  assert.equal(await field('Packages, 108000000002').inputValue(), '400', 'what was declared is offered');
  await field('Packages, 108000000002').fill('150');
  await field('Kilograms, 108000000002').fill('3000');
  await field('Packages, 108000000012').fill('0');
  await field('Kilograms, 108000000012').fill('0');
  await field('Seal').fill('VNSYN1000100');
  await page.keyboard.press('Enter');
  await page.locator('.change-form [role=alert]', { hasText: 'This seal is on another vehicle' }).waitFor();
  await field('Seal').fill('vnsyn2000100');
  await page.keyboard.press('Enter');
  await atRest(page, item);
  assert.deepEqual({ ...posts(seen).at(-1)[1], occurredAt: '' }, { receiver: one.registration, lots: [{ customsNumber: '108000000002', packages: 150, kg: 3000 }], seal: 'VNSYN2000100', occurredAt: '' });

  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await ready(page);
  assert.equal(await field('Packages, 108000000002').inputValue(), '250', 'what is left is offered');
  assert.equal(await field('Kilograms, 108000000012').inputValue(), '5200');
  await page.keyboard.press('Escape');
  await atRest(page, item);
  assert.equal(await page.locator('.change-form').count(), 0, 'Escape closes it');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await ready(page);
  await field('Packages, 108000000012').fill('240');
  await page.keyboard.press('Enter');
  await page.locator('.change-form [role=alert]', { hasText: 'A seal is needed' }).waitFor();
  await field('Seal').fill('VNSYN2000200');
  await page.keyboard.press('Enter');
  await atRest(page, item);
  assert.equal(two.loading.seal, 'VNSYN2000200');

  await page.keyboard.press('Enter');
  for (let i = 0; i < 2; i++) await page.keyboard.press('ArrowRight');
  await button(page, 'finish');
  await page.keyboard.press('Enter');
  await ready(page);
  const row = card(page, item).locator('[data-lot="108000000012"]');
  assert.equal(await field('Stays: packages of 108000000012').inputValue(), '10', 'what stays is worked out');
  assert.equal(await row.locator('[data-gap]').getAttribute('data-gap'), 'false');
  await field('Stays: packages of 108000000012').fill('8');
  assert.match(await row.innerText(), /2 packages, 0 kg missing/);
  await page.keyboard.press('Enter');
  await page.waitForSelector(`[data-group=FINISHED] [data-change="${item.id}"]`);
  assert.deepEqual(posts(seen).at(-1)[1].remaining, [{ customsNumber: '108000000012', packages: 8, kg: 0 }]);
  assert.equal(await card(page, item).locator('[data-act]').count(), 0, 'the yard does not sign');
  await yard.close();

  const customs = await open('customs', { double: { port: yard.port }, quiet: false });
  assert.equal(await customs.page.locator('[data-act=start], [data-act=pack], [data-act=finish]').count(), 0, 'customs does nothing but sign');
  await goTo(customs.page, item);
  assert.match(await card(customs.page, item).locator('[data-difference]').innerText(), /108000000012: 2 packages, 0 kg missing/);
  await customs.page.keyboard.press('Enter');
  await button(customs.page, 'sign');
  await customs.page.keyboard.press('Enter');
  await ready(customs.page);
  await customs.page.keyboard.press('Enter');
  await customs.page.locator('.change-form [role=alert]', { hasText: 'Say why' }).waitFor();
  assert.equal(item.signedAt, undefined, 'not without a reason');
  await customs.page.keyboard.type('two cartons crushed');
  await customs.page.keyboard.press('Enter');
  await customs.page.waitForSelector(`[data-group=SIGNED] [data-change="${item.id}"]`);
  assert.deepEqual(posts(seen).at(-1), ['signature', { note: 'two cartons crushed' }]);
  assert.equal(await customs.page.locator('[data-group]').first().getAttribute('data-group'), 'FINISHED', 'what waits for it comes first');
  await customs.close();
});

test('whoever goes on pressing Enter starts one and does nothing else', { skip }, async () => {
  const { page, close, seen, changing } = await open('yard');
  await goTo(page, changing.items[1]);
  await page.keyboard.press('Enter');
  await button(page, 'start');
  await page.keyboard.down('Enter');
  for (let i = 0; i < 8; i++) await page.keyboard.down('Enter');
  await page.keyboard.up('Enter');
  await atRest(page, changing.items[1]);
  assert.equal(seen.posts.length, 1);
  await goTo(page, changing.items[0]);
  await page.keyboard.press('Enter');
  for (let i = 0; i < 2; i++) await page.keyboard.press('ArrowRight');
  await button(page, 'finish');
  for (let i = 0; i < 8; i++) await page.keyboard.down('Enter');
  await ready(page);
  for (let i = 0; i < 4; i++) await page.keyboard.down('Enter');
  await page.keyboard.up('Enter');
  await page.waitForTimeout(300);
  assert.equal(seen.posts.length, 1, 'a key that is held finishes nothing');
  await close();
});

test('everything that is missing is said of its vehicle, in three languages', { skip }, async () => {
  const everything = ['PERMIT', 'PERMIT_CONFIRMED', 'VEHICLE', 'KEY_BORDER_GUARD', 'KEY_CUSTOMS', 'IN_YARD', 'TURNED', 'LOTS', 'HOLD_PLANT_QUARANTINE', 'INSPECTION'];
  for (const lang of ['vi', 'zh', 'en']) {
    const double = await doubled(serve, {});
    const item = double.changing.items[3];
    item.unmet = [...everything.map((word) => `SOURCE_${word}`), 'RECEIVER_2_PAPERS', 'RECEIVER_2_KEY_CUSTOMS', 'BAY'];
    const { page, close } = await open('look', { lang, double });
    const missing = (registration) => card(page, item).locator(`[data-registration="${registration}"] [data-missing]`);
    const said = await missing(item.source.registration).allInnerTexts();
    assert.equal(said.length, everything.length);
    for (const words of said) assert.doesNotMatch(words, /[A-Z]+_|KEY|HOLD|PERMIT/, `${lang}: in words`);
    assert.deepEqual(await missing(item.receivers[1].registration).evaluateAll((list) => list.map((one) => one.dataset.missing)), ['PAPERS', 'KEY_CUSTOMS']);
    assert.equal(await missing(item.receivers[0].registration).count(), 0);
    assert.equal(await card(page, item).locator('[data-missing=BAY]').count(), 1);
    assert.equal(await page.locator('[data-act]').count(), 0, 'who looks does nothing');
    await clean(page, `transshipment ${lang}`);
    await page.setViewportSize({ width: 375, height: 800 });
    await clean(page, `transshipment ${lang} on a telephone`);
    await close();
  }
});

test('a refusal names the vehicles and what each of them lacks', { skip }, async () => {
  const { page, close, changing } = await open('yard', { quiet: false });
  const item = changing.items[2];
  await goTo(page, item);
  await page.keyboard.press('Enter');
  await button(page, 'start');
  await page.keyboard.press('Enter');
  await page.waitForSelector('[data-done=refused]');
  const said = await text(page, '[data-done=refused]');
  assert.match(said, /Goods may not change vehicles yet\./);
  assert.match(said, /桂A·30003: hold by Customs/);
  assert.match(said, /98C-300\.01: the entry key of Customs/);
  assert.equal(item.stage, 'CALLED');
  await close();
});

test('the line stands by who came in first, behind whom a call lapsed; the intake stands above', { skip }, async () => {
  const { page, close } = await open('look');
  const groups = await page.locator('[data-group]').evaluateAll((list) => list.map((one) => [one.dataset.group, [...one.querySelectorAll('h4')].map((head) => head.textContent.split(' ')[0])]));
  assert.deepEqual(groups.map(([name]) => name), ['STARTED', 'CALLED', 'LINE', 'PLANNED', 'FINISHED', 'SIGNED']);
  assert.deepEqual(groups[2][1], ['粤S·40004', '桂F·50005'], 'it came in before, but its call lapsed since');
  assert.match(await text(page, '[data-area]'), /21 of 24 bays free/);
  assert.match(await text(page, '[data-method=CRANE]'), /By crane\s+0\s+1\s+3\s+5\s+6\s+6/);
  assert.match(await text(page, '[data-method=TRAILER]'), /not known/);
  await page.keyboard.press('F3');
  await page.keyboard.type('15c-40');
  await page.waitForFunction(() => document.querySelectorAll('[data-change]').length === 1);
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.dataset.change !== undefined);
  await close();
});

test('an unanswered word is sent again as the same command, and what others did comes by itself', { skip }, async () => {
  const { page, close, seen, changing } = await open('yard', { quiet: false });
  const item = changing.items[1];
  const start = () => card(page, item).locator('[data-act=start]').click();
  seen.mute = true;
  await start();
  await page.waitForSelector('[data-done=failed]');
  seen.mute = false;
  await start();
  await page.waitForSelector('[data-done=done]');
  assert.equal(new Set(seen.posts.map((one) => one.command)).size, 1);
  assert.equal(new Set(seen.posts.map((one) => one.body.occurredAt)).size, 1);
  changing.items[0].receivers[1].plate = '29C10009';
  await page.locator('h5', { hasText: '29C-100.09' }).waitFor();
  await close();
});

test('the forms of the yard and of customs are for everybody, at a desk and on a telephone', { skip }, async () => {
  for (const [token, at, act] of [['yard', 0, 'pack'], ['yard', 0, 'finish'], ['customs', 6, 'sign']]) {
    const { page, close, changing } = await open(token, { lang: 'vi' });
    await card(page, changing.items[at]).locator(`[data-act=${act}]`).last().click();
    await page.waitForSelector('.change-form');
    await clean(page, act);
    await page.setViewportSize({ width: 375, height: 800 });
    await clean(page, `${act} on a telephone`);
    await close();
  }
});
