/**
 * The papers that an officer's agency has not yet found in order: who arrives first is on top. One is
 * opened, all that the agency relies on is read, and the word is given with the version that was seen.
 */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { paperIn } from '../address';
import type { Board } from '../board';
import { FaultLine } from '../fault';
import { bare } from '../judge';
import { useKeys } from '../keys';
import { Head, Keys, Search } from '../listhead';
import { Plate } from '../parts';
import { countOf, HERE, onBothClocks, secondOf } from '../times';
import type { Agency, RegistrationRow } from '../wire';
import { MOST, reliedOn, useWaiting } from '../gate/held';
import { Paper, WIDE } from './paper';
import { useSpeech } from '../gate/speech';
import { WaitingList } from './waiting';

const HOME = '#/papers';

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
  useKeys((event) => {
    if (event.key === 'F3') search.current?.select();
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
  });

  return (
    <main className="papers-page" data-open={open === null ? undefined : ''}>
      <section className="panel waiting" aria-label={say('papersTitle', say(agency))}>
        <Head
          title={say('papersTitle', say(agency))}
          asOf={page === null ? undefined : say('listAsOf', secondOf(Date.parse(page.asOf), HERE))}
        />
        <div className="filters">
          <Search field={search} value={sought} label={say('search')} change={setSought} />
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
              {say('papersDone', say(agency), ...onBothClocks(done.at))}
            </span>
          </p>
        )}
        <WaitingList
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
        <Keys
          of={[
            [['↑', '↓'], say('keyMove')],
            [['Enter'], say('keyOpen')],
            [['F8'], say('papersInOrder')],
            [['Esc'], say('keyBack')],
          ]}
        >
          <span className="push">{say('greyNormal')}</span>
        </Keys>
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
