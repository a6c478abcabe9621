import { Inventor } from "./invent.js";
import { Random } from "./random.js";
import { leading, type Row, type Vehicle } from "./row.js";
import { CLOSES, OPENS, type Truth } from "./truth.js";
import { MINUTE, iso } from "./time.js";

/** How goods come from one vehicle to others: carried, lifted with their container, or with their trailer. */
export type Method = "GANG" | "CRANE" | "TRAILER";

/** What a trader plans for the goods of one vehicle. */
export interface Plan {
  /** The declaration of the vehicle that brings them. */
  source: string;
  method: Method;
  /** Of the whole vehicle. */
  packages: number;
  /** Registrations of the vehicles that take them over. */
  receivers: Row[];
}

/** Assumed: of containers a crane lifts so many, the others change the tractor before their trailer. */
const CRANE_SHARE = 0.25;
/** Assumed: a vehicle of the largest class takes a load whole, or two share it, or three of the next class. */
const WHOLE = 0.6;
const HALVES = 0.25;
const SMALL_LOAD = 10_000;
const KG_A_PACKAGE = 25;
/** Their numbers follow those of the day. */
const FIRST_NUMBER = 50_001;

/** Which vehicles of the day give their goods to others, and to which: those that said so when they were registered. */
export function plansOf(rows: readonly Row[], seed: number): Plan[] {
  const maker = new Maker(rows, seed);
  return rows.filter((row) => row.transshipmentPlanned).map((row) => maker.plan(row));
}

class Maker {
  private readonly invent: Inventor;
  private readonly perDay = new Map<string, number>();

  constructor(
    rows: readonly Row[],
    private readonly seed: number,
  ) {
    const taken = rows.flatMap((row) => [leading(row).plateNumber, leading(row).trailerNumber ?? "", leading(row).customsSealNumber ?? ""]);
    this.invent = new Inventor(Random.of(seed, "receivers"), taken);
  }

  plan(row: Row): Plan {
    const r = Random.of(this.seed, "plan", row.declarationId);
    const { containerNumber, goodsKg } = leading(row);
    const method = containerNumber === null ? "GANG" : r.chance(CRANE_SHARE) ? "CRANE" : "TRAILER";
    const classes = method === "GANG" ? shares(r, goodsKg) : (["VT6"] as const);
    return {
      source: row.declarationId,
      method,
      packages: Math.max(classes.length, Math.round(goodsKg / KG_A_PACKAGE)),
      receivers: classes.map((vehicleClass) => this.receiver(row, vehicleClass, r)),
    };
  }

  /** It comes from inland, empty, and names whom it takes goods over from by place and time alone. */
  private receiver(row: Row, vehicleClass: Vehicle["vehicleClass"], r: Random): Row {
    const createdAt = iso(Date.parse(row.createdAt) + r.between(0.2, 0.6) * (Date.parse(row.plannedArrivalAt) - Date.parse(row.createdAt)));
    const [year, month, day] = createdAt.slice(0, 10).split("-");
    const next = this.perDay.get(createdAt.slice(0, 10)) ?? FIRST_NUMBER;
    this.perDay.set(createdAt.slice(0, 10), next + 1);
    return {
      ...row,
      regime: "RECEIVING",
      declarationId: `INVR-${year}${month}${day}-${next}`,
      declarationNumber: `${year}${month}${day}${next}`,
      borderGuardDeclarationNumber: `${day}${month}${year}${next}`,
      createdAt,
      totalWeightTonnes: 0,
      isStorageGoods: false,
      transshipmentPlanned: false,
      linkedDeclarationIds: [],
      goodsGroups: [],
      quarantine: { medicalRequired: true, plantRequired: false, animalRequired: false, plantCertificateNumber: null, residueTestReportNumber: null },
      vehicles: [this.vehicle(vehicleClass, r, row)],
    };
  }

  private vehicle(vehicleClass: Vehicle["vehicleClass"], r: Random, row: Row): Vehicle {
    const plateNumber = this.invent.plate("VN");
    const tareKg = Math.round(vehicleClass === "VT4" ? r.normal(520, 30) : r.normal(1_480, 70)) * 10;
    return {
      vehicleClass,
      plateNumber,
      plateNormalised: plateNumber.replace(/[-.]/g, ""),
      plateLines: r.chance(0.55) ? 2 : 1,
      vehicleNationality: "VN",
      trailerNumber: null,
      containerNumber: null,
      containerSizeType: null,
      customsSealNumber: null,
      rfidTag: null,
      driverName: this.invent.person("VN"),
      driverPhone: this.invent.phone("VN"),
      driverIdNumber: this.invent.identity("VN"),
      coDriverName: null,
      dedicatedDriver: false,
      tareKg,
      goodsKg: 0,
      grossKg: tareKg,
      internationalTransportPermit: null,
      insuranceValidTo: leading(row).insuranceValidTo,
    };
  }
}

function shares(r: Random, goodsKg: number): readonly Vehicle["vehicleClass"][] {
  if (goodsKg <= SMALL_LOAD) return r.chance(0.5) ? ["VT4"] : ["VT4", "VT4"];
  const draw = r.unit();
  return draw < WHOLE ? ["VT6"] : draw < WHOLE + HALVES ? ["VT6", "VT6"] : ["VT4", "VT4", "VT4"];
}

/** What a receiving vehicle means to do: it comes about when its source comes, and goes when it is loaded. */
export function receiverTruth(row: Row, source: Truth, seed: number, midnight: number): Truth {
  const r = Random.of(seed, "receives", row.declarationId);
  const meant = (source.arrivesAt ?? Date.parse(row.plannedArrivalAt)) + r.normal(12, 22) * MINUTE;
  const first = midnight + OPENS + r.between(2, 40) * MINUTE;
  const last = midnight + CLOSES - r.between(10, 25) * MINUTE;
  const arrivesAt = Math.floor(Math.min(Math.max(meant, first), last) / 1000) * 1000;
  const entersYardAt = arrivesAt + r.between(3, 10) * MINUTE;
  const leavesYardAt = entersYardAt + 15 * MINUTE;
  return {
    declarationId: row.declarationId,
    createdAt: Math.min(Date.parse(row.createdAt), arrivesAt),
    // Whoever is to bring the goods never comes: neither does who was to fetch them.
    arrivesAt: source.arrivesAt === null ? null : arrivesAt,
    entersYardAt,
    leavesYardAt,
    leavesGateAt: leavesYardAt + 5 * MINUTE,
    manner: "WAITS",
    patience: 5 * MINUTE,
    park: null,
    amends: null,
    turned: null,
    tractor: null,
    placed: r.between(0.5, 4) * MINUTE,
    reefer: null,
    watched: r.chance(0.6) ? r.between(0.3, 1.5) * MINUTE : null,
    release: null,
    toLine: 0,
    otherSide: 0,
  };
}

