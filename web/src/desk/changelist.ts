/** The list of goods that change vehicles, as it follows the gate; and how many more can begin. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Board } from '../board';
import { groupOf, groups, lineSince, type Change, type Group, type Method } from '../changes';
import { get } from '../send';
import { faultOf, type Fault, type Figure } from '../wire';

export interface IntakeArea {
  area: string;
  yard: string;
  taken: number;
  methods: { method: Method; line: number; free: number; perHour: number[] }[];
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
