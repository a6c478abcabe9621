/** What the server says of the road to the gates, as published in openapi.json. */
import type { Direction, Label, Site } from '../wire';

export interface Place {
  code: string;
  name: Label;
  road: string;
  lines: string[];
}

export interface RoadSite extends Site {
  posts: Place[];
  parks: Place[];
}

export interface Speaker {
  role?: string;
  label?: string;
}

export interface Roll {
  id: string;
  place: string;
  stretch: string;
  openedAt: string;
  openedBy: Speaker;
  closedAt?: string;
  open: boolean;
  version: number;
  vehicles: number;
  sections: { section: number; vehicles: number }[];
}

export type Removal = 'MISTAKE' | 'LEFT' | 'TWICE';

/** A vehicle as this phone says it: the whole of it each time. */
export interface Said {
  id: string;
  revision: number;
  section: number;
  rank: number;
  plate: string;
  occurredAt: string;
  standingSince?: string;
  note?: string;
  removed?: Removal;
}

/** The same as the server holds it. */
export interface Entry extends Omit<Said, 'plate'> {
  position?: number;
  plate: string | null;
  by: Speaker;
  contradictions: string[];
  also?: { roll: string; place: string; section: number; position: number }[];
  atGate?: string;
  registered?: boolean;
}

export interface RollView extends Roll {
  entries: Entry[];
}

export type OrderWord = 'GO' | 'HOLD' | 'TURN';

export interface Reason {
  code: string;
  rule: string;
  places: string[];
  until?: string;
  standing?: { roll: string; place: string; section: number; position: number };
}

export interface Advice {
  asOf: string;
  plate: string;
  word: OrderWord | 'AT_GATE';
  to?: string;
  until?: string;
  registration?: {
    declarationNumber: string;
    gate: string;
    direction: Direction;
    plannedArrivalAt: string;
    goods: string;
  };
  reasons: Reason[];
}

export interface OrderSaid {
  id: string;
  plate: string;
  post: string;
  order: OrderWord;
  to?: string;
  reason: string;
  until?: string;
  note?: string;
  occurredAt: string;
}
