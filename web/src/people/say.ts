/** How the page of people speaks: of scopes, of times, and of what the server refuses. */
import { useMemo } from 'react';
import { faultSentence } from '../fault';
import { gateName, labelOf, useSpeech, type Speech as FrameSpeech } from '../parts';
import { onceEach } from '../spoken';
import { dateOf, onBothClocks } from '../times';
import { dictionary, saying, type Language, type Say as Saying, type Word as FrameWord } from '../words';
import { faultOf, type Fault, type Label } from '../wire';
import { days, isOfficer, type Account, type Day, type Proposal, type Scope, type Shift, type Voice } from './accounts';
import { peopleDictionary, type PeopleWord } from './peoplewords';

export type Say = Saying<FrameWord | PeopleWord>;

export interface Speech extends FrameSpeech {
  say: Say;
}

const says = onceEach<Say>((language) =>
  saying({ ...dictionary[language], ...peopleDictionary.of(language) }, language),
);

export function usePeople(): Speech {
  const frame = useSpeech();
  return useMemo(() => ({ ...frame, say: says(frame.language) }), [frame]);
}

/** 4 January 2021 was a Monday. */
const weekdays = onceEach((language: Language) => {
  const name = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' });
  return days.map((_, i) => name.format(Date.UTC(2021, 0, 4 + i)));
});

export const dayName = (day: Day, language: Language): string => weekdays(language)[days.indexOf(day)] ?? day;

/** Days that follow each other are said by the first and the last. */
function daysText(shift: Shift, { say, language }: Speech): string {
  const at = days.flatMap((day, i) => (shift.days.includes(day) ? [i] : []));
  const name = (i: number | undefined) => weekdays(language)[i ?? 0] ?? '';
  const [first, last] = [at[0] ?? 0, at.at(-1) ?? 0];
  if (at.length > 2 && last - first === at.length - 1) return say('daysFromTo', name(first), name(last));
  return at.map(name).join(language === 'zh' ? '、' : ', ');
}

export function yardName(speech: Speech, code: string): string {
  const yard = [...(speech.site?.yards ?? []), ...(speech.site?.parks ?? [])].find((one) => one.code === code);
  return yard === undefined ? code : labelOf(yard.name, speech.language);
}

/** For what an account counts, each part by its name. */
export function scopeParts(scope: Scope & { role: string }, speech: Speech): string[] {
  const { say } = speech;
  const gates = scope.gates ?? [];
  const yards = scope.yards ?? [];
  const shifts = scope.shifts ?? [];
  return [
    gates.length === 0 ? say('everyGate') : gates.map((gate) => gateName(speech, gate)).join(', '),
    ...(yards.length === 0 ? [] : [yards.map((yard) => yardName(speech, yard)).join(', ')]),
    ...(scope.company === undefined ? [] : [say('taxCodeIs', scope.company)]),
    ...shifts.map((one) => `${daysText(one, speech)} ${one.from}–${one.to}`),
  ];
}

/** The same, with what does not limit said too. */
export function scopeWhole(account: Account, speech: Speech): string[] {
  const { say } = speech;
  const { role, yards = [], company, shifts = [] } = account;
  return [
    ...scopeParts(account, speech),
    ...(role === 'YARD' && yards.length === 0 ? [say('everyYard')] : []),
    ...(role === 'TRADER' && company === undefined ? [say('noCompany')] : []),
    ...(isOfficer(role) && shifts.length === 0 ? [say('anyTime')] : []),
  ];
}

export function momentText(iso: string, speech: Speech): string {
  const at = Date.parse(iso);
  const [here, there] = onBothClocks(at);
  return speech.say('onBoth', here, dateOf(at, speech.language), there);
}

export const voiceText = (voice: Voice, speech: Speech): string => voice.by ?? speech.say('revokedOne');

/** Whose account a proposal is about: by its label, as far as it is known. */
export function subjectText(proposal: Proposal, accounts: readonly Account[], typed: string | undefined): string {
  return accounts.find((one) => one.id === proposal.subject)?.label ?? typed ?? '';
}

/** What is wrong, at which field; the sentence is made in the language that is spoken then. */
export interface Wrong {
  field: string;
  say: (speech: Speech) => string;
}

export const wrongAt = (field: string, word: PeopleWord): Wrong => ({ field, say: ({ say }) => say(word) });

/** At which field a refusal is shown. */
const fields: Partial<Record<string, string>> = {
  SCOPE_GATE: 'gates',
  SCOPE_YARD: 'yards',
  SCOPE_COMPANY: 'company',
  COMPANY_FIXED: 'company',
  SCOPE_SHIFT: 'shifts',
  NAME_IN_USE: 'name',
  ROLE_RESERVED: 'role',
};

const sentenced = (said: Label | undefined, code: string) => (speech: Speech) =>
  said === undefined ? code : labelOf(said, speech.language);

function refusal(fault: Fault): (speech: Speech) => string {
  const word = `no${fault.status === 404 ? 'PROPOSAL_UNKNOWN' : fault.code}`;
  return ({ say, language }) => {
    if (peopleDictionary.has(word)) return say(word);
    return fault.status === 409 ? say('noOther', fault.detail) : faultSentence(fault, say, language);
  };
}

/** Whether nobody knows if it was done: the same command may be sent again. */
export const unknown = (fault: Fault): boolean => ![400, 403, 404, 409].includes(fault.status);

/** Everything that is wrong, each at its field; what has none stands at ''. */
export function wrongsOf(reason: unknown): Wrong[] {
  const fault = faultOf(reason);
  if (fault.violations.length > 0) {
    return fault.violations.map(({ path, messages, code }) => ({
      field: path.replace(/^(enrol|rescope|renewPassword)\./, ''),
      say: sentenced(messages, code),
    }));
  }
  const why = refusal(fault);
  const again = unknown(fault);
  return [
    {
      field: fields[fault.code] ?? '',
      say: (speech) => (again ? `${why(speech)} ${speech.say('sendAgain')}` : why(speech)),
    },
  ];
}
