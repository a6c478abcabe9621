/**
 * The words of the trader's screens, kept apart from the others so that an officer loads them only where
 * fields of a registration are named; a file a language. A key that a language lacks is a compile error.
 * Terms follow the glossary.
 */
import { dictionaryOf } from '../spoken';
import { saying, type Language, type Say } from '../words';
import type { TraderWords } from './traderwords.vi';

export type TraderWord = keyof TraderWords;
export type TraderSay = Say<TraderWord>;

export const traderDictionary = dictionaryOf<TraderWords>({
  vi: () => import('./traderwords.vi'),
  zh: () => import('./traderwords.zh'),
  en: () => import('./traderwords.en'),
});

export const traderWords = (language: Language): TraderSay => saying(traderDictionary.of(language), language);

/** Words that come from the server as codes: known ones are said, unknown ones shown as they are. */
export const traderCode = (say: TraderSay, code: string): string =>
  traderDictionary.has(code) ? say(code) : code;
