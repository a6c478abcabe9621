import { setTimeout as sleep } from "node:timers/promises";
import type { Client } from "./client.js";

interface Overview {
  clock?: { now: string; factor?: number };
}

const SYNC_EVERY_MS = 1_000;
const NAP_MS = 1_000;

/** The gate's clock, as the gate shows it. Between two looks it is carried on; it never runs ahead. */
export class GateClock {
  private base = 0;
  private readAt = 0;
  factor: number;

  private constructor(
    private readonly client: Client,
    private readonly signal: AbortSignal,
    speed: number,
  ) {
    this.factor = speed;
  }

  /** @param speed holds when the gate does not tell its factor */
  static async read(client: Client, signal: AbortSignal, speed: number): Promise<GateClock> {
    const clock = new GateClock(client, signal, speed);
    await clock.look();
    return clock;
  }

  now(): number {
    return this.base + (performance.now() - this.readAt) * this.factor;
  }

  /** Keeps to the gate's clock until the run is over, also when a new server sets it anew. */
  async follow(over: () => boolean): Promise<void> {
    while (!over()) {
      await sleep(SYNC_EVERY_MS, undefined, { signal: this.signal });
      await this.look();
    }
  }

  /** What the gate said was true some time during the question: a guess inside that time is kept. */
  private async look(): Promise<void> {
    const asked = performance.now();
    const overview = await this.client.get<Overview>("READER", "/overview");
    const heard = performance.now();
    const said = Date.parse(overview?.clock?.now ?? "");
    if (Number.isNaN(said)) throw new Error("the gate shows no clock in /overview");
    const factor = overview?.clock?.factor || this.factor;
    const guess = this.now();
    this.factor = factor;
    const plausible = this.readAt > 0 && guess >= said && guess <= said + (heard - asked) * factor;
    this.base = plausible ? guess : said;
    this.readAt = heard;
  }

  /** Sleeps in naps, so that a clock that was set anew is noticed. */
  async until(time: number): Promise<void> {
    for (;;) {
      const left = (time - this.now()) / this.factor;
      if (left <= 0) return;
      await sleep(Math.min(Math.ceil(left), NAP_MS), undefined, { signal: this.signal });
    }
  }

  async pass(duration: number): Promise<void> {
    await this.until(this.now() + duration);
  }
}
