/** What was typed with a proposal: kept in this tab until another operator has approved it and it is done. */
import type { Wish } from './accounts';

const KEY = 'clearway.people.';

export interface Kept {
  /** Whose it is: nobody else does it here. */
  who: string;
  at: number;
  wish: Wish;
}

export const keep = (proposal: string, kept: Kept): void =>
  sessionStorage.setItem(KEY + proposal, JSON.stringify(kept));

export const forget = (proposal: string): void => sessionStorage.removeItem(KEY + proposal);

export function keptOf(proposal: string, who: string): Wish | null {
  try {
    const found = JSON.parse(sessionStorage.getItem(KEY + proposal) ?? 'null') as Kept | null;
    return found?.who === who ? found.wish : null;
  } catch {
    return null;
  }
}

/** What stands no more is forgotten, but for what was proposed after the list was asked for. */
export function forgetOthers(standing: ReadonlySet<string>, askedAt: number): void {
  const names = Array.from({ length: sessionStorage.length }, (_, i) => sessionStorage.key(i) ?? '');
  for (const name of names.filter((one) => one.startsWith(KEY))) {
    const proposal = name.slice(KEY.length);
    let at = 0;
    try {
      at = (JSON.parse(sessionStorage.getItem(name) ?? '{}') as Partial<Kept>).at ?? 0;
    } catch {
      // Not ours to read: forgotten.
    }
    if (!standing.has(proposal) && at < askedAt) forget(proposal);
  }
}
