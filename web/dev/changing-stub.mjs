/**
 * The part of the TEST DOUBLE that is about goods that change vehicles: plans in each stage, and what a yard and
 * customs say of them. Every plate, number and seal is made up. It holds the few rules that the screens must show.
 */
const MINUTE = 60_000;
const iso = (time) => new Date(Math.round(time / 1000) * 1000).toISOString();
const idOf = (kind, i) => `01990fd8-2f00-7a1${kind}-8c3e-${String(i).padStart(12, '0')}`;

const vehicle = (i, plate, part = {}) => ({
  registration: idOf(7, i),
  declarationNumber: `20250829${String(9000 + i)}`,
  plate,
  vehicleClass: 'VT4',
  goods: '',
  state: 'IN_YARD',
  keeps: [],
  ...part,
});

/** @param clock the gate's clock */
export function changingOf(clock) {
  const now = clock();
  const ago = (minutes) => iso(now - minutes * MINUTE);
  const here = (minutes, place) => ({ crossing: idOf(8, minutes), arrivedAt: ago(minutes + 9), enteredAt: ago(minutes), yard: 'XUAN_CUONG', missingKeys: [], ...(place ? { place } : {}) });
  const plan = (i, stage, method, source, receivers, part = {}) => ({
    id: idOf(9, i),
    method,
    plannedAt: ago(300 - i),
    stage,
    lots: [{ customsNumber: `10800000000${i}`, packages: 1000, kg: 20_000 }],
    source,
    receivers: receivers.map((one) => ({ customsNumbers: [], ...one })),
    ...(stage === 'PLANNED' ? { standsFrom: ago(300 - i) } : {}),
    ...(stage === 'PLANNED' || stage === 'CALLED' ? { unmet: [] } : { area: 'XC_TRANSFER' }),
    ...part,
  });
  const goods = { goods: 'Linh kiện điện tử' };
  const items = [
    plan(1, 'STARTED', 'GANG', vehicle(10, '桂A10001', { ...goods, ...here(95, 'S-2') }), [
      vehicle(11, '29C10001', { ...here(80, 'S-3'), customsNumbers: ['108000000001'], loading: { lots: [{ customsNumber: '108000000001', packages: 640, kg: 12_800 }], seal: 'VNSYN1000100', at: ago(12) } }),
      vehicle(12, '29C10002', here(70, 'S-4')),
    ], { startedAt: ago(41) }),
    plan(2, 'CALLED', 'GANG', vehicle(20, '桂F20002', { ...goods, ...here(52, 'A-7') }), [vehicle(21, '12C20001', here(50, 'A-8')), vehicle(22, '12C20002', here(48))], {
      area: 'XC_TRANSFER', calledAt: ago(11), until: iso(now + 19 * MINUTE),
      lots: [{ customsNumber: '108000000002', packages: 400, kg: 8000 }, { customsNumber: '108000000012', packages: 250, kg: 5200 }],
    }),
    plan(3, 'CALLED', 'CRANE', vehicle(30, '桂A30003', { goods: 'Phụ tùng máy', ...here(44, 'B-1') }), [vehicle(31, '98C30001', { ...here(40), enteredAt: undefined, yard: undefined, state: 'AT_GATE', missingKeys: ['CUSTOMS'] })], {
      area: 'XC_TRANSFER', calledAt: ago(28), until: iso(now + 4 * MINUTE), unmet: ['SOURCE_HOLD_CUSTOMS', 'SOURCE_INSPECTION', 'RECEIVER_1_KEY_CUSTOMS'],
    }),
    plan(4, 'PLANNED', 'GANG', vehicle(40, '粤S40004', { ...goods, ...here(33) }), [vehicle(41, '15C40001', { state: 'REGISTERED' }), vehicle(42, '15C40002', here(5))], {
      unmet: ['SOURCE_PERMIT_CONFIRMED', 'SOURCE_LOTS', 'RECEIVER_1_VEHICLE', 'RECEIVER_2_PAPERS', 'BAY'],
    }),
    plan(5, 'PLANNED', 'TRAILER', vehicle(50, '桂F50005', { ...goods, ...here(61) }), [vehicle(51, '60C50001', here(20))], { standsFrom: ago(16), unmet: ['BAY'] }),
    plan(6, 'PLANNED', 'GANG', vehicle(60, '云A60006', { ...goods, ...here(3), enteredAt: undefined, yard: undefined, state: 'AT_GATE', missingKeys: ['BORDER_GUARD'] }), [vehicle(61, '51C60001', { state: 'REGISTERED' })], {
      unmet: ['SOURCE_PERMIT', 'SOURCE_KEY_BORDER_GUARD', 'SOURCE_IN_YARD', 'RECEIVER_1_VEHICLE', 'BAY'],
    }),
    plan(7, 'FINISHED', 'GANG', vehicle(70, '桂A70007', { ...goods, ...here(160, 'S-6') }), [vehicle(71, '29C70001', { ...here(140, 'S-7'), loading: { lots: [{ customsNumber: '108000000007', packages: 997, kg: 19_930 }], seal: 'VNSYN7000100', at: ago(30) } })], {
      startedAt: ago(84), finishedAt: ago(26), remaining: [], differences: [{ customsNumber: '108000000007', packages: -3, kg: -70 }],
    }),
    plan(8, 'FINISHED', 'GANG', vehicle(80, '桂F80008', { ...goods, ...here(220, 'S-8'), state: 'GONE', leftAt: ago(50) }), [vehicle(81, '29C80001', { ...here(200), state: 'GONE', leftAt: ago(20), loading: { lots: [{ customsNumber: '108000000008', packages: 1000, kg: 20_000 }], seal: 'VNSYN8000100', at: ago(90) } })], {
      startedAt: ago(150), finishedAt: ago(85), remaining: [], differences: [], signedAt: ago(80), minutes: 200,
    }),
  ];
  const rank = ({ stage, signedAt }) => ['STARTED', 'CALLED', 'PLANNED', 'FINISHED'].indexOf(stage) + (signedAt ? 1 : 0);
  const packed = (item, number) => item.receivers.flatMap((one) => one.loading?.lots ?? []).filter((lot) => lot.customsNumber === number);
  const sum = (lots, field) => lots.reduce((all, lot) => all + lot[field], 0);

  const acts = {
    start(item, body) {
      if (item.stage === 'STARTED' || item.stage === 'FINISHED') return [409, 'ALREADY_STARTED'];
      if (item.unmet.length > 0) return [409, 'NOT_ELIGIBLE', item.unmet];
      Object.assign(item, { stage: 'STARTED', startedAt: body.occurredAt, unmet: undefined, until: undefined });
      return [200, 'TransshipmentStarted'];
    },
    loadings(item, body) {
      if (item.stage !== 'STARTED') return [409, 'NOT_UNDER_WAY'];
      const receiver = item.receivers.find((one) => one.registration === body.receiver);
      if (receiver === undefined) return [409, 'NO_RECEIVER'];
      const sealed = items.flatMap((one) => one.receivers).some((one) => one !== receiver && one.loading?.seal === body.seal);
      if (sealed) return [409, 'SEAL_DUPLICATE'];
      receiver.loading = { lots: body.lots, seal: body.seal, at: body.occurredAt };
      return [200, 'VehicleLoaded'];
    },
    finish(item, body) {
      if (item.stage !== 'STARTED') return [409, 'NOT_UNDER_WAY'];
      if (item.receivers.every((one) => one.loading === undefined)) return [409, 'NOTHING_LOADED'];
      const differences = item.lots.flatMap((lot) => {
        const all = [...packed(item, lot.customsNumber), ...(body.remaining ?? []).filter((one) => one.customsNumber === lot.customsNumber)];
        const gap = { customsNumber: lot.customsNumber, packages: sum(all, 'packages') - lot.packages, kg: sum(all, 'kg') - lot.kg };
        return gap.packages === 0 && Math.abs(gap.kg) * 200 <= lot.kg ? [] : [gap];
      });
      Object.assign(item, { stage: 'FINISHED', finishedAt: body.occurredAt, remaining: body.remaining ?? [], differences });
      return [200, 'TransshipmentFinished'];
    },
    signature(item, body) {
      if (item.stage !== 'FINISHED') return [409, 'NOT_FINISHED'];
      if (item.signedAt) return [409, 'ALREADY_SIGNED'];
      if (item.differences.length > 0 && !body.note) return [409, 'NOT_CONSERVED', item.differences.map((one) => `LOT_${one.customsNumber}`)];
      item.signedAt = iso(clock());
      return [200, 'TransshipmentSigned'];
    },
  };

  return {
    items,
    get(rest) {
      if (rest === '/transshipments') return { total: items.length, items: [...items].sort((a, b) => rank(a) - rank(b)) };
      if (rest !== '/intake') return null;
      const taken = items.filter((one) => one.stage === 'STARTED' || one.stage === 'CALLED').length;
      const line = (method) => items.filter((one) => one.stage === 'PLANNED' && one.method === method && one.source.enteredAt).length;
      const methods = [['GANG', 17, [19, 17, 20, 20]], ['CRANE', 1, [3, 5, 6, 6]], ['TRAILER', 4, []]];
      return { areas: [{ area: 'XC_TRANSFER', yard: 'XUAN_CUONG', taken, methods: methods.map(([method, free, perHour]) => ({ method, line: line(method), free, perHour })) }] };
    },
    /** @returns null where it is none of these; else the status, and what was done or refused */
    post({ may }, rest, body) {
      const [, id, what] = /^\/transshipments\/([^/]+)\/(start|loadings|finish|signature)$/.exec(rest) ?? [];
      if (what === undefined) return null;
      if (!may.includes(what === 'signature' ? 'SET_CHANNEL' : 'REPORT_YARD')) return [403, 'DENIED'];
      const item = items.find((one) => one.id === id);
      return item === undefined ? [404, 'NOT_FOUND'] : acts[what](item, body);
    },
  };
}

/** What a trader plans; nobody is called here. @param held the registrations, @param rowOf each as the list has it */
export function plansOf(held, rowOf, clock) {
  const items = [];
  const party = (id) => {
    const { id: registration, declarationNumber, plate, goods, state, crossing } = rowOf(held.find((one) => one.id === id));
    return { registration, declarationNumber, plate, vehicleClass: 'VT4', goods, state, keeps: [], ...(crossing ? { crossing } : {}) };
  };
  return {
    items,
    /** @returns null where it is none of these; else the status, and what was done or refused */
    post(rest, body) {
      const cancelled = /^\/transshipments\/([^/]+)\/cancellation$/.exec(rest);
      if (cancelled) {
        const at = items.findIndex((one) => one.id === cancelled[1]);
        if (at < 0) return [404, 'NOT_FOUND'];
        if (items[at].stage === 'STARTED') return [409, 'ALREADY_STARTED'];
        items.splice(at, 1);
        return [200, 'TransshipmentCancelled'];
      }
      if (rest !== '/transshipments') return null;
      const source = held.find((one) => one.id === body.source);
      const numbers = source.declaration.goodsGroups.map((one) => one.customsDeclarationNumber);
      if (String(body.lots.map((one) => one.customsNumber)) !== String(numbers)) return [409, 'LOTS_WRONG'];
      if (body.method !== 'GANG' && body.receivers.length !== 1) return [409, 'ONE_RECEIVER'];
      if (body.method === 'TRAILER') return [409, 'NO_AREA'];
      const receivers = body.receivers.map(({ registration, customsNumbers = [] }) => ({ ...party(registration), customsNumbers }));
      const unmet = ['SOURCE_VEHICLE', ...receivers.map((_, i) => `RECEIVER_${i + 1}_VEHICLE`), 'BAY'];
      const plan = { id: body.id, method: body.method, plannedAt: iso(clock()), stage: 'PLANNED', standsFrom: iso(clock()), lots: body.lots, source: party(body.source), receivers, unmet };
      const at = items.findIndex((one) => one.id === body.id);
      if (at < 0) items.push(plan);
      else items[at] = plan;
      return [200, at < 0 ? 'TransshipmentPlanned' : 'TransshipmentReplanned'];
    },
  };
}
