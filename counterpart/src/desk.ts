import type { CrossingRow } from "./board.js";
import type { About } from "./journal.js";
import { Random } from "./random.js";
import { officer, shift, type Officer } from "./roster.js";
import { MINUTE } from "./time.js";
import type { World } from "./world.js";

export type Agency = "BORDER_GUARD" | "CUSTOMS";

const STAFF_PER_SHIFT: Readonly<Record<string, number>> = { HN: 5, TT: 4, COC: 1, CM: 2 };

/**
 * Shares of papers that are put aside to ask, and of those for long. Assumed; in the one export that was recorded
 * the border guard came 83 min after customs, in the one import 7 s before.
 */
const ASIDE = {
  CUSTOMS: { EXPORT: { some: 0.03, long: 0.005 }, IMPORT: { some: 0.03, long: 0.005 } },
  BORDER_GUARD: { EXPORT: { some: 0.14, long: 0.04 }, IMPORT: { some: 0.04, long: 0.005 } },
} as const;

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
    await Promise.all(officers.flat().map((who) => shift(this.world, who, (random) => this.one(random))));
  }

  private officer(place: number, late: boolean): Officer {
    return officer(Random.of(this.world.seed, "officer", this.gate, this.agency, String(late), String(place)), place, late);
  }

  /** One asking: an amendment asks the same agency again about the same vehicle. */
  private asking(row: CrossingRow): string {
    return row.askedAgain?.includes(this.agency) ? `${row.id}/again/${row.askedAgainDue}` : row.id;
  }

  private async one(random: Random): Promise<boolean> {
    const row = await this.next();
    if (row) await this.deal(row, random);
    return row !== undefined;
  }

  /** Looks at the papers, and mostly confirms; some are put aside to ask, a few for long. */
  private async deal(row: CrossingRow, random: Random): Promise<void> {
    const { clock } = this.world;
    await clock.pass(random.between(0.6, 1.6) * MINUTE);
    const asking = this.asking(row);
    const again = asking !== row.id;
    const draw = again || this.setAsideUntil.has(asking) ? 1 : random.unit();
    const { some, long } = ASIDE[this.agency][row.direction];
    if (draw < some) {
      const pause = draw < long ? random.between(55, 110) : random.between(12, 35);
      this.setAsideUntil.set(asking, clock.now() + pause * MINUTE);
      this.taken.delete(asking);
      return;
    }
    const first = this.agency === "CUSTOMS" ? "confirmed-customs" : "confirmed-border-guard";
    const what = again ? "confirmed-again" : first;
    const path = `/crossings/${row.id}/entry-confirmations`;
    const version = await this.versionOf(row);
    const key = version > 0 ? `${asking}/${first}/${version}` : `${asking}/${first}`;
    await this.world.perform(key, what, about(row), this.world.request(this.agency, path, { version }));
  }

  /** Which version of the papers lies on the desk. */
  private async versionOf(row: CrossingRow): Promise<number> {
    const file = await this.world.client.get<{ version?: number }>("READER", `/loads/${row.registration}`);
    return file?.version ?? 0;
  }

  private async next(): Promise<CrossingRow | undefined> {
    const seen = await this.world.board(this.gate).look();
    if (seen !== this.seen) this.list = this.waiting(seen);
    this.seen = seen;
    const now = this.world.clock.now();
    const row = this.list.find((each) => {
      const asking = this.asking(each);
      return !this.taken.has(asking) && (this.setAsideUntil.get(asking) ?? 0) <= now;
    });
    if (row) this.taken.add(this.asking(row));
    return row;
  }

  /** What waits for this agency's key, what is asked again first, then the longest waiting. */
  private waiting(seen: ReadonlyMap<string, CrossingRow>): CrossingRow[] {
    return [...seen.values()]
      .filter((row) => row.registration && !row.turned && !(this.agency === "CUSTOMS" ? row.customsAt : row.borderGuardAt))
      .sort((a, b) => this.rank(a) - this.rank(b) || Date.parse(a.arrivedAt) - Date.parse(b.arrivedAt));
  }

  private rank(row: CrossingRow): number {
    return row.askedAgain?.includes(this.agency) ? 0 : 1;
  }
}

function about(row: CrossingRow): About {
  const { gate, direction, id, registration } = row;
  return { gate, direction, registration: registration ?? null, crossing: id };
}
