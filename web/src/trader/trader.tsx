/** The trader's screens: own registrations, and the way to everything else. */
import { lazy, Suspense, useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { Registration } from './amend';
import type { Board } from '../board';
import { currentDesk, detailOf, loadDesk, watchDesk, type Desk, type OwnRow } from './desk';
import { drafted, fresh, repeated, templated, type Entry } from './entry';
import { localDrafts } from './drafts';
import { FaultLine } from '../fault';
import { Form } from './form';
import { Kept } from './kept';
import { lastTrip } from './memory';
import { Own, type Sent } from './own';
import { useTell } from './say';
import { newId } from '../send';
import { languages } from '../words';
import { traderDictionary } from './traderwords';
import './trader.css';

/** Loaded where somebody has several trucks, or there is something to be told. */
const Lot = lazy(async () => {
  // The columns of a firm's spreadsheet are called in whatever language: those that can be loaded are known.
  const [{ Lot }] = await Promise.all([import('./lot'), Promise.allSettled(languages.map(traderDictionary.load))]);
  return { default: Lot };
});
const Invoices = lazy(async () => ({ default: (await import('./invoices')).Invoices }));
const PayPage = lazy(async () => ({ default: (await import('./paypage')).PayPage }));
const Notices = lazy(async () => ({ default: (await import('./passage')).Notices }));

const HOME = '#/trader';

interface Place {
  page: 'own' | 'new' | 'repeat' | 'draft' | 'template' | 'registrations' | 'lot' | 'kept' | 'invoices' | 'pay';
  id: string;
}

function placeOf(hash: string): Place {
  const [page = 'own', id = ''] = hash.replace(/^#\/trader\/?/, '').split('/');
  const pages = ['new', 'repeat', 'draft', 'template', 'registrations', 'lot', 'kept', 'invoices', 'pay'] as const;
  return { page: pages.find((one) => one === page) ?? 'own', id: decodeURIComponent(id) };
}

export const go = (way: string): void => {
  location.hash = way === '' ? HOME : `${HOME}/${way}`;
};

/** How old what is said of papers may be. */
const AGAIN_SECONDS = 15;

export function Trader({ board }: { board: Board }) {
  const desk = useSyncExternalStore(watchDesk, currentDesk);
  const mine = desk.who === board.who;
  const [place, setPlace] = useState(() => placeOf(location.hash));
  const [sent, setSent] = useState<Sent | null>(null);

  useEffect(() => {
    const follow = () => {
      if (!location.hash.startsWith(HOME)) history.replaceState(null, '', HOME);
      setPlace(placeOf(location.hash));
    };
    follow();
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);

  useEffect(() => {
    const timer = setTimeout(() => void loadDesk(), desk.loaded && mine ? 1500 : 0);
    return () => clearTimeout(timer);
    // Own crossings that move are own registrations that change state.
  }, [board.rows, mine]);

  // What is said of papers alone, before their vehicle comes, moves no crossing.
  useEffect(() => {
    const timer = setInterval(
      () => document.visibilityState === 'visible' && void loadDesk(),
      AGAIN_SECONDS * 1000,
    );
    return () => clearInterval(timer);
  }, []);

  const back = useCallback(() => go(''), []);
  const withdrawn = useCallback((row: OwnRow) => {
    setSent({ id: row.id, number: row.declarationNumber, how: 'withdrawn' });
    void loadDesk();
    go('');
  }, []);
  const done = useCallback((id: string, number: string, already = false) => {
    setSent({ id, number, how: already ? 'alreadySent' : 'sent' });
    void loadDesk();
    go('');
  }, []);

  if (!desk.loaded || !mine) {
    return desk.fault === null ? (
      <p className="empty">…</p>
    ) : (
      <FaultLine fault={desk.fault} again={() => void loadDesk()} />
    );
  }
  const page = () => {
    switch (place.page) {
      case 'own':
        return <Own board={board} desk={desk} sent={sent} go={go} />;
      case 'registrations':
        return <Registration key={place.id} id={place.id} {...{ board, back, go, withdrawn }} />;
      case 'lot':
        return (
          <Suspense fallback={<p className="empty">…</p>}>
            <Lot now={board.asOf} back={back} />
          </Suspense>
        );
      case 'invoices':
        return (
          <Suspense fallback={<p className="empty">…</p>}>
            <Invoices board={board} go={go} back={back} />
          </Suspense>
        );
      case 'pay':
        return (
          <Suspense fallback={<p className="empty">…</p>}>
            <PayPage key={place.id} id={place.id} board={board} go={go} />
          </Suspense>
        );
      case 'kept':
        return <Kept desk={desk} back={back} go={go} />;
      case 'new':
      case 'repeat':
      case 'draft':
      case 'template':
        return (
          <Opened
            key={`${place.page} ${place.id}`}
            place={place}
            desk={desk}
            now={board.asOf}
            done={done}
            back={back}
          />
        );
    }
  };
  return (
    <>
      {desk.notices.length > 0 && (
        <Suspense>
          <Notices notices={desk.notices} now={board.asOf} />
        </Suspense>
      )}
      {page()}
    </>
  );
}

interface OpenedProps {
  place: Place;
  desk: Desk;
  now: number;
  done: (id: string, number: string, already?: boolean) => void;
  back: () => void;
}

/** What an entry was begun from, for its title: said when it is shown, in whatever language. */
interface Called {
  label?: string;
  plate?: string;
}

/** Reads what the form begins from, then shows it. */
function Opened({ place, desk, now, done, back }: OpenedProps) {
  const { tell } = useTell();
  const [begin, setBegin] = useState<{ entry: Entry; called: Called } | null>(null);
  useEffect(() => {
    let gone = false;
    const open = (entry: Entry, called: Called = {}) => !gone && setBegin({ entry, called });
    const preset = desk.presets.find((one) => one.id === place.id);
    const local = localDrafts().find((one) => one.id === place.id);
    if (place.page === 'draft' && (local !== undefined || preset !== undefined)) {
      const content = local?.base ?? preset?.content ?? {};
      open(drafted({ id: place.id, content }, local?.values));
    } else if (place.page === 'template' && preset !== undefined) {
      open(templated(newId(), preset, now), { label: preset.label });
    } else if (place.page === 'repeat') {
      detailOf(place.id)
        .then((trip) => {
          const entry = repeated(newId(), trip, now);
          open(entry, { plate: entry.values.plate ?? '' });
        })
        .catch(back);
    } else {
      lastTrip()
        .catch(() => ({}))
        .then((trip) => open(fresh(newId(), trip, now)));
    }
    return () => {
      gone = true;
    };
    // What the form begins from is read once, when it is opened.
  }, []);
  if (begin === null) return <p className="empty">…</p>;
  const titleOf = ({ label, plate }: Called) => {
    if (plate !== undefined) return tell('repeatTitle', plate);
    return label === undefined ? tell('newTitle') : `${tell('newTitle')} · ${label}`;
  };
  return (
    <Form
      begin={begin.entry}
      title={titleOf(begin.called)}
      now={now}
      done={(id, number) => done(id, number)}
      already={(id) => done(id, '', true)}
      back={back}
    />
  );
}
