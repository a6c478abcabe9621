/** What the trader's screens know: own registrations, kept presets. */
import { current } from '../board';
import type { Tree } from '../registration/tree';
import { get, newId, post } from '../send';
import { faultOf, type Direction, type Fault, type Label, type RegistrationState, type Turned, type Violation } from '../wire';

export interface OwnRow {
  id: string;
  declarationNumber: string;
  version: number;
  lot?: string;
  registeredAt: string;
  plate: string | null;
  gate: string;
  direction: Direction;
  regime: string;
  plannedArrivalAt: string;
  goods: string;
  weightKg: number;
  driverName: string | null;
  crossing?: string;
  state: RegistrationState;
  /** When each agency found the papers in order. */
  papers: Partial<Record<string, string>>;
  askedAgain?: string[];
  askedAgainDue?: string;
}

export type PresetKind = 'DRAFT' | 'TEMPLATE' | 'COMPANY' | 'VEHICLE' | 'PERSON';

export interface Preset {
  id: string;
  kind: PresetKind;
  label: string;
  keptAt: string;
  content: Tree;
}

export interface Check {
  violations: Violation[];
  missing: (Violation & { agency: string; paper: string; before: string })[];
  questions: { path: string; commodity: string; name: Label }[];
}

export interface Preview {
  version: number;
  fields: string[];
  voids: { agency: string; confirmedAt: string }[];
  due?: string;
  correction: boolean;
  violations: Violation[];
}

/** Until somebody of the company has read it. */
export interface Notice {
  id: string;
  kind: 'ENTRY_COMPLETE' | 'VEHICLE_TURNED' | 'DIVERSION_UNMET' | 'CALLED_TO_BAY' | 'TRACTOR_CHANGED' | 'STAY_ENDING';
  /** Absent when the passage is forgotten. */
  crossing?: string;
  plate?: string | null;
  registration?: string;
  state?: string;
  /** Absent when the turning was withdrawn. */
  turned?: Turned;
  openedAt: string;
}

export interface Desk {
  /** Whose desk it is. */
  who: string | null;
  rows: OwnRow[];
  next: string | null;
  presets: Preset[];
  notices: Notice[];
  loaded: boolean;
  fault: Fault | null;
}

const bare: Desk = { who: null, rows: [], next: null, presets: [], notices: [], loaded: false, fault: null };
let desk: Desk = bare;
const watchers = new Set<() => void>();
const details = new Map<string, Tree>();

export const currentDesk = (): Desk => desk;

export function watchDesk(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

function change(part: Partial<Desk>): void {
  desk = { ...desk, ...part };
  watchers.forEach((watcher) => watcher());
}

interface OwnPage {
  asOf: string;
  items: OwnRow[];
  next?: string;
}

const PAGE = 50;

/** Nothing of one trader is shown to the next who signs in here. */
function clear(who: string): void {
  details.clear();
  change({ ...bare, who });
}

export async function loadDesk(): Promise<void> {
  const { who } = current();
  if (desk.who !== who) clear(who);
  try {
    const [page, kept, notices] = await Promise.all([
      get<OwnPage>(`/registrations?limit=${PAGE}`),
      get<{ items: Preset[] }>('/presets'),
      get<Notice[]>('/notices'),
    ]);
    if (current().who !== who) return;
    const known = new Map(page.items.map((row) => [row.id, row]));
    const older = desk.rows.filter((row) => !known.has(row.id) && desk.rows.length > PAGE);
    forget(page.items);
    change({
      rows: [...page.items, ...older],
      next: older.length > 0 ? desk.next : (page.next ?? null),
      presets: kept.items,
      notices,
      loaded: true,
      fault: null,
    });
  } catch (reason) {
    change({ fault: faultOf(reason) });
  }
}

/** Details of what was amended are read again. */
function forget(rows: OwnRow[]): void {
  for (const row of rows) {
    if (Number(details.get(row.id)?.['version'] ?? row.version) !== row.version) details.delete(row.id);
  }
}

export const noticeRead = (id: string): void =>
  change({ notices: desk.notices.filter((one) => one.id !== id) });

export async function loadMore(): Promise<void> {
  if (desk.next === null) return;
  const page = await get<OwnPage>(`/registrations?limit=${PAGE}&before=${encodeURIComponent(desk.next)}`);
  change({ rows: [...desk.rows, ...page.items], next: page.next ?? null });
}

export async function detailOf(id: string, again = false): Promise<Tree> {
  const known = details.get(id);
  if (known !== undefined && !again) return known;
  const detail = await get<Tree>(`/registrations/${encodeURIComponent(id)}`);
  details.set(id, detail);
  return detail;
}

export const checkOf = (declaration: Tree, signal: AbortSignal): Promise<Check> =>
  post<Check>('/checks', declaration, null, signal);

/** What was withdrawn is forgotten here too. */
export async function withdraw(id: string, command: string): Promise<void> {
  await post(`/registrations/${encodeURIComponent(id)}/withdrawal`, {}, command);
  details.delete(id);
  change({ rows: desk.rows.filter((row) => row.id !== id) });
}

/** The label of the template that remembers what a firm's columns are. */
export const COLUMNS = '≡';

export const presetsOf = (kind: PresetKind): Preset[] =>
  desk.presets.filter((preset) => preset.kind === kind);

export async function keep(
  preset: Omit<Preset, 'keptAt'>,
  keepalive = false,
): Promise<void> {
  await post('/presets', preset, newId(), undefined, keepalive);
  const kept = { ...preset, keptAt: new Date(current().asOf).toISOString() };
  change({ presets: [kept, ...desk.presets.filter((one) => one.id !== preset.id)] });
}

export async function drop(id: string): Promise<void> {
  change({ presets: desk.presets.filter((one) => one.id !== id) });
  await post(`/presets/${encodeURIComponent(id)}/removal`, {}, newId());
}
