/** Goods that change vehicles, as the gate tells of them; what of it belongs to which vehicle. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Board } from '../board';
import { get } from '../send';
import { faultOf, type Agency, type Fault, type Figure } from '../wire';

export type Method = 'GANG' | 'CRANE' | 'TRAILER';

export interface Lot {
  customsNumber?: string;
  packages: number;
  kg: number;
}

export interface Party {
  registration: string;
  declarationNumber: string;
  plate?: string;
  goods: string;
  state: string;
  crossing?: string;
  leftAt?: string;
  yard?: string;
  place?: string;
  missingKeys?: Agency[];
  enteredAt?: string;
}

export interface Receiver extends Party {
  customsNumbers: string[];
  loading?: { lots: Lot[]; seal: string; at: string };
}

export interface Change {
  id: string;
  method: Method;
  plannedAt: string;
  stage: 'PLANNED' | 'CALLED' | 'STARTED' | 'FINISHED';
  area?: string;
  lapsedAt?: string;
  until?: string;
  startedAt?: string;
  finishedAt?: string;
  lots: Lot[];
  remaining?: Lot[];
  /** Found less declared, beyond the tolerance. */
  differences?: Lot[];
  unmet?: string[];
  signedAt?: string;
  minutes?: number;
  source: Party;
  receivers: Receiver[];
}

export interface IntakeArea {
  area: string;
  yard: string;
  taken: number;
  methods: { method: Method; line: number; free: number; perHour: number[] }[];
}

export const groups = ['STARTED', 'CALLED', 'LINE', 'PLANNED', 'FINISHED', 'SIGNED'] as const;
export type Group = (typeof groups)[number];

/** Since when its source stands in the line; null when it does not. A call that lapsed puts it behind. */
export function lineSince({ stage, source, lapsedAt, unmet = [] }: Change): number | null {
  if (stage !== 'PLANNED' || source.enteredAt === undefined || source.leftAt !== undefined) return null;
  if (unmet.includes('SOURCE_TURNED')) return null;
  const entered = Date.parse(source.enteredAt);
  return lapsedAt === undefined ? entered : Math.max(entered, Date.parse(lapsedAt));
}

export function groupOf(change: Change): Group {
  if (change.stage === 'PLANNED') return lineSince(change) === null ? 'PLANNED' : 'LINE';
  return change.stage === 'FINISHED' && change.signedAt !== undefined ? 'SIGNED' : change.stage;
}

/**
 * In each group whoever is longest there comes first, but of what is signed the newest.
 *
 * @param own the group that waits for who looks; it comes before the others
 */
export function sorted(changes: readonly Change[], own: Group | null): { group: Group; items: Change[] }[] {
  const at = (change: Change, group: Group): number => {
    const time = {
      STARTED: change.startedAt,
      CALLED: change.until,
      LINE: undefined,
      PLANNED: change.plannedAt,
      FINISHED: change.finishedAt,
      SIGNED: change.signedAt,
    }[group];
    const known = time === undefined ? (lineSince(change) ?? 0) : Date.parse(time);
    return group === 'SIGNED' ? -known : known;
  };
  const order = own === null ? groups : [own, ...groups.filter((one) => one !== own)];
  return order.map((group) => ({
    group,
    items: changes
      .filter((one) => groupOf(one) === group)
      .sort((a, b) => at(a, group) - at(b, group) || a.id.localeCompare(b.id)),
  }));
}

/** What the server calls missing, of which vehicle: null is the bay's, 0 the source's, n the n-th receiving one's. */
export function missingOf(word: string): { of: number | null; what: string } {
  const named = /^(?:SOURCE|RECEIVER_(\d+))_(.+)$/.exec(word);
  return named === null
    ? { of: null, what: word }
    : { of: Number(named[1] ?? 0), what: named[2] ?? word };
}

const sameLot = (a: Lot, b: Lot): boolean => (a.customsNumber ?? '') === (b.customsNumber ?? '');

/** Of one customs declaration, on all those lists together. */
export function sumOf(lot: Lot, lists: readonly (readonly Lot[])[]): Lot {
  const found = lists.flat().filter((one) => sameLot(one, lot));
  return {
    ...lot,
    packages: found.reduce((sum, one) => sum + one.packages, 0),
    kg: found.reduce((sum, one) => sum + one.kg, 0),
  };
}

export const packedOn = (change: Change, but?: string): Lot[][] =>
  change.receivers.flatMap((one) =>
    one.loading === undefined || one.registration === but ? [] : [one.loading.lots],
  );

/** What is declared and on none of those lists, never less than nothing. */
export function restOf(lot: Lot, lists: readonly (readonly Lot[])[]): Lot {
  const taken = sumOf(lot, lists);
  return {
    ...lot,
    packages: Math.max(0, lot.packages - taken.packages),
    kg: Math.max(0, lot.kg - taken.kg),
  };
}

/** What a receiving vehicle has on its list, or is offered: the rest of what it is to carry. */
export function offered(change: Change, receiver: Receiver): Lot[] {
  const { loading, customsNumbers } = receiver;
  return change.lots.map((lot) => {
    if (loading !== undefined) return sumOf(lot, [loading.lots]);
    const carries = customsNumbers.length === 0 || customsNumbers.includes(lot.customsNumber ?? '');
    return carries ? restOf(lot, packedOn(change)) : { ...lot, packages: 0, kg: 0 };
  });
}

/** Of a range the lower end counts, as the gate counts it; null when nobody knows. */
export function lowerOf(figure: Figure | undefined): number | null {
  if (figure === undefined || 'unknown' in figure) return null;
  return 'is' in figure ? figure.is : figure.from;
}

/** However much changes, nobody asks more often; and however little, the list is not older. */
const SHORTEST_MS = 4_000;
const LONGEST_MS = 15_000;
const MOST = 1000;

export interface Changes {
  changes: readonly Change[] | null;
  areas: readonly IntakeArea[];
  asOf: number;
  fault: Fault | null;
  /** Asks now, after something was done. */
  again: () => Promise<void>;
}

/** Read when a vehicle's row changed, and every now and then: calls lapse without a vehicle. */
export function useChanges(board: Board): Changes {
  const [state, setState] = useState<Omit<Changes, 'again'>>({ changes: null, areas: [], asOf: 0, fault: null });
  const may = board.me?.may.includes('READ_ALL') === true;
  const rows = useRef(board.rows);
  rows.current = board.rows;
  const at = useRef(-Infinity);
  const asked = useRef(0);
  const again = useCallback(
    async (signal?: AbortSignal) => {
      at.current = performance.now();
      const mine = ++asked.current;
      try {
        const [page, intake] = await Promise.all([
          get<{ asOf: string; items: Change[] }>(`/transshipments?limit=${MOST}`, signal),
          may ? get<{ areas: IntakeArea[] }>('/intake', signal) : { areas: [] },
        ]);
        // An answer to an older question says nothing new.
        if (mine !== asked.current || signal?.aborted === true) return;
        setState({ changes: page.items, areas: intake.areas, asOf: Date.parse(page.asOf), fault: null });
      } catch (reason) {
        if (mine === asked.current && signal?.aborted !== true) {
          setState((before) => ({ ...before, fault: faultOf(reason) }));
        }
      }
    },
    [may],
  );
  useEffect(() => {
    const stop = new AbortController();
    let seen = rows.current;
    void again(stop.signal);
    const timer = setInterval(() => {
      const since = performance.now() - at.current;
      if (document.hidden || since < SHORTEST_MS || (seen === rows.current && since < LONGEST_MS)) return;
      seen = rows.current;
      void again(stop.signal);
    }, 1000);
    return () => {
      clearInterval(timer);
      stop.abort();
    };
  }, [again, board.token]);
  return { ...state, again };
}
