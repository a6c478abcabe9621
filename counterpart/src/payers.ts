import type { About, Line } from "./journal.js";
import { uuidv7 } from "./ids.js";
import { Random } from "./random.js";
import { MINUTE } from "./time.js";
import type { World } from "./world.js";

export interface Charge {
  charge: number;
  registration?: string;
  declarationNumber?: string;
  state: "UNRATED" | "OPEN" | "OWED" | "PAID" | "FREE";
  payer: { taxCode: string };
  open: number;
  lines: { vehicleClass: string; use: string }[];
}

const LOOKS_EVERY = 3 * MINUTE;
/** Assumed: so many pay at the counter, and so few not at all. Recorded: paid from 27 to 75 minutes after the vehicle came. */
const AT_THE_COUNTER = 0.1;
const NEVER = 0.01;
/** Whose money does not show up is let go by its driver after that. */
const PATIENCE = 45 * MINUTE;
const EXPIRES = 31 * MINUTE;

/** The traders' office: pays what its vehicles are charged, by the bank or at the counter. */
export class Payers {
  private readonly inHand = new Set<string>();
  private readonly work = new Set<Promise<void>>();

  constructor(private readonly world: World) {}

  async live(): Promise<void> {
    const { clock, client } = this.world;
    while (!this.world.ended()) {
      const answer = await client.get<{ items: Charge[] }>("TRADER", "/charges");
      const open = (answer?.items ?? []).filter(({ state }) => state === "OPEN");
      this.forget(new Set(open.flatMap(({ registration }) => registration ?? [])));
      for (const [key, charges] of bills(open)) this.takesUp(key, charges);
      await clock.pass(LOOKS_EVERY);
    }
    await Promise.all(this.work);
  }

  /** What is not open any more was paid or let go: its driver need not wait. */
  private forget(open: ReadonlySet<string>): void {
    for (const one of this.world.unpaid) if (!open.has(one)) this.world.unpaid.delete(one);
  }

  private takesUp(key: string, charges: Charge[]): void {
    if (this.inHand.has(key)) return;
    this.inHand.add(key);
    const random = Random.of(this.world.seed, "pays", key);
    if (random.chance(NEVER)) return;
    this.world.unpaid.add(charges[0]?.registration ?? "");
    const running = this.pays(key, charges, random).finally(() => this.work.delete(running));
    this.work.add(running);
  }

  private async pays(key: string, charges: Charge[], random: Random): Promise<void> {
    const { world } = this;
    if (!(await world.pass(random.between(6, 40) * MINUTE))) return;
    const about: About = { gate: null, direction: null, registration: charges[0]?.registration ?? null, crossing: null };
    const numbers = charges.map(({ charge }) => charge);
    if (random.chance(AT_THE_COUNTER)) {
      const request = world.request("MANAGEMENT_BOARD", "/settlements", { charges: numbers, means: "CASH" });
      await world.perform(this.next(key, "cash"), "paid-in-cash", about, request);
    } else {
      const request = world.request("TRADER", "/payments", { id: uuidv7(), charges: numbers });
      const sent = await world.perform(this.next(key, "bank"), "sent-to-pay", about, request);
      if (await this.atTheBank(sent)) {
        if (await world.pass(PATIENCE)) world.unpaid.delete(about.registration ?? "");
        return;
      }
      await world.pass(EXPIRES);
    }
    this.inHand.delete(key);
  }

  /** A bank that does not answer took nothing: once the payment has expired it is tried again. */
  private async atTheBank({ to }: Line): Promise<boolean> {
    if (to === undefined) return false;
    try {
      return (await fetch(to, { method: "POST" })).ok;
    } catch (error) {
      console.error(`the bank does not answer: ${String(error)}`);
      return false;
    }
  }

  /** What was tried before, perhaps by the one who played before, is not tried again under its name. */
  private next(key: string, how: string): string {
    let nth = 1;
    while (this.world.journal.find(`${key}/${how}/${nth}`)) nth++;
    return `${key}/${how}/${nth}`;
  }
}

/** One bill is of one vehicle and one payer; what comes later is another bill. */
function bills(open: readonly Charge[]): Map<string, Charge[]> {
  const all = new Map<string, Charge[]>();
  for (const charge of open) {
    const key = `${charge.declarationNumber ?? charge.registration}/${charge.payer.taxCode}`;
    all.set(key, [...(all.get(key) ?? []), charge]);
  }
  return all;
}
