import { FRUIT, GATES, IMPORTS, OTHER_EXPORT, type Goods } from "./catalog.js";
import { Inventor } from "./invent.js";
import { Random } from "./random.js";
import { leading } from "./row.js";
import type { Direction, Firm, GoodsGroup, Nation, Row, Vehicle } from "./row.js";
import { DAY, HOUR, MINUTE, dateOf, iso, startOf } from "./time.js";

export type Counts = Readonly<Record<Direction, Readonly<Record<string, number>>>>;

/** 614 export and 1,226 import vehicles: a day of late August 2025, split over the gates as that year. */
export const FULL_DAY: Counts = {
  EXPORT: { HN: 328, TT: 181, COC: 54, CM: 51 },
  IMPORT: { HN: 588, TT: 423, COC: 32, CM: 183 },
};

const PAIR_SHARE = 11 / 1840;
const PAIR_GAP = 8 * HOUR;

/** One invented day of declarations, in the order in which they were made. */
export function makeDay(date: string, seed: number, counts: Counts = FULL_DAY): Row[] {
  const maker = new DayMaker(date, Random.of(seed, "day"));
  const wanted = Object.entries(counts).flatMap(([direction, gates]) =>
    Object.entries(gates).flatMap(([gate, n]) =>
      Array.from({ length: n }, () => ({ gate, direction: direction as Direction })),
    ),
  );
  const rows = Random.of(seed, "order")
    .shuffle(wanted)
    .map(({ gate, direction }) => maker.row(gate, direction))
    .sort((a, b) => (a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : 0));
  number(rows);
  pair(rows);
  return rows;
}

/** Numbers follow the day of making: a date and a daily sequence. */
function number(rows: Row[]): void {
  const perDay = new Map<string, number>();
  for (const row of rows) {
    const date = row.createdAt.slice(0, 10);
    const [year, month, day] = date.split("-");
    const next = (perDay.get(date) ?? 0) + 1;
    perDay.set(date, next);
    const sequence = String(next).padStart(5, "0");
    row.declarationId = `INV-${year}${month}${day}-${sequence}`;
    row.declarationNumber = `${year}${month}${day}${sequence}`;
    row.borderGuardDeclarationNumber = `${day}${month}${year}${sequence}`;
    for (const group of row.goodsGroups) group.customsDeclarationDate = date;
  }
}

/** Two-way trips: a vehicle goes out loaded in the morning and comes back loaded. */
function pair(rows: Row[]): void {
  const wanted = Math.round(rows.length * PAIR_SHARE);
  const taken = new Set<Row>();
  const backs = rows.filter((row) => {
    const { vehicleNationality, vehicleClass } = leading(row);
    return row.direction === "IMPORT" && vehicleNationality === "VN" && vehicleClass === "VT6";
  });
  for (const back of backs) {
    if (taken.size >= wanted) return;
    const out = rows.find(
      (row) =>
        row.direction === "EXPORT" &&
        row.gateCode === back.gateCode &&
        !taken.has(row) &&
        row.plannedArrivalAt >= `${back.plannedArrivalAt.slice(0, 10)}T07` &&
        Date.parse(back.plannedArrivalAt) - Date.parse(row.plannedArrivalAt) >= PAIR_GAP,
    );
    if (!out) continue;
    taken.add(out);
    link(out, back);
  }
}

function link(out: Row, back: Row): void {
  const { plateNumber, plateNormalised, plateLines, trailerNumber, rfidTag } = leading(out);
  const { driverName, driverPhone, driverIdNumber, tareKg, insuranceValidTo } = leading(out);
  const vehicle = leading(back);
  Object.assign(vehicle, { plateNumber, plateNormalised, plateLines, trailerNumber, rfidTag });
  Object.assign(vehicle, { driverName, driverPhone, driverIdNumber, tareKg, insuranceValidTo });
  vehicle.grossKg = tareKg + vehicle.goodsKg;
  out.linkedDeclarationIds = [back.declarationId];
  back.linkedDeclarationIds = [out.declarationId];
}

class DayMaker {
  private readonly invent: Inventor;
  private readonly midnight: number;

  constructor(date: string, private readonly random: Random) {
    this.invent = new Inventor(random);
    this.midnight = startOf(date);
  }

  row(gate: string, direction: Direction): Row {
    const r = this.random;
    const site = GATES[gate];
    if (!site) throw new Error(`no such gate: ${gate}`);
    const nation: Nation = direction === "EXPORT" || r.chance(0.08) ? "VN" : "CN";
    const goods = this.goods(gate, direction);
    const vehicle = this.vehicle(goods, direction, nation);
    const planned = this.planned(direction);
    const firm = this.invent.firm();
    const { email: _, ...payer } = r.chance(0.8) ? firm : this.invent.firm();
    return {
      synthetic: true,
      declarationId: "",
      declarationNumber: "",
      borderGuardDeclarationNumber: "",
      direction,
      gateCode: gate,
      gateName: site.name,
      createdAt: iso(planned - Math.min(2 * DAY, r.exponential(7 * HOUR) + 12 * MINUTE)),
      plannedArrivalAt: iso(planned),
      declarant: firm,
      feePayer: payer,
      procedureOfficerName: this.invent.clerk(),
      procedureOfficerPhone: this.invent.phone("VN"),
      parkingPlace: site.yard,
      parkingPosition: direction === "EXPORT" && r.chance(0.45) ? "OUTSIDE_GATE" : "INSIDE_GATE",
      totalWeightTonnes: vehicle.goodsKg / 1000,
      isStorageGoods: r.chance(0.02),
      transshipmentPlanned: nation === "CN" && r.chance(0.8),
      linkedDeclarationIds: [],
      goodsGroups: [this.group(goods, direction, vehicle.goodsKg, firm)],
      quarantine: this.quarantine(goods),
      vehicles: [vehicle],
    };
  }

  private goods(gate: string, direction: Direction): Goods {
    const r = this.random;
    if (direction === "IMPORT") return r.weighted(IMPORTS, (goods) => goods.weight);
    if (!r.chance(GATES[gate]?.fruitShare ?? 0)) return r.weighted(OTHER_EXPORT, (goods) => goods.weight);
    const allowed = FRUIT.filter((goods) => !goods.gates || goods.gates.includes(gate));
    return r.weighted(allowed, (goods) => goods.weight);
  }

  /** Two humps, morning and afternoon; a tenth of the exports plan for before the gates open. */
  private planned(direction: Direction): number {
    const r = this.random;
    const exporting = direction === "EXPORT";
    for (;;) {
      const draw = r.unit();
      const early = exporting && draw < 0.1;
      const hour = early
        ? r.between(4, 7)
        : draw < 0.5
          ? r.normal(9.5, 1.7)
          : draw < 0.8
            ? r.normal(exporting ? 13.9 : 14.8, 2)
            : r.between(7, 19);
      if (hour >= (exporting ? 4 : 7.05) && hour <= 19.2) {
        return this.midnight + Math.floor(hour * 60) * MINUTE;
      }
    }
  }

  private vehicle(goods: Goods, direction: Direction, nation: Nation): Vehicle {
    const r = this.random;
    const small = direction === "IMPORT" && r.chance(0.22);
    const boxed = !small && r.chance(direction === "EXPORT" ? 0.75 : 0.55);
    const [low, high] = small ? ([3_500, 6_500] as const) : goods.kg;
    const goodsKg = r.whole(low / 10, high / 10) * 10;
    const tareKg = Math.round(small ? r.normal(520, 30) : r.normal(boxed ? 1_630 : 1_480, 70)) * 10;
    const plateNumber = this.invent.plate(nation);
    const seal = direction === "EXPORT" ? "VNINV" : "CNINV";
    return {
      vehicleClass: small ? "VT4" : "VT6",
      plateNumber,
      plateNormalised: plateNumber.replace(/[-.]/g, ""),
      plateLines: nation === "VN" && r.chance(0.55) ? 2 : 1,
      vehicleNationality: nation,
      trailerNumber: small ? null : this.invent.trailer(nation),
      containerNumber: boxed ? this.invent.container() : null,
      containerSizeType: boxed ? (goods.orchard ? "45R1" : r.pick(["45G1", "45G1", "22G1"])) : null,
      customsSealNumber: boxed || r.chance(0.5) ? this.invent.seal(seal) : null,
      rfidTag: r.chance(direction === "EXPORT" ? 0.55 : 0.35) ? this.invent.tag() : null,
      driverName: this.invent.person(nation),
      driverPhone: this.invent.phone(nation),
      driverIdNumber: this.invent.identity(nation),
      coDriverName: r.chance(0.15) ? this.invent.person(nation) : null,
      dedicatedDriver: direction === "EXPORT" && r.chance(0.5),
      tareKg,
      goodsKg,
      grossKg: tareKg + goodsKg,
      internationalTransportPermit: nation === "CN" || r.chance(0.2) ? `INV-GPLV-${r.digits(6)}` : null,
      insuranceValidTo: dateOf(this.midnight + r.whole(10, 360) * DAY),
    };
  }

  private group(goods: Goods, direction: Direction, weightKg: number, firm: Firm): GoodsGroup {
    const r = this.random;
    const exporting = direction === "EXPORT";
    const province = r.pick(["DL", "LD", "TG", "BT", "LA", "DN"]);
    const orchard = {
      plantingAreaCode: `VN-${province}OR-9${r.digits(3)}`,
      packingHouseCode: `VN-${province}PH-9${r.digits(2)}`,
    };
    return {
      customsDeclarationNumber: this.invent.customsNumber(exporting ? "308" : "108"),
      customsProcedureCode: r.pick(exporting ? ["B11", "E42"] : ["A11", "A12", "C11"]),
      customsOfficeCode: r.pick(["03NK", "28NJ", "01PR"]),
      customsDeclarationDate: "",
      traderTaxCode: firm.taxCode,
      traderName: firm.name,
      weightKg,
      goodsLines: [
        {
          hsCode: goods.hsCode,
          productName: goods.name,
          originCode: exporting ? "VN" : "CN",
          quantity: weightKg,
          unit: "KGM",
          weightKg,
          ...(goods.orchard ? orchard : {}),
        },
      ],
    };
  }

  private quarantine(goods: Goods): Row["quarantine"] {
    const r = this.random;
    return {
      medicalRequired: true,
      plantRequired: goods.plant,
      animalRequired: false,
      plantCertificateNumber: goods.plant ? `INV-KDTV-${r.digits(6)}` : null,
      residueTestReportNumber: goods.residueTest ? `INV-TEST-${r.digits(6)}` : null,
    };
  }
}
