/**
 * What a person has to do about a passage. Only what is judged here gets a colour: 1 is a vehicle
 * past a key it does not have, 2 an agency that is overdue, 3 something that does not fit.
 */
import { dayOf } from './times';
import type { Agency, CrossingRow } from './wire';

export type Priority = 1 | 2 | 3;

export interface Action {
  priority: Priority;
  row: CrossingRow;
  kind: 'inside' | 'left' | 'late' | 'again' | 'unregistered' | 'case';
  since: number;
}

export const agencies: readonly Agency[] = ['BORDER_GUARD', 'CUSTOMS'];

export const keyOf = (row: CrossingRow, agency: Agency): string | undefined =>
  agency === 'BORDER_GUARD' ? row.borderGuardAt : row.customsAt;

export const missing = (row: CrossingRow): Agency[] =>
  agencies.filter((agency) => keyOf(row, agency) === undefined);

/** Times are parsed once per row: rows are immutable, a change is a new row. */
const parsed = new WeakMap<CrossingRow, Record<string, number>>();

export function timeOf(row: CrossingRow, field: TimeField): number | null {
  let times = parsed.get(row);
  if (times === undefined) parsed.set(row, (times = {}));
  const text = row[field];
  if (text === undefined) return null;
  return (times[field] ??= Date.parse(text));
}

export type TimeField =
  | 'arrivedAt'
  | 'borderGuardAt'
  | 'customsAt'
  | 'enteredAt'
  | 'yardEnteredAt'
  | 'yardLeftAt'
  | 'gateLeftAt';

export const arrivedAt = (row: CrossingRow): number => timeOf(row, 'arrivedAt') ?? 0;

/** When the newest milestone was reached. */
export function movedAt(row: CrossingRow): number {
  return (
    timeOf(row, 'gateLeftAt') ??
    timeOf(row, 'yardLeftAt') ??
    timeOf(row, 'yardEnteredAt') ??
    timeOf(row, 'enteredAt') ??
    arrivedAt(row)
  );
}

/** The key that was turned while the other is missing. */
const firstKeyAt = (row: CrossingRow): number =>
  timeOf(row, 'borderGuardAt') ?? timeOf(row, 'customsAt') ?? arrivedAt(row);

export const live = (row: CrossingRow): boolean => row.state !== 'GONE';

export const waitsForKey = (row: CrossingRow): boolean => live(row) && missing(row).length > 0;

export function lateNow(row: CrossingRow): Agency | null {
  return live(row) && row.lateAgency !== undefined && missing(row).includes(row.lateAgency)
    ? row.lateAgency
    : null;
}

/** Whose confirmation an amendment made void; until then nobody else waits. */
export const againOf = (row: CrossingRow): readonly Agency[] =>
  live(row) ? (row.askedAgain ?? []) : [];

export function actionOf(row: CrossingRow): Action | null {
  if (row.turned === undefined && row.openCases > 0 && missing(row).length > 0) {
    if (row.state === 'IN_YARD' || row.state === 'OUT_OF_YARD') {
      return { priority: 1, row, kind: 'inside', since: movedAt(row) };
    }
    if (row.state === 'GONE') return { priority: 1, row, kind: 'left', since: movedAt(row) };
  }
  if (againOf(row).length > 0) {
    return { priority: 2, row, kind: 'again', since: Date.parse(row.askedAgainDue ?? row.arrivedAt) };
  }
  if (lateNow(row) !== null) return { priority: 2, row, kind: 'late', since: firstKeyAt(row) };
  if (row.openCases === 0) return null;
  const kind = row.registration === undefined ? 'unregistered' : 'case';
  return { priority: 3, row, kind, since: arrivedAt(row) };
}

/** Most urgent first; within one priority the longest wait first. */
export const byUrgency = (a: Action, b: Action): number =>
  a.priority - b.priority || a.since - b.since;

/** Letters and digits as they are compared: capitals, without blanks, dots, hyphens. */
export const bare = (text: string): string => text.toUpperCase().replace(/[\s.\-·]/g, '');

export function fits(row: CrossingRow, sought: string): boolean {
  return (
    (row.plate !== null && bare(row.plate).includes(sought)) ||
    (row.declarationNumber ?? '').includes(sought)
  );
}

/** What is counted of some passages on a day of the gate. Everything on the page counts by this. */
export interface Counts {
  arrived: number;
  /** Left, and passed. */
  cleared: number;
  /** Left without passing, because it was turned. */
  turned: number;
  live: number;
  waiting: CrossingRow[];
  late: CrossingRow[];
}

/** Of a vehicle that has left: not turned. */
export const passed = (row: CrossingRow): boolean => row.turned === undefined;

export function countsOf(rows: readonly CrossingRow[], day: string): Counts {
  const left = rows.filter((row) => dayOf(timeOf(row, 'gateLeftAt') ?? 0) === day);
  return {
    arrived: rows.filter((row) => dayOf(arrivedAt(row)) === day).length,
    cleared: left.filter(passed).length,
    turned: left.filter((row) => !passed(row)).length,
    live: rows.filter(live).length,
    waiting: rows.filter(waitsForKey),
    late: rows.filter((row) => lateNow(row) !== null),
  };
}
