/** The state of the page: what the server last said, how old that is, and what went wrong. */
import { listen } from './stream';
import { dayOf, goBy } from './times';
import {
  askAs,
  Fault,
  faultOf,
  NETWORK,
  person,
  read,
  SESSION,
  type CrossingFile,
  type CrossingPage,
  type CrossingRow,
  type DailyReport,
  type Me,
  type Overview,
  type Site,
} from './wire';

/** More than this without a word from the server is said on the screen. */
const LATE_SECONDS = 2;
/** More than this dims everything that would look live. */
const STALE_SECONDS = 10;
/** A connection that says nothing for this long is given up and made again. */
const SILENT_SECONDS = 15;
const PAGE = 500;
/** So often it is said that a person is there who works without asking for anything. */
const THERE_SECONDS = 60;
const TOKEN_KEY = 'clearway.token';
/** In this browser somebody is signed in, and who: what the session's cookie tells no script. */
const SIGNED_KEY = 'clearway.signed';

export interface Age {
  kind: 'connecting' | 'live' | 'late' | 'stale';
  seconds: number;
}

export interface Board {
  /** The tab's token, or the browser's session; null: nobody is signed in. */
  token: string | null;
  /** Who was here last: another person finds nothing of that one's. */
  who: string;
  /** Whose screens these are; null until the server has answered. */
  role: 'DESK' | 'TRADER' | null;
  me: Me | null;
  rows: ReadonlyMap<string, CrossingRow>;
  site: Site | null;
  overview: Overview | null;
  yesterday: DailyReport | null;
  /** The gate's clock, milliseconds; 0 before the first word. */
  asOf: number;
  /** The number of the newest entry that was heard of. */
  seq: number;
  age: Age;
  fault: Fault | null;
}

let board: Board = {
  token: null,
  who: '',
  role: null,
  me: null,
  rows: new Map(),
  site: null,
  overview: null,
  yesterday: null,
  asOf: 0,
  seq: 0,
  age: { kind: 'connecting', seconds: 0 },
  fault: null,
};
const watchers = new Set<() => void>();

export const current = (): Board => board;

export function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

function change(part: Partial<Board>): void {
  board = { ...board, ...part };
  watchers.forEach((watcher) => watcher());
}

let session: AbortController | null = null;
let heardAt = 0;
let lastSeq: number | null = null;

/** By the address's token (removed there), this tab's, or as who has signed in in this browser. */
export function begin(): void {
  const fragment = new URLSearchParams(location.hash.replace(/^#/, ''));
  const given = fragment.get('token');
  if (given !== null) history.replaceState(null, '', location.pathname + location.search);
  const token = given || sessionStorage.getItem(TOKEN_KEY);
  const who = localStorage.getItem(SIGNED_KEY);
  setInterval(grow, 500);
  for (const kind of ['keydown', 'pointerdown']) addEventListener(kind, () => (person.acted = true), true);
  addEventListener('storage', ({ key, newValue }) => {
    if (key === SIGNED_KEY && newValue !== null && board.token === null) enter(newValue);
  });
  if (token) use(token);
  else if (who !== null) enter(who);
}

export function use(token: string): void {
  sessionStorage.setItem(TOKEN_KEY, token);
  open(token, '');
}

/** In this browser somebody has signed in. */
export const signed = (who: string): void => localStorage.setItem(SIGNED_KEY, who);

/** Goes on in the browser's session: what the same person was at is still there. */
export function enter(who: string): void {
  sessionStorage.removeItem(TOKEN_KEY);
  signed(who);
  open(SESSION, who);
}

function open(token: string, who: string): void {
  session?.abort();
  session = new AbortController();
  lastSeq = null;
  heardAt = 0;
  askAs({ token, who, over });
  const next: Partial<Board> = { token, seq: 0, fault: null, age: { kind: 'connecting', seconds: 0 } };
  if (who === '' || who !== board.who) Object.assign(next, { role: null, me: null });
  if (who !== '') next.who = who;
  change(next);
  void run(session.signal);
}

/** A session ended, or the desk is another's by now. */
function over(fault: Fault): void {
  if (fault.code === 'ANOTHER_PERSON' && board.token === SESSION) enter('');
  else leave(fault);
}

/** Nobody is signed in. What was typed stays hidden for the same person unless all is wiped. */
export function leave(fault: Fault | null, wipe = false): void {
  session?.abort();
  askAs(null);
  sessionStorage.removeItem(TOKEN_KEY);
  if (fault?.code !== 'PASSWORD_INITIAL') localStorage.removeItem(SIGNED_KEY);
  const none = { who: '', role: null, me: null, overview: null, site: null, asOf: 0, rows: new Map() };
  change({ token: null, fault, ...(wipe ? none : {}) });
}

export function retry(): void {
  if (board.token === SESSION) enter(board.who);
  else if (board.token !== null) use(board.token);
}

async function run(signal: AbortSignal): Promise<void> {
  let wait = 1000;
  while (!signal.aborted) {
    try {
      if (lastSeq === null) await load(signal);
      if (board.fault !== null) change({ fault: null });
      await follow(signal, () => (wait = 1000));
    } catch (reason) {
      if (signal.aborted) return;
      const fault = faultOf(reason);
      if (fault.status === 401 || fault.status === 403) return leave(fault);
      change({ fault });
    }
    await new Promise((resolve) => setTimeout(resolve, wait));
    wait = Math.min(wait * 2, 10_000);
  }
}

/** Who asks decides what is asked next, so that nothing is asked that would be denied. */
async function load(signal: AbortSignal): Promise<void> {
  const me = await read<Me>('/me', signal);
  const trades = me.may.includes('REGISTER');
  if (!trades && !me.may.includes('READ_ALL')) {
    throw new Fault(403, 'DENIED', `nothing is shown to ${me.role}`);
  }
  const [site, overview] = await Promise.all([
    read<Site>('/gates', signal),
    trades ? null : read<Overview>('/overview', signal),
  ]);
  const { rows, from } = await readRows(signal);
  goBy(site.zone, site.facingZone);
  lastSeq = from ?? me.asOfSeq;
  heardAt = performance.now();
  askAs({ token: board.token ?? SESSION, who: me.id, over });
  if (board.token === SESSION) signed(me.id);
  change({
    who: me.id,
    role: trades ? 'TRADER' : 'DESK',
    me,
    site,
    overview,
    rows,
    asOf: Date.parse(overview?.asOf ?? me.asOf),
    seq: lastSeq,
    age: { kind: 'live', seconds: 0 },
  });
  if (!trades) void readYesterday(signal);
}

async function readRows(
  signal: AbortSignal,
): Promise<{ rows: Map<string, CrossingRow>; from: number | null }> {
  const rows = new Map<string, CrossingRow>();
  let after = '';
  let from: number | null = null;
  do {
    const page: CrossingPage = await read(
      `/crossings?state=all&limit=${PAGE}${after}`,
      signal,
    );
    from ??= page.asOfSeq;
    page.items.forEach((row) => rows.set(row.id, row));
    after = page.next === undefined ? '' : `&after=${encodeURIComponent(page.next)}`;
  } while (after !== '');
  return { rows, from };
}

/** What today is compared with; without it the tiles show no comparison. */
async function readYesterday(signal: AbortSignal): Promise<void> {
  try {
    const day = dayOf(board.asOf - 86_400_000);
    const report = await read<DailyReport>(`/reports/daily?date=${day}`, signal);
    change({ yesterday: report.rows.some((row) => row.arrivals > 0) ? report : null });
  } catch {
    change({ yesterday: null });
  }
}

async function follow(signal: AbortSignal, ready: () => void): Promise<void> {
  const silence = new AbortController();
  const either = AbortSignal.any([signal, silence.signal]);
  const heard = () => {
    heardAt = performance.now();
    grow();
  };
  const asked = performance.now();
  const guard = setInterval(() => {
    const since = Math.max(heardAt, asked);
    if (performance.now() - since > SILENT_SECONDS * 1000) silence.abort();
  }, 1000);
  try {
    for await (const message of listen('/stream', lastSeq, either, heard)) {
      ready();
      if (message.event === 'reset') {
        lastSeq = null;
        return;
      }
      if (message.id !== null && /^\d+$/.test(message.id)) lastSeq = Number(message.id);
      if (message.event === 'rows') takeRows(message.data, signal);
      if (message.event === 'tick') takeTick(message.data);
    }
  } catch (reason) {
    if (silence.signal.aborted && !signal.aborted) throw new Fault(NETWORK, 'SILENT', 'no answer');
    throw reason;
  } finally {
    clearInterval(guard);
  }
}

function takeRows(data: string, signal: AbortSignal): void {
  const event = JSON.parse(data) as { seq: number; asOf: string; rows: CrossingRow[] };
  const rows = new Map(board.rows);
  event.rows.forEach((row) => rows.set(row.id, row));
  change({ rows, ...newest(event) });
  if (board.role === 'DESK') countAgain(signal);
}

function takeTick(data: string): void {
  const tick = JSON.parse(data) as { seq: number; asOf: string };
  change(newest(tick));
}

const newest = (heard: { seq: number; asOf: string }): Pick<Board, 'asOf' | 'seq'> => ({
  asOf: Math.max(board.asOf, Date.parse(heard.asOf)),
  seq: Math.max(board.seq, heard.seq),
});

let counting = false;

/** The numbers on top are the server's: asked again after a change, at most every two seconds. */
function countAgain(signal: AbortSignal): void {
  if (counting) return;
  counting = true;
  setTimeout(() => {
    read<Overview>('/overview', signal)
      .then((overview) => change({ overview }))
      .catch(() => undefined)
      .finally(() => (counting = false));
  }, 2000);
}

/** The gate's clock now: it goes on while nothing is heard. */
export const gateTime = (): number =>
  heardAt === 0
    ? board.asOf
    : board.asOf + (performance.now() - heardAt) * (board.overview?.clock.factor ?? 1);

let saidThere = 0;

/** Lets the shown age follow the real one; who works keeps the session. */
function grow(): void {
  const now = performance.now();
  if (!person.acted) saidThere = now;
  else if (board.token === SESSION && now - saidThere > THERE_SECONDS * 1000) {
    saidThere = now;
    read('/me', AbortSignal.timeout(8000)).catch(() => undefined);
  }
  if (heardAt === 0) return;
  const seconds = Math.floor((performance.now() - heardAt) / 1000);
  const kind = seconds > STALE_SECONDS ? 'stale' : seconds > LATE_SECONDS ? 'late' : 'live';
  if (kind !== board.age.kind || (kind === 'late' && seconds !== board.age.seconds)) {
    change({ age: { kind, seconds } });
  }
}

export function readFile(id: string, signal: AbortSignal): Promise<CrossingFile> {
  return read<CrossingFile>(`/crossings/${encodeURIComponent(id)}`, signal);
}
