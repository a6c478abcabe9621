import type { About } from "./journal.js";
import { Random } from "./random.js";
import type { Direction } from "./row.js";
import { MINUTE } from "./time.js";
import type { World } from "./world.js";

interface Held {
  id: string;
  version: number;
  gate: string;
  direction: Direction;
  crossing?: string;
}

const LOOKS_EVERY = 4 * MINUTE;
const MOST = 200;

/**
 * Customs accepts registrations at any hour, some minutes after they came (recorded: 3 min 54 s and
 * 4 min 04 s), and again after an amendment.
 */
export async function acceptPapers(world: World): Promise<void> {
  const random = Random.of(world.seed, "papers");
  while (!world.ended()) {
    const path = `/registrations?papersMissing=CUSTOMS&order=arrival&limit=${MOST}`;
    const page = await world.client.get<{ items: Held[] }>("READER", path);
    await Promise.all((page?.items ?? []).map((held) => accept(world, held)));
    await world.clock.pass(LOOKS_EVERY * random.between(0.8, 1.6));
  }
}

async function accept(world: World, held: Held): Promise<void> {
  const { id, version, gate, direction, crossing } = held;
  const key = (of: number) => `${id}/papers/${of}`;
  const about: About = { gate, direction, registration: id, crossing: crossing ?? null };
  const again = version > 0 && world.journal.find(key(0)) !== undefined;
  const request = world.request("CUSTOMS", `/registrations/${id}/papers-confirmations`, { version });
  await world.perform(key(version), again ? "confirmed-again" : "papers", about, request);
}
