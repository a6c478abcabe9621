import { setMaxListeners } from "node:events";
import { Client, type Tokens } from "./client.js";
import { GateClock } from "./clock.js";
import { tally, type Tally } from "./count.js";
import { makeDay } from "./day.js";
import { COUNTERS, StepCounter } from "./counter.js";
import { Desk } from "./desk.js";
import { Journal } from "./journal.js";
import { acceptPapers } from "./papers.js";
import { trafficPolice } from "./police.js";
import type { Row } from "./row.js";
import { distance, shiftRow, shiftTruth } from "./shift.js";
import { MINUTE, dateOf, startOf } from "./time.js";
import { readNotices } from "./trader.js";
import { TripDesk } from "./trips.js";
import { CLOSES, dayOf, truths } from "./truth.js";
import { VehicleDay } from "./vehicle.js";
import { World } from "./world.js";

export interface Game {
  /** Up to and with the complex: `http://host/v1/lang-son`. */
  base: string;
  tokens: Tokens;
  /** undefined: a generated day. */
  rows: Row[] | undefined;
  seed: number;
  /** Holds only where the gate does not tell how fast its clock runs. */
  speed: number;
  log: string;
  signal: AbortSignal;
}

/** Plays the gate's current day to its end, or goes on with it where the log stops. */
export async function play(game: Game): Promise<Tally> {
  const failure = new AbortController();
  const signal = AbortSignal.any([game.signal, failure.signal]);
  setMaxListeners(0, signal);
  const client = new Client(game.base, game.tokens, signal);
  const clock = await GateClock.read(client, signal, game.speed);
  const journal = new Journal(game.log);
  const date = openDay(journal, dateOf(clock.now()));
  const world = new World(client, clock, journal, startOf(date), game.seed);
  try {
    await world.resume();
    await everybody(world, castOf(game, date, world));
  } catch (error) {
    failure.abort(error);
    throw error;
  }
  return tally(journal.lines(), date);
}

/** A log is about one day; a restart must meet the gate on that day. */
function openDay(journal: Journal, today: string): string {
  const t = `${today}T00:00:00+07:00`;
  const about = { gate: null, direction: null, registration: null, crossing: null };
  const first = journal.find("day") ?? journal.record({ t, what: "day", ...about, seq: null, key: "day" });
  const date = first.t.slice(0, 10);
  if (date !== today) throw new Error(`the log is about ${date}, but at the gate it is ${today}`);
  return date;
}

/** The truth is drawn before the day is moved, so that it is the same on every day. */
function castOf(game: Game, date: string, world: World): VehicleDay[] {
  const rows = game.rows ?? makeDay(date, game.seed);
  const by = distance(dayOf(rows), date);
  return truths(rows, game.seed).map((truth, i) => {
    const row = rows[i];
    if (!row) throw new Error("a truth without its row");
    return new VehicleDay(world, shiftRow(row, by), shiftTruth(truth, by));
  });
}

async function everybody(world: World, cast: readonly VehicleDay[]): Promise<void> {
  const gates = [...new Set(cast.map(({ gate }) => gate))];
  const desks = gates.flatMap((gate) =>
    (["BORDER_GUARD", "CUSTOMS"] as const).map((agency) => new Desk(world, gate, agency)),
  );
  const counters = gates.flatMap((gate) => COUNTERS.map((agency) => new StepCounter(world, gate, agency)));
  const vehicles = Promise.all(cast.map((vehicle) => vehicle.live()))
    .then(() => world.clock.until(world.midnight + CLOSES + MINUTE))
    .then(() => world.end());
  await Promise.all([
    vehicles,
    ...desks.map((desk) => desk.staff()),
    ...counters.map((counter) => counter.staff()),
    ...gates.map((gate) => new TripDesk(world, gate).staff()),
    acceptPapers(world),
    trafficPolice(world),
    readNotices(world),
    world.clock.follow(() => world.ended()),
  ]);
}
