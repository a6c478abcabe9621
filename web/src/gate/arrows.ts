/** The row that a key leads to in a list of so many, of which a page shows some; null if to none. */
export function rowFrom(at: number, key: string, many: number, page: number): number | null {
  const step: Record<string, number> = {
    ArrowDown: at + 1,
    ArrowUp: at < 0 ? 0 : at - 1,
    PageDown: at + page,
    PageUp: at - page,
    Home: 0,
    End: many - 1,
  };
  const next = step[key];
  return next === undefined ? null : Math.min(many - 1, Math.max(0, next));
}
