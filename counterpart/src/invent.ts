import { checkDigit } from "./iso6346.js";
import type { Random } from "./random.js";
import type { Firm, Nation } from "./row.js";

const VN_PROVINCES = ["12", "15", "29", "30", "47", "49", "51", "60", "63", "79", "89", "98", "99"];
const CN_PLACES = ["桂F", "桂F", "桂F", "桂A", "桂P", "粤B", "粤S", "云A"];
const CN_LETTERS = [..."ABCDEFGHJKLMNPQRSTUVWXYZ"];
/** Owner codes that belong to nobody we know of. */
const OWNERS = ["QXZ", "XZQ", "JQX", "ZJQ", "XJZ"];

/** Names, plates and numbers of nobody: each shows that it is invented, and none is given twice. */
export class Inventor {
  private readonly given = new Set<string>();

  /** @param taken numbers that are somebody's already */
  constructor(
    private readonly random: Random,
    taken: readonly string[] = [],
  ) {
    for (const one of taken) this.given.add(one);
  }

  private once(make: () => string): string {
    for (;;) {
      const made = make();
      if (this.given.has(made)) continue;
      this.given.add(made);
      return made;
    }
  }

  plate(nation: Nation): string {
    const r = this.random;
    return this.once(() =>
      nation === "VN"
        ? `${r.pick(VN_PROVINCES)}${r.pick(["C", "C", "C", "H", "E"])}-${r.digits(3)}.${r.digits(2)}`
        : r.pick(CN_PLACES) + (r.chance(0.3) ? r.pick(CN_LETTERS) + r.digits(4) : r.digits(5)),
    );
  }

  trailer(nation: Nation): string {
    const r = this.random;
    return this.once(() =>
      nation === "VN"
        ? `${r.pick(VN_PROVINCES)}R-${r.digits(3)}.${r.digits(2)}`
        : `${r.pick(CN_PLACES)}${r.digits(4)}挂`,
    );
  }

  /** Ten letters and digits whose check digit would be 10 are passed over, as owners do. */
  container(): string {
    return this.once(() => {
      for (;;) {
        const code = `${this.random.pick(OWNERS)}U${this.random.digits(6)}`;
        if (checkDigit(code) < 10) return code + checkDigit(code);
      }
    });
  }

  seal(prefix: string): string {
    return this.once(() => prefix + this.random.digits(7));
  }

  tag(): string {
    const r = this.random;
    return this.once(() => "E2" + Array.from({ length: 22 }, () => r.pick([..."0123456789ABCDEF"])).join(""));
  }

  /** Twelve digits: 3… for export, 1… for import, and a 0 for "first version". */
  customsNumber(prefix: "308" | "108"): string {
    return this.once(() => `${prefix}${this.random.digits(8)}0`);
  }

  person(nation: Nation): string {
    return (nation === "VN" ? "Tài xế Thử Nghiệm " : "测试司机") + this.random.digits(5);
  }

  /** No number of either country begins like this. */
  phone(nation: Nation): string {
    return (nation === "VN" ? "+84000" : "+8610000") + this.random.digits(6);
  }

  identity(nation: Nation): string {
    return "999" + (nation === "VN" ? this.random.digits(9) : "999" + this.random.digits(12));
  }

  clerk(): string {
    return "Nhân viên Thử Nghiệm " + this.random.digits(5);
  }

  firm(): Firm {
    const n = this.random.whole(1, 260);
    const code = String(n).padStart(3, "0");
    return {
      taxCode: "00" + String(n * 41).padStart(8, "0"),
      name: `Công ty TNHH Giả Định ${code}`,
      phone: `+84000800${code}`,
      email: `contact${code}@example.invalid`,
    };
  }
}
