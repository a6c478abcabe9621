import type { Client } from "./client.js";
import type { GateClock } from "./clock.js";
import type { Direction } from "./row.js";
import type { Means } from "./inspect.js";
import { MINUTE } from "./time.js";

export interface LoadLine {
  step: string;
  agency: string;
  status: "REQUIRED" | "OPEN" | "REQUESTED" | "CONFIRMED" | "REFUSED";
  askedAgain?: boolean;
  doneBy?: string;
  since?: string;
  late: boolean;
}

export interface Load {
  registration: string;
  crossing?: string;
  version: number;
  gate: string;
  direction: Direction;
  channel: "NONE" | "GREEN" | "YELLOW" | "RED";
  mayLeave: boolean;
  unmet: string[];
  lines: LoadLine[];
  holds?: { hold: number; agency: string }[];
  inspection?: { done: boolean; booked?: { means: Means; place: string }[] };
}

interface Page {
  items: Load[];
}

/** In the gate's time; and however fast that runs, nobody reads the list more often than a screen does. */
const GETS_OLD = 3 * MINUTE;
const SHORTEST_MS = 700;
const MOST = 60;

/** Loads at one gate on which it is that agency's turn, read now and then for its counter. */
export class LoadBoard {
  private loads: readonly Load[] = [];
  private readAt = 0;
  private readMs = -Infinity;
  private reading: Promise<void> | undefined;

  constructor(
    private readonly client: Client,
    private readonly clock: GateClock,
    private readonly gate: string,
    private readonly agency: string,
  ) {}

  async look(): Promise<readonly Load[]> {
    if (this.clock.now() - this.readAt > GETS_OLD && performance.now() - this.readMs > SHORTEST_MS) {
      this.reading ??= this.read().finally(() => (this.reading = undefined));
      await this.reading;
    }
    return this.loads;
  }

  private async read(): Promise<void> {
    const page = await this.client.get<Page>("READER", `/loads?gate=${this.gate}&agency=${this.agency}&turn=now&lines=steps&limit=${MOST}`);
    this.loads = page?.items ?? [];
    this.readAt = this.clock.now();
    this.readMs = performance.now();
  }
}
