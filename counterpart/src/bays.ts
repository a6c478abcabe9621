import type { About } from "./journal.js";
import type { Method } from "./receivers.js";
import { Random } from "./random.js";
import { MINUTE } from "./time.js";
import type { World } from "./world.js";

interface Lot {
  customsNumber: string;
  packages: number;
  kg: number;
}

interface Held {
  id: string;
  method: Method;
  stage: "PLANNED" | "CALLED" | "STARTED" | "FINISHED";
  startedAt?: string;
  signedAt?: string;
  lots: Lot[];
  differences?: unknown[];
  unmet?: string[];
  source: { registration: string; crossing?: string };
  receivers: { registration: string; loading?: unknown }[];
}

const LOOKS_EVERY = 2.5 * MINUTE;
const MOST = 1_000;
/** Assumed; the one recorded transshipment was confirmed 47 minutes after its source stood in the yard. */
const WORK: Readonly<Record<Method, number>> = { GANG: 45 * MINUTE, CRANE: 18 * MINUTE, TRAILER: 13 * MINUTE };
const SPREAD = 0.22;
/** Assumed: a scale says something else, within what is borne; and a package is missing. */
const WEIGHED = 0.1;
const MISSING = 0.004;

/** The bays of one gate's yard: gangs, cranes and couplers take goods over, and customs signs. */
export class BayDesk {
  private readonly inHand = new Set<string>();
  private readonly tries = new Map<string, number>();
  private readonly work = new Set<Promise<void>>();

  constructor(
    private readonly world: World,
    private readonly gate: string,
  ) {}

  async staff(): Promise<void> {
    const { clock, client } = this.world;
    // What was packed and not signed when somebody stopped is no open one any more.
    for (let stage = "any"; !this.world.ended(); stage = "open") {
      const path = `/transshipments?gate=${this.gate}&stage=${stage}&limit=${MOST}`;
      const page = await client.get<{ items: Held[] }>("READER", path);
      for (const held of page?.items ?? []) this.takesUp(held);
      await clock.pass(LOOKS_EVERY);
    }
    await Promise.all(this.work);
  }

  private takesUp(held: Held): void {
    if (this.inHand.has(held.id) || !this.world.seals.has(held.source.registration)) return;
    const deed = this.deed(held);
    if (!deed) return;
    this.inHand.add(held.id);
    const running = deed().finally(() => {
      this.inHand.delete(held.id);
      this.work.delete(running);
    });
    this.work.add(running);
  }

  private deed(held: Held): (() => Promise<void>) | undefined {
    if (held.stage === "CALLED" && held.unmet?.length === 0) return () => this.starts(held);
    if (held.stage === "STARTED") return () => this.packs(held, Date.parse(held.startedAt ?? ""));
    if (held.stage === "FINISHED" && !held.signedAt) return () => this.signs(held);
    return undefined;
  }

  /** What was refused because the list was old is tried again when the list says so again. */
  private async starts(held: Held): Promise<void> {
    const nth = (this.tries.get(held.id) ?? 0) + 1;
    this.tries.set(held.id, nth);
    const line = await this.does(held, `started/${nth}`, "change-started", "YARD", "/start");
    if (line.what !== "refused") await this.packs(held, Date.parse(line.t));
  }

  /** Each vehicle's list is said when the last package is in it. */
  private async packs(held: Held, startedAt: number): Promise<void> {
    const { clock, seed } = this.world;
    const r = Random.of(seed, "bay", held.lots.map(({ customsNumber }) => customsNumber).join());
    const takes = r.lognormal(WORK[held.method], SPREAD);
    const lists = this.lists(held, r);
    for (const [i, { registration }] of held.receivers.entries()) {
      await clock.until(startedAt + (takes * (i + 1)) / held.receivers.length);
      if (this.world.ended()) return;
      const seal = this.world.seals.get(held.source.registration)?.(i) ?? "";
      const body = { receiver: registration, lots: lists[i], seal };
      await this.does(held, `loaded/${i}`, "change-loaded", "YARD", "/loadings", body);
    }
    await this.does(held, "finished", "change-finished", "YARD", "/finish");
    await this.signs(held);
  }

  /** The load in equal parts; the last has what is left, more or less. */
  private lists(held: Held, r: Random): Lot[][] {
    const count = held.receivers.length;
    const parts = held.receivers.map((_, i) =>
      held.lots.map(({ customsNumber, packages, kg }) => ({
        customsNumber,
        packages: part(packages, count, i),
        kg: part(kg, count, i),
      })),
    );
    const last = parts.at(-1)?.[0];
    if (last && r.chance(WEIGHED)) last.kg = Math.round(last.kg * (1 + r.between(-0.003, 0.003)));
    if (last && r.chance(MISSING)) last.packages--;
    return parts;
  }

  private async signs(held: Held): Promise<void> {
    const { clock, client, seed } = this.world;
    await clock.pass(Random.of(seed, "signs", held.id).between(2, 9) * MINUTE);
    const file = await client.get<Held>("READER", `/transshipments/${held.id}`);
    const note = file?.differences?.length ? { note: "counted again with the driver: a package is missing" } : {};
    await this.does(held, "signed", "change-signed", "CUSTOMS", "/signature", note, false);
  }

  private does(
    held: Held,
    deed: string,
    what: "change-started" | "change-loaded" | "change-finished" | "change-signed",
    role: "YARD" | "CUSTOMS",
    path: string,
    body: Record<string, unknown> = {},
    report = true,
  ) {
    const { registration, crossing } = held.source;
    const about: About = { gate: this.gate, direction: "IMPORT", registration, crossing: crossing ?? null };
    const at = `/transshipments/${held.id}${path}`;
    const request = report ? this.world.report(role, at, this.world.clock.now(), body) : this.world.request(role, at, body);
    return this.world.perform(`${registration}/${deed}`, what, about, request);
  }
}

/** The i-th of so many equal parts of a whole number. */
function part(whole: number, count: number, i: number): number {
  return Math.floor((whole * (i + 1)) / count) - Math.floor((whole * i) / count);
}
