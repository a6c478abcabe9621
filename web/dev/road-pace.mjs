/**
 * How long a vehicle of a roll-call takes with the page's own keys: a scripted person with assumed hands
 * and legs in Chromium, on the test double. Prints taps, the page's own time, and what is left of 48 s.
 *
 *   node dev/road-pace.mjs [vehicles]
 *
 * Assumed: 0.45 s a tap (aim and touch of a large key with one thumb, walking), 2.0 s to read a plate,
 * 20 m from one vehicle's plate to the next at 1.2 m/s. Beginnings of plates: six out of ten are one of four,
 * the rest one of twenty; one plate in 25 is corrected.
 */
import { chromium } from 'playwright-core';
import { serve } from './stub.mjs';

const TAP = 0.45;
const READ = 2.0;
const WALK = 20 / 1.2;
const BUDGET = 48;
const count = Number(process.argv[2] ?? 60);
const ROLL = '01990fd8-2f00-7a11-8c3e-5b7d91e0a040';

let state = 11;
const dice = () => (state = (state * 1664525 + 1013904223) % 4294967296) / 4294967296;
const few = ['29C', '15C', '98C', '51C'];
const many = Array.from({ length: 20 }, (_, i) => `${60 + i}${'CHRD'[i % 4]}`);
const plate = () => {
  const from = dice() < 0.6 ? few : many;
  return from[Math.floor(dice() * from.length)] + String(Math.floor(dice() * 100_000)).padStart(5, '0');
};

const double = await serve(0, {});
double.road.open(ROLL, 'CSGT_CAO_LOC');
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run'] });
const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
const page = await context.newPage();
await page.goto(`http://127.0.0.1:${double.port}/?lang=vi&theme=light#token=police`);
await page.waitForSelector('header .me', { state: 'attached' });
await page.evaluate((hash) => (location.hash = hash), `#/rolls/${ROLL}`);
await page.waitForSelector('.pad');

/** Taps inside the page, each until it is painted; how long the page took for all of them. */
const press = (names) =>
  page.evaluate(async (all) => {
    let spent = 0;
    for (const name of all) {
      const begin = performance.now();
      const key = name === 'enter' ? document.querySelector('.key.enter') : [...document.querySelectorAll('.pad .key')].find((one) => one.textContent === name);
      if (!key || key.disabled) throw new Error(`no key ${name}`);
      key.click();
      await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
      spent += performance.now() - begin;
    }
    return spent;
  }, names);

let taps = 0;
let own = 0;
let corrections = 0;
for (let i = 0; i < count; i++) {
  const text = plate();
  const offered = await page.locator('.key.prefix').allInnerTexts();
  const prefix = offered.find((one) => text.startsWith(one));
  const names = prefix === undefined ? [...text, 'enter'] : [prefix, ...text.slice(prefix.length), 'enter'];
  own += await press(names);
  taps += names.length;
  if (i % 25 === 24) {
    await page.locator('.rows button').last().tap();
    await page.locator('.sheet button').first().tap();
    own += await press(['⌫', '7', 'enter']);
    taps += 5;
    corrections++;
  }
}
await page.waitForSelector('.sign.sent');
const posts = double.seen.posts.filter((one) => one.rest.endsWith('/entries'));
const bytes = posts.reduce((sum, one) => sum + JSON.stringify(one.body).length, 0);
const a = (value, digits = 1) => value.toFixed(digits);
const entry = READ + (taps / count) * TAP + own / count / 1000;
console.log(`${count} vehicles, ${corrections} corrected: ${a(taps / count, 2)} taps each; the page itself ${a(own / count, 0)} ms each (${a(own / taps, 0)} ms a tap)`);
console.log(`commands ${posts.length}, ${a(bytes / count, 0)} bytes each`);
console.log(`entry ${a(entry)} s + walk ${a(WALK)} s = ${a(entry + WALK)} s of ${BUDGET} s; ${a(7200 / (entry + WALK), 0)} vehicles a person in two hours`);
await browser.close();
double.server.closeAllConnections();
double.server.close();
