/** Small pieces that the screens of all users are made of. */
import { createContext, useContext } from 'react';
import type { Priority } from './judge';
import { plateText } from './plates';
import type { Language, Say } from './words';
import type { Direction, Label, Site } from './wire';

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

/** The place is called by its gates. */
export const placeName = (site: Site, language: Language): string =>
  site.gates.map((gate) => labelOf(gate.name, language)).join(' · ');

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
