/** The reports of a day, as the server makes them: what is asked, and how its files reach the person. */
import { ask, read, type Direction, type Label } from '../wire';

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

/** A report is made while somebody waits, one at a time. */
const PATIENCE = 60_000;

const fetched = async (path: string): Promise<Response> => ask(path, AbortSignal.timeout(PATIENCE));

const MINUTE = 60_000;

function linked(blob: Blob): string {
  const address = URL.createObjectURL(blob);
  setTimeout(() => URL.revokeObjectURL(address), 10 * MINUTE);
  return address;
}

/** Shows a printable page in another tab, which is opened before anything is waited for: else it is blocked. */
export async function show(path: string): Promise<void> {
  const tab = window.open('about:blank');
  try {
    const response = await fetched(path);
    const address = linked(await response.blob());
    if (tab === null) save(address, 'report.html');
    else tab.location.replace(address);
  } catch (reason) {
    tab?.close();
    throw reason;
  }
}

/** @returns the name under which it is saved */
export async function download(path: string, otherwise: string): Promise<string> {
  const response = await fetched(path);
  const header = response.headers.get('Content-Disposition') ?? '';
  const name = /filename="([^"]+)"/.exec(header)?.[1] ?? otherwise;
  save(linked(await response.blob()), name);
  return name;
}

function save(address: string, name: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
}
