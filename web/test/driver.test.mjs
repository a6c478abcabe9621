/**
 * A driver's link in a real browser against a test double: made and revoked on the trader's page, opened on a
 * phone of 360 pixels, without a network, over, in three languages and two themes.
 */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { test } from 'node:test';
import { clean, device, doubled, skip, tab, text } from '../dev/browser.mjs';
import { load } from '../dev/source.mjs';
import { serve, someTrips } from '../dev/trader-stub.mjs';

const NOW = '2026-11-26T12:05:00+07:00';
const CHOICES = { AT_GATE: 2, IN_YARD: 3, REGISTERED: 0 };
const DRIVER = { lang: 'en', theme: 'light' };

const double = async () => doubled(serve, { now: NOW, trips: someTrips(Date.parse(NOW)) });
const idAt = (server, state) => server.held[CHOICES[state]].id;
const one = (server, state) => server.held[CHOICES[state]];

/** The link as its trader made it, opened on a phone. */
async function phone(server, link, { lang, theme } = DRIVER, wait = '.driver-now') {
  const context = await device({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
  const { page, wrong } = await tab(context);
  await page.goto(`http://127.0.0.1:${server.port}/?lang=${lang}&theme=${theme}#driver=${link}`);
  await page.waitForSelector(wait);
  return { page, context, wrong };
}

const opened = (server, state, look, wait) => phone(server, server.drivers.make({ registration: idAt(server, state) }).link, look, wait);

async function trader(server, id, { width = 1440, lang = 'en', share = false } = {}) {
  const context = await device({ viewport: { width, height: 900 }, permissions: ['clipboard-read', 'clipboard-write'] });
  const { page, wrong } = await tab(context);
  await page.addInitScript((can) => {
    delete Navigator.prototype.share;
    if (can) navigator.share = (what) => Promise.resolve(void (globalThis.shared = what));
  }, share);
  await page.goto(`http://127.0.0.1:${server.port}/?lang=${lang}#token=trader`);
  await page.waitForSelector('.own');
  await page.evaluate((at) => (location.hash = `#/trader/registrations/${at}`), id);
  await page.waitForSelector('.link-make');
  return { page, context, wrong };
}

const dots = (code) => code.map((row) => row.map((dark) => (dark ? '#' : '.')).join('')).join('\n');

/** The code as it is painted, module by module, with its edge taken off. */
const dotted = (page) =>
  page.locator('.driver-link-qr').evaluate(async (svg) => {
    const size = svg.viewBox.baseVal.width;
    const image = new Image();
    const copy = svg.cloneNode(true);
    copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
    copy.setAttribute('width', size * 8);
    copy.setAttribute('height', size * 8);
    image.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), { width: size * 8, height: size * 8 });
    const brush = canvas.getContext('2d');
    brush.drawImage(image, 0, 0);
    const darkAt = (x, y) => brush.getImageData(x * 8 + 4, y * 8 + 4, 1, 1).data[3] > 128;
    const rows = Array.from({ length: size }, (_, y) => Array.from({ length: size }, (_, x) => (darkAt(x, y) ? '#' : '.')).join(''));
    if (rows.some((row, y) => /#/.test(y < 4 || y >= size - 4 ? row : row.slice(0, 4) + row.slice(-4)))) return 'no edge';
    return rows.slice(4, -4).map((row) => row.slice(4, -4)).join('\n');
  });

test('a trader makes a link, copies it, sends it, and revokes all that were made', { skip }, async () => {
  const server = await double();
  const { page, context, wrong } = await trader(server, idAt(server, 'AT_GATE'), { share: true });
  await page.locator('.driver-link select').selectOption('72');
  await page.click('.link-make');
  const address = await page.locator('.driver-link-made input').inputValue();
  assert.match(address, /^http:\/\/127\.0\.0\.1:\d+\/#driver=cwd_/, 'behind the #: no server ever sees it');
  assert.deepEqual(server.seen.posts.at(-1).body, { registration: idAt(server, 'AT_GATE'), hours: 72 });
  assert.match(await text(page, '.driver-link-made p:last-child'), /Good until \d\d:\d\d, \d+ \w+ \d{4}/);
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  await page.locator('.driver-link-note', { hasText: 'Copied' }).waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), address);
  await page.getByRole('button', { name: 'Send…' }).click();
  assert.equal((await page.evaluate(() => globalThis.shared)).url, address);
  await clean(page, 'one registration with its link');
  const { qrOf } = await load('trader/qr.ts');
  assert.equal(await dotted(page), dots(qrOf(address)), 'what a camera sees is the link');
  const driver = await phone(server, address.split('#driver=')[1]);
  assert.match(await text(driver.page, '.driver-plate'), /98C-999\.11/);
  await page.click('.link-revoke');
  await page.locator('.driver-link-note', { hasText: 'Revoked' }).waitFor();
  assert.equal(await page.locator('.driver-link-made').count(), 0);
  await driver.page.reload();
  await driver.page.locator('.driver-over', { hasText: 'company has withdrawn this link' }).waitFor();
  assert.deepEqual([wrong, driver.wrong], [[], []]);
  await driver.context.close();
  await context.close();
});

test('a trader asks customs to release the goods before customs clearance', { skip }, async () => {
  for (const [lang, name, ask, done, back] of [
    ['en', 'Release of goods', 'Ask for it', 'Asked for', 'cannot be taken back'],
    ['vi', 'Giải phóng hàng', 'Đề nghị', 'Đã đề nghị', 'không rút lại được'],
    ['zh', '货物放行', '申请', '已申请', '不能撤回'],
  ]) {
    const server = await double();
    const id = idAt(server, 'AT_GATE');
    const { page, context, wrong } = await trader(server, id, { lang });
    const offered = page.locator('[data-offered=GOODS_RELEASE]');
    assert.match(await offered.innerText(), new RegExp(name));
    const button = offered.getByRole('button', { name: ask });
    const before = server.seen.posts.length;
    await button.focus();
    await page.keyboard.press('Enter');
    assert.match(await text(page, 'dialog[open]'), new RegExp(`${name}[\\s\\S]*${back}`), 'that nothing takes it back is said');
    await clean(page, `asked once more, ${lang}`);
    if (process.env.PICTURES) await page.screenshot({ path: join(process.env.PICTURES, `release-${lang}.png`) });
    await page.keyboard.press('Escape');
    await page.waitForSelector('dialog', { state: 'detached' });
    await page.waitForFunction(() => document.activeElement?.closest('[data-offered]') !== null);
    await page.keyboard.press('Enter');
    await page.waitForSelector('dialog[open]');
    await page.keyboard.press('Enter');
    await page.waitForSelector('dialog', { state: 'detached' });
    assert.equal(server.seen.posts.length, before, 'neither Esc nor an Enter too many asks for it');
    await button.click();
    await page.waitForSelector('dialog[open]');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('[data-asked=GOODS_RELEASE]', { hasText: done }).waitFor();
    assert.deepEqual(
      [server.seen.posts.at(-1).rest, server.seen.posts.at(-1).body],
      [`/loads/${id}/requests`, { step: 'GOODS_RELEASE' }],
    );
    assert.equal(await offered.count(), 0, 'asked for once');
    await clean(page, `what is done when asked, ${lang}`);
    assert.deepEqual(wrong, []);
    await context.close();
  }
});

test('a browser that shares nothing offers no sending', { skip }, async () => {
  const server = await double();
  const { page, context } = await trader(server, idAt(server, 'REGISTERED'), { width: 390, lang: 'vi' });
  await page.click('.link-make');
  await page.waitForSelector('.driver-link-made');
  assert.equal(await page.getByRole('button', { name: 'Gửi…' }).count(), 0);
  await clean(page, 'on a telephone');
  await context.close();
});

test('the link leaves the address, goes as a header alone, and lasts as long as the tab', { skip }, async () => {
  const server = await double();
  const { page, context, wrong } = await opened(server, 'AT_GATE');
  assert.equal(await page.evaluate(() => location.hash), '');
  assert.match(server.seen.driven[0].authorization, /^Bearer cwd_/);
  assert.ok(server.seen.driven.every((headers) => headers.cookie === undefined && headers.referer === undefined));
  assert.equal(await page.evaluate(() => localStorage.getItem('clearway.driver')), null);
  await page.reload();
  await page.waitForSelector('.driver-now');
  const two = server.drivers.make({ registration: idAt(server, 'IN_YARD') }).link;
  await page.evaluate((link) => (location.hash = `driver=${link}`), two);
  await page.locator('.driver-plate', { hasText: '29C-999.15' }).waitFor();
  assert.deepEqual(wrong, []);
  await context.close();
});

test('what to do now, who is waited for, how far it is; it changes by itself', { skip }, async () => {
  const server = await double();
  const { page, context, wrong } = await opened(server, 'AT_GATE');
  assert.match(await text(page, '.driver-now'), /Wait at the gate/);
  assert.match(await text(page, '.driver-wait'), /Waiting for: Border guard since 11:05 \(Beijing time 12:05\)$/);
  assert.match(await text(page, '.driver-facts'), /At the gate, not let in yet[\s\S]*Tan Thanh/i);
  assert.equal(await page.locator('.driver-steps li').count(), 6);
  const asked = server.seen.driven.length;
  const held = one(server, 'AT_GATE');
  Object.assign(held, { state: 'IN_YARD' });
  Object.assign(held.crossing, { borderGuardAt: '2026-11-26T04:50:00Z', enteredAt: '2026-11-26T04:50:00Z', yardEnteredAt: '2026-11-26T04:58:00Z', mayLeave: true });
  for (let i = 0; i < 5; i++) {
    await page.getByRole('button', { name: 'Update' }).tap();
    await page.waitForTimeout(1100);
  }
  await page.locator('.driver-now', { hasText: 'You may leave' }).waitFor({ timeout: 40_000 });
  assert.ok(server.seen.driven.length - asked <= 2, 'a thumb that taps again and again asks no more often');
  assert.match(await text(page, '.driver-steps [data-step=ENTERED_YARD]'), /11:58[\s\S]*12:58/);
  held.turned = { reason: 'NO_ROOM', to: 'HN', at: '2026-11-26T05:06:00Z' };
  await page.reload();
  await page.locator('.driver-now.stop', { hasText: 'Go to gate' }).waitFor();
  assert.match(await text(page, '.driver-now'), /Huu Nghi[\s\S]*No room/i);
  assert.equal(await page.locator('.driver-wait').count(), 0);
  Object.assign(held, { waitingFor: ['PLANT_QUARANTINE'], waitingSince: ['2026-11-26T05:02:00Z'] });
  held.crossing.mayLeave = false;
  for (const [lang, now, then, who] of [
    ['vi', 'Chờ trong bãi', 'Sau đó: Chuyển sang', 'Chưa được rời đi, xe bị giữ: Kiểm dịch thực vật từ 12:02 (giờ Bắc Kinh 13:02)'],
    ['zh', '在货场内等候', '之后：', '尚不得驶离，扣车方：植物检疫，自12:02起（北京时间13:02）'],
    ['en', 'Wait in the yard', 'Then: Go to gate', 'May not leave yet, held by: Plant quarantine since 12:02 (Beijing time 13:02)'],
  ]) {
    const other = await phone(server, server.drivers.make({ registration: held.id }).link, { lang, theme: 'dark' });
    await other.page.locator('.driver-wait[role=alert]', { hasText: who }).waitFor();
    const told = await text(other.page, '.driver-now');
    assert.ok(told.startsWith(now) && told.includes(then), told);
    await clean(other.page, `turned and held ${lang}`);
    if (process.env.PICTURES) await other.page.screenshot({ path: `${process.env.PICTURES}/driver-held-${lang}.png` });
    await other.context.close();
  }
  assert.deepEqual(wrong, []);
  await context.close();
});

test('what the traffic police said last comes first while it is on its way', { skip }, async () => {
  const server = await double();
  one(server, 'REGISTERED').trafficOrder = { id: 'x', order: 'TURN', post: 'CSGT_CAO_LOC', to: 'PHU_XA', reason: 'PARK_COMPULSORY', until: '2026-11-26T06:30:00Z', occurredAt: '2026-11-26T04:55:00Z' };
  const { page, context } = await opened(server, 'REGISTERED');
  const now = await text(page, '.driver-now');
  assert.match(now, /Turn to .*Phu Xa/i);
  assert.match(now, /Until 13:30 \(.*14:30\)/);
  assert.match(now, /said so at 11:55 \(.*12:55\)/);
  Object.assign(one(server, 'REGISTERED').trafficOrder, { order: 'HOLD', to: undefined });
  await page.reload();
  await page.locator('.driver-now.stop b', { hasText: 'Hold here' }).waitFor();
  await context.close();
});

test('without a network it says so and how old it is, also after a reload', { skip }, async () => {
  const server = await double();
  const { page, context } = await opened(server, 'IN_YARD');
  await page.waitForFunction(async () => (await (await caches.open('clearway-pages')).keys()).length >= 4);
  await context.setOffline(true);
  await page.reload();
  await page.locator('.driver-age.old', { hasText: 'No network' }).waitFor();
  assert.match(await text(page, '.driver-age'), /of 12:0\d, <1′ ago/);
  assert.match(await text(page, '.driver-plate'), /29C-999\.15/);
  await context.setOffline(false);
  await page.locator('.driver-age:not(.old)', { hasText: 'Updated at' }).waitFor();
  server.seen.away = true;
  await page.reload();
  await page.locator('.driver-age.old').waitFor();
  await context.close();
});

test('a link that ended says when, a withdrawn one that it was, a forged one nothing; also when it is opened only then', { skip }, async () => {
  const server = await double();
  const { page, context } = await opened(server, 'AT_GATE');
  const [link] = server.drivers.links.keys();
  server.drivers.revoke({ registration: idAt(server, 'AT_GATE') });
  await page.reload();
  await page.locator('.driver-over', { hasText: 'Your company has withdrawn this link' }).waitFor();
  const late = await phone(server, link, DRIVER, '.driver-over');
  assert.match(await text(late.page, '.driver-over'), /withdrawn this link[\s\S]*Ask your company for a new link/);
  await late.context.close();
  const ended = server.drivers.make({ registration: idAt(server, 'AT_GATE'), hours: -1 });
  const at = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }).format(Date.parse(ended.expiresAt));
  for (const [lang, say] of [['vi', 'đã hết hạn lúc'], ['zh', '过期'], ['en', 'This link ended at']]) {
    const over = await phone(server, ended.link, { lang, theme: 'light' }, '.driver-over');
    const said = await text(over.page, '.driver-over');
    assert.ok(said.includes(say) && said.includes(at), said);
    const asked = server.seen.driven.length;
    await over.page.waitForTimeout(1500);
    assert.equal(server.seen.driven.length, asked, 'what is over is asked no more');
    await clean(over.page, `${lang} over`);
    await over.context.close();
  }
  for (const forged of ['cwd_never', `${link.slice(0, 60)}${link[60] === 'A' ? 'B' : 'A'}${link.slice(61)}`]) {
    const other = await phone(server, forged, DRIVER, '.driver-over');
    const said = await text(other.page, '.driver-over');
    assert.match(said, /cannot be read/);
    assert.doesNotMatch(said, /ended|withdrawn/);
    await other.context.close();
  }
  await context.close();
});

test('fits 360 pixels in three languages and two themes, big enough to read and to tap', { skip }, async () => {
  const server = await double();
  for (const [lang, theme] of [['vi', 'light'], ['zh', 'dark'], ['en', 'light']]) {
    for (const state of ['AT_GATE', 'IN_YARD', 'REGISTERED']) {
      const { page, context } = await opened(server, state, { lang, theme });
      await clean(page, `${lang} ${state}`);
      assert.equal(await page.locator('table').count(), 0);
      const small = await page.locator('button:visible').evaluateAll((all) => all.filter((each) => each.getBoundingClientRect().height < 44).map((each) => each.outerHTML));
      assert.deepEqual(small, []);
      const tiny = await page.locator('.driver main *').evaluateAll((all) => all.filter((each) => each.children.length === 0 && each.textContent !== '' && parseFloat(getComputedStyle(each).fontSize) < 16).map((each) => each.outerHTML));
      assert.deepEqual(tiny, []);
      await context.close();
    }
  }
});

/** Of texts so long, the beginning of the SHA-256 of their code; kept when a decoder of somebody else's (jsQR 1.4.0) read all of them, and 100 more of every size. */
const KEPT = { 14: 'ba992b308394ce6f', 100: 'f4d3c93ca8c8e542', 152: '3f3b89aee8ba9ed3', 170: '73e3fc06b04f2c2d', 200: 'b392060ddbcc67ba', 287: '04275b95cb92b67b' };

test('a text becomes the QR code that other programs read', async () => {
  const { qrOf } = await load('trader/qr.ts');
  const kept = Object.entries(KEPT).map(([length, sum]) => [Number(length), sum]);
  for (const [length, sum] of kept) {
    const text = 'https://gate.example/#driver=cwd_0123456789'.repeat(9).slice(0, length);
    const code = qrOf(text);
    assert.equal(createHash('sha256').update(dots(code)).digest('hex').slice(0, 16), sum, `${length}: ${code.length} modules`);
  }
  assert.throws(() => qrOf('x'.repeat(288)), RangeError);
});

test('every agency and every reason has its word on the driver’s page', async () => {
  globalThis.document ??= { querySelector: () => null };
  const { officersAgencies, turnReasons } = await load('wire.ts');
  const { driverSay } = await load('driver/driverwords.ts');
  for (const language of ['vi', 'zh', 'en']) {
    const say = driverSay(language);
    for (const word of [...officersAgencies, ...turnReasons.map((reason) => `turn${reason}`)]) assert.ok(say(word).length > 1, word);
  }
});
