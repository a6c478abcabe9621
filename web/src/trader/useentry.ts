/** Typing into an entry: what is typed stands at once, what follows from it as soon as it is known. */
import { useCallback, useRef, useState, type Dispatch, type RefObject, type SetStateAction } from 'react';
import { flushSync } from 'react-dom';
import { follow, settledText, type Entry } from './entry';
import { firstIn, itemOf, keyOf, lineKeys, named, type List, type Name } from '../registration/fields';
import { itemsOf, without, type Values } from '../registration/values';
import { rowsShown, type RowActs } from './rows';
import { useSpeech } from '../parts';

export function useEntry(begin: Entry, now: number) {
  const { site, language } = useSpeech();
  const [entry, setEntry] = useState(begin);
  const latest = useRef(entry);
  latest.current = entry;
  const settled = useRef<Values>({ ...begin.values });
  const coming = useRef<Promise<unknown>>(Promise.resolve());

  const change = useCallback((name: Name, value: string) => {
    setEntry((before) => {
      const sources = { ...before.sources };
      delete sources[name];
      return { ...before, values: { ...before.values, [name]: value }, sources, dirty: true };
    });
  }, []);

  const settle = useCallback(
    (name: Name, value: string) => {
      const before = latest.current;
      const text = settledText(name, value, now, language, before.values.regime);
      if ((settled.current[name] ?? '') === text && (before.values[name] ?? '') === text) return;
      settled.current[name] = text;
      const sources = { ...before.sources };
      delete sources[name];
      const typed = { ...before, values: { ...before.values, [name]: text }, sources, dirty: true };
      const { now: next, later } = follow(typed, name, site);
      latest.current = next;
      setEntry(next);
      if (later === undefined) return;
      coming.current = later
        .then((apply) => flushSync(() => setEntry((current) => apply(current))))
        .catch(() => undefined);
    },
    [now, language, site],
  );
  return { entry, setEntry, latest, change, settle, coming };
}

/** Adding and taking away wagons, people, papers and lines of goods. */
export function useRows(
  setEntry: Dispatch<SetStateAction<Entry>>,
  latest: RefObject<Entry>,
  focus: (name: Name) => void,
  removed: (list: List) => void = () => undefined,
): { rows: RowActs; lines: { addLine: () => void; removeLine: (item: number) => void } } {
  const begin = (names: readonly Name[]) => {
    flushSync(() =>
      setEntry((before) => {
        const begun = Object.fromEntries(names.map((name) => [name, before.values[name] ?? '']));
        return { ...before, values: { ...before.values, ...begun }, dirty: true };
      }),
    );
    focus(names.at(-1) as Name);
  };
  const rows: RowActs = {
    add: (list, item) => {
      const shown = rowsShown(latest.current.values, list, item);
      const row = Math.max(-1, ...shown) + 1;
      const first = firstIn(list);
      if (item !== undefined) begin([named(first, item, row)]);
      else begin(row === 1 ? [first, named(first, 1)] : [named(first, row)]);
    },
    remove: (list, item, within) => {
      removed(list);
      setEntry((before) => ({
        ...before,
        values: without(before.values, list, item, within),
        sources: without(before.sources, list, item, within),
        over: without(before.over, list, item, within),
        dirty: true,
      }));
    },
  };
  const lines = {
    addLine: () => begin([named('product', Math.max(...itemsOf(latest.current.values)) + 1)]),
    removeLine: (item: number) =>
      setEntry((before) => {
        const left = Object.entries(before.values) as [Name, string][];
        const others = left.filter(([name]) => !lineKeys.includes(keyOf(name)) || itemOf(name) !== item);
        return { ...before, values: Object.fromEntries(others) as Values, dirty: true };
      }),
  };
  return { rows, lines };
}
