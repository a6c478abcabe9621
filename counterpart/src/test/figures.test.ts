import assert from "node:assert/strict";
import { test } from "node:test";
import { tally } from "../count.js";
import { figures } from "../figures.js";
import type { Line, What } from "../journal.js";
import type { Direction, Nation } from "../row.js";

const DATE = "2026-01-15";

/** `08:00 cleared X1`: of passage X1 with registration R1. */
function log(direction: Direction, nation: Nation, text: string): Line[] {
  return text
    .trim()
    .split("\n")
    .map((row, i) => {
      const [at, what, crossing, ...events] = row.trim().split(/\s+/) as [string, What, string, ...string[]];
      const key = what === "arrived" && events.includes("elsewhere") ? `${crossing}/TT/${what}` : `${crossing}/${what}`;
      const about = { gate: "HN", direction, nation, registration: crossing.replace("X", "R"), crossing };
      return { t: `${DATE}T${at}:00+07:00`, what, ...about, seq: i, key, events };
    });
}

const LINES = [
  ...log("EXPORT", "VN", `
    07:50 arrived X1
    08:00 confirmed-customs X1
    08:30 confirmed-border-guard X1
    12:00 cleared X1
    12:10 line-out X1
    15:00 returned X1
    15:10 travellers-back X1
    07:55 arrived X2
    08:10 confirmed-border-guard X2
    08:20 confirmed-customs X2
    14:20 cleared X2
    14:30 line-out X2
    09:00 arrived X3
    09:10 turned X3
    09:20 turned-away X3
    10:00 arrived X4 elsewhere
    10:10 confirmed-customs X4
    10:00 arrived X5
    10:05 turned X5
    10:15 turned-away X5`),
  ...log("IMPORT", "CN", `
    08:00 arrived Y1
    08:05 confirmed-border-guard Y1
    08:05 confirmed-customs Y1
    08:30 amended Y1 Amended KeysVoided
    08:33 confirmed-again Y1
    08:37 confirmed-again Y1
    10:05 cleared Y1`),
  ...log("IMPORT", "VN", `
    16:00 arrived Z1 VehicleReturned
    16:30 amended Z1 Amended StepsVoided
    16:40 amended Z2 Amended
    16:44 confirmed-again Z2`),
];

test("what a small log says of how long things took", () => {
  const found = figures(LINES);
  const none = { n: 0, p10: null, median: null, p90: null };
  assert.deepEqual(found.dwell, [
    { direction: "EXPORT", nation: "VN", minutes: { n: 2, p10: 240, median: 360, p90: 360 }, stillHere: 1 },
    { direction: "IMPORT", nation: "CN", minutes: { n: 1, p10: 120, median: 120, p90: 120 }, stillHere: 0 },
    { direction: "IMPORT", nation: "VN", minutes: none, stillHere: 0 },
  ]);
  assert.deepEqual(found.guardAfterCustoms, [
    { direction: "EXPORT", minutes: { n: 2, p10: -10, median: 30, p90: 30 }, guardFirst: 1 },
    { direction: "IMPORT", minutes: { n: 1, p10: 0, median: 0, p90: 0 }, guardFirst: 0 },
  ]);
  assert.deepEqual(found.amended, {
    made: 3,
    atGate: { n: 1, p10: 7, median: 7, p90: 7 },
    unanswered: 1,
    papersOnly: { n: 1, p10: 4, median: 4, p90: 4 },
  });
  assert.deepEqual(found.turned, { back: 1, toOtherGate: 1 });
  assert.deepEqual(found.returned, { wentOver: 2, empty: 1, loaded: 1, travellersCounted: 1 });
});

test("who was turned away is no longer waiting, and has not passed", () => {
  const counted = tally(LINES, DATE, "11:00");
  assert.equal(counted.backlog2000[0]?.backlog, 3, "X1, X2 and X4");
  const exports = counted.rows.find(({ direction }) => direction === "EXPORT");
  assert.deepEqual([exports?.arrivals, exports?.cleared], [5, 2]);
});
