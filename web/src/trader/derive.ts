/** From what was typed to a declaration and back; everything that can be worked out is. */
import {
  itemOf,
  keyOf,
  keys,
  lineKeys,
  named,
  specs,
  type Key,
  type Kind,
  type Name,
} from './fields';
import * as typed from './typed';
import type { Direction, Rulebook, Site } from '../wire';

export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
export type Tree = { [name: string]: Json };
export type Values = Partial<Record<Name, string>>;

const steps = (path: string): (string | number)[] =>
  path.split(/[.[\]]+/).filter((step) => step !== '').map((step) => (/^\d+$/.test(step) ? Number(step) : step));

export function at(tree: Json | undefined, path: string): Json | undefined {
  let here: Json | undefined = tree;
  for (const step of steps(path)) {
    if (here === null || typeof here !== 'object') return undefined;
    here = (here as Record<string | number, Json>)[step];
  }
  return here;
}

/** Puts a value, making what it stands in; null and undefined take it away. */
export function put(tree: Tree, path: string, value: Json | undefined): void {
  const way = steps(path);
  const last = way.pop();
  if (last === undefined) return;
  let here: Record<string | number, Json> = tree;
  for (const [i, step] of way.entries()) {
    if (here[step] === undefined || here[step] === null) {
      if (value === undefined) return;
      here[step] = typeof (way[i + 1] ?? last) === 'number' ? [] : {};
    }
    here = here[step] as Record<string | number, Json>;
  }
  if (value === undefined) delete here[last];
  else here[last] = value;
}

/** A text as it is shown for editing. */
export function shown(kind: Kind, value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  if (kind === 'flag') return value === true ? 'true' : 'false';
  if (kind === 'arrival' && typeof value === 'string') {
    const time = Date.parse(value);
    return Number.isNaN(time) ? value : new Date(time + 7 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
  }
  return String(value);
}

/** What the edge expects; undefined when there is nothing or nothing readable. */
export function meant(kind: Kind, text: string): Json | undefined {
  const bare = text.trim();
  if (bare === '') return undefined;
  switch (kind) {
    case 'flag':
      return bare === 'true';
    case 'weight':
    case 'whole':
      return /^\d+$/.test(bare) ? Number(bare) : undefined;
    case 'arrival':
      return /^\d{4}-\d\d-\d\d \d\d:\d\d$/.test(bare) ? `${bare.replace(' ', 'T')}:00+07:00` : undefined;
    case 'text':
    case 'code':
    case 'digits':
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
  for (const name of Object.keys(values) as Name[]) items.add(itemOf(name));
  return [...items].sort((a, b) => a - b);
};

export interface Built {
  declaration: Tree;
  /** Which field of the form a path is. */
  names: Map<string, Name>;
}

/**
 * The declaration that was typed, over one that it begins from (fields that the form does not show
 * stay as they are there). Lines with one customs declaration are one group.
 */
export function build(values: Values, base: Tree, site: Site | null, now: number): Built {
  const tree = structuredClone(base);
  const names = new Map<string, Name>();
  for (const key of keys) {
    const { path, kind, of } = specs[key];
    if (of !== undefined) continue;
    put(tree, path, meant(kind, values[key] ?? ''));
    names.set(path, key);
  }
  buildGoods(tree, values, names);
  derive(tree, names, site, now);
  return { declaration: tree, names };
}

function buildGoods(tree: Tree, values: Values, names: Map<string, Name>): void {
  const groups: Tree[] = [];
  const lines: Tree[][] = [];
  const numbers: string[] = [];
  for (const item of itemsOf(values)) {
    const typedIn = (key: Key) => meant(specs[key].kind, values[named(key, item)] ?? '');
    const get = (key: Key) =>
      typedIn(key) ??
      (specs[key].of === 'group' && item > 0 ? meant(specs[key].kind, values[key] ?? '') : undefined);
    if (!lineKeys.some((key) => typedIn(key) !== undefined)) continue;
    const number = String(get('customsNumber') ?? '');
    let g = numbers.indexOf(number);
    if (g < 0) {
      g = numbers.push(number) - 1;
      groups.push({ ...(at(tree, `goodsGroups[${g}]`) as Tree | undefined) });
      lines.push([]);
    }
    const before = at(tree, `goodsGroups[${g}].goodsLines[${lines[g]?.length ?? 0}]`);
    const line: Tree = { ...(before as Tree | undefined) };
    const l = (lines[g]?.push(line) ?? 1) - 1;
    for (const key of lineKeys) {
      const { path, of } = specs[key];
      const value = get(key);
      const place = of === 'group' ? `goodsGroups[${g}].${path}` : `goodsGroups[${g}].goodsLines[${l}].${path}`;
      if (of === 'line') put(line, path, value);
      else if (value !== undefined) put(groups[g] ?? {}, path, value);
      else if (l === 0) put(groups[g] ?? {}, path, undefined);
      if (!names.has(place)) names.set(place, named(key, item));
    }
  }
  if (groups.length === 0) delete tree['goodsGroups'];
  else tree['goodsGroups'] = groups.map((group, g) => ({ ...group, goodsLines: lines[g] ?? [] }));
}

const number = (value: Json | undefined): number | undefined =>
  typeof value === 'number' ? value : undefined;

/** Sums, plates, flags: never asked. */
function derive(tree: Tree, names: Map<string, Name>, site: Site | null, now: number): void {
  const groups = (tree['goodsGroups'] ?? []) as Tree[];
  let goods: number | undefined;
  groups.forEach((group, g) => {
    let sum: number | undefined;
    (group['goodsLines'] as Tree[]).forEach((line, l) => {
      const weighs = number(line['weightKg']);
      line['unit'] ??= 'KGM';
      if (line['unit'] === 'KGM') {
        put(line, 'quantity', weighs);
        const place = `goodsGroups[${g}].goodsLines[${l}]`;
        names.set(`${place}.quantity`, names.get(`${place}.weightKg`) ?? 'weight');
      }
      if (weighs !== undefined) sum = (sum ?? 0) + weighs;
    });
    put(group, 'weightKg', sum);
    if (sum !== undefined) goods = (goods ?? 0) + sum;
    names.set(`goodsGroups[${g}].weightKg`, 'weight');
    const own = tree['declarant'] as Tree | undefined;
    if (own?.['taxCode'] !== undefined) group['traderTaxCode'] ??= own['taxCode'];
    if (own?.['name'] !== undefined) group['traderName'] ??= own['name'];
  });
  if (at(tree, 'regime') === 'EMPTY' && groups.length === 0) {
    tree['goodsGroups'] = [];
    goods = 0;
  }
  put(tree, 'totalWeightTonnes', goods === undefined ? undefined : goods / 1000);
  vehicle(tree, goods, names);
  const declarant = tree['declarant'] as Tree | undefined;
  if (declarant !== undefined && tree['feePayer'] === undefined) {
    const { taxCode, name, phone } = declarant;
    tree['feePayer'] = Object.fromEntries(
      Object.entries({ taxCode, name, phone }).filter(([, value]) => value !== undefined),
    ) as Tree;
  }
  tree['isStorageGoods'] ??= false;
  tree['transshipmentPlanned'] ??= false;
  tree['linkedDeclarationIds'] ??= [];
  tree['parkingPosition'] ??= 'INSIDE_GATE';
  quarantine(tree, site?.rulebook, now);
  for (const [path, name] of derived) if (!names.has(path)) names.set(path, name);
}

/** Where a fault of something worked out is put right. */
const derived: readonly [string, Name][] = [
  ['totalWeightTonnes', 'weight'],
  ['vehicles[0].goodsKg', 'weight'],
  ['vehicles[0].grossKg', 'weight'],
  ['vehicles[0].plateLines', 'plate'],
  ['vehicles[0].vehicleNationality', 'plate'],
  ['otherSideFiling', 'filing'],
  ['goodsGroups', 'customsNumber'],
  ['goodsGroups[0].goodsLines', 'product'],
  ['vehicles', 'plate'],
  ['declarant', 'company'],
  ['feePayer', 'company'],
  ['feePayer.taxCode', 'taxCode'],
  ['feePayer.name', 'company'],
  ['quarantine', 'product'],
  ['goodsGroups[0].traderTaxCode', 'taxCode'],
  ['goodsGroups[0].traderName', 'company'],
];

function vehicle(tree: Tree, goods: number | undefined, names: Map<string, Name>): void {
  const one = at(tree, 'vehicles[0]') as Tree | undefined;
  if (one === undefined) return;
  const plate = typeof one['plateNumber'] === 'string' ? typed.normalised(one['plateNumber']) : '';
  const chinese = /^\p{Script=Han}/u.test(plate);
  if (plate !== '') {
    one['vehicleNationality'] = chinese ? 'CN' : 'VN';
    if (chinese) one['plateLines'] = 1;
    else one['plateLines'] ??= 2;
  }
  delete one['plateNormalised'];
  one['dedicatedDriver'] ??= false;
  put(one, 'goodsKg', goods);
  const tare = number(one['tareKg']);
  names.set('vehicles[0].grossKg', tare === undefined ? 'tare' : 'weight');
  put(one, 'grossKg', tare === undefined || goods === undefined ? undefined : tare + goods);
}

/** What the place needs of these goods on that day. */
export function needsOf(tree: Tree, rulebook: Rulebook | undefined, now: number): Rulebook['needs'] {
  const codes = ((tree['goodsGroups'] ?? []) as Tree[])
    .flatMap((group) => group['goodsLines'] as Tree[])
    .map((line) => line['hsCode'])
    .filter((hs): hs is string => typeof hs === 'string');
  const planned = tree['plannedArrivalAt'];
  const day = typeof planned === 'string' ? planned.slice(0, 10) : new Date(now).toISOString().slice(0, 10);
  return (rulebook?.needs ?? []).filter(
    (need) =>
      (need.direction === undefined || need.direction === (tree['direction'] as Direction | undefined)) &&
      (need.from === undefined || need.from <= day) &&
      (need.hs.length === 0 || codes.some((hs) => need.hs.some((begin) => hs.startsWith(begin)))),
  );
}

function quarantine(tree: Tree, rulebook: Rulebook | undefined, now: number): void {
  if (rulebook === undefined) return;
  const papers = new Set(needsOf(tree, rulebook, now).map((need) => need.paper));
  const held = { ...((tree['quarantine'] ?? {}) as Tree) };
  held['medicalRequired'] = papers.has('MEDICAL_QUARANTINE');
  held['plantRequired'] = papers.has('PLANT_QUARANTINE');
  held['animalRequired'] = papers.has('ANIMAL_QUARANTINE');
  tree['quarantine'] = held;
}

/** Worked out, or as nearly always: nobody has to look at it. */
export function isPlain(name: Name, values: Values): boolean {
  const value = values[name] ?? '';
  switch (keyOf(name)) {
    case 'regime':
      return value === values.direction;
    case 'unit':
      return value === 'KGM';
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
  return values;
}

/** Of an earlier registration, what a new one may begin from. */
export function again(tree: Tree): Tree {
  const rest = structuredClone(tree);
  for (const name of [
    'id',
    'declarationId',
    'declarationNumber',
    'borderGuardDeclarationNumber',
    'createdAt',
    'gateName',
    'version',
    'registeredAt',
    'lot',
    'amendments',
    'seq',
    'commandId',
    'events',
    'linkedDeclarationIds',
    'plannedArrivalAt',
  ]) {
    delete rest[name];
  }
  for (const group of (rest['goodsGroups'] ?? []) as Tree[]) delete group['gateEntryCode'];
  return rest;
}

/** The leaves in which two declarations differ, as an amendment names them. */
export function changes(before: Tree, after: Tree): { path: string; value: Json }[] {
  const found: { path: string; value: Json }[] = [];
  const walk = (one: Json | undefined, other: Json | undefined, path: string) => {
    const [a, b] = [one ?? null, other ?? null];
    if (a === b) return;
    const both = a !== null && b !== null && typeof a === 'object' && typeof b === 'object';
    if (both && Array.isArray(a) === Array.isArray(b)) {
      if (Array.isArray(a) && Array.isArray(b)) {
        if (a.length !== b.length) found.push({ path, value: b });
        else a.forEach((each, i) => walk(each, b[i], `${path}[${i}]`));
        return;
      }
      for (const name of new Set([...Object.keys(a), ...Object.keys(b)])) {
        walk((a as Tree)[name], (b as Tree)[name], path === '' ? name : `${path}.${name}`);
      }
      return;
    }
    if (sameTime(a, b)) return;
    found.push({ path, value: b });
  };
  walk(before, after, '');
  return found;
}

const sameTime = (a: Json, b: Json): boolean =>
  typeof a === 'string' &&
  typeof b === 'string' &&
  /^\d{4}-\d\d-\d\dT/.test(a) &&
  /^\d{4}-\d\d-\d\dT/.test(b) &&
  Date.parse(a) === Date.parse(b);

/** The field's name that a fault's path leads to, also when it lies inside or around one. */
export function nameAt(names: ReadonlyMap<string, Name>, path: string): Name | undefined {
  for (let here = path; here !== ''; here = here.replace(/(\.|^)[^.]*$|\[\d+\]$/, '')) {
    const name = names.get(here);
    if (name !== undefined) return name;
    if (!/[.[]/.test(here)) break;
  }
  return [...names].find(([known]) => known.startsWith(`${path}.`) || known.startsWith(`${path}[`))?.[1];
}
