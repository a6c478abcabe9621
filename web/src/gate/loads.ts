/** Loads as an agency works on them: whose turn it is, what is late, and the list that follows the gate. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Board } from '../board';
import { get } from '../send';
import {
  faultOf,
  type CrossingRow,
  type Fault,
  type Found,
  type Inspection,
  type Load,
  type LoadLine,
  type LoadPage,
  type OfficersAgency,
  type Site,
} from '../wire';

const MOST = 1000;
/** So many changed loads are asked for one by one; more are one list, and that not more often than this. */
const FEW = 8;
const LIST_SECONDS = 10;

/** What is asked of somebody: not what is only offered, and not what is done. */
export const asked = (line: LoadLine): boolean =>
  line.status !== 'CONFIRMED' && line.status !== 'OPEN';

export const onTurn = (line: LoadLine): boolean => asked(line) && line.since !== undefined;

/** Its step, or an inspection, a hold, a second officer's word: the agency has to act on it. */
export const awaits = (
  { load, line }: { load: Load; line: LoadLine },
  agency: OfficersAgency,
): boolean => onTurn(line) || (load.waitingFor ?? []).includes(agency);

export const dueOf = (line: LoadLine): number =>
  line.due === undefined ? Number.POSITIVE_INFINITY : Date.parse(line.due);

/** Late by the server's word, or because its time went by since. */
export const lateAt = (line: LoadLine, now: number): boolean =>
  asked(line) && (line.late || dueOf(line) < now);

/** What an agency does next on a load: its key of the entry, then what is due first of that which is its turn. */
export function nextOf(load: Load, agency: OfficersAgency | null): LoadLine | undefined {
  const own = load.lines.filter((line) => asked(line) && (agency === null || line.agency === agency));
  return own.sort(
    (a, b) =>
      Number(isKey(b.step)) - Number(isKey(a.step)) ||
      Number(b.since !== undefined) - Number(a.since !== undefined) ||
      // What a trader asked for, as a release, before what is done in any case.
      Number(b.status === 'REQUESTED') - Number(a.status === 'REQUESTED') ||
      dueOf(a) - dueOf(b) ||
      Number(a.status === 'REFUSED') - Number(b.status === 'REFUSED'),
  )[0];
}

/** An inspection that the agency owes, or takes part in: no word confirms it, its results do. */
export const isInspection = (step: string): boolean => step.startsWith('INSPECTION_');

/** What is nobody's turn waits for others first, but once inside not where the agency's own inspection is missing. */
export const afterOwnInspection = (load: Load, line: LoadLine): boolean =>
  line.since === undefined &&
  !isKey(line.step) &&
  !['REGISTERED', 'AT_GATE', 'GONE'].includes(load.state) &&
  load.lines.some((one) => one.agency === line.agency && isInspection(one.step) && asked(one));

/** The worst that an inspection found until now; undefined as long as it has found nothing. */
export function foundIn(inspection: Inspection | undefined): Found | undefined {
  const found = (inspection?.results ?? []).map((one) => one.outcome);
  return (['FAULT', 'DOUBT', 'CLEAN'] as const).find((one) => found.includes(one));
}

export const isKey = (step: string): boolean => step.startsWith('KEY_');

/** The step that opens the barrier on a day; it is confirmed one by one, by who saw the version that stands. */
export function opensBarrier(site: Site | null, load: Load, step: string, day: string): boolean {
  const inForce = (site?.procedure?.barriers ?? [])
    .filter((one) => one.from <= day && (one.direction ?? load.direction) === load.direction)
    .sort((a, b) => b.from.localeCompare(a.from));
  return inForce[0]?.step === step;
}

/** First what is due first; what is nobody's turn comes last, by its arrival. */
export function byDue(agency: OfficersAgency | null): (a: Load, b: Load) => number {
  const due = (load: Load) => {
    const line = nextOf(load, agency);
    return line === undefined ? Number.POSITIVE_INFINITY : dueOf(line);
  };
  return (a, b) => {
    const [one, other] = [due(a), due(b)];
    if (one !== other) return one - other;
    return (a.arrivedAt ?? '').localeCompare(b.arrivedAt ?? '');
  };
}

/** A load as the list of an agency has it; null when nothing is asked of it any more. */
function ofList(load: Load, agency: OfficersAgency | null): Load | null {
  if (load.state === 'REGISTERED') return null;
  const lines = load.lines.filter(
    (line) =>
      asked(line) &&
      (agency === null || line.agency === agency) &&
      // Of what left, what went released is still owed its clearance.
      (load.state !== 'GONE' || line.doneBy !== undefined),
  );
  return lines.length === 0 ? null : { ...load, lines };
}

export interface Loads {
  loads: ReadonlyMap<string, Load> | null;
  asOf: number;
  total: number;
  fault: Fault | null;
  reload: () => void;
  /** Asks for one, after something was done on it. */
  again: (registration: string) => Promise<void>;
}

/** @param agency null for the loads of all agencies */
export function useLoads(board: Board, agency: OfficersAgency | null): Loads {
  const [state, setState] = useState<Pick<Loads, 'loads' | 'asOf' | 'total'>>({
    loads: null,
    asOf: 0,
    total: 0,
  });
  const [fault, setFault] = useState<Fault | null>(null);
  const [turn, setTurn] = useState(0);
  const waiting = useRef({ changed: new Set<string>(), whole: false, at: 0, failed: false });
  const seen = useRef(board.rows);

  useEffect(() => {
    if (seen.current === board.rows) return;
    changedLoads(seen.current, board.rows).forEach((id) => waiting.current.changed.add(id));
    seen.current = board.rows;
  }, [board.rows]);

  const take = useCallback(
    (registration: string, load: Load | null) =>
      setState((before) => {
        if (before.loads === null) return before;
        const loads = new Map(before.loads);
        const kept = load === null ? null : ofList(load, agency);
        if (kept === null) loads.delete(registration);
        else loads.set(registration, kept);
        const asOf = load?.asOf === undefined ? before.asOf : Math.max(before.asOf, Date.parse(load.asOf));
        return { ...before, loads, asOf };
      }),
    [agency],
  );
  const again = useCallback(
    (registration: string, signal?: AbortSignal) =>
      get<Load>(`/loads/${encodeURIComponent(registration)}`, signal)
        .then((load) => take(registration, load))
        .catch((reason: unknown) => {
          if (faultOf(reason).status === 404) take(registration, null);
          else waiting.current.changed.add(registration);
        }),
    [take],
  );

  useEffect(() => {
    const stop = new AbortController();
    const whole = () => {
      waiting.current = { changed: new Set(), whole: false, at: performance.now(), failed: false };
      const only = agency === null ? '' : `&agency=${agency}`;
      get<LoadPage>(`/loads?limit=${MOST}${only}`, stop.signal)
        .then((page) => {
          const kept = page.items.map((load) => ofList(load, agency)).filter((load) => load !== null);
          setState({
            loads: new Map(kept.map((load) => [load.registration, load])),
            asOf: Date.parse(page.asOf),
            total: page.total,
          });
          setFault(null);
        })
        .catch((reason: unknown) => {
          if (stop.signal.aborted) return;
          waiting.current.failed = true;
          setFault(faultOf(reason));
        });
    };
    whole();
    const timer = setInterval(() => {
      if (document.hidden) return;
      const { changed, at, failed } = waiting.current;
      if (changed.size > FEW) waiting.current.whole = true;
      if (failed || waiting.current.whole) {
        if (performance.now() - at > LIST_SECONDS * 1000) whole();
        return;
      }
      const ids = [...changed];
      changed.clear();
      ids.forEach((id) => void again(id, stop.signal));
    }, 1000);
    return () => {
      clearInterval(timer);
      stop.abort();
    };
  }, [agency, turn, board.token, again]);

  return { ...state, fault, again, reload: useCallback(() => setTurn((before) => before + 1), []) };
}

function changedLoads(
  before: ReadonlyMap<string, CrossingRow>,
  after: ReadonlyMap<string, CrossingRow>,
): string[] {
  const found: string[] = [];
  for (const [id, row] of after) {
    if (row.registration !== undefined && before.get(id) !== row) found.push(row.registration);
  }
  return found;
}

/** One load in full, read again whenever its passage's row changes. */
export function useLoad(
  registration: string,
  row: CrossingRow | undefined,
): { load: Load | null; fault: Fault | null; again: () => Promise<Load | null> } {
  const [load, setLoad] = useState<Load | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const again = useCallback(
    (signal?: AbortSignal) =>
      get<Load>(`/loads/${encodeURIComponent(registration)}`, signal)
        .then((read) => {
          setLoad(read);
          setFault(null);
          return read;
        })
        .catch((reason: unknown) => {
          if (signal?.aborted !== true) setFault(faultOf(reason));
          return null;
        }),
    [registration],
  );
  useEffect(() => {
    const stop = new AbortController();
    void again(stop.signal);
    return () => stop.abort();
  }, [again, row]);
  return { load: load?.registration === registration ? load : null, fault, again };
}
