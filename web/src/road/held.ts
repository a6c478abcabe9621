/** What the server holds of one section of a roll, as this phone saw it last; kept over a reload. */
import { useEffect, useState, useSyncExternalStore } from 'react';
import { get } from '../send';
import { faultOf, NETWORK } from '../wire';
import { keep, kept } from './keep';
import { outbox, queued, watchOutbox } from './outbox';
import type { Entry, RollView, Said } from './road-wire';

const EVERY = 10_000;
const watchers = new Set<() => void>();
let version = 0;

function changed(): void {
  version++;
  watchers.forEach((watcher) => watcher());
}

const name = (roll: string, section: number): string => `roll.${roll}.${section}`;

/** Read once: a key is not to wait for a long list to be read again. */
const inMemory = new Map<string, RollView | null>();

function viewOf(roll: string, section: number): RollView | null {
  const called = name(roll, section);
  let view = inMemory.get(called);
  if (view === undefined) {
    view = kept<RollView | null>(called, null);
    inMemory.set(called, view);
  }
  return view;
}

/** A section that was never loaded is empty, as far as this phone knows: it can be written all the same. */
const emptyOf = (roll: string): RollView | null => {
  const head = kept<RollView | null>(`roll.${roll}`, null);
  return head === null ? null : { ...head, entries: [] };
};

function keepView(roll: string, section: number, view: RollView): void {
  keep(`roll.${roll}`, { ...view, entries: [] });
  inMemory.set(name(roll, section), view);
  keep(name(roll, section), view);
}

/** What was just sent stands there, before the server is asked again. */
export function noteSent(roll: string, said: Said[]): void {
  for (const section of new Set(said.map((one) => one.section))) noteIn(roll, section, said.filter((one) => one.section === section));
  changed();
}

function noteIn(roll: string, section: number, said: Said[]): void {
  const view = viewOf(roll, section) ?? emptyOf(roll);
  if (view === null) return;
  const entries = new Map(view.entries.map((one) => [one.id, one]));
  for (const one of said) {
    const before = entries.get(one.id);
    if (before !== undefined && before.revision >= one.revision) continue;
    entries.set(one.id, { ...one, by: {}, contradictions: [] } as Entry);
  }
  keepView(roll, section, { ...view, entries: [...entries.values()] });
}

export interface Held {
  view: RollView | null;
  queued: Said[];
  offline: boolean;
  gone: boolean;
  again: () => void;
}

export function useRoll(id: string, section: number): Held {
  useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      const stop = watchOutbox(watcher);
      return () => {
        watchers.delete(watcher);
        stop();
      };
    },
    () => `${version} ${outbox().waiting} ${outbox().sending}`,
  );
  const [state, setState] = useState({ offline: false, gone: false });
  const [round, setRound] = useState(0);
  useEffect(() => {
    const ended = new AbortController();
    const load = async () => {
      if (outbox().sending > 0) return;
      const before = outbox().waiting;
      try {
        const view = await get<RollView>(`/rolls/${id}?section=${section}`, ended.signal);
        if (outbox().sending === 0 && outbox().waiting >= before) {
          keepView(id, section, view);
          changed();
        }
        setState({ offline: false, gone: false });
      } catch (reason) {
        if (ended.signal.aborted) return;
        const fault = faultOf(reason);
        setState({ offline: fault.status === NETWORK, gone: fault.status === 404 });
      }
    };
    void load();
    const timer = setInterval(() => void load(), EVERY);
    return () => {
      ended.abort();
      clearInterval(timer);
    };
  }, [id, section, round]);
  return {
    view: viewOf(id, section) ?? emptyOf(id),
    queued: queued(id),
    ...state,
    again: () => setRound((before) => before + 1),
  };
}
