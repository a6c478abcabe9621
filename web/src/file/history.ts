/** A line of a vehicle's history in words: the codes that the server tells are of the event that they stand at. */
import { gateName, labelOf } from '../parts';
import { sayCode, type Speech, type Word } from '../gate/speech';
import { isInspection, isKey } from '../gate/loads';
import { stepName, unmetText } from '../gate/loadsay';

type Saying = (code: string, speech: Speech) => string;

const word: Saying = (code, speech) => {
  const yard = speech.site?.yards.find((one) => one.code === code);
  return yard === undefined ? sayCode(speech.say, code) : labelOf(yard.name, speech.language);
};
const as =
  (kind: string): Saying =>
  (code, { say }) =>
    say(`${kind}${code}` as Word);
/** A step, a key of the entry, an inspection, a hold. */
const line: Saying = (code, speech) => {
  const { say } = speech;
  if (code === 'HOLD') return say('hold');
  if (isKey(code)) return unmetText(code, speech);
  if (isInspection(code)) return say('waitsOf', sayCode(say, code.slice('INSPECTION_'.length)), say('inspection'));
  return stepName(code, speech);
};
/** Where goods change vehicles. */
const area: Saying = (code, speech) => {
  const found = speech.site?.handling?.areas.find((one) => one.code === code);
  return found === undefined ? code : labelOf(found.name, speech.language);
};
const second: Saying = (code, speech) => (code === 'LIFT_HOLD' ? speech.say('lift') : as('channel')(code, speech));

/** What the codes of an event are, in their order; those that come after are like the last. */
const sayings: Record<string, Saying[]> = {
  ClearanceOpened: [line],
  StepsChanged: [line],
  StepRequested: [line],
  // By which rule a device confirmed stands among the steps.
  StepConfirmed: [line, (_, { say }) => say('byDevice')],
  StepRefused: [line],
  StepsVoided: [line],
  VisitEnded: [line],
  TurnsEnded: [line],
  SaidEarlier: [line],
  SecondAsked: [second],
  SecondWithdrawn: [second],
  HoldPlaced: [word, as('short')],
  ChannelSet: [as('channel')],
  ResultRecorded: [word, word, as('found')],
  VehicleTurned: [as('turn'), (code, speech) => gateName(speech, code)],
  LineCrossed: [as('way')],
  VehicleReturned: [as('came')],
  // A place in a yard is called what it is.
  PlaceAssigned: [(code) => code, word],
  TransshipmentPlanned: [as('method')],
  TransshipmentReplanned: [as('method')],
  CalledToBay: [area],
  TransshipmentStarted: [area],
  PersonsWentOut: [(code, { say }) => say('personsOut', code), word],
  StayTold: [as('stay')],
  TractorSeen: [as('tractor'), as('sight')],
  VehicleLoaded: [(code, { say }) => say('packagesOf', code)],
  OtherSideHeld: [as('side'), as('heard')],
  TravellersReturned: [(code, { say }) => say('personsBack', code)],
};

/** What a line tells beside its event; null when that is nothing. */
export function toldOf(type: string, detail: string | undefined, speech: Speech): string | null {
  if (detail === undefined || detail === '') return null;
  const own = sayings[type] ?? [word];
  return detail
    .split(' ')
    .map((code, at) => (own[at] ?? own.at(-1) ?? word)(code, speech))
    .join(' · ');
}
