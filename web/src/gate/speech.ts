/** How the officers' screens speak: with the words of the frame and their own. */
import { useMemo } from 'react';
import { useSpeech as useFrameSpeech, type Speech as FrameSpeech } from '../parts';
import { onceEach } from '../spoken';
import { dictionary, saying, type Say as Saying, type Word as FrameWord } from '../words';
import { passageDictionary, type PassageWord } from '../passagewords';
import { deskDictionary, type DeskWord } from './deskwords';

export type Word = FrameWord | PassageWord | DeskWord;
export type Say = Saying<Word>;

export interface Speech extends FrameSpeech {
  say: Say;
}

export const says = onceEach<Say>((language) =>
  saying({ ...dictionary[language], ...passageDictionary[language], ...deskDictionary.of(language) }, language),
);

export function useSpeech(): Speech {
  const frame = useFrameSpeech();
  return useMemo(() => ({ ...frame, say: says(frame.language) }), [frame]);
}

/** Words that come from the server as codes: known ones are said, unknown ones shown as they are. */
export const sayCode = (say: Say, code: string): string =>
  Object.hasOwn(dictionary.vi, code) || deskDictionary.has(code) ? say(code as Word) : code;
