import { setMaxListeners } from "node:events";
import { Bank } from "./bank.js";
import { BayDesk } from "./bays.js";
import { Cashier } from "./cashier.js";
import { Changing } from "./changing.js";
import { Client, type Tokens } from "./client.js";
import { GateClock } from "./clock.js";
import { tally, type Tally } from "./count.js";
import { makeDay } from "./day.js";
import { COUNTERS, StepCounter } from "./counter.js";
import { Desk } from "./desk.js";
import { Journal } from "./journal.js";
import { acceptPapers } from "./papers.js";
import { Payers } from "./payers.js";
import { trafficPolice } from "./police.js";
import { plansOf } from "./receivers.js";
import type { Row } from "./row.js";
import { distance, shiftPlan, shiftRow, shiftTruth } from "./shift.js";
import { MINUTE, dateOf, startOf } from "./time.js";
import { readNotices } from "./trader.js";
import { GUESTS, PersonDesk, TRAVELLERS } from "./trips.js";
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
  /** Where a bank is played, and with what key; undefined: somebody else is the bank. */
  bank?: { port: number; key: string };
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
  const bank = await openBank(game, world);
  try {
    await world.resume();
    await everybody(world, castOf(game, date, world), bank);
  } catch (error) {
    failure.abort(error);
    throw error;
  } finally {
    bank?.close();
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
function castOf(game: Game, date: string, world: World): Player[] {
  const rows = game.rows ?? makeDay(date, game.seed);
  const by = distance(dayOf(rows), date);
  const plans = new Map(plansOf(rows, game.seed).map((plan, nth) => [plan.source, { plan, nth }]));
  return truths(rows, game.seed).map((truth, i) => {
    const row = rows[i];
    if (!row) throw new Error("a truth without its row");
    const planned = plans.get(row.declarationId);
    const moved = { row: shiftRow(row, by), truth: shiftTruth(truth, by) };
    return planned
      ? new Changing(world, shiftPlan(planned.plan, by), planned.nth, moved.row, moved.truth)
      : new VehicleDay(world, moved.row, moved.truth, () => true);
  });
}

/** Some reports come twice, late or forged, and few never: what came never is found in the bank's file. */
async function openBank(game: Game, world: World): Promise<Bank | undefined> {
  if (!game.bank) return undefined;
  const bank = new Bank({
    key: game.bank.key,
    report: `${game.base}/payment-reports`,
    seed: game.seed,
    faulty: 0.02,
    lateMs: 4_000,
    now: () => world.clock.now(),
    book: `${game.log}.bank`,
  });
  await bank.listen(game.bank.port);
  return bank;
}

/** Whoever has a day to live at a gate. */
interface Player {
  gate: string;
  live(): Promise<void>;
}

async function everybody(world: World, cast: readonly Player[], bank: Bank | undefined): Promise<void> {
  const gates = [...new Set(cast.map(({ gate }) => gate))];
  const desks = gates.flatMap((gate) =>
    (["BORDER_GUARD", "CUSTOMS"] as const).map((agency) => new Desk(world, gate, agency)),
  );
  const counters = gates.flatMap((gate) => COUNTERS.map((agency) => new StepCounter(world, gate, agency)));
  const cashier = new Cashier(world);
  const vehicles = Promise.all(cast.map((vehicle) => vehicle.live()))
    .then(() => world.clock.until(world.midnight + CLOSES + MINUTE))
    .then(() => (bank ? cashier.closes((day) => bank.file(day)) : undefined))
    .then(() => world.end());
  await Promise.all([
    vehicles,
    ...desks.map((desk) => desk.staff()),
    ...counters.map((counter) => counter.staff()),
    ...gates.flatMap((gate) => [TRAVELLERS, GUESTS].map((counting) => new PersonDesk(world, gate, counting).staff())),
    ...gates.map((gate) => new BayDesk(world, gate).staff()),
    cashier.staff(),
    new Payers(world).live(),
    acceptPapers(world),
    trafficPolice(world),
    readNotices(world),
    world.clock.follow(() => world.ended()),
  ]);
}
