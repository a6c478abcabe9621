/** What the cashier reads: charges that are waited for, one vehicle's, and the books; followed as they change. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Charge, ChargeList, Means, Payer, Receipt } from '../charges';
import { get } from '../send';
import { faultOf, type Fault } from '../wire';

export type AccountKind = 'RECEIVABLE' | 'TRANSIT' | 'BANK' | 'CASH' | 'INCOME' | 'DEPOSIT' | 'CREDIT' | 'SUSPENSE';
export type DoubtKind =
  | 'PAID_TOO_MUCH'
  | 'PAID_TOO_LITTLE'
  | 'PAYMENT_UNKNOWN'
  | 'TRANSACTION_DIFFERS'
  | 'TOO_OLD'
  | 'FILE_DIFFERS'
  | 'ONLY_IN_FILE'
  | 'NOT_IN_FILE';

export interface Doubt {
  doubt: number;
  kind: DoubtKind;
  transaction?: string;
  amount: number;
  at: string;
}

/** The same as it is sent to be carried out. */
export interface MoneyWish {
  adjust?: { charge: number; amount: number; reason: string };
  refund?: { payer: Payer; from: 'DEPOSIT' | 'CREDIT'; amount: number; cash: boolean; reason: string };
}

export interface MoneyProposal {
  id: string;
  matter: 'REFUND' | 'ADJUST_CHARGE';
  statement: string;
  approved: boolean;
  own: boolean;
  at: string;
  expiresAt: string;
  wish?: MoneyWish;
}

export interface Cashier {
  asOf: string;
  accounts: { account: AccountKind; party: string; amount: number }[];
  doubts: Doubt[];
  days: { day: string; lines: number; matched: number; amount: number; doubts: number; at: string }[];
  day: string;
  takings: { means: Means; issuer: string; amount: number; parts: number }[];
  proposals: MoneyProposal[];
}

/** Charges of one registration; of a passage whose papers are forgotten each charge stands for itself. */
export interface Group {
  id: string;
  registration: string | null;
  plate: string | null | undefined;
  number: string;
  payer: Payer | null;
  charges: readonly Charge[];
}

const groupId = (charge: Charge): string => charge.registration ?? `charge-${charge.charge}`;

/** Whose vehicle may not leave yet comes before whose left owing; of each the oldest charge first. */
export function grouped(charges: readonly Charge[]): Group[] {
  const found = new Map<string, Charge[]>();
  for (const one of charges) found.set(groupId(one), [...(found.get(groupId(one)) ?? []), one]);
  const owing = (all: readonly Charge[]) => Number(all.every((one) => one.state === 'OWED'));
  return [...found]
    .sort(([, a], [, b]) => owing(a) - owing(b) || (a[0]?.charge ?? 0) - (b[0]?.charge ?? 0))
    .map(([id, all]) => ({
      id,
      registration: all[0]?.registration ?? null,
      plate: all[0]?.plate,
      number: all[0]?.declarationNumber ?? '–',
      payer: all[0]?.payer ?? null,
      charges: all,
    }));
}

export const MOST = 500;
/** Payments come in at the bank meanwhile. */
const AGAIN_MS = 5_000;

interface Read {
  waiting: readonly Charge[] | null;
  books: Cashier | null;
  receipts: readonly Receipt[];
  /** Of the vehicle that is open. */
  open: { id: string; list: ChargeList } | null;
  asOf: number;
  fault: Fault | null;
}

const nothing: Read = { waiting: null, books: null, receipts: [], open: null, asOf: 0, fault: null };

/**
 * @param chosen the registration that is open, if one is
 * @param day of which the takings are; today if null
 */
export function useMoney(chosen: string | null, day: string | null): Read & { again: () => Promise<void> } {
  const [state, setState] = useState<Read>(nothing);
  const asked = useRef(0);
  const again = useCallback(async () => {
    const mine = ++asked.current;
    const of = day === null ? '' : `?day=${day}`;
    try {
      const [list, books, given, open] = await Promise.all([
        get<ChargeList>('/charges'),
        get<Cashier>(`/cashier${of}`),
        get<{ items: Receipt[] }>('/receipts'),
        chosen === null ? null : get<ChargeList>(`/charges?state=all&registration=${chosen}`),
      ]);
      // An answer to an older question says nothing new.
      if (mine !== asked.current) return;
      setState({
        waiting: list.items,
        books,
        receipts: given.items,
        open: chosen === null || open === null ? null : { id: chosen, list: open },
        asOf: Date.parse(list.asOf),
        fault: null,
      });
    } catch (reason) {
      if (mine === asked.current) setState((before) => ({ ...before, fault: faultOf(reason) }));
    }
  }, [chosen, day]);
  useEffect(() => {
    void again();
    const timer = setInterval(() => document.hidden || void again(), AGAIN_MS);
    return () => {
      clearInterval(timer);
      asked.current++;
    };
  }, [again]);
  return { ...state, again };
}
