import type { About } from "./journal.js";
import { Random } from "./random.js";
import { officer, shift } from "./roster.js";
import { MINUTE } from "./time.js";
import type { World } from "./world.js";

interface Trip {
  id: string;
  registration?: string;
  gate: string;
  vehicleBackAt?: string;
  travellers: { backAt?: string }[];
}

const LOOKS_EVERY = 4 * MINUTE;

/** The border guard's counter for who comes back: counts the persons of each vehicle that has returned. */
export class TripDesk {
  private list: Trip[] = [];
  private readAt = 0;
  private readonly taken = new Set<string>();

  constructor(
    private readonly world: World,
    private readonly gate: string,
  ) {}

  async staff(): Promise<void> {
    const { seed } = this.world;
    const places = [false, true].map((late) => officer(Random.of(seed, "trips", this.gate, String(late)), 0, late));
    await Promise.all(places.map((who) => shift(this.world, who, (random) => this.one(random))));
  }

  private async one(random: Random): Promise<boolean> {
    await this.look();
    const trip = this.list.find(({ id }) => !this.taken.has(id));
    if (!trip) return false;
    this.taken.add(trip.id);
    await this.world.clock.pass(random.between(0.5, 2) * MINUTE);
    const travellers = trip.travellers.flatMap(({ backAt }, i) => (backAt === undefined ? [i] : []));
    const { gate, id: crossing } = trip;
    const about: About = { gate, direction: "EXPORT", registration: trip.registration ?? null, crossing };
    const request = this.world.request("BORDER_GUARD", `/trips/${crossing}/travellers-back`, { travellers });
    await this.world.perform(`${crossing}/travellers-back`, "travellers-back", about, request);
    return true;
  }

  private async look(): Promise<void> {
    if (this.world.clock.now() - this.readAt < LOOKS_EVERY) return;
    const page = await this.world.client.get<{ items: Trip[] }>("BORDER_GUARD", `/trips?gate=${this.gate}`);
    this.list = (page?.items ?? []).filter(
      ({ vehicleBackAt, travellers }) => vehicleBackAt !== undefined && travellers.some(({ backAt }) => !backAt),
    );
    this.readAt = this.world.clock.now();
  }
}
