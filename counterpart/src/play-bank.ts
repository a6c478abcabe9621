import { readFileSync } from "node:fs";
import { Bank } from "./bank.js";
import { Options } from "./options.js";

/** A bank for a gate on this machine: `./clearway up --bank http://localhost:8090/pay`. */

const options = new Options(
  ["url", "complex", "key", "port", "seed", "faulty", "late"],
  "play-bank --url URL --key clearway-data/payment.key [--complex lang-son] [--port 8090] [--seed 1] [--faulty 0] [--late 60000]",
);
const bank = new Bank({
  key: readFileSync(options.text("key"), "utf8").trim(),
  report: `${options.text("url").replace(/\/$/, "")}/v1/${options.text("complex", "lang-son")}/payment-reports`,
  seed: options.number("seed", 1),
  faulty: options.number("faulty", 0),
  lateMs: options.number("late", 60_000),
});
console.error(`The bank serves http://localhost:${await bank.listen(options.number("port", 8090))}/pay`);
