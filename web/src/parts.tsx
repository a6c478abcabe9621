/** Small pieces that both views use. */
import { createContext, useContext } from 'react';
import { againOf, agencyNames, missing, type Action, type Priority } from './judge';
import { plateText } from './plates';
import { BEIJING, HANOI, lengthOf, minuteOf } from './times';
import type { Language, Say } from './words';
import type { CrossingRow, Direction, Label, Site } from './wire';

export interface Speech {
  language: Language;
  say: Say;
  site: Site | null;
}

export const SpeechContext = createContext<Speech | null>(null);

export function useSpeech(): Speech {
  const speech = useContext(SpeechContext);
  if (speech === null) throw new Error('no language around this part');
  return speech;
}

export const labelOf = (label: Label, language: Language): string => label[language];

export function gateName(speech: Speech, code: string): string {
  const line = speech.site?.lines.find((found) => found.code === code);
  return line === undefined ? code : labelOf(line.name, speech.language);
}

/** The gates on the other side that the routes of a line lead to. */
export function facingName(speech: Speech, line: string): string | undefined {
  const pairs = (speech.site?.routes ?? []).filter((route) => route.line === line);
  const names = pairs.flatMap((route) => {
    const pair = speech.site?.gates.find((gate) => gate.code === route.gate);
    return pair === undefined ? [] : [labelOf(pair.facing, speech.language)];
  });
  return names.length === 0 ? undefined : [...new Set(names)].join(' / ');
}

const shapes: Record<Priority, { path: string; digitAt: number }> = {
  1: { path: 'M2 2h16v16H2z', digitAt: 14.4 },
  2: { path: 'M10 .8 19.6 18.6H.4z', digitAt: 16.4 },
  3: { path: 'M10 0l10 10-10 10L0 10z', digitAt: 14.2 },
};

/** Priority is shape and digit first; the colour only repeats them. */
export function Mark({ priority, label }: { priority: Priority; label?: string }) {
  const { say } = useSpeech();
  const { path, digitAt } = shapes[priority];
  return (
    <svg
      className={`mark p${priority}`}
      viewBox="0 0 20 20"
      role="img"
      aria-label={label ?? say('priority', priority)}
    >
      <path d={path} />
      <text x="10" y={digitAt} textAnchor="middle">
        {priority}
      </text>
    </svg>
  );
}

export function Plate({ plate }: { plate: string | null }) {
  const { say } = useSpeech();
  return plate === null ? <i className="erased">{say('erased')}</i> : <>{plateText(plate)}</>;
}

/** Out of Viet Nam points right, into it left: as on the map of every screen. */
export function Way({ direction }: { direction: Direction }) {
  const { say } = useSpeech();
  return (
    <span className="way">
      <svg viewBox="0 0 14 10" aria-hidden="true">
        <path d={direction === 'EXPORT' ? 'M0 5h12M8 1l4 4-4 4' : 'M14 5H2M6 1 2 5l4 4'} />
      </svg>
      {say(direction)}
    </span>
  );
}

export interface Sentence {
  what: string;
  todo: string;
}

export function sentenceOf(action: Action, speech: Speech, now: number): Sentence {
  const { say } = speech;
  const row: CrossingRow = action.row;
  switch (action.kind) {
    case 'inside':
      return { what: say('actInside'), todo: say('actInsideDo', agencyNames(say, row)) };
    case 'left':
      return { what: say('actLeft'), todo: say('actLeftDo') };
    case 'late': {
      const agency = say(row.lateAgency ?? missing(row)[0] ?? 'CUSTOMS');
      return {
        what: say('actLate', agency, lengthOf(now - action.since)),
        todo: say('actLateDo', agency, gateName(speech, row.gate)),
      };
    }
    case 'again': {
      const names = againOf(row)
        .map((agency) => say(agency))
        .join(' + ');
      const due = action.since;
      return {
        what: say('actAgain', names),
        todo: say('actAgainDo', minuteOf(due, HANOI), minuteOf(due, BEIJING)),
      };
    }
    case 'unregistered':
      return { what: say('actUnregistered'), todo: say('actUnregisteredDo') };
    case 'case':
      return { what: say('actCase', row.openCases), todo: say('actCaseDo') };
  }
}
