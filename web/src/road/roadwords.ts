/** The words of the screens for the road, a file a language; terms follow the glossary. */
import { dictionaryOf } from '../spoken';
import type { RoadWords } from './roadwords.vi';

export type RoadWord = keyof RoadWords;

export const roadDictionary = dictionaryOf<RoadWords>({
  vi: () => import('./roadwords.vi'),
  zh: () => import('./roadwords.zh'),
  en: () => import('./roadwords.en'),
});
