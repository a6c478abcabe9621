import { writeFileSync } from "node:fs";
import { makeDay } from "./day.js";
import { Options } from "./options.js";
import { truths } from "./truth.js";

const options = new Options(
  ["date", "seed", "truth"],
  "make-day --date YYYY-MM-DD [--seed N] [--truth FILE.jsonl] > day.jsonl",
);
const seed = options.number("seed", 1);
const rows = makeDay(options.text("date"), seed);
const lines = (items: readonly unknown[]) => items.map((item) => JSON.stringify(item) + "\n").join("");
const truthFile = options.text("truth", "");
if (truthFile) writeFileSync(truthFile, lines(truths(rows, seed)));
process.stdout.write(lines(rows));
