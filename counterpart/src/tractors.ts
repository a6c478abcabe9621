import { leading, type Row } from "./row.js";

/** What a trader says of the tractor that is to take a trailer on. */
export interface Tractor {
  plateNumber: string;
  plateLines: 1 | 2;
  vehicleNationality: "VN";
  driverName: string;
  driverPhone: string;
  driverIdNumber: string;
  driverDocuments: { kind: "DRIVING_LICENCE"; number: string; validTo: string }[];
  internationalTransportPermit: string;
  permitValidTo: string;
  insuranceNumber: string;
  insuranceValidTo: string;
}

/** The other tractor of that vehicle: of a series of plates that no other vehicle of the day has. */
export function otherTractor(row: Row): Tractor {
  const own = row.declarationNumber.slice(-5);
  const { insuranceValidTo } = leading(row);
  return {
    plateNumber: `29K-${own.slice(0, 3)}.${own.slice(3)}`,
    plateLines: 2,
    vehicleNationality: "VN",
    driverName: `Tài xế Thử Nghiệm 7${own}`,
    driverPhone: `+840007${own}`,
    driverIdNumber: `9997000${own}`,
    driverDocuments: [{ kind: "DRIVING_LICENCE", number: `9997${own}`, validTo: insuranceValidTo }],
    internationalTransportPermit: `INV-GPLV-7${own}`,
    permitValidTo: insuranceValidTo,
    insuranceNumber: `INV-BH-7${own}`,
    insuranceValidTo,
  };
}
