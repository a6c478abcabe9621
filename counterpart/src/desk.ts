import type { CrossingRow } from "./board.js";
import type { About } from "./journal.js";
import { Random } from "./random.js";
import { HOUR, MINUTE } from "./time.js";
import type { World } from "./world.js";

export type Agency = "BORDER_GUARD" | "CUSTOMS";

/** Times of the day in milliseconds after midnight. */
interface Officer {
  random: Random;
  from: number;
  to: number;
  breakFrom: number;
  breakTo: number;
}

const STAFF_PER_SHIFT: Readonly<Record<string, number>> = { HN: 3, TT: 3, COC: 1, CM: 2 };

/** The officers of one agency at one gate, with the work list that they share. */
export class Desk {
  private seen: ReadonlyMap<string, CrossingRow> = new Map();
  private list: CrossingRow[] = [];
  /** In somebody's hands, or dealt with. */
  private readonly taken = new Set<string>();
  private readonly setAsideUntil = new Map<string, number>();

  constructor(
    private readonly world: World,
    private readonly gate: string,
    private readonly agency: Agency,
  ) {}

  async staff(): Promise<void> {
    const count = STAFF_PER_SHIFT[this.gate] ?? 2;
    const officers = Array.from({ length: count }, (_, i) => [this.officer(i, false), this.officer(i, true)]);
    await Promise.all(officers.flat().map((officer) => this.shift(officer)));
  }

  /** Early or late shift; lunch or supper taken in turn; some come late. */
  private officer(place: number, late: boolean): Officer {
    const random = Random.of(this.world.seed, "officer", this.gate, this.agency, String(late), String(place));
    const from = (late ? 13 : 6.75) * HOUR + Math.max(0, random.normal(2, 9)) * MINUTE;
    const breakFrom = (late ? 17.25 : 11.25) * HOUR + place * 40 * MINUTE + random.between(0, 15) * MINUTE;
    const breakTo = breakFrom + random.between(30, 50) * MINUTE;
    return { random, from, to: (late ? 21.5 : 14) * HOUR, breakFrom, breakTo };
  }

  private async shift(officer: Officer): Promise<void> {
    const { clock, midnight } = this.world;
    await this.wait(midnight + officer.from);
    while (!this.world.ended()) {
      const time = clock.now() - midnight;
      if (time >= officer.to) return;
      if (time >= officer.breakFrom && time < officer.breakTo) {
        await this.wait(midnight + officer.breakTo);
        continue;
      }
      const row = await this.next();
      if (row) await this.deal(row, officer.random);
      else await clock.pass(officer.random.between(1, 3) * MINUTE);
    }
  }

  /** In steps, so that the end of the run ends it. */
  private async wait(until: number): Promise<void> {
    while (!this.world.ended() && this.world.clock.now() < until) {
      await this.world.clock.until(Math.min(until, this.world.clock.now() + 10 * MINUTE));
    }
  }

  /** Looks at the papers, and mostly confirms; some are put aside to ask, a few for long. */
  private async deal(row: CrossingRow, random: Random): Promise<void> {
    const { clock } = this.world;
    await clock.pass(random.between(0.6, 1.6) * MINUTE);
    const draw = this.setAsideUntil.has(row.id) ? 1 : random.unit();
    if (draw < 0.03) {
      const pause = draw < 0.005 ? random.between(55, 110) : random.between(12, 35);
      this.setAsideUntil.set(row.id, clock.now() + pause * MINUTE);
      this.taken.delete(row.id);
      return;
    }
    const what = this.agency === "CUSTOMS" ? "confirmed-customs" : "confirmed-border-guard";
    const path = `/crossings/${row.id}/entry-confirmations`;
    await this.world.perform(`${row.id}/${what}`, what, about(row), this.world.request(this.agency, path));
  }

  private async next(): Promise<CrossingRow | undefined> {
    const seen = await this.world.board(this.gate).look();
    if (seen !== this.seen) this.list = this.waiting(seen);
    this.seen = seen;
    const now = this.world.clock.now();
    const row = this.list.find(
      ({ id }) => !this.taken.has(id) && (this.setAsideUntil.get(id) ?? 0) <= now,
    );
    if (row) this.taken.add(row.id);
    return row;
  }

  /** What waits for this agency's key, the longest waiting first. Without papers nothing can be done. */
  private waiting(seen: ReadonlyMap<string, CrossingRow>): CrossingRow[] {
    return [...seen.values()]
      .filter((row) => row.registration && !(this.agency === "CUSTOMS" ? row.customsAt : row.borderGuardAt))
      .sort((a, b) => Date.parse(a.arrivedAt) - Date.parse(b.arrivedAt));
  }
}

function about(row: CrossingRow): About {
  const { gate, direction, id, registration } = row;
  return { gate, direction, registration: registration ?? null, crossing: id };
}
