import type { Line, What } from "./journal.js";
import type { Direction } from "./row.js";
import { MINUTE } from "./time.js";

/** Minutes, rounded to a tenth; of how many. */
export interface Spread {
  n: number;
  p10: number | null;
  median: number | null;
  p90: number | null;
}

export interface Figures {
  /** From the key of customs until the vehicle has left the gate; those that are still there are not in it. */
  dwell: { direction: Direction; nation: string; minutes: Spread; stillHere: number }[];
  /** How long after customs the border guard turned its key; negative where it was first. */
  guardAfterCustoms: { direction: Direction; minutes: Spread; guardFirst: number }[];
  /** From an amendment to the last word that was asked again because of it. */
  amended: { made: number; atGate: Spread; unanswered: number; papersOnly: Spread };
  turned: { back: number; toOtherGate: number };
  /** From the source's second key until the last vehicle with its goods has left. */
  changed: { planned: number; finished: number; signed: number; minutes: Spread };
  /** What was charged by an officer, paid by the bank or at the counter. */
  money: { provisional: number; byBank: number; inCash: number };
  tractors: { asked: number; oldLeft: number };
  returned: { wentOver: number; empty: number; loaded: number; travellersCounted: number };
  refused: number;
}

const DIRECTIONS = ["EXPORT", "IMPORT"] as const;

/** What the log alone says of how long things took. */
export function figures(lines: readonly Line[]): Figures {
  const of = (what: What) => lines.filter((line) => line.what === what);
  const count = (what: What) => of(what).length;
  const loaded = of("arrived").filter(({ events }) => events?.includes("VehicleReturned")).length;
  const away = new Set(of("turned-away").flatMap(({ crossing }) => crossing ?? []));
  const elsewhere = of("arrived").filter(({ key }) => key.split("/").length > 2).length;
  return {
    dwell: dwell(lines),
    guardAfterCustoms: gaps(lines),
    amended: amendments(lines),
    turned: { back: away.size - elsewhere, toOtherGate: elsewhere },
    changed: { planned: count("change-planned"), finished: count("change-finished"), signed: count("change-signed"), minutes: spread(changed(lines)) },
    money: { provisional: count("charged"), byBank: count("sent-to-pay"), inCash: count("paid-in-cash") },
    tractors: { asked: count("tractor-asked"), oldLeft: count("tractor-left") },
    returned: {
      wentOver: count("line-out"),
      empty: count("returned"),
      loaded,
      travellersCounted: count("travellers-back"),
    },
    refused: count("refused"),
  };
}

function dwell(lines: readonly Line[]): Figures["dwell"] {
  const customs = firstOf(lines, "confirmed-customs");
  const left = firstOf(lines, "cleared");
  const nation = new Map(
    lines.flatMap(({ what, crossing, receiving, nation: of }) => (what === "arrived" && crossing && of && !receiving ? [[crossing, of]] : [])),
  );
  const groups = [["EXPORT", "VN"], ["IMPORT", "CN"], ["IMPORT", "VN"]] as const;
  return groups.map(([direction, country]) => {
    const inside = [...customs.values()].filter(
      (line) => line.direction === direction && nation.get(line.crossing ?? "") === country,
    );
    const gone = inside.flatMap((line) => {
      const end = left.get(line.crossing ?? "");
      return end ? [time(end) - time(line)] : [];
    });
    return { direction, nation: country, minutes: spread(gone), stillHere: inside.length - gone.length };
  });
}

/** In milliseconds; of those whose vehicles have all left. */
function changed(lines: readonly Line[]): number[] {
  const crossings = new Map(
    lines.flatMap(({ what, registration, crossing }) => (what === "arrived" && registration && crossing ? [[registration, crossing]] : [])),
  );
  const at = (what: What) => {
    const first = firstOf(lines, what);
    return (registration = "") => first.get(crossings.get(registration) ?? "");
  };
  const [guard, customs, left] = [at("confirmed-border-guard"), at("confirmed-customs"), at("cleared")];
  const loaded = lines.filter(({ what }) => what === "change-loaded");
  return lines
    .filter(({ what }) => what === "change-signed")
    .flatMap(({ registration }) => {
      const source = registration ?? "";
      const keys = [guard(source), customs(source)].flatMap((line) => (line ? [time(line)] : []));
      const took = loaded.filter((line) => line.registration === source);
      const ends = took.flatMap(({ receiver }) => left(receiver) ?? []).map(time);
      return keys.length === 2 && ends.length === took.length ? [Math.max(...ends) - Math.max(...keys)] : [];
    });
}

function gaps(lines: readonly Line[]): Figures["guardAfterCustoms"] {
  const receive = new Set(lines.flatMap(({ what, receiving, crossing }) => (what === "arrived" && receiving ? (crossing ?? []) : [])));
  const guard = firstOf(lines, "confirmed-border-guard");
  const customs = [...firstOf(lines, "confirmed-customs").values()].filter(({ crossing }) => !receive.has(crossing ?? ""));
  return DIRECTIONS.map((direction) => {
    const found = customs.flatMap((line) => {
      const other = guard.get(line.crossing ?? "");
      return other && line.direction === direction ? [time(other) - time(line)] : [];
    });
    return { direction, minutes: spread(found), guardFirst: found.filter((gap) => gap < 0).length };
  });
}

function amendments(lines: readonly Line[]): Figures["amended"] {
  const made = lines.filter(({ what }) => what === "amended");
  const again = lines.filter(({ what }) => what === "confirmed-again");
  const answered = made.map((line) => {
    const after = again.filter((each) => each.registration === line.registration && time(each) >= time(line));
    return {
      voided: line.events?.some((event) => event === "KeysVoided" || event === "StepsVoided") ?? false,
      took: after.length === 0 ? undefined : Math.max(...after.map(time)) - time(line),
    };
  });
  const took = (voided: boolean) => answered.flatMap((each) => (each.voided === voided ? (each.took ?? []) : []));
  return {
    made: made.length,
    atGate: spread(took(true)),
    unanswered: answered.filter((each) => each.voided && each.took === undefined).length,
    papersOnly: spread(took(false)),
  };
}

/** The earliest such line of each passage. */
function firstOf(lines: readonly Line[], what: What): Map<string, Line> {
  const first = new Map<string, Line>();
  for (const line of lines) {
    if (line.what !== what || line.crossing === null) continue;
    const known = first.get(line.crossing);
    if (!known || time(line) < time(known)) first.set(line.crossing, line);
  }
  return first;
}

export function spread(times: readonly number[]): Spread {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => {
    const found = sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
    return found === undefined ? null : Math.round((found / MINUTE) * 10) / 10;
  };
  return { n: sorted.length, p10: at(0.1), median: at(0.5), p90: at(0.9) };
}

function time({ t }: Line): number {
  return Date.parse(t);
}
