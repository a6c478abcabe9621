import { createHmac, timingSafeEqual } from "node:crypto";
import { appendFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { readLines } from "./journal.js";
import { Random } from "./random.js";

/** What can go wrong with a report on its way; drawn for each payment. */
export const FAULTS = ["none", "twice", "late", "forged", "lost"] as const;
export type Fault = (typeof FAULTS)[number];

export interface Taken {
  transaction: string;
  payment: string;
  amount: number;
  at: string;
  fault: Fault;
}

export interface BankSetting {
  /** 64 hexadecimal digits, as the gate has them in `payment.key`. */
  key: string;
  /** Where reports go: `…/v1/lang-son/payment-reports`. */
  report: string;
  seed: number;
  /** Share of payments whose report meets a fault. */
  faulty: number;
  /** How long a late report takes. */
  lateMs: number;
  /** Milliseconds since 1970; the machine's own clock when it is not said. */
  now?: () => number;
  /** A file of its own in which it keeps what it took and what the gate knows of; without one it forgets. */
  book?: string;
}

/** A bank as a payer and the gate see it: a page, a signed report, and a file of each day. */
export class Bank {
  readonly taken: Taken[] = [];
  /** How the gate answered, by transaction. */
  readonly answers = new Map<string, number[]>();
  private readonly random: Random;
  private readonly server: Server;
  private pending: Promise<void>[] = [];
  private closed = false;

  constructor(private readonly setting: BankSetting) {
    this.random = Random.of(setting.seed, "bank");
    this.reopen();
    this.server = createServer((request, response) => {
      this.serve(request, response).catch((error: unknown) => {
        response.writeHead(500).end(String(error));
      });
    });
  }

  async listen(port: number): Promise<number> {
    await new Promise<void>((done) => this.server.listen(port, "127.0.0.1", done));
    const address = this.server.address();
    return typeof address === "object" && address !== null ? address.port : port;
  }

  /** What was not told yet is told by whoever opens the book again. */
  close(): void {
    this.closed = true;
    this.server.close();
    this.server.closeAllConnections();
  }

  /** Until every report that was on its way has its answer. */
  async settled(): Promise<void> {
    while (this.pending.length > 0) {
      const now = this.pending;
      this.pending = [];
      await Promise.all(now);
    }
  }

  private sign(...texts: string[]): string {
    const mac = createHmac("sha256", Buffer.from(this.setting.key, "hex"));
    texts.forEach((text) => mac.update(`${text}\n`));
    return mac.digest("hex");
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", "http://bank");
    if (url.pathname === "/file") {
      response.writeHead(200, { "content-type": "text/csv" }).end(this.file(url.searchParams.get("day") ?? ""));
      return;
    }
    const order = this.order(url.searchParams);
    if (url.pathname !== "/pay" || order === undefined) {
      response.writeHead(400).end("This is no payment order of the gate.");
      return;
    }
    if (request.method !== "POST") {
      response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(page(order.amount));
      return;
    }
    this.pay(order.payment, order.amount);
    const back = this.back(url.searchParams.get("back"));
    if (back === undefined) response.writeHead(200, { "content-type": "text/plain" }).end("Paid.");
    else response.writeHead(303, { location: back }).end();
  }

  /** What the gate signed and nobody changed, and whose time is not over. */
  private order(asked: URLSearchParams): { payment: string; amount: number } | undefined {
    const [payment, amount, expires] = ["payment", "amount", "expires"].map((name) => asked.get(name) ?? "");
    const right = Buffer.from(this.sign(payment ?? "", amount ?? "", expires ?? ""));
    const given = Buffer.from(asked.get("signature") ?? "");
    const fits = right.length === given.length && timingSafeEqual(right, given);
    return fits && payment !== undefined ? { payment, amount: Number(amount) } : undefined;
  }

  /** What was taken before is known again; what the gate does not know of yet is told it again. */
  private reopen(): void {
    if (this.setting.book === undefined) return;
    const told = new Set<string>();
    for (const line of readLines<{ taken?: Taken; told?: string }>(this.setting.book)) {
      if (line.taken) this.taken.push(line.taken);
      if (line.told) told.add(line.told);
    }
    for (const one of this.taken) if (!told.has(one.transaction)) this.pending.push(this.reports(one));
  }

  private writes(line: { taken?: Taken; told?: string }): void {
    if (this.setting.book !== undefined) appendFileSync(this.setting.book, JSON.stringify(line) + "\n");
  }

  /** Where the payer is sent afterwards: nobody signed it, so it leads to the gate or nowhere. */
  private back(asked: string | null): string | undefined {
    return asked !== null && URL.canParse(asked) && new URL(asked).origin === new URL(this.setting.report).origin ? asked : undefined;
  }

  /** The money is taken, once; whether the gate hears of it is another matter. */
  private pay(payment: string, amount: number): void {
    if (this.taken.some((one) => one.payment === payment)) return;
    const fault = this.random.chance(this.setting.faulty) ? (FAULTS[1 + Math.floor(this.random.unit() * (FAULTS.length - 1))] ?? "none") : "none";
    const transaction = `B-${this.setting.seed}-${this.taken.length + 1}`;
    const taken: Taken = { transaction, payment, amount, at: new Date(this.setting.now?.() ?? Date.now()).toISOString(), fault };
    this.taken.push(taken);
    this.writes({ taken });
    this.pending.push(this.reports(taken));
  }

  private async reports(taken: Taken): Promise<void> {
    if (taken.fault === "lost") return;
    if (taken.fault === "forged") await this.tell({ ...taken, amount: taken.amount * 2 }, this.signed(taken));
    if (taken.fault === "late") await new Promise((done) => setTimeout(done, this.setting.lateMs));
    await this.tell(taken, this.signed(taken));
    if (taken.fault === "twice") await this.tell(taken, this.signed(taken));
  }

  private signed(taken: Taken): string {
    return this.sign(taken.transaction, taken.payment, String(taken.amount), taken.at);
  }

  /** Until the gate says that it has it, or that it does not believe it. */
  private async tell(taken: Taken, signature: string): Promise<void> {
    const { transaction, payment, amount, at } = taken;
    const body = JSON.stringify({ transaction, payment, amount, at, signature });
    for (let attempt = 0; attempt < 100 && !this.closed; attempt++) {
      const status = await fetch(this.setting.report, { method: "POST", headers: { "content-type": "application/json" }, body })
        .then(async (answer) => {
          await answer.arrayBuffer();
          return answer.status;
        })
        .catch(() => 0);
      if (status !== 0 && status !== 429 && status !== 503) {
        this.answers.set(transaction, [...(this.answers.get(transaction) ?? []), status]);
        this.writes({ told: transaction });
        return;
      }
      await new Promise((done) => setTimeout(done, 50 * (attempt + 1)));
    }
  }

  /** Everything that was taken on that day (UTC), whatever became of its report. */
  file(day: string): string {
    const lines = this.taken.filter((one) => one.at.startsWith(day)).map((one) => `${one.transaction},${one.payment},${one.amount},${one.at}`);
    return ["transaction,payment,amount,at", ...lines, ""].join("\n");
  }
}

function page(amount: number): string {
  return `<!doctype html><title>Bank</title><form method="post"><p>${amount} VND</p><button>Pay</button></form>`;
}
