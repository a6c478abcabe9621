import type { Role } from "./client.js";
import type { About, What } from "./journal.js";
import { Inspector } from "./inspect.js";
import { LoadBoard, type Load, type LoadLine } from "./loads.js";
import { Random } from "./random.js";
import { officer, shift } from "./roster.js";
import { MINUTE } from "./time.js";
import type { World } from "./world.js";

/** The agencies that do steps on a load. Each does its own alone. */
export const COUNTERS = [
  "BORDER_GUARD",
  "CUSTOMS",
  "MEDICAL_QUARANTINE",
  "PLANT_QUARANTINE",
  "ANIMAL_QUARANTINE",
  "TRANSPORT_STATION",
  "MANAGEMENT_BOARD",
] as const satisfies readonly Role[];

export type Counter = (typeof COUNTERS)[number];

/** How long one takes at the counter, in minutes: least and most. */
const WORK: Readonly<Record<Counter, readonly [number, number]>> = {
  BORDER_GUARD: [0.3, 1],
  CUSTOMS: [0.5, 1.8],
  MEDICAL_QUARANTINE: [0.2, 0.7],
  PLANT_QUARANTINE: [2, 7],
  ANIMAL_QUARANTINE: [2, 7],
  TRANSPORT_STATION: [0.3, 1.2],
  MANAGEMENT_BOARD: [0.3, 1],
};

const STAFF: Readonly<Record<string, number>> = { HN: 6, TT: 5, COC: 1, CM: 3 };
const RED_SHARE = 0.05;
const YELLOW_SHARE = 0.15;
const HELD_SHARE = 0.01;

/** With the first of these customs says how closely it looks. */
const DECISIONS: ReadonlySet<string> = new Set(["CUSTOMS_CLEARANCE", "GOODS_RELEASE"]);

const QUARANTINE: ReadonlySet<Counter> = new Set<Counter>(["PLANT_QUARANTINE", "ANIMAL_QUARANTINE"]);

/** So long a list may still show what was done. */
const LIST_LAGS = 4 * MINUTE;

interface Turn {
  load: Load;
  line: LoadLine;
}

/** The officers of one agency at one gate who do its steps. */
export class StepCounter {
  private readonly list: LoadBoard;
  private readonly taken = new Set<string>();
  private readonly notBefore = new Map<string, number>();
  private readonly tries = new Map<string, number>();
  private readonly looked = new Set<string>();

  constructor(
    private readonly world: World,
    private readonly gate: string,
    private readonly agency: Counter,
  ) {
    this.list = new LoadBoard(world.client, world.clock, gate, agency);
  }

  async staff(): Promise<void> {
    const count = STAFF[this.gate] ?? 2;
    const places = Array.from({ length: count }, (_, i) => [false, true].map((late) => this.officer(i, late)));
    await Promise.all(
      places.flat().map((who) => shift(this.world, who, (random) => this.one(random))),
    );
  }

  private officer(place: number, late: boolean) {
    const random = Random.of(this.world.seed, "counter", this.gate, this.agency, String(late), String(place));
    return officer(random, place, late);
  }

  /** One load; false: there is nothing to do. */
  private async one(random: Random): Promise<boolean> {
    const turn = await this.next();
    if (!turn) return false;
    const [least, most] = WORK[this.agency];
    await this.world.clock.pass(random.between(least, most) * MINUTE);
    const key = keyOf(turn);
    if (!turn.line.askedAgain && (await this.puts(turn, random))) {
      this.notBefore.set(key, this.world.clock.now() + random.between(15, 40) * MINUTE);
    } else await this.confirms(turn);
    this.taken.delete(key);
    return true;
  }

  /** The first whose turn it is: what is asked again, then the longest waiting. */
  private async next(): Promise<Turn | undefined> {
    const now = this.world.clock.now();
    const turns: Turn[] = [];
    for (const load of await this.list.look()) {
      for (const line of load.lines) {
        const turn = { load, line };
        const mine = line.agency === this.agency && !/^(KEY|INSPECTION)_/.test(line.step) && line.since !== undefined;
        const key = keyOf(turn);
        if (mine && line.status !== "REFUSED" && !this.taken.has(key) && (this.notBefore.get(key) ?? 0) <= now) {
          turns.push(turn);
        }
      }
    }
    const rank = ({ line }: Turn) => (line.askedAgain ? 0 : 1);
    turns.sort((a, b) => rank(a) - rank(b) || (a.line.since ?? "").localeCompare(b.line.since ?? ""));
    const [turn] = turns;
    if (turn) this.taken.add(keyOf(turn));
    return turn;
  }

  /** What the officer does before the word: customs says the channel, some loads are looked into, few are held. */
  private async puts({ load, line }: Turn, random: Random): Promise<boolean> {
    const inspector = new Inspector(this.world, this.agency, load, random);
    if (this.agency === "CUSTOMS" && load.channel === "NONE" && DECISIONS.has(line.step)) {
      const draw = random.unit();
      const channel = draw < RED_SHARE ? "RED" : draw < RED_SHARE + YELLOW_SHARE ? "YELLOW" : "GREEN";
      await this.does(load, "channel", "/channel", { channel });
      if (channel === "RED") {
        await inspector.opensRed();
        return true;
      }
    }
    if (this.agency === "BORDER_GUARD" && (await this.once(load, () => inspector.standsBy()))) return true;
    if (QUARANTINE.has(this.agency) && (await this.once(load, () => inspector.samples()))) return true;
    if (this.agency === "PLANT_QUARANTINE" && random.chance(HELD_SHARE)) {
      await this.does(load, "held", "/holds", { kind: "TEST", lifters: [this.agency] });
      await this.world.clock.pass(random.between(45, 150) * MINUTE);
      const file = await this.world.client.get<Load>("READER", `/loads/${load.registration}`);
      const own = file?.holds?.find(({ agency }) => agency === this.agency);
      if (own) await this.does(load, `lifted ${own.hold}`, "/hold-liftings", { hold: own.hold });
    }
    return false;
  }

  /** Whether a load is looked into is thought of once. */
  private async once(load: Load, looks: () => Promise<boolean>): Promise<boolean> {
    if (this.looked.has(load.registration)) return false;
    this.looked.add(load.registration);
    return looks();
  }

  /** What was refused because the list was old is tried again when it is the turn again. */
  private async confirms({ load, line }: Turn): Promise<void> {
    const key = keyOf({ load, line });
    const tried = this.tries.get(key) ?? 0;
    const body = { step: line.step, version: load.version };
    const what = line.askedAgain ? "confirmed-again" : "step";
    const answer = await this.does(load, `${line.step}/${load.version}/${tried}`, "/confirmations", body, what);
    if (answer.what === "refused") this.tries.set(key, tried + 1);
    this.notBefore.set(key, this.world.clock.now() + LIST_LAGS);
  }

  private does(load: Load, deed: string, path: string, body: Record<string, unknown>, what: What = "step") {
    const about: About = {
      gate: load.gate,
      direction: load.direction,
      registration: load.registration,
      crossing: load.crossing ?? null,
    };
    const request = this.world.request(this.agency, `/loads/${load.registration}${path}`, body);
    return this.world.perform(`${load.registration}/${this.agency}/${deed}`, what, about, request);
  }
}

function keyOf({ load, line }: Turn): string {
  return `${load.registration}/${line.step}`;
}
