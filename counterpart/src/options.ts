import { parseArgs } from "node:util";

/** `--name value` pairs and what stands between them; a required one that is missing ends the program. */
export class Options {
  private readonly values: Record<string, string | undefined>;
  readonly rest: string[];

  constructor(names: readonly string[], private readonly usage: string) {
    try {
      const options = Object.fromEntries(names.map((name) => [name, { type: "string" as const }]));
      const parsed = parseArgs({ options, allowPositionals: true });
      this.values = parsed.values as Record<string, string | undefined>;
      this.rest = parsed.positionals;
    } catch (error) {
      this.fail(String(error instanceof Error ? error.message : error));
    }
  }

  text(name: string, otherwise?: string): string {
    return this.values[name] ?? otherwise ?? this.fail(`--${name} is missing`);
  }

  number(name: string, otherwise?: number): number {
    const value = Number(this.text(name, otherwise?.toString()));
    return Number.isFinite(value) ? value : this.fail(`--${name} is no number`);
  }

  fail(why: string): never {
    console.error(`${why}\nusage: ${this.usage}`);
    process.exit(2);
  }
}
