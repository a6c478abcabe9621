/** What people type, as short as they like, and what it means. */
import { dayOf, timeAt, written } from '../times';
import { plateText } from '../plates';
import type { Language } from '../words';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

const two = (digits: string | number): string => String(digits).padStart(2, '0');

const clock = (text: string): string | null => {
  const match = /^(\d{1,2})(?:[:hH.]?(\d{2})|[hH])$/.exec(text);
  if (match === null) return null;
  const [hours, minutes] = [Number(match[1]), Number(match[2] ?? 0)];
  return hours < 24 && minutes < 60 ? `${two(hours)}:${two(minutes)}` : null;
};

/**
 * A time to come: `1430` is the next 14:30, `+2h`, `+1h30` and `+45'` count from now, `27 0730` and
 * `27/11 0730` name the day. Answers as `2026-11-27 07:30` by our clock; null when it is none of these.
 */
export function arrival(typed: string, now: number, language: Language): string | null {
  const text = typed.trim();
  const later = /^\+\s*(?:(\d{1,3})\s*[hH]?(\d{2})?|(\d{1,4})\s*['′mp])$/.exec(text);
  if (later !== null) {
    const [, hours = '0', rest = '0', minutes] = later;
    const length = minutes === undefined ? Number(hours) * 60 + Number(rest) : Number(minutes);
    return written(Math.ceil((now + length * MINUTE) / MINUTE) * MINUTE);
  }
  const alone = clock(text);
  if (alone !== null) {
    const today = timeAt(dayOf(now), alone);
    return written(today >= now ? today : today + DAY);
  }
  const parts = /^(\S+)[ T]+(\S+)$/.exec(text);
  const time = parts?.[2] === undefined ? null : clock(parts[2]);
  const day = parts?.[1] === undefined || time === null ? null : dateTyped(parts[1], now, language);
  return day === null || time === null ? null : `${day} ${time}`;
}

/**
 * A day: `1112`, `11/12`, `111226`, `11` (of this month or the next) or in full. The Chinese way puts
 * the month first. Without a year it is the next such day.
 */
export function dateTyped(typed: string, now: number, language: Language): string | null {
  const text = typed.trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso !== null) return real(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const [thisYear = 0, thisMonth = 0] = dayOf(now).split('-').map(Number);
  const alone = /^(\d{1,2})$/.exec(text);
  if (alone !== null) return next(thisYear, thisMonth, Number(alone[1]), now, 'month');
  const match =
    /^(\d{2})(\d{2})(\d{2}|\d{4})?$/.exec(text) ??
    /^(\d{1,2})[/.\-月](\d{1,2})日?(?:[/.-](\d{4}|\d{2}))?$/.exec(text);
  if (match === null) return null;
  const [, first, second, year] = match;
  const [month, day] = language === 'zh' ? [first, second] : [second, first];
  if (year !== undefined) {
    return real(Number(year) + (year.length === 2 ? 2000 : 0), Number(month), Number(day));
  }
  return next(thisYear, Number(month), Number(day), now, 'year');
}

function next(year: number, month: number, day: number, now: number, step: 'month' | 'year') {
  const found = real(year, month, day);
  if (found !== null && found >= dayOf(now)) return found;
  if (step === 'year') return real(year + 1, month, day);
  return month === 12 ? real(year + 1, 1, day) : real(year, month + 1, day);
}

function real(year: number, month: number, day: number): string | null {
  const text = `${year}-${two(month)}-${two(day)}`;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text) ? text : null;
}

/**
 * Kilograms: `18500`, or tonnes as `18,5`, `18.5`, `18t` and whole numbers under a hundred. Three
 * digits behind a mark are the same in both readings: `24,380` is 24 380 kg.
 */
export function weight(typed: string): string | null {
  const match = /^(\d+)(?:[.,](\d{1,3}))?\s*(t|kg|tấn|吨|公斤)?$/i.exec(typed.trim().replace(/ /g, ''));
  if (match === null) return null;
  const [, whole = '0', part, unit] = match;
  const kilograms = /^(kg|公斤)$/i.test(unit ?? '');
  const tonnes = !kilograms && (part !== undefined || unit !== undefined || whole.length <= 2);
  if (tonnes) return String(Number(whole) * 1000 + Number((part ?? '0').padEnd(3, '0')));
  return part === undefined || part.length === 3 ? String(Number(whole + (part ?? ''))) : null;
}

export function plate(typed: string): string {
  return plateText(normalised(typed)).replace(/^(\p{Script=Han}[A-Z])·/u, '$1');
}

/** Capitals without blanks, dots, hyphens: what two plates are compared by. */
export const normalised = (typed: string): string =>
  typed.toLocaleUpperCase('en').replace(/[\s.\-·]/g, '');

/** A domestic number gets its country: Viet Nam's begin with 0, China's mobile numbers with 1. */
export function phone(typed: string): string {
  const digits = typed.replace(/[\s.\-()]/g, '');
  if (/^0\d{8,10}$/.test(digits)) return `+84${digits.slice(1)}`;
  return /^1\d{10}$/.test(digits) ? `+86${digits}` : digits;
}

/** `dlor0042` as VN-DLOR-0042. */
export function area(typed: string): string {
  const text = typed.trim().toLocaleUpperCase('en').replace(/\s/g, '');
  const match = /^(?:VN)?([A-Z]{2,})(\d+)$/.exec(text);
  return match === null ? text : `VN-${match[1]}-${match[2]}`;
}

export const code = (typed: string): string => typed.trim().toLocaleUpperCase('en');
export const digits = (typed: string): string => typed.replace(/[\s.\-]/g, '');

/** Dong: `1500000`, `1.500.000`, `1500k`, `1,5tr`, `150万`; null when it is none of these. */
export function money(typed: string): string | null {
  const text = typed.trim().toLocaleLowerCase('en').replace(/\s|₫|vnd|đồng|đ$/g, '');
  if (/^\d{1,3}([.,]\d{3})+$/.test(text)) return text.replace(/[.,]/g, '');
  const match = /^(\d+)(?:[.,](\d{1,6}))?(k|tr|triệu|m|万)?$/.exec(text);
  if (match === null) return null;
  const [, whole = '0', part = '', unit = ''] = match;
  const places = unit === '' ? 0 : unit === 'k' ? 3 : unit === '万' ? 4 : 6;
  return part.length > places ? null : String(Number(whole + part.padEnd(places, '0')));
}

/** Without marks and in small letters, so that `sau` finds Sầu riêng. */
export const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLocaleLowerCase('en');

/**
 * Typing over a number from its end: what was typed stands there, the beginning stays. Whoever types
 * all of it has replaced all of it.
 */
export const overEnd = (before: string, typed: string): string =>
  typed.length >= before.length ? typed : before.slice(0, before.length - typed.length) + typed;
