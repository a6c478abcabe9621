import assert from "node:assert/strict";
import { test } from "node:test";
import type { Command, Role } from "../client.js";
import { Inspector, type Means } from "../inspect.js";
import type { Load } from "../loads.js";
import { Random } from "../random.js";
import type { World } from "../world.js";

const SITE = {
  inspections: [
    { code: "HN_SCAN", line: "HN", means: ["XRAY"] },
    { code: "HN_BAYS", line: "HN", means: ["BAY", "SAMPLING"] },
    { code: "COC_BAYS", line: "COC", means: ["BAY", "SAMPLING"] },
  ],
};

interface Sent {
  path: string;
  body: { bookings?: { means: Means; place: string }[]; means?: Means; outcome?: string };
}

/** One load at a gate that answers as the contract says, and refuses what it says it refuses. */
function gate(code: string, inspection?: Load["inspection"]) {
  const sent: Sent[] = [];
  const load: Load = { registration: "r", crossing: "c", version: 0, gate: code, direction: "EXPORT", channel: "RED", mayLeave: false, unmet: [], lines: [], holds: [] };
  if (inspection) load.inspection = inspection;
  let owed: Means[] = inspection?.booked?.map(({ means }) => means) ?? [];
  const book = (path: string, bookings: Sent["body"]["bookings"] = []) => {
    for (const { means, place } of bookings) {
      const at = SITE.inspections.find((one) => one.code === place && one.line === code);
      assert.ok(at?.means.includes(means), `${path}: ${means} at ${place}`);
      assert.ok(!owed.includes(means), `${means} is booked already`);
    }
    owed = [...owed, ...bookings.map(({ means }) => means)];
    load.inspection = { done: owed.length === 0, booked: [...(load.inspection?.done === false ? (load.inspection.booked ?? []) : []), ...bookings] };
  };
  const world = {
    client: { has: () => true, get: (_: Role, path: string) => Promise.resolve(path === "/gates" ? SITE : structuredClone(load)) },
    clock: { pass: () => Promise.resolve() },
    request: (role: Role, path: string, body: Command["body"]) => ({ role, path, body }),
    perform: (_key: string, what: string, _about: unknown, request: Omit<Command, "id">) => {
      const { path, body } = request as unknown as Sent;
      sent.push({ path, body });
      if (path.endsWith("/inspections")) book(path, body.bookings);
      if (path.endsWith("/inspection-joinings")) book(path, body.bookings);
      if (path.endsWith("/inspection-results")) {
        assert.ok(owed.includes(body.means ?? "BAY"), `${String(body.means)} is not owed`);
        owed = owed.filter((one) => one !== body.means);
        if (load.inspection) load.inspection.done = owed.length === 0;
        if (body.outcome === "FAULT") load.holds = [{ hold: 7, agency: request.role }];
      }
      return Promise.resolve({ what });
    },
  };
  const inspector = (agency: Role, seed: number) => new Inspector(world as unknown as World, agency, load, Random.of(seed, agency));
  return { sent, inspector };
}

test("customs books each means at a place of its gate; a doubt is looked into again, a fault is lifted or turned", async () => {
  const found: Record<string, number> = {};
  for (let seed = 0; seed < 2_000; seed++) {
    const { sent, inspector } = gate("HN");
    await inspector("CUSTOMS", seed).opensRed();
    const openings = sent.filter(({ path }) => path.endsWith("/inspections"));
    const results = sent.filter(({ path }) => path.endsWith("/inspection-results")).map(({ body }) => body.outcome ?? "");
    const first = results.slice(0, openings[0]?.body.bookings?.length);
    assert.equal(openings.length, first.includes("DOUBT") ? 2 : 1, "who is in doubt looks again");
    const liftings = sent.filter(({ path }) => path.endsWith("/hold-liftings")).length;
    assert.equal(liftings % 2, 0, "by two");
    assert.equal(liftings > 0, results.includes("FAULT"));
    for (const outcome of results) found[outcome] = (found[outcome] ?? 0) + 1;
  }
  const all = Object.values(found).reduce((sum, n) => sum + n, 0);
  const share = (outcome: string) => (found[outcome] ?? 0) / all;
  assert.ok(share("CLEAN") > 0.9 && share("DOUBT") > 0.03 && share("DOUBT") < 0.08 && share("FAULT") > 0 && share("FAULT") < 0.02, JSON.stringify(found));
});

test("where no scanner stands customs has the load opened in a bay", async () => {
  const { sent, inspector } = gate("COC");
  await inspector("CUSTOMS", 3).opensRed();
  assert.deepEqual(sent[0]?.body.bookings, [{ means: "BAY", place: "COC_BAYS" }]);
});

test("quarantine and border guard take part in the opening that is under way, and book nothing twice", async () => {
  const joined: Record<string, number> = {};
  for (let seed = 0; seed < 600; seed++) {
    const under = gate("HN", { done: false, booked: [{ means: "XRAY", place: "HN_SCAN" }, { means: "BAY", place: "HN_BAYS" }] });
    const sampled = await under.inspector("PLANT_QUARANTINE", seed).samples();
    const stands = await under.inspector("BORDER_GUARD", seed).standsBy();
    assert.ok(under.sent.every(({ path }) => !path.endsWith("/inspections")), "there is one opening");
    if (sampled) joined["PLANT_QUARANTINE"] = (joined["PLANT_QUARANTINE"] ?? 0) + 1;
    if (stands) joined["BORDER_GUARD"] = (joined["BORDER_GUARD"] ?? 0) + 1;
  }
  assert.ok((joined["PLANT_QUARANTINE"] ?? 0) > 15 && (joined["BORDER_GUARD"] ?? 0) > 100, JSON.stringify(joined));
});
