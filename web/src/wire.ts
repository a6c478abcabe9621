/** What the server says, as published in openapi.json, and how it is asked. */
export type Direction = 'EXPORT' | 'IMPORT';
/** The two whose keys open the gate. */
export type Agency = 'BORDER_GUARD' | 'CUSTOMS';

/** Who works on a vehicle. */
export const officersAgencies = [
  'BORDER_GUARD',
  'CUSTOMS',
  'MEDICAL_QUARANTINE',
  'PLANT_QUARANTINE',
  'ANIMAL_QUARANTINE',
  'TRANSPORT_STATION',
  'MANAGEMENT_BOARD',
  'TRAFFIC_POLICE',
] as const;
export type OfficersAgency = (typeof officersAgencies)[number];
export type CrossingState = 'AT_GATE' | 'ENTERED' | 'IN_YARD' | 'OUT_OF_YARD' | 'GONE';

export interface CrossingRow {
  id: string;
  registration?: string;
  declarationNumber?: string;
  plate: string | null;
  gate: string;
  direction: Direction;
  state: CrossingState;
  arrivedAt: string;
  borderGuardAt?: string;
  customsAt?: string;
  enteredAt?: string;
  yardEnteredAt?: string;
  yardLeftAt?: string;
  gateLeftAt?: string;
  lateAgency?: Agency;
  /** Whose confirmation an amendment made void, and until when it is asked again. */
  askedAgain?: Agency[];
  askedAgainDue?: string;
  /** The yard where it stands. */
  yard?: string;
  /** On which place of the yard, and since when; absent while nobody said so. */
  place?: string;
  placedAt?: string;
  /** What it brings, and whether that is a reefer as far as its papers tell; only in a yard. */
  goods?: string;
  reefer?: boolean;
  /** When its reefer was plugged in last, and when that ended. */
  pluggedAt?: string;
  unpluggedAt?: string;
  /** An officer turned it back, or to another gate; it has gone so when it is gone. */
  turned?: Turned;
  /** Who has to act before it goes on, as far as its papers are here. */
  waitingFor?: OfficersAgency[];
  /** Since when each of them, in the same order. */
  waitingSince?: string[];
  /** Whose refusal keeps it from leaving. */
  refusedBy?: OfficersAgency[];
  openCases: number;
}

export type MilestoneName =
  | 'ENTERED_GATE'
  | 'ENTERED_YARD'
  | 'CHECK_STARTED'
  | 'PAID'
  | 'LEFT_YARD'
  | 'LEFT_GATE';

/** One of six, in the order in which they are expected; WAITING: one key of two. */
export interface Milestone {
  milestone: MilestoneName;
  state: 'DONE' | 'OPEN' | 'WAITING' | 'UNKNOWN';
  at?: string;
  waitingFor?: Agency;
}

/** What went over the line with an export and comes back. */
export interface Trip {
  id: string;
  plate: string | null;
  gate: string;
  leftAt: string;
  vehicleAwaited: boolean;
  vehicleBackAt?: string;
  /** Its name only for the border guard; null when it was erased. */
  travellers: { name?: string | null; backAt?: string }[];
  otherSideSeconds: number;
  /** Open ones about it. */
  cases: CaseEntry[];
}

/** A vehicle that came back and is not known to have left. */
export interface UnexplainedReturn extends CaseEntry {
  plate: string | null;
  gate: string;
  occurredAt: string;
}

export const turnReasons = [
  'PAPERS',
  'REFUSED',
  'OTHER_SIDE',
  'NO_ROOM',
  'CLOSED',
  'TRADER',
  'OTHER',
] as const;
export type TurnReason = (typeof turnReasons)[number];

export interface Turned {
  reason: TurnReason;
  /** Another gate; absent: it goes back. */
  to?: string;
  at: string;
}

/** Where a field comes from, when it did not come with the registration. */
export interface Provenance {
  field: string;
  version: number;
  at: string;
}

export interface RegistrationRow {
  id: string;
  declarationNumber: string;
  version: number;
  registeredAt: string;
  plate: string | null;
  gate: string;
  direction: Direction;
  plannedArrivalAt: string;
  goods: string;
  weightKg: number;
  crossing?: string;
  state: RegistrationState;
  askedAgain?: Agency[];
  askedAgainDue?: string;
  provenance: Provenance[];
}

export interface RegistrationPage {
  asOfSeq: number;
  asOf: string;
  total: number;
  items: RegistrationRow[];
}

/** What a post of the traffic police told the driver. */
export interface TrafficOrder {
  id: string;
  order: 'GO' | 'HOLD' | 'TURN';
  post: string;
  to?: string;
  reason:
    | 'FREE'
    | 'NOT_REGISTERED'
    | 'OTHER_GATE'
    | 'NOT_ELIGIBLE'
    | 'PARK_COMPULSORY'
    | 'IN_ROLL'
    | 'EARLY'
    | 'GATE_CLOSED'
    | 'OTHER';
  note?: string | null;
  occurredAt: string;
}

/** One registration as it is held: its form by the names of the interface, and its history. */
export interface Held {
  id: string;
  declarationNumber: string;
  version: number;
  plannedArrivalAt: string;
  provenance: Provenance[];
  papers: Partial<Record<string, string>>;
  trafficOrders?: TrafficOrder[];
  [field: string]: unknown;
}

/** Who asks, and what that may. */
export interface Me {
  asOfSeq: number;
  asOf: string;
  id: string;
  label: string;
  role: 'TRADER' | OfficersAgency | 'YARD' | 'GATE_DEVICE' | 'READER' | 'OPERATOR' | 'SYSTEM';
  /** Whose key it turns, and whose officer it is. */
  agency?: Agency;
  officerOf?: OfficersAgency;
  may: string[];
  /** The gates that it is limited to; none: it is not. */
  gates?: string[];
  /** Of a yard operator: the yards that it is limited to; none: it is not. */
  yards?: string[];
}

/** What one agency does on a load; a key of the entry is `KEY_` and the agency, an inspection `INSPECTION_`. */
export interface LoadLine {
  step: string;
  agency: OfficersAgency;
  status: 'REQUIRED' | 'OPEN' | 'REQUESTED' | 'CONFIRMED' | 'REFUSED';
  askedAgain?: boolean;
  at?: string;
  by?: string;
  note?: string | null;
  byRule?: { rule: string; authorisedBy: OfficersAgency; observations: string[] };
  /** The step whose word does for this one. */
  doneBy?: string;
  /** The step that is asked for and would do for this one. */
  decidedWith?: string;
  /** Since when it is the agency's turn, and until when it has time. */
  since?: string;
  due?: string;
  /** What others have to do before it is the agency's turn. */
  before?: readonly string[];
  late: boolean;
  forAgencySeconds: number;
  forOthersSeconds: number;
}

export const channels = ['NONE', 'GREEN', 'YELLOW', 'RED'] as const;
export type Channel = (typeof channels)[number];
export const holdKinds = ['DOUBT', 'TEST', 'DANGER', 'FAULT', 'ORDER'] as const;
export type HoldKind = (typeof holdKinds)[number];
export const inspectionMeans = ['BAY', 'XRAY', 'SAMPLING'] as const;
export type Means = (typeof inspectionMeans)[number];
export const inspectionOutcomes = ['CLEAN', 'DOUBT', 'FAULT'] as const;
export type Found = (typeof inspectionOutcomes)[number];

export interface Hold {
  hold: number;
  agency: OfficersAgency;
  kind: HoldKind;
  at: string;
  by: string;
  note?: string | null;
  lifters: OfficersAgency[];
  /** No officer lifts it alone. */
  byTwo: boolean;
}

export interface Booked {
  means: Means;
  /** A code of the site, or an officer's own word where it names no place. */
  place: string;
  since: string;
  /** The how manieth it is there; absent when it has its result, or is not here. */
  position?: number;
}

export interface Inspection {
  done: boolean;
  booked: Booked[];
  joined: { agency: OfficersAgency; at: string; by: string }[];
  results: { means: Means; outcome: Found; agency: OfficersAgency; at: string; by: string }[];
}

/** One place of inspection of a gate, with whose turn it is and who waits. */
export interface InspectionPlace {
  gate: string;
  place: string;
  atOnce?: number;
  line: {
    position: number;
    turn: boolean;
    registration: string;
    crossing?: string;
    plate: string | null;
    means: Means[];
    since: string;
  }[];
}

/** What the agencies do on a load; its id is the registration's. */
export interface Load {
  /** When it was read, if it was read alone. */
  asOf?: string;
  registration: string;
  crossing?: string;
  version: number;
  plate: string | null;
  gate: string;
  direction: Direction;
  goods: string;
  state: RegistrationState;
  arrivedAt?: string;
  channel: Channel;
  mayLeave: boolean;
  unmet: string[];
  lines: LoadLine[];
  offered?: string[];
  holds?: Hold[];
  inspection?: Inspection;
  /** Whether two officers take it out of its channel. */
  channelByTwo?: boolean;
  seconds?: Second[];
  /** Who has to act before the vehicle goes on. */
  waitingFor?: OfficersAgency[];
  /** Since when each of them, in the same order. */
  waitingSince?: string[];
  /** Whose refusal keeps it from leaving. */
  refusedBy?: OfficersAgency[];
}

/** Who it was: the account's label, never a person's name, with its role and the gates it is limited to. */
export interface Speaker {
  by?: string;
  role?: Me['role'];
  gates?: readonly string[];
}

/** What one officer asked for and another one has to say too. */
export interface Second extends Speaker {
  channel?: Channel;
  hold?: number;
  at: string;
  until: string;
  /** Whose officer asked. */
  agency?: OfficersAgency;
  note?: string | null;
}

export interface LoadPage {
  asOfSeq: number;
  asOf: string;
  total: number;
  items: Load[];
}

export interface RegistrationSummary {
  goods: string;
  weightKg: number;
  company: string;
  trailer?: string | null;
  container?: string | null;
  seal?: string | null;
  plannedArrivalAt: string;
}

export interface TimelineEntry {
  seq: number;
  at: string;
  occurredAt?: string;
  type: string;
  actorRole?: string;
  detail?: string;
  /** What an officer wrote with it; null when it was erased. */
  note?: string | null;
}

export interface CaseEntry {
  id: string | number;
  kind: string;
  openedAt: string;
  closedAt?: string;
}

export interface CrossingFile extends CrossingRow {
  registrationSummary?: RegistrationSummary;
  timeline: TimelineEntry[];
  cases: CaseEntry[];
  milestones: Milestone[];
  subjects: { role: string; subject: string | number }[];
}

export interface CrossingPage {
  asOfSeq: number;
  asOf: string;
  items: CrossingRow[];
  next?: string;
}

export interface Label {
  vi: string;
  zh: string;
  en: string;
}

/** Times as the clocks of that side show them, and those of the other. */
export interface Hours {
  direction: Direction;
  opens: string;
  closes: string;
  opensThere: string;
  closesThere: string;
}

export interface Route {
  code: string;
  name: Label;
  /** Its gate pair by law. */
  gate: string;
  /** The reporting line that it is counted under. */
  line: string;
  hours: Hours[];
}

export type RegistrationState = 'REGISTERED' | CrossingState;

/** A fault of a form at its field, with the sentence in three languages. */
export interface Violation {
  path: string;
  code: string;
  rule?: string;
  message: string;
  messages?: Label;
}

export type Figure = { from: number; to: number } | { is: number } | { unknown: string };

/** What the place demands of a load, as far as the screens use it. */
export interface Rulebook {
  commodities: { code: string; name: Label; hs: string[]; perishability: string }[];
  needs: {
    agency: string;
    direction?: Direction;
    hs: string[];
    paper: string;
    before: 'REGISTRATION' | 'CALL' | 'RELEASE';
    from?: string;
  }[];
  vehicleClasses: { code: string; name: Label; goodsKg: Figure; grossKg: Figure }[];
  /** Which agency relies on which fields of a registration. */
  reliances: { agency: string; fields: string[] }[];
}

export interface Site {
  /** Whose clocks the hours and days of the place go by, and those of the other side. */
  zone: string;
  facingZone: string;
  rulebook?: Rulebook;
  /** ISO duration, as PT30M. */
  agencyLateAfter?: string;
  gates: { code: string; name: Label; facing: Label }[];
  /** What rows and figures call a gate. */
  lines: { code: string; name: Label }[];
  routes: Route[];
  yards: { code: string; name: Label; line: string; spaces?: Figure; plugs?: Figure }[];
  /** Where loads are looked at. */
  inspections?: { code: string; name: Label; line: string; means: Means[] }[];
  /** Where goods change vehicles. */
  handling?: { areas: { code: string; name: Label; yard: string; bays?: Figure }[] };
  parks?: { code: string; name: Label; lines?: string[] }[];
  posts?: { code: string; name: Label }[];
  procedure?: {
    steps: { code: string; agency: OfficersAgency; name: Label; trigger?: string }[];
    /** Which step opens the barrier, from which day. */
    barriers: { step: string; direction?: Direction; from: string }[];
    /** By which a device may confirm a step. */
    rules: { code: string; name: Label }[];
  };
}

export interface GateCount {
  gate: string;
  direction: Direction;
  arrived: number;
  cleared: number;
  live: number;
  waitingKey: number;
  late: number;
}

export interface Overview {
  asOfSeq: number;
  asOf: string;
  clock: { now: string; factor: number };
  gates: GateCount[];
  backlog: Record<string, number>;
  openCases: number;
}

export interface DailyReport {
  rows: { gate: string; direction: Direction; arrivals: number; cleared: number }[];
  backlog2000: { gate: string; backlog: number }[];
}

/** An answer that is an error: what the server said (RFC 9457), or that it said nothing. */
export class Fault extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly violations: readonly Violation[] = [],
    /** Every condition that is not met. */
    readonly unmet: readonly string[] = [],
    /** So many seconds it wants to be left alone. */
    readonly wait = 0,
  ) {
    super(`${status} ${code}`);
  }
}

export const NETWORK = 0;

/** Which complex the server that sent this page is for: it says so in the page. */
const complex = document.querySelector<HTMLMetaElement>('meta[name="clearway-complex"]')?.content;
const base = `/v1/${encodeURIComponent(complex ?? '')}`;

async function readFault(response: Response): Promise<Fault> {
  let code = String(response.status);
  let detail = response.statusText;
  let violations: Violation[] = [];
  let unmet: string[] = [];
  try {
    const problem = (await response.json()) as Partial<Fault> & { title?: string };
    code = problem.code ?? code;
    detail = problem.detail ?? problem.title ?? detail;
    violations = [...(problem.violations ?? [])];
    unmet = [...(problem.unmet ?? [])];
  } catch {
    // Not a problem document: the status alone has to do.
  }
  const wait = Number(response.headers.get('Retry-After') ?? 0);
  return new Fault(response.status, code, detail, violations, unmet, wait);
}

/** What went wrong, whatever was thrown. */
export const faultOf = (reason: unknown): Fault =>
  reason instanceof Fault ? reason : new Fault(NETWORK, 'NETWORK', String(reason));

/** Of who signed in: the browser holds the session, no script sees it. */
export const SESSION = '';

/** Who asks: by a token or the session, as whom if that is known, and who hears that it is over. */
export interface Asker {
  token: string;
  who: string;
  over: (fault: Fault) => void;
}

let asker: Asker | null = null;
export const askAs = (next: Asker | null): void => void (asker = next);

/** Whether a person did something since the last request: only that keeps a session. */
export const person = { acted: true };

/** It was not heard, or not as who said it: said again later it may be. */
export const unheard = ({ status, code }: Fault): boolean =>
  [NETWORK, 401, 408, 429].includes(status) ||
  status >= 500 ||
  code === 'ANOTHER_PERSON' ||
  code === 'PASSWORD_INITIAL';

/** Without saying who asks. */
export async function knock(path: string, signal: AbortSignal, sent: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(base + path, { cache: 'no-store', signal, ...sent });
  } catch (reason) {
    if (signal.aborted) throw reason;
    throw new Fault(NETWORK, 'NETWORK', String(reason));
  }
  if (!response.ok) throw await readFault(response);
  return response;
}

export async function ask(
  path: string,
  signal: AbortSignal,
  headers: Record<string, string> = {},
  sent: RequestInit = {},
): Promise<Response> {
  const by = asker;
  if (by === null) throw new Fault(401, 'NOT_SIGNED_IN', 'nobody is signed in');
  const own: Record<string, string> = {};
  if (by.who !== '') own['Clearway-Actor'] = by.who;
  if (by.token === SESSION) {
    own['Clearway-Request'] = '1';
    if (!person.acted) own['Clearway-Background'] = '1';
    person.acted = false;
  } else own['Authorization'] = `Bearer ${by.token}`;
  try {
    return await knock(path, signal, { headers: { ...own, ...headers }, ...sent });
  } catch (reason) {
    const { code } = faultOf(reason);
    if (by === asker && (code === 'NOT_SIGNED_IN' || code === 'ANOTHER_PERSON')) by.over(faultOf(reason));
    throw reason;
  }
}

export async function read<T>(path: string, signal: AbortSignal): Promise<T> {
  return (await (await ask(path, signal)).json()) as T;
}
