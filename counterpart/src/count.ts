import type { Line } from "./journal.js";
import type { Direction } from "./row.js";
import { clockTime, startOf } from "./time.js";

export interface Tally {
  rows: { gate: string; direction: Direction; arrivals: number; cleared: number }[];
  backlog2000: { gate: string; backlog: number }[];
}

const ORDER = ["HN", "TT", "COC", "CM"];

/**
 * The day's count from the log alone. Arrived and cleared (left the gate, not turned away) count from midnight
 * until `until`; the backlog is the export vehicles that arrived by `at` and had not left by then.
 */
export function tally(lines: readonly Line[], date: string, at = "20:00", until = "24:00"): Tally {
  const start = startOf(date);
  // Whoever only takes goods over passes nowhere.
  const passing = lines.filter(({ receiving }) => !receiving);
  const within = passing.filter((line) => Date.parse(line.t) >= start && Date.parse(line.t) < start + clockTime(until));
  const gates = [...new Set(lines.flatMap(({ gate }) => gate ?? []))].sort(
    (a, b) => rank(a) - rank(b) || (a < b ? -1 : 1),
  );
  const count = (from: readonly Line[], what: string, gate: string, direction: Direction) =>
    from.filter((line) => line.what === what && line.gate === gate && line.direction === direction).length;
  const byThen = passing.filter((line) => Date.parse(line.t) <= start + clockTime(at));
  return {
    rows: gates.flatMap((gate) =>
      (["EXPORT", "IMPORT"] as const).map((direction) => ({
        gate,
        direction,
        arrivals: count(within, "arrived", gate, direction),
        cleared: count(within, "cleared", gate, direction),
      })),
    ),
    backlog2000: gates.map((gate) => ({
      gate,
      backlog:
        count(byThen, "arrived", gate, "EXPORT") -
        count(byThen, "cleared", gate, "EXPORT") -
        count(byThen, "turned-away", gate, "EXPORT"),
    })),
  };
}

function rank(gate: string): number {
  const place = ORDER.indexOf(gate);
  return place < 0 ? ORDER.length : place;
}
