/**
 * The part of the TEST DOUBLE in which a trader pays: charges of invented vehicles, payments, and a bank that has a
 * page, takes the money when it is told to, and reports it or does not. It holds no rule but what the screens show.
 */
import { line, moneyOf } from './money-stub.mjs';

const MINUTE = 60_000;
const iso = (time) => new Date(Math.round(time / 1000) * 1000).toISOString();

/** @param rows the firm's registrations; @param company its tax code, if its account has one */
export function feesOf(rows, clock, company) {
  const own = { taxCode: '0000009799', name: 'Công ty TNHH Giả Định 239' };
  const other = { taxCode: '0000009333', name: 'Công ty Vận tải Giả Định 33' };
  const money = moneyOf([], clock);
  const yard = { issuer: 'XUAN_CUONG', public: false };
  const of = (i, payer = own) => ({ registration: rows[i].id, declarationNumber: rows[i].declaration.declarationNumber ?? `2026112600${31 - i}`, gate: 'TT', plate: rows[i].declaration.vehicles[0].plateNumber.replace(/[-.]/g, ''), payer });
  if (rows.length > 5) {
    money.add(of(3), 'INFRASTRUCTURE', [line('INFRASTRUCTURE', 'VT6', 'PASSES', 800_000)]);
    money.add(of(3), 'PARKING', [line('PARKING', 'VT6', 'PASSES', 50_000, { quantity: 2, goods: '' })], yard);
    money.add(of(4), 'INFRASTRUCTURE', [line('INFRASTRUCTURE', 'VT1', 'PASSES', undefined, { clause: 'EXPORT_OTHER' })]);
    money.add(of(2, other), 'INFRASTRUCTURE', [line('INFRASTRUCTURE', 'VT6', 'INLAND', 300_000, { factors: [{ clause: 'INLAND_130', thousandths: 1300, source: 'invented for this test' }] })]);
    money.pay(money.add(of(5), 'INFRASTRUCTURE', [line('INFRASTRUCTURE', 'VT6', 'PASSES', 800_000)]), 800_000, 'BANK', clock() - 90 * MINUTE);
  }
  money.account(own).deposit = 2_000_000;
  const payments = new Map();
  /** What the bank does with what it is told: `at once`, `never`, `short`. */
  const bank = { reports: 'at once', asked: [] };
  const told = (one) => ({ id: one.id, state: one.state, payer: one.payer, amount: one.amount, startedAt: iso(one.at), expiresAt: iso(one.at + 30 * MINUTE), charges: one.charges });

  function paid(id) {
    const one = payments.get(id);
    let rest = bank.reports === 'short' ? one.amount - 100_000 : one.amount;
    for (const number of one.charges) {
      const charge = money.charges.find((known) => known.charge === number);
      const part = Math.min(rest, charge.total - charge.paid);
      if (part > 0) money.pay(charge, part, 'BANK');
      rest -= part;
    }
    if (one.charges.length === 0) money.account(one.payer).deposit += one.amount;
    one.state = 'PAID';
  }

  function get(rest, query) {
    if (rest === '/charges' || rest === '/receipts') return money.get(rest, query, 'trader', company);
    const payment = /^\/payments\/([^/]+)$/.exec(rest);
    return payment && payments.has(payment[1]) ? told(payments.get(payment[1])) : null;
  }

  /** [status, body or code] or null */
  function post(rest, body, port) {
    if (rest === '/quotes') {
      const lines = [line('INFRASTRUCTURE', body.vehicles[0].vehicleClass ?? 'VT6', 'PASSES', 800_000)];
      const yards = [line('PARKING', 'VT6', 'PASSES', 50_000, { goods: '' }), line('PLUG', 'VT6', 'PASSES', undefined, { goods: '', clause: '' })];
      return [200, { public: { total: 800_000, lines }, private: { total: 50_000, lines: yards }, total: 850_000, unknown: true }];
    }
    if (rest !== '/payments') return null;
    if (!payments.has(body.id)) {
      const charges = (body.charges ?? []).map((id) => money.charges.find((one) => one.charge === id));
      const open = charges.reduce((sum, one) => sum + one.total - one.paid, 0);
      if (!body.deposit && open === 0) return [409, 'NOTHING_OPEN'];
      payments.set(body.id, { id: body.id, state: 'STARTED', payer: body.deposit?.payer ?? charges[0].payer, amount: body.deposit?.amount ?? open, at: clock(), charges: body.charges ?? [] });
    }
    const one = payments.get(body.id);
    const redirect = `http://127.0.0.1:${port}/bank?payment=${one.id}&amount=${one.amount}&expires=${iso(one.at)}&signature=00`;
    return [201, { id: one.id, amount: one.amount, expiresAt: iso(one.at + 30 * MINUTE), redirect, seq: 4001, events: ['PaymentStarted'] }];
  }

  /** The bank's own page: the way back is where it was asked to send the payer. */
  function page(request, url, response) {
    bank.asked.push(Object.fromEntries(url.searchParams));
    if (request.method === 'POST') {
      if (bank.reports !== 'never') paid(url.searchParams.get('payment'));
      response.writeHead(303, { Location: url.searchParams.get('back') });
      return response.end();
    }
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
    return response.end(`<!doctype html><html lang="en"><title>Bank</title><h1>Bank</h1><form method="post"><button>Pay ${url.searchParams.get('amount')}</button></form>`);
  }
  return { money, payments, bank, paid, get, post, page };
}
