/** The state of a form: what stands in it, where that came from, and what follows from it. */
import type { Preset } from './desk';
import type { Tree } from '../registration/tree';
import { again, itemsOf, take, type Values } from '../registration/values';
import {
  changingKeys,
  driverKeys,
  itemOf,
  keyOf,
  kindOf,
  listOf,
  named,
  specs,
  vehicleKeys,
  type Key,
  type Name,
} from '../registration/fields';
import { companyValues, driverOf, goodsOf, lastChoices, vehicleOf, type Source, type Sources } from './memory';
import { dayOf } from '../times';
import * as typed from '../registration/typed';
import type { Language } from '../words';
import type { Site } from '../wire';

export interface Entry {
  /** Of the registration to be, and of its draft: whoever sends it twice has sent it once. */
  id: string;
  values: Values;
  sources: Sources;
  /** Numbers of the trip before, that typing goes on from. */
  over: Values;
  base: Tree;
  /** Something was typed since the form was opened. */
  dirty: boolean;
}

const allFrom = (values: Values, source: Source): Sources =>
  Object.fromEntries(Object.keys(values).map((name) => [name, source])) as Sources;

export function fresh(id: string, trip: Values, now: number): Entry {
  const [last, company] = [lastChoices(trip), companyValues()];
  const today: Values = { customsDate: dayOf(now) };
  const first: Values = last.direction === undefined ? { direction: 'EXPORT' } : {};
  return {
    id,
    values: { ...first, ...last, ...company, ...today },
    sources: {
      ...allFrom(last, 'fromLast'),
      ...allFrom(company, 'fromCompany'),
      ...allFrom(today, 'fromToday'),
    },
    over: {},
    base: {},
    dirty: false,
  };
}

/** Filled with a trip; what no two trips have in common waits to be typed over. */
export function repeated(id: string, trip: Tree, now: number): Entry {
  const base = again(trip);
  const values = take(base);
  const over: Values = {};
  for (const name of Object.keys(values) as Name[]) {
    if (specs[keyOf(name)].runs === true || changingKeys.includes(keyOf(name))) over[name] = values[name] ?? '';
  }
  for (const item of itemsOf(values)) values[named('customsDate', item)] = dayOf(now);
  const sources = { ...allFrom(values, 'fromTrip'), customsDate: 'fromToday' as const };
  return { id, values, sources, over, base, dirty: false };
}

export function templated(id: string, preset: Preset, now: number): Entry {
  const from = take(again(preset.content));
  const company = companyValues();
  const today: Values = { customsDate: dayOf(now) };
  return {
    id,
    values: { ...from, ...company, ...today },
    sources: {
      ...allFrom(from, 'fromTemplate'),
      ...allFrom(company, 'fromCompany'),
      ...allFrom(today, 'fromToday'),
    },
    over: {},
    base: again(preset.content),
    dirty: false,
  };
}

export function drafted(preset: Pick<Preset, 'id' | 'content'>, values?: Values): Entry {
  const from = values ?? take(preset.content);
  return {
    id: preset.id,
    values: from,
    sources: allFrom(from, 'fromDraft'),
    over: {},
    base: preset.content,
    dirty: false,
  };
}

/** What was typed, as it is kept. */
export function settledText(
  name: Name,
  text: string,
  now: number,
  language: Language,
  regime?: string,
): string {
  const bare = text.trim();
  if (bare === '') return '';
  switch (kindOf(name, regime)) {
    case 'arrival':
      return typed.arrival(bare, now, language) ?? bare;
    case 'date':
      return typed.dateTyped(bare, now, language) ?? bare;
    case 'weight':
      return typed.weight(bare) ?? bare;
    case 'plate':
      return typed.plate(bare);
    case 'phone':
      return typed.phone(bare);
    case 'area':
      return typed.area(bare);
    case 'code':
      return typed.code(bare);
    case 'bare':
      return typed.normalised(bare);
    case 'digits':
    case 'whole':
      return typed.digits(bare);
    case 'money':
      return typed.money(bare) ?? bare;
    case 'text':
    case 'texts':
    case 'choice':
    case 'flag':
      return bare;
  }
}

/** Puts values in where nobody typed anything, and takes away what came from elsewhere before. */
export function filled(entry: Entry, from: Values, source: Source, owned: readonly Name[]): Entry {
  const values = { ...entry.values };
  const sources = { ...entry.sources };
  for (const name of owned) {
    const mine = sources[name] === undefined && (values[name] ?? '') !== '';
    if (mine) continue;
    const value = from[name];
    if (value === undefined) {
      delete values[name];
      delete sources[name];
    } else {
      values[name] = value;
      sources[name] = source;
    }
  }
  return { ...entry, values, sources };
}

/** Also of the items of lists that stand there or come. */
const besides = (owned: readonly Key[], but: Key, ...values: Values[]): Name[] => [
  ...owned.filter((key) => key !== but),
  ...(values.flatMap(Object.keys) as Name[]).filter(
    (name) => owned.includes(keyOf(name)) && listOf(keyOf(name)) !== undefined,
  ),
];

/** What a settled field brings along: at once what is at hand, later what must be read. */
export function follow(
  entry: Entry,
  name: Name,
  site: Site | null,
): { now: Entry; later?: Promise<(entry: Entry) => Entry> } {
  const value = entry.values[name] ?? '';
  switch (keyOf(name)) {
    case 'plate': {
      const owned = [...vehicleKeys, ...driverKeys];
      const later = vehicleOf(value).then((known) => (latest: Entry) =>
        latest.values.plate === value
          ? filled(latest, known ?? {}, 'fromVehicle', besides(owned, 'plate', latest.values, known ?? {}))
          : latest,
      );
      return { now: entry, later };
    }
    case 'driver': {
      const later = driverOf(value).then((known) => (latest: Entry) =>
        latest.values.driver === value
          ? filled(latest, known ?? {}, 'fromDriver', besides(driverKeys, 'driver', latest.values, known ?? {}))
          : latest,
      );
      return { now: entry, later };
    }
    case 'regime':
      return { now: value === 'NEW_VEHICLE' ? imported(entry) : entry };
    case 'product':
      return followGoods(entry, name, site);
    case 'gate': {
      const yards = site?.yards.filter((yard) => yard.line === value) ?? [];
      const only = yards.length === 1 ? yards[0]?.code : undefined;
      const from: Values = only === undefined ? {} : { yard: only };
      return { now: filled({ ...entry }, from, 'fromGate', ['yard', 'route']) };
    }
    default:
      return { now: entry };
  }
}

/** New vehicles only come in. */
const imported = (entry: Entry): Entry => ({
  ...entry,
  values: { ...entry.values, direction: 'IMPORT' },
  sources: { ...entry.sources, direction: 'fromRegime' },
});

/** What the rulebook knows of goods by their name in any of the languages. */
export function listedGoods(product: string, direction: string | undefined, site: Site | null): Values {
  if (product === '') return {};
  const commodity = site?.rulebook?.commodities.find((one) =>
    Object.values(one.name).some((label) => typed.folded(label) === typed.folded(product)),
  );
  const hs = commodity?.hs[0];
  return { ...(hs === undefined ? {} : { hs }), origin: direction === 'IMPORT' ? 'CN' : 'VN' };
}

function followGoods(
  entry: Entry,
  name: Name,
  site: Site | null,
): { now: Entry; later?: Promise<(entry: Entry) => Entry> } {
  const item = itemOf(name);
  const value = entry.values[name] ?? '';
  const place = (key: Key) => named(key, item);
  const owned = (['hs', 'origin', 'plantingArea', 'packingHouse', 'unit'] as const).map(place);
  const spread = (from: Values): Values =>
    Object.fromEntries(
      Object.entries(from)
        .filter(([key]) => key !== 'product')
        .map(([key, text]) => [place(key as Key), text]),
    ) as Values;
  const listed = listedGoods(value, entry.values.direction, site);
  const now = filled(entry, spread(listed), 'fromGoods', owned);
  const later = goodsOf(value).then((known) => (latest: Entry) =>
    known !== null && latest.values[name] === value
      ? filled(latest, spread(known), 'fromGoods', owned)
      : latest,
  );
  return { now, later };
}

