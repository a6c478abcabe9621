/** What the server holds of a roll, as this phone saw it last; kept over a reload. */
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

const name = (roll: string): string => `roll.${roll}`;

/** What was just sent stands there, before the server is asked again. */
export function noteSent(roll: string, said: Said[]): void {
  const view = kept<RollView | null>(name(roll), null);
  if (view === null) return;
  const entries = new Map(view.entries.map((one) => [one.id, one]));
  for (const one of said) {
    const before = entries.get(one.id);
    if (before !== undefined && before.revision >= one.revision) continue;
    entries.set(one.id, { ...one, by: {}, contradictions: [] } as Entry);
  }
  keep(name(roll), { ...view, entries: [...entries.values()] });
  changed();
}

export interface Held {
  view: RollView | null;
  queued: Said[];
  offline: boolean;
  gone: boolean;
  again: () => void;
}

export function useRoll(id: string): Held {
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
        const view = await get<RollView>(`/rolls/${id}`, ended.signal);
        if (outbox().sending === 0 && outbox().waiting >= before) {
          keep(name(id), view);
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
  }, [id, round]);
  return {
    view: kept<RollView | null>(name(id), null),
    queued: queued(id),
    ...state,
    again: () => setRound((before) => before + 1),
  };
}
