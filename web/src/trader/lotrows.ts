/** The trucks of a lot: what their cells, their vehicles and the shared part say together. */
import { useEffect, useMemo, useRef, useState } from 'react';
import { checkOf, type Check } from './desk';
import { build, nameAt, type Built } from '../registration/derive';
import type { Tree } from '../registration/tree';
import type { Values } from '../registration/values';
import { settledText } from './entry';
import { driverKeys, specs, vehicleKeys, type Key, type Name } from '../registration/fields';
import { driverOf, goodsKeys, goodsOf, vehicleOf } from './memory';
import { listedGoods } from './entry';
import { sentence, unreadable, type TraderSpeech } from './say';
import { newId } from '../send';
import type { Sheet } from './sheet';
import type { Site, Violation } from '../wire';

export const MOST = 20;

export interface Truck {
  id: string;
  /** What its own cells say. */
  own: Values;
}

export function trucksOf(sheet: Sheet, now: number, speech: TraderSpeech): Truck[] {
  return sheet.rows.slice(0, MOST).map((cells) => {
    const own: Values = {};
    sheet.columns.forEach((key, i) => {
      const cell = cells[i] ?? '';
      if (key !== null && cell !== '') own[key] = settledText(key, optionValue(key, cell), now, speech.language);
    });
    return { id: newId(), own };
  });
}

const optionValue = (key: Key, cell: string): string => (key === 'vehicleClass' ? cell.toUpperCase() : cell);

export interface Row {
  truck: Truck;
  values: Values;
  built: Built;
  /** Known by its plate or driver, not by its cells. */
  filled: Values;
  faults: Partial<Record<Name, string>>;
}

/** What is known of the vehicles and drivers, read once each. */
function useKnown(trucks: readonly Truck[]): ReadonlyMap<string, Values> {
  const [known, setKnown] = useState<ReadonlyMap<string, Values>>(new Map());
  const asked = useRef(new Set<string>());
  useEffect(() => {
    const ask = (kind: string, text: string | undefined, read: (text: string) => Promise<Values | null>) => {
      if (text === undefined || asked.current.has(kind + text)) return;
      asked.current.add(kind + text);
      void read(text)
        .then((values) => values !== null && setKnown((before) => new Map(before).set(kind + text, values)))
        .catch(() => asked.current.delete(kind + text));
    };
    for (const { own } of trucks) {
      ask('vehicle ', own.plate, vehicleOf);
      ask('driver ', own.driver, driverOf);
      ask('goods ', own.product, goodsOf);
    }
  }, [trucks]);
  return known;
}

const only = (values: Values | undefined, keys: readonly Key[]): Values =>
  Object.fromEntries(keys.flatMap((key) => (values?.[key] === undefined ? [] : [[key, values[key]]]))) as Values;

/** Goods that the row names bring their own codes, not those of the shared part. */
function goodsFor(
  product: string | undefined,
  shared: Values,
  before: Values | undefined,
  site: Site | null,
): Values {
  if (product === undefined || product === shared.product) return {};
  const none = Object.fromEntries(goodsKeys.map((key) => [key, ''])) as Values;
  return { ...none, ...listedGoods(product, shared.direction, site), ...only(before, goodsKeys) };
}

export function useLot(
  trucks: readonly Truck[],
  shared: Values,
  base: Tree,
  now: number,
  refused: readonly Violation[],
  speech: TraderSpeech,
): { rows: Row[]; ready: boolean } {
  const known = useKnown(trucks);
  const { site } = speech;
  const merged = useMemo(
    () =>
      trucks.map((truck) => {
        const vehicle = known.get(`vehicle ${truck.own.plate}`);
        const otherDriver = truck.own.driver !== undefined && truck.own.driver !== vehicle?.driver;
        const usual = otherDriver ? known.get(`driver ${truck.own.driver}`) : vehicle;
        const filled = { ...only(vehicle, vehicleKeys), ...only(usual, driverKeys) };
        const own = Object.fromEntries(Object.entries(truck.own).filter(([, text]) => text !== '')) as Values;
        const goods = goodsFor(truck.own.product, shared, known.get(`goods ${truck.own.product}`), site);
        const values: Values = { ...shared, ...goods, ...filled, ...own };
        return { truck, values, filled, built: build(values, base, site, now) };
      }),
    [trucks, shared, known, base, site, now],
  );
  const checks = useChecks(merged.map((one) => JSON.stringify(one.built.declaration)));
  const rows = useMemo(
    () =>
      merged.map((row, i) => {
        const faults: Row['faults'] = {};
        const mine = refused
          .filter((one) => one.path.startsWith(`registrations[${i}].`))
          .map((one) => ({ ...one, path: one.path.replace(/^registrations\[\d+\]\./, '') }));
        for (const one of [...mine, ...(checks[i]?.violations ?? [])]) {
          const name = nameAt(row.built.names, one.path);
          if (name !== undefined) faults[name] ??= sentence(one, speech);
        }
        for (const name of Object.keys(row.values) as Name[]) {
          const text = unreadable(name, row.values[name] ?? '', speech);
          if (text !== undefined) faults[name] = text;
        }
        return { ...row, faults };
      }),
    [merged, checks, refused, speech],
  );
  return { rows, ready: checks.every((check) => check !== undefined) };
}

/** The self-check of every row; a row that did not change is not asked about again. */
function useChecks(texts: readonly string[]): (Check | undefined)[] {
  const [known, setKnown] = useState<ReadonlyMap<string, Check>>(new Map());
  const all = texts.join('\n');
  useEffect(() => {
    const asking = new AbortController();
    const open = [...new Set(texts)].filter((text) => !known.has(text));
    const work = async () => {
      for (let text = open.shift(); text !== undefined; text = open.shift()) {
        const asked = text;
        const check = await checkOf(JSON.parse(asked) as Tree, asking.signal);
        setKnown((before) => new Map(before).set(asked, check));
      }
    };
    const timer = setTimeout(() => [1, 2, 3].forEach(() => void work().catch(() => undefined)), 250);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [all]);
  return texts.map((text) => known.get(text));
}

/** Whether a field may differ from truck to truck without being a column of the sheet. */
export const isTruckKey = (key: Key, mapped: readonly (Key | null)[]): boolean =>
  specs[key].section === 'vehicle' ||
  ['seal', 'container', 'weight'].includes(key) ||
  (mapped.includes('product') && goodsKeys.includes(key));
