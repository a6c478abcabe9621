/** The officers' desk: its pages, the file of one vehicle, and the keys between them. */
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { fileIn, pageHash, pageIn, pagesOf, useHash, type DeskPage } from '../address';
import type { Board } from '../board';
import { useKeys } from '../keys';
import { keepPages } from '../shell';
import type { OfficersAgency } from '../wire';
import type { Outcome } from '../gate/act';
import { nothingChosen, type Chosen } from '../overview/chosen';
import { VehicleFile } from '../file/file';
import { useLoads } from '../gate/loads';
import { Queued } from './queued';
import { useSpeech } from '../gate/speech';
import { Today } from '../overview/today';
import { freshWork, Work, type WorkState } from './work';
import './desk.css';

/** Who only looks does not load what is needed to confirm. */
const Papers = lazy(async () => ({ default: (await import('./papers')).Papers }));
const Cashier = lazy(async () => ({ default: (await import('../money/cashier')).Cashier }));
const Trips = lazy(async () => ({ default: (await import('./trips')).Trips }));
const Yard = lazy(async () => ({ default: (await import('./yard')).Yard }));
const Changing = lazy(async () => ({ default: (await import('./changing')).Changing }));
const Reports = lazy(async () => ({ default: (await import('../overview/reports')).Reports }));
const Statistics = lazy(async () => ({ default: (await import('../statistics/statistics')).Statistics }));
const People = lazy(async () => ({ default: (await import('../people/page')).People }));
const Handover = lazy(async () => ({ default: (await import('./handover')).Handover }));

const open = (file: string): void => {
  location.hash = `/crossings/${encodeURIComponent(file)}`;
};
const go = (page: DeskPage): void => {
  location.hash = pageHash[page].slice(1);
};

export function Desk({ board }: { board: Board }) {
  // What was chosen outlives a connection that is made again; nothing is shown meanwhile.
  const [chosen, setChosen] = useState<Chosen>(nothingChosen);
  const [work, setWork] = useState<WorkState>(freshWork);
  useEffect(keepPages, []);
  if (board.role !== 'DESK') return null;
  const props = { board, chosen, setChosen, work, setWork };
  const agency = board.me?.officerOf;
  return agency !== undefined && board.me?.may.includes('WORK_ON_LOAD') === true ? (
    <Officer key={agency} {...props} agency={agency} />
  ) : (
    <Pages {...props} list={null} agency={undefined} />
  );
}

interface Kept {
  board: Board;
  chosen: Chosen;
  setChosen: (next: (before: Chosen) => Chosen) => void;
  work: WorkState;
  setWork: (next: (before: WorkState) => WorkState) => void;
}

/** The list of an officer's agency goes on while a file of it is open. */
function Officer({ agency, ...kept }: Kept & { agency: OfficersAgency }) {
  const list = useLoads(kept.board, agency);
  const { again } = list;
  const { setWork } = kept;
  const sent = useCallback(
    (registration: string) => {
      // That it waits to be sent is not so any more.
      setWork((before) => (before.last?.outcome.kind === 'queued' ? { ...before, last: null } : before));
      void again(registration);
    },
    [again, setWork],
  );
  return (
    <>
      <Queued board={kept.board} sent={sent} />
      <Pages {...kept} list={list} agency={agency} />
    </>
  );
}

interface PagesProps extends Kept {
  list: ReturnType<typeof useLoads> | null;
  agency: OfficersAgency | undefined;
}

function Pages({ board, chosen, setChosen, work, setWork, list, agency }: PagesProps) {
  const { say } = useSpeech();
  const hash = useHash();
  const id = fileIn(hash);
  const pages = pagesOf(board.me);
  const page = pageIn(hash, pages);
  const from = useRef<DeskPage>(pages[0] ?? 'today');
  if (page !== null) from.current = page;
  const searchBox = useRef<HTMLInputElement>(null);
  const choose = useCallback(
    (part: Partial<Chosen>) => setChosen((before) => ({ ...before, ...part })),
    [setChosen],
  );
  const changeWork = useCallback(
    (part: Partial<WorkState>) => setWork((before) => ({ ...before, ...part })),
    [setWork],
  );
  const openChosen = useCallback(
    (file: string) => {
      choose({ selected: file });
      open(file);
    },
    [choose],
  );
  const back = useCallback(() => go(from.current), []);

  /**
   * A word was given in a file: the list says what was done, and shows which one comes next. It is not
   * chosen: who goes on pressing Enter opens nothing, and confirms nothing unread.
   */
  const finish = useCallback(
    (what: string, outcome: Outcome, plate: string | null, registration: string, next: string | null) => {
      // What was sought is found and done: the next one would not be seen behind it.
      changeWork({ sought: '', rest: true, last: { plate, what, outcome }, ...(next === null ? {} : { selected: next }) });
      if (list !== null && outcome.kind === 'done') void list.again(registration);
      back();
    },
    [changeWork, list, back],
  );

  useKeys((event) => {
    if (event.key === 'F2' && pages.length > 1) {
      event.preventDefault();
      const at = pages.indexOf(from.current);
      go(pages[(at + 1) % pages.length] ?? 'today');
      return;
    }
    if (id !== null && event.key === 'Escape') {
      back();
      return;
    }
    if (page !== 'today' && from.current !== 'today') return;
    if (event.key === 'F3') {
      event.preventDefault();
      if (id === null) {
        // Before the next key: what is typed now is sought.
        searchBox.current?.select();
      } else {
        back();
        requestAnimationFrame(() => searchBox.current?.select());
      }
    } else if (page !== 'today') return;
    else if (event.key === 'Escape' && event.target === searchBox.current) {
      choose({ sought: '' });
      document.getElementById('vehicles')?.focus();
    } else if (
      (event.key === 'ArrowDown' || event.key === 'ArrowUp' || event.key === 'Enter') &&
      (event.target === document.body || event.target === searchBox.current)
    ) {
      document.getElementById('vehicles')?.focus();
      event.preventDefault();
    }
  });

  if (id !== null) {
    return (
      <VehicleFile key={id} board={board} id={id} back={back} list={list} agency={agency} finish={finish} />
    );
  }
  const loading = <p className="empty">{say('loading')}</p>;
  switch (page) {
    case 'work':
      return list === null || agency === undefined ? null : (
        <Work board={board} agency={agency} list={list} state={work} change={changeWork} open={open} />
      );
    case 'papers':
      return (
        <Suspense fallback={loading}>
          <Papers board={board} />
        </Suspense>
      );
    case 'yard':
      return (
        <Suspense fallback={loading}>
          <Yard board={board} open={open} />
        </Suspense>
      );
    case 'changing':
      return (
        <Suspense fallback={loading}>
          <Changing board={board} open={open} />
        </Suspense>
      );
    case 'cashier':
      return (
        <Suspense fallback={loading}>
          <Cashier board={board} open={open} />
        </Suspense>
      );
    case 'trips':
      return (
        <Suspense fallback={loading}>
          <Trips />
        </Suspense>
      );
    case 'handover':
      return (
        <Suspense fallback={loading}>
          <Handover board={board} own={agency} />
        </Suspense>
      );
    case 'reports':
      return (
        <Suspense fallback={loading}>
          <Reports board={board} />
        </Suspense>
      );
    case 'statistics':
      return (
        <Suspense fallback={loading}>
          <Statistics board={board} />
        </Suspense>
      );
    case 'people':
      return (
        <Suspense fallback={loading}>
          <People board={board} />
        </Suspense>
      );
    case 'today':
    case null:
      return (
        <Today board={board} chosen={chosen} choose={choose} open={openChosen} searchBox={searchBox} />
      );
  }
}
