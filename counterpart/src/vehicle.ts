import { uuidv7 } from "./ids.js";
import type { About } from "./journal.js";
import { leading, type Row } from "./row.js";
import { MINUTE, iso } from "./time.js";
import { CLOSES, LAST_EXIT, type Truth } from "./truth.js";
import type { World } from "./world.js";

const FIRST_LOOK = 1.5 * MINUTE;
const SLOWEST_LOOK = 12 * MINUTE;
const SHORTEST_STAY = 15 * MINUTE;
const SHORTEST_WAY_OUT = 3 * MINUTE;

/** One vehicle's day: its trader registers it, devices see it, its driver watches the barrier. */
export class VehicleDay {
  readonly gate: string;
  private readonly about: About;
  private last = 0;

  constructor(
    private readonly world: World,
    private readonly row: Row,
    private readonly truth: Truth,
  ) {
    const { gateCode: gate, direction } = row;
    this.gate = gate;
    this.about = { gate, direction, registration: null, crossing: null };
  }

  async live(): Promise<void> {
    const { arrivesAt, createdAt } = this.truth;
    const registered = this.register();
    if (arrivesAt === null || createdAt <= arrivesAt) await registered;
    if (arrivesAt !== null) await this.come(arrivesAt);
    await registered;
  }

  private async register(): Promise<void> {
    await this.world.clock.until(this.truth.createdAt);
    const body = { ...this.row, id: this.row.id ?? uuidv7() };
    const line = await this.perform("registered", "TRADER", "/registrations", body);
    this.about.registration = line.registration;
  }

  private async come(arrivesAt: number): Promise<void> {
    await this.world.clock.until(arrivesAt);
    const { gateCode: gate, direction } = this.row;
    const plate = leading(this.row).plateNormalised;
    const sighting = { plate, gate, direction };
    const line = await this.report("arrived", "GATE_DEVICE", "/reports/arrived", {
      id: uuidv7(),
      ...sighting,
    });
    if (line.what === "refused" || line.crossing === null) return;
    this.about.crossing = line.crossing;
    this.world.crossings.set(line.crossing, this.about);
    if (!(await this.passBarrier())) return;
    if (this.truth.manner === "DRIVES_THROUGH") await this.leaveGate(sighting);
    else await this.throughYard(sighting);
  }

  private async throughYard(sighting: Record<string, unknown>): Promise<void> {
    const { entersYardAt, leavesYardAt, leavesGateAt } = this.truth;
    const where = { crossing: this.about.crossing, yard: this.row.parkingPlace };
    await this.world.clock.until(entersYardAt);
    await this.report("yard-entered", "YARD", "/reports/yard-entered", where);
    if (leavesGateAt === null) return;
    if (!(await this.beforeLastExit(Math.max(leavesYardAt, this.last + SHORTEST_STAY)))) return;
    if (!(await this.released())) return;
    await this.report("yard-left", "YARD", "/reports/yard-left", where);
    if (!(await this.beforeLastExit(Math.max(leavesGateAt, this.last + SHORTEST_WAY_OUT)))) return;
    await this.leaveGate(sighting);
  }

  private async leaveGate(sighting: Record<string, unknown>): Promise<void> {
    await this.report("cleared", "GATE_DEVICE", "/reports/gate-left", sighting);
  }

  /** The driver looks at the barrier, less and less often. false: still closed at the day's end. */
  private async passBarrier(): Promise<boolean> {
    const { manner, patience, entersYardAt } = this.truth;
    if (this.done("yard-entered") || this.done("cleared")) return true;
    let gap = FIRST_LOOK;
    for (;;) {
      const seen = await this.world.board(this.gate).look();
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
      const row = (await this.world.board(this.gate).look()).get(this.about.crossing ?? "");
      if (row && row.mayLeave !== false) return true;
      if (this.world.clock.now() > last) return false;
      await this.world.clock.pass(5 * MINUTE);
    }
  }

  private async beforeLastExit(time: number): Promise<boolean> {
    const last = this.world.midnight + LAST_EXIT;
    await this.world.clock.until(Math.min(time, last));
    return time <= last && this.world.clock.now() <= last + 30 * MINUTE;
  }

  private done(what: string): boolean {
    return this.world.journal.find(this.key(what)) !== undefined;
  }

  /** A device's report: it says when, and never earlier than what it said before. */
  private async report(
    what: "arrived" | "yard-entered" | "yard-left" | "cleared",
    role: "GATE_DEVICE" | "YARD",
    path: string,
    body: Record<string, unknown>,
  ) {
    const occurredAt = iso(Math.max(this.world.clock.now(), this.last));
    const line = await this.perform(what, role, path, { ...body, occurredAt });
    this.last = Date.parse(line.t);
    return line;
  }

  private perform(
    what: "registered" | "arrived" | "yard-entered" | "yard-left" | "cleared",
    role: "TRADER" | "GATE_DEVICE" | "YARD",
    path: string,
    body: Record<string, unknown>,
  ) {
    return this.world.perform(this.key(what), what, this.about, this.world.request(role, path, body));
  }

  private key(what: string): string {
    return `${this.row.declarationId}/${what}`;
  }
}
