/** The words of transshipment, a file a language; loaded with its page. */
import { dictionaryOf, onceEach } from '../spoken';
import { saying, type Say } from '../words';
import type { ChangingWords } from './changingwords.vi';

export type ChangingWord = keyof ChangingWords;

export const changingDictionary = dictionaryOf<ChangingWords>({
  vi: () => import('./changingwords.vi'),
  zh: () => import('./changingwords.zh'),
  en: () => import('./changingwords.en'),
});

export const changingSay = onceEach<Say<ChangingWord>>((language) =>
  saying(changingDictionary.of(language), language),
);
