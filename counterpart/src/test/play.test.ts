import { COUNTERS } from "../counter.js";
import assert from "node:assert/strict";
import type { AddressInfo } from "node:net";
import { createServer } from "node:http";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { test } from "node:test";
import { Client, type Tokens } from "../client.js";
import { tally, type Tally } from "../count.js";
import { makeDay } from "../day.js";
import { play, type Game } from "../game.js";
import { uuidv7 } from "../ids.js";
import { readLines, type Line } from "../journal.js";
import { HOUR, startOf } from "../time.js";
import { Slots } from "../slots.js";
import { StubGate } from "./stub.js";
import { KEY } from "./till.js";

const ROLES = ["TRADER", "TRAFFIC_POLICE", "YARD", "GATE_DEVICE", "READER", ...COUNTERS] as const;
const TOKENS: Tokens = Object.fromEntries(ROLES.map((role) => [role, `token-${role}`]));
const GATES = ["HN", "TT", "COC", "CM"];
const PLAYED = "2026-03-02";
const EIGHT = startOf(PLAYED) + 20 * HOUR;
const EVERYTHING: Line["what"][] = [
  "registered",
  "arrived",
  "confirmed-border-guard",
  "confirmed-customs",
  "step",
  "watched",
  "asked",
  "through-customs",
  "yard-entered",
  "yard-left",
  "placed",
  "plugged",
  "unplugged",
  "cleared",
  "turned",
  "turned-away",
  "papers",
  "amended",
  "confirmed-again",
  "park-entered",
  "park-left",
  "line-out",
  "line-in",
  "returned",
  "travellers-back",
  "acknowledged",
  "guests-out",
  "tractor-asked",
  "tractor-confirmed",
  "tractor-left",
  "change-planned",
  "change-started",
  "change-loaded",
  "change-finished",
  "change-signed",
  "charged",
  "sent-to-pay",
  "paid-in-cash",
  "bank-file",
];
const COUNTS = {
  EXPORT: { HN: 10, TT: 6, COC: 2, CM: 2 },
  IMPORT: { HN: 18, TT: 13, COC: 3, CM: 6 },
};

/** Imports of that day whose goods are to change vehicles. */
const CHANGES = makeDay("2026-01-15", 5, COUNTS).filter(({ transshipmentPlanned }) => transshipmentPlanned).length;

async function withGate(factor: number, run: (gate: StubGate, game: Omit<Game, "signal">) => Promise<void>) {
  const gate = new StubGate(startOf(PLAYED) + 6.5 * HOUR, factor, { loseEvery: 17, busyEvery: 23 });
  const folder = mkdtempSync(join(tmpdir(), "counterpart-"));
  try {
    const rows = makeDay("2026-01-15", 5, COUNTS);
    const base = await gate.listen();
    const port = await freePort();
    gate.till.bank = `http://127.0.0.1:${port}/pay`;
    const bank = { port, key: KEY };
    await run(gate, { base, tokens: TOKENS, rows, seed: 5, speed: 1, log: join(folder, "log.jsonl"), bank });
  } finally {
    gate.close();
    rmSync(folder, { recursive: true });
  }
}

/** Nobody listens there now. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

function agrees(gate: StubGate, result: Tally, log: string): void {
  assert.deepEqual(gate.faults, []);
  assert.deepEqual(result, gate.count(GATES, EIGHT));
  assert.deepEqual(tally(readLines<Line>(log), PLAYED), result, "the log alone gives the same count");
  assert.equal([...gate.registrations.values()].filter(({ regime }) => regime === undefined).length, 60);
  assert.equal(gate.yard.held.size, CHANGES);
  const arrived = result.rows.reduce((sum, row) => sum + row.arrivals, 0);
  const cleared = result.rows.reduce((sum, row) => sum + row.cleared, 0);
  assert.ok(arrived >= 58, `${arrived} arrived`);
  assert.ok(cleared > 0, "how many get through seven agencies at this speed depends on the machine");
}

test("a small day at 1200 times: our count is the gate's count", { timeout: 120_000 }, async () => {
  await withGate(1200, async (gate, game) => {
    const result = await play({ ...game, signal: new AbortController().signal });
    agrees(gate, result, game.log);
    assert.ok([...gate.commands.values()].some(({ seen }) => seen > 1), "lost answers were asked for again");
    assert.equal(gate.openNotices.size, 0, "every notice was acknowledged");
    const lines = readLines<Line>(game.log);
    const whats = new Set(lines.map(({ what }) => what));
    for (const what of EVERYTHING) assert.ok(whats.has(what), what);
    const refused = lines.filter(({ what }) => what === "refused");
    const taken = refused.filter(({ note }) => note?.endsWith(" PLACE_TAKEN"));
    assert.ok(taken.length > 0);
    for (const { key, crossing } of taken) {
      const again = lines.some((line) => line.what === "placed" && line.crossing === crossing && line.key !== key);
      assert.ok(again, "whoever finds a place taken looks for another one");
    }
    const others = refused.filter((line) => !taken.includes(line) && !line.note?.endsWith(" TURNED"));
    assert.deepEqual(others, [], "an old list may still show who was turned");
  });
});

test("stopped in the middle and started again, the day goes on", { timeout: 120_000 }, async () => {
  await withGate(3600, async (gate, game) => {
    const stop = new AbortController();
    const first = assert.rejects(play({ ...game, signal: stop.signal }));
    while (readLines<Line>(game.log).length <= 70) await sleep(50);
    stop.abort(new Error("killed"));
    await first;
    agrees(gate, await play({ ...game, signal: new AbortController().signal }), game.log);
  });
});

test("after a cut connection the command comes again under the same id, and is done once", async () => {
  const gate = new StubGate(EIGHT, 1, { loseEvery: 1, busyEvery: 1_000 });
  const stop = new AbortController();
  try {
    const client = new Client(await gate.listen(), TOKENS, stop.signal);
    const id = uuidv7();
    const occurredAt = "2026-03-02T20:00:00+07:00";
    const body = { id: uuidv7(), plate: "29C00000", gate: "HN", direction: "EXPORT", occurredAt };
    const answered = client.post({ id, role: "GATE_DEVICE", path: "/reports/arrived", body });
    while ((gate.commands.get(id)?.seen ?? 0) < 2) await sleep(10);
    gate.repent();
    const answer = await answered;
    assert.equal(answer.status, 201);
    assert.equal(answer.body["seq"], 1);
    assert.deepEqual([...gate.commands.keys()], [id]);
    assert.equal(gate.passages.size, 1);
    assert.deepEqual(gate.faults, []);
  } finally {
    stop.abort();
    gate.close();
  }
});

test("no more is under way at once than there are slots", async () => {
  const slots = new Slots(3);
  let underWay = 0;
  let most = 0;
  const work = async () => {
    most = Math.max(most, ++underWay);
    await sleep(2);
    underWay--;
    throw new Error("a failure gives its slot back");
  };
  await Promise.allSettled(Array.from({ length: 20 }, () => slots.use(work)));
  assert.equal(most, 3);
  assert.equal(underWay, 0);
});
