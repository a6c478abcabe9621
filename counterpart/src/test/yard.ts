import type { Json, StubGate } from "./stub.js";
import { iso } from "../time.js";

interface Lot {
  customsNumber: string;
  packages: number;
}

interface Held extends Json {
  id: string;
  stage: "PLANNED" | "CALLED" | "STARTED" | "FINISHED";
  lots: Lot[];
  source: { registration: string };
  receivers: { registration: string; loading?: { lots: Lot[] } }[];
}

/** Goods that change vehicles, as the public contract has it: what is out of order there is a fault of who plays. */
export class StubYard {
  readonly held = new Map<string, Held>();

  constructor(private readonly gate: StubGate) {}

  list(stage: string): Json {
    const all = [...this.held.values()];
    for (const one of all) if (one.stage === "PLANNED" && this.entered(one.source.registration)) one.stage = "CALLED";
    const shown = all.filter((one) => stage === "any" || one.stage !== "FINISHED");
    return { items: shown.map((one) => ({ ...one, unmet: this.unmet(one) })) };
  }

  private entered(registration: string): boolean {
    return this.gate.of(registration)?.enteredAt !== undefined;
  }

  private unmet({ source, receivers }: Held): string[] {
    const missing = receivers.filter(({ registration }) => !this.entered(registration)).map((_, i) => `RECEIVER_${i + 1}_VEHICLE`);
    return this.gate.of(source.registration)?.state === "IN_YARD" ? missing : ["SOURCE_IN_YARD", ...missing];
  }

  /** What keeps that vehicle; undefined: nothing. */
  keeps(registration: string): string | undefined {
    for (const one of this.held.values()) {
      if (one.source.registration === registration && one.stage === "STARTED") return "its goods are on the move";
      const loading = one.receivers.find((each) => each.registration === registration)?.loading;
      if (loading && one["signedAt"] === undefined) return "its goods are not signed";
    }
    return undefined;
  }

  command(path: string, body: Json, role: string): Json | string {
    if (path === "/transshipments") return this.plan(body);
    const [, , id, deed] = path.split("/");
    const held = this.held.get(id ?? "");
    if (!held) return "TRANSSHIPMENT_UNKNOWN";
    if (role !== (deed === "signature" ? "CUSTOMS" : "YARD")) this.gate.faults.push(`${role}: ${path}`);
    if (deed === "start") return this.start(held);
    if (deed === "loadings") return this.load(held, body);
    if (deed === "finish") return this.finish(held);
    return this.sign(held, body);
  }

  private plan(body: Json): Json {
    const held = { ...body, stage: "PLANNED" } as unknown as Held;
    const source = this.gate.registrations.get(String(body["source"]));
    if (!source) this.gate.faults.push("goods of nobody are planned");
    for (const { registration } of held.receivers) {
      const receives = this.gate.registrations.get(registration);
      if (receives?.["regime"] !== "RECEIVING") this.gate.faults.push(`${registration} receives nothing`);
    }
    this.held.set(held.id, { ...held, source: { registration: String(body["source"]) } });
    return { id: held.id };
  }

  private start(held: Held): Json | string {
    if (held.stage !== "CALLED" || this.unmet(held).length > 0) return "NOT_ELIGIBLE";
    Object.assign(held, { stage: "STARTED", startedAt: iso(this.gate.now()) });
    return {};
  }

  private load(held: Held, body: Json): Json | string {
    const receiver = held.receivers.find(({ registration }) => registration === body["receiver"]);
    if (held.stage !== "STARTED" || !receiver) return "NOT_UNDER_WAY";
    if (String(body["seal"]) === "") this.gate.faults.push("loaded without a seal");
    receiver.loading = { lots: body["lots"] as Lot[] };
    return {};
  }

  private finish(held: Held): Json | string {
    if (held.stage !== "STARTED") return "NOT_UNDER_WAY";
    const sum = (lots: readonly Lot[]) => lots.reduce((all, { packages }) => all + packages, 0);
    const gone = sum(held.lots) - sum(held.receivers.flatMap(({ loading }) => loading?.lots ?? []));
    if (gone < 0 || gone > 1) this.gate.faults.push(`${gone} packages are gone`);
    Object.assign(held, { stage: "FINISHED", differences: gone > 0 ? [{ packages: -gone }] : [] });
    return {};
  }

  private sign(held: Held, body: Json): Json | string {
    if (held.stage !== "FINISHED" || held["signedAt"] !== undefined) return "NOT_FINISHED";
    if ((held["differences"] as unknown[]).length > 0 && body["note"] === undefined) return "NOT_CONSERVED";
    held["signedAt"] = iso(this.gate.now());
    return {};
  }
}
