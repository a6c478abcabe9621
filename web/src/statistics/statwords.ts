/** The words of statistics, a file a language; loaded with their page. */
import { dictionaryOf, onceEach } from '../spoken';
import { saying, type Say } from '../words';
import type { StatWords } from './statwords.vi';

export type StatWord = keyof StatWords;

export const statDictionary = dictionaryOf<StatWords>({
  vi: () => import('./statwords.vi'),
  zh: () => import('./statwords.zh'),
  en: () => import('./statwords.en'),
});

export const statSay = onceEach<Say<StatWord>>((language) => saying(statDictionary.of(language), language));
