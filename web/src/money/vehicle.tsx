/** The charges of one vehicle, line by line, with its payer's account and everything that can be done about them. */
import { useMemo, useRef, useState } from 'react';
import { ChargeLines, issuerName, Total } from '../chargelines';
import { dong, isOpen, sumOpen, type Charge, type ChargeList, type Means, type Payer, type PayerAccount, type Receipt } from '../charges';
import { useKeys } from '../keys';
import { gateName, Mark, Plate } from '../parts';
import { ReceiptLink } from '../receipts';
import { plateText } from '../plates';
import { newId } from '../send';
import { countOf, dateOf, HERE, minuteOf } from '../times';
import { useSpeech } from '../gate/speech';
import type { MoneyActs } from './acts';
import { AmountAsk, DepositAsk, OweAsk, RefundAsk, Sure } from './asks';
import { moneySay, type MoneyWord } from './moneywords';

type Counter = Exclude<Means, 'BANK'>;
type Asking =
  | { kind: 'settle'; means: Counter }
  | { kind: 'owe' | 'deposit' | 'refund' }
  | { kind: 'provisional' | 'adjust'; charge: Charge };

const askWord = { CASH: 'cashAsk', DEPOSIT: 'depositAsk', CREDIT: 'creditAsk' } as const satisfies Record<Counter, MoneyWord>;
const takeWord = { CASH: 'takeCash', DEPOSIT: 'takeDeposit', CREDIT: 'takeCredit' } as const satisfies Record<Counter, MoneyWord>;
const takeKey: Partial<Record<Counter, string>> = { CASH: 'F8', DEPOSIT: 'F9' };

interface VehicleProps {
  list: ChargeList;
  plate: string | null | undefined;
  number: string;
  receipts: readonly Receipt[];
  acts: MoneyActs;
  open: (crossing: string) => void;
}

export function Vehicle({ list, plate, number, receipts, acts, open }: VehicleProps) {
  const speech = useSpeech();
  const { language } = speech;
  const note = moneySay(language);
  const text = (amount: number) => dong(amount, language);
  const { items } = list;
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const [asking, setAsking] = useState<Asking | null>(null);
  /** The same wish that is sent again is the same proposal. */
  const proposed = useRef({ what: '', id: '' });
  const payable = items.filter(isOpen);
  const chosen = payable.filter((one) => !left.has(one.charge));
  const sum = sumOpen(chosen);
  const unrated = items.filter((one) => one.state === 'UNRATED').length;
  const payer: Payer | null = (chosen[0] ?? items[0])?.payer ?? null;
  const account: PayerAccount | null = list.accounts.find((one) => one.taxCode === payer?.taxCode) ?? null;
  const crossing = items.find((one) => one.crossing !== undefined)?.crossing;
  const gate = items.find((one) => one.gate !== undefined)?.gate;
  const given = useMemo(() => {
    const ids = new Set(items.map((one) => one.charge));
    return receipts.filter((one) => ids.has(one.charge));
  }, [items, receipts]);
  const nothing = sum === 0 || acts.busy;

  useKeys((event) => {
    if (event.repeat || nothing) return;
    if (event.key === 'F8') setAsking({ kind: 'settle', means: 'CASH' });
    else if (event.key === 'F9') setAsking({ kind: 'settle', means: 'DEPOSIT' });
    else if (event.key === 'F4') setAsking({ kind: 'owe' });
    else return;
    event.preventDefault();
  });

  const ids = chosen.map((one) => one.charge);
  const close = () => setAsking(null);
  const send = (path: string, body: object, did: () => string) => {
    close();
    void acts.act(path, body, did);
  };
  const propose = (wish: object) => {
    const what = JSON.stringify(wish);
    if (proposed.current.what !== what) proposed.current = { what, id: newId() };
    send('/correction-proposals', { id: proposed.current.id, ...wish }, () => {
      proposed.current = { what: '', id: '' };
      return note('didPropose');
    });
  };
  const who = payer?.name ?? '–';
  const plateWords = plate == null ? number : plateText(plate);
  return (
    <>
      <div className="cash-head">
        <h2>
          {plate === undefined ? number : <Plate plate={plate} />} <small>{number}</small>
        </h2>
        {gate !== undefined && <span>{gateName(speech, gate)}</span>}
        {crossing !== undefined && (
          <button type="button" className="push" onClick={() => open(crossing)}>
            {note('openFile')}
          </button>
        )}
      </div>
      <dl className="cash-figures">
        <div className="cash-due">
          <dt>{note('toPay')}</dt>
          <dd data-due={sum}>{sum === 0 && unrated > 0 ? note('unknownAmount') : text(sum)}</dd>
          {unrated > 0 && (
            <dd className="p3">
              <Mark priority={3} /> {note('notKnownOf', countOf(unrated, language))}
            </dd>
          )}
        </div>
        {(['deposit', 'credit', 'owed'] as const).map((one) => (
          <div key={one}>
            <dt>{note(one)}</dt>
            <dd data-account={one}>{account === null ? note('unknownAmount') : text(account[one])}</dd>
          </div>
        ))}
      </dl>
      {payer !== null && (
        <p className="cash-payer">
          {note('payerIs')}: <b>{payer.name}</b> {note('taxCode', payer.taxCode)}
        </p>
      )}
      <div className="cash-acts">
        {(['CASH', 'DEPOSIT', 'CREDIT'] as const).map((means) => (
          <button
            key={means}
            type="button"
            className={means === 'CASH' ? 'primary' : undefined}
            data-act={means}
            disabled={nothing}
            onClick={() => setAsking({ kind: 'settle', means })}
          >
            {note(takeWord[means])} {takeKey[means] !== undefined && <kbd>{takeKey[means]}</kbd>}
          </button>
        ))}
        <button type="button" data-act="owe" disabled={nothing} onClick={() => setAsking({ kind: 'owe' })}>
          {note('letOwe')} <kbd>F4</kbd>
        </button>
        <button type="button" data-act="deposit" disabled={acts.busy} onClick={() => setAsking({ kind: 'deposit' })}>
          {note('layDown')}
        </button>
        {account !== null && account.deposit + account.credit > 0 && (
          <button type="button" data-act="refund" disabled={acts.busy} onClick={() => setAsking({ kind: 'refund' })}>
            {note('moneyBack')}
          </button>
        )}
      </div>
      {items.length === 0 && (
        <p className="empty" data-empty>
          <b>{note('nothingCharged')}</b> {note('nothingChargedWhy')}
        </p>
      )}
      {items.map((charge) => (
        <section key={charge.charge} className="cash-charge" data-charge={charge.charge} data-state={charge.state}>
          <h3>
            {isOpen(charge) && (
              <input
                type="checkbox"
                checked={!left.has(charge.charge)}
                aria-label={note('payThis', note(`kind${charge.kind}`))}
                onChange={({ target }) =>
                  setLeft((before) => {
                    const next = new Set(before);
                    if (target.checked) next.delete(charge.charge);
                    else next.add(charge.charge);
                    return next;
                  })
                }
              />
            )}
            <span>
              {note(`kind${charge.kind}`)}{' '}
              <small>
                {charge.public ? note('feePublic') : `${note('feePrivate')} · ${issuerName(charge.issuer, speech)}`}
              </small>
            </span>
            <small className={charge.state === 'OWED' ? 'p2' : undefined}>
              {charge.state === 'OWED' && <Mark priority={2} />} {note(`charge${charge.state}`)}
              {charge.paid > 0 && charge.open > 0 && ` · ${note('paidOf', text(charge.paid))} · ${note('openOf', text(charge.open))}`}
            </small>
            <Total charge={charge} />
          </h3>
          {charge.set !== undefined && (
            <p className="cash-set">
              {note(charge.set.provisional ? 'setProvisional' : 'setBy', text(charge.set.amount), charge.set.reason)}
            </p>
          )}
          <div className="cash-scroll" tabIndex={0} role="region" aria-label={note('linesOf', note(`kind${charge.kind}`))}>
            <ChargeLines lines={charge.lines} label={note('linesOf', note(`kind${charge.kind}`))} />
          </div>
          <div className="cash-acts">
            {(charge.state === 'UNRATED' || charge.set?.provisional === true) && (
              <button type="button" data-act="provisional" disabled={acts.busy} onClick={() => setAsking({ kind: 'provisional', charge })}>
                {note('setAmount')}
              </button>
            )}
            <button type="button" data-act="adjust" disabled={acts.busy} onClick={() => setAsking({ kind: 'adjust', charge })}>
              {note('propose')}
            </button>
          </div>
        </section>
      ))}
      <section className="cash-charge" aria-label={note('receipts')}>
        <h3>{note('receipts')}</h3>
        {given.length === 0 && <p className="cash-set">{note('receiptsNone')}</p>}
        {given.length > 0 && (
          <table className="cash-receipts">
            <tbody>
              {given.map((one) => (
                <tr key={one.receipt} data-receipt={one.number}>
                  <th scope="row">
                    <ReceiptLink
                      receipt={one}
                      name={{ page: note('receiptOpen', one.number), pdf: note('receiptPdf', one.number) }}
                      wrong={acts.failed}
                    />
                  </th>
                  <td>{note(`means${one.means}`)}</td>
                  <td>
                    {minuteOf(Date.parse(one.at), HERE)} {dateOf(Date.parse(one.at), language)}
                  </td>
                  <td>{one.counterOf !== undefined && note('counterReceipt', numberOf(one.counterOf, receipts))}</td>
                  <td className="right">
                    <b>{text(one.counterOf === undefined ? one.amount : -Math.abs(one.amount))}</b>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
      {asking?.kind === 'settle' && (
        <Sure
          title={note(askWord[asking.means], text(sum))}
          why={note('settleWhy', countOf(chosen.length, language), plateWords, who)}
          submit={note('settleDone')}
          close={close}
          done={() => send('/settlements', { charges: ids, means: asking.means }, () => note('didSettleBare', text(sum)))}
        />
      )}
      {asking?.kind === 'owe' && payer !== null && (
        <OweAsk
          sum={sum}
          payer={payer}
          account={account}
          close={close}
          done={(body) => send('/owings', { charges: ids, ...body }, () => note('didOwe', text(sum)))}
        />
      )}
      {asking?.kind === 'deposit' && (
        <DepositAsk
          payer={payer}
          close={close}
          done={(body) => send('/deposits', body, () => note('didDeposit', text(Number(body['amount']))))}
        />
      )}
      {asking?.kind === 'refund' && payer !== null && account !== null && (
        <RefundAsk payer={payer} account={account} close={close} done={(refund) => propose({ refund })} />
      )}
      {(asking?.kind === 'provisional' || asking?.kind === 'adjust') && (
        <AmountAsk
          charge={asking.charge}
          how={asking.kind}
          close={close}
          done={(body) =>
            asking.kind === 'adjust'
              ? propose({ adjust: body })
              : send('/provisional-charges', body, () => note('didProvisional', text(Number(body['amount']))))
          }
        />
      )}
    </>
  );
}

const numberOf = (id: number, receipts: readonly Receipt[]): string =>
  receipts.find((one) => one.receipt === id)?.number ?? String(id);
