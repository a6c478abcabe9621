/**
 * The cashier: whoever has to pay, what for, line by line, and the books beside it. A vehicle is found by its plate,
 * its number or its payer; F8 and Enter take the cash. What is not known is said so and never guessed.
 */
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Board } from '../board';
import { dong, sumOpen, type Charge } from '../charges';
import { FaultLine } from '../fault';
import { bare } from '../judge';
import { useKeys } from '../keys';
import { Head, Keys, Search } from '../listhead';
import { Mark, Plate } from '../parts';
import { countOf, dayOf, HERE, secondOf } from '../times';
import { Rows } from '../gate/rows';
import { useSpeech } from '../gate/speech';
import '../gate/loads.css';
import { useMoneyActs } from './acts';
import { Books } from './books';
import { DepositAsk } from './asks';
import { grouped, MOST, useMoney, type Group } from './lists';
import { moneySay } from './moneywords';
import { Vehicle } from './vehicle';
import './money.css';

/** Of what is sought and has nothing to pay so many are named; shorter, too many plates fit. */
const ELSEWHERE = 8;
const SHORTEST = 3;

const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLocaleLowerCase().trim();

const fits = (group: Group, text: string): boolean => {
  const sign = bare(text);
  return (
    (sign !== '' && bare(group.plate ?? '').includes(sign)) ||
    (sign !== '' && group.number.includes(sign)) ||
    plain(group.payer?.name ?? '').includes(plain(text)) ||
    (group.payer?.taxCode ?? '').includes(text.trim())
  );
};

export function CashBoard({ board, open }: { board: Board; open: (crossing: string) => void }) {
  const speech = useSpeech();
  const { say, language } = speech;
  const note = moneySay(language);
  const [chosen, setChosen] = useState<string | null>(null);
  const [shown, setShown] = useState<string | null>(null);
  const [day, setDay] = useState<string | null>(null);
  const [sought, setSought] = useState('');
  const [laying, setLaying] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  const side = useRef<HTMLElement>(null);
  const books = useRef<HTMLElement>(null);
  const registration = shown?.startsWith('charge-') === true ? null : shown;
  const money = useMoney(registration, day);
  const acts = useMoneyActs(speech, money.again);
  useEffect(() => search.current?.focus(), []);
  const groups = useMemo(() => grouped(money.waiting ?? []), [money.waiting]);
  const rows = useMemo(() => {
    const text = sought.trim();
    if (text === '') return groups;
    const found = groups.filter((one) => fits(one, text));
    const sign = bare(text);
    if (sign.length < SHORTEST) return found;
    const waits = new Set(groups.map((one) => one.registration));
    const others = [...board.rows.values()]
      .filter((row) => row.registration !== undefined && !waits.has(row.registration))
      .filter((row) => bare(row.plate ?? '').includes(sign) || (row.declarationNumber ?? '').includes(sign))
      .slice(-ELSEWHERE)
      .map((row): Group => ({
        id: row.registration ?? '',
        registration: row.registration ?? null,
        plate: row.plate,
        number: row.declarationNumber ?? '–',
        payer: null,
        charges: [],
      }));
    return [...found, ...others];
  }, [groups, sought, board.rows]);
  const current = rows.find((one) => one.id === shown) ?? groups.find((one) => one.id === shown);
  // What a vehicle is called stays when nothing of it waits any more.
  const called = useRef<Group | null>(null);
  if (current !== undefined) called.current = current;
  const known = called.current?.id === shown ? called.current : null;
  const list =
    money.open !== null && money.open.id === shown
      ? money.open.list
      : known !== null && registration === null
        ? { asOf: '', items: [...known.charges], accounts: [] }
        : null;
  // A dialog that closes leaves the keys nowhere: they go on with the vehicle.
  useLayoutEffect(() => {
    const nowhere = document.activeElement === null || document.activeElement === document.body;
    if (nowhere && shown !== null) side.current?.focus({ preventScroll: true });
  });
  const show = (id: string) => {
    acts.hush();
    setShown(id);
    side.current?.focus();
  };

  useKeys((event) => {
    const at = event.target instanceof Element ? event.target : null;
    if (event.key === 'F3') search.current?.select();
    else if (event.key === 'Escape' && at === search.current) setSought('');
    else if (event.key === 'Escape' && at?.closest('.cash-vehicle, .cash-books') != null) {
      (document.getElementById('paying') ?? search.current)?.focus();
    } else if (event.key === 'F7') {
      const stops = [document.getElementById('paying') ?? search.current, side.current, books.current];
      const here = stops.findIndex((one) => one !== null && (one === at || one.contains(at)));
      stops[(here + 1) % stops.length]?.focus();
    } else if ((event.key === 'Enter' || event.key === 'ArrowDown') && at === search.current && rows[0] !== undefined) {
      setChosen(rows[0].id);
      document.getElementById('paying')?.focus();
      if (event.key === 'Enter' && rows.length === 1) show(rows[0].id);
    } else return;
    event.preventDefault();
  });

  const today = dayOf(board.asOf);
  const { waiting, fault } = money;
  return (
    <main className="cash">
      <section className="panel cash-waiting">
        <Head
          title={note('cashTitle')}
          count={waiting === null ? undefined : note('cashCount', countOf(groups.length, language))}
          asOf={money.asOf > 0 ? say('listAsOf', secondOf(money.asOf, HERE)) : undefined}
        />
        <div className="filters">
          <Search field={search} value={sought} label={note('cashFind')} change={setSought} />
        </div>
        {fault !== null && <FaultLine fault={fault} again={() => void money.again()} />}
        {waiting === null && fault === null && <p className="empty">{say('loading')}</p>}
        {waiting !== null && rows.length === 0 && (
          <p className="empty" role="status">
            {sought.trim() === '' ? note('cashNone') : note('cashNotFound', sought.trim())}
          </p>
        )}
        {rows.length > 0 && (
          <Rows
            id="paying"
            label={note('cashTitle')}
            className="cash-rows"
            items={rows}
            chosen={chosen}
            choose={setChosen}
            open={show}
            row={(one) => <Row group={one} />}
          />
        )}
        {(waiting?.length ?? 0) >= MOST && <p className="empty">{note('cashMore', countOf(MOST, language))}</p>}
      </section>
      <section className="panel cash-vehicle" ref={side} tabIndex={-1} aria-label={note('toPay')}>
        {acts.said !== null && (
          <p className={`outcome${acts.said.done === 'done' ? '' : ' p2'}`} role="status" data-done={acts.said.done}>
            {acts.said.done !== 'done' && <Mark priority={2} />}
            <span>{acts.said.text}</span>
          </p>
        )}
        {shown === null && (
          <div className="empty">
            <p>{note('cashChoose')}</p>
            <p className="cash-acts">
              <button type="button" onClick={() => setLaying(true)}>
                {note('layDown')}
              </button>
            </p>
          </div>
        )}
        {shown !== null && list === null && fault === null && <p className="empty">{say('loading')}</p>}
        {shown !== null && list !== null && (
          <Vehicle
            key={shown}
            list={list}
            plate={known?.plate ?? plateIn(list.items)}
            number={known?.number ?? list.items[0]?.declarationNumber ?? '–'}
            receipts={money.receipts}
            acts={acts}
            open={open}
          />
        )}
        {laying && (
          <DepositAsk
            payer={null}
            close={() => setLaying(false)}
            done={(body) => {
              setLaying(false);
              void acts.act('/deposits', body, () => note('didDeposit', dong(Number(body['amount']), language)));
            }}
          />
        )}
      </section>
      <section className="panel cash-books" ref={books} tabIndex={-1} aria-labelledby="books-title">
        <div className="head">
          <h2 id="books-title">{note('booksTitle')}</h2>
        </div>
        <div className="cash-body">
          {money.books !== null && <Books books={money.books} today={today} acts={acts} turnTo={setDay} />}
        </div>
      </section>
      <Keys
        of={[
          [['F3'], note('keyFind')],
          [['↑', '↓'], say('keyMove')],
          [['Enter'], say('keyOpen')],
          [['F8'], note('keyCash')],
          [['F7'], note('keyBetween')],
          [['Esc'], say('keyBack')],
        ]}
      />
    </main>
  );
}

const plateIn = (items: readonly Charge[]): string | null | undefined => items.find((one) => one.plate !== undefined)?.plate;

function Row({ group }: { group: Group }) {
  const { language } = useSpeech();
  const note = moneySay(language);
  const unrated = group.charges.filter((one) => one.state === 'UNRATED').length;
  const owed = group.charges.filter((one) => one.state === 'OWED').length;
  const sum = sumOpen(group.charges);
  return (
    <span className="cash-row">
      <b>{group.plate === undefined ? group.number : <Plate plate={group.plate} />}</b>
      <b className="right">{sum > 0 ? dong(sum, language) : group.charges.length === 0 ? '' : note('unknownAmount')}</b>
      <span>
        {group.number} {group.payer !== null && `· ${group.payer.name}`}
        {group.charges.length === 0 && `· ${note('nothingWaits')}`}
      </span>
      {unrated + owed > 0 && (
        <span className="cash-marks">
          {owed > 0 && (
            <i className="p2">
              <Mark priority={2} /> {note('chargeOWED')}
            </i>
          )}
          {unrated > 0 && (
            <i className="p3">
              <Mark priority={3} /> {note('chargeUNRATED')}
            </i>
          )}
        </span>
      )}
    </span>
  );
}
