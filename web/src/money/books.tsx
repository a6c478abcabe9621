/** The books beside the counter: what was taken on a day, the bank's file, questions, and what takes two. */
import { useRef, useState } from 'react';
import { issuerName } from '../chargelines';
import { dong, type Means } from '../charges';
import { daysOn } from '../days';
import { Mark } from '../parts';
import { countOf, dateOf, dayText, HERE, minuteOf } from '../times';
import { useSpeech } from '../gate/speech';
import { Ask, Note } from '../gate/ask';
import type { MoneyActs } from './acts';
import { Sure } from './asks';
import type { Cashier, Doubt, MoneyProposal } from './lists';
import { moneySay } from './moneywords';

const ways: readonly Means[] = ['BANK', 'CASH', 'DEPOSIT', 'CREDIT'];
const held = ['CASH', 'BANK', 'TRANSIT', 'SUSPENSE'] as const;

interface BooksProps {
  books: Cashier;
  today: string;
  acts: MoneyActs;
  turnTo: (day: string) => void;
}

export function Books({ books, today, acts, turnTo }: BooksProps) {
  const { language } = useSpeech();
  const note = moneySay(language);
  const { day } = books;
  return (
    <>
      <div className="cash-day">
        <button type="button" aria-label={note('dayBefore')} onClick={() => turnTo(daysOn(day, -1))}>
          ‹
        </button>
        <b>{dayText(day, language)}</b>
        <button type="button" aria-label={note('dayAfter')} disabled={day >= today} onClick={() => turnTo(daysOn(day, 1))}>
          ›
        </button>
      </div>
      <Takings books={books} />
      <BankFile books={books} today={today} acts={acts} />
      <h3>
        {note('doubts')} <small>{countOf(books.doubts.length, language)}</small>
      </h3>
      {books.doubts.length === 0 && <p>{note('doubtsNone')}</p>}
      <Doubts doubts={books.doubts} acts={acts} />
      <h3>
        {note('proposals')} <small>{countOf(books.proposals.length, language)}</small>
      </h3>
      {books.proposals.length === 0 && <p>{note('proposalsNone')}</p>}
      <ul className="cash-list">
        {books.proposals.map((one) => (
          <Proposed key={one.id} proposal={one} acts={acts} />
        ))}
      </ul>
      <h3>{note('standing')}</h3>
      <dl className="cash-standing">
        {held.map((kind) => {
          const sum = books.accounts.filter((one) => one.account === kind).reduce((all, one) => all + one.amount, 0);
          return (
            <div key={kind}>
              <dt>{note(`acc${kind}`)}</dt>
              <dd>{dong(kind === 'SUSPENSE' && sum !== 0 ? -sum : sum, language)}</dd>
            </div>
          );
        })}
      </dl>
    </>
  );
}

/** By issuer and means; what paid no charge stands for itself. Only money that came one way is added up. */
function Takings({ books }: { books: Cashier }) {
  const speech = useSpeech();
  const { language } = speech;
  const note = moneySay(language);
  const { takings } = books;
  const issuers = [...new Set(takings.map((one) => one.issuer))].sort((a, b) => rank(a) - rank(b) || a.localeCompare(b));
  const used = ways.filter((means) => takings.some((one) => one.means === means));
  const sumOf = (means: Means, issuer: string | null) =>
    takings
      .filter((one) => one.means === means && (issuer === null || one.issuer === issuer))
      .reduce((all, one) => all + one.amount, 0);
  return (
    <>
      <h3>{note('takings')}</h3>
      {takings.length === 0 && <p>{note('takingsNone')}</p>}
      {takings.length > 0 && (
        <div className="cash-scroll" tabIndex={0} role="region" aria-label={note('takings')}>
          <table className="cash-takings">
            <thead>
              <tr>
                <td />
                {used.map((means) => (
                  <th key={means} scope="col" className="right">
                    {note(`means${means}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {issuers.map((issuer) => (
                <tr key={issuer} data-issuer={issuer}>
                  <th scope="row">{issuer === '' ? note('noIssuer') : issuerName(issuer, speech)}</th>
                  {used.map((means) => {
                    const sum = sumOf(means, issuer);
                    return (
                      <td key={means} className="right">
                        {sum === 0 ? '–' : countOf(sum, language)}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{note('together')}</th>
                {used.map((means) => (
                  <td key={means} className="right" data-means={means}>
                    <b>{countOf(sumOf(means, null), language)}</b>
                  </td>
                ))}
              </tr>
            </tfoot>
          </table>
        </div>
      )}
    </>
  );
}

const rank = (issuer: string): number => (issuer === 'PUBLIC' ? 0 : issuer === '' ? 2 : 1);

function BankFile({ books, today, acts }: { books: Cashier; today: string; acts: MoneyActs }) {
  const { language } = useSpeech();
  const note = moneySay(language);
  const { day, days } = books;
  const found = days.find((one) => one.day === day);
  const yesterday = daysOn(today, -1);
  const late = day !== yesterday && days.every((one) => one.day !== yesterday);
  const field = useRef<HTMLInputElement>(null);
  const read = async (file: File | undefined) => {
    if (file === undefined) return;
    await acts.act('/bank-files', { day, file: await file.text() }, () => note('didReconcile', dayText(day, language)));
    if (field.current !== null) field.current.value = '';
  };
  return (
    <div className="cash-bank">
      {found !== undefined && (
        <p data-bank="held">
          {note(
            'bankHeld',
            minuteOf(Date.parse(found.at), HERE),
            countOf(found.matched, language),
            countOf(found.lines, language),
            note('bankHeldDoubts', countOf(found.doubts, language)),
          )}
        </p>
      )}
      {found === undefined && (
        <p data-bank={day < today ? 'not' : 'yet'} className={day < today ? 'p2' : undefined}>
          {day < today && <Mark priority={2} />}
          <span>{note(day < today ? 'bankNot' : 'bankYet')}</span>
        </p>
      )}
      {late && (
        <p className="p2" data-bank="yesterday">
          <Mark priority={2} />
          <span>{note('bankYesterday', dayText(yesterday, language))}</span>
        </p>
      )}
      <button type="button" disabled={acts.busy} onClick={() => field.current?.click()}>
        {note('bankFile')}
      </button>
      <input
        ref={field}
        type="file"
        accept=".csv,text/csv"
        hidden
        aria-label={note('bankFile')}
        onChange={(event) => void read(event.target.files?.[0])}
      />
    </div>
  );
}

function Doubts({ doubts, acts }: { doubts: readonly Doubt[]; acts: MoneyActs }) {
  const { language } = useSpeech();
  const note = moneySay(language);
  const [closing, setClosing] = useState<Doubt | null>(null);
  return (
    <>
      <ul className="cash-list">
        {doubts.map((one) => (
          <li key={one.doubt} data-doubt={one.kind}>
            <Mark priority={2} />
            <span>
              <b>{dong(one.amount, language)}</b> {note(`doubt${one.kind}`)}
              <small>
                {one.transaction !== undefined && `${note('transaction', one.transaction)} · `}
                {minuteOf(Date.parse(one.at), HERE)} {dateOf(Date.parse(one.at), language)}
              </small>
            </span>
            <button type="button" disabled={acts.busy} onClick={() => setClosing(one)}>
              {note('closeDoubt')}
            </button>
          </li>
        ))}
      </ul>
      {closing !== null && (
        <Ask
          title={note('closeAsk')}
          why={`${dong(closing.amount, language)} · ${note(`doubt${closing.kind}`)}`}
          submit={note('closeDoubt')}
          read={(form) => {
            const reason = String(form.get('note') ?? '').trim();
            return reason === '' ? { wrong: note('wrongReason'), field: 'note' } : { body: { reason } };
          }}
          close={() => setClosing(null)}
          done={(body) => {
            setClosing(null);
            void acts.act('/doubt-closings', { doubt: closing.doubt, ...body }, () => note('didClose'));
          }}
        >
          <Note must text={note('reason')} />
        </Ask>
      )}
    </>
  );
}

/** In words of the page what is proposed; the server's own where they are older than the page. */
function useWishText() {
  const { language } = useSpeech();
  const note = moneySay(language);
  return ({ wish, statement }: MoneyProposal): { what: string; why: string | null } => {
    if (wish?.adjust !== undefined) {
      const { charge, amount, reason } = wish.adjust;
      return { what: note('wishAdjust', charge, dong(amount, language)), why: reason };
    }
    if (wish?.refund !== undefined) {
      const { payer, amount, cash, from, reason } = wish.refund;
      const words = [dong(amount, language), payer.name, note(`from${from}`)];
      return { what: note(cash ? 'wishRefundCash' : 'wishRefundBank', ...words), why: reason };
    }
    return { what: statement, why: null };
  };
}

function Proposed({ proposal, acts }: { proposal: MoneyProposal; acts: MoneyActs }) {
  const { language } = useSpeech();
  const note = moneySay(language);
  const [asking, setAsking] = useState(false);
  const { what, why } = useWishText()(proposal);
  const { approved, own, wish } = proposal;
  const at = Date.parse(proposal.expiresAt);
  const go = () => {
    setAsking(false);
    if (approved && wish !== undefined) void acts.act('/corrections', wish, () => note('didCorrect'));
    else void acts.act(`/correction-proposals/${proposal.id}/approval`, {}, () => note('didApprove'));
  };
  const may = approved ? wish !== undefined : !own;
  return (
    <li data-proposal={proposal.id} data-approved={approved}>
      <Mark priority={3} />
      <span>
        <b>{what}</b>
        {why !== null && <span> {note('becauseOf', why)}</span>}
        <small>
          {!approved && own && `${note('ownWaits')} `}
          {note('standsUntil', `${minuteOf(at, HERE)} ${dateOf(at, language)}`)}
        </small>
      </span>
      {may && (
        <button type="button" className="primary" disabled={acts.busy} onClick={() => setAsking(true)}>
          {note(approved ? 'carryOut' : 'approve')}
        </button>
      )}
      {asking && (
        <Sure
          title={note(approved ? 'carryOutAsk' : 'approveAsk')}
          submit={note(approved ? 'carryOut' : 'approve')}
          close={() => setAsking(false)}
          done={go}
        >
          <p>
            <b>{what}</b> {why !== null && note('becauseOf', why)}
          </p>
        </Sure>
      )}
    </li>
  );
}
