/**
 * The papers that an officer's agency has not yet found in order: who arrives first is on top. One is
 * opened, all that the agency relies on is read, and the word is given with the version that was seen.
 */
import { useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { paperIn } from '../address';
import type { Board } from '../board';
import { FaultLine } from '../fault';
import { bare } from '../judge';
import { gateName, Mark, Plate, Way } from '../parts';
import { BEIJING, countOf, dateOf, dayOf, HANOI, lengthOf, minuteOf, secondOf } from '../times';
import { fieldName } from './fields';
import { MOST, reliedOn, useConfirming, useHeld, useWaiting } from './held';
import { amendedAt, Outcome, ReliedOf } from './relied';
import { useSpeech, type Speech } from './speech';
import type { Agency, RegistrationRow } from '../wire';

const HOME = '#/papers';
const WIDE = '(min-width: 1200px)';

export function Papers({ board }: { board: Board }) {
  const { say } = useSpeech();
  const agency = board.me?.agency;
  if (agency === undefined) {
    return (
      <main className="papers-page">
        <div className="panel papers-denied">
          <h2>{say('papers')}</h2>
          <p role="alert">{say('papersDenied', say(board.me?.role ?? 'READER'))}</p>
          <a href="#/">{say('today')}</a>
        </div>
      </main>
    );
  }
  return <Work board={board} agency={agency} />;
}

interface Done {
  plate: string | null;
  at: number;
}

function Work({ board, agency }: { board: Board; agency: Agency }) {
  const speech = useSpeech();
  const { say, site } = speech;
  const [earlier, setEarlier] = useState(false);
  const [sought, setSought] = useState('');
  const [open, setOpen] = useState<string | null>(() => paperIn(location.hash));
  const [selected, setSelected] = useState<string | null>(open);
  const [finished, setFinished] = useState<ReadonlySet<string>>(new Set());
  const [done, setDone] = useState<Done | null>(null);
  const search = useRef<HTMLInputElement>(null);
  const { page, fault, reload } = useWaiting(board, agency, earlier);
  const fields = useMemo(() => reliedOn(site, agency), [site, agency]);
  const waiting = useMemo(
    () => (page?.items ?? []).filter((row) => !finished.has(`${row.id} ${row.version}`)),
    [page, finished],
  );
  const rows = useMemo(() => {
    const text = bare(sought);
    return text === ''
      ? waiting
      : waiting.filter(
          (row) => bare(row.plate ?? '').includes(text) || row.declarationNumber.includes(text),
        );
  }, [waiting, sought]);

  useEffect(() => {
    const follow = () => {
      const id = paperIn(location.hash);
      setOpen(id);
      if (id !== null) setSelected(id);
    };
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);

  const show = useCallback((id: string | null, silently = false) => {
    const hash = id === null ? HOME : `${HOME}/${encodeURIComponent(id)}`;
    if (location.hash === hash) return;
    if (silently) location.replace(hash);
    else location.hash = hash;
  }, []);

  const back = useCallback(() => {
    show(null);
    requestAnimationFrame(() => document.getElementById('waiting')?.focus());
  }, [show]);

  /** The next one is opened where both stand beside each other, else the list. */
  const finish = useCallback(
    (row: RegistrationRow, plate: string | null) => {
      const at = rows.findIndex((one) => one.id === row.id);
      const next = rows[at + 1] ?? rows[at - 1];
      setFinished((before) => new Set(before).add(`${row.id} ${row.version}`));
      setDone({ plate, at: board.asOf });
      setSelected(next?.id ?? null);
      if (next !== undefined && matchMedia(WIDE).matches) show(next.id, true);
      else back();
      document.getElementById('waiting')?.focus();
      reload();
    },
    [rows, board.asOf, show, back, reload],
  );

  const openRow = open === null ? undefined : (page?.items ?? []).find((row) => row.id === open);
  useEffect(() => {
    const keys = (event: globalThis.KeyboardEvent) => {
      if (event.isComposing || document.querySelector('dialog[open]') !== null) return;
      if (event.code === 'KeyK' && (event.ctrlKey || event.metaKey)) search.current?.select();
      else if (event.key === 'Escape' && event.target === search.current) {
        setSought('');
        document.getElementById('waiting')?.focus();
      } else if (event.key === 'Escape' && open !== null) back();
      else if (event.key === 'ArrowDown' || event.key === 'ArrowUp' || event.key === 'Enter') {
        // From the search and the filters the arrows go into the list, as from nowhere.
        const at = event.target instanceof Element ? event.target : null;
        const button = at?.closest('button, a') !== null;
        if (at !== document.body && (at?.closest('.filters') === null || (button && event.key === 'Enter'))) {
          return;
        }
        document.getElementById('waiting')?.focus();
      } else return;
      event.preventDefault();
    };
    addEventListener('keydown', keys);
    return () => removeEventListener('keydown', keys);
  }, [open, back]);

  return (
    <main className="papers-page" data-open={open === null ? undefined : ''}>
      <section className="panel waiting" aria-label={say('papersTitle', say(agency))}>
        <div className="head">
          <h2>{say('papersTitle', say(agency))}</h2>
          {page !== null && (
            <small className="push">{say('listAsOf', secondOf(Date.parse(page.asOf), HANOI))}</small>
          )}
        </div>
        <div className="filters">
          <input
            ref={search}
            type="search"
            value={sought}
            placeholder={say('search')}
            aria-label={say('search')}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => setSought(event.target.value)}
          />
          <div className="segments" role="group" aria-label={say('scope')}>
            {([false, true] as const).map((one) => (
              <button
                key={String(one)}
                type="button"
                aria-pressed={one === earlier}
                onClick={() => setEarlier(one)}
              >
                {say(one ? 'scopeEarlier' : 'scopeToday')}
              </button>
            ))}
          </div>
          {page !== null && (
            <output>
              {say(
                'shown',
                countOf(rows.length, speech.language),
                countOf(page.total - (page.items.length - waiting.length), speech.language),
              )}
            </output>
          )}
        </div>
        {fault !== null && <FaultLine fault={fault} again={reload} />}
        {done !== null && (
          <p className="outcome" role="status" data-done>
            <b>
              <Plate plate={done.plate} />
            </b>
            <span>
              {say('papersDone', say(agency), minuteOf(done.at, HANOI), minuteOf(done.at, BEIJING))}
            </span>
          </p>
        )}
        <List
          rows={rows}
          now={board.asOf}
          agency={agency}
          fields={fields}
          selected={selected}
          select={(id) => {
            setSelected(id);
            if (open !== null && matchMedia(WIDE).matches) show(id, true);
          }}
          open={show}
        />
        {page === null && fault === null && <p className="empty">{say('loading')}</p>}
        {page !== null && waiting.length === 0 && (
          <p className="empty" data-empty>
            <b>{say('papersNone', say(agency))}</b> {say('papersNoneWhy')}
          </p>
        )}
        {page !== null && waiting.length > 0 && rows.length === 0 && (
          <p className="empty">
            {say('nothingFits')}{' '}
            <button type="button" onClick={() => setSought('')}>
              {say('clearFilters')}
            </button>
          </p>
        )}
        {page !== null && page.total > page.items.length && (
          <p className="empty">{say('papersMore', MOST)}</p>
        )}
        <div className="keys">
          <span>
            <kbd>↑</kbd>
            <kbd>↓</kbd> {say('keyMove')}
          </span>
          <span>
            <kbd>Enter</kbd> {say('keyOpen')}
          </span>
          <span>
            <kbd>F8</kbd> {say('papersInOrder')}
          </span>
          <span>
            <kbd>Esc</kbd> {say('keyBack')}
          </span>
          <span className="push">{say('greyNormal')}</span>
        </div>
      </section>
      {open !== null && (
        <Paper
          id={open}
          row={openRow}
          now={board.asOf}
          agency={agency}
          fields={fields}
          back={back}
          finish={finish}
        />
      )}
    </main>
  );
}

interface ListProps {
  rows: readonly RegistrationRow[];
  now: number;
  agency: Agency;
  fields: readonly string[];
  selected: string | null;
  select: (id: string) => void;
  open: (id: string) => void;
}

/** At most so many rows as the server was asked for: all of them are in the page. */
function List({ rows, now, agency, fields, selected, select, open }: ListProps) {
  const speech = useSpeech();
  const { say } = speech;
  const at = rows.findIndex((row) => row.id === selected);
  useEffect(() => {
    document.getElementById(`waits-${selected}`)?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  if (rows.length === 0) return null;
  const keys = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at < 0 ? 0 : at - 1,
      PageDown: at + 10,
      PageUp: at - 10,
      Home: 0,
      End: rows.length - 1,
    };
    const next = step[event.key];
    if (next !== undefined) {
      const row = rows[Math.min(rows.length - 1, Math.max(0, next))];
      if (row !== undefined) select(row.id);
    } else if (event.key === 'Enter' && selected !== null && at >= 0) open(selected);
    else return;
    event.preventDefault();
  };
  const minute = Math.floor(now / 60_000) * 60_000;
  return (
    <div className="scroller">
      <table
        id="waiting"
        role="grid"
        tabIndex={0}
        aria-label={say('papersTitle', say(agency))}
        aria-rowcount={rows.length + 1}
        aria-activedescendant={at < 0 ? undefined : `waits-${selected}`}
        onKeyDown={keys}
        onFocus={() => at < 0 && rows[0] !== undefined && select(rows[0].id)}
      >
        <thead>
          <tr>
            <th scope="col">{say('plate')}</th>
            <th scope="col">{say('planned')}</th>
            <th scope="col">{say('goods')}</th>
            <th scope="col">{say('gate')}</th>
            <th scope="col">{say('amended')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr
              key={row.id}
              id={`waits-${row.id}`}
              aria-rowindex={index + 2}
              aria-selected={row.id === selected}
              onClick={() => {
                select(row.id);
                open(row.id);
              }}
            >
              <td className="waits-plate">
                <button type="button" tabIndex={-1} className="link">
                  <b>
                    <Plate plate={row.plate} />
                  </b>
                </button>
                <small>{row.declarationNumber}</small>
              </td>
              <td className="waits-when">
                <Planned row={row} now={minute} />
              </td>
              <td>
                {row.goods}
                <small>{countOf(row.weightKg, speech.language)} kg</small>
              </td>
              <td className="waits-gate">
                {gateName(speech, row.gate)}
                <small>
                  <Way direction={row.direction} />
                </small>
              </td>
              <td className="waits-amended">
                <Amended row={row} now={now} agency={agency} fields={fields} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** When it is planned by the clocks of both sides, and where the vehicle is now. */
function Planned({ row, now }: { row: RegistrationRow; now: number }) {
  const { say, language } = useSpeech();
  const planned = Date.parse(row.plannedArrivalAt);
  const left = planned - now;
  return (
    <>
      <span>
        <b>{minuteOf(planned, HANOI)}</b> {say('beijing')} {minuteOf(planned, BEIJING)}
        {dayOf(planned) !== dayOf(now) && ` · ${dateOf(planned, language)}`}
      </span>
      <small>
        {row.state === 'REGISTERED'
          ? `${say('notHereYet')}, ${left < 0 ? say('agoTime', lengthOf(-left)) : say('inTime', lengthOf(left))}`
          : say(row.state)}
      </small>
    </>
  );
}

interface AmendedProps {
  row: RegistrationRow;
  now: number;
  agency: Agency;
  fields: readonly string[];
}

/** What of the agency's fields was amended, and until when it is asked again. */
function Amended({ row, now, agency, fields }: AmendedProps) {
  const speech = useSpeech();
  const { say } = speech;
  const mine = row.provenance.filter((one) => fields.includes(one.field));
  const newest = mine.map((one) => one.at).sort().at(-1);
  const again = row.askedAgain?.includes(agency) === true && row.askedAgainDue !== undefined;
  if (newest === undefined && !again) return <small>–</small>;
  return (
    <>
      {again && <Again due={row.askedAgainDue ?? ''} now={now} />}
      {newest !== undefined && (
        <>
          <b>{mine.map((one) => fieldName(one.field, speech)).join(', ')}</b>
          <small>{amendedAt(newest, now, speech)}</small>
        </>
      )}
      {newest === undefined && <small>{say('amended')}</small>}
    </>
  );
}

/** Coloured: this agency must act until then. */
function Again({ due, now }: { due: string; now: number }) {
  const speech = useSpeech();
  return (
    <span className={`again p${Date.parse(due) < now ? 1 : 2}`}>
      <Mark priority={Date.parse(due) < now ? 1 : 2} />
      <span>{againText(due, now, speech)}</span>
    </span>
  );
}

function againText(due: string, now: number, { say }: Speech): string {
  const time = Date.parse(due);
  return say(
    time < now ? 'againOverdue' : 'againUntil',
    minuteOf(time, HANOI),
    minuteOf(time, BEIJING),
  );
}

interface PaperProps {
  id: string;
  row: RegistrationRow | undefined;
  now: number;
  agency: Agency;
  fields: readonly string[];
  back: () => void;
  finish: (row: RegistrationRow, plate: string | null) => void;
}

function Paper({ id, row, now, agency, fields, back, finish }: PaperProps) {
  const speech = useSpeech();
  const { say, language } = speech;
  const looked = useHeld(id);
  const { held } = looked;
  const panel = useRef<HTMLElement>(null);
  const { again } = looked;
  // What an unknown outcome has done takes the row off the list before it is heard of here.
  const known = useRef(row);
  if (row !== undefined || known.current?.id !== id) known.current = row;
  const done = useCallback(() => {
    const was = known.current;
    if (was === undefined) void again();
    else finish(was, was.plate);
  }, [finish, again]);
  const { word, confirm } = useConfirming(
    `/registrations/${encodeURIComponent(id)}/papers-confirmations`,
    looked,
    done,
  );
  const stands = held?.papers[agency];
  const may = held !== null && stands === undefined && word.kind !== 'already' && word.kind !== 'nothing';

  useEffect(() => {
    if (!matchMedia(WIDE).matches) panel.current?.focus();
  }, [id]);

  useEffect(() => {
    const keys = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'F8' || event.repeat || event.isComposing) return;
      event.preventDefault();
      if (may) confirm();
    };
    addEventListener('keydown', keys);
    return () => removeEventListener('keydown', keys);
  }, [may, confirm]);

  const planned = held === null ? null : Date.parse(held.plannedArrivalAt);
  return (
    <section className="panel one-paper" ref={panel} tabIndex={-1} aria-label={say('reliesOn', say(agency))}>
      <div className="one-head">
        <button type="button" onClick={back}>
          <kbd>Esc</kbd> {say('back')}
        </button>
        <h2>{row === undefined ? say('registration') : <Plate plate={row.plate} />}</h2>
        <span className="number">{held?.declarationNumber ?? row?.declarationNumber}</span>
        {held !== null && held.version > 0 && <span className="number">{say('timesAmended', held.version)}</span>}
        {planned !== null && (
          <span className="number">
            {say('planned')} <b>{minuteOf(planned, HANOI)}</b> {say('beijing')}{' '}
            {minuteOf(planned, BEIJING)} {dayOf(planned) !== dayOf(now) && dateOf(planned, language)}
          </span>
        )}
      </div>
      {row?.askedAgain?.includes(agency) === true && row.askedAgainDue !== undefined && (
        <div className="outcome">
          <Again due={row.askedAgainDue} now={now} />
        </div>
      )}
      {held !== null && row !== undefined && row.version > held.version && word.kind !== 'stale' && (
        <div className="outcome p2" role="alert">
          <Mark priority={2} />
          <span>{say('amendedMeanwhile')}</span>
          <button type="button" onClick={() => void looked.again()}>
            {say('showChanges')}
          </button>
        </div>
      )}
      <Outcome word={word} looked={looked} agency={agency} fields={fields} confirm={confirm} />
      <div className="one-body" tabIndex={0} role="region" aria-label={say('registration')}>
        <ReliedOf looked={looked} agency={agency} fields={fields} now={now} />
      </div>
      <div className="one-foot">
        {stands !== undefined ? (
          <p>
            {say(
              'papersStood',
              say(agency),
              minuteOf(Date.parse(stands), HANOI),
              minuteOf(Date.parse(stands), BEIJING),
            )}
          </p>
        ) : (
          <button
            type="button"
            className="primary"
            id="papers-in-order"
            disabled={!may || word.kind === 'sending'}
            onClick={confirm}
          >
            {say('papersInOrder')} <kbd>F8</kbd>
          </button>
        )}
      </div>
    </section>
  );
}
