/**
 * The part of the TEST DOUBLE that officers work with: registrations, their amendments, an agency's word
 * on the papers, and its key. Every plate, firm, number and person is made up. It holds the two rules that
 * the screens must show: an agency confirms once, and whoever saw an older version looks again.
 */
import { trip } from './trader-stub.mjs';

const MINUTE = 60_000;
const iso = (time) => new Date(Math.round(time / 1000) * 1000).toISOString();
const goods = { 'Sầu riêng tươi': 'DURIAN', 'Mít tươi': 'JACKFRUIT', 'Chuối tươi': 'BANANA', 'Tinh bột sắn': 'CASSAVA_STARCH' };

const officer = (agency, may = []) => ({ role: agency, officerOf: agency, may: ['READ_ALL', 'WORK_ON_LOAD', ...may] });

export const roles = {
  look: { role: 'READER', may: ['READ_ALL'] },
  customs: { ...officer('CUSTOMS', ['CONFIRM_ENTRY_AS_CUSTOMS', 'SET_CHANNEL', 'TURN_VEHICLE']), agency: 'CUSTOMS' },
  customs2: { ...officer('CUSTOMS', ['CONFIRM_ENTRY_AS_CUSTOMS', 'SET_CHANNEL']), agency: 'CUSTOMS', gates: ['HN'] },
  guard: { ...officer('BORDER_GUARD', ['CONFIRM_ENTRY_AS_BORDER_GUARD', 'TURN_VEHICLE', 'CALL_ROLL']), agency: 'BORDER_GUARD' },
  medical: officer('MEDICAL_QUARANTINE'),
  plant: officer('PLANT_QUARANTINE'),
  animal: officer('ANIMAL_QUARANTINE'),
  station: officer('TRANSPORT_STATION'),
  board: officer('MANAGEMENT_BOARD', ['CALL_ROLL', 'TURN_VEHICLE', 'PAY_FEES', 'COLLECT_FEES']),
  board2: officer('MANAGEMENT_BOARD', ['CALL_ROLL', 'TURN_VEHICLE', 'PAY_FEES', 'COLLECT_FEES']),
  police: officer('TRAFFIC_POLICE', ['DIRECT_TRAFFIC', 'CALL_ROLL']),
  police2: officer('TRAFFIC_POLICE', ['DIRECT_TRAFFIC', 'CALL_ROLL']),
  yard: { role: 'YARD', may: ['READ_ALL', 'REPORT_YARD'] },
  oneYard: { role: 'YARD', may: ['READ_ALL', 'REPORT_YARD'], gates: ['HN'], yards: ['XUAN_CUONG'] },
  device: { role: 'GATE_DEVICE', may: ['REPORT_GATE'] },
  operator: { role: 'OPERATOR', may: ['READ_ALL', 'ADMINISTER'] },
  operator2: { role: 'OPERATOR', may: ['READ_ALL', 'ADMINISTER'] },
};

export const keyName = { BORDER_GUARD: 'borderGuardAt', CUSTOMS: 'customsAt' };
export const registrationId = (plan) => plan.id.replace('2f00', '2f01');

function formOf(plan, i) {
  const form = trip(i % 1000, { plate: plan.plate, driver: `Tài xế Thử Nghiệm ${String(10 + (i % 90))}`, goods: goods[plan.goods] ?? 'DRAGON_FRUIT', at: plan.arrivedAt - 9 * MINUTE, gate: plan.gate });
  const [vehicle] = form.vehicles;
  const group = form.goodsGroups[0];
  Object.assign(form, { declarationNumber: plan.number, direction: plan.direction, regime: plan.direction, totalWeightTonnes: plan.kilograms / 1000 });
  Object.assign(vehicle, { plateNumber: plan.plate, vehicleNationality: /^\d/.test(plan.plate ?? '1') ? 'VN' : 'CN', customsSealNumber: plan.seal, goodsKg: plan.kilograms, grossKg: plan.kilograms + 13_910, driverDocuments: [{ kind: 'PASSPORT', number: `INV-P-${4400 + i}`, validTo: '2027-03-01' }], coDrivers: [], wagons: [] });
  if (plan.direction === 'IMPORT') group.customsDeclarationNumber = `1${group.customsDeclarationNumber.slice(1)}`;
  Object.assign(group, { traderName: plan.firm, weightKg: plan.kilograms });
  Object.assign(group.goodsLines[0], { productName: plan.goods, quantity: plan.kilograms, weightKg: plan.kilograms, ...(plan.direction === 'IMPORT' ? { originCode: 'CN', hsCode: '853400' } : {}) });
  Object.assign(form.declarant, { name: plan.firm });
  return form;
}

/** @param rowOf a plan's passage now, or null while the vehicle is not here */
export function papersOf(plans, clock, site, rowOf) {
  const held = new Map();
  plans.forEach((plan, i) => {
    if (plan.ghost) return;
    const one = { id: registrationId(plan), plan, form: formOf(plan, i), version: 0, provenance: [], papers: {}, registeredAt: plan.arrivedAt - 300 * MINUTE };
    if (plan.arrivedAt < clock() - 20 * MINUTE) one.papers = { CUSTOMS: iso(plan.arrivedAt - 60 * MINUTE), BORDER_GUARD: iso(plan.arrivedAt - 70 * MINUTE) };
    held.set(one.id, one);
  });
  const fieldsOf = (agency) => site.rulebook.reliances.find((one) => one.agency === agency).fields;
  const relies = (agency, fields) => fieldsOf(agency).some((field) => fields.includes(field));

  /** What a trader does meanwhile: a path with its new value each. */
  function amend(id, changes, at = clock()) {
    const one = held.get(id);
    const fields = [];
    for (const [path, value] of Object.entries(changes)) {
      const steps = path.split(/[.[\]]+/).filter(Boolean);
      const last = steps.pop();
      steps.reduce((tree, step) => tree[step], one.form)[last] = value;
      if (last === 'customsSealNumber') one.plan.seal = value;
      if (last === 'containerNumber') one.plan.container = value;
      fields.push(path.replace(/\[\d+\]/g, '[]'));
    }
    one.version++;
    one.amended = [...(one.amended ?? []), fields];
    one.provenance = [...one.provenance.filter((made) => !fields.includes(made.field)), ...fields.map((field) => ({ field, version: one.version, at: iso(at) }))];
    for (const agency of ['BORDER_GUARD', 'CUSTOMS']) {
      if (!relies(agency, fields)) continue;
      delete one.papers[agency];
      const turned = one.plan[keyName[agency]] <= clock();
      if (turned && one.plan.arrivedAt <= clock() && one.plan.gateLeftAt > clock()) {
        const both = one.plan.again?.both ?? (one.plan.customsAt <= clock() && one.plan.borderGuardAt <= clock());
        one.plan[keyName[agency]] = Infinity;
        one.plan.again = { both, agencies: [...(one.plan.again?.agencies ?? []), agency], due: at + 30 * MINUTE };
      }
    }
  }

  function row(one) {
    const { plan, form } = one;
    const passage = rowOf(plan);
    return {
      id: one.id,
      declarationNumber: form.declarationNumber,
      version: one.version,
      registeredAt: iso(one.registeredAt),
      plate: plan.plate,
      gate: form.gateCode,
      direction: form.direction,
      regime: form.regime,
      plannedArrivalAt: form.plannedArrivalAt,
      goods: form.goodsGroups[0].goodsLines[0].productName,
      weightKg: plan.kilograms,
      papers: one.papers,
      provenance: one.provenance,
      driverName: form.vehicles[0].driverName,
      state: passage?.state ?? 'REGISTERED',
      ...(passage ? { crossing: passage.id } : {}),
      ...(passage?.askedAgain ? { askedAgain: passage.askedAgain, askedAgainDue: passage.askedAgainDue } : {}),
    };
  }

  function list(query) {
    const agency = query.get('papersMissing');
    const from = Date.parse(`${query.get('from') ?? '1970-01-01'}T00:00:00+07:00`);
    const all = [...held.values()]
      .map((one) => [one, row(one)])
      .filter(([one, shown]) => (!agency || (!one.papers[agency] && shown.state !== 'GONE')) && (shown.crossing || Date.parse(shown.plannedArrivalAt) >= from))
      .map(([, shown]) => shown)
      .sort((a, b) => a.plannedArrivalAt.localeCompare(b.plannedArrivalAt));
    return { total: all.length, items: all.slice(0, Number(query.get('limit') ?? 100)) };
  }

  const detail = (one) => ({ ...one.form, id: one.id, version: one.version, registeredAt: iso(one.registeredAt), ...(one.trafficOrders ? { trafficOrders: one.trafficOrders } : {}), amendments: [], via: 'API', papers: one.papers, provenance: one.provenance });
  const stale = (one, agency, version) => version !== undefined && (one.amended ?? []).slice(version).some((fields) => relies(agency, fields));

  /** The answer to a command as [status, code]; 200 when it is done. */
  function confirm(agency, rest, body) {
    const papers = /^\/registrations\/([^/]+)\/papers-confirmations$/.exec(rest);
    if (papers) {
      const one = held.get(papers[1]);
      if (!one || rowOf(one.plan)?.state === 'GONE') return [404, 'REGISTRATION_UNKNOWN'];
      if (one.papers[agency]) return [409, 'ALREADY_CONFIRMED'];
      if (stale(one, agency, body.version)) return [409, 'STALE'];
      one.papers = { ...one.papers, [agency]: iso(clock()) };
      return [200, 'PapersConfirmed'];
    }
    const turn = /^\/crossings\/([^/]+)\/turning(s|-withdrawals)$/.exec(rest);
    if (turn) {
      const at = plans.find((one) => one.id === turn[1]);
      if (!at || !rowOf(at)) return [404, 'CROSSING_UNKNOWN'];
      if ((turn[2] === 's') === (at.turned !== undefined)) return [409, at.turned ? 'ALREADY_TURNED' : 'NOT_TURNED'];
      if (at.ghost && body.to) return [409, 'NOT_TURNABLE', ['REGISTRATION']];
      at.turned = turn[2] === 's' ? { ...body, at: iso(clock()) } : undefined;
      return [200, at.turned ? 'VehicleTurned' : 'TurningWithdrawn'];
    }
    const leaving = /^\/crossings\/([^/]+)\/leavings$/.exec(rest);
    if (leaving) {
      const at = plans.find((one) => one.id === leaving[1]);
      const now = at && rowOf(at);
      if (!now) return [404, 'CROSSING_UNKNOWN'];
      if (now.state === 'GONE') return [409, 'ALREADY_GONE'];
      const left = Math.min(Date.parse(body.occurredAt), clock());
      if (left < at.arrivedAt) return [409, 'NOT_WHEN_IT_LEFT'];
      at.gateLeftAt = at.saidLeftAt = left;
      return [200, 'GateLeft'];
    }
    const entry = /^\/crossings\/([^/]+)\/entry-confirmations$/.exec(rest);
    const plan = plans.find((one) => one.id === entry?.[1]);
    const passage = plan && rowOf(plan);
    if (!passage) return [404, 'CROSSING_UNKNOWN'];
    if (passage.state === 'GONE') return [409, 'ALREADY_GONE'];
    if (!passage.registration) return [409, 'NOT_REGISTERED'];
    if (passage[keyName[agency]]) return [409, 'ALREADY_CONFIRMED'];
    if (stale(held.get(passage.registration), agency, body.version)) return [409, 'STALE'];
    plan[keyName[agency]] = clock() - 1000;
    if (plan.again) {
      const left = plan.again.agencies.filter((one) => one !== agency);
      plan.again = left.length === 0 ? undefined : { ...plan.again, agencies: left };
    }
    return [200, 'FirstKeyTurned'];
  }

  return { held, amend, list, detail, confirm, stale };
}

/** The yard operator's word on a reefer, as [status, event or code]; null: it is none. */
export function plug(plans, rowOf, rest, body) {
  const said = /^\/crossings\/([^/]+)\/(un)?pluggings$/.exec(rest);
  if (!said) return null;
  const plan = plans.find((one) => one.id === said[1]);
  const row = plan && rowOf(plan);
  if (!row) return [409, 'CROSSING_UNKNOWN'];
  if (row.state === 'GONE') return [409, 'ALREADY_GONE'];
  const on = row.pluggedAt !== undefined && row.unpluggedAt === undefined;
  if (said[2]) {
    if (!on) return [409, 'NOT_PLUGGED'];
    plan.unpluggedAt = Date.parse(body.occurredAt);
    return [200, 'ReeferUnplugged'];
  }
  if (row.state !== 'IN_YARD') return [409, 'NOT_IN_YARD'];
  if (on) return [409, 'ALREADY_PLUGGED'];
  Object.assign(plan, { pluggedAt: Date.parse(body.occurredAt), unpluggedAt: undefined });
  return [200, 'ReeferPlugged'];
}

/** The yard operator's word on a place, as [status, event or code]; null: it is none. */
export function placed(plans, rowOf, rest, body) {
  const said = /^\/crossings\/([^/]+)\/placings$/.exec(rest);
  if (!said) return null;
  const plan = plans.find((one) => one.id === said[1]);
  const row = plan && rowOf(plan);
  if (!row) return [409, 'CROSSING_UNKNOWN'];
  if (row.state === 'GONE') return [409, 'ALREADY_GONE'];
  if (row.state !== 'IN_YARD') return [409, 'NOT_IN_YARD'];
  if (plans.some((one) => one !== plan && one.place === body.place && rowOf(one)?.yard === row.yard)) return [409, 'PLACE_TAKEN'];
  Object.assign(plan, { place: body.place, placedAt: Date.parse(body.occurredAt) });
  return [200, 'PlaceAssigned'];
}

/** For pictures: some were amended, one of them while its vehicle stands at the gate. */
export function amendSome(papers, now) {
  const waiting = papers.list(new URLSearchParams('papersMissing=CUSTOMS&limit=40')).items;
  const [, second, , fourth, fifth, sixth] = waiting;
  const at = now - 14 * MINUTE;
  papers.amend(second.id, { 'vehicles[0].customsSealNumber': 'VNSYN6041700' }, at);
  papers.amend(fourth.id, { 'vehicles[0].driverPhone': '+84000628199' }, at - 30 * MINUTE);
  papers.amend(fifth.id, { 'vehicles[0].containerNumber': 'ZXQU4929017', 'vehicles[0].trailerNumber': '29R-999.41' }, at - 4 * MINUTE);
  papers.amend(sixth.id, { 'goodsGroups[0].goodsLines[0].productName': 'Sầu riêng tươi, loại 1' }, at - 50 * MINUTE);
  const inside = [...papers.held.values()].find(({ plan }) => plan.customsAt < now && plan.borderGuardAt < now && plan.arrivedAt > now - 70 * MINUTE && plan.gateLeftAt > now && plan.plate !== null && plan.kind === null);
  papers.amend(inside.id, { 'vehicles[0].customsSealNumber': 'VNSYN7733100', 'vehicles[0].containerNumber': 'ZXQU4929023' }, now - 9 * MINUTE);
  return { seal: second, again: inside };
}
