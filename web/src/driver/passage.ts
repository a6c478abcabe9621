/** What a driver's link reads, how often it is asked for, and what was read last. */
import { useCallback, useEffect, useRef, useState } from 'react';
import {
  faultOf,
  knock,
  type CrossingState,
  type Fault,
  type Label,
  type Milestone,
  type OfficersAgency,
  type TrafficOrder,
  type Turned,
} from '../wire';

export interface Passage {
  asOf: string;
  expiresAt: string;
  plate: string | null;
  gate: string;
  plannedArrivalAt: string;
  state: 'REGISTERED' | CrossingState;
  yard?: string;
  turned?: Turned;
  milestones: Milestone[];
  mayLeave?: boolean;
  waitingFor: OfficersAgency[];
  waitingSince?: string[];
  refusedBy?: OfficersAgency[];
  trafficOrder?: TrafficOrder & { until?: string };
  zone: string;
  facingZone: string;
  places: { code: string; name: Label }[];
}

/** As it was read, and when by this phone's clock. */
export interface Seen {
  passage: Passage;
  at: number;
}

/** So often a phone asks while somebody looks at it, and never more often than the second. */
const EVERY = 30_000;
const LEAST = 5_000;
const PATIENCE = 10_000;
const KEY = 'clearway.driver.seen';

function kept(link: string): Seen | null {
  try {
    const last = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as (Seen & { link: string }) | null;
    return last?.link === link ? last : null;
  } catch {
    return null;
  }
}

function keep(link: string, seen: Seen): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ link, ...seen }));
  } catch {
    // A phone without room: it lasts as long as the page.
  }
}

/** It reads no more: expired, revoked, or its registration is gone. */
export const isOver = (fault: Fault | null): boolean => fault?.status === 401 || fault?.status === 404;

export function usePassage(link: string) {
  const [seen, setSeen] = useState(() => kept(link));
  const [fault, setFault] = useState<Fault | null>(null);
  const asked = useRef(0);
  const next = useRef(0);
  const over = isOver(fault);

  /** As soon as it may be asked again. */
  const soon = useCallback(() => {
    next.current = 0;
  }, []);

  const ask = useCallback(async () => {
    const now = Date.now();
    asked.current = now;
    next.current = now + EVERY;
    try {
      const headers = { Authorization: `Bearer ${link}` };
      const signal = AbortSignal.timeout(PATIENCE);
      const answer = await knock('/driver/passage', signal, { headers, credentials: 'omit' });
      const read: Seen = { passage: (await answer.json()) as Passage, at: Date.now() };
      keep(link, read);
      setSeen(read);
      setFault(null);
    } catch (reason) {
      const what = faultOf(reason);
      // Asked to wait, it waits, whatever is tapped.
      asked.current += Math.max(0, what.wait * 1000 - LEAST);
      setFault(what);
    }
  }, [link]);

  useEffect(() => {
    if (over) return;
    const due = () => {
      if (!document.hidden && Date.now() >= Math.max(next.current, asked.current + LEAST)) void ask();
    };
    due();
    const timer = setInterval(due, 1000);
    document.addEventListener('visibilitychange', soon);
    addEventListener('online', soon);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', soon);
      removeEventListener('online', soon);
    };
  }, [ask, soon, over]);

  return { seen, fault, soon };
}
