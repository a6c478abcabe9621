import { createHmac } from "node:crypto";
import type { Json, StubGate } from "./stub.js";
import { MINUTE, iso } from "../time.js";

interface Charge extends Json {
  charge: number;
  state: "UNRATED" | "OPEN" | "PAID";
  open: number;
}

/** What the gate and the bank sign with. */
export const KEY = "ab".repeat(32);

/** Fees as the public contract has them: every second is one that no tariff knows. */
export class StubTill {
  readonly all = new Map<number, Charge>();
  private readonly payments = new Map<string, { charges: number[]; amount: number }>();
  readonly booked = new Map<string, number>();
  files = 0;
  /** Where payers are sent to. */
  bank = "";

  constructor(private readonly gate: StubGate) {}

  charges(registration: string): void {
    const charge = this.all.size + 1;
    const unrated = charge % 2 === 0;
    const lines = [{ vehicleClass: "VT6", use: "PASSES" }];
    const payer = { taxCode: "0000000041" };
    this.all.set(charge, { charge, registration, payer, lines, state: unrated ? "UNRATED" : "OPEN", open: unrated ? 0 : 300_000 });
  }

  list(): Json {
    return { items: [...this.all.values()].filter(({ state }) => state !== "PAID") };
  }

  command(path: string, body: Json, role: string): Json | string {
    if (role !== (path === "/payments" ? "TRADER" : "MANAGEMENT_BOARD")) this.gate.faults.push(`${role}: ${path}`);
    if (path === "/bank-files") return this.file(String(body["file"]));
    if (path === "/provisional-charges") return this.rate(body);
    const charges = (body["charges"] as number[]).map((one) => this.all.get(one));
    if (charges.some((one) => one?.state !== "OPEN")) return "NOTHING_OPEN";
    if (path === "/settlements") return this.pay(charges.flatMap((one) => one?.charge ?? [])) && {};
    return this.start(String(body["id"]), charges.flatMap((one) => one ?? []));
  }

  private rate(body: Json): Json | string {
    const charge = this.all.get(Number(body["charge"]));
    if (charge?.state !== "UNRATED" || String(body["reason"] ?? "") === "") return "RATE_KNOWN";
    Object.assign(charge, { state: "OPEN", open: Number(body["amount"]) });
    return {};
  }

  private start(payment: string, charges: Charge[]): Json {
    const amount = charges.reduce((sum, { open }) => sum + open, 0);
    this.payments.set(payment, { charges: charges.map(({ charge }) => charge), amount });
    const expires = iso(this.gate.now() + 30 * MINUTE);
    const mac = createHmac("sha256", Buffer.from(KEY, "hex"));
    for (const text of [payment, String(amount), expires]) mac.update(`${text}\n`);
    const query = new URLSearchParams({ payment, amount: String(amount), expires, signature: mac.digest("hex") });
    return { redirect: `${this.bank}?${query.toString()}` };
  }

  /** Signed wrongly, as a forged one is, it has another amount. */
  reported(body: Json): number {
    const payment = this.payments.get(String(body["payment"]));
    if (!payment || payment.amount !== body["amount"]) return 403;
    this.book(String(body["transaction"]), payment);
    return 200;
  }

  private book(transaction: string, { charges, amount }: { charges: number[]; amount: number }): void {
    if (this.booked.has(transaction)) return;
    this.booked.set(transaction, amount);
    this.pay(charges);
  }

  private pay(charges: number[]): true {
    for (const one of charges) Object.assign(this.all.get(one) ?? {}, { state: "PAID", open: 0 });
    return true;
  }

  private file(text: string): Json {
    this.files++;
    for (const line of text.trim().split("\n").slice(1)) {
      const [transaction, payment] = line.split(",");
      const known = this.payments.get(payment ?? "");
      if (known && transaction) this.book(transaction, known);
    }
    return {};
  }
}
