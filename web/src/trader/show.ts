/** Which fields a form shows: open, folded into a chip, behind "more fields", or not at all. */
import type { Entry } from './entry';
import {
  itemOf,
  keyOf,
  keysIn,
  lineKeys,
  listOf,
  named,
  specs,
  vehicleKeys,
  withinOf,
  type Key,
  type Name,
} from '../registration/fields';
import { bringsNothing, isPlain, weighed, type Values } from '../registration/values';

export type Shown = 'open' | 'chip' | 'folded' | 'none';

/** Papers that goods or vehicle need: their fields are open while empty. */
export const fieldOf: Record<string, Key[]> = {
  PLANTING_AREA: ['plantingArea'],
  PACKING_HOUSE: ['packingHouse'],
  RESIDUE_REPORT: ['residue'],
  PLANT_CERTIFICATE: ['certificate'],
  OTHER_SIDE_FILING: ['filing', 'filingTo'],
};
export const onNeed = new Set(Object.values(fieldOf).flat());

/** What vehicles under these regimes seldom have. */
const seldom: Partial<Record<string, readonly Key[]>> = {
  RAIL: ['trailer', 'permit', 'container', 'seal'],
  NEW_VEHICLE: ['trailer', 'container', 'seal'],
  EMPTY: ['container', 'seal'],
  RECEIVING: ['container', 'seal'],
};

export interface Looking {
  entry: Entry;
  opened: ReadonlySet<Name>;
  active: Name | null;
  faults: Values;
  /** Fields of papers that are needed. */
  needed: ReadonlySet<Key>;
}

export const blank = (values: Values, name: Name): boolean => (values[name] ?? '') === '';

export function showing(name: Name, { entry, opened, active, faults, needed }: Looking): Shown {
  const { values, sources } = entry;
  const key = keyOf(name);
  const filled = !blank(values, name);
  const source = sources[name];
  if (bringsNothing(values.regime) && lineKeys.includes(key)) return 'none';
  if (name === active || opened.has(name) || faults[name] !== undefined) return 'open';
  if (filled && entry.over[name] !== undefined && key !== 'container') return 'open';
  if (filled && isPlain(name, values) && source !== undefined) return 'folded';
  if (filled && source !== undefined && key !== 'plate') return 'chip';
  if (filled) return 'open';
  return listOf(key) === undefined ? unfilled(name, entry, needed) : inRow(name, entry);
}

function unfilled(name: Name, { values, sources }: Entry, needed: ReadonlySet<Key>): Shown {
  const key = keyOf(name);
  if (key === 'regime') return 'chip';
  if (specs[key].rare === true) {
    return key === 'permitTo' && !blank(values, 'permit') ? 'open' : 'folded';
  }
  if (onNeed.has(key)) return needed.has(key) ? 'open' : 'none';
  if (key === 'hs' || key === 'origin') {
    return blank(values, named('product', itemOf(name))) ? 'none' : 'open';
  }
  if (key === 'weight' && weighed(values) !== undefined) return 'none';
  if (key === 'yard') return blank(values, 'gate') ? 'none' : 'open';
  if (key !== 'plate' && vehicleKeys.includes(key) && blank(values, 'plate')) return 'none';
  if (seldom[values.regime ?? '']?.includes(key) === true) return 'folded';
  if (key !== 'plate' && vehicleKeys.includes(key)) {
    return sources.vehicleClass !== undefined ? 'folded' : 'open';
  }
  if (key === 'driverId' || key === 'driverPhone') {
    return blank(values, 'driver') ? 'none' : 'open';
  }
  return itemOf(name) > 0 && specs[key].of === 'group' ? 'folded' : 'open';
}

/** What an item that came from elsewhere lacks is not asked for. */
function inRow(name: Name, { values, sources }: Entry): Shown {
  const key = keyOf(name);
  const list = listOf(key);
  const row = list === undefined ? [] : keysIn(list).map((one) => named(one, itemOf(name), withinOf(name)));
  const known = row.some((one) => !blank(values, one) && sources[one] !== undefined);
  return specs[key].rare === true || known ? 'folded' : 'open';
}
