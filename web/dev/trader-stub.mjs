/**
 * A TEST DOUBLE of the server for the trader's screens, with an invented firm; it is not shipped. It
 * checks what it is sent against openapi.json and against the rules that the screens must show, and
 * remembers everything, so that a test can look at it.
 *
 *   node dev/trader-stub.mjs [port]      token: trader
 */
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const resources = join(here, '../../src/main/resources');
const schemas = JSON.parse(readFileSync(join(resources, 'openapi.json'), 'utf8')).components.schemas;
const site = JSON.parse(readFileSync(join(resources, 'sites/lang-son.json'), 'utf8'));
const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };
const HOUR = 3_600_000;

const say = (vi, zh, en) => ({ vi, zh, en });
const fault = (path, code, messages, rule) => ({ path, code, ...(rule ? { rule } : {}), message: messages.en, messages });
const needed = say('Ô này phải điền.', '此字段必填。', 'This field is missing.');

/** As much of JSON Schema as the description uses. */
function validate(schema, value, path, found) {
  if (schema.$ref) return validate(schemas[schema.$ref.split('/').pop()], value, path, found);
  const kinds = [schema.type ?? []].flat();
  const is = (kind) =>
    kind === 'null' ? value === null : kind === 'array' ? Array.isArray(value) : kind === 'integer' ? Number.isInteger(value) : kind === 'object' ? value !== null && typeof value === 'object' && !Array.isArray(value) : typeof value === kind;
  const wrong = say('Ô này không đúng dạng.', '此字段格式不正确。', 'This is not of the expected form.');
  if (kinds.length > 0 && !kinds.some(is)) return found.push(fault(path, 'WRONG_TYPE', wrong));
  if (schema.enum && !schema.enum.includes(value)) found.push(fault(path, 'NOT_ONE_OF', wrong));
  if (typeof value === 'string' && schema.pattern && !new RegExp(schema.pattern).test(value)) found.push(fault(path, 'PATTERN', wrong));
  if (typeof value === 'string' && schema.format === 'date-time' && !(Date.parse(value) > 0)) found.push(fault(path, 'PATTERN', wrong));
  if (typeof value === 'number' && schema.minimum !== undefined && value < schema.minimum) found.push(fault(path, 'MINIMUM', wrong));
  if (Array.isArray(value)) {
    if (schema.minItems && value.length < schema.minItems) found.push(fault(path, 'FIELD_MISSING', needed));
    value.forEach((one, i) => validate(schema.items ?? {}, one, `${path}[${i}]`, found));
  } else if (value !== null && typeof value === 'object' && schema.properties) {
    const within = (name) => (path === '' ? name : `${path}.${name}`);
    for (const name of schema.required ?? []) {
      if (value[name] === undefined) found.push(fault(within(name), 'FIELD_MISSING', needed));
    }
    for (const [name, one] of Object.entries(value)) {
      if (schema.properties[name]) validate(schema.properties[name], one, within(name), found);
      else if (schema.additionalProperties === false) found.push(fault(within(name), 'UNKNOWN_FIELD', wrong));
    }
  }
}

const compact = (text) => String(text ?? '').toUpperCase().replace(/[\s.\-·]/g, '');
const isPlate = (text) => /^(\d{2}[A-Z]{1,2}\d{4,5}|\p{Script=Han}[A-Z][A-Z0-9]{5,6}|\p{Script=Han}[A-Z][A-Z0-9]{4}挂)$/u.test(compact(text));

function judge(declaration, held, besides) {
  const found = [];
  validate(schemas.RegistrationSubmission, { id: '01990fd8-2f00-7a11-8c3e-000000000000', ...declaration }, '', found);
  const at = new Set(found.map((one) => one.path));
  const add = (path, code, messages, rule) => at.has(path) || found.push(fault(path, code, messages, rule));
  const vehicle = declaration.vehicles?.[0] ?? {};
  const groups = declaration.goodsGroups ?? [];
  if (vehicle.plateNumber && !isPlate(vehicle.plateNumber)) {
    add('vehicles[0].plateNumber', 'PLATE_FORMAT', say('Biển số không đúng dạng của nước nào: cần như 29C-123.45 hoặc 桂A12345.', '不是任何一国的车牌：应为 29C-123.45 或 桂A12345。', 'This is the plate of neither country: 29C-123.45 or 桂A12345 is expected.'), 'R-19');
  }
  if (vehicle.containerNumber && !/^[A-Z]{4}\d{7}$/.test(vehicle.containerNumber)) {
    add('vehicles[0].containerNumber', 'CONTAINER_LENGTH', say('Số container gồm bốn chữ và bảy số.', '集装箱号为四个字母加七位数字。', 'A container number is four letters and seven digits.'), 'R-23');
  }
  groups.forEach((group, g) => {
    const path = `goodsGroups[${g}].customsDeclarationNumber`;
    const number = group.customsDeclarationNumber;
    if (number && !/^\d{12}$/.test(number)) {
      at.delete(path);
      found.splice(0, found.length, ...found.filter((one) => one.path !== path));
      add(path, 'CUSTOMS_NUMBER_LENGTH', say('Số tờ khai hải quan có mười hai chữ số.', '报关单号为十二位数字。', 'A customs declaration’s number is twelve digits.'), 'R-14');
    } else if (number && number[0] !== (declaration.direction === 'IMPORT' ? '1' : '3')) {
      add(path, 'CUSTOMS_NUMBER_DIRECTION', say('Tờ khai hải quan xuất khẩu bắt đầu bằng 3, nhập khẩu bằng 1.', '出口报关单号以 3 开头，进口以 1 开头。', 'The customs declaration of an export begins with 3, that of an import with 1.'), 'R-15');
    }
    const twice = held.find((one) => one !== besides && one.declaration.direction === declaration.direction && compact(one.declaration.vehicles[0].plateNumber) === compact(vehicle.plateNumber) && one.declaration.goodsGroups.some((other) => other.customsDeclarationNumber === number));
    if (number && twice) {
      add(path, 'REGISTERED_TWICE', say('Xe này đã được khai cùng tờ khai hải quan này.', '此车已用同一报关单申报过。', 'This vehicle is registered with this customs declaration already.'), 'R-53');
    }
  });
  const sealed = held.find((one) => one !== besides && vehicle.customsSealNumber && one.declaration.vehicles[0].customsSealNumber === vehicle.customsSealNumber);
  if (sealed) add('vehicles[0].customsSealNumber', 'SEAL_DUPLICATE', say('Chì này đang ở xe khác.', '此封志已用于另一辆车。', 'This seal is on another vehicle.'), 'R-22');
  if (vehicle.vehicleClass && !site.rulebook.vehicleClasses.some((one) => one.code === vehicle.vehicleClass)) {
    add('vehicles[0].vehicleClass', 'VEHICLE_CLASS_UNKNOWN', say('Loại xe không có trong danh mục.', '车型不在目录中。', 'The class is not on the list of this complex.'), 'R-41');
  }
  if (vehicle.vehicleClass === 'VT6' && vehicle.grossKg > 48_000) {
    add('vehicles[0].grossKg', 'GROSS_OVER_LIMIT', say('Xe loại này không được nặng như vậy.', '此车型总重不得超过限值。', 'A vehicle of this class may not weigh so much altogether.'), 'R-42');
  }
  for (const one of missing(declaration).filter((need) => need.before === 'REGISTRATION')) add(one.path, one.code, one.messages, one.rule);
  return found;
}

const places = {
  PLANTING_AREA: ['plantingAreaCode', 'PLANTING_AREA_MISSING', say('Hàng này cần mã số vùng trồng.', '此货物需要果园注册号。', 'These goods need the code of their planting area.')],
  PACKING_HOUSE: ['packingHouseCode', 'PACKING_HOUSE_MISSING', say('Hàng này cần mã số cơ sở đóng gói.', '此货物需要包装厂注册号。', 'These goods need the code of their packing house.')],
  PLANT_CERTIFICATE: ['quarantine.plantCertificateNumber', 'PLANT_CERTIFICATE_MISSING', say('Hàng này cần giấy chứng nhận KDTV.', '此货物需要植物检疫证书。', 'These goods need a phytosanitary certificate.')],
  RESIDUE_REPORT: ['quarantine.residueTestReportNumber', 'TEST_REPORT_MISSING', say('Hàng này cần phiếu kiểm dư lượng.', '此货物需要农残检测报告。', 'These goods need a laboratory report on residues.')],
  OTHER_SIDE_FILING: ['otherSideFiling', 'FILING_MISSING', say('Thiếu số đăng ký phía Trung Quốc.', '缺少中方备案号。', 'The filing on the other side is missing.')],
  TRANSPORT_PERMIT: ['vehicles[0].internationalTransportPermit', 'PERMIT_MISSING', say('Xe cần giấy phép liên vận.', '车辆需要国际道路运输许可证。', 'The vehicle needs an international transport permit.')],
  VEHICLE_INSURANCE: ['vehicles[0].insuranceValidTo', 'INSURANCE_MISSING', say('Xe cần bảo hiểm.', '车辆需要保险。', 'The vehicle needs an insurance.')],
};

function valueAt(tree, path) {
  return path.split(/[.[\]]+/).filter(Boolean).reduce((one, step) => one?.[step], tree);
}

function missing(declaration) {
  const found = [];
  (declaration.goodsGroups ?? []).forEach((group, g) =>
    (group.goodsLines ?? []).forEach((line, l) => {
      for (const need of site.rulebook.needs) {
        const [name, code, messages] = places[need.paper] ?? [];
        const fits = need.hs.length === 0 || need.hs.some((begin) => String(line.hsCode ?? '').startsWith(begin));
        if (!name || !fits || (need.direction && need.direction !== declaration.direction)) continue;
        const path = name.endsWith('Code') ? `goodsGroups[${g}].goodsLines[${l}].${name}` : name;
        if (valueAt(declaration, path) || found.some((one) => one.path === path)) continue;
        found.push({ agency: need.agency, paper: need.paper, before: need.before, ...fault(path, code, messages) });
      }
    }),
  );
  return found;
}

function questions(declaration) {
  const codes = (declaration.goodsGroups ?? []).flatMap((group) => group.goodsLines ?? []).map((line) => String(line.hsCode ?? ''));
  return site.rulebook.commodities
    .filter((one) => codes.some((code) => one.hs.some((begin) => code.startsWith(begin))))
    .filter((one) => {
      const known = site.rulebook.eligibilities.find((other) => other.commodity === one.code && other.direction === declaration.direction);
      const routes = site.routes.filter((route) => route.line === declaration.gateCode).map((route) => route.code);
      return declaration.gateCode && !(known && routes.some((route) => known.routes.includes(route)));
    })
    .map((one) => ({ path: 'gateCode', commodity: one.code, name: one.name }));
}

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

export function serve(port, { folder = join(here, '../dist'), now = '2026-11-26T12:05:00+07:00', trips = [], presets = [] } = {}) {
  const begun = Date.now();
  const base = Date.parse(now);
  const clock = () => base + (Date.now() - begun);
  const iso = (time) => new Date(time).toISOString();
  const id = (i) => `01990fd8-2f00-7a11-8c3e-${String(i).padStart(12, '0')}`;
  const held = trips.map((one, i) => ({ id: id(i), version: 1, registeredAt: one.declaration.createdAt, amendments: [], state: 'REGISTERED', ...one }));
  const kept = new Map(presets.map((one) => [one.id, { keptAt: now, ...one }]));
  const seen = { posts: [], away: false };
  let next = 300;

  const row = (one) => ({
    id: one.id,
    declarationNumber: one.declaration.declarationNumber,
    version: one.version,
    ...(one.lot ? { lot: one.lot } : {}),
    registeredAt: one.registeredAt,
    plate: one.declaration.vehicles[0].plateNumber,
    gate: one.declaration.gateCode,
    direction: one.declaration.direction,
    regime: one.declaration.regime ?? one.declaration.direction,
    plannedArrivalAt: one.declaration.plannedArrivalAt,
    goods: one.declaration.goodsGroups[0].goodsLines[0].productName,
    weightKg: one.declaration.vehicles[0].goodsKg,
    driverName: one.declaration.vehicles[0].driverName,
    ...(one.crossing ? { crossing: one.crossing.id } : {}),
    state: one.state,
    ...(one.askedAgain ? { askedAgain: one.askedAgain, askedAgainDue: one.askedAgainDue } : {}),
  });

  const take = (body, lot) => {
    const { id: given, ...declaration } = body;
    const number = `20261126${String(next++).padStart(5, '0')}`;
    held.unshift({ id: given, declaration: { declarationNumber: number, ...declaration }, version: 1, registeredAt: iso(clock()), amendments: [], state: 'REGISTERED', ...(lot ? { lot } : {}) });
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
    return { version: one.version, fields, voids, ...(voids.length > 0 ? { due: iso(clock() + 2.5 * HOUR) } : {}), correction: one.state === 'GONE', violations: judge(declaration, held, one), declaration };
  };

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
    if (!path.startsWith('/v1/')) {
      const file = join(folder, normalize(path === '/' ? '/index.html' : path));
      if (!file.startsWith(folder) || !existsSync(file)) return problem(404, 'NOT_FOUND', 'No such page.');
      response.writeHead(200, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream' });
      return createReadStream(file).pipe(response);
    }
    if (seen.away) return request.destroy();
    if (request.headers.authorization !== 'Bearer trader') return problem(401, 'NOT_SIGNED_IN', 'A valid token is needed.');
    const rest = path.replace('/v1/lang-son', '');
    if (request.method === 'GET') {
      if (rest === '/me') return json({ asOfSeq: 4000, asOf: iso(clock()), id: '01990fd8-2f00-7a11-8c3e-0000000000e2', label: 'firm', role: 'TRADER', may: ['REGISTER', 'ACKNOWLEDGE_NOTICE', 'READ_OWN'] });
      if (rest === '/gates') return json(site);
      if (rest === '/registrations') {
        const limit = Number(url.searchParams.get('limit') ?? 50);
        const before = url.searchParams.get('before');
        const from = before ? held.findIndex((one) => one.id === before) + 1 : 0;
        const page = held.slice(from, from + limit);
        return json({ asOfSeq: 4000, asOf: iso(clock()), items: page.map(row), ...(from + limit < held.length ? { next: page.at(-1).id } : {}) });
      }
      const one = held.find((other) => rest === `/registrations/${other.id}`);
      if (one) return json({ ...one.declaration, id: one.id, version: one.version, registeredAt: one.registeredAt, amendments: one.amendments });
      if (rest === '/presets') {
        const kind = url.searchParams.get('kind');
        return json({ items: [...kept.values()].filter((preset) => !kind || preset.kind === kind) });
      }
      if (rest === '/crossings') return json({ asOfSeq: 4000, asOf: iso(clock()), items: held.flatMap((other) => (other.crossing ? [{ registration: other.id, plate: null, gate: other.declaration.gateCode, direction: 'EXPORT', state: other.state, arrivedAt: iso(clock() - HOUR), openCases: 0, ...other.crossing }] : [])) });
      if (rest === '/stream') {
        response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
        const timer = setInterval(() => response.write(`event: tick\nid: 4000\ndata: ${JSON.stringify({ seq: 4000, asOf: iso(clock()) })}\n\n`), 1000);
        return request.on('close', () => clearInterval(timer));
      }
      return rest === '/overview' ? problem(403, 'DENIED', 'This is not allowed.') : problem(404, 'NOT_FOUND', 'There is nothing here.');
    }
    let text = '';
    for await (const chunk of request) text += chunk;
    const body = JSON.parse(text);
    seen.posts.push({ rest, body, command: request.headers['command-id'] });
    if (rest === '/checks') {
      return json({ violations: judge(body, held), missing: missing(body), questions: questions(body) });
    }
    if (!rest.endsWith('-previews') && !/^[0-9a-f]{8}-[0-9a-f]{4}-7/.test(request.headers['command-id'] ?? '')) return problem(400, 'COMMAND_ID_MISSING', 'A command needs its id.');
    if (rest === '/registrations') {
      if (held.some((one) => one.id === body.id)) return problem(409, 'ID_IN_USE', 'A registration with this id exists.');
      const { id: given, ...declaration } = body;
      const violations = judge(declaration, held);
      return given === undefined || violations.length > 0 ? problem(400, 'INVALID', 'The form has faults.', violations) : json(take(body), 201);
    }
    if (rest === '/lots') {
      const violations = body.registrations.flatMap(({ id: given, ...declaration }, i) => judge(declaration, held).map((one) => ({ ...one, path: `registrations[${i}].${one.path}` })));
      return violations.length > 0 ? problem(400, 'INVALID', 'The lot has faults.', violations) : json({ lot: body.id, registrations: body.registrations.map((one) => take(one, body.id)) }, 201);
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
    const amendment = /^\/registrations\/([^/]+)\/amendment(-preview)?s$/.exec(rest);
    const one = held.find((other) => other.id === amendment?.[1]);
    if (!one) return problem(404, 'NOT_FOUND', 'There is nothing here.');
    if (body.version !== one.version) return problem(409, 'STALE', 'It was amended meanwhile; look at it again.');
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
  return new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve({ server, port: server.address().port, seen, held, kept, clock })));
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
      crossing: { id: 'c28', customsAt: iso(now - HOUR), borderGuardAt: iso(now - 0.9 * HOUR) },
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
