import type { Client } from "./client.js";
import type { GateClock } from "./clock.js";
import type { Direction } from "./row.js";
import { MINUTE } from "./time.js";

export interface CrossingRow {
  id: string;
  registration?: string | null;
  gate: string;
  direction: Direction;
  state: string;
  arrivedAt: string;
  borderGuardAt?: string | null;
  customsAt?: string | null;
  enteredAt?: string | null;
  /** Absent where no agency is asked. */
  mayLeave?: boolean;
  /** Whose key an amendment made void, and until when it is asked again. */
  askedAgain?: readonly string[];
  askedAgainDue?: string;
  turned?: unknown;
  /** Where it stands. */
  yard?: string;
  place?: string;
}

interface Page {
  items: CrossingRow[];
  next?: string | null;
}

const GETS_OLD = 2.5 * MINUTE;
const PAGE = 100;

/** The vehicles at one gate, read now and then for everybody who looks there. */
export class Board {
  private rows = new Map<string, CrossingRow>();
  private readAt = 0;
  private reading: Promise<void> | undefined;

  constructor(
    private readonly client: Client,
    private readonly clock: GateClock,
    private readonly gate: string,
  ) {}

  /** What stands there, at most some minutes old. */
  async look(): Promise<ReadonlyMap<string, CrossingRow>> {
    if (this.clock.now() - this.readAt > GETS_OLD) {
      this.reading ??= this.read().finally(() => (this.reading = undefined));
      await this.reading;
    }
    return this.rows;
  }

  private async read(): Promise<void> {
    const rows = new Map<string, CrossingRow>();
    let after = "";
    do {
      const query = `gate=${this.gate}&state=live&limit=${PAGE}${after}`;
      const page = await this.client.get<Page>("READER", `/crossings?${query}`);
      for (const row of page?.items ?? []) rows.set(row.id, row);
      after = page?.next ? `&after=${encodeURIComponent(page.next)}` : "";
    } while (after !== "");
    this.rows = rows;
    this.readAt = this.clock.now();
  }
}
