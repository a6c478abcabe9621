/** The cashier's words, a file a language; loaded with its page. */
import { chargeDictionary, type ChargeWord } from '../chargewords';
import { dictionaryOf, onceEach } from '../spoken';
import { saying, type Say } from '../words';
import type { MoneyWords } from './moneywords.vi';

export type MoneyWord = keyof MoneyWords | ChargeWord;

export const moneyDictionary = dictionaryOf<MoneyWords>({
  vi: () => import('./moneywords.vi'),
  zh: () => import('./moneywords.zh'),
  en: () => import('./moneywords.en'),
});

export const moneySay = onceEach<Say<MoneyWord>>((language) =>
  saying({ ...chargeDictionary[language], ...moneyDictionary.of(language) }, language),
);
