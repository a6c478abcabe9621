/**
 * A TEST DOUBLE of the server for the trader's screens, with an invented firm; it is not shipped. It
 * checks what it is sent against openapi.json and against the rules that the screens must show, and
 * remembers everything, so that a test can look at it.
 *
 *   node dev/trader-stub.mjs [port]      token: trader
 */
import { feesOf } from './fee-stub.mjs';
import { createReadStream, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { plansOf } from './changing-stub.mjs';
import { driversOf } from './driver-stub.mjs';
import { judge, milestonesOf, missing, pageOf, questions, site } from './trader-judge.mjs';

const home = fileURLToPath(new URL('.', import.meta.url));
const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };
const HOUR = 3_600_000;

/** One invented trip; every number follows the rules for invented ones. */
export function trip(i, { plate = '29C-999.02', driver = 'Tài xế Thử Nghiệm 54', goods = 'DURIAN', at = 0, gate = 'TT' } = {}) {
  const commodity = site.rulebook.commodities.find((one) => one.code === goods);
  const yard = site.yards.find((one) => one.line === gate).code;
  const weight = 17_400 + (i % 5) * 240;
  const plants = ['DURIAN', 'WATERMELON', 'DRAGON_FRUIT', 'JACKFRUIT', 'MANGO'].includes(goods);
  return {
    declarationId: `INV-${i}`,
    declarationNumber: `20261126${String(i).padStart(5, '0')}`,
    direction: 'EXPORT',
    gateCode: gate,
    createdAt: new Date(at - 20 * HOUR).toISOString(),
    plannedArrivalAt: new Date(at).toISOString(),
    declarant: { taxCode: '0000009799', name: 'Công ty TNHH Giả Định 239', phone: '+84000800239' },
    feePayer: { taxCode: '0000009799', name: 'Công ty TNHH Giả Định 239', phone: '+84000800239' },
    parkingPlace: yard,
    parkingPosition: 'INSIDE_GATE',
    totalWeightTonnes: weight / 1000,
    isStorageGoods: false,
    transshipmentPlanned: false,
    linkedDeclarationIds: [],
    regime: 'EXPORT',
    goodsGroups: [
      {
        customsDeclarationNumber: `3081886${String(67100 + i)}`,
        customsProcedureCode: 'B11',
        customsOfficeCode: '28NJ',
        customsDeclarationDate: new Date(at - 24 * HOUR).toISOString().slice(0, 10),
        traderTaxCode: '0000009799',
        traderName: 'Công ty TNHH Giả Định 239',
        weightKg: weight,
        goodsLines: [
          {
            hsCode: commodity.hs[0],
            productName: commodity.name.vi,
            originCode: 'VN',
            quantity: weight,
            unit: 'KGM',
            weightKg: weight,
            ...(plants ? { plantingAreaCode: 'VN-DLOR-0042', packingHouseCode: 'VN-DLPH-007' } : {}),
          },
        ],
      },
    ],
    quarantine: {
      medicalRequired: true,
      plantRequired: true,
      animalRequired: false,
      plantCertificateNumber: `INV-KDTV-6450${10 + i}`,
      ...(goods === 'DURIAN' ? { residueTestReportNumber: `INV-DL-7731${10 + i}` } : {}),
    },
    otherSideFiling: { number: `INV-CN-88${100 + i}`, validTo: new Date(at + 200 * HOUR).toISOString() },
    vehicles: [
      {
        vehicleClass: 'VT6',
        plateNumber: plate,
        plateLines: 2,
        vehicleNationality: 'VN',
        trailerNumber: '29R-999.02',
        containerNumber: `ZXQU49289${40 + i}`,
        customsSealNumber: `VNINV58514${10 + i}`,
        driverName: driver,
        driverPhone: '+84000628181',
        driverIdNumber: '999593914400',
        dedicatedDriver: false,
        tareKg: 13_910,
        goodsKg: weight,
        grossKg: weight + 13_910,
        internationalTransportPermit: 'INV-GPLV-924357',
        permitValidTo: '2027-10-01',
        insuranceNumber: 'INV-BH-20461',
        insuranceValidTo: '2027-12-11',
      },
    ],
  };
}

const relies = (agency, field) => site.rulebook.reliances.find((one) => one.agency === agency)?.fields.includes(field.replace(/\[\d+\]/g, '[]'));

const plateOf = (one) => one.declaration.vehicles[0].plateNumber.toUpperCase().replace(/[\s.\-·]/g, '');

export function serve(port, { folder = join(home, '../dist'), now = '2026-11-26T12:05:00+07:00', trips = [], presets = [], notices = [], place = {}, fees: pays = false, company = null } = {}) {
  const here = { ...site, ...place };
  const begun = Date.now();
  const base = Date.parse(now);
  const clock = () => base + (Date.now() - begun);
  const iso = (time) => new Date(time).toISOString();
  const id = (i) => `01990fd8-2f00-7a11-8c3e-${String(i).padStart(12, '0')}`;
  const held = trips.map((one, i) => ({ id: id(i), version: 1, registeredAt: one.declaration.createdAt, amendments: [], state: 'REGISTERED', ...one }));
  const kept = new Map(presets.map((one) => [one.id, { keptAt: now, ...one }]));
  const seen = { posts: [], away: false, read: [] };
  const drivers = driversOf(held, clock);
  let next = 300;
  const passages = () => held.flatMap((one) => (one.crossing ? [{ registration: one.id, plate: plateOf(one), gate: one.declaration.gateCode, direction: 'EXPORT', state: one.state, arrivedAt: iso(clock() - HOUR), openCases: 0, ...one.crossing }] : []));

  const row = (one) => ({
    id: one.id,
    declarationNumber: one.declaration.declarationNumber,
    version: one.version,
    ...(one.lot ? { lot: one.lot } : {}),
    registeredAt: one.registeredAt,
    plate: plateOf(one),
    gate: one.declaration.gateCode,
    direction: one.declaration.direction,
    regime: one.declaration.regime ?? one.declaration.direction,
    plannedArrivalAt: one.declaration.plannedArrivalAt,
    goods: one.declaration.goodsGroups[0]?.goodsLines[0].productName ?? '',
    weightKg: one.declaration.vehicles[0].goodsKg,
    driverName: one.declaration.vehicles[0].driverName,
    ...(one.crossing ? { crossing: one.crossing.id } : {}),
    state: one.state,
    papers: { CUSTOMS: one.registeredAt },
    ...(one.askedAgain ? { askedAgain: one.askedAgain, askedAgainDue: one.askedAgainDue } : {}),
  });

  const handing = plansOf(held, row, clock);
  const fees = feesOf(held, clock, company);

  /** As the server shows it: with lists that hold nothing, and with what nobody may send. */
  const view = ({ declaration, ...one }) => ({
    certificates: [],
    residents: [],
    ...declaration,
    vehicles: declaration.vehicles.map((vehicle) => ({ driverDocuments: [], coDrivers: [], wagons: [], ...vehicle })),
    id: one.id,
    version: one.version,
    registeredAt: one.registeredAt,
    via: one.via ?? 'API',
    papers: { CUSTOMS: one.registeredAt },
    provenance: [],
    amendments: one.amendments,
  });

  const take = (body, lot) => {
    const { id: given, via, ...declaration } = body;
    const number = `20261126${String(next++).padStart(5, '0')}`;
    held.unshift({ id: given, declaration: { declarationNumber: number, ...declaration }, version: 1, registeredAt: iso(clock()), via, amendments: [], state: 'REGISTERED', ...(lot ? { lot } : {}) });
    return { id: given, declarationNumber: number };
  };

  const amended = (one, changes) => {
    const declaration = structuredClone(one.declaration);
    for (const { path, value } of changes) {
      const steps = path.split(/[.[\]]+/).filter(Boolean);
      const last = steps.pop();
      const target = steps.reduce((tree, step) => (tree[step] ??= {}), declaration);
      if (value === null) delete target[last];
      else target[last] = value;
    }
    return declaration;
  };

  const effect = (one, changes) => {
    const declaration = amended(one, changes);
    const fields = changes.map((change) => change.path.replace(/\[\d+\]/g, '[]'));
    const confirmed = one.state === 'GONE' ? [] : Object.entries(one.confirmed ?? {});
    const voids = confirmed.filter(([agency]) => fields.some((field) => relies(agency, field))).map(([agency, confirmedAt]) => ({ agency, confirmedAt }));
    return { version: one.version, fields, voids, ...(voids.length > 0 ? { due: iso(clock() + 2.5 * HOUR) } : {}), correction: one.state === 'GONE', violations: judge(declaration, held, clock(), one), declaration };
  };

  /** What the agencies do only when asked; here nobody gives it. */
  const asked = new Map();
  const load = (id) =>
    asked.has(id)
      ? { offered: [], lines: [{ step: 'GOODS_RELEASE', agency: 'CUSTOMS', status: 'REQUESTED', at: asked.get(id) }] }
      : { offered: ['GOODS_RELEASE'], lines: [] };

  const server = createServer(async (request, response) => {
    const url = new URL(request.url, 'http://local');
    const path = url.pathname;
    const json = (value, status = 200) => {
      response.writeHead(status, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify(value));
    };
    const problem = (status, code, detail, violations) => {
      response.writeHead(status, { 'Content-Type': 'application/problem+json' });
      response.end(JSON.stringify({ type: `urn:clearway:problem:${code}`, title: code, status, code, detail, origin: 'client', ...(violations ? { violations } : {}) }));
    };
    if (pays && path === '/bank') return fees.page(request, url, response);
    if (!path.startsWith('/v1/')) {
      const file = join(folder, normalize(path === '/' ? '/index.html' : path));
      if (!file.startsWith(folder) || !existsSync(file)) return problem(404, 'NOT_FOUND', 'No such page.');
      response.writeHead(200, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream' });
      if (extname(file) === '.html') return response.end(pageOf(file, here.complex));
      return createReadStream(file).pipe(response);
    }
    if (seen.away) return request.destroy();
    if (path.endsWith('/driver/passage')) {
      seen.driven = [...(seen.driven ?? []), request.headers];
      const passage = drivers.read((request.headers.authorization ?? '').replace('Bearer ', ''));
      return typeof passage === 'string' ? problem(401, passage, 'It reads nothing.') : json(passage);
    }
    if (request.headers.authorization !== 'Bearer trader') return problem(401, 'NOT_SIGNED_IN', 'A valid token is needed.');
    const rest = path.replace(`/v1/${here.complex}`, '');
    if (request.method === 'GET') {
      if (rest === '/me') return json({ asOfSeq: 4000, asOf: iso(clock()), id: '01990fd8-2f00-7a11-8c3e-0000000000e2', label: 'firm', role: 'TRADER', may: ['REGISTER', 'ACKNOWLEDGE_NOTICE', 'READ_OWN', ...(pays ? ['PAY_FEES'] : [])] });
      if (rest === '/gates') return json(here);
      if (rest === '/registrations') {
        const limit = Number(url.searchParams.get('limit') ?? 50);
        const before = url.searchParams.get('before');
        const from = before ? held.findIndex((one) => one.id === before) + 1 : 0;
        const page = held.slice(from, from + limit);
        return json({ asOfSeq: 4000, asOf: iso(clock()), items: page.map(row), ...(from + limit < held.length ? { next: page.at(-1).id } : {}) });
      }
      const one = held.find((other) => rest === `/registrations/${other.id}`);
      if (one) return json(view(one));
      const wanted = /^\/loads\/([^/]+)$/.exec(rest);
      if (wanted) return json(load(wanted[1]));
      if (rest === '/presets') {
        const kind = url.searchParams.get('kind');
        return json({ items: [...kept.values()].filter((preset) => !kind || preset.kind === kind) });
      }
      if (rest === '/transshipments') return json({ asOfSeq: 4000, asOf: iso(clock()), total: handing.items.length, items: handing.items });
      if (rest === '/notices') return json(notices);
      const owing = pays ? fees.get(rest, url.searchParams) : null;
      if (owing !== null) return json({ asOfSeq: 4000, asOf: iso(clock()), ...owing });
      if (pays && /^\/receipts\/[^/]+\/\d+\/\d+$/.test(rest)) {
        seen.printed = [...(seen.printed ?? []), rest + url.search];
        response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
        return response.end(`<!doctype html><html lang="en"><title>Receipt</title><h1>${rest}</h1>`);
      }
      if (rest === '/crossings') return json({ asOfSeq: 4000, asOf: iso(clock()), items: passages() });
      const passage = passages().find((other) => rest === `/crossings/${other.id}`);
      if (passage) return json({ ...passage, timeline: [], cases: [], subjects: [], milestones: milestonesOf(passage, clock()) });
      if (rest === '/stream') {
        response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
        const send = (event, data) => response.write(`event: ${event}\nid: 4000\ndata: ${JSON.stringify({ seq: 4000, asOf: iso(clock()), ...data })}\n\n`);
        let last = new Map(passages().map((one) => [one.id, JSON.stringify({ ...one, arrivedAt: '' })]));
        const timer = setInterval(() => {
          const changed = passages().filter((one) => last.get(one.id) !== JSON.stringify({ ...one, arrivedAt: '' }));
          last = new Map(passages().map((one) => [one.id, JSON.stringify({ ...one, arrivedAt: '' })]));
          if (changed.length > 0) send('rows', { rows: changed });
          send('tick', {});
        }, 1000);
        return request.on('close', () => clearInterval(timer));
      }
      return rest === '/overview' ? problem(403, 'DENIED', 'This is not allowed.') : problem(404, 'NOT_FOUND', 'There is nothing here.');
    }
    let text = '';
    for await (const chunk of request) text += chunk;
    const body = JSON.parse(text);
    seen.posts.push({ rest, body, command: request.headers['command-id'] });
    const moved = pays ? fees.post(rest, body, server.address().port) : null;
    if (moved !== null) {
      if (seen.mute) return request.destroy();
      return moved[0] < 300 ? json({ asOfSeq: 4001, asOf: iso(clock()), ...moved[1] }, moved[0]) : problem(moved[0], moved[1], 'Refused.');
    }
    if (rest === '/checks') {
      return json({ violations: judge(body, held, clock()), missing: missing(body), questions: questions(body) });
    }
    if (rest === '/driver-links') return json(drivers.make(body), 201);
    if (rest === '/driver-links/revocations') return json(drivers.revoke(body));
    if (!rest.endsWith('-previews') && !/^[0-9a-f]{8}-[0-9a-f]{4}-7/.test(request.headers['command-id'] ?? '')) return problem(400, 'COMMAND_ID_MISSING', 'A command needs its id.');
    if (rest === '/registrations') {
      if (held.some((one) => one.id === body.id)) return problem(409, 'ID_IN_USE', 'A registration with this id exists.');
      const { id: given, ...declaration } = body;
      const violations = judge(declaration, held, clock());
      return given === undefined || violations.length > 0 ? problem(400, 'INVALID', 'The form has faults.', violations) : json(take(body), 201);
    }
    if (rest === '/lots') {
      const violations = body.registrations.flatMap(({ id: given, ...declaration }, i) => judge(declaration, held, clock()).map((one) => ({ ...one, path: `registrations[${i}].${one.path}` })));
      return violations.length > 0 ? problem(400, 'INVALID', 'The lot has faults.', violations) : json({ lot: body.id, registrations: body.registrations.map((one) => take(one, body.id)) }, 201);
    }
    const planned = handing.post(rest, body);
    if (planned !== null) return planned[0] === 200 ? json({ id: body.id ?? rest.split('/')[2], seq: 4001, events: [planned[1]] }) : problem(planned[0], planned[1], 'Refused.');
    const begged = /^\/loads\/([^/]+)\/requests$/.exec(rest);
    if (begged) {
      asked.set(begged[1], iso(clock()));
      return json({ id: begged[1], seq: 4001 });
    }
    const told = /^\/notices\/([^/]+)\/acknowledgement$/.exec(rest);
    if (told) {
      const at = notices.findIndex((one) => one.id === told[1]);
      if (at < 0) return problem(409, 'NOTICE_UNKNOWN', 'You have no such open notice.');
      seen.read.push(notices.splice(at, 1)[0].id);
      return json({ notice: told[1] });
    }
    if (rest === '/presets') {
      kept.set(body.id, { ...body, keptAt: iso(clock()) });
      return json({});
    }
    const removal = /^\/presets\/([^/]+)\/removal$/.exec(rest);
    if (removal) {
      kept.delete(removal[1]);
      return json({});
    }
    const withdrawal = /^\/registrations\/([^/]+)\/withdrawal$/.exec(rest);
    if (withdrawal) {
      const at = held.findIndex((other) => other.id === withdrawal[1]);
      if (at < 0 || Object.keys(body).length > 0) return problem(at < 0 ? 409 : 400, 'REGISTRATION_UNKNOWN', 'You have no such registration.');
      if (held[at].state !== 'REGISTERED') return problem(409, 'VEHICLE_CAME', 'The vehicle has come; its registration stays.');
      held.splice(at, 1);
      return json({ id: withdrawal[1] });
    }
    const amendment = /^\/registrations\/([^/]+)\/amendment(-preview)?s$/.exec(rest);
    const one = held.find((other) => other.id === amendment?.[1]);
    if (!one) return problem(404, 'NOT_FOUND', 'There is nothing here.');
    if (body.version !== one.version) return problem(409, 'STALE', 'It was amended meanwhile; look at it again.');
    // What cannot be read as a form is named by its place, and nothing is worked out.
    const emptied = body.changes.find(({ path, value }) => path.endsWith('.driverName') && (value ?? '') === '');
    if (emptied) return problem(400, 'BAD_INPUT', 'The input cannot be read.', [{ path: emptied.path, code: 'FIELD_MISSING', message: 'This field is missing.' }]);
    const { declaration, ...shown } = effect(one, body.changes);
    if (amendment[2]) return json(shown);
    if (shown.violations.length > 0) return problem(409, 'INVALID', 'The form has faults.', shown.violations);
    one.declaration = declaration;
    one.version++;
    one.amendments.push({ at: iso(clock()), fields: shown.fields });
    const voided = shown.voids.map((each) => each.agency);
    for (const agency of voided) delete one.confirmed[agency];
    if (voided.length > 0) Object.assign(one, { askedAgain: voided, askedAgainDue: shown.due });
    return json({ version: one.version, fields: shown.fields, voided, due: shown.due, correction: shown.correction });
  });
  return new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve({ server, port: server.address().port, seen, held, kept, notices, drivers, handing, fees, clock })));
}

/** A day in the life of the invented firm, for pictures. */
export function someTrips(now = Date.parse('2026-11-26T12:05:00+07:00')) {
  const iso = (time) => new Date(time).toISOString();
  const fruit = (code, i, hours, plate, driver, gate = 'TT') => trip(i, { plate, driver, goods: code, at: now + hours * HOUR, gate });
  return [
    { declaration: fruit('DURIAN', 31, 3, '29C-999.02', 'Tài xế Thử Nghiệm 54'), state: 'REGISTERED' },
    { declaration: fruit('DRAGON_FRUIT', 30, 1, '15C-999.07', 'Tài xế Thử Nghiệm 71'), state: 'REGISTERED' },
    {
      declaration: fruit('DURIAN', 29, -0.5, '98C-999.11', 'Tài xế Thử Nghiệm 12'),
      state: 'AT_GATE',
      crossing: { id: 'c29', customsAt: iso(now - 0.4 * HOUR), lateAgency: 'BORDER_GUARD' },
      confirmed: { CUSTOMS: iso(now - 0.4 * HOUR) },
    },
    {
      declaration: fruit('JACKFRUIT', 28, -1, '29C-999.15', 'Tài xế Thử Nghiệm 33'),
      state: 'IN_YARD',
      crossing: { id: 'c28', customsAt: iso(now - HOUR), borderGuardAt: iso(now - 0.9 * HOUR), enteredAt: iso(now - 0.9 * HOUR), yardEnteredAt: iso(now - 0.7 * HOUR) },
      confirmed: { CUSTOMS: iso(now - HOUR), BORDER_GUARD: iso(now - 0.9 * HOUR) },
    },
    {
      declaration: fruit('MANGO', 27, -2, '12C-999.21', 'Tài xế Thử Nghiệm 48', 'HN'),
      state: 'AT_GATE',
      crossing: { id: 'c27', customsAt: iso(now - 1.5 * HOUR) },
      askedAgain: ['BORDER_GUARD', 'CUSTOMS'],
      askedAgainDue: iso(now + 1.2 * HOUR),
    },
    { declaration: fruit('WATERMELON', 26, -5, '29C-999.02', 'Tài xế Thử Nghiệm 54'), state: 'GONE', crossing: { id: 'c26' } },
    { declaration: fruit('CASSAVA_STARCH', 25, -26, '15C-999.07', 'Tài xế Thử Nghiệm 71', 'HN'), state: 'GONE', crossing: { id: 'c25' } },
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { port } = await serve(Number(process.argv[2] ?? 8091), { trips: someTrips() });
  console.log(`test double of the server: http://127.0.0.1:${port}/#token=trader`);
}
