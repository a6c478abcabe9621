import { readFileSync } from "node:fs";
import { loadavg } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { Client, type Tokens } from "./client.js";
import { uuidv7 } from "./ids.js";
import type { Load } from "./loads.js";
import { Options } from "./options.js";
import { Screen } from "./screen.js";

/** How long the last agency's word takes to every open screen: an officer confirms, the screens are watched. */

const options = new Options(
  ["url", "complex", "tokens", "screens", "words", "step"],
  "screens --url URL --tokens TOKENS.json [--complex lang-son] [--screens 20] [--words 30] [--step SUPERVISION]",
);
const base = `${options.text("url").replace(/\/$/, "")}/v1/${options.text("complex", "lang-son")}`;
const tokens = JSON.parse(readFileSync(options.text("tokens"), "utf8")) as Tokens;
const step = options.text("step", "SUPERVISION");
const words = options.number("words", 30);
const LONGEST_MS = 15_000;
const PAUSE_MS = 700;

const stop = new AbortController();
const client = new Client(base, tokens, stop.signal);
const screens = Array.from({ length: options.number("screens", 20) }, () => new Screen(base, tokens.READER ?? "", stop.signal));
await Promise.all(screens.map((screen) => screen.open()));
const [answered, board, list]: number[][] = [[], [], []];
let missed = 0;
for (let i = 0; i < words; i++) {
  const load = await ready();
  if (!load) break;
  const sent = performance.now();
  const { registration, version } = load;
  const body = { step, version };
  const answer = await client.post({ id: uuidv7(), role: "CUSTOMS", path: `/loads/${registration}/confirmations`, body });
  if (answer.status >= 400) continue;
  answered?.push(performance.now() - sent);
  const deadline = sent + LONGEST_MS;
  while (performance.now() < deadline && !screens.every((screen) => screen.shows(registration))) await sleep(5);
  for (const screen of screens) {
    const { row, load: shown } = screen.at(registration);
    if (row === undefined || shown === undefined) missed++;
    if (row !== undefined) board?.push(row - sent);
    if (shown !== undefined) list?.push(shown - sent);
  }
  await sleep(PAUSE_MS * Math.random());
}
stop.abort();
const load = loadavg()[0]?.toFixed(1);
const found = { answered: times(answered), board: times(board), list: times(list) };
console.log(JSON.stringify({ screens: screens.length, ...found, missed, load }));

/** One on which only that step is missing; others confirm too, so each is asked for anew. */
async function ready(): Promise<Load | undefined> {
  for (let tries = 0; tries < 60; tries++) {
    const page = await client.get<{ items: Load[] }>("READER", "/loads?agency=CUSTOMS&turn=now&limit=200");
    const found = page?.items.find(({ registration, lines }) =>
      lines.some((line) => line.step === step && line.since !== undefined) && screens.every((s) => !s.shows(registration)));
    if (found) return found;
    await sleep(500);
  }
  return undefined;
}

function times(all: number[] | undefined) {
  const sorted = [...(all ?? [])].sort((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN);
  return { n: sorted.length, p50Ms: at(0.5), p95Ms: at(0.95), maxMs: at(1) };
}
