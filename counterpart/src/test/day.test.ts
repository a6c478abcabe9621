import assert from "node:assert/strict";
import { test } from "node:test";
import { FULL_DAY, makeDay } from "../day.js";
import { checkDigit } from "../iso6346.js";
import { leading } from "../row.js";
import { distance, shiftRow } from "../shift.js";
import { MINUTE } from "../time.js";
import { dayOf, truths } from "../truth.js";

const DATE = "2026-01-15";
const rows = makeDay(DATE, 1);

test("the same seed makes the same day, another seed another", () => {
  assert.equal(JSON.stringify(makeDay(DATE, 1)), JSON.stringify(rows));
  assert.notEqual(JSON.stringify(makeDay(DATE, 2)), JSON.stringify(rows));
  assert.deepEqual(truths(makeDay(DATE, 1), 1), truths(rows, 1));
});

test("a full day has its vehicles per gate and direction", () => {
  assert.equal(rows.length, 1840);
  for (const [direction, gates] of Object.entries(FULL_DAY)) {
    for (const [gate, n] of Object.entries(gates)) {
      const found = rows.filter((row) => row.direction === direction && row.gateCode === gate);
      assert.equal(found.length, n, `${direction} ${gate}`);
    }
  }
});

/** The demo begins at 06:55 and runs 60 times as fast: whoever looks sees vehicles within seconds. */
test("on each of a dozen days the first ten vehicles come before 07:10", () => {
  for (let seed = 1; seed <= 12; seed++) {
    const came = truths(makeDay(DATE, seed), seed).flatMap(({ arrivesAt, createdAt }) => (arrivesAt !== null && createdAt < arrivesAt ? arrivesAt : []));
    const opens = Date.parse(`${DATE}T07:00:00+07:00`);
    const first = came.sort((a, b) => a - b).slice(0, 10);
    assert.ok((first.at(-1) ?? Infinity) < opens + 10 * MINUTE, `seed ${seed}: ${first.map((at) => new Date(at).toISOString()).join()}`);
  }
});

test("the check digit is that of ISO 6346", () => {
  assert.equal(checkDigit("CSQU305438"), 3, "the standard's own example");
  const containers = rows.flatMap((row) => leading(row).containerNumber ?? []);
  assert.ok(containers.length > 800);
  for (const container of containers) {
    assert.equal(String(checkDigit(container)), container.slice(10), container);
  }
});

test("numbers are unique and nobody could be meant", () => {
  const unique = (values: (string | null)[]) => {
    const given = values.filter((value) => value !== null);
    assert.equal(new Set(given).size, given.length);
  };
  unique(rows.map((row) => row.declarationNumber));
  unique(rows.map((row) => leading(row).customsSealNumber));
  unique(rows.map((row) => row.goodsGroups[0]?.customsDeclarationNumber ?? null));
  for (const row of rows) {
    assert.match(row.declarationNumber, /^202601(13|14|15)\d{5}$/);
    assert.match(row.declarant.taxCode, /^00\d{8}$/);
    assert.match(leading(row).driverIdNumber, /^999(\d{9}|\d{15})$/);
    assert.match(leading(row).driverPhone, /^\+(84000\d{6}|8610000\d{6})$/);
    assert.ok(row.createdAt < row.plannedArrivalAt);
  }
});

test("linked rows name each other and carry the same plate", () => {
  const byId = new Map(rows.map((row) => [row.declarationId, row]));
  const out = rows.filter((row) => row.direction === "EXPORT" && row.linkedDeclarationIds.length > 0);
  assert.equal(out.length, 11);
  for (const row of out) {
    const back = byId.get(row.linkedDeclarationIds[0] ?? "");
    assert.equal(back?.linkedDeclarationIds[0], row.declarationId);
    assert.equal(leading(back ?? row).plateNumber, leading(row).plateNumber);
  }
});

test("the vehicles' truth has the day's shape, whatever the seed", () => {
  for (const seed of [1, 2, 3]) {
    const day = makeDay(DATE, seed);
    const all = truths(day, seed).map((truth, i) => ({ truth, row: day[i] }));
    const come = all.filter(({ truth }) => truth.arrivesAt !== null);
    assert.equal(all.length - come.length, 11);
    const early = come.filter(({ truth }) => (truth.arrivesAt ?? 0) < truth.createdAt);
    assert.ok(early.length >= 3 && early.length <= 40, `${early.length} before their registration`);
    const exports = come.filter(({ row }) => row?.direction === "EXPORT");
    const inside = exports.filter(({ truth }) => truth.leavesGateAt === null).length;
    assert.ok(inside >= 60 && inside <= 100, `${inside} export vehicles inside at closing`);
    const dwell = (direction: string) => {
      const found = come
        .filter(({ row }) => row?.direction === direction)
        .map(({ truth }) => (truth.leavesGateAt ?? Infinity) - (truth.arrivesAt ?? 0))
        .sort((a, b) => a - b);
      return (found[Math.floor(found.length / 2)] ?? 0) / (60 * MINUTE);
    };
    assert.ok(Math.abs(dwell("EXPORT") - 4) < 0.35, `export dwell ${dwell("EXPORT")}`);
    assert.ok(Math.abs(dwell("IMPORT") - 1.95) < 0.17, `import dwell ${dwell("IMPORT")}`);
  }
});

test("a moved day moves its times and the dates in its numbers", () => {
  const moved = rows.map((row) => shiftRow(row, distance(DATE, "2026-03-02")));
  assert.equal(dayOf(moved), "2026-03-02");
  const [first] = rows;
  const [last] = moved.slice(-1);
  assert.equal(moved[0]?.declarationNumber.slice(8), first?.declarationNumber.slice(8));
  assert.match(last?.declarationNumber ?? "", /^20260302/);
  assert.match(last?.borderGuardDeclarationNumber ?? "", /^02032026/);
  assert.match(last?.declarationId ?? "", /^INV-20260302-/);
  assert.match(last?.createdAt ?? "", /^2026-03-02T/);
});
