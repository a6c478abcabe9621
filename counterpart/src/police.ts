import { uuidv7 } from "./ids.js";
import type { About, What } from "./journal.js";
import { Random } from "./random.js";
import { HOUR, MINUTE } from "./time.js";
import type { World } from "./world.js";

interface Advice {
  word: "GO" | "HOLD" | "TURN" | "AT_GATE";
  to?: string;
  until?: string;
  reasons: { code: string }[];
}

const PARK = "PHU_XA";
const POST = "CSGT_DONG_DANG";
/** When the roll is called; in the park some dozen trucks stand then. */
const CALLS = [7.5 * HOUR, 10 * HOUR, 14 * HOUR];
const MOST = 12;
const NOBODY: About = { gate: "HN", direction: "EXPORT", registration: null, crossing: null };

/** A traffic police officer: calls the roll in the holding park, and tells the drivers what the gate advises. */
export async function trafficPolice(world: World): Promise<void> {
  const random = Random.of(world.seed, "police");
  for (const [i, at] of CALLS.entries()) {
    await world.clock.until(world.midnight + at + random.between(0, 20) * MINUTE);
    if (world.ended()) return;
    await callTheRoll(world, `roll-${i}`, random);
  }
}

async function callTheRoll(world: World, name: string, random: Random): Promise<void> {
  const trucks = [...world.parked].slice(0, MOST);
  // Begun before a restart: another officer takes over, and calls the next one.
  if (trucks.length === 0 || world.journal.find(`${name}/roll-opened`)) return;
  const id = uuidv7();
  const does = (key: string, what: What, path: string, body: Record<string, unknown>) =>
    world.perform(`${name}/${key}`, what, NOBODY, world.request("TRAFFIC_POLICE", path, body));
  await does("roll-opened", "roll-opened", "/rolls", { id, place: PARK });
  for (const [i, plate] of trucks.entries()) {
    await world.clock.pass(random.between(0.5, 1) * MINUTE);
    const entry = { id: uuidv7(), section: 1, rank: (i + 1) * 1000, plate, occurredAt: world.now() };
    await does(`entry-${i}`, "roll-entry", `/rolls/${id}/entries`, { entries: [entry] });
  }
  const roll = await world.client.get<{ version: number }>("TRAFFIC_POLICE", `/rolls/${id}`);
  await does("roll-closed", "roll-closed", `/rolls/${id}/closing`, { version: roll?.version ?? 0 });
  for (const [i, plate] of trucks.entries()) await tells(world, `${name}/order-${i}`, plate);
}

/** What the driver is told is what the gate advises. */
async function tells(world: World, key: string, plate: string): Promise<void> {
  const asked = { id: uuidv7(), role: "TRAFFIC_POLICE", path: "/advice", body: { plate, post: POST } } as const;
  const { status, body } = await world.client.post(asked);
  const { word, to, until, reasons } = body as unknown as Advice;
  if (status >= 400 || word === "AT_GATE") return;
  const order = { id: uuidv7(), plate, post: POST, order: word, reason: reasons[0]?.code ?? "FREE", occurredAt: world.now() };
  const said = { ...order, ...(to ? { to } : {}), ...(until ? { until } : {}) };
  await world.perform(key, "road-order", NOBODY, world.request("TRAFFIC_POLICE", "/traffic-orders", said));
}
