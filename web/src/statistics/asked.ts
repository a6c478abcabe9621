/** What is asked of the statistics, and how the answer is read. Nothing is worked out here that the server tells. */
import type { Language } from '../language';
import { localeOf } from '../times';
import { read } from '../wire';
import type { StatWord } from './statwords';

export const steps = ['DAY', 'MONTH', 'YEAR'] as const;
export type Step = (typeof steps)[number];
export const groupings = ['NOTHING', 'GATE', 'DIRECTION', 'TRADE', 'REGIME', 'CLASS', 'COMMODITY', 'CHAPTER', 'HEADING', 'KIND'] as const;
export type By = (typeof groupings)[number];
export const measures = ['vehicles', 'tonnes', 'value', 'stay'] as const;
export type Measure = (typeof measures)[number];

interface Fractions {
  vehicles?: number;
  weightKg?: number;
  valueVnd?: number;
}

export interface Line {
  period: string;
  group: string;
  vehicles: number;
  weightKg: number;
  valueVnd: number;
  lines: number;
  valuedLines: number;
  /** In seconds; not told of goods. */
  stay?: { vehicles: number; median: number; p95: number };
  share?: Fractions;
  growthBefore?: Fractions;
  growthYearBefore?: Fractions;
}

export interface Answer {
  definition: string;
  period: string;
  asOfSeq: number;
  asOf: string;
  lines: Line[];
}

export type OfficialMeasure = 'GATE_TURNOVER' | 'DECLARED_TURNOVER' | 'CUSTOMS_REVENUE' | 'INFRASTRUCTURE_FEE' | 'TRANSSHIPMENT_FEE';
/** In the order in which they are told; no two of them are ever added. */
export const officialMeasures: readonly { measure: OfficialMeasure; unit: 'USD' | 'VND' }[] = [
  { measure: 'GATE_TURNOVER', unit: 'USD' },
  { measure: 'DECLARED_TURNOVER', unit: 'USD' },
  { measure: 'CUSTOMS_REVENUE', unit: 'VND' },
  { measure: 'INFRASTRUCTURE_FEE', unit: 'VND' },
  { measure: 'TRANSSHIPMENT_FEE', unit: 'VND' },
];

export interface Official {
  measure: OfficialMeasure;
  unit: 'USD' | 'VND';
  period: string;
  branch: string;
  value: number;
  plan?: number;
  ofPlan?: number;
  publishedGrowthPercent?: number;
  growth?: number;
  source: string;
  asOf: string;
}

export interface Filter {
  gate: string;
  direction: string;
  class: string;
  hs: string;
}

export const noFilter: Filter = { gate: '', direction: '', class: '', hs: '' };

/** Days of a month, months of a year, or ten years: what `at` stands for. */
export const periodOf = (step: Step, at: string): string =>
  step === 'YEAR' ? `${Number(at.slice(0, 4)) - 9}/${at.slice(0, 4)}` : step === 'MONTH' ? at.slice(0, 4) : at.slice(0, 7);

/** The same with what it is drawn beside: months with those of the year before. */
export const drawnPeriod = (step: Step, at: string): string =>
  step === 'MONTH' ? `${Number(at.slice(0, 4)) - 1}-01/${at.slice(0, 4)}-12` : periodOf(step, at);

export function moved(step: Step, at: string, by: number): string {
  if (step !== 'DAY') return `${Number(at.slice(0, 4)) + by}${at.slice(4)}`;
  const months = Number(at.slice(0, 4)) * 12 + Number(at.slice(5, 7)) - 1 + by;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
}

/** Every place on the axis, whether anything was counted there or not. */
export function placesOf(step: Step, at: string): string[] {
  const year = Number(at.slice(0, 4));
  const two = (value: number) => String(value).padStart(2, '0');
  if (step === 'YEAR') return Array.from({ length: 10 }, (_, i) => String(year - 9 + i));
  if (step === 'MONTH') return Array.from({ length: 12 }, (_, i) => `${year}-${two(i + 1)}`);
  const days = new Date(Date.UTC(year, Number(at.slice(5, 7)), 0)).getUTCDate();
  return Array.from({ length: days }, (_, i) => `${at.slice(0, 7)}-${two(i + 1)}`);
}

export const queryOf = (period: string, step: Step | 'ALL', by: By, filter: Filter): string =>
  `/statistics?period=${encodeURIComponent(period)}&step=${step}&by=${by}` +
  Object.entries(filter)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `&${name}=${encodeURIComponent(value)}`)
    .join('');

export const answerOf = (query: string, signal: AbortSignal): Promise<Answer> => read<Answer>(query, signal);
export const officialOf = async (signal: AbortSignal): Promise<Official[]> =>
  (await read<{ totals: Official[] }>('/official-totals', signal)).totals;

/** Of the measure, in the unit in which it is drawn; null where nothing is known of it. */
export function amountOf(line: Line | undefined, measure: Measure, language: Language): number | null {
  if (line === undefined) return null;
  switch (measure) {
    case 'vehicles':
      return line.vehicles;
    case 'tonnes':
      return line.weightKg / 1000;
    case 'value':
      // Where no line says a value it is not nothing but unknown.
      return line.valuedLines === 0 ? null : line.valueVnd / largeUnit(language);
    case 'stay':
      return line.stay === undefined ? null : line.stay.median / 3600;
  }
}

const field = { vehicles: 'vehicles', tonnes: 'weightKg', value: 'valueVnd' } as const;

/** A share or a growth of the measure; a stay has none. */
export const fractionOf = (fractions: Fractions | undefined, measure: Measure): number | undefined =>
  measure === 'stay' ? undefined : fractions?.[field[measure]];

/** What people count large sums in: 亿, else thousand millions. */
export const largeUnit = (language: Language): number => (language === 'zh' ? 1e8 : 1e9);

export const numberText = (value: number, language: Language, places = 0): string =>
  value.toLocaleString(localeOf(language), { minimumFractionDigits: places, maximumFractionDigits: places });

/** As many places as it takes to tell small numbers apart. */
export const shortText = (value: number, language: Language): string =>
  value.toLocaleString(localeOf(language), { maximumFractionDigits: Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2 });

export const percentText = (value: number, language: Language, signed = false): string =>
  value.toLocaleString(localeOf(language), { style: 'percent', maximumFractionDigits: 1, ...(signed ? { signDisplay: 'exceptZero' } : {}) });

export const measureWord: Record<Measure, StatWord> = { vehicles: 'vehicles', tonnes: 'tonnes', value: 'value', stay: 'stay' };
