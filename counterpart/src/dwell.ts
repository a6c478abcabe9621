import { figures } from "./figures.js";
import { readLines, type Line } from "./journal.js";
import { Options } from "./options.js";

const options = new Options([], "dwell LOG.jsonl");
const [path] = options.rest;
console.log(JSON.stringify(figures(readLines<Line>(path ?? options.fail("which log?"))), null, 1));
