/** The fields of a registration: where each stands in it, how it is typed, where it is shown. */
import type { TraderWord } from './traderwords';

export type Kind =
  | 'text'
  | 'code'
  | 'digits'
  | 'plate'
  | 'area'
  | 'phone'
  | 'weight'
  | 'date'
  | 'arrival'
  | 'choice'
  | 'flag'
  | 'whole';

export type Section = 'vehicle' | 'trip' | 'goods' | 'papers' | 'company';
export const sections: readonly Section[] = ['vehicle', 'trip', 'goods', 'papers', 'company'];

export interface Spec {
  /** Within the declaration; fields of goods within their line or, with `group`, their group. */
  path: string;
  kind: Kind;
  section: Section;
  of?: 'line' | 'group';
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
  coDriver: { path: 'vehicles[0].coDriverName', kind: 'text', section: 'vehicle', rare: true },
  dedicated: { path: 'vehicles[0].dedicatedDriver', kind: 'flag', section: 'vehicle', rare: true },
  dedicatedPlate: {
    path: 'vehicles[0].dedicatedPlateNumber',
    kind: 'plate',
    section: 'vehicle',
    rare: true,
  },
  arrival: { path: 'plannedArrivalAt', kind: 'arrival', section: 'trip' },
  direction: { path: 'direction', kind: 'choice', section: 'trip' },
  gate: { path: 'gateCode', kind: 'choice', section: 'trip' },
  yard: { path: 'parkingPlace', kind: 'choice', section: 'trip' },
  route: { path: 'route', kind: 'choice', section: 'trip', rare: true },
  regime: { path: 'regime', kind: 'choice', section: 'trip', rare: true },
  position: { path: 'parkingPosition', kind: 'choice', section: 'trip', rare: true },
  transshipment: { path: 'transshipmentPlanned', kind: 'flag', section: 'trip', rare: true },
  storage: { path: 'isStorageGoods', kind: 'flag', section: 'trip', rare: true },
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
  product: { path: 'productName', kind: 'text', section: 'goods', of: 'line' },
  hs: { path: 'hsCode', kind: 'digits', section: 'goods', of: 'line' },
  origin: { path: 'originCode', kind: 'code', section: 'goods', of: 'line', width: 'short' },
  weight: { path: 'weightKg', kind: 'weight', section: 'goods', of: 'line' },
  plantingArea: { path: 'plantingAreaCode', kind: 'area', section: 'goods', of: 'line' },
  packingHouse: { path: 'packingHouseCode', kind: 'area', section: 'goods', of: 'line' },
  unit: { path: 'unit', kind: 'code', section: 'goods', of: 'line', rare: true, width: 'short' },
  quantity: { path: 'quantity', kind: 'whole', section: 'goods', of: 'line', rare: true },
  value: { path: 'valueVnd', kind: 'whole', section: 'goods', of: 'line', rare: true },
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
  taxCode: { path: 'declarant.taxCode', kind: 'digits', section: 'company' },
  company: { path: 'declarant.name', kind: 'text', section: 'company', width: 'wide' },
  companyPhone: { path: 'declarant.phone', kind: 'phone', section: 'company', rare: true },
  companyEmail: { path: 'declarant.email', kind: 'text', section: 'company', rare: true },
  officer: { path: 'procedureOfficerName', kind: 'text', section: 'company', rare: true },
  officerPhone: { path: 'procedureOfficerPhone', kind: 'phone', section: 'company', rare: true },
} satisfies Record<string, Spec>;

export type Key = keyof typeof spec;
export const specs: Record<Key, Spec> = spec;
export const keys = Object.keys(spec) as Key[];

/** A field as the form names it: `weight`, and `weight@1` for the second line of goods. */
export type Name = Key | `${Key}@${number}`;
export const named = (key: Key, item: number): Name =>
  specs[key].of === undefined || item === 0 ? key : `${key}@${item}`;
export const keyOf = (name: Name): Key => name.split('@')[0] as Key;
export const itemOf = (name: Name): number => Number(name.split('@')[1] ?? 0);

export const keysOf = (section: Section): Key[] =>
  keys.filter((key) => specs[key].section === section);
export const lineKeys = keys.filter((key) => specs[key].of !== undefined);

export const labelWord = (key: Key): TraderWord => key;

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
];
export const driverKeys: readonly Key[] = ['driver', 'driverPhone', 'driverId', 'dedicated'];
export const companyKeys = keysOf('company');
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
export const changingKeys: readonly Key[] = ['arrival', 'customsNumber', 'weight', 'seal'];
