/** The words of the page of people, a file a language; loaded with the page. */
import { dictionaryOf } from '../spoken';
import type { PeopleWords } from './peoplewords.vi';

export type PeopleWord = keyof PeopleWords;

export const peopleDictionary = dictionaryOf<PeopleWords>({
  vi: () => import('./peoplewords.vi'),
  zh: () => import('./peoplewords.zh'),
  en: () => import('./peoplewords.en'),
});
