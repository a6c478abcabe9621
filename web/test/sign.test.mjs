/**
 * Signing in, taking a desk over and signing out in a real browser against a test double of the server, by
 * keyboard alone: no test here touches a mouse.
 */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { clean, device, doubled, skip, tab, text } from '../dev/browser.mjs';
import { idOf, PASSWORD } from '../dev/sign-stub.mjs';
import { serve } from '../dev/stub.mjs';

async function open({ lang = 'en', theme = 'dark', width = 1440, height = 900, at = '', ...options } = {}) {
  const double = await doubled(serve, { green: 12, ...options });
  const context = await device({ viewport: { width, height } });
  const address = `http://127.0.0.1:${double.port}/?lang=${lang}&theme=${theme}${at}`;
  const another = async () => {
    const { page } = await tab(context);
    page.on('pageerror', (error) => assert.fail(error.message));
    await page.goto(address);
    return page;
  };
  const page = await another();
  await page.waitForSelector('dialog.sign-in');
  return { page, another, context, ...double };
}

const type = async (page, ...words) => {
  for (const word of words) {
    await page.keyboard.type(word);
    await page.keyboard.press('Enter');
  }
};
const focused = (page, name) => page.waitForFunction((one) => document.activeElement?.name === one, name);
const work = (page) => page.waitForSelector('#work tbody tr');

async function signIn(page, name, password = PASSWORD) {
  await focused(page, 'name');
  await page.keyboard.press('Control+A');
  await type(page, name, password);
}

test('an officer signs in by keyboard, and the header says who it is', { skip }, async () => {
  const { page, context } = await open();
  await signIn(page, 'lan');
  await work(page);
  assert.match(await text(page, 'header .me'), /customs\s*Customs/);
  assert.equal(await page.locator('dialog').count(), 0);
  await page.reload();
  await work(page);
  await context.close();
});

test('a first password opens nothing but the choice of another, also after a reload', { skip }, async () => {
  const { page, context, sign } = await open();
  sign.passwords.lan = { text: 'first-one', initial: true };
  await signIn(page, 'lan', 'first-one');
  await focused(page, 'new');
  await type(page, 'too short', 'too short');
  await page.locator('.wrong', { hasText: 'at least 10 characters' }).waitFor();
  await page.reload();
  await focused(page, 'old');
  await type(page, 'first-one', 'a choice of mine', 'a choice of mime');
  await page.locator('.wrong', { hasText: 'not the same' }).waitFor();
  await type(page, 'a choice of mine');
  await work(page);
  assert.deepEqual(sign.passwords.lan, { text: 'a choice of mine', initial: false });
  await context.close();
});

test('what is wrong is said, and too many tries count down', { skip }, async () => {
  const { page, context } = await open();
  await signIn(page, 'lan', 'wrong');
  for (let i = 0; i < 5; i++) {
    await page.locator('.wrong', { hasText: 'do not fit' }).waitFor();
    await focused(page, 'password');
    await type(page, `wrong ${i}`);
    if (i < 4) await page.waitForFunction(() => document.querySelector('form.secret[aria-busy=false]'));
  }
  await page.locator('.wrong', { hasText: 'Try again in' }).waitFor();
  await page.locator('.wrong', { hasText: 'Try again in' }).waitFor({ state: 'detached' });
  await page.keyboard.press('Control+A');
  await type(page, PASSWORD);
  await work(page);
  await context.close();
});

test('a desk is taken over by a badge reader; what one said offline is not sent in the other’s name', { skip }, async () => {
  const { page, another, context, seen } = await open();
  await signIn(page, 'lan');
  await work(page);
  const other = await another();
  await work(other);
  await page.evaluate((who) => {
    const word = { id: '01990fd8-2f00-7a11-8c3e-00000000aaaa', who, path: '/loads/x/holds', body: {}, registration: 'x', plate: '29C-000.01', what: 'hold', at: 0, kept: Date.now(), version: 0, state: 'waiting' };
    localStorage.setItem('clearway.said', JSON.stringify([word]));
  }, idOf('customs'));
  await page.keyboard.press('F10');
  await focused(page, 'badge');
  await page.locator('dialog', { hasText: '1 said offline' }).waitFor();
  const began = Date.now();
  await type(page, '4711', '730518');
  await page.locator('header .me', { hasText: 'guard' }).waitFor();
  console.log(`desk taken over, keys and new screens: ${Date.now() - began} ms`);
  await work(page);
  assert.equal(await page.locator('.queued').count(), 0, 'another person’s words are not shown');
  await other.locator('header .me', { hasText: 'guard' }).waitFor();
  await other.waitForTimeout(4000);
  assert.deepEqual(seen.posts, [], 'nothing was sent');
  assert.match(await page.evaluate(() => localStorage.getItem('clearway.said')), /"waiting"/);
  await page.keyboard.press('F10');
  await focused(page, 'badge');
  await type(page, '4711', '000000');
  await page.locator('.wrong', { hasText: 'Badge and PIN do not fit' }).waitFor();
  await page.keyboard.press('Escape');
  await page.waitForSelector('dialog', { state: 'detached' });
  assert.match(await text(page, 'header .me'), /guard/, 'a wrong badge takes nothing over');
  await context.close();
});

async function endWhileTyping() {
  const opened = await open();
  const { page, sign } = opened;
  await signIn(page, 'lan');
  await work(page);
  await page.waitForFunction(() => document.activeElement?.id === 'work');
  await page.keyboard.press('Enter');
  await page.waitForSelector('#confirm-step');
  await page.keyboard.press('F9');
  await page.waitForSelector('dialog.ask textarea');
  await page.keyboard.press('Tab');
  while (!(await page.evaluate(() => document.activeElement?.tagName === 'TEXTAREA'))) await page.keyboard.press('Tab');
  await page.keyboard.type('seal looks broken');
  sign.endAll();
  await page.locator('.sign-ended', { hasText: 'session of customs has ended' }).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.name), 'password', 'only the password is asked for');
  return opened;
}

test('who comes back after the session ended finds what was typed', { skip }, async () => {
  const { page, context, seen } = await endWhileTyping();
  await type(page, PASSWORD);
  await page.waitForSelector('dialog.sign-in', { state: 'detached' });
  assert.equal(await page.locator('dialog.ask textarea').inputValue(), 'seal looks broken');
  await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForSelector('[data-done=done]');
  assert.equal(seen.posts[0].body.note, 'seal looks broken');
  await context.close();
});

test('who comes instead finds nothing of it', { skip }, async () => {
  const { page, context } = await endWhileTyping();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Control+A');
  await type(page, 'minh', PASSWORD);
  await page.locator('header .me', { hasText: 'guard' }).waitFor();
  assert.equal(await page.locator('dialog').count(), 0);
  assert.ok(!(await page.content()).includes('seal looks broken'));
  await context.close();
});

test('who signs out leaves nothing behind', { skip }, async () => {
  const { page, context, seen } = await open();
  await signIn(page, 'lan');
  await work(page);
  const plate = (await page.locator('#work tbody tr .w-plate').first().innerText()).trim();
  await page.keyboard.press('F10');
  await focused(page, 'badge');
  while ((await page.evaluate(() => document.activeElement?.textContent)) !== 'Sign out') await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForSelector('dialog.sign-in');
  assert.ok(!(await page.content()).includes(plate), 'no plate is left in the page');
  const before = seen.asked.length;
  await page.reload();
  await focused(page, 'name');
  assert.equal(seen.asked.length, before, 'nothing is asked while nobody is signed in');
  await context.close();
});

test('own password, badge and PIN are changed in the account', { skip }, async () => {
  const { page, context, sign } = await open();
  await signIn(page, 'lan');
  await work(page);
  const way = async (name) => {
    // As a person would: when the question before it is off the screen.
    await page.locator('dialog.person').waitFor({ state: 'detached' });
    await page.keyboard.press('F10');
    await focused(page, 'badge');
    while ((await page.evaluate(() => document.activeElement?.textContent)) !== name) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
  };
  await way('My badge and PIN');
  await focused(page, 'badge');
  await type(page, '4711', '640917');
  await page.locator('.wrong', { hasText: 'somebody else’s' }).waitFor();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('5200');
  await page.keyboard.press('Enter');
  await page.locator('dialog', { hasText: 'Badge and PIN are kept' }).waitFor();
  assert.deepEqual(sign.badges[5200], { pin: '640917', token: 'customs' });
  await page.keyboard.press('Escape');
  await way('Change password');
  await focused(page, 'old');
  await type(page, PASSWORD, 'another invented', 'another invented');
  await page.locator('dialog', { hasText: 'The password is changed' }).waitFor();
  assert.equal(sign.passwords.lan.text, 'another invented');
  await context.close();
});

test('what a page asks by itself keeps nobody signed in, what a person does does', { skip }, async () => {
  const { page, context, seen } = await open();
  await signIn(page, 'lan');
  await work(page);
  await page.waitForTimeout(500);
  await page.evaluate(() => (location.hash = '#/'));
  await page.evaluate(() => (location.hash = '#/work'));
  await page.waitForFunction(() => document.querySelector('#work tbody tr'));
  const asked = seen.asked.length;
  await page.waitForTimeout(3000);
  assert.ok(seen.asked.slice(asked).every((one) => one.background), JSON.stringify(seen.asked.slice(asked)));
  await page.keyboard.press('Enter');
  await page.waitForSelector('#confirm-step');
  const own = seen.asked.slice(asked).filter((one) => !one.background);
  assert.equal(own.length, 1, 'one request says that somebody is there');
  await context.close();
});

test('fits a telephone and a desk, in three languages and two themes', { skip }, async () => {
  for (const [lang, theme, width] of [['vi', 'dark', 1440], ['zh', 'light', 1440], ['en', 'light', 390], ['vi', 'light', 390], ['zh', 'dark', 390]]) {
    const { page, context, sign } = await open({ lang, theme, width, height: 844 });
    const look = async (what) => {
      await clean(page, `${what} ${lang} ${theme} ${width}`);
      if (process.env.PICTURES) await page.screenshot({ path: join(process.env.PICTURES, `sign-${what}-${lang}-${theme}-${width}.png`) });
    };
    await look('in');
    sign.passwords.lan.initial = true;
    await signIn(page, 'lan');
    await focused(page, 'new');
    await look('choose');
    await type(page, 'a choice of mine', 'a choice of mine');
    await work(page);
    await look('work');
    await page.keyboard.press('F10');
    await focused(page, 'badge');
    await look('person');
    sign.endAll();
    await page.waitForSelector('.sign-ended');
    await look('ended');
    await context.close();
  }
});
