import { uuidv7 } from "./ids.js";
import { leading, type Row } from "./row.js";
import { receiverTruth, type Plan } from "./receivers.js";
import { MINUTE } from "./time.js";
import type { Truth } from "./truth.js";
import { VehicleDay } from "./vehicle.js";
import type { World } from "./world.js";

const LOOKS_EVERY = MINUTE;

/** One vehicle whose goods change vehicles, and those that take them over: their trader plans it once all are registered. */
export class Changing {
  private readonly source: VehicleDay;
  private readonly receivers: readonly VehicleDay[];

  /** @param nth of the day: its seals are its own */
  constructor(
    private readonly world: World,
    private readonly plan: Plan,
    private readonly nth: number,
    row: Row,
    truth: Truth,
  ) {
    this.source = new VehicleDay(world, row, truth, () => this.done("finished"));
    this.receivers = plan.receivers.map(
      (receiver) =>
        new VehicleDay(world, receiver, receiverTruth(receiver, truth, world.seed, world.midnight), () => this.done("signed")),
    );
  }

  get gate(): string {
    return this.source.gate;
  }

  async live(): Promise<void> {
    await Promise.all([this.source.live(), ...this.receivers.map((one) => one.live()), this.plans()]);
  }

  /** Whoever's plan was refused takes its goods on as they are. */
  private done(deed: "finished" | "signed"): boolean {
    const { registration } = this.source.about;
    if (this.world.journal.find(this.key)?.what === "refused") return true;
    return registration !== null && this.world.journal.find(`${registration}/${deed}`) !== undefined;
  }

  private get key(): string {
    return `${this.plan.source}/change-planned`;
  }

  private async plans(): Promise<void> {
    const { world } = this;
    const all = [this.source, ...this.receivers];
    while (all.some(({ about }) => about.registration === null)) {
      if (world.ended()) return;
      await world.clock.pass(LOOKS_EVERY);
    }
    const { registration } = this.source.about;
    world.seals.set(registration ?? "", (n) => this.seal(n));
    const { goodsGroups } = this.source.row;
    const body = {
      id: uuidv7(),
      source: registration,
      method: this.plan.method,
      lots: goodsGroups.map((group) => ({
        customsNumber: group.customsDeclarationNumber,
        packages: this.plan.packages,
        kg: group.weightKg,
      })),
      receivers: this.receivers.map(({ about }) => ({ registration: about.registration })),
    };
    await world.perform(this.key, "change-planned", this.source.about, world.request("TRADER", "/transshipments", body));
  }

  /** A container or a trailer keeps its own, which its trader may have amended; a gang puts on a new one. */
  private seal(n: number): string {
    const { customsSealNumber } = leading(this.source.row);
    if (this.plan.method !== "GANG" && customsSealNumber !== null) {
      const amended = this.world.journal.find(`${this.plan.source}/amended`);
      return amended && amended.what !== "refused" && this.source.amendsSeal ? `${customsSealNumber}B` : customsSealNumber;
    }
    return `VNINVT${String(this.nth * 10 + n).padStart(6, "0")}`;
  }
}
