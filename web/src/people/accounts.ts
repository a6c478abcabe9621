/** The accounts and proposals as the server says them, and what an operator asks of it. */
import { officersAgencies, type Me } from '../wire';

export type Role = Exclude<Me['role'], 'SYSTEM'>;

/** In the order in which they are offered and listed. */
export const roles: readonly Role[] = ['OPERATOR', ...officersAgencies, 'YARD', 'TRADER', 'READER', 'GATE_DEVICE'];

export const days = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const;
export type Day = (typeof days)[number];

export interface Shift {
  days: readonly Day[];
  from: string;
  to: string;
}

export interface Scope {
  gates?: readonly string[];
  yards?: readonly string[];
  company?: string;
  shifts?: readonly Shift[];
}

export interface Account extends Scope {
  id: string;
  role: Me['role'];
  label: string;
}

export interface Voice {
  at: string;
  /** Absent when that account was revoked. */
  by?: string;
}

export interface Proposal {
  id: string;
  matter: 'ENROL_ACTOR' | 'RESCOPE_ACTOR' | 'RENEW_SECRET';
  statement: string;
  subject: string;
  expiresAt: string;
  proposed: Voice;
  approved?: Voice;
}

/** What shall be done about an account; a name to sign in by is no part of what is approved. */
export type Wish =
  | { kind: 'enrol'; id: string; role: Role; label: string; scope: Scope; name: string }
  | { kind: 'rescope'; actor: string; scope: Scope }
  | { kind: 'renew'; actor: string; name: string };

export interface Asked {
  path: string;
  body: object;
}

/** As the operation that does it wants it. */
export function doing(wish: Wish): Asked {
  switch (wish.kind) {
    case 'enrol': {
      const { id, role, label, scope, name } = wish;
      return { path: '/actors', body: { id, role, label, ...scope, ...(name === '' ? {} : { name }) } };
    }
    case 'rescope':
      return { path: `/actors/${wish.actor}/scope`, body: wish.scope };
    case 'renew':
      return { path: `/actors/${wish.actor}/password`, body: { name: wish.name } };
  }
}

/** The same, for another operator to approve. */
export function proposing(proposal: string, wish: Wish): Asked {
  const path = '/proposals';
  switch (wish.kind) {
    case 'enrol': {
      const { id, role, label, scope } = wish;
      return { path, body: { id: proposal, enrol: { id, role, label, ...scope } } };
    }
    case 'rescope':
      return { path, body: { id: proposal, rescope: { actor: wish.actor, ...wish.scope } } };
    case 'renew':
      return { path, body: { id: proposal, renewPassword: { actor: wish.actor } } };
  }
}

export const isOfficer = (role: string): boolean => (officersAgencies as readonly string[]).includes(role);

/** Of whom it is said beforehand that it takes two; the server decides. */
export const takesTwo = (role: string): boolean => isOfficer(role) || role === 'OPERATOR';

/** What is typed about an account, whatever its role will be. */
export interface Draft {
  id: string;
  role: Role | '';
  label: string;
  name: string;
  gates: readonly string[];
  yards: readonly string[];
  company: string;
  shifts: readonly Shift[];
}

export const draftOf = (account: Partial<Account> & { id: string }): Draft => ({
  id: account.id,
  role: (account.role ?? '') as Role | '',
  label: account.label ?? '',
  name: '',
  gates: account.gates ?? [],
  yards: account.yards ?? [],
  company: account.company ?? '',
  shifts: account.shifts ?? [],
});

/** A time of day as people type it: 6, 6:30, 0630. What is none stays as it is, and the server says so. */
function clock(typed: string): string {
  const found = /^(\d{1,2})(?:[:.h]?(\d{2}))?$/.exec(typed.trim());
  return found === null ? typed.trim() : `${(found[1] ?? '').padStart(2, '0')}:${found[2] ?? '00'}`;
}

/** What of it counts for its role; nothing is said that does not limit. */
export function scopeOf(draft: Draft, yardsThere: readonly string[]): Scope {
  const yards = draft.yards.filter((yard) => yardsThere.includes(yard));
  const company = draft.company.replace(/\s/g, '');
  return {
    ...(draft.gates.length > 0 ? { gates: draft.gates } : {}),
    ...(draft.role === 'YARD' && yards.length > 0 ? { yards } : {}),
    ...(draft.role === 'TRADER' && company !== '' ? { company } : {}),
    ...(isOfficer(draft.role) && draft.shifts.length > 0
      ? { shifts: draft.shifts.map((one) => ({ ...one, from: clock(one.from), to: clock(one.to) })) }
      : {}),
  };
}
