/** One payment: whether the bank has reported it, and how to go on safely when it has not. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Board } from '../board';
import { dong, sumOpen } from '../charges';
import { FaultLine } from '../fault';
import { useKeys } from '../keys';
import { Mark, useSpeech } from '../parts';
import { ReceiptLink } from '../receipts';
import { get } from '../send';
import { HERE, minuteOf } from '../times';
import { faultOf, NETWORK, type Fault } from '../wire';
import { useInvoices } from './invoices';
import { invoiceSay } from './invoicewords';
import { begun, doneWith, leave, sent, startedOf, type Payment } from './paying';
import './invoices.css';

/** The bank reports while the payer looks. */
const AGAIN_MS = 2_000;

interface PayPageProps {
  board: Board;
  id: string;
  go: (way: string) => void;
}

export function PayPage({ board, id, go }: PayPageProps) {
  const { language, say } = useSpeech();
  const note = invoiceSay(language);
  const who = board.who;
  const [payment, setPayment] = useState<Payment | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const [busy, setBusy] = useState(false);
  const invoices = useInvoices();
  const again = invoices.again;
  const kept = startedOf(who).find((one) => one.id === id);
  const done = useRef(false);

  const look = useCallback(async () => {
    try {
      const found = await get<Payment>(`/payments/${id}`);
      setPayment(found);
      setFault(null);
      if (found.state === 'PAID' && !done.current) {
        done.current = true;
        doneWith(who, id);
        void again();
      }
    } catch (reason) {
      setFault(faultOf(reason));
    }
  }, [id, who, again]);
  useEffect(() => {
    void look();
    const timer = setInterval(() => document.hidden || done.current || void look(), AGAIN_MS);
    return () => clearInterval(timer);
  }, [look]);

  const home = useCallback(() => go('invoices'), [go]);
  useKeys((event) => {
    if (event.key !== 'Escape') return;
    home();
    event.preventDefault();
  });

  /** The same payment goes to the bank again: whatever became of the way before, it is one. */
  const same = async () => {
    if (kept === undefined || busy) return;
    setBusy(true);
    try {
      const redirect = kept.redirect ?? (await sent(who, kept));
      if (redirect === null) await look();
      else leave(redirect, id);
    } catch (reason) {
      setFault(faultOf(reason));
    } finally {
      setBusy(false);
    }
  };
  const charges = (payment?.charges ?? kept?.charges ?? []).flatMap((one) => invoices.read?.all.get(one) ?? []);
  const left = sumOpen(charges);
  /** Its time is over: what is still open goes with a new one. */
  const anew = async () => {
    if (payment === null || busy) return;
    setBusy(true);
    const { payer, amount } = payment;
    const open = charges.filter((one) => one.open > 0).map((one) => one.charge);
    const part = payment.charges.length === 0 ? { charges: [], deposit: { payer, amount }, amount } : { charges: open, amount: left };
    const one = begun(who, part, board.asOf);
    doneWith(who, id);
    try {
      const redirect = await sent(who, one);
      if (redirect === null) go(`pay/${one.id}`);
      else leave(redirect, one.id);
    } catch (reason) {
      setFault(faultOf(reason));
      if (startedOf(who).some((other) => other.id === one.id)) go(`pay/${one.id}`);
    } finally {
      setBusy(false);
    }
  };

  const receipts = (invoices.read?.receipts ?? []).filter((one) => payment?.charges.includes(one.charge) === true && one.counterOf === undefined);
  const unknown = fault?.status === 404;
  // What was never heard is sent again, under its own id.
  const unsent = payment === null && kept !== undefined && (unknown || kept.redirect === undefined);
  const text = (amount: number) => dong(amount, language);
  const state = payment?.state ?? (unsent ? 'UNSENT' : unknown ? 'GONE' : null);
  return (
    <main className="own invoices pay-page">
      <section className="panel pay-card" data-payment={state ?? ''} role="status">
        {state === null && (fault === null || fault.status === NETWORK) && <p>{say('loading')}</p>}
        {payment?.state === 'STARTED' && (
          <>
            <h1>{note('waitTitle')}</h1>
            <b className="pay-sum">{text(payment.amount)}</b>
            <p>{note('waitWhy')}</p>
            <p>{note('waitUntil', minuteOf(Date.parse(payment.expiresAt), HERE))}</p>
          </>
        )}
        {payment?.state === 'PAID' && (
          <>
            <h1>{note('paidTitle', text(payment.amount))}</h1>
            {left > 0 && (
              <p className="p2">
                <Mark priority={2} /> <span>{note('paidShort', text(left))}</span>
              </p>
            )}
            <ul>
              {receipts.map((one) => (
                <li key={one.receipt} data-receipt={one.number}>
                  <ReceiptLink
                    receipt={one}
                    name={{ page: note('receiptOpen', one.number), pdf: note('receiptPdf', one.number) }}
                    wrong={(reason) => setFault(faultOf(reason))}
                  />
                  <span>{note(`kind${one.kind}`)}</span>
                  <b className="invoice-sum">{text(one.amount)}</b>
                </li>
              ))}
            </ul>
          </>
        )}
        {payment?.state === 'EXPIRED' && (
          <>
            <h1>
              <Mark priority={2} /> {note('failTitle')}
            </h1>
            <b className="pay-sum">{text(payment.amount)}</b>
            <p>{note('failWhy')}</p>
          </>
        )}
        {state === 'UNSENT' && kept !== undefined && (
          <>
            <h1>
              <Mark priority={2} /> {note('unsentTitle')}
            </h1>
            <b className="pay-sum">{text(kept.amount)}</b>
            <p>{note('unsentWhy')}</p>
          </>
        )}
        {state === 'GONE' && <p>{note('payGone')}</p>}
        <div className="pay-acts">
          {payment?.state === 'STARTED' && kept !== undefined && (
            <button type="button" disabled={busy} onClick={() => void same()}>
              {note('waitGo')}
            </button>
          )}
          {payment?.state === 'EXPIRED' && (left > 0 || payment.charges.length === 0) && (
            <button type="button" className="primary" disabled={busy} onClick={() => void anew()}>
              {note('failAgain')}
            </button>
          )}
          {state === 'UNSENT' && (
            <button type="button" className="primary" disabled={busy} onClick={() => void same()}>
              {note('unsentAgain')}
            </button>
          )}
          <button type="button" onClick={home}>
            <kbd>Esc</kbd> {note('payBack')}
          </button>
        </div>
      </section>
      {fault !== null && !unknown && <FaultLine fault={fault} again={() => void look()} />}
    </main>
  );
}
