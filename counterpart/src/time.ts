/** Times are milliseconds since 1970; the gates' day and its texts are those of +07:00. */
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const OFFSET = 7 * HOUR;

/** `2026-01-15T07:00:00+07:00` */
export function iso(time: number): string {
  return new Date(time + OFFSET).toISOString().slice(0, 19) + "+07:00";
}

/** `2026-01-15` */
export function dateOf(time: number): string {
  return iso(time).slice(0, 10);
}

/** The first moment of a local day. */
export function startOf(date: string): number {
  const time = Date.parse(`${date}T00:00:00+07:00`);
  if (Number.isNaN(time)) throw new Error(`not a date: ${date}`);
  return time;
}

/** `20:00` as milliseconds after midnight; `24:00` is the end of the day. */
export function clockTime(text: string): number {
  const parts = /^(\d{2}):(\d{2})$/.exec(text);
  if (!parts) throw new Error(`not a time of day: ${text}`);
  return Number(parts[1]) * HOUR + Number(parts[2]) * MINUTE;
}
