import { setTimeout as sleep } from "node:timers/promises";
import { Slots } from "./slots.js";

export type Role =
  | "TRADER"
  | "BORDER_GUARD"
  | "CUSTOMS"
  | "MEDICAL_QUARANTINE"
  | "PLANT_QUARANTINE"
  | "ANIMAL_QUARANTINE"
  | "TRANSPORT_STATION"
  | "MANAGEMENT_BOARD"
  | "TRAFFIC_POLICE"
  | "YARD"
  | "GATE_DEVICE"
  | "READER";
/** Another officer of that agency, for what takes two. */
export type Second = `${Role}_2`;
export type Tokens = Partial<Record<Role | Second, string>>;

/** A command with the id under which it is sent until it is answered. */
export interface Command {
  id: string;
  role: Role | Second;
  path: string;
  body: Record<string, unknown>;
}

export interface Answer {
  status: number;
  body: Record<string, unknown>;
}

const UNDER_WAY = 32;
const PATIENCE_MS = 15_000;
const LONGEST_PAUSE_MS = 3_000;
/** "Not now": the server starts, stops or has too much to do. */
const TRY_AGAIN = new Set([429, 502, 503, 504]);
/** A fault inside the server may pass, but not for ever. */
const FAULTS_BORNE = 10;
const WORTH_SAYING = 3;

/** The public interface of one complex, and nothing else. */
export class Client {
  private readonly slots = new Slots(UNDER_WAY);
  private silentSince = 0;

  constructor(
    private readonly base: string,
    private readonly tokens: Tokens,
    private readonly signal: AbortSignal,
  ) {}

  /** undefined: there is no such thing. */
  async get<T>(role: Role, path: string): Promise<T | undefined> {
    const answer = await this.untilAnswered(path, { headers: this.headers(role) });
    if (answer.status === 404) return undefined;
    if (answer.status >= 400) throw new Error(`GET ${path}: ${describe(answer)}`);
    return answer.body as T;
  }

  /** Sends until there is an answer, under the same Command-Id and with the same bytes. */
  async post(command: Command): Promise<Answer> {
    const headers = {
      ...this.headers(command.role),
      "Content-Type": "application/json",
      "Command-Id": command.id,
    };
    const body = JSON.stringify(command.body);
    const answer = await this.untilAnswered(command.path, { method: "POST", headers, body });
    if (answer.status === 401 || answer.status === 403) {
      throw new Error(`POST ${command.path} as ${command.role}: ${describe(answer)}`);
    }
    return answer;
  }

  /** Whether anybody plays that officer. */
  has(role: Role | Second): boolean {
    return this.tokens[role] !== undefined;
  }

  private headers(role: Role | Second): Record<string, string> {
    const token = this.tokens[role];
    if (!token) throw new Error(`no token for ${role}`);
    return { Authorization: `Bearer ${token}`, Accept: "application/json" };
  }

  private async untilAnswered(path: string, init: RequestInit): Promise<Answer> {
    for (let attempt = 0; ; attempt++) {
      const tried = await this.slots.use(() => this.once(path, init));
      if (tried.answer && !this.again(tried.answer.status, attempt)) {
        this.heard();
        return tried.answer;
      }
      if (attempt >= WORTH_SAYING) this.notHeard(path, tried.answer ? describe(tried.answer) : tried.why);
      const pause = Math.min(LONGEST_PAUSE_MS, 50 * 2 ** Math.min(attempt, 10)) * (0.5 + Math.random());
      await sleep(Math.max(pause, tried.retryAfterMs), undefined, { signal: this.signal });
    }
  }

  private again(status: number, attempt: number): boolean {
    return TRY_AGAIN.has(status) || (status >= 500 && attempt < FAULTS_BORNE);
  }

  private async once(path: string, init: RequestInit): Promise<Tried> {
    this.signal.throwIfAborted();
    const signal = AbortSignal.any([this.signal, AbortSignal.timeout(PATIENCE_MS)]);
    try {
      const response = await fetch(this.base + path, { ...init, signal });
      const text = await response.text();
      const retryAfterMs = Math.min(LONGEST_PAUSE_MS, Number(response.headers.get("Retry-After") ?? 0) * 1000 || 0);
      return { answer: { status: response.status, body: parse(text) }, why: "", retryAfterMs };
    } catch (error) {
      this.signal.throwIfAborted();
      return { answer: undefined, why: reason(error), retryAfterMs: 0 };
    }
  }

  private heard(): void {
    if (this.silentSince > 0) console.error("the server answers again");
    this.silentSince = 0;
  }

  /** Says once that the server is silent, not for each of the requests that wait for it. */
  private notHeard(path: string, why: string): void {
    if (this.silentSince === 0) console.error(`no answer (${path}: ${why}); trying again`);
    this.silentSince ||= Date.now();
  }
}

interface Tried {
  answer: Answer | undefined;
  why: string;
  retryAfterMs: number;
}

/** An answer that is not an object of JSON, or was cut, is a fault like a cut connection. */
function parse(text: string): Record<string, unknown> {
  return text === "" ? {} : normalise(JSON.parse(text));
}

function normalise(value: unknown): Record<string, unknown> {
  if (Array.isArray(value)) return { items: value };
  if (typeof value === "object" && value !== null) return value as Record<string, unknown>;
  throw new Error("the answer is no object");
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause as { code?: string; message?: string } | undefined;
  return cause?.code ?? cause?.message ?? error.message;
}

export function describe({ status, body }: Answer): string {
  return [status, body["code"], body["detail"] ?? body["title"]].filter(Boolean).join(" ");
}
