import type { Random } from "./random.js";
import { HOUR, MINUTE } from "./time.js";
import type { World } from "./world.js";

/** Times of the day in milliseconds after midnight. */
export interface Officer {
  random: Random;
  from: number;
  to: number;
  breakFrom: number;
  breakTo: number;
}

/** Early or late shift; lunch or supper taken in turn; some come late. */
export function officer(random: Random, place: number, late: boolean): Officer {
  const from = (late ? 13 : 6.75) * HOUR + Math.max(0, random.normal(2, 9)) * MINUTE;
  const breakFrom = (late ? 17.25 : 11.25) * HOUR + place * 40 * MINUTE + random.between(0, 15) * MINUTE;
  const breakTo = breakFrom + random.between(30, 50) * MINUTE;
  return { random, from, to: (late ? 21.5 : 14) * HOUR, breakFrom, breakTo };
}

/** One officer's shift: one piece of work after the other; a pause when there is none. */
export async function shift(
  world: World,
  { random, from, to, breakFrom, breakTo }: Officer,
  one: (random: Random) => Promise<boolean>,
): Promise<void> {
  const { clock, midnight } = world;
  await wait(world, midnight + from);
  while (!world.ended()) {
    const time = clock.now() - midnight;
    if (time >= to) return;
    if (time >= breakFrom && time < breakTo) await wait(world, midnight + breakTo);
    else if (!(await one(random))) await clock.pass(random.between(1, 3) * MINUTE);
  }
}

/** In steps, so that the end of the run ends it. */
async function wait(world: World, until: number): Promise<void> {
  const { clock } = world;
  while (!world.ended() && clock.now() < until) {
    await clock.until(Math.min(until, clock.now() + 10 * MINUTE));
  }
}
