/** What the test double of the server says of a registration: openapi.json, and rules that the screens must show. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const resources = join(fileURLToPath(new URL('.', import.meta.url)), '../../src/main/resources');
const schemas = JSON.parse(readFileSync(join(resources, 'openapi.json'), 'utf8')).components.schemas;
/** The page as the server sends it: it says which complex it is for. */
export const pageOf = (file, complex) => readFileSync(file, 'utf8').replace('</head>', `<meta name="clearway-complex" content="${complex}"></head>`);

export const site = JSON.parse(readFileSync(join(resources, 'sites/lang-son.json'), 'utf8'));

const say = (vi, zh, en) => ({ vi, zh, en });
const fault = (path, code, messages, rule) => ({ path, code, ...(rule ? { rule } : {}), message: messages.en, messages });
const needed = say('Ô này phải điền.', '此字段必填。', 'This field is missing.');

/** As much of JSON Schema as the description uses. */
function validate(schema, value, path, found) {
  if (schema.oneOf) return schema.oneOf.some((one) => one.type === 'null') && value === null ? undefined : validate(schema.oneOf[0], value, path, found);
  if (schema.$ref) return validate(schemas[schema.$ref.split('/').pop()], value, path, found);
  const kinds = [schema.type ?? []].flat();
  const is = (kind) =>
    kind === 'null' ? value === null : kind === 'array' ? Array.isArray(value) : kind === 'integer' ? Number.isInteger(value) : kind === 'object' ? value !== null && typeof value === 'object' && !Array.isArray(value) : typeof value === kind;
  const wrong = say('Ô này không đúng dạng.', '此字段格式不正确。', 'This is not of the expected form.');
  if (kinds.length > 0 && !kinds.some(is)) return found.push(fault(path, 'WRONG_TYPE', wrong));
  if (schema.enum && !schema.enum.includes(value)) found.push(fault(path, 'NOT_ONE_OF', wrong));
  if (typeof value === 'string' && value.trim() === '') found.push(fault(path, 'FIELD_MISSING', needed));
  if (typeof value === 'string' && schema.pattern && !new RegExp(schema.pattern).test(value)) found.push(fault(path, 'PATTERN', wrong));
  if (typeof value === 'string' && schema.format === 'date-time' && !(Date.parse(value) > 0)) found.push(fault(path, 'PATTERN', wrong));
  if (typeof value === 'string' && schema.format === 'date' && !/^\d{4}-\d\d-\d\d$/.test(value)) found.push(fault(path, 'PATTERN', wrong));
  if (typeof value === 'number' && schema.minimum !== undefined && value < schema.minimum) found.push(fault(path, 'MINIMUM', wrong));
  if (Array.isArray(value)) {
    if (schema.maxItems && value.length > schema.maxItems) found.push(fault(path, 'TOO_MANY', wrong));
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

/** */
function ofPeople(vehicle, add) {
  const named = (text, path) => text && !/\p{L}/u.test(text) && add(path, 'NAME_WITHOUT_LETTERS', say('Họ tên phải có chữ.', '姓名须有文字。', 'A name has letters.'), 'R-61');
  const called = (text, path) => text && text.replace(/\D/g, '').length < 7 && add(path, 'PHONE_FORMAT', say('Số điện thoại có ít nhất bảy chữ số.', '电话号码至少七位数字。', 'A telephone number has at least seven digits.'), 'R-62');
  named(vehicle.driverName, 'vehicles[0].driverName');
  called(vehicle.driverPhone, 'vehicles[0].driverPhone');
  (vehicle.coDrivers ?? []).forEach((one, i) => {
    named(one.name, `vehicles[0].coDrivers[${i}].name`);
    called(one.phone, `vehicles[0].coDrivers[${i}].phone`);
  });
}

/** give or take ten kilograms. */
function ofWeights(declaration, add) {
  const { goodsKg, tareKg, grossKg } = declaration.vehicles?.[0] ?? {};
  (declaration.goodsGroups ?? []).forEach((group, g) => {
    const lines = group.goodsLines ?? [];
    if (lines.length === 0) add(`goodsGroups[${g}].goodsLines`, 'NO_GOODS_LINE', say('Nhóm hàng phải có dòng hàng.', '货物组须有货物行。', 'A goods group needs a line.'), 'R-13');
    const sum = lines.reduce((total, line) => total + (line.weightKg > 0 ? line.weightKg : NaN), 0);
    if (group.weightKg > 0 && Math.abs(sum - group.weightKg) > 10) add(`goodsGroups[${g}].weightKg`, 'GROUP_WEIGHT_MISMATCH', say('Khối lượng nhóm hàng là tổng các dòng.', '货物组重量为各行之和。', 'The weight of a goods group is the sum of its lines.'), 'R-63');
  });
  if (declaration.regime !== 'NEW_VEHICLE' && grossKg - goodsKg < tareKg - 10) add('vehicles[0].grossKg', 'GROSS_BELOW_PARTS', say('Tổng khối lượng nhỏ hơn xe cộng hàng.', '总重小于车辆与货物之和。', 'The gross weight is less than the vehicle and its goods together.'), 'R-28');
}

/** R-64; an amendment of another field leaves a time of the past as it is. */
function ofArrival(declaration, now, besides, add) {
  const planned = Date.parse(declaration.plannedArrivalAt);
  if (besides && declaration.plannedArrivalAt === besides.declaration.plannedArrivalAt) return;
  if (planned < now - 86_400_000) add('plannedArrivalAt', 'ARRIVAL_PAST', say('Giờ dự kiến đến đã qua.', '预计到达时间已过。', 'The planned arrival is over.'), 'R-64');
  if (planned > now + 366 * 86_400_000) add('plannedArrivalAt', 'ARRIVAL_TOO_FAR', say('Giờ dự kiến đến còn hơn một năm.', '预计到达时间在一年以后。', 'The planned arrival is more than a year away.'), 'R-64');
}

const compact = (text) => String(text ?? '').toUpperCase().replace(/[\s.\-·]/g, '');
const isPlate = (text) => /^(\d{2}[A-Z]{1,2}\d{4,5}|\p{Script=Han}[A-Z][A-Z0-9]{5,6}|\p{Script=Han}[A-Z][A-Z0-9]{4}挂)$/u.test(compact(text));

/** @param now the gate's clock */
export function judge(declaration, held, now, besides) {
  const found = [];
  validate(schemas.RegistrationSubmission, { id: '01990fd8-2f00-7a11-8c3e-000000000000', ...declaration }, '', found);
  const at = new Set(found.map((one) => one.path));
  const add = (path, code, messages, rule) => at.has(path) || found.push(fault(path, code, messages, rule));
  const vehicle = declaration.vehicles?.[0] ?? {};
  const groups = declaration.goodsGroups ?? [];
  const named = declaration.regime === 'RAIL' || (declaration.regime === 'NEW_VEHICLE' && /^[A-Z0-9]{17}$/.test(vehicle.plateNumber ?? ''));
  if (vehicle.plateNumber && !named && !isPlate(vehicle.plateNumber)) {
    add('vehicles[0].plateNumber', 'PLATE_FORMAT', say('Biển số không đúng dạng của nước nào: cần như 29C-123.45 hoặc 桂A12345.', '不是任何一国的车牌：应为 29C-123.45 或 桂A12345。', 'This is the plate of neither country: 29C-123.45 or 桂A12345 is expected.'), 'R-19');
  }
  if (vehicle.containerNumber && !/^[A-Z]{4}\d{7}$/.test(vehicle.containerNumber)) {
    add('vehicles[0].containerNumber', 'CONTAINER_LENGTH', say('Số container gồm bốn chữ và bảy số.', '集装箱号为四个字母加七位数字。', 'A container number is four letters and seven digits.'), 'R-23');
  }
  const declared = !['MERCHANTING', 'TRANSIT', 'BORDER_RESIDENTS', 'EMPTY'].includes(declaration.regime);
  groups.forEach((group, g) => {
    const path = `goodsGroups[${g}].customsDeclarationNumber`;
    const number = group.customsDeclarationNumber;
    if (declared && number && !/^\d{12}$/.test(number)) {
      at.delete(path);
      found.splice(0, found.length, ...found.filter((one) => one.path !== path));
      add(path, 'CUSTOMS_NUMBER_LENGTH', say('Số tờ khai hải quan có mười hai chữ số.', '报关单号为十二位数字。', 'A customs declaration’s number is twelve digits.'), 'R-14');
    } else if (declared && number && number[0] !== (declaration.direction === 'IMPORT' ? '1' : '3')) {
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
  ofRegime(declaration, add);
  ofPeople(vehicle, add);
  ofWeights(declaration, add);
  ofArrival(declaration, now, besides, add);
  ofPapers(declaration, add);
  for (const one of missing(declaration).filter((need) => need.before === 'REGISTRATION')) add(one.path, one.code, one.messages, one.rule);
  return found;
}

/** */
function ofRegime(declaration, add) {
  const { regime, direction, residents = [] } = declaration;
  const wagons = declaration.vehicles?.[0]?.wagons ?? [];
  const goods = declaration.goodsGroups?.length ?? 0;
  if (regime === 'NEW_VEHICLE' && direction === 'EXPORT') add('regime', 'REGIME_DIRECTION', say('Loại hình này không đi chiều này.', '此通行类型不适用于该方向。', 'This regime does not go in this direction.'), 'R-33');
  if (regime === 'EMPTY' && goods > 0) add('goodsGroups', 'EMPTY_WITH_GOODS', say('Xe không thì không chở hàng.', '空车不载货。', 'An empty vehicle carries no goods.'), 'R-46');
  if (regime !== 'EMPTY' && declaration.goodsGroups && goods === 0) add('goodsGroups', 'NO_GOODS', say('Phải có hàng.', '须有货物。', 'A registration needs at least one goods group.'), 'R-13');
  if (regime === 'BORDER_RESIDENTS' && residents.length === 0) add('residents', 'RESIDENTS_MISSING', say('Phải ghi cư dân nào mua bán.', '须写明互市边民。', 'Border residents’ trade names who trades.'), 'R-47');
  if (regime !== 'BORDER_RESIDENTS' && residents.length > 0) add('residents', 'RESIDENTS_UNEXPECTED', say('Chỉ cư dân biên giới mới ghi ở đây.', '仅边民互市填写边民。', 'Residents are named in their own trade.'), 'R-47');
  residents.forEach((one, i) => {
    if (one.valueVnd > site.rulebook.residentsPerDay.is) add(`residents[${i}].valueVnd`, 'RESIDENT_LIMIT', say('Quá mức một cư dân được mua bán trong ngày.', '超过边民每日互市限额。', 'This is more than a border resident may trade in a day.'), 'R-47');
    if (!one.idNumber) add(`residents[${i}].idNumber`, 'RESIDENT_IDENTITY', say('Cư dân phải có số định danh.', '边民须有身份证号。', 'A border resident is known by an identity number.'), 'R-47');
  });
  if (regime === 'RAIL' && wagons.length === 0) add('vehicles[0].wagons', 'WAGONS_MISSING', say('Đoàn tàu phải có toa.', '列车至少有一节车厢。', 'A train has at least one wagon.'), 'R-48');
  if (regime !== 'RAIL' && wagons.length > 0) add('vehicles[0].wagons', 'WAGONS_UNEXPECTED', say('Chỉ đoàn tàu mới có toa.', '只有列车才有车厢。', 'Only a train has wagons.'), 'R-48');
}

/** valid on the day of the planned arrival. */
function ofPapers(declaration, add) {
  const day = String(declaration.plannedArrivalAt ?? '').slice(0, 10);
  const vehicle = declaration.vehicles?.[0] ?? {};
  const over = (papers, path, code, rule) =>
    (papers ?? []).forEach((one, i) => {
      if (one.validTo && one.validTo < day) add(`${path}[${i}].validTo`, code, say('Hết hạn trước khi xe đến.', '车到之前已过期。', 'It is over before the vehicle is to come.'), rule);
    });
  const numbers = (documents, path) =>
    (documents ?? []).forEach((one, i) => {
      if (one.number && !/^[A-Z0-9]{6,20}$/.test(one.number)) add(`${path}[${i}].number`, 'DOCUMENT_NUMBER', say('Số giấy tờ gồm sáu đến hai mươi chữ số và chữ in hoa.', '证件号码为六至二十位数字和大写字母。', 'A document’s number is six to twenty digits and capitals.'), 'R-44');
    });
  const documents = (list, path) => {
    numbers(list, path);
    over(list, path, 'DOCUMENT_EXPIRED', 'R-44');
  };
  over(declaration.certificates, 'certificates', 'CERTIFICATE_EXPIRED', 'R-52');
  documents(vehicle.driverDocuments, 'vehicles[0].driverDocuments');
  (vehicle.coDrivers ?? []).forEach((one, i) => documents(one.documents, `vehicles[0].coDrivers[${i}].documents`));
  (declaration.residents ?? []).forEach((one, i) => documents(one.documents, `residents[${i}].documents`));
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

export function missing(declaration) {
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

export function questions(declaration) {
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

/** As the server derives them; what was paid nothing tells. */
export function milestonesOf(row, now) {
  const missing = ['BORDER_GUARD', 'CUSTOMS'].filter((agency) => !row[agency === 'CUSTOMS' ? 'customsAt' : 'borderGuardAt']);
  const plain = (milestone, at) => (at ? { milestone, state: 'DONE', at } : { milestone, state: 'OPEN' });
  const away = row.turned && row.gateLeftAt;
  const checked = Date.parse(row.yardEnteredAt) + 6 * 60_000;
  return [
    !row.enteredAt && missing.length === 1 ? { milestone: 'ENTERED_GATE', state: 'WAITING', waitingFor: missing[0] } : plain('ENTERED_GATE', row.enteredAt),
    plain('ENTERED_YARD', row.yardEnteredAt),
    plain('CHECK_STARTED', row.enteredAt && checked <= now && !away ? new Date(checked).toISOString() : undefined),
    { milestone: 'PAID', state: 'UNKNOWN' },
    plain('LEFT_YARD', row.yardLeftAt),
    plain('LEFT_GATE', away ? undefined : row.gateLeftAt),
  ];
}
