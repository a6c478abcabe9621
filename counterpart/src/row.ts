/** One declaration as the platform in use writes it: a line of a rows file. */
export interface Row {
  id?: string;
  synthetic: true;
  declarationId: string;
  declarationNumber: string;
  borderGuardDeclarationNumber: string;
  direction: Direction;
  /** Ordinary trade when it is not said. */
  regime?: "RECEIVING";
  gateCode: string;
  gateName: string;
  createdAt: string;
  plannedArrivalAt: string;
  declarant: Firm;
  feePayer: Omit<Firm, "email">;
  procedureOfficerName: string;
  procedureOfficerPhone: string;
  parkingPlace: string;
  parkingPosition: "INSIDE_GATE" | "OUTSIDE_GATE";
  totalWeightTonnes: number;
  isStorageGoods: boolean;
  transshipmentPlanned: boolean;
  linkedDeclarationIds: string[];
  goodsGroups: GoodsGroup[];
  quarantine: Quarantine;
  vehicles: Vehicle[];
}

export type Direction = "EXPORT" | "IMPORT";
export type Nation = "VN" | "CN";

export interface Firm {
  taxCode: string;
  name: string;
  phone: string;
  email: string;
}

export interface GoodsGroup {
  customsDeclarationNumber: string;
  customsProcedureCode: string;
  customsOfficeCode: string;
  customsDeclarationDate: string;
  traderTaxCode: string;
  traderName: string;
  weightKg: number;
  goodsLines: GoodsLine[];
}

export interface GoodsLine {
  hsCode: string;
  productName: string;
  originCode: string;
  quantity: number;
  unit: string;
  weightKg: number;
  plantingAreaCode?: string;
  packingHouseCode?: string;
}

export interface Quarantine {
  medicalRequired: boolean;
  plantRequired: boolean;
  animalRequired: boolean;
  plantCertificateNumber: string | null;
  residueTestReportNumber: string | null;
}

export interface Vehicle {
  vehicleClass: "VT4" | "VT6";
  plateNumber: string;
  plateNormalised: string;
  plateLines: 1 | 2;
  vehicleNationality: Nation;
  trailerNumber: string | null;
  containerNumber: string | null;
  containerSizeType: string | null;
  customsSealNumber: string | null;
  rfidTag: string | null;
  driverName: string;
  driverPhone: string;
  driverIdNumber: string;
  coDriverName: string | null;
  dedicatedDriver: boolean;
  tareKg: number;
  goodsKg: number;
  grossKg: number;
  internationalTransportPermit: string | null;
  insuranceValidTo: string;
}

/** The vehicle that is watched at the gate. */
export function leading(row: Row): Vehicle {
  const vehicle = row.vehicles[0];
  if (!vehicle) throw new Error(`${row.declarationId} has no vehicle`);
  return vehicle;
}
