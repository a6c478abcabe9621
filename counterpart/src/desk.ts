import type { About } from "./journal.js";
import { Random } from "./random.js";
import type { Direction } from "./row.js";
import { HOUR, MINUTE } from "./time.js";
import type { World } from "./world.js";

export type Agency = "BORDER_GUARD" | "CUSTOMS";

interface CrossingRow {
  id: string;
  registration?: string | null;
  gate: string;
  direction: Direction;
  state: string;
  arrivedAt: string;
  borderGuardAt?: string | null;
  customsAt?: string | null;
}

interface Page {
  items: CrossingRow[];
  next?: string | null;
}

/** Times of the day in milliseconds after midnight. */
interface Officer {
  random: Random;
  from: number;
  to: number;
  breakFrom: number;
  breakTo: number;
}

const STAFF_PER_SHIFT: Readonly<Record<string, number>> = { HN: 3, TT: 3, COC: 1, CM: 2 };
const LIST_GETS_OLD = 2.5 * MINUTE;
const PAGE = 100;

/** The officers of one agency at one gate, with the work list that they share. */
export class Desk {
  private list: CrossingRow[] = [];
  private readAt = 0;
  private reading: Promise<void> | undefined;
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
    if (this.world.clock.now() - this.readAt > LIST_GETS_OLD) {
      this.reading ??= this.read().finally(() => (this.reading = undefined));
      await this.reading;
    }
    const now = this.world.clock.now();
    const row = this.list.find(
      ({ id }) => !this.taken.has(id) && (this.setAsideUntil.get(id) ?? 0) <= now,
    );
    if (row) this.taken.add(row.id);
    return row;
  }

  /** What waits for this agency's key, the longest waiting first. Without papers nothing can be done. */
  private async read(): Promise<void> {
    const rows: CrossingRow[] = [];
    let after = "";
    do {
      const query = `gate=${this.gate}&state=live&limit=${PAGE}${after}`;
      const page = await this.world.client.get<Page>(this.agency, `/crossings?${query}`);
      rows.push(...(page?.items ?? []));
      after = page?.next ? `&after=${encodeURIComponent(page.next)}` : "";
    } while (after !== "");
    this.list = rows
      .filter((row) => row.registration && !(this.agency === "CUSTOMS" ? row.customsAt : row.borderGuardAt))
      .sort((a, b) => Date.parse(a.arrivedAt) - Date.parse(b.arrivedAt));
    this.readAt = this.world.clock.now();
  }
}

function about(row: CrossingRow): About {
  const { gate, direction, id, registration } = row;
  return { gate, direction, registration: registration ?? null, crossing: id };
}
