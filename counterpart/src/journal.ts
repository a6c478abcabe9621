import { appendFileSync, existsSync, readFileSync, truncateSync } from "node:fs";
import type { Command } from "./client.js";
import type { Direction, Nation } from "./row.js";

export type What =
  | "day"
  | "registered"
  | "arrived"
  | "confirmed-border-guard"
  | "confirmed-customs"
  | "papers"
  | "step"
  | "watched"
  | "asked"
  | "through-customs"
  | "inspected"
  | "amended"
  | "confirmed-again"
  | "yard-entered"
  | "yard-left"
  | "placed"
  | "plugged"
  | "unplugged"
  | "cleared"
  | "turned"
  | "turned-away"
  | "park-entered"
  | "park-left"
  | "line-out"
  | "line-in"
  | "returned"
  | "travellers-back"
  | "guests-out"
  | "tractor-asked"
  | "tractor-confirmed"
  | "tractor-left"
  | "change-planned"
  | "change-started"
  | "change-loaded"
  | "change-finished"
  | "change-signed"
  | "charged"
  | "sent-to-pay"
  | "paid-in-cash"
  | "bank-file"
  | "roll-opened"
  | "roll-entry"
  | "roll-closed"
  | "road-order"
  | "acknowledged"
  | "refused";

/** One thing that was done and confirmed. `t` is simulated time, `key` names the deed for a restart. */
export interface Line {
  t: string;
  what: What;
  gate: string | null;
  direction: Direction | null;
  registration: string | null;
  crossing: string | null;
  seq: number | null;
  key: string;
  /** Of the vehicle, where whoever wrote the line knows it. */
  nation?: Nation;
  /** It takes goods over and passes nowhere. */
  receiving?: true;
  /** The registration of the vehicle that took goods over. */
  receiver?: string;
  /** Where a payer was sent to. */
  to?: string;
  /** What followed at the gate, by the names of its events. */
  events?: string[];
  note?: string;
}

/** What a line of the log is about. */
export type About = Pick<Line, "gate" | "direction" | "registration" | "crossing" | "nation" | "receiving">;

export interface Intent {
  key: string;
  what: What;
  about: About;
  command: Command;
}

/**
 * What was done and confirmed, and beside it (`.outbox`) what is about to be sent: whoever starts
 * again with this log sends an unanswered command again under its old id.
 */
export class Journal {
  private readonly done: Map<string, Line>;
  private readonly intents: Map<string, Intent>;
  private readonly outbox: string;

  constructor(private readonly path: string) {
    this.outbox = `${path}.outbox`;
    this.done = new Map(readLines<Line>(mend(path)).map((line) => [line.key, line]));
    const open = readLines<Intent>(mend(this.outbox)).filter((intent) => !this.done.has(intent.key));
    this.intents = new Map(open.map((intent) => [intent.key, intent]));
  }

  find(key: string): Line | undefined {
    return this.done.get(key);
  }

  record(line: Line): Line {
    this.done.set(line.key, line);
    this.intents.delete(line.key);
    append(this.path, line);
    return line;
  }

  /** The command of that deed: the one written down earlier, or else this new one. */
  intend(intent: Intent): Command {
    const known = this.intents.get(intent.key);
    if (known) return known.command;
    this.intents.set(intent.key, intent);
    append(this.outbox, intent);
    return intent.command;
  }

  /** Written down and perhaps sent, but not known to be answered. */
  unanswered(): Intent[] {
    return [...this.intents.values()];
  }

  lines(): Line[] {
    return [...this.done.values()];
  }
}

function append(path: string, item: unknown): void {
  appendFileSync(path, JSON.stringify(item) + "\n");
}

/** A last line without its end was cut off when the program died: it is taken away. */
function mend(path: string): string {
  if (!existsSync(path)) return path;
  const bytes = readFileSync(path);
  const whole = bytes.lastIndexOf(10) + 1;
  if (whole < bytes.length) truncateSync(path, whole);
  return path;
}

export function readLines<T>(path: string): T[] {
  if (!existsSync(path)) return [];
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as T);
}
