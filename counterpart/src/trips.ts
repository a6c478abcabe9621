import type { About } from "./journal.js";
import { Random } from "./random.js";
import { officer, shift } from "./roster.js";
import type { Direction } from "./row.js";
import { MINUTE } from "./time.js";
import type { World } from "./world.js";

interface Trip {
  id: string;
  registration?: string;
  gate: string;
  vehicleBackAt?: string;
  travellers: { backAt?: string }[];
}

interface Guests {
  id: string;
  crossing: string;
  gate: string;
  gone: boolean;
  persons: { outAt?: string }[];
}

/** Persons of one vehicle whom the border guard has still to count. */
interface Count {
  id: string;
  gate: string;
  registration: string | null;
  crossing: string;
  persons: number[];
}

/** What is counted, and how the public interface calls it. */
interface Counting {
  name: "travellers-back" | "guests-out";
  direction: Direction;
  list(world: World, gate: string): Promise<Count[]>;
  request(count: Count): { path: string; body: Record<string, unknown> };
}

const LOOKS_EVERY = 4 * MINUTE;

const missing = (all: readonly (string | undefined)[]): number[] => all.flatMap((at, i) => (at === undefined ? [i] : []));

/** Ours, who come back with a vehicle that has returned. */
export const TRAVELLERS: Counting = {
  name: "travellers-back",
  direction: "EXPORT",
  async list(world, gate) {
    const page = await world.client.get<{ items: Trip[] }>("BORDER_GUARD", `/trips?gate=${gate}`);
    return (page?.items ?? [])
      .filter(({ vehicleBackAt }) => vehicleBackAt !== undefined)
      .map(({ id, gate: at, registration, travellers }) => {
        const persons = missing(travellers.map(({ backAt }) => backAt));
        return { id, gate: at, registration: registration ?? null, crossing: id, persons };
      });
  },
  request: ({ id, persons }) => ({ path: `/trips/${id}/travellers-back`, body: { travellers: persons } }),
};

/** Theirs, who leave with the vehicle that they came in. */
export const GUESTS: Counting = {
  name: "guests-out",
  direction: "IMPORT",
  async list(world, gate) {
    const page = await world.client.get<{ items: Guests[] }>("BORDER_GUARD", `/visits?gate=${gate}&limit=1000`);
    return (page?.items ?? [])
      .filter(({ gone }) => gone)
      .map(({ id, gate: at, crossing, persons }) => ({ id, gate: at, registration: null, crossing, persons: missing(persons.map(({ outAt }) => outAt)) }));
  },
  request: ({ id, persons }) => ({ path: `/visits/${id}/persons-out`, body: { persons } }),
};

/** The border guard's counter for persons: counts those of each vehicle that has returned, or left. */
export class PersonDesk {
  private list: Count[] = [];
  private readAt = 0;
  private readonly taken = new Set<string>();

  constructor(
    private readonly world: World,
    private readonly gate: string,
    private readonly counting: Counting,
  ) {}

  async staff(): Promise<void> {
    const { seed } = this.world;
    const places = [false, true].map((late) => officer(Random.of(seed, this.counting.name, this.gate, String(late)), 0, late));
    await Promise.all(places.map((who) => shift(this.world, who, (random) => this.one(random))));
  }

  private async one(random: Random): Promise<boolean> {
    await this.look();
    const count = this.list.find(({ id }) => !this.taken.has(id));
    if (!count) return false;
    this.taken.add(count.id);
    await this.world.clock.pass(random.between(0.5, 2) * MINUTE);
    const { gate, registration, crossing } = count;
    const { name, direction } = this.counting;
    const about: About = { gate, direction, registration, crossing };
    const { path, body } = this.counting.request(count);
    await this.world.perform(`${count.id}/${name}`, name, about, this.world.request("BORDER_GUARD", path, body));
    return true;
  }

  private async look(): Promise<void> {
    if (this.world.clock.now() - this.readAt < LOOKS_EVERY) return;
    this.list = (await this.counting.list(this.world, this.gate)).filter(({ persons }) => persons.length > 0);
    this.readAt = this.world.clock.now();
  }
}
