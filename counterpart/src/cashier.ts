import type { About } from "./journal.js";
import type { Charge } from "./payers.js";
import { Random } from "./random.js";
import { officer, shift } from "./roster.js";
import { MINUTE, dateOf } from "./time.js";
import type { World } from "./world.js";

const LOOKS_EVERY = 3 * MINUTE;
const NOBODY: About = { gate: null, direction: null, registration: null, crossing: null };
/** Recorded in May 2026 for these two classes; what goods they were is not known. */
const RECORDED: Readonly<Record<string, number>> = { VT4: 300_000, VT6: 800_000 };
const TRANSFERS = 0.3;
const REASON = "rate not published: as recorded for the class in May 2026, until it is";

/** The management board's cashiers: charge what no tariff knows provisionally, and close the day with the bank's file. */
export class Cashier {
  private list: Charge[] = [];
  private readAt = 0;
  private readonly taken = new Set<number>();

  constructor(private readonly world: World) {}

  async staff(): Promise<void> {
    const { seed } = this.world;
    const places = [0, 1, 2].flatMap((place) =>
      [false, true].map((late) => officer(Random.of(seed, "cashier", String(place), String(late)), place, late)),
    );
    await Promise.all(places.map((who) => shift(this.world, who, (random) => this.one(random))));
  }

  private async one(random: Random): Promise<boolean> {
    const charge = await this.next();
    if (!charge) return false;
    await this.world.clock.pass(random.between(0.3, 1) * MINUTE);
    const about: About = { ...NOBODY, registration: charge.registration ?? null };
    const body = { charge: charge.charge, amount: amount(charge), reason: REASON };
    const request = this.world.request("MANAGEMENT_BOARD", "/provisional-charges", body);
    await this.world.perform(`charge/${charge.charge}/provisional`, "charged", about, request);
    return true;
  }

  private async next(): Promise<Charge | undefined> {
    if (this.world.clock.now() - this.readAt > LOOKS_EVERY) {
      const answer = await this.world.client.get<{ items: Charge[] }>("MANAGEMENT_BOARD", "/charges");
      this.list = (answer?.items ?? []).filter(({ state }) => state === "UNRATED");
      this.readAt = this.world.clock.now();
    }
    const charge = this.list.find((one) => !this.taken.has(one.charge));
    if (charge) this.taken.add(charge.charge);
    return charge;
  }

  /** What the bank took on that day, line by line. */
  async closes(file: (day: string) => string): Promise<void> {
    const day = dateOf(this.world.midnight);
    const request = this.world.request("MANAGEMENT_BOARD", "/bank-files", { day, file: file(day) });
    await this.world.perform("bank-file", "bank-file", NOBODY, request);
  }
}

/** As the recorded charges were: of the class, three tenths for who only hands goods over at the yard. */
function amount({ lines }: Charge): number {
  return lines.reduce((sum, { vehicleClass, use }) => {
    const rate = RECORDED[vehicleClass] ?? RECORDED["VT6"] ?? 0;
    return sum + (use === "TRANSFERS" ? rate * TRANSFERS : rate);
  }, 0);
}
