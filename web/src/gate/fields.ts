/**
 * The fields of a registration as officers read them: what each is called, and its value in words.
 * Names are those of the interface; `[]` stands for every item of a list. What the trader's form asks
 * for too is called the same here.
 */
import { bare } from '../judge';
import { gateName, labelOf } from '../parts';
import { plateText } from '../plates';
import { cityOf, countOf, dateOf, dayText, HERE, minuteOf, THERE } from '../times';
import { traderCode, traderWords, type TraderWord } from '../trader/traderwords';
import type { Held } from '../wire';
import type { Speech, Word } from './speech';

export type Part = 'partTrip' | 'partVehicle' | 'partPeople' | 'partCustoms' | 'goods' | 'partQuarantine';

type Name = { trader: TraderWord } | { word: Word };
const trader = (word: TraderWord): Name => ({ trader: word });
const word = (one: Word): Name => ({ word: one });

const names: Record<string, Name> = {
  declarationId: word('traderReference'),
  declarationNumber: word('declaration'),
  borderGuardDeclarationNumber: word('guardNumber'),
  direction: word('direction'),
  createdAt: word('madeAt'),
  gateCode: word('gate'),
  route: trader('route'),
  regime: trader('regime'),
  plannedArrivalAt: word('planned'),
  declarant: word('company'),
  feePayer: word('feePayer'),
  procedureOfficerName: trader('officer'),
  parkingPlace: trader('yard'),
  totalWeightTonnes: trader('total'),
  isStorageGoods: trader('storage'),
  transshipmentPlanned: trader('transshipment'),
  linkedDeclarationIds: word('linked'),
  otherSideFiling: trader('filing'),
  certificates: word('certificates'),
  residents: word('residents'),
  'goodsGroups[].customsDeclarationNumber': trader('customsNumber'),
  'goodsGroups[].customsProcedureCode': trader('procedure'),
  'goodsGroups[].customsOfficeCode': trader('office'),
  'goodsGroups[].customsDeclarationDate': trader('customsDate'),
  'goodsGroups[].traderTaxCode': word('traderTaxCode'),
  'goodsGroups[].traderName': word('traderName'),
  'goodsGroups[].weightKg': word('weight'),
  'goodsGroups[].gateEntryCode': word('gateEntryCode'),
  'goodsGroups[].supplier': word('supplier'),
  'goodsGroups[].goodsLines[].hsCode': trader('hs'),
  'goodsGroups[].goodsLines[].productName': word('goods'),
  'goodsGroups[].goodsLines[].originCode': trader('origin'),
  'goodsGroups[].goodsLines[].quantity': trader('quantity'),
  'goodsGroups[].goodsLines[].unit': trader('unit'),
  'goodsGroups[].goodsLines[].weightKg': word('weight'),
  'goodsGroups[].goodsLines[].valueVnd': trader('value'),
  'goodsGroups[].goodsLines[].plantingAreaCode': trader('plantingArea'),
  'goodsGroups[].goodsLines[].packingHouseCode': trader('packingHouse'),
  'quarantine.medicalRequired': trader('MEDICAL_QUARANTINE'),
  'quarantine.plantRequired': trader('PLANT_QUARANTINE'),
  'quarantine.animalRequired': trader('ANIMAL_QUARANTINE'),
  'quarantine.plantCertificateNumber': trader('certificate'),
  'quarantine.residueTestReportNumber': trader('residue'),
  'vehicles[].vehicleClass': trader('vehicleClass'),
  'vehicles[].plateNumber': word('plate'),
  'vehicles[].plateLines': word('plateLines'),
  'vehicles[].vehicleNationality': trader('nationality'),
  'vehicles[].trailerNumber': word('trailer'),
  'vehicles[].containerNumber': word('container'),
  'vehicles[].containerSizeType': trader('containerType'),
  'vehicles[].customsSealNumber': word('seal'),
  'vehicles[].electronicSealNumber': trader('electronicSeal'),
  'vehicles[].rfidTag': word('rfidTag'),
  'vehicles[].driverName': trader('driver'),
  'vehicles[].driverPhone': trader('driverPhone'),
  'vehicles[].driverIdNumber': trader('driverId'),
  'vehicles[].driverDocuments': word('driverDocuments'),
  'vehicles[].coDrivers': trader('coDriver'),
  'vehicles[].dedicatedDriver': trader('dedicated'),
  'vehicles[].dedicatedPlateNumber': trader('dedicatedPlate'),
  'vehicles[].tareKg': trader('tare'),
  'vehicles[].goodsKg': word('weight'),
  'vehicles[].grossKg': word('grossKg'),
  'vehicles[].internationalTransportPermit': trader('permit'),
  'vehicles[].permitValidTo': trader('permitTo'),
  'vehicles[].insuranceNumber': trader('insurance'),
  'vehicles[].insuranceValidTo': trader('insuranceTo'),
  'vehicles[].customsVehicleDeclarationNumber': word('customsVehicle'),
  'vehicles[].wagons': word('wagons'),
  'vehicles[].axles': trader('axles'),
};

/** These are a person's: where they are null they were erased. */
const personal = new Set([
  'vehicles[].plateNumber',
  'vehicles[].trailerNumber',
  'vehicles[].driverName',
  'vehicles[].driverPhone',
  'vehicles[].driverIdNumber',
  'procedureOfficerName',
]);

export function fieldName(field: string, speech: Speech): string {
  const name = names[field];
  if (name === undefined) return field;
  return 'word' in name ? speech.say(name.word) : traderWords(speech.language)(name.trader);
}

export function partOf(field: string): Part {
  if (field.startsWith('goodsGroups[].goodsLines[]')) return 'goods';
  if (field.startsWith('goodsGroups[]')) return 'partCustoms';
  if (/^vehicles\[\]\.(driver|coDriver|dedicatedDriver)/.test(field)) return 'partPeople';
  if (field.startsWith('vehicles[]')) return 'partVehicle';
  return field.startsWith('quarantine') ? 'partQuarantine' : 'partTrip';
}

/** The values of a field, one for each item of the lists that it stands in. */
export function valuesAt(held: Held, field: string): unknown[] {
  let found: unknown[] = [held];
  for (const step of field.split('.')) {
    const key = step.replace('[]', '');
    found = found.flatMap((one) => {
      const value = one !== null && typeof one === 'object' ? (one as Record<string, unknown>)[key] : undefined;
      return step.endsWith('[]') ? (Array.isArray(value) ? value : []) : [value];
    });
  }
  return found;
}

/** The fields of some in which two versions of a registration differ. */
export const changedIn = (before: Held, after: Held, fields: readonly string[]): string[] =>
  fields.filter(
    (field) => JSON.stringify(valuesAt(before, field)) !== JSON.stringify(valuesAt(after, field)),
  );

function leaf(field: string, value: unknown, speech: Speech): string {
  const { say, language, site } = speech;
  if (value === null || value === undefined || value === '') return '–';
  if (typeof value === 'boolean') return say(value ? 'yes' : 'no');
  if (typeof value === 'number') {
    const count = countOf(value, language);
    return /Kg$/.test(field) ? `${count} kg` : field === 'totalWeightTonnes' ? `${count} t` : count;
  }
  const text = String(value);
  if (/plateNumber$|PlateNumber$|trailerNumber$/.test(field)) return plateText(bare(text));
  if (field === 'gateCode') return gateName(speech, text);
  const place = field === 'route' ? site?.routes : field === 'parkingPlace' ? site?.yards : undefined;
  const known = place?.find((one) => one.code === text);
  if (known !== undefined) return labelOf(known.name, language);
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return dayText(text, language);
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text)) {
    const time = Date.parse(text);
    return `${minuteOf(time, HERE)} (${cityOf(THERE)} ${minuteOf(time, THERE)}) ${dateOf(time, language)}`;
  }
  return /^[A-Z][A-Z_]+$/.test(text) ? traderCode(traderWords(language), text) : text;
}

/** One line for each value; a value of parts is one line of them. */
export function linesOf(held: Held, field: string, speech: Speech): string[] {
  const inWords = (value: unknown): string => {
    if (Array.isArray(value)) return value.map(inWords).join('; ');
    if (value !== null && typeof value === 'object') {
      return Object.values(value)
        .filter((part) => part !== null && part !== '' && !(Array.isArray(part) && part.length === 0))
        .map(inWords)
        .join(' · ');
    }
    return leaf(field, value, speech);
  };
  const lines = valuesAt(held, field).map((value) =>
    value === null && personal.has(field) ? speech.say('erased') : inWords(value) || '–',
  );
  return lines.length === 0 ? ['–'] : lines;
}
