import { uuidv7 } from "./ids.js";
import type { About, What } from "./journal.js";
import { Random } from "./random.js";
import type { Tractor } from "./tractors.js";
import { HOUR, MINUTE } from "./time.js";
import { CLOSES, LAST_EXIT, type Truth } from "./truth.js";
import type { World } from "./world.js";

const FIRST_LOOK = 1.5 * MINUTE;
const SLOWEST_LOOK = 12 * MINUTE;
const SHORTEST_STAY = 15 * MINUTE;
const SHORTEST_WAY_OUT = 3 * MINUTE;
const WAY_OFF = 8 * MINUTE;
/** So often a place is looked for, where another vehicle stood on the one before. */
const LOOKS = 3;

/** How a vehicle stood at a gate: it left, it was turned and left, or it is still there. */
export type Ending = "LEFT" | "TURNED" | "STAYED";

export interface Stay {
  /** Names this stay in the log: of one vehicle there may be two, at two gates. */
  name: string;
  plate: string;
  yard: string;
  /** It comes loaded behind its own export. */
  comesBack: boolean;
  /** That takes its trailer on, where its trader asks for one. */
  tractor: Tractor;
  /** Whether goods that are to change vehicles have done so. */
  handedOver: () => boolean;
}

/** One vehicle at one gate: devices see it, an officer may turn it, its driver watches the barrier. */
export class Visit {
  private last = 0;
  /** Of the tractor that pulls it now. */
  plate: string;

  constructor(
    private readonly world: World,
    private readonly about: About,
    private readonly truth: Truth,
    private readonly stay: Stay,
  ) {
    this.plate = stay.plate;
  }

  async live(arrivesAt: number): Promise<Ending> {
    await this.world.clock.until(arrivesAt);
    const line = await this.arrive();
    if (line.what === "refused" || line.crossing === null) return "STAYED";
    this.about.crossing = line.crossing;
    this.world.crossings.set(line.crossing, { ...this.about });
    await this.watched();
    if (await this.turned()) return "TURNED";
    if (!(await this.passBarrier())) return "STAYED";
    if (this.truth.manner === "DRIVES_THROUGH") return this.leaveGate("cleared");
    return this.throughYard();
  }

  private arrive() {
    const { plate, comesBack } = this.stay;
    const { gate, direction } = this.about;
    const seen = { id: uuidv7(), plate, gate };
    return comesBack
      ? this.report("arrived", "GATE_DEVICE", "/reports/return", { ...seen, load: "LOADED" })
      : this.report("arrived", "GATE_DEVICE", "/reports/arrived", { ...seen, direction });
  }

  /** The camera of medical quarantine saw nothing: it says so by the rule that its agency authorised. */
  private async watched(): Promise<void> {
    const { watched } = this.truth;
    const { registration } = this.about;
    if (watched === null || registration === null) return;
    await this.world.clock.until(this.last + watched);
    const body = { step: "MEDICAL_CHECK", rule: "THERMAL_CAMERA", observations: [`thermal/${this.about.gate}/${this.about.crossing}`] };
    const request = this.world.request("GATE_DEVICE", `/loads/${registration}/rule-confirmations`, body);
    await this.world.perform(this.key("watched"), "watched", this.about, request);
  }

  /** false: nobody turned it, or it may not be turned. */
  private async turned(): Promise<boolean> {
    const { turned } = this.truth;
    if (!turned) return false;
    const { clock } = this.world;
    await clock.until(this.last + turned.after);
    const body = turned.to ? { reason: "NO_ROOM", to: turned.to } : { reason: "OTHER_SIDE" };
    const request = this.world.request("BORDER_GUARD", `/crossings/${this.about.crossing}/turnings`, body);
    const line = await this.world.perform(this.key("turned"), "turned", this.about, request);
    if (line.what === "refused") return false;
    await clock.until(Date.parse(line.t) + WAY_OFF);
    await this.leaveGate("turned-away");
    return true;
  }

  private async throughYard(): Promise<Ending> {
    const { entersYardAt, leavesYardAt, leavesGateAt } = this.truth;
    const where = { crossing: this.about.crossing, yard: this.stay.yard };
    await this.world.clock.until(entersYardAt);
    await this.report("yard-entered", "YARD", "/reports/yard-entered", where);
    await this.place();
    await this.plug();
    await this.changesTractor();
    if (leavesGateAt === null) return "STAYED";
    if (!(await this.beforeLastExit(Math.max(leavesYardAt, this.last + SHORTEST_STAY)))) return "STAYED";
    if (!(await this.released())) return "STAYED";
    if (this.truth.reefer?.unplugged) await this.reefer("unplugged", "unpluggings");
    await this.report("yard-left", "YARD", "/reports/yard-left", where);
    this.world.ground.left(this.about.crossing ?? "");
    if (!(await this.beforeLastExit(Math.max(leavesGateAt, this.last + SHORTEST_WAY_OUT)))) return "STAYED";
    return this.leaveGate("cleared");
  }

  /** The yard operator writes down where it stands; where another stands already, it is looked at again. */
  private async place(): Promise<void> {
    const { placed } = this.truth;
    if (placed === null) return;
    await this.world.clock.until(this.last + placed);
    const r = Random.of(this.world.seed, "ground", this.stay.name);
    const crossing = this.about.crossing ?? "";
    const { ground, journal } = this.world;
    for (let look = 1; look <= LOOKS; look++) {
      const known = journal.find(this.key("placed", look));
      if (known && known.what !== "refused") return;
      if (known) continue;
      const shown = (await this.world.board(this.about.gate ?? "").look()).values();
      const place = ground.take(this.stay.yard, crossing, shown, r);
      if (place === null) return;
      const line = await this.report("placed", "YARD", `/crossings/${crossing}/placings`, { place }, look);
      if (!line.note?.includes(" PLACE_TAKEN")) return;
      ground.wasTaken(this.stay.yard, place);
    }
  }

  /** The yard operator plugs a reefer in soon after it came. */
  private async plug(): Promise<void> {
    const { reefer } = this.truth;
    if (!reefer) return;
    await this.world.clock.until(this.last + reefer.after);
    await this.reefer("plugged", "pluggings");
  }

  /** Another tractor takes the trailer on; the old one drives home alone. */
  private async changesTractor(): Promise<void> {
    const { tractor } = this.truth;
    if (!tractor) return;
    const { world, about, stay } = this;
    const at = (deed: string) => `/crossings/${about.crossing}/tractor-${deed}`;
    await world.clock.until(this.last + tractor.after);
    const asked = await world.perform(this.key("tractor-asked"), "tractor-asked", about, world.request("TRADER", at("requests"), { ...stay.tractor }));
    if (asked.what === "refused") return;
    for (const [agency, takes] of [["BORDER_GUARD", tractor.guard], ["CUSTOMS", tractor.customs]] as const) {
      await world.clock.pass(takes);
      const key = `${stay.name}/tractor-confirmed/${agency}`;
      const said = await world.perform(key, "tractor-confirmed", about, world.request(agency, at("confirmations")));
      if (said.what === "refused") return;
    }
    const old = this.plate;
    this.plate = stay.tractor.plateNumber.replace(/[-.]/g, "");
    await world.clock.pass(tractor.leaves);
    const alone = { plate: old, gate: about.gate, direction: about.direction, way: "IN" };
    const left = world.report("GATE_DEVICE", "/reports/gate-left", world.clock.now(), alone);
    await world.perform(this.key("tractor-left"), "tractor-left", about, left);
  }

  private reefer(what: "plugged" | "unplugged", path: string) {
    return this.report(what, "YARD", `/crossings/${this.about.crossing}/${path}`, {});
  }

  private async leaveGate(what: "cleared" | "turned-away"): Promise<Ending> {
    const { gate, direction } = this.about;
    const way = (direction === "EXPORT") === (what === "cleared") ? "OUT" : "IN";
    const seen = { plate: this.plate, gate, direction, way };
    await this.report(what, "GATE_DEVICE", "/reports/gate-left", seen);
    return what === "cleared" ? "LEFT" : "TURNED";
  }

  /** The driver looks at the barrier, less and less often. false: still closed at the day's end. */
  private async passBarrier(): Promise<boolean> {
    const { manner, patience, entersYardAt } = this.truth;
    if (this.done("yard-entered") || this.done("cleared")) return true;
    let gap = FIRST_LOOK;
    for (;;) {
      const seen = await this.world.board(this.about.gate ?? "").look();
      if (seen.get(this.about.crossing ?? "")?.enteredAt) return true;
      const now = this.world.clock.now();
      if (manner !== "WAITS" && now >= this.last + patience) return true;
      if (now > this.world.midnight + CLOSES) return false;
      const untilGoing = Math.max(0, entersYardAt - now);
      await this.world.clock.pass(manner === "WAITS" ? Math.max(gap, untilGoing / 2) : MINUTE);
      gap = Math.min(gap * 1.5, SLOWEST_LOOK);
    }
  }

  /** The driver looks whether every agency has let the load go. false: not on this day. */
  private async released(): Promise<boolean> {
    if (this.done("yard-left")) return true;
    const last = this.world.midnight + LAST_EXIT;
    for (;;) {
      const row = (await this.world.board(this.about.gate ?? "").look()).get(this.about.crossing ?? "");
      const waits = !this.stay.handedOver() || this.world.unpaid.has(this.about.registration ?? "");
      if (row && row.mayLeave !== false && !waits) return true;
      if (this.world.clock.now() > last) return false;
      await this.world.clock.pass(5 * MINUTE);
    }
  }

  private async beforeLastExit(time: number): Promise<boolean> {
    const last = this.world.midnight + LAST_EXIT;
    await this.world.clock.until(Math.min(time, last));
    return time <= last && this.world.clock.now() <= last + HOUR / 2;
  }

  private done(what: What): boolean {
    return this.world.journal.find(this.key(what)) !== undefined;
  }

  /** A device's report: it says when, and never earlier than what it said before. */
  private async report(
    what: What,
    role: "GATE_DEVICE" | "YARD",
    path: string,
    body: Record<string, unknown>,
    nth = 1,
  ) {
    const request = this.world.report(role, path, Math.max(this.world.clock.now(), this.last), body);
    const line = await this.world.perform(this.key(what, nth), what, this.about, request);
    this.last = Date.parse(line.t);
    return line;
  }

  private key(what: What, nth = 1): string {
    return `${this.stay.name}/${what}${nth === 1 ? "" : `/${nth}`}`;
  }
}
