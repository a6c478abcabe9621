import { readFileSync } from "node:fs";
import type { Tokens } from "./client.js";
import { play } from "./game.js";
import { readLines } from "./journal.js";
import { Options } from "./options.js";
import type { Row } from "./row.js";

const options = new Options(
  ["url", "complex", "tokens", "speed", "seed", "rows", "log", "bank", "bank-key"],
  "play --url URL --tokens TOKENS.json --log LOG.jsonl [--complex lang-son]" +
    " [--rows ROWS.jsonl|generated] [--seed 1] [--speed 60] [--bank PORT --bank-key payment.key]",
);
/** A file that is not there is a mistake of the caller, not an empty day. */
function readRows(path: string): Row[] {
  const found = readLines<Row>(path);
  return found.length > 0 ? found : options.fail(`no rows in ${path}`);
}

const rows = options.text("rows", "generated");
const bank = options.number("bank", 0);
const stop = new AbortController();
for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, () => stop.abort(new Error("stopped")));

try {
  const result = await play({
    base: `${options.text("url").replace(/\/$/, "")}/v1/${options.text("complex", "lang-son")}`,
    tokens: JSON.parse(readFileSync(options.text("tokens"), "utf8")) as Tokens,
    rows: rows === "generated" ? undefined : readRows(rows),
    seed: options.number("seed", 1),
    speed: options.number("speed", 60),
    log: options.text("log"),
    signal: stop.signal,
    ...(bank > 0 ? { bank: { port: bank, key: readFileSync(options.text("bank-key"), "utf8").trim() } } : {}),
  });
  console.log(JSON.stringify(result));
} catch (error) {
  console.error(stop.signal.aborted ? "stopped; the same command goes on from here" : error);
  process.exitCode = 1;
}
