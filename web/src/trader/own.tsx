/** The trader's own registrations: where each vehicle is and who holds it. */
import { lazy, Suspense, useMemo, useRef, useState } from 'react';
import type { Board } from '../board';
import { loadMore, presetsOf, type Desk, type OwnRow } from './desk';
import { forgetDraft, localDrafts } from './drafts';
import { FaultLine } from '../fault';
import { loadDesk } from './desk';
import { useKeys } from '../keys';
import { gateName, Mark, Plate, Way } from '../parts';
import { agencies, useTell, type TraderSpeech } from './say';
import { cityOf, countOf, dateOf, dayOf, HERE, minuteOf, onBothClocks, THERE } from '../times';
import { folded, normalised, plate as spelt } from '../registration/typed';
import { missing } from '../judge';
import { waitedOf, type Awaited } from '../waits';
import type { OfficersAgency } from '../wire';

/** Loaded where there is a passage to follow. */
const Steps = lazy(async () => ({ default: (await import('./passage')).Steps }));
const TurnedWord = lazy(async () => ({ default: (await import('./passage')).TurnedWord }));

export interface Sent {
  id: string;
  number: string;
  how: 'sent' | 'alreadySent' | 'withdrawn';
}

interface OwnProps {
  board: Board;
  desk: Desk;
  sent: Sent | null;
  go: (way: string) => void;
}

export function Own({ board, desk, sent, go }: OwnProps) {
  const speech = useTell();
  const { tell } = speech;
  const [sought, setSought] = useState('');
  const [picked, setPicked] = useState<string | null>(sent?.id ?? null);
  const search = useRef<HTMLInputElement>(null);
  const rows = useMemo(() => {
    const [text, plate] = [folded(sought.trim()), folded(normalised(sought))];
    if (text === '') return desk.rows;
    return desk.rows.filter(
      (row) =>
        folded(normalised(row.plate ?? '')).includes(plate) ||
        row.declarationNumber.includes(text) ||
        folded(row.driverName ?? '').includes(text) ||
        folded(row.goods).includes(text),
    );
  }, [desk.rows, sought]);
  const at = Math.max(0, rows.findIndex((row) => row.id === picked));
  const row = rows[at];

  useKeys((event) => {
    const move = (step: number) => {
      const next = rows[Math.max(0, Math.min(rows.length - 1, at + step))];
      if (next !== undefined) setPicked(next.id);
      document.getElementById(`own-${next?.id}`)?.scrollIntoView({ block: 'nearest' });
    };
    const onButton = event.target instanceof HTMLButtonElement;
    if (event.key === 'F2') go('new');
    else if (event.key === 'F4' && row !== undefined) go(`repeat/${row.id}`);
    else if (event.key === 'F8') go('lot');
    else if (event.key === 'F9' && board.me?.may.includes('PAY_FEES') === true) go('invoices');
    else if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Enter' && !onButton && row !== undefined) go(`registrations/${row.id}`);
    else if (event.key === 'F3') search.current?.select();
    else if (event.key === 'Escape' && sought !== '') setSought('');
    else return;
    event.preventDefault();
  });

  return (
    <main className="own">
      {desk.fault !== null && <FaultLine fault={desk.fault} again={() => void loadDesk()} />}
      <h1 className="unseen">{tell('myRegistrations')}</h1>
      <div className="own-head panel">
        <button type="button" className="primary" onClick={() => go('new')}>
          {tell('newOne')} <kbd>F2</kbd>
        </button>
        <button
          type="button"
          disabled={desk.rows.length === 0}
          onClick={() => desk.rows[0] !== undefined && go(`repeat/${desk.rows[0].id}`)}
        >
          {tell('repeatLast')}
        </button>
        <button type="button" onClick={() => go('lot')}>
          {tell('lot')} <kbd>F8</kbd>
        </button>
        <button type="button" onClick={() => go('kept')}>
          {tell('kept')}
        </button>
        {board.me?.may.includes('PAY_FEES') === true && (
          <button type="button" onClick={() => go('invoices')}>
            {tell('fees')} <kbd>F9</kbd>
          </button>
        )}
        <input
          type="search"
          ref={search}
          value={sought}
          placeholder={tell('search')}
          aria-label={tell('search')}
          onChange={(event) => setSought(event.target.value)}
        />
      </div>
      {sent !== null && <SentLine sent={sent} desk={desk} go={go} />}
      <Drafts desk={desk} go={go} />
      <div className="panel own-list">
        {desk.rows.length === 0 && <p className="empty">{tell('noneYet')}</p>}
        {desk.rows.length > 0 && rows.length === 0 && <p className="empty">{tell('noneFits')}</p>}
        {rows.length > 0 && (
          <table>
            <thead>
              <tr>
                <th>{tell('plate')}</th>
                <th>{tell('product')}</th>
                <th>{tell('gate')}</th>
                <th>{tell('arrival')}</th>
                <th>{tell('state')}</th>
                <th>{tell('whoHolds')}</th>
                <th>
                  <span className="unseen">{tell('openIt')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((one) => (
                <Row
                  key={one.id}
                  row={one}
                  board={board}
                  speech={speech}
                  picked={one === row}
                  pick={() => setPicked(one.id)}
                  go={go}
                />
              ))}
            </tbody>
          </table>
        )}
        {desk.next !== null && (
          <p className="own-more">
            <button type="button" onClick={() => void loadMore()}>
              {tell('loadMore')}
            </button>
          </p>
        )}
      </div>
      {row?.crossing !== undefined && (
        <Suspense>
          <Steps id={row.crossing} row={board.rows.get(row.crossing)} board={board} />
        </Suspense>
      )}
      <p className="keys own-keys">
        <span>
          <kbd>↑</kbd>
          <kbd>↓</kbd> {tell('keyMove')}
        </span>
        <span>
          <kbd>Enter</kbd> {tell('keyOpen')}
        </span>
        <span>
          <kbd>F4</kbd> {tell('keyRepeat')}
        </span>
      </p>
    </main>
  );
}

interface RowProps {
  row: OwnRow;
  board: Board;
  speech: TraderSpeech;
  picked: boolean;
  pick: () => void;
  go: (way: string) => void;
}

function Row({ row, board, speech, picked, pick, go }: RowProps) {
  const { tell, language } = speech;
  const planned = Date.parse(row.plannedArrivalAt);
  const today = dayOf(planned) === dayOf(board.asOf);
  return (
    <tr
      id={`own-${row.id}`}
      aria-selected={picked}
      data-gone={row.state === 'GONE' || undefined}
      onPointerDown={pick}
    >
      <td className="own-plate">
        <button type="button" className="link" onClick={() => go(`registrations/${row.id}`)}>
          <b>
            <Plate plate={row.plate === null ? null : normalised(row.plate)} />
          </b>
        </button>
        <small>{row.declarationNumber}</small>
      </td>
      <td>
        {row.goods || tell('EMPTY')} <small>{countOf(row.weightKg, language)} kg</small>
        <small className="own-driver">{row.driverName}</small>
      </td>
      <td>
        {gateName(speech, row.gate)}
        <small>
          <Way direction={row.direction} />
        </small>
      </td>
      <td>
        <b>{minuteOf(planned, HERE)}</b> {!today && dateOf(planned, language)}
        <small>
          {cityOf(THERE)} {minuteOf(planned, THERE)}
        </small>
      </td>
      <td>{tell(row.state)}</td>
      <Holder of="td" row={row} board={board} />
      <td className="own-acts">
        <button type="button" onClick={() => go(`repeat/${row.id}`)}>
          {tell('repeat')}
        </button>
        <button type="button" onClick={() => go(`registrations/${row.id}`)}>
          {tell('amend')}
        </button>
      </td>
    </tr>
  );
}

/** The plate as it is read, in a sentence. */
export const plateOf = (row: OwnRow): string => (row.plate === null ? '–' : spelt(row.plate));

interface HolderProps {
  of: 'td' | 'dd';
  row: OwnRow;
  board: Board;
}

/** Who holds it, or that it was turned. */
export function Holder({ of: Tag, row, board }: HolderProps) {
  const speech = useTell();
  const crossing = row.crossing === undefined ? undefined : board.rows.get(row.crossing);
  const turned = crossing?.turned;
  // Who is waited for while it is turned holds it.
  const held = turned === undefined ? '' : waitsText(crossing ?? {}, crossing?.waitingFor ?? [], 'held', board.asOf, speech);
  const { priority, text } = turned === undefined ? holder(row, board, speech) : { priority: 2 as const, text: '' };
  return (
    <Tag className={`own-held${priority === null ? '' : ` p${priority}`}`}>
      {priority !== null && <Mark priority={priority} />}
      {turned === undefined ? (
        <span>{text}</span>
      ) : (
        <span>
          <Suspense>
            <TurnedWord turned={turned} />
          </Suspense>
          {held !== '' && <b className="own-kept">{held}</b>}
        </span>
      )}
    </Tag>
  );
}

const keyAgencies = ['BORDER_GUARD', 'CUSTOMS'] as const;

/** Who must do something before this vehicle goes on. */
function holder(
  row: OwnRow,
  board: Board,
  speech: TraderSpeech,
): { text: string; priority: 1 | 2 | null } {
  const { tell } = speech;
  if (row.askedAgain !== undefined && row.askedAgain.length > 0) {
    const names = agencies(row.askedAgain, speech);
    if (row.askedAgainDue === undefined) return { text: tell('askedAgainOpen', names), priority: 2 };
    const due = Date.parse(row.askedAgainDue);
    const text = tell('askedAgain', names, ...onBothClocks(due));
    return { text, priority: due < board.asOf ? 1 : 2 };
  }
  const crossing = row.crossing === undefined ? undefined : board.rows.get(row.crossing);
  if (row.state === 'AT_GATE' && crossing !== undefined) {
    const open = missing(crossing);
    const late = crossing.lateAgency;
    if (late !== undefined && open.includes(late)) {
      return { text: waitsText(crossing, [late], 'late', board.asOf, speech), priority: 2 };
    }
    if (open.length === 1 || crossing.waitingSince !== undefined) {
      return { text: waitsText(crossing, open, 'waits', board.asOf, speech), priority: null };
    }
  }
  if (row.state === 'AT_GATE') return { text: tell('waitsBoth'), priority: null };
  const unread = keyAgencies.filter((agency) => row.papers[agency] === undefined);
  if (row.state === 'REGISTERED' && unread.length > 0) {
    return { text: tell('papersUnread', agencies(unread, speech)), priority: null };
  }
  if (crossing?.refusedBy !== undefined) {
    return { text: tell('refusedBy', agencies(crossing.refusedBy, speech)), priority: 2 };
  }
  const waits = row.state === 'GONE' ? [] : (crossing?.waitingFor ?? []);
  if (crossing !== undefined && waits.length > 0) {
    return { text: waitsText(crossing, waits, 'waits', board.asOf, speech), priority: null };
  }
  return { text: row.state === 'GONE' ? '–' : tell('nobody'), priority: null };
}

const saidOf = {
  waits: ['waitsOne', 'waitsFrom'],
  late: ['waitsLate', 'lateFrom'],
  held: ['waitsOne', 'heldFrom'],
} as const;

/** Those of a vehicle that are meant, and since when each has to act, as far as it is known. */
function waitsText(
  { waitingFor = [], waitingSince = [] }: Awaited,
  meant: readonly OfficersAgency[],
  how: keyof typeof saidOf,
  now: number,
  speech: TraderSpeech,
): string {
  const since = meant.map((agency) => waitingSince[waitingFor.indexOf(agency)] ?? '');
  return waitedOf({ waitingFor: [...meant], waitingSince: since }, now, speech.language)
    .map((one) => {
      const names = agencies(one.agencies, speech);
      const [word, from] = saidOf[how];
      return one.since === null ? speech.tell(word, names) : speech.tell(from, names, ...one.since);
    })
    .join(speech.language === 'zh' ? '；' : '; ');
}

function SentLine({ sent, desk, go }: { sent: Sent; desk: Desk; go: (way: string) => void }) {
  const { tell } = useTell();
  const row = desk.rows.find((one) => one.id === sent.id);
  return (
    <p className="panel sent-line" role="status">
      <b>{tell(sent.how, sent.number)}</b>
      {row !== undefined && <span>{tell('sentWhat', plateOf(row), row.goods || tell('EMPTY'))}</span>}
      {sent.how !== 'withdrawn' && (
        <button type="button" onClick={() => go(`registrations/${sent.id}`)}>
          {tell('openIt')}
        </button>
      )}
    </p>
  );
}

function Drafts({ desk, go }: { desk: Desk; go: (way: string) => void }) {
  const { tell } = useTell();
  const [gone, setGone] = useState<readonly string[]>([]);
  const sentIds = new Set(desk.rows.map((row) => row.id));
  const kept = presetsOf('DRAFT').map((one) => ({ ...one, here: false }));
  const local = localDrafts()
    .filter((one) => kept.every((other) => other.id !== one.id))
    .map((one) => ({ id: one.id, label: one.label, keptAt: '', here: true }));
  const open = [...local, ...kept].filter((one) => !gone.includes(one.id) && !sentIds.has(one.id));
  if (open.length === 0) return null;
  return (
    <section className="panel drafts" aria-label={tell('drafts')}>
      <h2>{tell('drafts')}</h2>
      <ul>
        {open.map((one) => {
          const label = one.label === '–' ? tell('unnamed') : one.label;
          return (
            <li key={one.id}>
              <span>
                {one.here
                  ? tell('draftHere', label)
                  : tell('draftOf', label, minuteOf(Date.parse(one.keptAt), HERE))}
              </span>
              <button type="button" onClick={() => go(`draft/${one.id}`)}>
                {tell('resume')}
              </button>
              <button
                type="button"
                onClick={() => {
                  forgetDraft(one.id);
                  setGone([...gone, one.id]);
                }}
              >
                {tell('discard')}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
