/** Drafts keep themselves: at the server for every device, here while the network is away. */
import { useEffect, useRef, useState } from 'react';
import { current } from '../board';
import { currentDesk, drop, keep, type Preset } from './desk';
import { build } from '../registration/derive';
import type { Tree } from '../registration/tree';
import type { Values } from '../registration/values';
import type { Entry } from './entry';

/** A draft is sent at most once in so long. */
const EVERY = 10_000;

/** Of one account only: several firms may share a computer. */
const placeOf = (id: string): string => `clearway.draft.${current().who}.${id}`;

export type Keeping = 'none' | 'kept' | 'keeping' | 'local';

export interface LocalDraft {
  id: string;
  label: string;
  values: Values;
  base: Tree;
}

export function localDrafts(): LocalDraft[] {
  const found: LocalDraft[] = [];
  for (let i = 0; i < localStorage.length; i++) {
    const place = localStorage.key(i);
    if (place?.startsWith(placeOf('')) !== true) continue;
    try {
      found.push(JSON.parse(localStorage.getItem(place) ?? '') as LocalDraft);
    } catch {
      localStorage.removeItem(place);
    }
  }
  return found;
}

export function forgetDraft(id: string): void {
  localStorage.removeItem(placeOf(id));
  if (currentDesk().presets.some((one) => one.id === id)) void drop(id).catch(() => undefined);
}

const presetOf = (entry: Entry): Omit<Preset, 'keptAt'> => ({
  id: entry.id,
  kind: 'DRAFT',
  label: entry.values.plate ?? '–',
  content: build(entry.values, entry.base, current().site, current().asOf).declaration,
});

/** Keeps the entry while `on`; answers how it stands and when it was last kept. */
export function useDraft(entry: Entry, on: boolean): { keeping: Keeping; at: number } {
  const [state, setState] = useState<{ keeping: Keeping; at: number }>({ keeping: 'none', at: 0 });
  const latest = useRef(entry);
  const unsent = useRef(false);
  const sentAt = useRef(-EVERY);
  const alive = useRef(on);
  latest.current = entry;
  alive.current = on;

  useEffect(() => {
    if (!on || !entry.dirty) return;
    unsent.current = true;
    const { id, values, base } = entry;
    const draft: LocalDraft = { id, label: values.plate ?? '–', values, base };
    localStorage.setItem(placeOf(id), JSON.stringify(draft));
  }, [entry, on]);

  useEffect(() => {
    const send = async (leaving: boolean) => {
      if (!alive.current || !unsent.current) return;
      if (!leaving && performance.now() - sentAt.current < EVERY) return;
      const preset = presetOf(latest.current);
      unsent.current = false;
      sentAt.current = performance.now();
      setState((before) => ({ ...before, keeping: 'keeping' }));
      try {
        await keep(preset, leaving);
        if (!alive.current) return void drop(preset.id).catch(() => undefined);
        if (!unsent.current) localStorage.removeItem(placeOf(preset.id));
        setState({ keeping: 'kept', at: current().asOf });
      } catch {
        unsent.current = true;
        setState((before) => ({ ...before, keeping: 'local' }));
      }
    };
    const timer = setInterval(() => void send(false), 1000);
    const leave = () => void send(true);
    const hide = () => document.visibilityState === 'hidden' && leave();
    addEventListener('pagehide', leave);
    document.addEventListener('visibilitychange', hide);
    return () => {
      clearInterval(timer);
      removeEventListener('pagehide', leave);
      document.removeEventListener('visibilitychange', hide);
      leave();
    };
  }, []);
  return state;
}
