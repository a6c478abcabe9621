/** The reports of a day, as the server makes them: what is asked, and how its files reach the person. */
import { read, type Direction, type Label } from '../wire';

export type Count = { is: number } | { unknown: 'NOT_RECORDED' | 'NOT_YET' | 'BEFORE_THE_BOOKS' };

/** A report of the province as it was given out, without its figures. */
export interface Given {
  version: number;
  edition: 'OPEN' | 'CUT_OFF' | 'FINAL';
  asOf: string;
  changes: { measure: string; gate: string; side: 'ALL' | Direction; before: Count; after: Count }[];
}

/** What was given out for a day, in the order of the numbers: the last ones when there are many. */
export interface Numbers {
  versions: Given[];
  definitions: { measure: string; name: Label }[];
}

export type HoursStep =
  | 'REGISTERED'
  | 'ARRIVED'
  | 'CUSTOMS_KEY'
  | 'BORDER_GUARD_KEY'
  | 'ENTERED'
  | 'YARD_ENTERED'
  | 'YARD_LEFT'
  | 'GATE_LEFT';

/** One interval; without a gate, of all gates together. Times in seconds, absent when there is none. */
export interface Span {
  interval: string;
  from: HoursStep;
  to: HoursStep;
  party: 'TRADER' | 'DRIVER' | 'CUSTOMS' | 'BORDER_GUARD' | 'BOTH_KEYS' | 'YARD' | 'EVERYBODY';
  gate?: string;
  direction?: Direction;
  count: number;
  median?: number;
  p90?: number;
  longest?: number;
}

/** Looking gives no new number. */
export const givenOf = (day: string, signal: AbortSignal): Promise<Numbers> =>
  read(`/reports/province/versions?day=${day}`, signal);

export const spansOf = async (day: string, signal: AbortSignal): Promise<Span[]> =>
  (await read<{ spans: Span[] }>(`/reports/hours?day=${day}`, signal)).spans;
