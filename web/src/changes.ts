/** Goods that change vehicles, as the gate tells of them; what of it belongs to which vehicle. */
import type { Agency } from './wire';

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
  /** It stands in no line before: when it was planned, or a call was not followed. */
  standsFrom?: string;
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

export const groups = ['STARTED', 'CALLED', 'LINE', 'PLANNED', 'FINISHED', 'SIGNED'] as const;
export type Group = (typeof groups)[number];

/** Since when its source stands in the line; null when it does not. A call that lapsed, a plan that came late put it behind. */
export function lineSince({ stage, source, standsFrom, unmet = [] }: Change): number | null {
  if (stage !== 'PLANNED' || source.enteredAt === undefined || source.leftAt !== undefined) return null;
  if (unmet.includes('SOURCE_TURNED')) return null;
  const entered = Date.parse(source.enteredAt);
  return standsFrom === undefined ? entered : Math.max(entered, Date.parse(standsFrom));
}

export function groupOf(change: Change): Group {
  if (change.stage === 'PLANNED') return lineSince(change) === null ? 'PLANNED' : 'LINE';
  return change.stage === 'FINISHED' && change.signedAt !== undefined ? 'SIGNED' : change.stage;
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
