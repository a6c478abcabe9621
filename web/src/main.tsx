/** The frame around every user's screens: language, theme, who is signed in, and whose screens they are. */
import { Suspense, useEffect, useMemo, useRef, useState, useSyncExternalStore, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { onRoad, pageHash, pageIn, pagesOf, useHash, type DeskPage } from './address';
import { begin, current, retry, watch, type Board } from './board';
import { driverLink } from './driver/link';
import { FaultLine } from './fault';
import { deskDictionary } from './gate/deskwords';
import { gateName, placeName, SpeechContext, useSpeech, type Speech } from './parts';
import { roadDictionary } from './road/roadwords';
import { cityOf, dateOf, HERE, secondOf, THERE } from './times';
import { currentSpoken, screen, speak, watchSpoken } from './spoken';
import { dictionary, languages, saying, type Language } from './words';
import { traderDictionary } from './trader/traderwords';
import { NETWORK, type Me } from './wire';
import { useKeys } from './keys';
import './tokens.css';
import './style.css';

/** None loads the others' screens, nor their words. */
const officers = [deskDictionary, traderDictionary];
const Trader = screen([traderDictionary], async () => (await import('./trader/trader')).Trader);
const SignIn = screen([], async () => (await import('./sign/signin')).SignIn);
const Person = screen([], async () => (await import('./sign/person')).Person);
const Desk = screen(officers, async () => (await import('./desk/desk')).Desk);

const Driver = screen([], async () => (await import('./driver/driver')).Driver);
const Road = screen([roadDictionary], async () => (await import('./road/road')).Road);
/** What an officer said offline is shown also while the server cannot say who this is. */
const Queued = screen(officers, async () => (await import('./desk/queued')).Queued);
const saidOffline = (): boolean => localStorage.getItem('clearway.said') !== null;

type Theme = 'dark' | 'light';

/** The address wins (screens on a wall), then what was chosen before. */
function remembered<T extends string>(name: string, allowed: readonly T[], otherwise: T): T {
  const given = new URLSearchParams(location.search).get(name) ?? localStorage.getItem(name);
  return allowed.find((one) => one === given) ?? otherwise;
}

/** Language and theme as they were chosen, and the switches between them. */
function useLook() {
  const { language } = useSyncExternalStore(watchSpoken, currentSpoken);
  const [theme, setTheme] = useState<Theme>(() => remembered('theme', ['dark', 'light'], 'dark'));
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dataset.theme = theme;
    localStorage.setItem('lang', language);
    localStorage.setItem('theme', theme);
  }, [language, theme]);
  return { language, switches: <Switches {...{ theme, setTheme }} /> };
}

/** A driver's page: whoever holds the link, and nobody who signs in. */
function DriverPage({ link }: { link: string }) {
  const { language, switches } = useLook();
  const speech = useMemo(
    () => ({ language, say: saying(dictionary[language], language), site: null }),
    [language],
  );
  return (
    <SpeechContext value={speech}>
      <Suspense fallback={<p className="empty">{speech.say('loading')}</p>}>
        <Driver link={link}>{switches}</Driver>
      </Suspense>
    </SpeechContext>
  );
}

function Page() {
  const board = useSyncExternalStore(watch, current);
  const { language, switches } = useLook();
  const [asking, setAsking] = useState(false);
  const road = onRoad(useHash());

  useEffect(() => {
    if (board.me?.role === 'TRAFFIC_POLICE' && location.hash === '') location.replace('#/road');
  }, [board.me]);

  useKeys((event) => {
    if (event.key !== 'F10' || current().me === null) return;
    event.preventDefault();
    setAsking(true);
  });
  useEffect(() => setAsking(false), [board.who, board.token]);

  const speech = useMemo(
    () => ({ language, say: saying(dictionary[language], language), site: board.site }),
    [language, board.site],
  );
  const loading = <p className="empty">{speech.say('loading')}</p>;
  return (
    <SpeechContext value={speech}>
      <div className="page" data-age={board.age.kind} data-road={road || undefined}>
        <Top board={board} ask={() => setAsking(true)}>
          {switches}
        </Top>
        <LanguageFault />
        {board.fault !== null && board.token !== null && !(road && board.fault.status === NETWORK) && (
          <FaultLine fault={board.fault} again={retry} />
        )}
        {road && board.token !== null && board.role !== 'TRADER' && (
          <Suspense fallback={loading}>
            <Road key={board.who} board={board} />
          </Suspense>
        )}
        {!road && board.overview !== null && (
          <Suspense fallback={loading}>
            <Desk key={board.who} board={board} />
          </Suspense>
        )}
        {board.role === null && board.token !== null && saidOffline() && (
          <Suspense>
            <Queued board={board} />
          </Suspense>
        )}
        {board.role === 'TRADER' && (
          <Suspense fallback={loading}>
            <Trader key={board.who} board={board} />
          </Suspense>
        )}
        {board.role === null && board.token !== null && !road && loading}
        {board.token === null && (
          <Suspense fallback={loading}>
            <SignIn board={board}>{switches}</SignIn>
          </Suspense>
        )}
        {asking && board.me !== null && (
          <Suspense>
            <Person board={board} me={board.me} close={() => setAsking(false)} />
          </Suspense>
        )}
      </div>
    </SpeechContext>
  );
}

interface SwitchesProps {
  theme: Theme;
  setTheme: (theme: Theme) => void;
}

const languageNames: Record<Language, string> = { vi: 'Việt', zh: '中文', en: 'EN' };

/** Language and theme; they stand wherever nothing else can be reached. */
function Switches({ theme, setTheme }: SwitchesProps) {
  const { say, language } = useSpeech();
  const { coming } = useSyncExternalStore(watchSpoken, currentSpoken);
  return (
    <>
      <div className="segments" role="group" aria-label={say('language')}>
        {languages.map((one) => (
          <button
            type="button"
            key={one}
            lang={one}
            aria-pressed={one === language}
            aria-busy={one === coming || undefined}
            onClick={() => void speak(one)}
          >
            {languageNames[one]}
          </button>
        ))}
      </div>
      <button type="button" onClick={() => setTheme(theme === 'dark' ? 'light' : 'dark')}>
        {say(theme === 'dark' ? 'toLight' : 'toDark')}
      </button>
    </>
  );
}

/** Said in the language that stays, and in the one that was asked for. */
function LanguageFault() {
  const { say } = useSpeech();
  const { failed } = useSyncExternalStore(watchSpoken, currentSpoken);
  if (failed === null) return null;
  return (
    <div className="fault" role="alert">
      <span>
        {say('languageFailed', languageNames[failed])}{' '}
        <span lang={failed}>{saying(dictionary[failed], failed)('languageFailed', languageNames[failed])}</span>
      </span>
      <button type="button" onClick={() => void speak(failed)}>
        {say('retry')}
      </button>
    </div>
  );
}

const pageWords = {
  work: 'work',
  papers: 'papers',
  today: 'today',
  yard: 'yardPage',
  changing: 'changingPage',
  cashier: 'cashierPage',
  trips: 'trips',
  handover: 'handover',
  reports: 'reports',
  statistics: 'statisticsPage',
  people: 'people',
} as const;

function Top({ board, ask, children }: { board: Board; ask: () => void; children: ReactNode }) {
  const speech = useSpeech();
  const { say, language, site } = speech;
  const pages = board.role === 'DESK' ? pagesOf(board.me) : [];
  const hash = useHash();
  const last = useRef<DeskPage>('today');
  const page = pageIn(hash, pages) ?? last.current;
  last.current = page;
  const road = onRoad(hash);
  // On a telephone the pages go on to the right: the one that is shown is in sight.
  const here = useRef<HTMLElement>(null);
  useEffect(() => {
    const nav = here.current;
    const link = nav?.querySelector<HTMLElement>('[aria-current]');
    if (nav && link) nav.scrollLeft = link.offsetLeft - (nav.clientWidth - link.offsetWidth) / 2;
  }, [page, road, pages.length, language]);
  const onTheRoad = board.me?.may.some((one) => one === 'CALL_ROLL' || one === 'DIRECT_TRAFFIC') ?? false;
  const known = board.asOf > 0;
  const factor = board.overview?.clock.factor ?? 1;
  return (
    <header>
      <svg className="logo" viewBox="0 0 24 24" aria-hidden="true">
        <path d="M4 3v18M20 3v18M4 8h6M14 8h6M4 16h6M14 16h6" />
      </svg>
      <span className="brand">Clearway</span>
      {site !== null && (
        <span className="place" title={placeName(site, language)}>
          {say('place', placeName(site, language))}
        </span>
      )}
      {board.role === 'TRADER' ? (
        <span className="view">{say('registration')}</span>
      ) : (
        <h1 className={pages.length > 1 ? 'unseen' : 'view'}>{say(road ? 'road' : pageWords[page])}</h1>
      )}
      {pages.length > 1 && (
        <nav className="segments" aria-label={say('keySwitch')} ref={here}>
          {pages.map((one) => (
            <a key={one} href={pageHash[one]} aria-current={!road && one === page ? 'page' : undefined}>
              {say(pageWords[one])}
            </a>
          ))}
          <kbd>F2</kbd>
        </nav>
      )}
      {onTheRoad && (
        <nav className="segments" aria-label={say('road')}>
          {road && pages.length <= 1 && <a href="#/today">{say('today')}</a>}
          <a href="#/road" aria-current={road ? 'page' : undefined}>
            {say('road')}
          </a>
        </nav>
      )}
      {known && <span className="date">{dateOf(board.asOf, language)}</span>}
      <Link board={board} />
      {known && (
        <span className="clocks">
          {[HERE, THERE].map((side) => (
            <span key={side}>
              <small>{cityOf(side)}</small>
              <b>{secondOf(board.asOf, side)}</b>
            </span>
          ))}
          {factor !== 1 && <small className="factor" title={say('clockFactor', factor)}>×{factor}</small>}
        </span>
      )}
      {children}
      {board.me !== null && (
        <button
          type="button"
          className="me"
          aria-haspopup="dialog"
          title={say('youAre', board.me.label)}
          onClick={ask}
        >
          <b>{board.me.label}</b>
          <span>{whereOf(board.me, speech)}</span>
          <kbd>F10</kbd>
        </button>
      )}
    </header>
  );
}

/** For whom somebody works, and at which gates if not at all. */
const whereOf = (me: Me, speech: Speech): string =>
  [speech.say(me.role), ...(me.gates ?? []).map((gate) => gateName(speech, gate))].join(' · ');

function Link({ board }: { board: Board }) {
  const { say } = useSpeech();
  const { kind, seconds } = board.age;
  const text =
    kind === 'live'
      ? say('live')
      : kind === 'late'
        ? say('late', seconds)
        : kind === 'stale'
          ? say('stale', secondOf(board.asOf, HERE))
          : board.token === null
            ? '–'
            : say('connecting');
  return (
    <span className={`link-state ${kind}`} role="status" aria-live={kind === 'late' ? 'off' : 'polite'}>
      <i aria-hidden="true" />
      {text}
    </span>
  );
}

void speak(remembered('lang', languages, 'vi'));
const link = driverLink();
if (link === null) begin();
const root = document.getElementById('root');
if (root !== null) createRoot(root).render(link === null ? <Page /> : <DriverPage link={link} />);
