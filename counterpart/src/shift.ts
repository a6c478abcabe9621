import type { Plan } from "./receivers.js";
import type { Row } from "./row.js";
import { DAY, dateOf, iso, startOf } from "./time.js";
import type { Truth } from "./truth.js";

/** Whole days from one date to another, in milliseconds. */
export function distance(from: string, to: string): number {
  return Math.round((startOf(to) - startOf(from)) / DAY) * DAY;
}

/** The same row on another day: every time, and the date inside every number. */
export function shiftRow(row: Row, by: number): Row {
  if (by === 0) return row;
  return {
    ...row,
    declarationId: shiftId(row.declarationId, by),
    declarationNumber: shiftCompact(row.declarationNumber, by),
    borderGuardDeclarationNumber: shiftGuard(row.borderGuardDeclarationNumber, by),
    createdAt: iso(Date.parse(row.createdAt) + by),
    plannedArrivalAt: iso(Date.parse(row.plannedArrivalAt) + by),
    linkedDeclarationIds: row.linkedDeclarationIds.map((id) => shiftId(id, by)),
    goodsGroups: row.goodsGroups.map((group) => ({
      ...group,
      customsDeclarationDate: shiftDate(group.customsDeclarationDate, by),
    })),
    vehicles: row.vehicles.map((vehicle) => ({
      ...vehicle,
      insuranceValidTo: shiftDate(vehicle.insuranceValidTo, by),
    })),
  };
}

export function shiftPlan(plan: Plan, by: number): Plan {
  return { ...plan, source: shiftId(plan.source, by), receivers: plan.receivers.map((row) => shiftRow(row, by)) };
}

export function shiftTruth(truth: Truth, by: number): Truth {
  return {
    ...truth,
    declarationId: shiftId(truth.declarationId, by),
    createdAt: truth.createdAt + by,
    arrivesAt: truth.arrivesAt === null ? null : truth.arrivesAt + by,
    entersYardAt: truth.entersYardAt + by,
    leavesYardAt: truth.leavesYardAt + by,
    leavesGateAt: truth.leavesGateAt === null ? null : truth.leavesGateAt + by,
    park: truth.park && { from: truth.park.from + by, to: truth.park.to + by },
    amends: truth.amends && { ...truth.amends, at: truth.amends.at + by },
  };
}

function shiftDate(date: string, by: number): string {
  return dateOf(startOf(date) + by);
}

/** yyyyMMdd and what follows. */
function shiftCompact(text: string, by: number): string {
  const date = `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}`;
  return shiftDate(date, by).replaceAll("-", "") + text.slice(8);
}

/** ddMMyyyy and what follows. */
function shiftGuard(text: string, by: number): string {
  const date = `${text.slice(4, 8)}-${text.slice(2, 4)}-${text.slice(0, 2)}`;
  return shiftDate(date, by).split("-").reverse().join("") + text.slice(8);
}

/** PREFIX-yyyyMMdd-sequence; another form of id is left as it is. */
function shiftId(id: string, by: number): string {
  const parts = /^(.*-)(\d{8})(-.*)$/.exec(id);
  return parts ? `${parts[1]}${shiftCompact(parts[2] ?? "", by)}${parts[3]}` : id;
}
