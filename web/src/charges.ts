/** What is charged for a vehicle, as the cashier and its payer see it. Amounts are whole dong. */
import type { Language } from './language';
import { countOf, localeOf } from './times';

export type FeeKind = 'INFRASTRUCTURE' | 'TRANSFER' | 'HANDLING' | 'PARKING' | 'PLUG';
export type Means = 'BANK' | 'CASH' | 'DEPOSIT' | 'CREDIT';

export interface Payer {
  taxCode: string;
  name: string;
}

export interface ChargeLine {
  kind: FeeKind;
  /** Of the tariff; empty when nothing there fits. */
  clause: string;
  vehicleClass: string;
  use: 'PASSES' | 'INLAND' | 'TRANSFERS' | 'RECEIVES';
  goods: string;
  /** Absent while nobody published it. */
  rate?: number;
  quantity: number;
  factors: { clause: string; thousandths: number; source: string }[];
  amount?: number;
  source: string;
}

export interface Charge {
  charge: number;
  registration?: string;
  declarationNumber?: string;
  gate?: string;
  plate?: string | null;
  crossing?: string;
  kind: FeeKind;
  public: boolean;
  issuer: string;
  state: 'UNRATED' | 'OPEN' | 'OWED' | 'PAID' | 'FREE';
  payer: Payer;
  /** Absent while it is not known. */
  total?: number;
  paid: number;
  open: number;
  lines: ChargeLine[];
  set?: { amount: number; reason: string; at: string; provisional: boolean };
  owedSince?: string;
  settledAt?: string;
}

export interface PayerAccount {
  taxCode: string;
  deposit: number;
  credit: number;
  owed: number;
}

export interface ChargeList {
  asOf: string;
  items: Charge[];
  accounts: PayerAccount[];
}

export interface Receipt {
  receipt: number;
  number: string;
  charge: number;
  kind: FeeKind;
  payer: Payer;
  amount: number;
  means: Means;
  at: string;
  counterOf?: number;
}

/** With the thousands' separators of the language, and the unit. */
export const dong = (amount: number, language: Language): string => `${countOf(amount, language)} ₫`;

/** What somebody has still to pay, owed or not. */
export const isOpen = (charge: Charge): boolean => charge.open > 0;

export const sumOpen = (charges: readonly Charge[]): number => charges.reduce((sum, one) => sum + Math.max(0, one.open), 0);

/** An amount as people type it, with whatever stands between its thousands; null when it is no whole number of dong. */
export function amountTyped(text: string): number | null {
  const bare = text.replace(/₫|đ|VND|\s/gi, '');
  if (!/^\d{1,15}$/.test(bare) && !/^\d{1,3}([.,]\d{3}){1,4}$/.test(bare)) return null;
  return Number(bare.replace(/[.,]/g, ''));
}

/** Thousandths as people write a factor: 1300 is ×1.3, or ×1,3. */
export const factorOf = (thousandths: number, language: Language): string =>
  `×${(thousandths / 1000).toLocaleString(localeOf(language), { maximumFractionDigits: 3 })}`;

/** Where a receipt is handed out: its number is its address. */
export const receiptPath = ({ number }: Receipt, format: 'html' | 'pdf', language: Language): string =>
  `/receipts/${number.split('/').map(encodeURIComponent).join('/')}?format=${format}&lang=${language}`;
