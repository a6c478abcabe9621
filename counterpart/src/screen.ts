import type { CrossingRow } from "./board.js";
import type { Load } from "./loads.js";

/** As the desk does: once a second, few changed loads one by one; many are one list, and that not so often. */
const TICK_MS = 1_000;
const FEW = 8;
const LIST_MS = 10_000;

/** An open screen: follows the stream, and asks for the loads behind the rows that changed. */
export class Screen {
  private readonly rows = new Map<string, number>();
  private readonly loads = new Map<string, number>();
  private readonly changed = new Set<string>();
  private listAt = -Infinity;
  private whole = false;

  constructor(
    private readonly base: string,
    private readonly token: string,
    private readonly signal: AbortSignal,
  ) {}

  /** Screens are not opened in the same moment: each ticks at its own. */
  async open(): Promise<void> {
    const response = await this.ask("/stream", "text/event-stream");
    if (!response.ok || !response.body) throw new Error(`GET /stream: ${response.status}`);
    // A stream that breaks shows nothing any more, and that is counted.
    void this.follow(response.body).catch(() => undefined);
    setTimeout(() => {
      const timer = setInterval(() => this.tick(), TICK_MS);
      this.signal.addEventListener("abort", () => clearInterval(timer));
    }, Math.random() * TICK_MS);
  }

  /** When each part first showed that the vehicle may leave. */
  at(registration: string): { row: number | undefined; load: number | undefined } {
    return { row: this.rows.get(registration), load: this.loads.get(registration) };
  }

  shows(registration: string): boolean {
    return this.rows.has(registration) && this.loads.has(registration);
  }

  private async follow(body: ReadableStream<Uint8Array>): Promise<void> {
    let rest = "";
    for await (const text of body.pipeThrough(new TextDecoderStream())) {
      const lines = (rest + text).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) if (line.startsWith("data:")) this.take(line.slice(5));
    }
  }

  private take(data: string): void {
    const { rows } = JSON.parse(data) as { rows?: CrossingRow[] };
    for (const { registration, mayLeave } of rows ?? []) {
      if (!registration) continue;
      this.changed.add(registration);
      if (mayLeave && !this.rows.has(registration)) this.rows.set(registration, performance.now());
    }
  }

  private tick(): void {
    this.whole ||= this.changed.size > FEW;
    if (!this.whole) {
      const ids = [...this.changed];
      this.changed.clear();
      for (const id of ids) void this.read(`/loads/${id}`).then((load) => this.show(load as Load)).catch(() => undefined);
    } else if (performance.now() - this.listAt > LIST_MS) {
      this.listAt = performance.now();
      this.whole = false;
      const ids = [...this.changed];
      this.changed.clear();
      void this.read("/loads?limit=1000").then((page) => this.list((page as { items: Load[] }).items, ids)).catch(() => undefined);
    }
  }

  /** What the list holds no more has nothing open. */
  private list(items: readonly Load[], asked: readonly string[]): void {
    const open = new Map(items.map((load) => [load.registration, load]));
    for (const id of asked) {
      const load = open.get(id);
      if (!load || load.mayLeave) this.shown(id);
    }
  }

  private show(load: Load): void {
    if (load.mayLeave) this.shown(load.registration);
  }

  private shown(registration: string): void {
    if (!this.loads.has(registration)) this.loads.set(registration, performance.now());
  }

  private async read(path: string): Promise<unknown> {
    return (await this.ask(path, "application/json")).json();
  }

  private ask(path: string, accept: string): Promise<Response> {
    const headers = { Authorization: `Bearer ${this.token}`, Accept: accept };
    return fetch(this.base + path, { headers, signal: this.signal });
  }
}
