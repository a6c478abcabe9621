/**
 * The words of the officers' screens, kept apart from the others so that a trader does not load them; a file
 * a language. A key that a language lacks is a compile error. Terms follow the glossary of the gates.
 */
import { dictionaryOf } from '../spoken';
import type { DeskWords } from './deskwords.vi';

export type DeskWord = keyof DeskWords;

export const deskDictionary = dictionaryOf<DeskWords>({
  vi: () => import('./deskwords.vi'),
  zh: () => import('./deskwords.zh'),
  en: () => import('./deskwords.en'),
});
