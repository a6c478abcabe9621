/** The state of the page: what the server last said, how old that is, and what went wrong. */
import { listen } from './stream';
import { dayOf, goBy } from './times';
import {
  ask,
  Fault,
  faultOf,
  NETWORK,
  read,
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
const TOKEN_KEY = 'clearway.token';

export interface Age {
  kind: 'connecting' | 'live' | 'late' | 'stale';
  seconds: number;
}

export interface Board {
  token: string | null;
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

/** Takes the token from the fragment (and removes it there), else from this tab's memory. */
export function begin(): void {
  const fragment = new URLSearchParams(location.hash.replace(/^#/, ''));
  const given = fragment.get('token');
  if (given !== null) history.replaceState(null, '', location.pathname + location.search);
  const token = given ?? sessionStorage.getItem(TOKEN_KEY);
  setInterval(grow, 500);
  if (token) use(token);
}

export function use(token: string): void {
  sessionStorage.setItem(TOKEN_KEY, token);
  session?.abort();
  session = new AbortController();
  lastSeq = null;
  heardAt = 0;
  change({ token, role: null, me: null, seq: 0, fault: null, age: { kind: 'connecting', seconds: 0 } });
  void run(token, session.signal);
}

export function retry(): void {
  if (board.token !== null) use(board.token);
}

async function run(token: string, signal: AbortSignal): Promise<void> {
  let wait = 1000;
  while (!signal.aborted) {
    try {
      if (lastSeq === null) await load(token, signal);
      if (board.fault !== null) change({ fault: null });
      await follow(token, signal, () => (wait = 1000));
    } catch (reason) {
      if (signal.aborted) return;
      const fault = faultOf(reason);
      change({ fault });
      if (fault.status === 401 || fault.status === 403) {
        change({ token: null });
        sessionStorage.removeItem(TOKEN_KEY);
        return;
      }
    }
    await new Promise((resolve) => setTimeout(resolve, wait));
    wait = Math.min(wait * 2, 10_000);
  }
}

/** Who asks decides what is asked next, so that nothing is asked that would be denied. */
async function load(token: string, signal: AbortSignal): Promise<void> {
  const me = await read<Me>('/me', token, signal);
  const trades = me.may.includes('REGISTER');
  if (!trades && !me.may.includes('READ_ALL')) {
    throw new Fault(403, 'DENIED', `nothing is shown to ${me.role}`);
  }
  const [site, overview] = await Promise.all([
    read<Site>('/gates', token, signal),
    trades ? null : read<Overview>('/overview', token, signal),
  ]);
  const { rows, from } = await readRows(token, signal);
  goBy(site.zone, site.facingZone);
  lastSeq = from ?? me.asOfSeq;
  heardAt = performance.now();
  change({
    role: trades ? 'TRADER' : 'DESK',
    me,
    site,
    overview,
    rows,
    asOf: Date.parse(overview?.asOf ?? me.asOf),
    seq: lastSeq,
    age: { kind: 'live', seconds: 0 },
  });
  if (!trades) void readYesterday(token, signal);
}

async function readRows(
  token: string,
  signal: AbortSignal,
): Promise<{ rows: Map<string, CrossingRow>; from: number | null }> {
  const rows = new Map<string, CrossingRow>();
  let after = '';
  let from: number | null = null;
  do {
    const page: CrossingPage = await read(
      `/crossings?state=all&limit=${PAGE}${after}`,
      token,
      signal,
    );
    from ??= page.asOfSeq;
    page.items.forEach((row) => rows.set(row.id, row));
    after = page.next === undefined ? '' : `&after=${encodeURIComponent(page.next)}`;
  } while (after !== '');
  return { rows, from };
}

/** What today is compared with; without it the tiles show no comparison. */
async function readYesterday(token: string, signal: AbortSignal): Promise<void> {
  try {
    const day = dayOf(board.asOf - 86_400_000);
    const report = await read<DailyReport>(`/reports/daily?date=${day}`, token, signal);
    change({ yesterday: report.rows.some((row) => row.arrivals > 0) ? report : null });
  } catch {
    change({ yesterday: null });
  }
}

async function follow(token: string, signal: AbortSignal, ready: () => void): Promise<void> {
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
    for await (const message of listen('/stream', token, lastSeq, either, heard)) {
      ready();
      if (message.event === 'reset') {
        lastSeq = null;
        return;
      }
      if (message.id !== null && /^\d+$/.test(message.id)) lastSeq = Number(message.id);
      if (message.event === 'rows') takeRows(message.data, token, signal);
      if (message.event === 'tick') takeTick(message.data);
    }
  } catch (reason) {
    if (silence.signal.aborted && !signal.aborted) throw new Fault(NETWORK, 'SILENT', 'no answer');
    throw reason;
  } finally {
    clearInterval(guard);
  }
}

function takeRows(data: string, token: string, signal: AbortSignal): void {
  const event = JSON.parse(data) as { seq: number; asOf: string; rows: CrossingRow[] };
  const rows = new Map(board.rows);
  event.rows.forEach((row) => rows.set(row.id, row));
  change({ rows, ...newest(event) });
  if (board.role === 'DESK') countAgain(token, signal);
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
function countAgain(token: string, signal: AbortSignal): void {
  if (counting) return;
  counting = true;
  setTimeout(() => {
    read<Overview>('/overview', token, signal)
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

/** Lets the shown age follow the real one. */
function grow(): void {
  if (heardAt === 0) return;
  const seconds = Math.floor((performance.now() - heardAt) / 1000);
  const kind = seconds > STALE_SECONDS ? 'stale' : seconds > LATE_SECONDS ? 'late' : 'live';
  if (kind !== board.age.kind || (kind === 'late' && seconds !== board.age.seconds)) {
    change({ age: { kind, seconds } });
  }
}

export async function readFile(id: string, signal: AbortSignal): Promise<CrossingFile> {
  const answer = await ask(`/crossings/${encodeURIComponent(id)}`, board.token ?? '', signal);
  return (await answer.json()) as CrossingFile;
}
