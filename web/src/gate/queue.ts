/**
 * What an officer said while the server could not be reached: kept in this browser, with the time at which
 * it was said, until it is sent or half an hour has gone by. A word that opens the barrier is never kept.
 */
import { post } from '../send';
import { faultOf, unheard, type Label } from '../wire';

const KEY = 'clearway.said';
const KEPT_MINUTES = 30;

export interface Said {
  /** Of the command: sent twice it is done once. */
  id: string;
  /** Whose word it is: nobody else sends it. */
  who: string;
  path: string;
  body: Record<string, unknown>;
  registration: string;
  crossing?: string;
  plate: string | null;
  /** A step's code, or HOLD. */
  what: string;
  name?: Label;
  /** Whose clocks it is shown by, while the server cannot say. */
  zones?: [string, string];
  /** When it was said by the gate's clock, and by this machine's. */
  at: number;
  kept: number;
  version: number;
  state: 'waiting' | 'stale' | 'refused' | 'expired';
  code?: string;
  unmet?: readonly string[];
}

let said: readonly Said[] = read();
const watchers = new Set<() => void>();

function read(): readonly Said[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(found) ? (found as Said[]) : [];
  } catch {
    return [];
  }
}

function keep(next: readonly Said[]): void {
  said = next;
  try {
    if (next.length === 0) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify(next));
  } catch {
    // A browser that keeps nothing: it lasts as long as the page.
  }
  watchers.forEach((watcher) => watcher());
}

export const queued = (): readonly Said[] => said;

export function watchQueue(watcher: () => void): () => void {
  watchers.add(watcher);
  const other = (event: StorageEvent) => {
    if (event.key !== KEY) return;
    said = read();
    watcher();
  };
  addEventListener('storage', other);
  return () => {
    watchers.delete(watcher);
    removeEventListener('storage', other);
  };
}

export const enqueue = (one: Said): void =>
  keep([...said.filter((other) => other.id !== one.id), one]);

export const forget = (id: string): void => keep(said.filter((one) => one.id !== id));

const mark = (id: string, part: Partial<Said>): void =>
  keep(said.map((one) => (one.id === id ? { ...one, ...part } : one)));

let sending = false;

/** Sends what waits, in the order in which it was said; stops as soon as nobody answers. */
export async function sendQueued(who: string, sent: (registration: string) => void): Promise<void> {
  if (sending) return;
  sending = true;
  try {
    for (const one of said.filter((found) => found.state === 'waiting' && found.who === who)) {
      if (Date.now() - one.kept > KEPT_MINUTES * 60_000) {
        mark(one.id, { state: 'expired' });
        continue;
      }
      try {
        await post(one.path, one.body, one.id, AbortSignal.timeout(8000), false, who);
        forget(one.id);
        sent(one.registration);
      } catch (reason) {
        const fault = faultOf(reason);
        if (unheard(fault)) return;
        mark(one.id, {
          state: fault.code === 'STALE' ? 'stale' : 'refused',
          code: fault.code,
          unmet: fault.unmet,
        });
        sent(one.registration);
      }
    }
  } finally {
    sending = false;
  }
}
