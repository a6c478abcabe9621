/**
 * The part of the TEST DOUBLE that is about money: charges in each state, what a payer has with us, receipts, the
 * books. Every plate, payer and amount is made up. It holds the few rules that the screens must show.
 */
const MINUTE = 60_000;
const iso = (time) => new Date(Math.round(time / 1000) * 1000).toISOString();
const INVENTED = 'invented for this test';
const PUBLISHED = 'https://www.example.invalid/tariff-2025';

export const line = (kind, vehicleClass, use, rate, part = {}) => {
  const { factors = [], quantity = 1 } = part;
  const times = factors.reduce((all, one) => (all * one.thousandths) / 1000, 1);
  return {
    kind, clause: `${use}_${vehicleClass}`, vehicleClass, use, goods: '08106000', quantity, factors,
    source: rate === undefined ? 'rate not found: the table was looked for in the news of its adoption' : INVENTED,
    ...(rate === undefined ? {} : { rate, amount: Math.round(rate * quantity * times) }),
    ...part,
  };
};

/** @param at when it was charged */
export function chargeOf(id, kind, payer, lines, part = {}) {
  const known = lines.every((one) => one.amount !== undefined);
  const total = known ? lines.reduce((sum, one) => sum + one.amount, 0) : undefined;
  return { charge: id, kind, public: kind === 'INFRASTRUCTURE' || kind === 'TRANSFER', issuer: 'PUBLIC', payer, paid: 0, lines, ...(known ? { total } : {}), ...part };
}

/** As the server tells it. */
export function told(charge) {
  const { owed, ...rest } = charge;
  const total = charge.set?.amount ?? charge.total;
  const open = (total ?? 0) - charge.paid;
  const state = total === undefined ? 'UNRATED' : open > 0 ? (owed ? 'OWED' : 'OPEN') : total === 0 ? 'FREE' : 'PAID';
  return { ...rest, ...(total === undefined ? {} : { total }), state, open };
}

/** @param passages what is here: registration, number, plate, gate, crossing, payer */
export function moneyOf(passages, clock) {
  const charges = [];
  const receipts = [];
  const accounts = new Map();
  const takings = [];
  const doubts = [];
  const days = [];
  const proposals = [];
  let next = 130;
  const add = (of, kind, lines, part = {}) => {
    const { registration, declarationNumber, gate, plate, crossing, payer } = of;
    const one = chargeOf(next++, kind, payer, lines, { registration, declarationNumber, gate, plate, crossing, ...part });
    charges.push(one);
    return one;
  };
  const account = (payer) => {
    if (!accounts.has(payer.taxCode)) accounts.set(payer.taxCode, { taxCode: payer.taxCode, deposit: 0, credit: 0 });
    return accounts.get(payer.taxCode);
  };
  const owedOf = (taxCode) => charges.filter((one) => one.owed && one.payer.taxCode === taxCode).map(told).reduce((sum, one) => sum + Math.max(0, one.open), 0);
  const accountTold = (taxCode) => ({ deposit: 0, credit: 0, ...accounts.get(taxCode), taxCode, owed: owedOf(taxCode) });
  const receipt = (charge, amount, means, at = clock()) => {
    const number = receipts.filter((one) => one.issuer === charge.issuer).length + 17;
    receipts.push({ issuer: charge.issuer, receipt: next++, number: `${charge.issuer}/2025/${String(number).padStart(7, '0')}`, charge: charge.charge, kind: charge.kind, payer: charge.payer, amount, means, at: iso(at) });
  };
  const pay = (charge, amount, means, at = clock()) => {
    charge.paid += amount;
    receipt(charge, amount, means, at);
    takings.push({ means, issuer: charge.issuer, amount, at });
  };

  passages.forEach((of, i) => {
    const yard = { issuer: 'XUAN_CUONG', public: false };
    switch (i) {
      case 0:
        add(of, 'INFRASTRUCTURE', [line('INFRASTRUCTURE', 'VT6', 'PASSES', 800_000, { source: PUBLISHED })]);
        account(of.payer).deposit = 5_000_000;
        break;
      case 1:
        add(of, 'TRANSFER', [line('TRANSFER', 'VT4', 'TRANSFERS', 300_000, { factors: [{ clause: 'TRANSFER_30', thousandths: 300, source: INVENTED }] })]);
        add(of, 'HANDLING', [line('HANDLING', 'VT4', 'TRANSFERS', 200_000, { goods: '' })], yard);
        add(of, 'PARKING', [line('PARKING', 'VT4', 'TRANSFERS', 50_000, { quantity: 2, goods: '' })], yard);
        account(of.payer).credit = 150_000;
        break;
      case 2:
        add(of, 'INFRASTRUCTURE', [line('INFRASTRUCTURE', 'VT1', 'PASSES', undefined, { clause: 'EXPORT_OTHER' })]);
        break;
      case 3: {
        const one = add(of, 'INFRASTRUCTURE', [line('INFRASTRUCTURE', 'VT6', 'INLAND', 300_000, { factors: [{ clause: 'INLAND_130', thousandths: 1300, source: INVENTED }] })]);
        one.owed = true;
        one.owedSince = iso(clock() - 95 * MINUTE);
        account(of.payer).deposit = 1_000_000;
        break;
      }
      case 4: {
        const one = add(of, 'INFRASTRUCTURE', [line('INFRASTRUCTURE', 'VT6', 'PASSES', 800_000)]);
        pay(one, 800_000, 'BANK', clock() - 40 * MINUTE);
        break;
      }
      case 5: {
        const one = add(of, 'INFRASTRUCTURE', [line('INFRASTRUCTURE', 'VT4', 'PASSES', 300_000)]);
        pay(one, 100_000, 'BANK', clock() - 30 * MINUTE);
        add(of, 'PLUG', [line('PLUG', 'VT4', 'PASSES', undefined, { goods: '', clause: '' })], yard);
        break;
      }
      default:
        add(of, 'INFRASTRUCTURE', [line('INFRASTRUCTURE', 'VT6', 'PASSES', i % 3 === 0 ? 4_000_000 : 800_000)]);
    }
  });
  const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' }).format(clock());
  const yesterday = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' }).format(clock() - 1440 * MINUTE);
  doubts.push({ doubt: 901, kind: 'PAID_TOO_MUCH', transaction: 'B-1-17', amount: 150_000, at: iso(clock() - 50 * MINUTE) });
  doubts.push({ doubt: 902, kind: 'PAYMENT_UNKNOWN', transaction: 'B-1-18', amount: 800_000, at: iso(clock() - 20 * MINUTE) });

  const booksOf = (day) => {
    const sums = new Map();
    for (const one of takings) {
      if (new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' }).format(one.at) !== day) continue;
      const key = `${one.means} ${one.issuer}`;
      const before = sums.get(key) ?? { means: one.means, issuer: one.issuer, amount: 0, parts: 0 };
      sums.set(key, { ...before, amount: before.amount + one.amount, parts: before.parts + 1 });
    }
    const of = (means) => takings.filter((one) => one.means === means).reduce((sum, one) => sum + one.amount, 0);
    return {
      accounts: [
        { account: 'CASH', party: '', amount: of('CASH') },
        { account: 'TRANSIT', party: '', amount: of('BANK') + 800_000 },
        { account: 'SUSPENSE', party: '', amount: -800_000 },
        ...[...accounts.values()].map((one) => ({ account: 'DEPOSIT', party: one.taxCode, amount: -one.deposit })),
      ],
      doubts, days, day, takings: [...sums.values()],
    };
  };
  const statement = ({ adjust, refund }) =>
    adjust ? `charge ${adjust.charge} comes to ${adjust.amount} VND: ${adjust.reason}` : `${refund.from} of ${refund.payer.taxCode}: ${refund.amount} VND back ${refund.cash ? 'in cash' : 'by the bank'}: ${refund.reason}`;

  /** @returns null when it is none of these */
  function get(rest, query, token, company) {
    if (rest === '/charges') {
      const [payer, registration] = [query.get('payer'), query.get('registration')];
      const all = charges.map(told).filter((one) => (query.get('state') === 'all' || ['UNRATED', 'OPEN', 'OWED'].includes(one.state)) && (!payer || one.payer.taxCode === payer) && (!registration || one.registration === registration));
      const asked = company ? [company] : registration ? [...new Set(all.map((one) => one.payer.taxCode))] : payer ? [payer] : [];
      return { items: all, accounts: asked.map(accountTold) };
    }
    if (rest === '/receipts') return { items: [...receipts].reverse().map(({ issuer, ...one }) => one) };
    if (rest === '/cashier') return { ...booksOf(query.get('day') ?? today()), proposals: proposals.map(({ by, ...one }) => ({ ...one, own: by === token })) };
    return null;
  }

  const pick = (ids) => ids.map((id) => charges.find((one) => one.charge === id));
  /** The answer as [status, event or code]; null: it is none of these. */
  function post(rest, body, token) {
    const of = body.charges ? pick(body.charges) : [];
    if (of.includes(undefined)) return [404, 'CHARGE_UNKNOWN'];
    const open = of.reduce((sum, one) => sum + Math.max(0, told(one).open), 0);
    const held = of[0] && account(of[0].payer);
    switch (rest) {
      case '/settlements': {
        if (open === 0) return [409, 'NOTHING_OPEN'];
        if (new Set(of.map((one) => one.payer.taxCode)).size > 1) return [409, 'PAYERS_DIFFER'];
        const purse = { DEPOSIT: 'deposit', CREDIT: 'credit' }[body.means];
        if (purse && held[purse] < open) return [409, 'NOT_COVERED'];
        if (purse) held[purse] -= open;
        of.forEach((one) => told(one).open > 0 && pay(one, told(one).open, body.means));
        return [200, 'MoneyTaken'];
      }
      case '/owings':
        if (held.deposit < owedOf(held.taxCode) + of.filter((one) => !one.owed).reduce((sum, one) => sum + told(one).open, 0)) return [409, 'NOT_COVERED'];
        of.forEach((one) => Object.assign(one, { owed: true, owedSince: iso(clock()) }));
        return [200, 'ChargesOwed'];
      case '/deposits':
        account(body.payer).deposit += body.amount;
        takings.push({ means: 'CASH', issuer: '', amount: body.amount, at: clock() });
        return [200, 'MoneyTaken'];
      case '/provisional-charges': {
        const [one] = pick([body.charge]);
        if (one.total !== undefined) return [409, 'RATE_KNOWN'];
        one.set = { amount: body.amount, reason: body.reason, at: iso(clock()), provisional: true };
        return [200, 'ChargeChanged'];
      }
      case '/correction-proposals': {
        const { id, ...wish } = body;
        proposals.push({ id, matter: wish.refund ? 'REFUND' : 'ADJUST_CHARGE', statement: statement(wish), approved: false, at: iso(clock()), expiresAt: iso(clock() + 1440 * MINUTE), wish, by: token });
        return [201, 'Proposed'];
      }
      case '/corrections': {
        const at = proposals.findIndex((one) => one.approved && one.statement === statement(body));
        if (at < 0) return [409, 'APPROVAL_NEEDED'];
        proposals.splice(at, 1);
        if (body.adjust) pick([body.adjust.charge])[0].set = { amount: body.adjust.amount, reason: body.adjust.reason, at: iso(clock()), provisional: false };
        else account(body.refund.payer)[body.refund.from.toLowerCase()] -= body.refund.amount;
        return [200, 'Refunded'];
      }
      case '/doubt-closings': {
        const at = doubts.findIndex((one) => one.doubt === body.doubt);
        if (at < 0) return [409, 'DOUBT_UNKNOWN'];
        doubts.splice(at, 1);
        return [200, 'DoubtClosed'];
      }
      case '/bank-files': {
        if (body.day > today()) return [409, 'DAY_NOT_OVER'];
        const lines = body.file.trim().split('\n').length - 1;
        days.unshift({ day: body.day, lines, matched: lines, amount: 0, doubts: 0, at: iso(clock()) });
        return [200, 'DayReconciled'];
      }
      default: {
        const approval = /^\/correction-proposals\/([^/]+)\/approval$/.exec(rest);
        if (!approval) return null;
        const one = proposals.find(({ id }) => id === approval[1]);
        if (!one) return [404, 'NOT_FOUND'];
        if (one.by === token) return [409, 'SAME_PERSON'];
        one.approved = true;
        return [200, 'Approved'];
      }
    }
  }
  return { charges, receipts, accounts, takings, doubts, days, proposals, add, pay, account, accountTold, yesterday, get, post };
}
