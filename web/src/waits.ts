/** Who has to act before a vehicle goes on, and since when: those of one minute together, the longest first. */
import { dateOf, dayOf, minuteOf, HERE, THERE } from './times';
import type { OfficersAgency } from './wire';
import type { Language } from './words';

export interface Awaited {
  waitingFor?: OfficersAgency[];
  /** Since when each of them, in the same order. */
  waitingSince?: string[];
}

export interface Waited {
  agencies: OfficersAgency[];
  /** By both clocks, with the day where it is not today's; null when it is not known. */
  since: [string, string] | null;
}

export function waitedOf({ waitingFor = [], waitingSince = [] }: Awaited, now: number, language: Language): Waited[] {
  const all = waitingFor
    .map((agency, at) => ({ agency, time: Date.parse(waitingSince[at] ?? '') }))
    .sort((a, b) => (a.time || 0) - (b.time || 0));
  const groups: Waited[] = [];
  for (const { agency, time } of all) {
    const since = Number.isNaN(time) ? null : clocksOf(time, now, language);
    const last = groups.at(-1);
    if (last !== undefined && String(last.since) === String(since)) last.agencies.push(agency);
    else groups.push({ agencies: [agency], since });
  }
  return groups;
}

function clocksOf(time: number, now: number, language: Language): [string, string] {
  const day = dayOf(time) === dayOf(now) ? '' : `${dateOf(time, language)} `;
  return [day + minuteOf(time, HERE), minuteOf(time, THERE)];
}
