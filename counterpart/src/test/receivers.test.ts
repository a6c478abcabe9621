import assert from "node:assert/strict";
import { test } from "node:test";
import { makeDay } from "../day.js";
import { plansOf, receiverTruth } from "../receivers.js";
import { leading, type Row } from "../row.js";
import { shiftPlan } from "../shift.js";
import { DAY, startOf } from "../time.js";
import { truths } from "../truth.js";

const DATE = "2026-01-15";
const rows = makeDay(DATE, 1);
const plans = plansOf(rows, 1);
const byId = new Map(rows.map((row) => [row.declarationId, row]));
const sourceOf = (source: string): Row => byId.get(source) ?? assert.fail(`${source} is nobody's`);
const receivers = plans.flatMap((plan) => plan.receivers);

test("the same seed plans the same, and every vehicle that said so is planned once", () => {
  assert.deepEqual(plansOf(makeDay(DATE, 1), 1), plans);
  const wanted = rows.filter(({ transshipmentPlanned }) => transshipmentPlanned).map(({ declarationId }) => declarationId);
  assert.deepEqual(plans.map(({ source }) => source), wanted);
});

test("three of four vehicles are imports, and of those most are unloaded in the yard", () => {
  const imports = rows.filter(({ direction }) => direction === "IMPORT");
  const share = plans.length / imports.length;
  assert.ok(share > 0.68 && share < 0.8, `${share} of the imports change vehicles`);
  for (const method of ["GANG", "CRANE", "TRAILER"]) {
    assert.ok(plans.filter((plan) => plan.method === method).length > plans.length / 20, method);
  }
  assert.ok(receivers.length > plans.length * 1.1 && receivers.length < plans.length * 1.6, `${receivers.length} receive`);
});

test("whoever receives comes empty, is told apart, and can carry its part", () => {
  const most = { VT4: 10_000, VT6: 35_000 };
  for (const plan of plans) {
    const source = sourceOf(plan.source);
    for (const row of plan.receivers) {
      assert.equal(row.regime, "RECEIVING");
      assert.deepEqual([row.goodsGroups.length, leading(row).goodsKg, row.gateCode, row.parkingPlace], [0, 0, source.gateCode, source.parkingPlace]);
      assert.ok(leading(source).goodsKg / plan.receivers.length <= most[leading(row).vehicleClass], `${plan.source}`);
      assert.ok(row.createdAt >= source.createdAt && row.createdAt < row.plannedArrivalAt);
    }
    if (plan.method !== "GANG") assert.equal(plan.receivers.length, 1, "a container and a trailer go to one vehicle");
    assert.ok(plan.packages >= plan.receivers.length);
  }
});

test("no number of a receiving vehicle is anybody else's", () => {
  const known = (of: (row: Row) => string) => new Set(rows.map(of));
  for (const of of [(row: Row) => row.declarationNumber, (row: Row) => row.declarationId, (row: Row) => leading(row).plateNumber]) {
    const given = new Set(receivers.map(of));
    assert.equal(given.size, receivers.length);
    assert.ok([...given].every((one) => !known(of).has(one)));
  }
});

test("whose source never comes does not come, and nobody comes while the gate is closed", () => {
  const midnight = startOf(DATE);
  const truthOf = new Map(truths(rows, 1).map((truth) => [truth.declarationId, truth]));
  for (const plan of plans) {
    const source = truthOf.get(plan.source) ?? assert.fail();
    for (const row of plan.receivers) {
      const { arrivesAt } = receiverTruth(row, source, 1, midnight);
      assert.equal(arrivesAt === null, source.arrivesAt === null);
      if (arrivesAt !== null) assert.ok(arrivesAt > midnight + (7 / 24) * DAY && arrivesAt < midnight + (20 / 24) * DAY);
    }
  }
});

test("a moved plan is of the moved day", () => {
  const [plan] = plans;
  const moved = shiftPlan(plan ?? assert.fail(), 2 * DAY);
  assert.match(moved.source, /^INV-202601(15|16|17)-/);
  assert.match(moved.receivers[0]?.declarationId ?? "", /^INVR-202601(15|16|17)-\d{5}$/);
});
