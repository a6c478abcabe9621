import type { Role, Second } from "./client.js";
import type { About, Line, What } from "./journal.js";
import type { Load } from "./loads.js";
import type { Random } from "./random.js";
import { MINUTE } from "./time.js";
import type { World } from "./world.js";

export type Means = "BAY" | "XRAY" | "SAMPLING";
type Outcome = "CLEAN" | "DOUBT" | "FAULT";

interface Booking {
  means: Means;
  place: string;
}

interface Place {
  code: string;
  line: string;
  means: Means[];
}

/** How long one looks, in minutes: least and most; sampling without the test. Assumed. */
const LOOKS: Readonly<Record<Means, readonly [number, number]>> = {
  XRAY: [8, 25],
  BAY: [20, 50],
  SAMPLING: [8, 20],
};

/** Of a hundred results so many are in doubt, or wrong; of a second look more. Assumed. */
const DOUBT_SHARE = 0.05;
const SECOND_DOUBT_SHARE = 0.1;
const FAULT_SHARE = 0.008;
/** Customs has a share of the red loads opened as well, at once. */
const BAY_SHARE = 0.3;
/** So many of the loads that it is asked about quarantine takes a sample of. */
const SAMPLE_SHARE = 0.06;
/** The border guard stands by at so many of the openings, and has some of them opened in a bay. */
const GUARD_SHARE = 0.3;
const GUARD_BAY_SHARE = 0.3;
const TURNED_SHARE = 0.3;

const placesOf = new WeakMap<World, Promise<readonly Place[]>>();

/** What an officer does on one load beside the own step: opens it, joins, says what was found. */
export class Inspector {
  constructor(
    private readonly world: World,
    private readonly agency: Role,
    private readonly load: Load,
    private readonly random: Random,
  ) {}

  /** After the red channel. */
  async opensRed(): Promise<void> {
    const means: Means[] = this.random.chance(BAY_SHARE) ? ["XRAY", "BAY"] : ["XRAY"];
    await this.opens(means, 1);
    // What another agency opened does not answer the red channel until customs takes part, and what is in doubt
    // is looked into again.
    for (let time = 3; time < 9; time++) {
      const file = await this.file();
      if (file?.unmet?.includes("INSPECTION") !== true) return;
      if (file.inspection?.done === false) {
        await this.joins(file, ["XRAY"], time);
        await this.world.clock.pass(this.random.between(10, 25) * MINUTE);
      } else await this.opens(["BAY"], time);
    }
  }

  /** Quarantine takes a sample of some: in the opening that is under way, else in one of its own. */
  async samples(): Promise<boolean> {
    if (!this.random.chance(SAMPLE_SHARE)) return false;
    const file = await this.file();
    if (file?.inspection?.done === false) await this.joins(file, ["SAMPLING"]);
    else if (file?.inspection === undefined) await this.opens(["SAMPLING"], 1);
    else return false;
    return true;
  }

  /** The border guard joins some of those that others opened. */
  async standsBy(): Promise<boolean> {
    if (this.load.inspection?.done !== false || !this.random.chance(GUARD_SHARE)) return false;
    const file = await this.file();
    if (file?.inspection?.done !== false) return false;
    await this.joins(file, this.random.chance(GUARD_BAY_SHARE) ? ["BAY"] : []);
    return true;
  }

  /** Who is in doubt looks a second time, into the goods themselves. */
  private async opens(means: readonly Means[], time: number): Promise<void> {
    const bookings = await this.bookings(means);
    const answer = await this.does(`opened/${time}`, "/inspections", { bookings });
    if (answer.what === "refused") return;
    const found = await this.looks(bookings, time);
    if (found.includes("DOUBT") && time === 1) {
      const file = await this.file();
      if (file?.inspection?.done) await this.opens(["BAY"], 2);
    }
  }

  private async joins(file: Load, means: readonly Means[], time = 1): Promise<void> {
    const booked = file.inspection?.booked?.map((one) => one.means) ?? [];
    const wanted = await this.bookings(means.filter((one) => !booked.includes(one)));
    const answer = await this.does(`joined/${time}`, "/inspection-joinings", wanted.length > 0 ? { bookings: wanted } : {});
    if (answer.what !== "refused") await this.looks(wanted, time);
  }

  /** What one booked oneself, one after the other. */
  private async looks(bookings: readonly Booking[], time: number): Promise<Outcome[]> {
    const found: Outcome[] = [];
    for (const { means } of bookings) {
      const [least, most] = LOOKS[means];
      await this.world.clock.pass(this.random.between(least, most) * MINUTE);
      const outcome = this.outcome(time);
      await this.does(`found/${time}/${means}/${outcome}`, "/inspection-results", { means, outcome }, "inspected");
      if (outcome === "FAULT") await this.clears();
      found.push(outcome);
    }
    return found;
  }

  private outcome(time: number): Outcome {
    const draw = this.random.unit();
    if (draw < FAULT_SHARE) return "FAULT";
    return draw < FAULT_SHARE + (time === 1 ? DOUBT_SHARE : SECOND_DOUBT_SHARE) ? "DOUBT" : "CLEAN";
  }

  /** What was wrong is set right within hours, and the hold is lifted by two; some vehicles are turned back then. */
  private async clears(): Promise<void> {
    await this.world.clock.pass(this.random.between(40, 150) * MINUTE);
    const file = await this.file();
    const other: Second = `${this.agency}_2`;
    for (const { hold } of file?.holds?.filter(({ agency }) => agency === this.agency) ?? []) {
      await this.does(`lifted/${hold}`, "/hold-liftings", { hold, note: "set right" });
      await this.world.clock.pass(this.random.between(3, 15) * MINUTE);
      if (this.world.client.has(other)) await this.does(`lifted-too/${hold}`, "/hold-liftings", { hold }, "step", other);
    }
    const turns = this.agency === "CUSTOMS" || this.agency === "BORDER_GUARD";
    if (turns && this.load.crossing !== undefined && this.random.chance(TURNED_SHARE)) {
      const path = `/crossings/${this.load.crossing}/turnings`;
      const request = this.world.request(this.agency, path, { reason: "REFUSED" });
      await this.world.perform(`${this.load.crossing}/fault-turned`, "turned", this.about(), request);
    }
  }

  /** At the first place of the gate that offers it; what no place offers is not wanted. */
  private async bookings(means: readonly Means[]): Promise<Booking[]> {
    const { world } = this;
    const read = placesOf.get(world) ?? world.client.get<{ inspections: Place[] }>("READER", "/gates").then((site) => site?.inspections ?? []);
    placesOf.set(world, read);
    const here = (await read).filter(({ line }) => line === this.load.gate);
    if (here.length === 0) return means.map((one) => ({ means: one, place: `X-${this.load.gate}` }));
    const offered = means.flatMap((one) => {
      const place = here.find((each) => each.means.includes(one));
      return place ? [{ means: one, place: place.code }] : [];
    });
    const bay = here.find((each) => each.means.includes("BAY"));
    return offered.length === 0 && means.length > 0 && bay ? [{ means: "BAY", place: bay.code }] : offered;
  }

  private file(): Promise<Load | undefined> {
    return this.world.client.get<Load>("READER", `/loads/${this.load.registration}`);
  }

  private about(): About {
    const { gate, direction, registration, crossing } = this.load;
    return { gate, direction, registration, crossing: crossing ?? null };
  }

  private does(deed: string, path: string, body: Record<string, unknown>, what: What = "step", who: Role | Second = this.agency): Promise<Line> {
    const request = this.world.request(who, `/loads/${this.load.registration}${path}`, body);
    return this.world.perform(`${this.load.registration}/${this.agency}/${deed}`, what, this.about(), request);
  }
}
