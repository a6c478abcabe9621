/** What was typed into a form, field by field, and how a declaration becomes that. */
import {
  itemOf,
  keyOf,
  keys,
  keysIn,
  lineKeys,
  listOf,
  lists,
  listsWithin,
  named,
  outerLists,
  placeOf,
  specs,
  withinOf,
  type Kind,
  type List,
  type Name,
} from './fields';
import { at, put, type Json, type Tree } from './tree';
import { stamped, timeAt, written } from '../times';
import { normalised } from './typed';

/** What comes under these brings no goods. */
export const bringsNothing = (regime: unknown): boolean => regime === 'EMPTY' || regime === 'RECEIVING';

export type Values = Partial<Record<Name, string>>;

const isArrival = (text: string): boolean => /^\d{4}-\d\d-\d\d \d\d:\d\d$/.test(text);

/** A planned arrival as the form holds it, as a time; undefined when it is none. */
export const arrivalTime = (text: string): number | undefined => {
  const time = isArrival(text) ? timeAt(text.slice(0, 10), text.slice(11)) : NaN;
  return Number.isNaN(time) ? undefined : time;
};

/** A text as it is shown for editing. */
export function shown(kind: Kind, value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  // What is neither yes nor no stands there as it is, and the server says what is wrong with it.
  if (kind === 'arrival' && typeof value === 'string') {
    const time = Date.parse(value);
    return Number.isNaN(time) ? value : written(time);
  }
  return Array.isArray(value) ? value.join('; ') : String(value);
}

/** What the edge expects; undefined when there is nothing or nothing readable. */
export function meant(kind: Kind, text: string): Json | undefined {
  const bare = text.trim();
  if (bare === '') return undefined;
  switch (kind) {
    case 'flag':
      return bare === 'true' || (bare === 'false' ? false : bare);
    case 'weight':
    case 'whole':
    case 'money':
      return /^\d+$/.test(bare) ? Number(bare) : undefined;
    case 'arrival':
      return isArrival(bare) ? stamped(bare.slice(0, 10), bare.slice(11)) : undefined;
    case 'texts':
      return bare.split(/\s*[;,]\s*/).filter((one) => one !== '');
    case 'text':
    case 'code':
    case 'digits':
    case 'bare':
    case 'plate':
    case 'area':
    case 'phone':
    case 'date':
    case 'choice':
      return bare;
  }
}

/** The lines of goods that were typed. */
export const itemsOf = (values: Values): number[] => {
  const items = new Set([0]);
  for (const name of Object.keys(values) as Name[]) {
    if (lineKeys.includes(keyOf(name))) items.add(itemOf(name));
  }
  return [...items].sort((a, b) => a - b);
};

/** The items of a list that were typed or begun; of those within an item, that item's. */
export const rowsOf = (values: Values, list: List, item?: number): number[] => {
  const found = new Set<number>();
  for (const name of Object.keys(values) as Name[]) {
    const mine = listOf(keyOf(name));
    const inner = item === undefined && mine !== undefined && lists[mine].within === list;
    if (mine !== list && !inner) continue;
    if (item === undefined) found.add(itemOf(name));
    else if (itemOf(name) === item) found.add(withinOf(name));
  }
  return [...found].sort((a, b) => a - b);
};
/** Whether this regime has such a list; most lists every regime may have. */
export const hasList = (list: List, regime: string | undefined): boolean =>
  lists[list].regime === undefined || lists[list].regime === regime;
/** Every field of an item, with those of the lists within it. */
export const namesIn = (values: Values, list: List, item: number, within?: number): Name[] =>
  within === undefined
    ? [
        ...keysIn(list).map((key) => named(key, item)),
        ...listsWithin(list).flatMap((inner) =>
          rowsOf(values, inner, item).flatMap((row) => namesIn(values, inner, item, row)),
        ),
      ]
    : keysIn(list).map((key) => named(key, item, within));

/** Without that item; those behind it move up. */
export function without<T>(
  of: Partial<Record<Name, T>>,
  list: List,
  item: number,
  within?: number,
): Partial<Record<Name, T>> {
  const left: Partial<Record<Name, T>> = {};
  for (const [name, value] of Object.entries(of) as [Name, T][]) {
    const mine = listOf(keyOf(name));
    const inner = mine !== undefined && lists[mine].within === list;
    const moves = within === undefined ? mine === list || inner : mine === list && itemOf(name) === item;
    const at = within === undefined ? itemOf(name) : withinOf(name);
    const gone = within ?? item;
    if (!moves || at < gone) left[name] = value;
    else if (at > gone && within === undefined) left[named(keyOf(name), at - 1, withinOf(name))] = value;
    else if (at > gone) left[named(keyOf(name), item, at - 1)] = value;
  }
  return left;
}

export const number = (value: Json | undefined): number | undefined =>
  typeof value === 'number' ? value : undefined;

/**
 * The weight that need not be asked: a train's goods are those of its wagons, a new vehicle is the
 * goods itself.
 */
export function weighed(values: Values): { weight: number | undefined; by: Name } | undefined {
  if (itemsOf(values).length > 1) return undefined;
  if (values.regime === 'NEW_VEHICLE') {
    return { weight: number(meant('weight', values.tare ?? '')), by: 'tare' };
  }
  if (values.regime !== 'RAIL') return undefined;
  const loads = rowsOf(values, 'wagons').map((row) => {
    return number(meant('weight', values[named('wagonGoods', row)] ?? ''));
  });
  const given = loads.filter((load) => load !== undefined);
  const weight = given.length === 0 ? undefined : given.reduce((sum, load) => sum + load, 0);
  return { weight, by: 'wagonGoods' };
}

/** What a plate tells of itself; what has none is of the country that it comes from. */
export function plateOf(tree: Tree): { vehicleNationality: string; plateLines: number } {
  const plate = at(tree, 'vehicles[0].plateNumber');
  const chinese = typeof plate === 'string' && /^\p{Script=Han}/u.test(normalised(plate));
  if (['NEW_VEHICLE', 'RAIL'].includes(String(tree['regime'] ?? ''))) {
    return { vehicleNationality: tree['direction'] === 'IMPORT' ? 'CN' : 'VN', plateLines: 1 };
  }
  return { vehicleNationality: chinese ? 'CN' : 'VN', plateLines: chinese ? 1 : 2 };
}

/** Worked out, or as nearly always: nobody has to look at it. */
export function isPlain(name: Name, values: Values): boolean {
  const value = values[name] ?? '';
  switch (keyOf(name)) {
    case 'regime':
      return false;
    case 'unit':
      return value === 'KGM';
    case 'nationality':
    case 'plateLines':
      return true;
    case 'quantity':
      return (values[named('unit', itemOf(name))] ?? 'KGM') === 'KGM';
    default:
      return specs[keyOf(name)].kind === 'flag' && value === 'false';
  }
}

/** What the form shows of a declaration. */
export function take(tree: Tree): Values {
  const values: Values = {};
  const add = (name: Name, text: string) => {
    if (text !== '') values[name] = text;
  };
  for (const key of keys) {
    const { path, kind, of } = specs[key];
    if (of === undefined) add(key, shown(kind, at(tree, path)));
  }
  const coDriver = at(tree, 'vehicles[0].coDriverName');
  const others = (at(tree, lists.coDrivers.path) ?? []) as Tree[];
  if (typeof coDriver === 'string') {
    put((tree = structuredClone(tree)), lists.coDrivers.path, [{ name: coDriver }, ...others]);
  }
  for (const list of outerLists) takeList((at(tree, lists[list].path) ?? []) as Tree[], list, add);
  let item = 0;
  for (const group of (tree['goodsGroups'] ?? []) as Tree[]) {
    for (const line of (group['goodsLines'] ?? [{}]) as Tree[]) {
      for (const key of lineKeys) {
        const { path, kind, of } = specs[key];
        add(named(key, item), shown(kind, at(of === 'group' ? group : line, path)));
      }
      item++;
    }
  }
  forget(values, tree);
  return values;
}

function takeList(
  items: readonly Tree[],
  list: List,
  add: (name: Name, text: string) => void,
  item?: number,
): void {
  items.forEach((one, row) => {
    const [outer, within] = item === undefined ? [row, 0] : [item, row];
    for (const key of keysIn(list)) add(named(key, outer, within), shown(specs[key].kind, one[specs[key].path]));
    for (const inner of listsWithin(list)) takeList((one[lists[inner].path] ?? []) as Tree[], inner, add, outer);
  });
}

/** What is worked out again anyhow is nobody's choice: it follows when its cause changes. */
function forget(values: Values, tree: Tree): void {
  const firm = (tax: string | undefined, name: string | undefined) =>
    tax === values.taxCode && name === values.company;
  if (firm(values.payerTax, values.payer)) {
    delete values.payerTax;
    delete values.payer;
    if (values.payerPhone === values.companyPhone) delete values.payerPhone;
  }
  for (const item of itemsOf(values)) {
    const [tax, name] = [named('ownerTax', item), named('owner', item)];
    if (!firm(values[tax], values[name])) continue;
    delete values[tax];
    delete values[name];
  }
  const { vehicleNationality, plateLines } = plateOf(tree);
  if (values.nationality === vehicleNationality) delete values.nationality;
  if (values.plateLines === String(plateLines)) delete values.plateLines;
  const worked = weighed(values);
  if (worked !== undefined && values.weight === String(worked.weight)) delete values.weight;
}

/** Everything of a declaration that a form can say; what a registration held has beside it is not. */
const said = new Set([
  ...keys.map((key) => placeOf(key).split(/[.[]/)[0] ?? ''),
  'quarantine',
  'totalWeightTonnes',
  'synthetic',
]);

/** Of an earlier registration, what a new one may begin from. */
export function again(tree: Tree): Tree {
  const rest = structuredClone(tree);
  for (const name of Object.keys(rest)) if (!said.has(name)) delete rest[name];
  for (const name of [
    'declarationId',
    'declarationNumber',
    'borderGuardDeclarationNumber',
    'createdAt',
    'linkedDeclarationIds',
    'plannedArrivalAt',
  ]) {
    delete rest[name];
  }
  for (const group of (rest['goodsGroups'] ?? []) as Tree[]) delete group['gateEntryCode'];
  return rest;
}
