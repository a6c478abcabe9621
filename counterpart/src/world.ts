import { Board } from "./board.js";
import { describe, type Client, type Command, type Role, type Second } from "./client.js";
import type { GateClock } from "./clock.js";
import { Ground } from "./ground.js";
import { uuidv7 } from "./ids.js";
import type { About, Journal, Line, What } from "./journal.js";
import { MINUTE, iso } from "./time.js";

/** What all players share: the line to the gate, its clock, the log, and the day's end. */
export class World {
  private over = false;
  /** Crossings that a device of ours reported, for the log of those who know only the id. */
  readonly crossings = new Map<string, About>();
  /** Plates that stand in the holding park, for whoever walks there. */
  readonly parked = new Set<string>();

  /** The seal of the n-th vehicle that takes goods over, by the registration of who brings them. */
  readonly seals = new Map<string, (n: number) => string>();

  /** Registrations with something to pay for which their drivers wait. */
  readonly unpaid = new Set<string>();

  /** Which places of the yards were given away. */
  readonly ground = new Ground();

  private readonly boards = new Map<string, Board>();

  constructor(
    readonly client: Client,
    readonly clock: GateClock,
    readonly journal: Journal,
    readonly midnight: number,
    readonly seed: number,
  ) {}

  /** What anybody sees at that gate. */
  board(gate: string): Board {
    let board = this.boards.get(gate);
    if (!board) {
      board = new Board(this.client, this.clock, gate);
      this.boards.set(gate, board);
    }
    return board;
  }

  now(): string {
    return iso(this.clock.now());
  }

  ended(): boolean {
    return this.over;
  }

  end(): void {
    this.over = true;
  }

  /** false: the day was over before. */
  async pass(duration: number): Promise<boolean> {
    const { clock } = this;
    for (const until = clock.now() + duration; !this.over && clock.now() < until; ) {
      await clock.until(Math.min(until, clock.now() + 10 * MINUTE));
    }
    return !this.over;
  }

  /** Does a thing once, over all restarts, and writes down the answer, be it a refusal. */
  async perform(key: string, what: What, about: About, request: Omit<Command, "id">): Promise<Line> {
    const known = this.journal.find(key);
    if (known) return known;
    const made = { id: uuidv7(), ...request };
    const command = this.journal.intend({ key, what, about: { ...about }, command: made });
    const answer = await this.client.post(command);
    const { seq, events } = answer.body;
    const refused = answer.status >= 400;
    return this.journal.record({
      t: String(command.body["occurredAt"] ?? this.now()),
      what: refused ? "refused" : what,
      gate: about.gate,
      direction: about.direction,
      registration: what === "registered" ? String(command.body["id"]) : about.registration,
      crossing: what === "arrived" ? String(answer.body["id"] ?? command.body["id"]) : about.crossing,
      seq: typeof seq === "number" ? seq : null,
      key,
      ...(about.nation ? { nation: about.nation } : {}),
      ...(about.receiving ? { receiving: true as const } : {}),
      ...(typeof command.body["receiver"] === "string" ? { receiver: command.body["receiver"] } : {}),
      ...(typeof answer.body["redirect"] === "string" ? { to: answer.body["redirect"] } : {}),
      ...(Array.isArray(events) ? { events: events.map(String) } : {}),
      ...(refused ? { note: `${what}: ${describe(answer)}` } : {}),
    });
  }

  /** After a restart: what was perhaps sent is sent again, under its old Command-Id. */
  async resume(): Promise<void> {
    await Promise.all(
      this.journal.unanswered().map(({ key, what, about, command }) => this.perform(key, what, about, command)),
    );
  }

  /** Somebody's report of what happened at the gate's time `at`; a device never tells of the future. */
  report(role: Role, path: string, at: number, body: Record<string, unknown>): Omit<Command, "id"> {
    return this.request(role, path, { ...body, occurredAt: iso(Math.min(at, this.clock.now())) });
  }

  request(role: Role | Second, path: string, body: Record<string, unknown> = {}): Omit<Command, "id"> {
    return { role, path, body };
  }
}
