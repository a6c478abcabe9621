/** The two dictionaries of the trader's screens, and how its values are said. */
import { useMemo } from 'react';
import type { Json } from '../registration/tree';
import { arrivalTime, type Values } from '../registration/values';
import { calledOf, itemOf, keyOf, listOf, lists, specs, type List, type Name } from '../registration/fields';
import type { Option } from './field';
import { knownDrivers, knownGoods, knownPlates } from './memory';
import { labelOf, useSpeech, type Speech } from '../parts';
import { countOf, dateOf, dayText, HERE, minuteOf, onBothClocks, weekdayOf } from '../times';
import { traderCode, traderWords, type TraderSay, type TraderWord } from './traderwords';
import type { Label, Violation } from '../wire';

export interface TraderSpeech extends Speech {
  tell: TraderSay;
  code: (code: string) => string;
}

export function useTell(): TraderSpeech {
  const speech = useSpeech();
  return useMemo(() => {
    const tell = traderWords(speech.language);
    return { ...speech, tell, code: (code: string) => traderCode(tell, code) };
  }, [speech]);
}

/** A fault in the page's language, with the sentence that the server sent. */
export const sentence = (fault: Violation, speech: TraderSpeech): string =>
  fault.messages === undefined ? fault.message : labelOf(fault.messages, speech.language);

export const agencies = (codes: readonly string[], speech: TraderSpeech): string => {
  const names = codes.map(speech.code);
  if (names.length < 2) return names.join('');
  const space = speech.language === 'zh' ? '' : ' ';
  const comma = speech.language === 'zh' ? '、' : ', ';
  return `${names.slice(0, -1).join(comma)}${space}${speech.tell('andWord')}${space}${names.at(-1)}`;
};

const weekdays = { vi: 'vi-VN', zh: 'zh-CN', en: 'en-GB' } as const;

export function bothClocks(time: number, speech: TraderSpeech): string {
  const text = `${weekdayOf(time, speech.language)} ${dateOf(time, speech.language)}`;
  return speech.tell('bothClocks', text, ...onBothClocks(time));
}

const codesOf = {
  direction: ['EXPORT', 'IMPORT'],
  position: ['INSIDE_GATE', 'OUTSIDE_GATE'],
  regime: [
    'EXPORT',
    'IMPORT',
    'TEMPORARY_IMPORT',
    'TEMPORARY_EXPORT',
    'MERCHANTING',
    'TRANSIT',
    'BORDER_RESIDENTS',
    'EMPTY',
    'NEW_VEHICLE',
    'RAIL',
    'RETURNED',
    'RECEIVING',
  ],
  nationality: ['VN', 'CN'],
  documentKind: ['PASSPORT', 'BORDER_PASS', 'DRIVING_LICENCE', 'OTHER'],
  paperKind: [
    'ORIGIN',
    'FUMIGATION',
    'CADMIUM_REPORT',
    'AURAMINE_O_REPORT',
    'FOOD_SAFETY',
    'ANIMAL_HEALTH',
    'OTHER',
  ],
} as const;

/** How a list and one of its items are called, and what adds one. */
export const listWords: Record<List, { all: TraderWord; one: TraderWord; add: TraderWord }> = {
  documents: { all: 'documents', one: 'oneDocument', add: 'addDriverDocument' },
  coDrivers: { all: 'coDrivers', one: 'oneCoDriver', add: 'addCoDriver' },
  coDriverDocuments: { all: 'documentNumber', one: 'oneDocument', add: 'addDocument' },
  wagons: { all: 'wagons', one: 'oneWagon', add: 'addWagon' },
  residents: { all: 'residents', one: 'oneResident', add: 'addResident' },
  residentDocuments: { all: 'documentNumber', one: 'oneDocument', add: 'addDocument' },
  certificates: { all: 'certificates', one: 'oneCertificate', add: 'addCertificate' },
};

const labelled = (list: readonly { code: string; name: Label }[], speech: TraderSpeech): Option[] =>
  list.map(({ code, name }) => ({ value: code, label: labelOf(name, speech.language), hint: code }));

/** What a field offers; undefined when it is free text without suggestions. */
export function optionsOf(name: Name, values: Values, speech: TraderSpeech): Option[] | undefined {
  const { site, tell } = speech;
  const key = calledOf(name);
  switch (key) {
    case 'direction':
    case 'position':
    case 'regime':
    case 'nationality':
    case 'documentKind':
    case 'paperKind':
      return codesOf[key].map((code) => ({ value: code, label: tell(code) }));
    case 'gate':
      return labelled(site?.lines ?? [], speech);
    case 'yard': {
      const here = site?.yards.filter((yard) => yard.line === values.gate) ?? [];
      return labelled(here.length > 0 ? here : (site?.yards ?? []), speech);
    }
    case 'route':
      return labelled(site?.routes.filter((route) => route.line === values.gate) ?? [], speech);
    case 'vehicleClass':
      return (site?.rulebook?.vehicleClasses ?? []).map((one) => ({
        value: one.code,
        label: one.code,
        hint: labelOf(one.name, speech.language),
      }));
    case 'plateLines':
      return ['1', '2'].map((lines) => ({ value: lines, label: lines }));
    case 'plate':
      if (values.regime === 'NEW_VEHICLE') return undefined;
      return knownPlates().map(({ value, hint }) => ({ value, label: value, hint }));
    case 'driver':
      return knownDrivers().map(({ value, hint }) => ({ value, label: value, hint }));
    case 'product': {
      const listed = (site?.rulebook?.commodities ?? []).map((one) => ({
        value: labelOf(one.name, speech.language),
        label: labelOf(one.name, speech.language),
        hint: one.hs[0] ?? '',
      }));
      const known = knownGoods().filter((goods) => listed.every((one) => one.value !== goods));
      return [...known.map((goods) => ({ value: goods, label: goods })), ...listed];
    }
    default:
      return specs[keyOf(name)].kind === 'flag'
        ? [
            { value: 'false', label: tell('no') },
            { value: 'true', label: tell('yes') },
          ]
        : undefined;
  }
}

/** Of a choice: that its word is none of those that are offered; it stands there all the same. */
export function unlisted(name: Name, value: string, values: Values, speech: TraderSpeech): string | undefined {
  const { kind } = specs[keyOf(name)];
  if (value === '' || (kind !== 'choice' && kind !== 'flag')) return undefined;
  const options = optionsOf(name, values, speech) ?? [];
  const known = options.length === 0 || options.some((option) => option.value === value);
  return known ? undefined : speech.tell('notInList');
}

/** A value as it is read. */
export function shownText(name: Name, value: string, values: Values, speech: TraderSpeech): string {
  if (value === '') return '';
  const { kind } = specs[keyOf(name)];
  if (kind === 'weight') return /^\d+$/.test(value) ? `${countOf(Number(value), speech.language)} kg` : value;
  if (kind === 'money') return /^\d+$/.test(value) ? `${countOf(Number(value), speech.language)} ₫` : value;
  if (kind === 'whole') return /^\d+$/.test(value) ? countOf(Number(value), speech.language) : value;
  if (kind === 'date' && /^\d{4}-\d\d-\d\d$/.test(value)) {
    return dayText(value, speech.language);
  }
  if (kind === 'arrival') {
    const time = arrivalTime(value);
    return time === undefined ? value : `${minuteOf(time, HERE)} ${dateOf(time, speech.language)}`;
  }
  if (kind === 'choice' || kind === 'flag') {
    const other = unlisted(name, value, values, speech);
    return other === undefined
      ? (optionsOf(name, values, speech)?.find((option) => option.value === value)?.label ?? value)
      : `${value} – ${other}`;
  }
  return value;
}

/** The line under a field: what the typed text means. */
export function helpOf(name: Name, value: string, speech: TraderSpeech): string | undefined {
  const { kind } = specs[keyOf(name)];
  if (kind === 'weight' && /^\d{3,}$/.test(value)) {
    const kilograms = Number(value);
    const tonnes = new Intl.NumberFormat(weekdays[speech.language], { maximumFractionDigits: 3 });
    return speech.tell('kilograms', countOf(kilograms, speech.language), tonnes.format(kilograms / 1000));
  }
  const arrives = kind === 'arrival' ? arrivalTime(value) : undefined;
  if (arrives !== undefined) return bothClocks(arrives, speech);
  const reads = kind === 'date' ? /^\d{4}-\d\d-\d\d$/ : kind === 'money' ? /^\d{4,}$/ : null;
  if (reads?.test(value) === true) return shownText(name, value, {}, speech);
  return undefined;
}

const hows: Partial<Record<string, TraderWord>> = {
  arrival: 'howArrival',
  date: 'howDate',
  weight: 'howWeight',
  money: 'howMoney',
  texts: 'howTexts',
};

export const howOf = (name: Name, tell: TraderSay): string | undefined => {
  const word = hows[specs[keyOf(name)].kind];
  return word === undefined ? undefined : tell(word);
};

/** What cannot be read at all is said at once; everything else is the server's to say. */
export function unreadable(name: Name, value: string, speech: TraderSpeech): string | undefined {
  const { kind } = specs[keyOf(name)];
  const fine =
    value === '' ||
    (['weight', 'whole', 'money'].includes(kind)
      ? /^\d+$/.test(value)
      : kind === 'arrival'
        ? /^\d{4}-\d\d-\d\d \d\d:\d\d$/.test(value)
        : kind === 'date'
          ? /^\d{4}-\d\d-\d\d$/.test(value)
          : true);
  return fine ? undefined : (howOf(name, speech.tell) ?? undefined);
}

export const labelText = (name: Name, tell: TraderSay, regime?: string): string =>
  tell(calledOf(name, regime));

/** A field's label with whose it is, where that is not seen from where it stands. */
export function placeText(name: Name, tell: TraderSay, regime?: string): string {
  const label = labelText(name, tell, regime);
  const list = listOf(keyOf(name));
  if (list === undefined) return itemOf(name) === 0 ? label : `${tell('line', itemOf(name) + 1)}: ${label}`;
  return `${tell(listWords[lists[list].within ?? list].one, itemOf(name) + 1)}: ${label}`;
}
export const textOf = (value: Json | undefined): string => (value === undefined || value === null ? '' : String(value));
