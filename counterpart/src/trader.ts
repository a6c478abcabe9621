import type { About } from "./journal.js";
import { Random } from "./random.js";
import { MINUTE } from "./time.js";
import type { World } from "./world.js";

interface Notice {
  id: string;
  crossing: string;
  registration: string;
}

/** The traders' office: looks at its notices now and then and acknowledges what it has read. */
export async function readNotices(world: World): Promise<void> {
  const random = Random.of(world.seed, "trader");
  const seen = new Set<string>();
  for (;;) {
    const last = world.ended();
    const answer = await world.client.get<{ items?: Notice[]; notices?: Notice[] }>("TRADER", "/notices");
    const fresh = (answer?.items ?? answer?.notices ?? []).filter(({ id }) => !seen.has(id));
    for (const { id } of fresh) seen.add(id);
    await Promise.all(fresh.map((notice) => acknowledge(world, notice)));
    if (last) return;
    await world.clock.pass(random.between(4, 8) * MINUTE);
  }
}

async function acknowledge(world: World, { id, crossing, registration }: Notice): Promise<void> {
  const known = world.crossings.get(crossing);
  const about: About = { gate: known?.gate ?? null, direction: known?.direction ?? null, registration, crossing };
  const request = world.request("TRADER", `/notices/${id}/acknowledgement`);
  await world.perform(`notice/${id}`, "acknowledged", about, request);
}
