/** The physical order of a section, and where a vehicle comes to stand in it. No screen, no network. */
import type { Entry, Removal, Said } from './road-wire';

/** How far apart neighbours are at first: room for thirty halvings. */
export const STEP = 2 ** 30;
/** Vehicles inserted one after the other take small steps, so that a thousand fit between two. */
const SMALL = 2 ** 20;
const MOST = 1_000_000_000_000_000;

/** A vehicle on the list: what the server said of it, and what this phone says. */
export interface Line extends Said {
  position: number;
  sent: boolean;
  held?: Entry;
}

/** By section, then rank; of two with one rank the order of their ids, as the server has it. */
export const inOrder = (a: Said, b: Said): number =>
  a.section - b.section || a.rank - b.rank || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** What stands in the section: the later word about each vehicle counts. */
export function linesOf(held: readonly Entry[], queued: readonly Said[], section: number | null): { standing: Line[]; removed: Line[] } {
  const lines = new Map<string, Omit<Line, 'position'>>();
  for (const entry of held) {
    lines.set(entry.id, { ...entry, plate: entry.plate ?? '…', sent: true, held: entry });
  }
  for (const said of queued) {
    const before = lines.get(said.id);
    if (before === undefined || before.revision < said.revision) {
      lines.set(said.id, { ...said, sent: false, ...(before?.held && before.plate === said.plate ? { held: before.held } : {}) });
    }
  }
  const all = [...lines.values()].filter((one) => section === null || one.section === section).sort(inOrder);
  const standing: Line[] = [];
  let before = 0;
  for (const line of all.filter((one) => one.removed === undefined)) {
    before = standing.at(-1)?.section === line.section ? before + 1 : 1;
    standing.push({ ...line, position: before });
  }
  return { standing, removed: all.filter((one) => one.removed !== undefined).map((one) => ({ ...one, position: 0 })) };
}

/**
 * A rank between two neighbours.
 *
 * @param lines all that ever stood in the section, those removed too
 */
export function rankBetween(before: Said | undefined, after: Said | undefined): number {
  if (after === undefined) return Math.min((before?.rank ?? 0) + STEP, MOST);
  const low = before?.rank ?? 0;
  return low + Math.max(0, Math.min(Math.floor((after.rank - low) / 2), SMALL));
}

export const firstWord = (id: string, section: number, rank: number, plate: string, now: number): Said => ({
  id,
  revision: 0,
  section,
  rank,
  plate,
  occurredAt: new Date(now).toISOString(),
});

/** A later word about the same vehicle, with everything that still holds of it. */
export function nextWord(line: Line, now: number, part: { plate?: string; note?: string; removed?: Removal; standingSince?: string }): Said {
  const { id, revision, section, rank, plate, standingSince, note } = line;
  return {
    id,
    revision: revision + 1,
    section,
    rank,
    plate,
    occurredAt: new Date(now).toISOString(),
    ...(standingSince === undefined ? {} : { standingSince }),
    ...(note === undefined || note === null ? {} : { note }),
    ...part,
  };
}

/** Two digits and letters, or a Chinese province and a letter: what most plates here begin with. */
export const prefixOf = (plate: string): string | null =>
  /^(\d{2}[A-Z]{1,2})\d{4,5}$/.exec(plate)?.[1] ?? /^(\p{Script=Han}[A-Z])[A-Z0-9]{4,6}\p{Script=Han}?$/u.exec(plate)?.[1] ?? null;

/** The beginnings that come most, the last one first. */
export function prefixesOf(plates: readonly string[], usual: readonly string[], count: number): string[] {
  const counts = new Map<string, number>();
  let last: string | null = null;
  for (const plate of plates) {
    const prefix = prefixOf(plate);
    if (prefix === null) continue;
    counts.set(prefix, (counts.get(prefix) ?? 0) + 1);
    last = prefix;
  }
  const byCount = [...counts].sort((a, b) => b[1] - a[1]).map(([prefix]) => prefix);
  return [...new Set([...(last === null ? [] : [last]), ...byCount, ...usual])].slice(0, count);
}

/** Neither a plate nor the beginning of one, as far as anybody knows. */
export const isOdd = (text: string): boolean =>
  prefixOf(text) === null && !/^(\d{0,2}|\d{2}[A-Z]{1,2}\d{0,4}|\p{Script=Han}|\p{Script=Han}[A-Z][A-Z0-9]{0,5})$/u.test(text);
