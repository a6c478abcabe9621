import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Tally } from "../count.js";
import type { Direction } from "../row.js";
import { iso } from "../time.js";
import { StubTill } from "./till.js";
import { StubYard } from "./yard.js";

export type Json = Record<string, unknown>;

interface Passage {
  id: string;
  registration: string | null;
  plate: string;
  gate: string;
  direction: Direction;
  state: "AT_GATE" | "IN_YARD" | "OUT_OF_YARD" | "GONE";
  turned?: string;
  askedAgain?: string[];
  askedAgainDue?: string;
  arrivedAt: string;
  borderGuardAt?: string;
  customsAt?: string;
  enteredAt?: string;
  gateLeftAt?: string;
  plugged?: boolean;
  yard?: string;
  place?: string;
  /** Steps that were confirmed. */
  done: string[];
}

/** What its agencies do, each after the one before. */
const STEPS = [
  ["MEDICAL_CHECK", "MEDICAL_QUARANTINE"],
  ["CUSTOMS_CLEARANCE", "CUSTOMS"],
  ["BOARD_FINISH", "MANAGEMENT_BOARD"],
] as const;

/** Every so many POSTs one answer is lost on the way, or the server says "not now". */
export interface Mischief {
  loseEvery: number;
  busyEvery: number;
}

/** A gate in memory that follows the public contract roughly, with two-key rules of its own. */
export class StubGate {
  /** Of whose goods a trader asked for release. */
  private readonly released = new Set<string>();
  readonly passages = new Map<string, Passage>();
  readonly commands = new Map<string, { text: string; answer: Json; status: number; seen: number }>();
  readonly openNotices = new Map<string, Json>();
  readonly registrations = new Map<string, Json>();
  readonly papers = new Set<string>();
  /** What is out, by its passage. */
  readonly trips = new Map<string, Json>();
  /** Who came in a foreign vehicle and has left with it, not counted yet. */
  readonly guests = new Map<string, Json>();
  private readonly asked = new Map<string, { plate: string; keys: number }>();
  private readonly oldTractors = new Set<string>();
  readonly faults: string[] = [];
  /** Small, so that lists have several pages. */
  page = 5;
  private readonly server: Server;
  private readonly started = performance.now();
  private posts = 0;
  private seq = 0;
  private placings = 0;
  private readonly foreign = new Set<string>();
  readonly yard = new StubYard(this);
  readonly till = new StubTill(this);

  constructor(private readonly begin: number, private readonly factor: number, private mischief: Mischief) {
    this.server = createServer((request, response) => void this.handle(request, response));
  }

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/v1/lang-son`;
  }

  /** From now on no answer is lost. */
  repent(): void {
    this.mischief = { loseEvery: Infinity, busyEvery: Infinity };
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  now(): number {
    return this.begin + (performance.now() - this.started) * this.factor;
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let text = "";
    for await (const chunk of request) text += String(chunk);
    const url = new URL(request.url ?? "", "http://stub");
    const path = url.pathname.replace("/v1/lang-son", "");
    const role = (request.headers.authorization ?? "").replace("Bearer token-", "");
    if (path === "/payment-reports") return send(response, this.till.reported(JSON.parse(text) as Json), {});
    if (request.method === "GET") return send(response, 200, this.read(path, url.searchParams));
    this.posts++;
    if (this.posts % this.mischief.busyEvery === 0) {
      return send(response, 503, { code: "BUSY" }, { "Retry-After": "0" });
    }
    const { status, answer } = this.command(String(request.headers["command-id"]), text, path, role);
    if (this.posts % this.mischief.loseEvery === 0) return void request.socket.destroy();
    send(response, status, answer);
  }

  private read(path: string, query: URLSearchParams): Json {
    if (path === "/transshipments") return this.yard.list(query.get("stage") ?? "any");
    if (path.startsWith("/transshipments/")) return { ...this.yard.held.get(path.slice(16)) };
    if (path === "/charges") return this.till.list();
    if (path === "/overview") return { clock: { now: iso(this.now()), factor: this.factor } };
    if (path === "/notices") return { items: [...this.openNotices.values()] };
    if (path === "/registrations") {
      const items = [...this.registrations.values()].filter(({ id }) => !this.papers.has(String(id)));
      return { items: items.map((row) => ({ ...row, version: 0, gate: row["gateCode"] })) };
    }
    if (path === "/visits") return { items: [...this.guests.values()].filter(({ gate }) => gate === query.get("gate")) };
    if (path === "/trips") return { items: [...this.trips.values()].filter(({ gate }) => gate === query.get("gate")) };
    if (path === "/loads") {
      const inside = [...this.passages.values()].filter(
        (p) => p.enteredAt && p.state !== "GONE" && p.gate === query.get("gate") && p.done.length < STEPS.length,
      );
      return { items: inside.map((passage) => this.load(passage)) };
    }
    const load = /^\/loads\/(.+)$/.exec(path)?.[1];
    if (load !== undefined) {
      const owed = { step: "CUSTOMS_CLEARANCE", agency: "CUSTOMS", status: "REQUIRED", late: false, doneBy: "GOODS_RELEASE" };
      return { registration: load, version: 0, lines: this.released.has(load) ? [owed] : [] };
    }
    const one = /^\/crossings\/(.+)$/.exec(path);
    if (one) return { ...this.passages.get(one[1] ?? "") };
    const live = [...this.passages.values()].filter(
      (passage) => passage.state !== "GONE" && passage.gate === query.get("gate"),
    );
    const from = Number(query.get("after") ?? 0);
    const to = from + Math.min(this.page, Number(query.get("limit")));
    const rows = live.map((passage) => ({ ...passage, mayLeave: this.mayLeave(passage) }));
    return { items: rows.slice(from, to), ...(to < live.length ? { next: String(to) } : {}) };
  }

  private mayLeave(passage: Passage): boolean {
    return passage.done.length === STEPS.length && this.yard.keeps(passage.registration ?? "") === undefined;
  }

  of(registration: string): Passage | undefined {
    return [...this.passages.values()].find((passage) => passage.registration === registration);
  }

  private load(passage: Passage | undefined): Json {
    const next = passage && STEPS[passage.done.length];
    return {
      registration: passage?.registration,
      crossing: passage?.id,
      version: 0,
      gate: passage?.gate,
      direction: passage?.direction,
      channel: "GREEN",
      mayLeave: passage !== undefined && next === undefined,
      unmet: [],
      lines: next ? [{ step: next[0], agency: next[1], status: "REQUIRED", since: passage.enteredAt, late: false }] : [],
    };
  }

  private step(registration: string, step: string, role: string): Json | string {
    const passage = this.of(registration);
    if (passage?.state === "GONE" && this.released.has(registration) && step === "CUSTOMS_CLEARANCE") return {};
    const next = passage && STEPS[passage.done.length];
    if (next?.[0] !== step) return "STEP_NOT_READY";
    if (next[1] !== role) this.faults.push(`${role} confirms ${step}`);
    passage?.done.push(step);
    return {};
  }

  /** The same id and body get the same answer; the same id with another body is a fault. */
  private command(id: string, text: string, path: string, role: string): { status: number; answer: Json } {
    if (!/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab]/.test(id)) this.faults.push(`no UUIDv7: ${id}`);
    const known = this.commands.get(id);
    if (known) {
      known.seen++;
      if (known.text !== path + text) this.faults.push(`${id} came again with another body`);
      return known;
    }
    const refused = this.decide(path, JSON.parse(text) as Json, role);
    const status = typeof refused === "string" ? 409 : 201;
    const answer = typeof refused === "string" ? { code: refused } : { commandId: id, seq: ++this.seq, ...refused };
    this.commands.set(id, { text: path + text, answer, status, seen: 1 });
    return { status, answer };
  }

  private decide(path: string, body: Json, role: string): Json | string {
    const key = `${String(body["plate"])}/${String(body["direction"])}`;
    if (path.startsWith("/transshipments")) return this.yard.command(path, body, role);
    if (/^\/(payments|settlements|provisional-charges|bank-files)$/.test(path)) return this.till.command(path, body, role);
    if (path === "/registrations") return this.register(body);
    if (path === "/reports/arrived") return this.arrive(body);
    if (path === "/reports/park") return {};
    if (path === "/advice") return { word: "GO", reasons: [] };
    if (path.startsWith("/rolls") || path === "/traffic-orders") return {};
    if (path === "/reports/line" || path === "/reports/return") return this.away(path, body);
    const tractor = /^\/crossings\/(.+)\/tractor-(requests|confirmations)$/.exec(path);
    if (tractor) return this.tractor(tractor[1] ?? "", tractor[2] === "requests", body);
    if (path.endsWith("/persons-out")) return this.guests.delete(path.split("/")[2] ?? "") ? {} : "VISIT_UNKNOWN";
    const counted = /^\/trips\/(.+)\/travellers-back$/.exec(path);
    if (counted) return this.trips.delete(counted[1] ?? "") ? {} : "TRIP_UNKNOWN";
    const accepted = /^\/registrations\/(.+)\/papers-confirmations$/.exec(path);
    if (accepted) return this.papers.add(accepted[1] ?? "") && {};
    const amended = /^\/registrations\/(.+)\/amendments$/.exec(path);
    if (amended) return this.amend(amended[1] ?? "");
    const turning = /^\/crossings\/(.+)\/turnings$/.exec(path);
    if (turning) return this.turnAway(turning[1] ?? "");
    const notice = /^\/notices\/(.+)\/acknowledgement$/.exec(path);
    if (notice) return this.openNotices.delete(notice[1] ?? "") ? {} : "NOT_OPEN";
    const keyTurned = /^\/crossings\/(.+)\/entry-confirmations$/.exec(path);
    if (keyTurned) return this.turn(keyTurned[1] ?? "", role);
    const plug = /^\/crossings\/(.+)\/(un)?pluggings$/.exec(path);
    if (plug) return this.plug(plug[1] ?? "", plug[2] === undefined);
    const placing = /^\/crossings\/(.+)\/placings$/.exec(path);
    if (placing) return this.place(placing[1] ?? "", String(body["place"]));
    const asked = /^\/loads\/(.+)\/requests$/.exec(path)?.[1];
    if (asked !== undefined) this.released.add(asked);
    const work = /^\/loads\/(.+)\/confirmations$/.exec(path);
    if (work) return this.step(work[1] ?? "", String(body["step"]), role);
    if (path.startsWith("/loads/")) return {};
    if (path === "/reports/gate-left" && this.oldTractors.delete(String(body["plate"]))) return {};
    const passage =
      this.passages.get(String(body["crossing"])) ??
      [...this.passages.values()].find((each) => `${each.plate}/${each.direction}` === key && each.state !== "GONE");
    if (!passage) return "UNKNOWN";
    const at = String(body["occurredAt"]);
    if (Date.parse(at) > this.now() + 1) this.faults.push(`${path} tells of the future`);
    if (path === "/reports/yard-entered") Object.assign(passage, { state: "IN_YARD", yard: body["yard"] });
    if (path === "/reports/yard-left") {
      if (passage.enteredAt && passage.done.length < STEPS.length) this.faults.push(`${passage.plate} leaves unreleased`);
      const kept = this.yard.keeps(passage.registration ?? "");
      if (kept) this.faults.push(`${passage.plate} leaves while ${kept}`);
      passage.state = "OUT_OF_YARD";
      delete passage.place;
    }
    if (path === "/reports/gate-left") {
      Object.assign(passage, { state: "GONE", gateLeftAt: at });
      const { id, gate, plate, direction, turned } = passage;
      const way = (direction === "EXPORT") === !turned ? "OUT" : "IN";
      if (body["way"] !== way) this.faults.push(`${plate} leaves ${String(body["way"])}, not ${way}`);
      if (direction === "IMPORT") this.guests.set(id, { id, crossing: id, gate, gone: true, persons: [{}] });
      if (direction === "EXPORT" && !turned) this.trips.set(id, { id, gate, plate, travellers: [{}] });
    }
    return {};
  }

  private away(path: string, body: Json): Json | string {
    const trip = [...this.trips.values()].find(({ plate }) => plate === body["plate"]);
    if (!trip) this.faults.push(`${path}: ${String(body["plate"])} is not out`);
    if (path === "/reports/return" && trip) trip["vehicleBackAt"] = body["occurredAt"];
    if (body["load"] !== "LOADED") return {};
    return { ...this.arrive({ ...body, direction: "IMPORT" }), events: ["VehicleArrived", "VehicleReturned"] };
  }

  /** Customs relies on everything. */
  private amend(registration: string): Json {
    const passage = this.of(registration);
    if (!passage?.customsAt || passage.state === "GONE") return { events: ["Amended"] };
    delete passage.customsAt;
    passage.askedAgain = ["CUSTOMS"];
    passage.askedAgainDue = iso(this.now());
    return { events: ["Amended", "KeysVoided"] };
  }

  private turnAway(id: string): Json | string {
    const passage = this.passages.get(id);
    if (!passage?.registration || passage.state === "GONE") return "NOT_TURNABLE";
    passage.turned = iso(this.now());
    return {};
  }

  /** The passage is the new tractor's with the second key. */
  private tractor(id: string, asks: boolean, body: Json): Json | string {
    const passage = this.passages.get(id);
    if (passage?.state !== "IN_YARD") return "TRACTOR_NOT_CHANGEABLE";
    const known = this.asked.get(id);
    if (asks) {
      this.asked.set(id, { plate: String(body["plateNumber"]).replace(/[-.]/g, ""), keys: 0 });
    } else if (!known) {
      return "CHANGE_UNKNOWN";
    } else if (++known.keys === 2) {
      this.oldTractors.add(passage.plate);
      passage.plate = known.plate;
    }
    return {};
  }

  private plug(id: string, plugged: boolean): Json | string {
    const passage = this.passages.get(id);
    if (passage?.state !== "IN_YARD" || (passage.plugged ?? false) === plugged) return "REFUSED";
    passage.plugged = plugged;
    return {};
  }

  /** Now and then one stands there whom the screen does not show, and stays. */
  private place(id: string, place: string): Json | string {
    const passage = this.passages.get(id);
    if (passage?.state !== "IN_YARD") return "NOT_IN_YARD";
    const there = [...this.passages.values()].some((one) => one.yard === passage.yard && one.place === place);
    if (there || this.foreign.has(`${passage.yard} ${place}`)) this.faults.push(`two are sent to ${place}`);
    if (++this.placings % 7 === 0) {
      this.foreign.add(`${passage.yard} ${place}`);
      return "PLACE_TAKEN";
    }
    passage.place = place;
    return {};
  }

  private register(body: Json): Json {
    const plate = plateOf(body);
    this.registrations.set(String(body["id"]), body);
    for (const passage of this.passages.values()) {
      if (passage.plate === plate && passage.direction === body["direction"]) passage.registration = String(body["id"]);
    }
    return { id: body["id"] };
  }

  private arrive(body: Json): Json {
    const papers = [...this.registrations].find(
      ([, row]) => plateOf(row) === body["plate"] && row["direction"] === body["direction"],
    );
    const { id, plate, gate, direction } = body as unknown as Passage;
    const arrivedAt = String(body["occurredAt"]);
    const registration = papers?.[0] ?? null;
    this.passages.set(id, { id, plate, gate, direction, arrivedAt, state: "AT_GATE", registration, done: [] });
    return { id };
  }

  private turn(id: string, role: string): Json | string {
    const passage = this.passages.get(id);
    if (!passage || passage.state === "GONE" || !passage.registration) return "REFUSED";
    if (passage.turned) return "TURNED";
    const field = role === "CUSTOMS" ? "customsAt" : "borderGuardAt";
    if (passage[field]) return "ALREADY_CONFIRMED";
    passage[field] = iso(this.now());
    delete passage.askedAgain;
    if (passage.enteredAt) return {};
    if (!passage.customsAt || !passage.borderGuardAt) return {};
    passage.enteredAt = iso(this.now());
    this.till.charges(passage.registration);
    this.openNotices.set(`n-${id}`, { id: `n-${id}`, crossing: id, registration: passage.registration });
    return {};
  }

  /** The stub's own count of the day. */
  count(gates: readonly string[], at: number): Tally {
    const all = [...this.passages.values()].filter(({ registration }) => this.registrations.get(registration ?? "")?.["regime"] !== "RECEIVING");
    const left = (passage: Passage) => Date.parse(passage.gateLeftAt ?? "9999-12-31");
    const of = (gate: string, direction: string) => all.filter((p) => p.gate === gate && p.direction === direction);
    return {
      rows: gates.flatMap((gate) =>
        (["EXPORT", "IMPORT"] as const).map((direction) => ({
          gate,
          direction,
          arrivals: of(gate, direction).length,
          cleared: of(gate, direction).filter(({ state, turned }) => state === "GONE" && !turned).length,
        })),
      ),
      backlog2000: gates.map((gate) => ({
        gate,
        backlog: of(gate, "EXPORT").filter((p) => Date.parse(p.arrivedAt) <= at && left(p) > at).length,
      })),
    };
  }
}

function plateOf(row: Json): string {
  return (row["vehicles"] as { plateNormalised: string }[])[0]?.plateNormalised ?? "";
}

function send(response: ServerResponse, status: number, body: Json, headers: Record<string, string> = {}): void {
  response.writeHead(status, { "Content-Type": "application/json", ...headers }).end(JSON.stringify(body));
}
