import { tally } from "./count.js";
import { readLines, type Line } from "./journal.js";
import { Options } from "./options.js";

const options = new Options(
  ["date", "at", "until"],
  "tally LOG.jsonl [--date YYYY-MM-DD] [--at 20:00] [--until 24:00]",
);
const [path] = options.rest;
const lines = readLines<Line>(path ?? options.fail("which log?"));
const played = lines.find(({ what }) => what === "day")?.t.slice(0, 10);
const count = tally(lines, options.text("date", played), options.text("at", "20:00"), options.text("until", "24:00"));
console.log(JSON.stringify(count));
