/** The fields of a registration: where each stands in it, how it is typed, where it is shown. */
export type Kind =
  | 'text'
  | 'code'
  | 'digits'
  /** Digits and capitals, nothing between them. */
  | 'bare'
  | 'plate'
  | 'area'
  | 'phone'
  | 'weight'
  | 'date'
  | 'arrival'
  | 'choice'
  | 'flag'
  | 'whole'
  | 'money'
  | 'texts';

export type Section = 'vehicle' | 'trip' | 'goods' | 'papers' | 'company';
export const sections: readonly Section[] = ['vehicle', 'trip', 'goods', 'papers', 'company'];

/** What a registration has several of, beside its goods. */
export type List =
  | 'documents'
  | 'coDrivers'
  | 'coDriverDocuments'
  | 'residents'
  | 'residentDocuments'
  | 'wagons'
  | 'certificates';

export interface ListSpec {
  /** Within the declaration or, with `within`, an item of that list. */
  path: string;
  section: Section;
  within?: List;
  /** The one regime that has such items, and has at least one. */
  regime?: string;
  most: number;
}

export const lists: Record<List, ListSpec> = {
  documents: { path: 'vehicles[0].driverDocuments', section: 'vehicle', most: 10 },
  coDrivers: { path: 'vehicles[0].coDrivers', section: 'vehicle', most: 9 },
  coDriverDocuments: { path: 'documents', section: 'vehicle', within: 'coDrivers', most: 10 },
  wagons: { path: 'vehicles[0].wagons', section: 'goods', regime: 'RAIL', most: 60 },
  residents: { path: 'residents', section: 'goods', regime: 'BORDER_RESIDENTS', most: 100 },
  residentDocuments: { path: 'documents', section: 'goods', within: 'residents', most: 10 },
  certificates: { path: 'certificates', section: 'papers', most: 50 },
};
export const listNames = Object.keys(lists) as List[];
/** Lists of the declaration itself. */
export const outerLists = listNames.filter((list) => lists[list].within === undefined);
export const listsWithin = (list: List): List[] => listNames.filter((one) => lists[one].within === list);

export interface Spec {
  /** Within the declaration; within its line or group of goods, or its item of a list. */
  path: string;
  kind: Kind;
  section: Section;
  of?: 'line' | 'group' | List;
  /** Stays folded away until asked for, unless it has a value or something needs it. */
  rare?: true;
  /** Numbers that go on from the last one: typing replaces the end. */
  runs?: true;
  width?: 'short' | 'wide';
}

const spec = {
  plate: { path: 'vehicles[0].plateNumber', kind: 'plate', section: 'vehicle' },
  driver: { path: 'vehicles[0].driverName', kind: 'text', section: 'vehicle' },
  driverPhone: { path: 'vehicles[0].driverPhone', kind: 'phone', section: 'vehicle' },
  driverId: { path: 'vehicles[0].driverIdNumber', kind: 'digits', section: 'vehicle' },
  vehicleClass: { path: 'vehicles[0].vehicleClass', kind: 'choice', section: 'vehicle' },
  tare: { path: 'vehicles[0].tareKg', kind: 'weight', section: 'vehicle' },
  insuranceTo: { path: 'vehicles[0].insuranceValidTo', kind: 'date', section: 'vehicle' },
  trailer: { path: 'vehicles[0].trailerNumber', kind: 'plate', section: 'vehicle' },
  permit: { path: 'vehicles[0].internationalTransportPermit', kind: 'code', section: 'vehicle' },
  permitTo: { path: 'vehicles[0].permitValidTo', kind: 'date', section: 'vehicle', rare: true },
  insurance: { path: 'vehicles[0].insuranceNumber', kind: 'code', section: 'vehicle', rare: true },
  dedicated: { path: 'vehicles[0].dedicatedDriver', kind: 'flag', section: 'vehicle', rare: true },
  dedicatedPlate: {
    path: 'vehicles[0].dedicatedPlateNumber',
    kind: 'plate',
    section: 'vehicle',
    rare: true,
  },
  vehicleDeclaration: {
    path: 'vehicles[0].customsVehicleDeclarationNumber',
    kind: 'code',
    section: 'vehicle',
    rare: true,
  },
  rfid: { path: 'vehicles[0].rfidTag', kind: 'code', section: 'vehicle', rare: true },
  nationality: {
    path: 'vehicles[0].vehicleNationality',
    kind: 'choice',
    section: 'vehicle',
    rare: true,
  },
  plateLines: { path: 'vehicles[0].plateLines', kind: 'whole', section: 'vehicle', rare: true },
  axles: { path: 'vehicles[0].axles', kind: 'whole', section: 'vehicle', rare: true },
  documentKind: { path: 'kind', kind: 'choice', section: 'vehicle', of: 'documents' },
  documentNumber: { path: 'number', kind: 'bare', section: 'vehicle', of: 'documents' },
  documentTo: { path: 'validTo', kind: 'date', section: 'vehicle', of: 'documents' },
  coDriver: { path: 'name', kind: 'text', section: 'vehicle', of: 'coDrivers' },
  coDriverPhone: { path: 'phone', kind: 'phone', section: 'vehicle', of: 'coDrivers' },
  coDriverId: { path: 'idNumber', kind: 'digits', section: 'vehicle', of: 'coDrivers' },
  coDocumentKind: { path: 'kind', kind: 'choice', section: 'vehicle', of: 'coDriverDocuments' },
  coDocumentNumber: { path: 'number', kind: 'bare', section: 'vehicle', of: 'coDriverDocuments' },
  coDocumentTo: { path: 'validTo', kind: 'date', section: 'vehicle', of: 'coDriverDocuments' },
  arrival: { path: 'plannedArrivalAt', kind: 'arrival', section: 'trip' },
  direction: { path: 'direction', kind: 'choice', section: 'trip' },
  gate: { path: 'gateCode', kind: 'choice', section: 'trip' },
  yard: { path: 'parkingPlace', kind: 'choice', section: 'trip' },
  route: { path: 'route', kind: 'choice', section: 'trip', rare: true },
  regime: { path: 'regime', kind: 'choice', section: 'trip', rare: true },
  position: { path: 'parkingPosition', kind: 'choice', section: 'trip', rare: true },
  transshipment: { path: 'transshipmentPlanned', kind: 'flag', section: 'trip', rare: true },
  storage: { path: 'isStorageGoods', kind: 'flag', section: 'trip', rare: true },
  linked: { path: 'linkedDeclarationIds', kind: 'texts', section: 'trip', rare: true },
  reference: { path: 'declarationId', kind: 'text', section: 'trip', rare: true },
  number: { path: 'declarationNumber', kind: 'digits', section: 'trip', rare: true },
  borderGuardNumber: {
    path: 'borderGuardDeclarationNumber',
    kind: 'digits',
    section: 'trip',
    rare: true,
  },
  customsNumber: {
    path: 'customsDeclarationNumber',
    kind: 'digits',
    section: 'goods',
    of: 'group',
    runs: true,
  },
  procedure: {
    path: 'customsProcedureCode',
    kind: 'code',
    section: 'goods',
    of: 'group',
    width: 'short',
  },
  office: { path: 'customsOfficeCode', kind: 'code', section: 'goods', of: 'group', width: 'short' },
  customsDate: { path: 'customsDeclarationDate', kind: 'date', section: 'goods', of: 'group' },
  ownerTax: { path: 'traderTaxCode', kind: 'digits', section: 'goods', of: 'group', rare: true },
  owner: { path: 'traderName', kind: 'text', section: 'goods', of: 'group', rare: true },
  supplier: { path: 'supplier', kind: 'text', section: 'goods', of: 'group', rare: true },
  entryCode: { path: 'gateEntryCode', kind: 'code', section: 'goods', of: 'group', rare: true },
  product: { path: 'productName', kind: 'text', section: 'goods', of: 'line' },
  hs: { path: 'hsCode', kind: 'digits', section: 'goods', of: 'line' },
  origin: { path: 'originCode', kind: 'code', section: 'goods', of: 'line', width: 'short' },
  weight: { path: 'weightKg', kind: 'weight', section: 'goods', of: 'line' },
  plantingArea: { path: 'plantingAreaCode', kind: 'area', section: 'goods', of: 'line' },
  packingHouse: { path: 'packingHouseCode', kind: 'area', section: 'goods', of: 'line' },
  unit: { path: 'unit', kind: 'code', section: 'goods', of: 'line', rare: true, width: 'short' },
  quantity: { path: 'quantity', kind: 'whole', section: 'goods', of: 'line', rare: true },
  value: { path: 'valueVnd', kind: 'money', section: 'goods', of: 'line', rare: true },
  seal: { path: 'vehicles[0].customsSealNumber', kind: 'code', section: 'goods', runs: true },
  container: { path: 'vehicles[0].containerNumber', kind: 'code', section: 'goods', runs: true },
  containerType: {
    path: 'vehicles[0].containerSizeType',
    kind: 'code',
    section: 'goods',
    rare: true,
    width: 'short',
  },
  electronicSeal: {
    path: 'vehicles[0].electronicSealNumber',
    kind: 'code',
    section: 'goods',
    rare: true,
    runs: true,
  },
  wagon: { path: 'number', kind: 'digits', section: 'goods', of: 'wagons' },
  wagonContainer: { path: 'containerNumber', kind: 'code', section: 'goods', of: 'wagons' },
  wagonSeal: { path: 'customsSealNumber', kind: 'code', section: 'goods', of: 'wagons', runs: true },
  wagonGoods: { path: 'goodsKg', kind: 'weight', section: 'goods', of: 'wagons' },
  resident: { path: 'name', kind: 'text', section: 'goods', of: 'residents' },
  residentId: { path: 'idNumber', kind: 'digits', section: 'goods', of: 'residents' },
  residentValue: { path: 'valueVnd', kind: 'money', section: 'goods', of: 'residents' },
  residentPhone: { path: 'phone', kind: 'phone', section: 'goods', of: 'residents', rare: true },
  residentDocumentKind: { path: 'kind', kind: 'choice', section: 'goods', of: 'residentDocuments' },
  residentDocumentNumber: {
    path: 'number',
    kind: 'bare',
    section: 'goods',
    of: 'residentDocuments',
  },
  residentDocumentTo: { path: 'validTo', kind: 'date', section: 'goods', of: 'residentDocuments' },
  residue: {
    path: 'quarantine.residueTestReportNumber',
    kind: 'code',
    section: 'papers',
    runs: true,
  },
  certificate: {
    path: 'quarantine.plantCertificateNumber',
    kind: 'code',
    section: 'papers',
    runs: true,
  },
  filing: { path: 'otherSideFiling.number', kind: 'code', section: 'papers', runs: true },
  filingTo: { path: 'otherSideFiling.validTo', kind: 'arrival', section: 'papers' },
  paperKind: { path: 'kind', kind: 'choice', section: 'papers', of: 'certificates' },
  paperNumber: { path: 'number', kind: 'code', section: 'papers', of: 'certificates' },
  laboratory: { path: 'laboratory', kind: 'text', section: 'papers', of: 'certificates' },
  paperTo: { path: 'validTo', kind: 'date', section: 'papers', of: 'certificates' },
  taxCode: { path: 'declarant.taxCode', kind: 'digits', section: 'company' },
  company: { path: 'declarant.name', kind: 'text', section: 'company', width: 'wide' },
  companyPhone: { path: 'declarant.phone', kind: 'phone', section: 'company', rare: true },
  companyEmail: { path: 'declarant.email', kind: 'text', section: 'company', rare: true },
  officer: { path: 'procedureOfficerName', kind: 'text', section: 'company', rare: true },
  officerPhone: { path: 'procedureOfficerPhone', kind: 'phone', section: 'company', rare: true },
  payerTax: { path: 'feePayer.taxCode', kind: 'digits', section: 'company', rare: true },
  payer: { path: 'feePayer.name', kind: 'text', section: 'company', rare: true },
  payerPhone: { path: 'feePayer.phone', kind: 'phone', section: 'company', rare: true },
} satisfies Record<string, Spec>;

export type Key = keyof typeof spec;
export const specs: Record<Key, Spec> = spec;
export const keys = Object.keys(spec) as Key[];

/**
 * A field as the form names it: `weight`, `weight@1` for the second line of goods, and for the second
 * document of the third co-driver `coDocumentTo@2.1`.
 */
export type Name = Key | `${Key}@${number}`;
export const named = (key: Key, item: number, within = 0): Name => {
  if (specs[key].of === undefined || (item === 0 && within === 0)) return key;
  return (within === 0 ? `${key}@${item}` : `${key}@${item}.${within}`) as Name;
};
export const keyOf = (name: Name): Key => name.split('@')[0] as Key;
const places = (name: Name): string[] => (name.split('@')[1] ?? '0').split('.');
export const itemOf = (name: Name): number => Number(places(name)[0]);
export const withinOf = (name: Name): number => Number(places(name)[1] ?? 0);

/** The list that a field is in; undefined for those of the form itself and of its goods. */
export const listOf = (key: Key): List | undefined => {
  const { of } = specs[key];
  return of === 'line' || of === 'group' ? undefined : of;
};
export const keysIn = (list: List): Key[] => keys.filter((key) => specs[key].of === list);
export const firstIn = (list: List): Key => keysIn(list)[0] as Key;

export const keysOf = (section: Section): Key[] =>
  keys.filter((key) => specs[key].section === section && listOf(key) === undefined);
export const lineKeys = keys.filter((key) => ['line', 'group'].includes(specs[key].of ?? ''));
/** What a column of a firm's sheet can be. */
export const columnKeys = keys.filter((key) => listOf(key) === undefined || key === 'coDriver');

/** Where the first of a field stands in the declaration. */
export function placeOf(key: Key): string {
  const { path, of } = specs[key];
  if (of === undefined) return path;
  if (of === 'group') return `goodsGroups[0].${path}`;
  if (of === 'line') return `goodsGroups[0].goodsLines[0].${path}`;
  const { within } = lists[of];
  return `${within === undefined ? '' : `${lists[within].path}[0].`}${lists[of].path}[0].${path}`;
}

const rank = (name: Name): number[] => {
  const key = keyOf(name);
  const list = listOf(key);
  const outer = list === undefined ? -1 : outerLists.indexOf(lists[list].within ?? list);
  return [sections.indexOf(specs[key].section), outer, itemOf(name), withinOf(name), keys.indexOf(key)];
};
/** In the order in which the form shows them. */
export function inOrder(one: Name, other: Name): number {
  const [a, b] = [rank(one), rank(other)];
  const at = a.findIndex((step, i) => step !== b[i]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

/** Fields of lists that are called as another field is. */
const borrowed = {
  coDocumentKind: 'documentKind',
  coDocumentNumber: 'documentNumber',
  coDocumentTo: 'documentTo',
  residentDocumentKind: 'documentKind',
  residentDocumentNumber: 'documentNumber',
  residentDocumentTo: 'documentTo',
  paperTo: 'documentTo',
  wagonContainer: 'container',
  wagonSeal: 'seal',
  wagonGoods: 'weight',
  residentValue: 'value',
} as const satisfies Partial<Record<Key, Key>>;
export type Called = Exclude<Key, keyof typeof borrowed> | 'chassis' | 'train';
export function calledOf(name: Name, regime?: string): Called {
  const key = keyOf(name);
  if (key === 'plate' && regime === 'NEW_VEHICLE') return 'chassis';
  if (key === 'plate' && regime === 'RAIL') return 'train';
  return (borrowed as Partial<Record<Key, Called>>)[key] ?? (key as Called);
}

/** A chassis or a train has no plate; customs gives numbers of other forms under some regimes. */
export function kindOf(name: Name, regime: string | undefined): Kind {
  const key = keyOf(name);
  if (key === 'plate' && (regime === 'NEW_VEHICLE' || regime === 'RAIL')) return 'code';
  const other = ['MERCHANTING', 'TRANSIT', 'BORDER_RESIDENTS'].includes(regime ?? '');
  return key === 'customsNumber' && other ? 'code' : specs[key].kind;
}

/** What is known of a vehicle by its plate, and of a driver by the name. */
export const vehicleKeys: readonly Key[] = [
  'plate',
  'vehicleClass',
  'tare',
  'trailer',
  'permit',
  'permitTo',
  'insurance',
  'insuranceTo',
  'dedicatedPlate',
  'rfid',
  'plateLines',
  'axles',
];
export const driverKeys: readonly Key[] = [
  'driver',
  'driverPhone',
  'driverId',
  'dedicated',
  'documentKind',
  'documentNumber',
  'documentTo',
];
export const companyKeys = keysOf('company').filter((key) => !key.startsWith('payer'));
/** What stays as it was last time until somebody says otherwise. */
export const stayingKeys: readonly Key[] = [
  'direction',
  'gate',
  'yard',
  'position',
  'procedure',
  'office',
  'product',
  'hs',
  'origin',
  'plantingArea',
  'packingHouse',
];
/** What no trip has in common with the one before. */
export const changingKeys: readonly Key[] = [
  'arrival',
  'customsNumber',
  'weight',
  'seal',
  'wagonSeal',
  'wagonGoods',
  'residentValue',
];
