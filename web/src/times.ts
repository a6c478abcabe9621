/** Times as people at this gate read them: always 24 hours, always with the side named. */
import type { Language } from './language';

/** Whose clock: ours, or that of the other side of the line. */
export type Side = 'here' | 'there';
export const HERE: Side = 'here';
export const THERE: Side = 'there';

const clockOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

function formatsIn(timeZone: string) {
  return {
    zone: timeZone,
    minute: new Intl.DateTimeFormat('en-GB', { ...clockOptions, timeZone }),
    second: new Intl.DateTimeFormat('en-GB', { ...clockOptions, second: '2-digit', timeZone }),
    day: new Intl.DateTimeFormat('sv-SE', { timeZone }),
    offset: new Intl.DateTimeFormat('en-GB', { timeZone, timeZoneName: 'longOffset' }),
  };
}

let clocks = { here: formatsIn('UTC'), there: formatsIn('UTC') };

/** The zones of the place, once it is known; before that no time is shown. */
export function goBy(zone: string, facingZone: string): void {
  clocks = { here: formatsIn(zone), there: formatsIn(facingZone) };
}

/** Zones that people call by another city than the zone's name says, or in their own letters. */
const cities: Record<string, Record<Language | 'own', string>> = {
  'Asia/Ho_Chi_Minh': { own: 'Hà Nội', vi: 'Hà Nội', zh: '河内', en: 'Hanoi' },
  'Asia/Shanghai': { own: '北京', vi: 'Bắc Kinh', zh: '北京', en: 'Beijing' },
};

/** How that side's clock is called: in a language, or as it is written there. */
export function cityOf(side: Side, language: Language | 'own' = 'own'): string {
  const { zone } = clocks[side];
  return cities[zone]?.[language] ?? zone.replace(/^.*\//, '').replaceAll('_', ' ');
}

const locales: Record<Language, string> = { vi: 'vi-VN', zh: 'zh-CN', en: 'en-GB' };
export const localeOf = (language: Language): string => locales[language];

const numberFormats: Record<Language, Intl.NumberFormat> = {
  vi: new Intl.NumberFormat(locales.vi),
  zh: new Intl.NumberFormat(locales.zh),
  en: new Intl.NumberFormat(locales.en),
};
const englishDay = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

export const minuteOf = (time: number, side: Side): string => clocks[side].minute.format(time);
export const secondOf = (time: number, side: Side): string => clocks[side].second.format(time);

/** By the clocks of both sides, as sentences name them. */
export const onBothClocks = (time: number): [string, string] => [
  minuteOf(time, HERE),
  minuteOf(time, THERE),
];

/** The gate's day, ISO, by our clock. */
export const dayOf = (time: number): string => clocks.here.day.format(time);

/** How far our clock is from UTC at that time, as the standard writes it. */
function offsetAt(time: number): string {
  const name = clocks.here.offset.formatToParts(time).find((part) => part.type === 'timeZoneName');
  return /[+-]\d\d:\d\d/.exec(name?.value ?? '')?.[0] ?? 'Z';
}

/** A day and a clock of ours with their offset, as the interface has it. */
export function stamped(day: string, clock: string): string {
  const bare = `${day}T${clock}:00`;
  const near = Date.parse(`${bare}Z`);
  if (Number.isNaN(near)) return bare;
  const first = Date.parse(bare + offsetAt(near));
  return bare + offsetAt(first);
}

/** When our clock shows that; NaN when it never does. */
export const timeAt = (day: string, clock: string): number => Date.parse(stamped(day, clock));

/** `2026-11-27 07:30` by our clock. */
export const written = (time: number): string => `${dayOf(time)} ${minuteOf(time, HERE)}`;

export const weekdayOf = (time: number, language: Language): string =>
  new Intl.DateTimeFormat(locales[language], {
    weekday: 'short',
    timeZone: clocks.here.zone,
  }).format(time);

export const dateOf = (time: number, language: Language): string => dayText(dayOf(time), language);

/** An ISO day as it is read. */
export function dayText(iso: string, language: Language): string {
  const [year, month, day] = iso.split('-');
  switch (language) {
    case 'vi':
      return `${day}/${month}/${year}`;
    case 'zh':
      return `${year}-${month}-${day}`;
    case 'en':
      return englishDay.format(Date.parse(`${iso}T00:00:00Z`));
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
