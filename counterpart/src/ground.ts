import type { CrossingRow } from "./board.js";
import type { Random } from "./random.js";

/** Assumed: no site file says how the places of a yard are named. */
const ROWS = ["A", "B", "C", "D", "E", "F", "G", "H"];
const IN_A_ROW = 60;

/** The ground of the yards, as their operator goes over it: a vehicle goes to the first free place of a row. */
export class Ground {
  private readonly given = new Map<string, string>();
  /** Somebody stands there whom the screen did not show. */
  private readonly foreign = new Set<string>();

  /** A free place: neither the screen shows a vehicle there, nor was it given away since. null: it is full. */
  take(yard: string, crossing: string, shown: Iterable<CrossingRow>, r: Random): string | null {
    const taken = new Set([...this.given.values(), ...this.foreign]);
    for (const row of shown) if (row.yard && row.place) taken.add(`${row.yard} ${row.place}`);
    const first = r.whole(0, ROWS.length - 1);
    for (let i = 0; i < ROWS.length * IN_A_ROW; i++) {
      const row = ROWS[(first + Math.floor(i / IN_A_ROW)) % ROWS.length];
      const place = `${row}-${(i % IN_A_ROW) + 1}`;
      if (taken.has(`${yard} ${place}`)) continue;
      this.given.set(crossing, `${yard} ${place}`);
      return place;
    }
    return null;
  }

  wasTaken(yard: string, place: string): void {
    this.foreign.add(`${yard} ${place}`);
  }

  left(crossing: string): void {
    this.given.delete(crossing);
  }
}
