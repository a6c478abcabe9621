/** Typing into an entry: what is typed stands at once, what follows from it as soon as it is known. */
import { useCallback, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Values } from './derive';
import { follow, settledText, type Entry } from './entry';
import type { Name } from './fields';
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
      const text = settledText(name, value, now, language);
      const before = latest.current;
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
