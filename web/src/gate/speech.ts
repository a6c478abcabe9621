/** How the officers' screens speak: with the words of the frame and their own. */
import { useMemo } from 'react';
import { useSpeech as useFrameSpeech, type Speech as FrameSpeech } from '../parts';
import { dictionary, saying, type Language, type Say as Saying, type Word as FrameWord } from '../words';
import { deskDictionary, type DeskWord } from './deskwords';

export type Word = FrameWord | DeskWord;
export type Say = Saying<Word>;

export interface Speech extends FrameSpeech {
  say: Say;
}

const says: Record<Language, Say> = {
  vi: saying({ ...dictionary.vi, ...deskDictionary.vi }, 'vi'),
  zh: saying({ ...dictionary.zh, ...deskDictionary.zh }, 'zh'),
  en: saying({ ...dictionary.en, ...deskDictionary.en }, 'en'),
};

export function useSpeech(): Speech {
  const frame = useFrameSpeech();
  return useMemo(() => ({ ...frame, say: says[frame.language] }), [frame]);
}

/** Words that come from the server as codes: known ones are said, unknown ones shown as they are. */
export const sayCode = (say: Say, code: string): string =>
  Object.hasOwn(dictionary.vi, code) || Object.hasOwn(deskDictionary.vi, code)
    ? say(code as Word)
    : code;
