/** The words of transshipment, a file a language; loaded with its page. */
import { changeDictionary, type ChangeWord } from '../changewords';
import { dictionaryOf, onceEach } from '../spoken';
import { saying, type Say } from '../words';
import type { ChangingWords } from './changingwords.vi';

export type ChangingWord = keyof ChangingWords | ChangeWord;

export const changingDictionary = dictionaryOf<ChangingWords>({
  vi: () => import('./changingwords.vi'),
  zh: () => import('./changingwords.zh'),
  en: () => import('./changingwords.en'),
});

export const changingSay = onceEach<Say<ChangingWord>>((language) =>
  saying({ ...changeDictionary[language], ...changingDictionary.of(language) }, language),
);
