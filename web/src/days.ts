/** Days that people type about what was: in the order in which their language writes them. */
import type { Language } from './language';

const DAY = 86_400_000;
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const two = (part: string | number): string => String(part).padStart(2, '0');
const timeOf = (iso: string): number => Date.parse(`${iso}T00:00:00Z`);
const isoOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** Null when the calendar has no such day. */
function real(year: string | number, month: string | number, day: string | number): string | null {
  const iso = `${String(year).padStart(4, '20')}-${two(month)}-${two(day)}`;
  const time = timeOf(iso);
  return !Number.isNaN(time) && isoOf(time) === iso ? iso : null;
}

/** The ISO day so many days on. */
export const daysOn = (iso: string, days: number): string => isoOf(timeOf(iso) + days * DAY);

/**
 * `29/8/2025`, `29 Aug 2025`, `2025年8月29日`, `2025-08-29`, `20250829`; without a year, and without a month, it is
 * the last such day until `today`. The Chinese way puts the month first. Null when it is none of these.
 */
export function dayTyped(typed: string, today: string, language: Language): string | null {
  const text = typed.trim().toLowerCase();
  const whole = /^(\d{4})(\d\d)(\d\d)$/.exec(text);
  if (whole !== null) return real(whole[1] ?? '', whole[2] ?? '', whole[3] ?? '');
  if (!/^[a-z\d\s./,年月日号-]+$/.test(text)) return null;
  const names = text.match(/[a-z]+/g) ?? [];
  const named = months.indexOf(names[0]?.slice(0, 3) ?? '');
  if (names.length > 1 || (names.length === 1 && named < 0)) return null;
  const parts = text.match(/\d+/g) ?? [];
  if (named >= 0) parts.splice(language === 'zh' ? 0 : 1, 0, String(named + 1));
  if (parts.length === 0 || parts.length > 3 || parts.some((part) => part.length > 4)) return null;
  const yearFirst = parts.length === 3 && parts[0]?.length === 4;
  const year = yearFirst ? parts.shift() : parts.length === 3 ? parts.pop() : undefined;
  const monthFirst = yearFirst || language === 'zh';
  const [day = '', month] = monthFirst && parts.length > 1 ? parts.reverse() : parts;
  if (year !== undefined) return real(year, month ?? '', day);
  return lastSuch(day, month, today);
}

function lastSuch(day: string, month: string | undefined, today: string): string | null {
  const [year = 0, thisMonth = 0] = today.split('-').map(Number);
  for (let back = 0; back < 12 * 8; back++) {
    const at = year * 12 + thisMonth - 1 - back;
    if (month !== undefined && (at % 12) + 1 !== Number(month)) continue;
    const found = real(Math.floor(at / 12), (at % 12) + 1, day);
    if (found !== null && found <= today) return found;
    if (month === undefined && back > 1) break;
  }
  return null;
}
