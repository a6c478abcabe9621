/**
 * A payer on the way to the bank and back. Each payment is kept here before it is sent, with its id and its
 * command's: what is sent again is the same one, whatever happened in between.
 */
import type { Payer } from '../charges';
import { newId, post } from '../send';
import { faultOf } from '../wire';

export interface Started {
  id: string;
  command: string;
  charges: number[];
  deposit?: { payer: Payer; amount: number };
  amount: number;
  at: number;
  /** Where the payer goes; absent while the gate has not answered. */
  redirect?: string;
}

export interface Payment {
  asOf: string;
  id: string;
  state: 'STARTED' | 'PAID' | 'EXPIRED';
  payer: Payer;
  amount: number;
  startedAt: string;
  expiresAt: string;
  charges: number[];
}

/** So many are kept; older ones are done with. */
const MOST = 20;

const place = (who: string): string => `clearway.paying.${who}`;

export function startedOf(who: string): Started[] {
  try {
    const kept = JSON.parse(localStorage.getItem(place(who)) ?? '[]') as Started[];
    return Array.isArray(kept) ? kept : [];
  } catch {
    return [];
  }
}

const keep = (who: string, all: Started[]): void => localStorage.setItem(place(who), JSON.stringify(all.slice(0, MOST)));

export const doneWith = (who: string, id: string): void => keep(who, startedOf(who).filter((one) => one.id !== id));

/** Kept, not sent yet. */
export function begun(who: string, part: Pick<Started, 'charges' | 'deposit' | 'amount'>, at: number): Started {
  const one: Started = { id: newId(), command: newId(), at, ...part };
  keep(who, [one, ...startedOf(who)]);
  return one;
}

/** Sent, once or again. @returns where the payer goes, or null where the gate has it already and the way is not known */
export async function sent(who: string, one: Started): Promise<string | null> {
  const body = one.deposit === undefined ? { id: one.id, charges: one.charges } : { id: one.id, deposit: one.deposit };
  try {
    const { redirect } = await post<{ redirect: string }>('/payments', body, one.command, AbortSignal.timeout(15_000));
    keep(who, startedOf(who).map((other) => (other.id === one.id ? { ...other, redirect } : other)));
    return redirect;
  } catch (reason) {
    const fault = faultOf(reason);
    if (fault.code === 'ID_IN_USE') return null;
    // Said no to: it never was a payment.
    if (fault.status === 409 || fault.status === 404 || fault.status === 400) doneWith(who, one.id);
    throw reason;
  }
}

/** The bank sends the payer back to where this is looked at; it need not. */
export function wayTo(redirect: string, id: string): string {
  const back = `${location.origin}${location.pathname}#/trader/pay/${id}`;
  return `${redirect}&back=${encodeURIComponent(back)}`;
}

export function leave(redirect: string, id: string): void {
  // Whoever comes back by the browser comes to the page of this payment.
  history.replaceState(null, '', `#/trader/pay/${id}`);
  location.assign(wayTo(redirect, id));
}
