/** What is known already: vehicles, drivers, the company, the last choices. Never asked again. */
import { currentDesk, detailOf, keep, presetsOf, type Preset, type PresetKind } from './desk';
import { at, put, type Tree } from '../registration/tree';
import { bringsNothing, take, type Values } from '../registration/values';
import {
  companyKeys,
  driverKeys,
  itemOf,
  keyOf,
  listOf,
  lists,
  specs,
  stayingKeys,
  vehicleKeys,
  type Key,
  type Name,
} from '../registration/fields';
import { folded, normalised, plate as spelt } from '../registration/typed';
import { newId } from '../send';

export type Source =
  | 'fromVehicle'
  | 'fromDriver'
  | 'fromLast'
  | 'fromTrip'
  | 'fromGoods'
  | 'fromGate'
  | 'fromRegime'
  | 'fromToday'
  | 'fromTemplate'
  | 'fromCompany'
  | 'fromDraft';
export type Sources = Partial<Record<Name, Source>>;

const pick = (values: Values, keys: readonly Key[]): Values => {
  const some: Values = {};
  for (const [name, text] of Object.entries(values) as [Name, string][]) {
    const first = itemOf(name) === 0 || listOf(keyOf(name)) !== undefined;
    if (first && text !== '' && keys.includes(keyOf(name))) some[name] = text;
  }
  return some;
};

export const companyValues = (): Values => {
  const preset = presetsOf('COMPANY')[0];
  return preset === undefined ? {} : pick(take(preset.content), companyKeys);
};

/** The last trip with goods: an empty one says nothing of the next. */
export const lastTrip = async (): Promise<Values> => {
  const { rows } = currentDesk();
  const row = rows.find((one) => !bringsNothing(one.regime)) ?? rows[0];
  return row === undefined ? {} : take(await detailOf(row.id));
};

export const lastChoices = (trip: Values): Values => pick(trip, stayingKeys);

/** What the vehicle with this plate brings along, its usual driver too. */
export async function vehicleOf(plate: string): Promise<Values | null> {
  const sought = normalised(plate);
  if (sought.length < 5) return null;
  const preset = presetsOf('VEHICLE').find(
    (one) => normalised(String(at(one.content, specs.plate.path) ?? one.label)) === sought,
  );
  if (preset !== undefined) return pick(take(preset.content), [...vehicleKeys, ...driverKeys]);
  const row = currentDesk().rows.find((one) => one.plate !== null && normalised(one.plate) === sought);
  return row === undefined
    ? null
    : pick(take(await detailOf(row.id)), [...vehicleKeys, ...driverKeys]);
}

export async function driverOf(name: string): Promise<Values | null> {
  const sought = folded(name.trim());
  if (sought === '') return null;
  for (const preset of [...presetsOf('PERSON'), ...presetsOf('VEHICLE')]) {
    const values = pick(take(preset.content), driverKeys);
    if (folded(values.driver ?? '') === sought && values.driverId !== undefined) return values;
  }
  const row = currentDesk().rows.find((one) => folded(one.driverName ?? '') === sought);
  return row === undefined ? null : pick(take(await detailOf(row.id)), driverKeys);
}

export const goodsKeys: readonly Key[] = ['product', 'hs', 'origin', 'plantingArea', 'packingHouse', 'unit'];

/** What went with these goods last time. */
export async function goodsOf(product: string): Promise<Values | null> {
  const row = currentDesk().rows.find((one) => folded(one.goods) === folded(product));
  return row === undefined ? null : pick(take(await detailOf(row.id)), goodsKeys);
}

export interface Known {
  value: string;
  hint: string;
}

export function knownPlates(): Known[] {
  const found = new Map<string, Known>();
  for (const preset of presetsOf('VEHICLE')) {
    const values = take(preset.content);
    const plate = values.plate ?? preset.label;
    found.set(normalised(plate), { value: plate, hint: values.driver ?? '' });
  }
  for (const row of currentDesk().rows) {
    if (row.plate !== null && !found.has(normalised(row.plate))) {
      found.set(normalised(row.plate), { value: spelt(row.plate), hint: row.driverName ?? '' });
    }
  }
  return [...found.values()];
}

export function knownDrivers(): Known[] {
  const found = new Map<string, Known>();
  for (const preset of [...presetsOf('PERSON'), ...presetsOf('VEHICLE')]) {
    const { driver, driverId } = take(preset.content);
    if (driver !== undefined && !found.has(driver)) found.set(driver, { value: driver, hint: driverId ?? '' });
  }
  for (const { driverName } of currentDesk().rows) {
    if (driverName !== null && !found.has(driverName)) found.set(driverName, { value: driverName, hint: '' });
  }
  return [...found.values()];
}

export const knownGoods = (): string[] => [...new Set(currentDesk().rows.map((row) => row.goods))];

const content = (declaration: Tree, keys: readonly Key[], more: Tree = {}): Tree => {
  const part: Tree = structuredClone(more);
  for (const key of keys) {
    const list = listOf(key);
    const { path } = list === undefined ? specs[key] : lists[list];
    const value = at(declaration, path);
    if (value !== undefined && value !== null) put(part, path, value);
  }
  return part;
};

async function keepChanged(
  kind: PresetKind,
  label: string,
  found: Preset | undefined,
  part: Tree,
): Promise<void> {
  if (Object.keys(part).length === 0) return;
  if (found !== undefined && JSON.stringify(found.content) === JSON.stringify(part)) return;
  await keep({ id: found?.id ?? newId(), kind, label, content: part });
}

/** After a registration: its vehicle, driver and company are known from now on. */
export async function remember(declaration: Tree): Promise<void> {
  const plate = String(at(declaration, specs.plate.path) ?? '');
  const driver = String(at(declaration, specs.driver.path) ?? '');
  const vehicle = presetsOf('VEHICLE').find((one) => normalised(one.label) === normalised(plate));
  const person = presetsOf('PERSON').find((one) => folded(one.label) === folded(driver));
  if (plate !== '' && declaration['regime'] !== 'NEW_VEHICLE') {
    await keepChanged('VEHICLE', plate, vehicle, content(declaration, [...vehicleKeys, ...driverKeys]));
  }
  if (driver !== '') await keepChanged('PERSON', driver, person, content(declaration, driverKeys));
  const company = presetsOf('COMPANY')[0];
  const name = String(at(declaration, specs.company.path) ?? '');
  if (company === undefined && name !== '') {
    await keepChanged('COMPANY', name, company, content(declaration, companyKeys));
  }
}
