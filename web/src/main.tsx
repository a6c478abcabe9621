import {
  lazy,
  Suspense,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { createRoot } from 'react-dom/client';
import { begin, current, retry, use, watch, type Board } from './board';
import { VehicleFile } from './gate/file';
import { FaultLine, faultSentence } from './fault';
import { SpeechContext, useSpeech } from './parts';
import { BEIJING, dateOf, HANOI, secondOf } from './times';
import { nothingChosen, Today, type Chosen } from './gate/today';
import { languages, words, type Language } from './words';
import './tokens.css';
import './style.css';

/** An officer's page does not load the trader's screens. */
const Trader = lazy(async () => ({ default: (await import('./trader/trader')).Trader }));
const Papers = lazy(async () => ({ default: (await import('./gate/papers')).Papers }));

const onPapers = (): boolean => location.hash.startsWith('#/papers');

type Theme = 'dark' | 'light';

/** The address wins (screens on a wall), then what was chosen before. */
function remembered<T extends string>(name: string, allowed: readonly T[], otherwise: T): T {
  const given = new URLSearchParams(location.search).get(name) ?? localStorage.getItem(name);
  return allowed.find((one) => one === given) ?? otherwise;
}

const fileInAddress = (): string | null => {
  const match = /^#\/crossings\/([^/]+)$/.exec(location.hash);
  return match?.[1] === undefined ? null : decodeURIComponent(match[1]);
};

function Page() {
  const board = useSyncExternalStore(watch, current);
  const [language, setLanguage] = useState<Language>(() => remembered('lang', languages, 'vi'));
  const [theme, setTheme] = useState<Theme>(() => remembered('theme', ['dark', 'light'], 'dark'));
  const [chosen, setChosen] = useState<Chosen>(nothingChosen);
  const [id, setId] = useState<string | null>(fileInAddress);
  const [papers, setPapers] = useState(onPapers);
  const [asking, setAsking] = useState(false);
  const searchBox = useRef<HTMLInputElement>(null);
  const choose = useCallback(
    (part: Partial<Chosen>) => setChosen((before) => ({ ...before, ...part })),
    [],
  );
  const open = useCallback((file: string) => {
    setChosen((before) => ({ ...before, selected: file }));
    location.hash = `/crossings/${encodeURIComponent(file)}`;
  }, []);
  const back = useCallback(() => {
    location.hash = '';
  }, []);

  useEffect(() => {
    const follow = () => {
      setId(fileInAddress());
      setPapers(onPapers());
    };
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);

  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dataset.theme = theme;
    localStorage.setItem('lang', language);
    localStorage.setItem('theme', theme);
  }, [language, theme]);

  useEffect(() => {
    const keys = (event: globalThis.KeyboardEvent) => {
      if (board.role !== 'DESK') return;
      if (event.isComposing || document.querySelector('dialog[open]') !== null) return;
      if (event.key === 'F2' && board.me?.agency !== undefined) {
        event.preventDefault();
        location.hash = papers ? '' : '/papers';
        return;
      }
      if (papers) return;
      if (event.code === 'KeyK' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        if (id !== null) location.hash = '';
        requestAnimationFrame(() => searchBox.current?.select());
      } else if (event.key === 'Escape' && id !== null) {
        back();
      } else if (event.key === 'Escape' && event.target === searchBox.current) {
        choose({ sought: '' });
        document.getElementById('vehicles')?.focus();
      } else if (
        (event.key === 'ArrowDown' || event.key === 'ArrowUp' || event.key === 'Enter') &&
        (event.target === document.body || event.target === searchBox.current)
      ) {
        document.getElementById('vehicles')?.focus();
        event.preventDefault();
      }
    };
    addEventListener('keydown', keys);
    return () => removeEventListener('keydown', keys);
  }, [id, papers, back, choose, board.role, board.me]);

  const speech = useMemo(
    () => ({ language, say: words(language), site: board.site }),
    [language, board.site],
  );
  const ready = board.role === 'DESK' && board.overview !== null;
  const trades = board.role === 'TRADER';
  return (
    <SpeechContext value={speech}>
      <div className="page" data-age={board.age.kind}>
        <Top
          board={board}
          theme={theme}
          setTheme={setTheme}
          setLanguage={setLanguage}
          papers={papers}
          ask={() => setAsking(true)}
        />
        {board.fault !== null && board.token !== null && (
          <FaultLine fault={board.fault} again={retry} />
        )}
        {ready && papers && (
          <Suspense fallback={<p className="empty">{speech.say('loading')}</p>}>
            <Papers board={board} />
          </Suspense>
        )}
        {ready && id === null && !papers && (
          <Today board={board} chosen={chosen} choose={choose} open={open} searchBox={searchBox} />
        )}
        {ready && id !== null && <VehicleFile key={id} board={board} id={id} back={back} />}
        {trades && (
          <Suspense fallback={<p className="empty">{speech.say('loading')}</p>}>
            <Trader board={board} />
          </Suspense>
        )}
        {!ready && !trades && board.token !== null && <p className="empty">{speech.say('loading')}</p>}
        {(board.token === null || asking) && (
          <TokenDialog board={board} done={() => setAsking(false)} />
        )}
      </div>
    </SpeechContext>
  );
}

interface TopProps {
  board: Board;
  theme: Theme;
  setTheme: (theme: Theme) => void;
  setLanguage: (language: Language) => void;
  papers: boolean;
  ask: () => void;
}

const languageNames: Record<Language, string> = { vi: 'Việt', zh: '中文', en: 'EN' };

function Top({ board, theme, setTheme, setLanguage, papers, ask }: TopProps) {
  const { say, language } = useSpeech();
  const known = board.asOf > 0;
  const factor = board.overview?.clock.factor ?? 1;
  return (
    <header>
      <svg className="logo" viewBox="0 0 24 24" aria-hidden="true">
        <path d="M4 3v18M20 3v18M4 8h6M14 8h6M4 16h6M14 16h6" />
      </svg>
      <span className="brand">Clearway</span>
      <span className="place">{say('place')}</span>
      {board.role === 'TRADER' ? (
        <span className="view">{say('registration')}</span>
      ) : (
        <h1 className={board.me?.agency === undefined ? 'view' : 'unseen'}>
          {say(papers ? 'papers' : 'today')}
        </h1>
      )}
      {board.me?.agency !== undefined && (
        <nav className="segments" aria-label={say('keySwitch')}>
          <a href="#/" aria-current={papers ? undefined : 'page'}>
            {say('today')}
          </a>
          <a href="#/papers" aria-current={papers ? 'page' : undefined}>
            {say('papers')}
          </a>
          <kbd>F2</kbd>
        </nav>
      )}
      {known && <span className="date">{dateOf(board.asOf, language)}</span>}
      <Link board={board} />
      {known && (
        <span className="clocks">
          {(
            [
              ['hanoi', HANOI],
              ['beijing', BEIJING],
            ] as const
          ).map(([name, zone]) => (
            <span key={zone}>
              <small>{say(name)}</small>
              <b>{secondOf(board.asOf, zone)}</b>
            </span>
          ))}
          {factor !== 1 && <small className="factor" title={say('clockFactor', factor)}>×{factor}</small>}
        </span>
      )}
      <div className="segments" role="group" aria-label={say('language')}>
        {languages.map((one) => (
          <button
            type="button"
            key={one}
            lang={one}
            aria-pressed={one === language}
            onClick={() => setLanguage(one)}
          >
            {languageNames[one]}
          </button>
        ))}
      </div>
      <button type="button" onClick={() => setTheme(theme === 'dark' ? 'light' : 'dark')}>
        {say(theme === 'dark' ? 'toLight' : 'toDark')}
      </button>
      {board.me !== null && (
        <span className="me" title={say('youAre', say(board.me.role))}>
          {say(board.me.role)}
        </span>
      )}
      <button type="button" onClick={ask}>
        {say('token')}
      </button>
    </header>
  );
}

function Link({ board }: { board: Board }) {
  const { say } = useSpeech();
  const { kind, seconds } = board.age;
  const text =
    kind === 'live'
      ? say('live')
      : kind === 'late'
        ? say('late', seconds)
        : kind === 'stale'
          ? say('stale', secondOf(board.asOf, HANOI))
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

function TokenDialog({ board, done }: { board: Board; done: () => void }) {
  const { say } = useSpeech();
  const dialog = useRef<HTMLDialogElement>(null);
  const must = board.token === null;
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby="token-title"
      onCancel={(event) => (must ? event.preventDefault() : done())}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const token = String(new FormData(event.currentTarget).get('token') ?? '').trim();
          if (token !== '') {
            use(token);
            done();
          }
        }}
      >
        <h2 id="token-title">{say('tokenTitle')}</h2>
        {board.fault !== null && must && (
          <p className="fault" role="alert">
            {faultSentence(board.fault, say)}
          </p>
        )}
        <input
          name="token"
          type="password"
          aria-label={say('token')}
          autoComplete="off"
          required
          autoFocus
        />
        <p>{say('tokenWhy')}</p>
        <div className="buttons">
          {!must && (
            <button type="button" onClick={done}>
              {say('cancel')}
            </button>
          )}
          <button type="submit" className="primary">
            {say('tokenUse')}
          </button>
        </div>
      </form>
    </dialog>
  );
}

begin();
const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<Page />);
