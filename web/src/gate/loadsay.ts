/** What is said of a load: the steps by their names, what is missing in words, what became of an act. */
import { fieldName } from './fields';
import { get } from '../send';
import { gateName, labelOf } from '../parts';
import { lengthOf, minuteOf, HERE } from '../times';
import type { Held, Inspection, LoadLine, Speaker } from '../wire';
import type { Outcome } from './act';
import { dueOf, isInspection, isKey, lateAt } from './loads';
import { sayCode, type Say, type Speech, type Word } from './speech';
import { deskDictionary } from './deskwords';
import type { Priority } from '../judge';


/** A step's name as the site has it, or that of an act that is no step. */
export function stepName(step: string, speech: Speech): string {
  if (isKey(step)) return speech.say('keyStep');
  if (isInspection(step)) return speech.say('inspection');
  const found = speech.site?.procedure?.steps.find((one) => one.code === step);
  if (found !== undefined) return labelOf(found.name, speech.language);
  return sayCode(speech.say, step);
}

/** A rule by its name; one that the site knows no more by its code. */
export function ruleName(code: string, speech: Speech): string {
  const found = speech.site?.procedure?.rules.find((one) => one.code === code);
  return found === undefined ? code : labelOf(found.name, speech.language);
}

/** Who it was, in words the next shift understands: a label alone says nothing to whoever did not choose it. */
export function speakerText({ by, role, gates = [] }: Speaker, speech: Speech): string {
  const { say } = speech;
  const label = by ?? '–';
  if (role === undefined) return label;
  const where = gates.length === 0 ? say('allGates') : gates.map((gate) => gateName(speech, gate)).join(' · ');
  return say('speaker', label, sayCode(say, role), where);
}

/** A place of inspection by its name; what only an officer named by that word. */
export function placeOf(code: string, speech: Speech): string {
  const found = speech.site?.inspections?.find((one) => one.code === code);
  return found === undefined ? code : labelOf(found.name, speech.language);
}

/** Where an inspection is done, each place once. */
export const placesOf = (inspection: Inspection, speech: Speech): string =>
  [...new Set(inspection.booked.map((one) => placeOf(one.place, speech)))].join(', ');

const known = (word: string): word is Word => deskDictionary.has(word);

/** One of the server's words for what keeps a load from leaving. */
export function unmetText(word: string, speech: Speech): string {
  const { say } = speech;
  const pair = /^(KEY|HOLD)_(.+)$/.exec(word);
  if (pair !== null) {
    return say(pair[1] === 'KEY' ? 'unmetKey' : 'unmetHold', sayCode(say, pair[2] ?? ''));
  }
  const inspection = /^INSPECTION_(.+)$/.exec(word)?.[1];
  if (inspection !== undefined) return say('waitsOf', sayCode(say, inspection), say('inspection'));
  const said = `unmet${word}`;
  if (known(said)) return say(said);
  const step = speech.site?.procedure?.steps.find((one) => one.code === word);
  if (step === undefined) return word;
  const [agency, name] = [say(step.agency), labelOf(step.name, speech.language)];
  return agency === name ? name : say('waitsOf', agency, name);
}

/** Why it is not the turn of a line's agency, and for whom it waits; null when it is, or nobody says. */
export function earlyText(line: LoadLine | undefined, speech: Speech): string | null {
  if (line === undefined || line.since !== undefined || (line.before ?? []).length === 0) return null;
  const { say } = speech;
  return say('notYetFor', say(line.agency), (line.before ?? []).map((word) => unmetText(word, speech)).join(' · '));
}

export function refusedText(code: string, unmet: readonly string[], speech: Speech): string {
  const { say } = speech;
  const word = `no${code}`;
  const why = known(word) ? say(word) : say('noOther', code);
  return unmet.length === 0
    ? why
    : `${why} ${say('stillMissing', unmet.map((one) => unmetText(one, speech)).join(' · '))}`;
}

/** In a few words, for the row. */
export function outcomeShort(outcome: Outcome, speech: Speech): string {
  const { say } = speech;
  switch (outcome.kind) {
    case 'sending':
      return say('sending');
    case 'done':
      return say('doneShort', minuteOf(outcome.at, HERE));
    case 'queued':
      return say('queuedShort', minuteOf(outcome.at, HERE));
    case 'stale':
      return say('staleShort');
    case 'refused':
      return refusedText(outcome.code, outcome.unmet, speech);
    case 'failed':
      return say('noOther', outcome.fault.code);
  }
}

export type Due = { priority: Priority | null; text: string };

/** Until when: grey in time, 2 when little is left or it is asked again, 1 when it is over. */
export function dueText(line: LoadLine, now: number, say: Say): Due {
  const due = dueOf(line);
  if (!Number.isFinite(due)) {
    return { priority: lateAt(line, now) ? 1 : null, text: '' };
  }
  const left = due - now;
  if (lateAt(line, now)) return { priority: 1, text: say('lateBy', lengthOf(Math.max(0, -left))) };
  const short = left < 5 * 60_000 || line.askedAgain === true;
  return { priority: short ? 2 : null, text: say('dueIn', lengthOf(left)) };
}

/** Both waits go on by the gate's clock after the list was read. */
export function waits(
  line: LoadLine,
  readAt: number,
  now: number,
): { ours: number; others: number } {
  const more = Math.max(0, now - readAt);
  const running = line.since !== undefined;
  return {
    ours: line.forAgencySeconds * 1000 + (running ? more : 0),
    others: line.forOthersSeconds * 1000 + (running || line.status === 'CONFIRMED' ? 0 : more),
  };
}

/** The fields that were amended after a version, by name; read from the registration. */
export async function amendedSince(
  registration: string,
  version: number,
  speech: Speech,
): Promise<string> {
  const held = await get<Held>(`/registrations/${encodeURIComponent(registration)}`);
  const fields = held.provenance.filter((one) => one.version > version).map((one) => one.field);
  return fields.map((field) => fieldName(field, speech)).join(', ');
}

