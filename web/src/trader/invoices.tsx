/** What the firm has to pay, over all its vehicles: several of one payer at once, by the bank; and what was paid. */
import { useCallback, useEffect, useMemo, useRef, useState, type FormEvent } from 'react';
import type { Board } from '../board';
import { ChargeLines, issuerName } from '../chargelines';
import { amountTyped, dong, isOpen, sumOpen, type Charge, type ChargeList, type Payer, type PayerAccount, type Receipt } from '../charges';
import { FaultLine, faultSentence } from '../fault';
import { useKeys } from '../keys';
import { Mark, Plate, useSpeech } from '../parts';
import { ReceiptLink } from '../receipts';
import { get } from '../send';
import { countOf, dateOf, HERE, minuteOf } from '../times';
import { faultOf, type Fault } from '../wire';
import { invoiceSay, isRefusal } from './invoicewords';
import { begun, leave, sent, startedOf, type Started } from './paying';
import { useTell } from './say';
import './invoices.css';

const AGAIN_MS = 10_000;
const MOST = 500;

interface Read {
  waiting: readonly Charge[];
  all: ReadonlyMap<number, Charge>;
  accounts: readonly PayerAccount[];
  receipts: readonly Receipt[];
}

export function useInvoices(): { read: Read | null; fault: Fault | null; again: () => Promise<void> } {
  const [read, setRead] = useState<Read | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const asked = useRef(0);
  const again = useCallback(async () => {
    const mine = ++asked.current;
    try {
      const [waiting, all, given] = await Promise.all([
        get<ChargeList>('/charges'),
        get<ChargeList>('/charges?state=all'),
        get<{ items: Receipt[] }>('/receipts'),
      ]);
      if (mine !== asked.current) return;
      setRead({
        waiting: waiting.items,
        all: new Map([...all.items, ...waiting.items].map((one) => [one.charge, one])),
        accounts: waiting.accounts,
        receipts: given.items,
      });
      setFault(null);
    } catch (reason) {
      if (mine === asked.current) setFault(faultOf(reason));
    }
  }, []);
  useEffect(() => {
    void again();
    const timer = setInterval(() => document.hidden || void again(), AGAIN_MS);
    return () => {
      clearInterval(timer);
      asked.current++;
    };
  }, [again]);
  return { read, fault, again };
}

/** By payer, in the order in which they were charged. */
function byPayer(charges: readonly Charge[]): { payer: Payer; charges: Charge[] }[] {
  const found = new Map<string, { payer: Payer; charges: Charge[] }>();
  for (const one of charges) {
    const group = found.get(one.payer.taxCode) ?? { payer: one.payer, charges: [] };
    group.charges.push(one);
    found.set(one.payer.taxCode, group);
  }
  return [...found.values()];
}

interface PagesProps {
  board: Board;
  go: (way: string) => void;
  back: () => void;
}

export function Invoices({ board, go, back }: PagesProps) {
  const { tell } = useTell();
  const speech = useSpeech();
  const { language, say } = speech;
  const note = invoiceSay(language);
  const { read, fault, again } = useInvoices();
  const [picked, setPicked] = useState<ReadonlySet<number>>(new Set());
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const who = board.who;
  const charges = read?.waiting ?? [];
  const chosen = charges.filter((one) => picked.has(one.charge) && isOpen(one));
  const payer = chosen[0]?.payer.taxCode ?? null;
  const underWay = startedOf(who);

  /** A payment is of one payer: choosing another's begins anew. */
  const pick = (all: readonly Charge[], on: boolean) =>
    setPicked((before) => {
      const of = all[0]?.payer.taxCode;
      const next = new Set(of === payer ? before : []);
      for (const one of all) {
        if (on) next.add(one.charge);
        else next.delete(one.charge);
      }
      return next;
    });

  const failed = useCallback(
    (reason: unknown) => {
      const said = faultOf(reason);
      const word = `no${said.code}`;
      setWrong(isRefusal(word) ? note(word) : faultSentence(said, say, language));
      void again();
    },
    [note, say, language, again],
  );

  const pay = async (part: Pick<Started, 'charges' | 'deposit' | 'amount'>) => {
    if (busy) return;
    setBusy(true);
    setWrong(null);
    const one = begun(who, part, board.asOf);
    try {
      const redirect = await sent(who, one);
      if (redirect === null) go(`pay/${one.id}`);
      else leave(redirect, one.id);
    } catch (reason) {
      if (startedOf(who).some((kept) => kept.id === one.id)) go(`pay/${one.id}`);
      else failed(reason);
    } finally {
      setBusy(false);
    }
  };
  const payChosen = () => {
    if (chosen.length > 0) void pay({ charges: chosen.map((one) => one.charge), amount: sumOpen(chosen) });
  };

  useKeys((event) => {
    if (event.key === 'Escape') back();
    else if (event.key === 'F8' && !event.repeat) payChosen();
    else return;
    event.preventDefault();
  });

  const open = charges.filter((one) => isOpen(one) || one.state === 'UNRATED');
  return (
    <main className="own invoices">
      <div className="panel entry-head">
        <button type="button" onClick={back}>
          <kbd>Esc</kbd> {tell('back')}
        </button>
        <h1>{note('payTitle')}</h1>
      </div>
      {fault !== null && <FaultLine fault={fault} again={() => void again()} />}
      {wrong !== null && (
        <p className="panel sent-line p2" role="alert">
          <Mark priority={2} />
          <span>{wrong}</span>
        </p>
      )}
      {underWay.map((one) => (
        <p className="panel sent-line" key={one.id} data-under-way={one.id}>
          <span>
            {note('underWay', dong(one.amount, language), `${minuteOf(one.at, HERE)} ${dateOf(one.at, language)}`)}
          </span>
          <button type="button" onClick={() => go(`pay/${one.id}`)}>
            {note('underWayOpen')}
          </button>
        </p>
      ))}
      {read === null && fault === null && <p className="empty">{say('loading')}</p>}
      {read !== null && (
        <>
          {open.length === 0 && (
            <p className="panel empty" data-empty>
              {note('payNone')}
            </p>
          )}
          {byPayer(open).map((group) => (
            <Open key={group.payer.taxCode} {...group} picked={picked} pick={pick} />
          ))}
          {charges.length >= MOST && <p className="empty">{note('payMore', countOf(MOST, language))}</p>}
          {open.length > 0 && <Bar chosen={chosen} busy={busy} pay={payChosen} />}
          <Account read={read} busy={busy} label={board.me?.label ?? ''} pay={(part) => void pay(part)} />
          <Paid read={read} wrong={failed} />
        </>
      )}
    </main>
  );
}

interface OpenProps {
  payer: Payer;
  charges: readonly Charge[];
  picked: ReadonlySet<number>;
  pick: (charges: readonly Charge[], on: boolean) => void;
}

const named = (charge: Charge): string => charge.declarationNumber ?? String(charge.charge);

function Open({ payer, charges, picked, pick }: OpenProps) {
  const speech = useSpeech();
  const { language } = speech;
  const note = invoiceSay(language);
  const payable = charges.filter(isOpen);
  const all = payable.length > 0 && payable.every((one) => picked.has(one.charge));
  return (
    <section className="panel invoice-payer" data-payer={payer.taxCode} aria-label={payer.name}>
      <label className="invoice-all">
        <input type="checkbox" disabled={payable.length === 0} checked={all} onChange={({ target }) => pick(payable, target.checked)} />
        <b>{note('payAll', payer.name)}</b> <small>{payer.taxCode}</small>
        <b className="push">{dong(sumOpen(payable), language)}</b>
      </label>
      <ul>
        {charges.map((one) => (
          <li key={one.charge} data-charge={one.charge} data-state={one.state}>
            <label className="invoice-row">
              <input
                type="checkbox"
                disabled={!isOpen(one)}
                checked={isOpen(one) && picked.has(one.charge)}
                aria-label={note('payOne', note(`kind${one.kind}`), plain(one))}
                onChange={({ target }) => pick([one], target.checked)}
              />
              <span>
                <b>{one.plate === undefined ? named(one) : <Plate plate={one.plate} />}</b> <small>{one.declarationNumber}</small>
              </span>
              <span>
                {note(`kind${one.kind}`)}{' '}
                <small>{one.public ? note('feePublic') : `${note('feePrivate')} · ${issuerName(one.issuer, speech)}`}</small>
              </span>
              {one.state === 'UNRATED' ? (
                <b className="invoice-sum p3">
                  <Mark priority={3} /> {note('unknownAmount')}
                </b>
              ) : (
                <span className="invoice-sum">
                  <b>{dong(one.open, language)}</b>
                  {one.state === 'OWED' && <small>{note('chargeOWED')}</small>}
                  {one.paid > 0 && <small>{note('paidOf', dong(one.paid, language))}</small>}
                </span>
              )}
            </label>
            <details>
              <summary>{note('payLines')}</summary>
              {one.set !== undefined && (
                <p>{note(one.set.provisional ? 'setProvisional' : 'setBy', dong(one.set.amount, language), one.set.reason)}</p>
              )}
              <div className="invoice-scroll">
                <ChargeLines lines={one.lines} label={note('payLines')} />
              </div>
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}

const plain = (charge: Charge): string => charge.plate ?? named(charge);

/** One total, and of that what is public and what the yards take. */
function Bar({ chosen, busy, pay }: { chosen: readonly Charge[]; busy: boolean; pay: () => void }) {
  const { language } = useSpeech();
  const note = invoiceSay(language);
  return (
    <div className="panel invoice-bar">
      <span role="status">
        {chosen.length === 0 ? (
          note('payNothing')
        ) : (
          <>
            {note('payChosen', countOf(chosen.length, language))} ·{' '}
            {note('payPublic', dong(sumOpen(chosen.filter((one) => one.public)), language))} ·{' '}
            {note('payPrivate', dong(sumOpen(chosen.filter((one) => !one.public)), language))}
          </>
        )}
      </span>
      <b data-total={sumOpen(chosen)}>{dong(sumOpen(chosen), language)}</b>
      <button type="button" className="primary" disabled={busy || chosen.length === 0} onClick={pay}>
        {note('payGo')} <kbd>F8</kbd>
      </button>
    </div>
  );
}

interface AccountProps {
  read: Read;
  busy: boolean;
  label: string;
  pay: (part: Pick<Started, 'charges' | 'deposit' | 'amount'>) => void;
}

/** What the firm has with us; a deposit goes by the bank too. */
function Account({ read, busy, label, pay }: AccountProps) {
  const { language, say } = useSpeech();
  const note = invoiceSay(language);
  const [open, setOpen] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const [account] = read.accounts;
  const name = useMemo(
    () => [...read.all.values()].findLast((one) => one.payer.taxCode === account?.taxCode)?.payer.name ?? label,
    [read, account, label],
  );
  if (account === undefined) {
    return (
      <section className="panel invoice-account" aria-label={note('payAccount')}>
        <h2>{note('payAccount')}</h2>
        <p>{note('payNoCompany')}</p>
      </section>
    );
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const amount = amountTyped(String(form.get('amount') ?? ''));
    const payer = { taxCode: account.taxCode, name: String(form.get('name') ?? '').trim() };
    if (amount === null || amount === 0) return setWrong(note('payWrongAmount'));
    if (payer.name === '') return setWrong(note('payWrongName'));
    setWrong(null);
    pay({ charges: [], deposit: { payer, amount }, amount });
  };
  return (
    <section className="panel invoice-account" aria-label={note('payAccount')}>
      <h2>
        {note('payAccount')} <small>{account.taxCode}</small>
      </h2>
      <dl>
        {(['deposit', 'credit', 'owed'] as const).map((one) => (
          <div key={one}>
            <dt>{note(one)}</dt>
            <dd data-account={one}>{dong(account[one], language)}</dd>
          </div>
        ))}
      </dl>
      {!open && (
        <button type="button" disabled={busy} onClick={() => setOpen(true)}>
          {note('payDeposit')}
        </button>
      )}
      {open && (
        <form noValidate onSubmit={submit}>
          <label>
            {note('payDepositAmount')}
            <input name="amount" autoFocus inputMode="numeric" autoComplete="off" maxLength={24} />
          </label>
          <label>
            {note('payDepositName')}
            <input name="name" autoComplete="off" defaultValue={name} maxLength={300} />
          </label>
          {wrong !== null && (
            <p className="wrong" role="alert">
              {wrong}
            </p>
          )}
          <button type="submit" className="primary" disabled={busy}>
            {note('payGo')}
          </button>
          <button type="button" onClick={() => setOpen(false)}>
            {say('cancel')}
          </button>
        </form>
      )}
    </section>
  );
}

function Paid({ read, wrong }: { read: Read; wrong: (reason: unknown) => void }) {
  const { language } = useSpeech();
  const note = invoiceSay(language);
  const numberOf = (id: number) => read.receipts.find((one) => one.receipt === id)?.number ?? String(id);
  return (
    <section className="panel invoice-paid" aria-label={note('payReceipts')}>
      <h2>
        {note('payReceipts')} <small>{countOf(read.receipts.length, language)}</small>
      </h2>
      {read.receipts.length === 0 && <p className="empty">{note('payReceiptsNone')}</p>}
      <ul>
        {read.receipts.map((one) => {
          const charge = read.all.get(one.charge);
          const at = Date.parse(one.at);
          const away = one.counterOf !== undefined;
          return (
            <li key={one.receipt} data-receipt={one.number}>
              <ReceiptLink
                receipt={one}
                name={{ page: note('receiptOpen', one.number), pdf: note('receiptPdf', one.number) }}
                wrong={wrong}
              />
              <span>
                {charge?.plate !== undefined && (
                  <b>
                    <Plate plate={charge.plate} />{' '}
                  </b>
                )}
                {note(`kind${one.kind}`)}{' '}
                <small>
                  {note(`means${one.means}`)} · {minuteOf(at, HERE)} {dateOf(at, language)}
                  {one.counterOf !== undefined && ` · ${note('counterReceipt', numberOf(one.counterOf))}`}
                </small>
              </span>
              <b className="invoice-sum">{dong(away ? -Math.abs(one.amount) : one.amount, language)}</b>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
