/** Times as people at this gate read them: always 24 hours, always with the zone named. */
import type { Language } from './words';

export type Zone = 'Asia/Ho_Chi_Minh' | 'Asia/Shanghai';
export const HANOI: Zone = 'Asia/Ho_Chi_Minh';
export const BEIJING: Zone = 'Asia/Shanghai';

const clockOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

const minuteFormats: Record<Zone, Intl.DateTimeFormat> = {
  [HANOI]: new Intl.DateTimeFormat('en-GB', { ...clockOptions, timeZone: HANOI }),
  [BEIJING]: new Intl.DateTimeFormat('en-GB', { ...clockOptions, timeZone: BEIJING }),
};
const secondFormats: Record<Zone, Intl.DateTimeFormat> = {
  [HANOI]: new Intl.DateTimeFormat('en-GB', { ...clockOptions, second: '2-digit', timeZone: HANOI }),
  [BEIJING]: new Intl.DateTimeFormat('en-GB', {
    ...clockOptions,
    second: '2-digit',
    timeZone: BEIJING,
  }),
};
const isoDay = new Intl.DateTimeFormat('sv-SE', { timeZone: HANOI });
const numberLocales: Record<Language, string> = { vi: 'vi-VN', zh: 'zh-CN', en: 'en-GB' };
const numberFormats: Record<Language, Intl.NumberFormat> = {
  vi: new Intl.NumberFormat(numberLocales.vi),
  zh: new Intl.NumberFormat(numberLocales.zh),
  en: new Intl.NumberFormat(numberLocales.en),
};
const englishDay = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: HANOI,
});

export const minuteOf = (time: number, zone: Zone): string => minuteFormats[zone].format(time);
export const secondOf = (time: number, zone: Zone): string => secondFormats[zone].format(time);

/** By the clocks of both sides, as sentences name them. */
export const onBothClocks = (time: number): [string, string] => [
  minuteOf(time, HANOI),
  minuteOf(time, BEIJING),
];

/** The gate's day, ISO, in Hà Nội. */
export const dayOf = (time: number): string => isoDay.format(time);

export function dateOf(time: number, language: Language): string {
  const [year, month, day] = dayOf(time).split('-');
  switch (language) {
    case 'vi':
      return `${day}/${month}/${year}`;
    case 'zh':
      return `${year}-${month}-${day}`;
    case 'en':
      return englishDay.format(time);
  }
}

/** A length of time, in whole minutes: <1′, 12′, 3 h 05′, 2 d 4 h. */
export function lengthOf(milliseconds: number): string {
  const minutes = Math.floor(milliseconds / 60_000);
  if (minutes < 1) return '<1′';
  if (minutes < 60) return `${minutes}′`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return `${hours} h ${String(minutes % 60).padStart(2, '0')}′`;
  return `${Math.floor(hours / 24)} d ${hours % 24} h`;
}

export const countOf = (value: number, language: Language): string =>
  numberFormats[language].format(value);

/** PT30M, PT1H30M as milliseconds; null when it is neither. */
export function durationOf(text: string): number | null {
  const match = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$/.exec(text);
  if (match === null) return null;
  const [, hours = '0', minutes = '0', seconds = '0'] = match;
  return (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
}
