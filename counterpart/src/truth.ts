import { Random } from "./random.js";
import { leading, type Row } from "./row.js";
import { HOUR, MINUTE, dateOf, startOf } from "./time.js";

/** How a driver takes a barrier that stays down. */
export type Manner = "WAITS" | "GOES_ON" | "DRIVES_THROUGH";

/** What a vehicle means to do, whatever anybody registered. Times in milliseconds. */
export interface Truth {
  declarationId: string;
  createdAt: number;
  /** null: it never comes. */
  arrivesAt: number | null;
  entersYardAt: number;
  leavesYardAt: number;
  /** null: it is still inside when the gate closes. */
  leavesGateAt: number | null;
  manner: Manner;
  /** After this long at the barrier a driver who does not wait goes. */
  patience: number;
  /** When it stands in a holding park on its way. */
  park: { from: number; to: number } | null;
  /** What its trader amends, and when. */
  amends: { what: "SEAL" | "DRIVER"; at: number } | null;
  /** An officer turns it so long after its arrival, to another gate or back. */
  turned: { after: number; to: string | null } | null;
  /** So long after it came into the yard its trader asks for another tractor; how long the two keys take, and the old one to leave. */
  tractor: { after: number; guard: number; customs: number; leaves: number } | null;
  /** How long after it came into the yard its place is written down; null: nobody does. */
  placed: number | null;
  /** How long after it came into the yard its reefer is plugged in; some drive off without being unplugged. */
  reefer: { after: number; unplugged: boolean } | null;
  /** So long after its arrival the thermal camera has seen everybody in it; null: an officer has to look. */
  watched: number | null;
  /** Its trader asks for goods release so long after its arrival; customs clearance follows so long after it left. */
  release: { asks: number; through: number; refused: boolean } | null;
  /** An export's way to the line, its stay on the other side, and its way back: how long each takes. */
  toLine: number;
  otherSide: number;
}

/** First arrivals after opening, last ones before closing, and the last way out. */
export const OPENS = 7 * HOUR;
export const CLOSES = 20 * HOUR;
export const LAST_EXIT = CLOSES + 30 * MINUTE;

const NEVER_SHARE = 11 / 1840;
/** Published for exports: 3 to 4 h, recorded 4 h 13; recorded for a Chinese truck: 2 h 05. Queues come on top. */
const DWELL = { EXPORT: { median: 4 * HOUR, sigma: 0.34 }, IMPORT: { median: 1.95 * HOUR, sigma: 0.4 } };
/** Assumed, all of these. */
const AMENDED_SHARE = 0.04;
const TURNED_SHARE = 0.015;
const TRACTOR_SHARE = 0.04;
const PARKED_SHARE = 0.5;
const DRIVES_OFF_PLUGGED = 0.1;
const PLACE_NOT_SAID = 0.03;
const WATCHED_SHARE = 0.6;
const RELEASE_SHARE = 0.03;
const REFUSED_AFTER = 0.05;
const OTHER_SIDE = { median: 3.2 * HOUR, sigma: 0.45 };
/** The exports of these gates may go to the other one. */
const OTHER_GATE: Readonly<Record<string, string>> = { HN: "TT", TT: "HN" };

/** The day for which most vehicles are planned. */
export function dayOf(rows: readonly Row[]): string {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const date = dateOf(Date.parse(row.plannedArrivalAt));
    counts.set(date, (counts.get(date) ?? 0) + 1);
  }
  const [first] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  if (!first) throw new Error("no rows");
  return first[0];
}

/** The truth of every row, in the rows' order. */
export function truths(rows: readonly Row[], seed: number): Truth[] {
  const midnight = startOf(dayOf(rows));
  const single = rows.filter((row) => row.linkedDeclarationIds.length === 0);
  const never = new Set(
    Random.of(seed, "never").shuffle(single).slice(0, Math.round(rows.length * NEVER_SHARE)),
  );
  return rows.map((row) => truthOf(row, midnight, seed, never.has(row)));
}

function truthOf(row: Row, midnight: number, seed: number, never: boolean): Truth {
  const r = Random.of(seed, "truth", row.declarationId);
  const paired = row.linkedDeclarationIds.length > 0;
  const arrives = arrival(r, Date.parse(row.plannedArrivalAt), midnight, paired);
  const { median, sigma } = DWELL[row.direction];
  const drawn = Math.max(25 * MINUTE, r.lognormal(median, sigma));
  const dwell = paired ? Math.min(drawn, 5 * HOUR) : drawn;
  const leaves = arrives + dwell;
  return {
    declarationId: row.declarationId,
    createdAt: Date.parse(row.createdAt),
    arrivesAt: never ? null : arrives,
    entersYardAt: arrives + Math.min(dwell * 0.2, r.between(3, 14) * MINUTE),
    leavesYardAt: leaves - Math.min(dwell * 0.15, r.between(4, 15) * MINUTE),
    leavesGateAt: never || leaves > midnight + LAST_EXIT ? null : leaves,
    manner: paired ? "WAITS" : manner(r),
    patience: r.between(1, 6) * MINUTE,
    tractor: tractor(row, Random.of(seed, "tractor", row.declarationId)),
    placed: placed(Random.of(seed, "place", row.declarationId)),
    reefer: reefer(row, Random.of(seed, "reefer", row.declarationId)),
    watched: watched(Random.of(seed, "camera", row.declarationId)),
    release: release(Random.of(seed, "release", row.declarationId)),
    ...road(row, arrives, dwell, Random.of(seed, "road", row.declarationId)),
  };
}

function watched(r: Random): number | null {
  return r.chance(WATCHED_SHARE) ? r.between(0.3, 1.5) * MINUTE : null;
}

function release(r: Random): Truth["release"] {
  if (!r.chance(RELEASE_SHARE)) return null;
  return { asks: r.between(2, 15) * MINUTE, through: r.between(60, 300) * MINUTE, refused: r.chance(REFUSED_AFTER) };
}

/** What happens on the way to the gate, beside it, and behind it. */
function road(row: Row, arrives: number, dwell: number, r: Random) {
  const leavesPark = arrives - r.between(15, 35) * MINUTE;
  const parked = row.direction === "EXPORT" && row.gateCode === "HN" && r.chance(PARKED_SHARE);
  const amends = r.chance(AMENDED_SHARE) && {
    what: leading(row).customsSealNumber && r.chance(0.5) ? ("SEAL" as const) : ("DRIVER" as const),
    at: arrives + r.between(-20, dwell / MINUTE / 2) * MINUTE,
  };
  const single = row.direction === "EXPORT" && row.linkedDeclarationIds.length === 0;
  const turned = single && !amends && r.chance(TURNED_SHARE) && {
    after: r.between(2, 9) * MINUTE,
    to: r.chance(0.6) ? (OTHER_GATE[row.gateCode] ?? null) : null,
  };
  return {
    park: parked ? { from: leavesPark - r.between(20, 150) * MINUTE, to: leavesPark } : null,
    amends: amends || null,
    turned: turned || null,
    toLine: r.between(4, 15) * MINUTE,
    otherSide: Math.max(40 * MINUTE, r.lognormal(OTHER_SIDE.median, OTHER_SIDE.sigma)),
  };
}

/** An export that is pulled and not part of a two-way trip. */
function tractor(row: Row, r: Random): Truth["tractor"] {
  const { trailerNumber } = leading(row);
  if (row.direction !== "EXPORT" || trailerNumber === null || row.linkedDeclarationIds.length > 0) return null;
  if (!r.chance(TRACTOR_SHARE)) return null;
  return { after: r.between(10, 50) * MINUTE, guard: r.between(3, 12) * MINUTE, customs: r.between(2, 15) * MINUTE, leaves: r.between(5, 30) * MINUTE };
}

function placed(r: Random): number | null {
  return r.chance(PLACE_NOT_SAID) ? null : r.between(0.5, 4) * MINUTE;
}

/** ISO 6346: the third character of a container's size and type is its kind, R a reefer. */
function reefer(row: Row, r: Random): Truth["reefer"] {
  if (leading(row).containerSizeType?.[2] !== "R") return null;
  return { after: r.between(2, 12) * MINUTE, unplugged: !r.chance(DRIVES_OFF_PLUGGED) };
}

function manner(r: Random): Manner {
  const draw = r.unit();
  return draw < 0.002 ? "DRIVES_THROUGH" : draw < 0.015 ? "GOES_ON" : "WAITS";
}

/** Around the plan, but never outside the hours; early comers queue up at opening. */
function arrival(r: Random, planned: number, midnight: number, paired: boolean): number {
  const off = r.normal(6, 28);
  const free = planned + (paired ? Math.max(-30, Math.min(60, off)) : off) * MINUTE;
  const first = midnight + OPENS + r.between(2, 40) * MINUTE;
  const last = midnight + CLOSES - r.between(10, 25) * MINUTE;
  return Math.floor(Math.min(Math.max(free, first), last) / 1000) * 1000;
}
