/** From what was typed to a declaration; everything that can be worked out is. */
import {
  firstIn,
  keys,
  keysIn,
  kindOf,
  lineKeys,
  lists,
  listsWithin,
  named,
  outerLists,
  specs,
  type Key,
  type List,
  type Name,
} from './fields';
import { at, put, type Tree } from './tree';
import { bringsNothing, hasList, itemsOf, meant, number, plateOf, rowsOf, weighed, type Values } from './values';
import { dayOf } from '../times';
import type { Direction, Rulebook, Site } from '../wire';

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
  put(tree, 'vehicles[0].coDriverName', undefined);
  for (const list of outerLists) {
    const { path } = lists[list];
    const items = hasList(list, values.regime) ? buildList(values, list, path, names) : [];
    put(tree, path, items.length === 0 ? undefined : items);
  }
  if (bringsNothing(values.regime)) tree['goodsGroups'] = [];
  else buildGoods(tree, values, names);
  derive(tree, names, site, now);
  return { declaration: tree, names };
}

function buildList(
  values: Values,
  list: List,
  path: string,
  names: Map<string, Name>,
  item?: number,
): Tree[] {
  const built: Tree[] = [];
  for (const row of rowsOf(values, list, item)) {
    const [outer, within] = item === undefined ? [row, 0] : [item, row];
    const place = `${path}[${built.length}]`;
    const one: Tree = {};
    for (const key of keysIn(list)) {
      const name = named(key, outer, within);
      put(one, specs[key].path, meant(specs[key].kind, values[name] ?? ''));
      names.set(`${place}.${specs[key].path}`, name);
    }
    for (const inner of listsWithin(list)) {
      const inside = `${place}.${lists[inner].path}`;
      const found = buildList(values, inner, inside, names, outer);
      if (found.length > 0) one[lists[inner].path] = found;
    }
    names.set(place, named(firstIn(list), outer, within));
    if (Object.keys(one).length > 0) built.push(one);
  }
  if (!names.has(path)) names.set(path, named(firstIn(list), item ?? 0));
  return built;
}

function buildGoods(tree: Tree, values: Values, names: Map<string, Name>): void {
  const groups: Tree[] = [];
  const lines: Tree[][] = [];
  const numbers: string[] = [];
  for (const item of itemsOf(values)) {
    const typedIn = (key: Key) => {
      const name = named(key, item);
      return meant(kindOf(name, values.regime), values[name] ?? '');
    };
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
  const given = (values.weight ?? '') === '' ? weighed(values) : undefined;
  const only = lines[0]?.[0];
  if (given !== undefined && only !== undefined) {
    put(only, 'weightKg', given.weight);
    names.set('goodsGroups[0].goodsLines[0].weightKg', given.by);
  }
  if (groups.length === 0) delete tree['goodsGroups'];
  else tree['goodsGroups'] = groups.map((group, g) => ({ ...group, goodsLines: lines[g] ?? [] }));
}

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
    names.set(`goodsGroups[${g}].weightKg`, names.get(`goodsGroups[${g}].goodsLines[0].weightKg`) ?? 'weight');
    const own = tree['declarant'] as Tree | undefined;
    const owned = group['traderTaxCode'] !== undefined || group['traderName'] !== undefined;
    if (owned || own === undefined) return;
    put(group, 'traderTaxCode', own['taxCode']);
    put(group, 'traderName', own['name']);
    names.set(`goodsGroups[${g}].traderTaxCode`, 'taxCode');
    names.set(`goodsGroups[${g}].traderName`, 'company');
  });
  if (bringsNothing(at(tree, 'regime'))) goods = 0;
  put(tree, 'totalWeightTonnes', goods === undefined ? undefined : goods / 1000);
  vehicle(tree, goods, names);
  payer(tree, names);
  tree['isStorageGoods'] ??= false;
  tree['transshipmentPlanned'] ??= false;
  tree['linkedDeclarationIds'] ??= [];
  tree['parkingPosition'] ??= 'INSIDE_GATE';
  quarantine(tree, site?.rulebook, now);
  const weight = names.get('goodsGroups[0].goodsLines[0].weightKg') ?? 'weight';
  for (const path of sums) if (!names.has(path)) names.set(path, weight);
  for (const [path, name] of derived) if (!names.has(path)) names.set(path, name);
}

const sums = ['totalWeightTonnes', 'vehicles[0].goodsKg', 'vehicles[0].grossKg'];

/** Who declares pays, unless somebody else is named. */
function payer(tree: Tree, names: Map<string, Name>): void {
  const other = ['taxCode', 'name', 'phone'].some((name) => (at(tree, `feePayer.${name}`) ?? null) !== null);
  if (other) return;
  delete tree['feePayer'];
  const declarant = tree['declarant'] as Tree | undefined;
  for (const name of ['taxCode', 'name', 'phone']) put(tree, `feePayer.${name}`, declarant?.[name] ?? undefined);
  names.set('feePayer.taxCode', 'taxCode');
  names.set('feePayer.name', 'company');
  names.set('feePayer.phone', 'companyPhone');
}

/** Where a fault of something worked out is put right. */
const derived: readonly [string, Name][] = [
  ['otherSideFiling', 'filing'],
  ['goodsGroups', 'customsNumber'],
  ['goodsGroups[0].goodsLines', 'product'],
  ['vehicles', 'plate'],
  ['declarant', 'company'],
  ['feePayer', 'company'],
  ['quarantine', 'product'],
];

function vehicle(tree: Tree, goods: number | undefined, names: Map<string, Name>): void {
  const one = at(tree, 'vehicles[0]') as Tree | undefined;
  for (const [field, value] of Object.entries(plateOf(tree))) {
    if (one?.[field] !== undefined) continue;
    if (one?.['plateNumber'] !== undefined) one[field] = value;
    names.set(`vehicles[0].${field}`, 'plate');
  }
  if (one === undefined) return;
  delete one['plateNormalised'];
  one['dedicatedDriver'] ??= false;
  put(one, 'goodsKg', goods);
  const tare = number(one['tareKg']);
  if (tare === undefined) names.set('vehicles[0].grossKg', 'tare');
  const isGoods = at(tree, 'regime') === 'NEW_VEHICLE';
  const gross = tare === undefined || goods === undefined ? undefined : isGoods ? Math.max(tare, goods) : tare + goods;
  put(one, 'grossKg', gross);
}

/** What the place needs of these goods on that day. */
export function needsOf(tree: Tree, rulebook: Rulebook | undefined, now: number): Rulebook['needs'] {
  const codes = ((tree['goodsGroups'] ?? []) as Tree[])
    .flatMap((group) => group['goodsLines'] as Tree[])
    .map((line) => line['hsCode'])
    .filter((hs): hs is string => typeof hs === 'string');
  const planned = tree['plannedArrivalAt'];
  const day = typeof planned === 'string' ? planned.slice(0, 10) : dayOf(now);
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

/** The field's name that a fault's path leads to, also when it lies inside or around one. */
export function nameAt(names: ReadonlyMap<string, Name>, path: string): Name | undefined {
  for (let here = path; here !== ''; here = here.replace(/(\.|^)[^.]*$|\[\d+\]$/, '')) {
    const name = names.get(here);
    if (name !== undefined) return name;
    if (!/[.[]/.test(here)) break;
  }
  return [...names].find(([known]) => known.startsWith(`${path}.`) || known.startsWith(`${path}[`))?.[1];
}
