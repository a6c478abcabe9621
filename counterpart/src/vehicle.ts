import { GATES } from "./catalog.js";
import { uuidv7 } from "./ids.js";
import type { About, Line, What } from "./journal.js";
import type { Load } from "./loads.js";
import { leading, type Row } from "./row.js";
import { HOUR, MINUTE } from "./time.js";
import { otherTractor } from "./tractors.js";
import { CLOSES, LAST_EXIT, type Truth } from "./truth.js";
import { Visit, type Ending } from "./visit.js";
import type { World } from "./world.js";

const PARK = "PHU_XA";
const FROM_LINE_TO_GATE = 6 * MINUTE;
const SHORTEST_TURN_ROUND = HOUR;
const FROM_GATE_TO_GATE = 50 * MINUTE;

/** One vehicle's day: its trader registers and amends, it waits on the road, stands at a gate, goes over, returns. */
export class VehicleDay {
  readonly gate: string;
  readonly about: About;
  private plate: string;

  /** @param handedOver whether goods that are to change vehicles have done so, as its driver knows */
  constructor(
    private readonly world: World,
    readonly row: Row,
    private readonly truth: Truth,
    private readonly handedOver: () => boolean,
  ) {
    const { gateCode: gate, direction } = row;
    const { plateNormalised, vehicleNationality: nation } = leading(row);
    this.gate = gate;
    this.plate = plateNormalised;
    const receiving = row.regime === "RECEIVING" ? { receiving: true as const } : {};
    this.about = { gate, direction, registration: null, crossing: null, nation, ...receiving };
  }

  get amendsSeal(): boolean {
    return this.truth.amends?.what === "SEAL";
  }

  async live(): Promise<void> {
    const { arrivesAt, createdAt } = this.truth;
    const registered = this.register();
    const onTheWay = arrivesAt === null || createdAt <= arrivesAt ? registered : Promise.resolve();
    await Promise.all([
      registered.then(() => this.amend()),
      registered.then(() => this.asksRelease()),
      onTheWay.then(() => (arrivesAt === null ? undefined : this.travel(arrivesAt))),
    ]);
  }

  private async register(): Promise<void> {
    await this.world.clock.until(this.truth.createdAt);
    const body = { ...this.row, id: this.row.id ?? uuidv7() };
    const line = await this.perform("registered", this.world.request("TRADER", "/registrations", body));
    this.about.registration = line.registration;
  }

  /** The trader corrects a seal, or sends another driver. */
  private async amend(): Promise<void> {
    const { amends, arrivesAt } = this.truth;
    if (!amends || arrivesAt === null) return;
    await this.world.clock.until(amends.at);
    const changes = amends.what === "SEAL" ? this.otherSeal() : this.otherDriver();
    const path = `/registrations/${this.about.registration}/amendments`;
    await this.perform("amended", this.world.request("TRADER", path, { version: 0, changes }));
  }

  /** The trader cannot wait for customs clearance. */
  private async asksRelease(): Promise<void> {
    const { release, arrivesAt } = this.truth;
    if (!release || arrivesAt === null) return;
    await this.world.clock.until(arrivesAt + release.asks);
    const request = this.world.request("TRADER", `/loads/${this.about.registration}/requests`, { step: "GOODS_RELEASE" });
    await this.perform("asked", request);
  }

  /** What left released goes through customs later; some of it is refused. */
  private async throughCustoms(ending: Ending): Promise<void> {
    const { release } = this.truth;
    const { world } = this;
    if (!release || ending !== "LEFT") return;
    await world.clock.until(world.clock.now() + release.through);
    const file = await world.client.get<Load>("READER", `/loads/${this.about.registration}`);
    const owed = file?.lines.find(({ doneBy, status }) => doneBy !== undefined && status !== "REFUSED");
    if (file === undefined || owed === undefined) return;
    const body = { step: owed.step, ...(release.refused ? { note: "value not proven" } : { version: file.version }) };
    const path = `/loads/${file.registration}/${release.refused ? "refusals" : "confirmations"}`;
    await this.perform("through-customs", world.request("CUSTOMS", path, body));
  }

  private otherSeal() {
    const value = `${leading(this.row).customsSealNumber}B`;
    return [{ path: "vehicles[0].customsSealNumber", value }];
  }

  private otherDriver() {
    const { driverName, driverIdNumber } = leading(this.row);
    return [
      { path: "vehicles[0].driverName", value: driverName.replace(/\d/, "9") + "9" },
      { path: "vehicles[0].driverIdNumber", value: driverIdNumber.slice(0, -6) + "999999" },
    ];
  }

  private async travel(arrivesAt: number): Promise<void> {
    await this.park();
    const comesBack = await this.comesBack(arrivesAt);
    if (comesBack === "NEVER") return;
    const { handedOver } = this;
    const tractor = otherTractor(this.row);
    const stay = { name: this.row.declarationId, plate: this.plate, yard: this.row.parkingPlace, comesBack, handedOver, tractor };
    const visit = new Visit(this.world, this.about, this.truth, stay);
    const ending = await visit.live(Math.max(arrivesAt, this.backSince()));
    this.plate = visit.plate;
    if (ending === "TURNED") await this.toOtherGate(arrivesAt);
    else await Promise.all([this.overTheLine(ending, this.about, stay.name), this.throughCustoms(ending)]);
  }

  private async park(): Promise<void> {
    const { park } = this.truth;
    if (!park) return;
    for (const [time, entered] of [[park.from, true], [park.to, false]] as const) {
      await this.world.clock.until(time);
      const body = { plate: this.plate, park: PARK, entered };
      if (entered) this.world.parked.add(this.plate);
      else this.world.parked.delete(this.plate);
      await this.perform(entered ? "park-entered" : "park-left", this.world.report("YARD", "/reports/park", time, body));
    }
  }

  /** What is planned as the way back of an export comes only behind it. */
  private async comesBack(arrivesAt: number): Promise<boolean | "NEVER"> {
    if (this.row.direction === "EXPORT" || this.row.linkedDeclarationIds.length === 0) return false;
    const { clock, midnight } = this.world;
    while (clock.now() < Math.max(arrivesAt, this.backSince())) {
      if (clock.now() > midnight + CLOSES) return "NEVER";
      await clock.until(Math.min(Math.max(arrivesAt, this.backSince()), clock.now() + 10 * MINUTE));
    }
    const body = { plate: this.plate, gate: this.gate, way: "IN" };
    const at = clock.now() - FROM_LINE_TO_GATE;
    await this.perform("line-in", this.world.report("GATE_DEVICE", "/reports/line", at, body));
    return true;
  }

  /** The earliest that the vehicle of a two-way trip is back; never, while its export has not left. */
  private backSince(): number {
    const [out] = this.row.linkedDeclarationIds;
    if (this.row.direction === "EXPORT" || out === undefined) return 0;
    const left = this.world.journal.find(`${out}/cleared`);
    return left ? Date.parse(left.t) + SHORTEST_TURN_ROUND : Infinity;
  }

  /** Who was sent to another gate goes there; who was turned back goes home. */
  private async toOtherGate(arrivedAt: number): Promise<void> {
    const to = this.truth.turned?.to;
    if (!to) return;
    const arrivesAt = this.world.clock.now() + FROM_GATE_TO_GATE;
    if (arrivesAt > this.world.midnight + CLOSES) return;
    const by = arrivesAt - arrivedAt;
    const { entersYardAt, leavesYardAt, leavesGateAt } = this.truth;
    const truth: Truth = {
      ...this.truth,
      turned: null,
      tractor: null,
      entersYardAt: entersYardAt + by,
      leavesYardAt: leavesYardAt + by,
      leavesGateAt: leavesGateAt === null ? null : leavesGateAt + by,
    };
    const about: About = { ...this.about, gate: to, crossing: null };
    const yard = GATES[to]?.yard ?? this.row.parkingPlace;
    const { handedOver } = this;
    const stay = { name: `${this.row.declarationId}/${to}`, plate: this.plate, yard, comesBack: false, handedOver, tractor: otherTractor(this.row) };
    await this.overTheLine(await new Visit(this.world, about, truth, stay).live(arrivesAt), about, stay.name);
  }

  /** An export goes over the line; empty it comes back the same day, or another day that is not played. */
  private async overTheLine(ending: Ending, about: About, name: string): Promise<void> {
    const left = this.world.journal.find(`${name}/cleared`);
    if (ending !== "LEFT" || this.row.direction !== "EXPORT" || !left) return;
    const { world, plate } = this;
    const gate = about.gate;
    const out = Date.parse(left.t) + this.truth.toLine;
    const reports = async (at: number, what: What, path: string, body: Record<string, unknown>) => {
      await world.clock.until(at);
      const request = world.report("GATE_DEVICE", path, at, { plate, gate, ...body });
      await world.perform(`${name}/${what}`, what, about, request);
    };
    await reports(out, "line-out", "/reports/line", { way: "OUT" });
    const back = out + this.truth.otherSide;
    if (this.row.linkedDeclarationIds.length > 0 || back > world.midnight + LAST_EXIT) return;
    await reports(back, "line-in", "/reports/line", { way: "IN" });
    await reports(back + FROM_LINE_TO_GATE, "returned", "/reports/return", { load: "EMPTY" });
  }

  private perform(what: What, request: Parameters<World["perform"]>[3]): Promise<Line> {
    return this.world.perform(`${this.row.declarationId}/${what}`, what, this.about, request);
  }
}
