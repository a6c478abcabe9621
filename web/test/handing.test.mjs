/**
 * How goods change vehicles, as their trader plans it, in a real browser against a test double of the server: own
 * receiving vehicles are chosen, packages said, what is missing is shown, and the plan changed and cancelled.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NOW, open, skip } from '../dev/trader-page.mjs';
import { clean, text } from '../dev/browser.mjs';
import { trip } from '../dev/trader-stub.mjs';

const at = Date.parse(NOW) + 3_600_000;
const receiving = (i, plate, gate = 'HN') => ({ declaration: { ...trip(i, { plate, at, gate }), regime: 'RECEIVING', goodsGroups: [] } });
const trips = () => [
  { declaration: trip(31, { plate: '29C-999.02', at, gate: 'HN' }) },
  receiving(32, '12C-200.01'),
  receiving(33, '12C-200.02'),
  receiving(34, '12C-200.03', 'TT'),
];

async function planning(lang) {
  const opened = await open({ trips: trips() }, lang);
  const source = opened.held[0];
  await opened.page.evaluate((id) => (location.hash = `#/trader/registrations/${id}`), source.id);
  await opened.page.waitForSelector('.handing');
  return { ...opened, source, number: source.declaration.goodsGroups[0].customsDeclarationNumber };
}

const plans = (seen) => seen.posts.filter(({ rest }) => rest.startsWith('/transshipments'));

test('a trader plans with own receiving vehicles, sees what is missing, changes the plan and cancels it', { skip }, async () => {
  const { page, close, seen, handing, held, source, number } = await planning('en');
  await page.getByRole('button', { name: 'Plan it' }).click();
  const plan = page.locator('.handing-plan');
  await plan.waitFor();
  assert.deepEqual(await plan.locator('[type=checkbox] + b').allInnerTexts(), ['12C-200.01', '12C-200.02'], 'those of the same gate');
  await plan.getByRole('button', { name: 'Save the plan' }).click();
  await page.locator('.handing .wrong', { hasText: 'packages of each customs declaration' }).waitFor();
  await plan.getByLabel(`Packages, ${number}`).fill('640');
  await page.keyboard.press('Enter');
  await page.locator('.handing .wrong', { hasText: 'at least one receiving vehicle' }).waitFor();
  await plan.getByLabel('12C-200.01').check();
  await plan.getByLabel('12C-200.02').check();
  await plan.locator('select').selectOption('CRANE');
  await plan.getByRole('button', { name: 'Save the plan' }).click();
  await page.locator('.handing .wrong', { hasText: 'goes to one receiving vehicle' }).waitFor();
  assert.equal(plans(seen).length, 0, 'nothing was sent that is known to be wrong');
  await plan.locator('select').selectOption('TRAILER');
  await plan.getByLabel('12C-200.02').uncheck();
  await plan.getByRole('button', { name: 'Save the plan' }).click();
  await page.locator('.handing .wrong', { hasText: 'do not change vehicles that way' }).waitFor();
  await plan.locator('select').selectOption('GANG');
  await plan.getByLabel('12C-200.02').check();
  await plan.getByRole('button', { name: 'Save the plan' }).click();
  await page.waitForSelector('.handing [data-stage=PLANNED]');
  const { body } = plans(seen).at(-1);
  assert.deepEqual({ ...body, id: '' }, { id: '', source: source.id, method: 'GANG', lots: [{ customsNumber: number, packages: 640, kg: source.declaration.goodsGroups[0].weightKg }], receivers: [{ registration: held[1].id }, { registration: held[2].id }] });
  assert.equal(plans(seen)[0].body.id, body.id, 'it is the same plan');
  assert.notEqual(plans(seen)[0].command, plans(seen).at(-1).command);
  const said = await text(page, '.handing-missing');
  assert.match(said, /29C-999\.02: the vehicle is not here/);
  assert.match(said, /12C-200\.02: the vehicle is not here/);
  assert.match(said, /no bay and crew is reserved/);

  await page.getByRole('button', { name: 'Change the plan' }).click();
  await plan.waitFor();
  assert.equal(await plan.getByLabel(`Packages, ${number}`).inputValue(), '640', 'it begins as it was planned');
  await page.keyboard.press('Escape');
  await plan.waitFor({ state: 'detached' });
  assert.equal(await page.locator('.handing').count(), 1, 'Escape closes the plan, not the page');

  handing.items[0].stage = 'STARTED';
  await page.getByRole('button', { name: 'Cancel the plan' }).click();
  await page.keyboard.press('Enter');
  assert.equal(handing.items.length, 1, 'an Enter too many cancels nothing');
  const cancel = async () => {
    await page.locator('.handing > .driver-link-acts').getByRole('button', { name: 'Cancel the plan' }).click();
    await page.locator('dialog').getByRole('button', { name: 'Cancel the plan' }).click();
  };
  await cancel();
  await page.locator('.handing .wrong', { hasText: 'on the move' }).waitFor();
  handing.items[0].stage = 'PLANNED';
  await cancel();
  await page.getByRole('button', { name: 'Plan it' }).waitFor();
  assert.equal(handing.items.length, 0);
  await close();
});

test('it is for everybody, in three languages, at a desk and on a telephone', { skip }, async () => {
  for (const [lang, word] of [['vi', 'Lập kế hoạch'], ['zh', '制定计划'], ['en', 'Plan it']]) {
    const { page, close, handing, held, number } = await planning(lang);
    await page.getByRole('button', { name: word }).click();
    await page.waitForSelector('.handing-plan');
    await clean(page, `planning ${lang}`);
    await page.setViewportSize({ width: 375, height: 800 });
    await clean(page, `planning ${lang} on a telephone`);
    await page.locator('.handing-plan [inputmode]').fill('12');
    await page.locator('.handing-plan [type=checkbox]').first().check();
    await page.locator('.handing-plan [type=submit]').click();
    await page.waitForSelector('.handing [data-stage]');
    for (const words of await page.locator('.handing-missing li').allInnerTexts()) assert.doesNotMatch(words, /[A-Z]+_/, lang);
    await clean(page, `planned ${lang} on a telephone`);
    if (lang === 'en') {
      await page.evaluate((id) => (location.hash = `#/trader/registrations/${id}`), held[1].id);
      await page.locator('.handing', { hasText: 'takes over the goods of 29C-999.02' }).waitFor();
      assert.equal(await page.locator('.handing button').count(), 0, 'planned where the goods are registered');
      assert.equal(handing.items[0].lots[0].customsNumber, number);
    }
    await close();
  }
});
