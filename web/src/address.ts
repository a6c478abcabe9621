/** What an officer's address says behind its #: whose file is open, or which papers. */
import { useSyncExternalStore } from 'react';
import type { Me } from './wire';

function watch(watcher: () => void): () => void {
  addEventListener('hashchange', watcher);
  return () => removeEventListener('hashchange', watcher);
}

export const useHash = (): string => useSyncExternalStore(watch, () => location.hash);

export const onPapers = (hash: string): boolean => hash.startsWith('#/papers');

/** The screens for the road: advice for a plate, and roll-calls. */
export const onRoad = (hash: string): boolean => /^#\/(road|rolls)/.test(hash);

/** The pages of the officers; the file of a vehicle belongs to the one from which it was opened. */
export type DeskPage = 'work' | 'papers' | 'today' | 'yard' | 'changing' | 'cashier' | 'trips' | 'handover' | 'reports' | 'statistics' | 'people';

export const pageHash: Record<DeskPage, string> = {
  work: '#/work',
  papers: '#/papers',
  today: '#/',
  yard: '#/yard',
  changing: '#/transshipment',
  cashier: '#/cashier',
  trips: '#/trips',
  handover: '#/handover',
  reports: '#/reports',
  statistics: '#/statistics',
  people: '#/people',
};

/** Which pages there are for whom; the first one is where the work begins. */
export function pagesOf(me: Me | null): DeskPage[] {
  const pages: DeskPage[] = [];
  if (me?.officerOf !== undefined && me.may.includes('WORK_ON_LOAD')) pages.push('work');
  const yard = me?.may.includes('REPORT_YARD') === true;
  if (yard) pages.push('yard', 'changing');
  if (me?.agency !== undefined) pages.push('papers');
  pages.push('today');
  if (!yard && me?.may.includes('READ_ALL') === true) pages.push('changing');
  if (me?.may.includes('COLLECT_FEES') === true) pages.push('cashier');
  if (me?.officerOf === 'BORDER_GUARD') pages.push('trips');
  if (me?.officerOf !== undefined) pages.push('handover');
  if (me?.may.includes('READ_ALL') === true) pages.push('reports', 'statistics');
  if (me?.may.includes('ADMINISTER') === true) pages.push('people');
  return pages;
}

/** The page that an address shows to who has these; none of a vehicle's file. */
export function pageIn(hash: string, pages: readonly DeskPage[]): DeskPage | null {
  if (fileIn(hash) !== null) return null;
  if (onPapers(hash)) return 'papers';
  const named = pages.find((page) => pageHash[page] === hash);
  return named ?? pages[0] ?? 'today';
}

function named(hash: string, page: RegExp): string | null {
  const name = page.exec(hash)?.[1];
  try {
    return name === undefined ? null : decodeURIComponent(name);
  } catch {
    return null;
  }
}

export const fileIn = (hash: string): string | null => named(hash, /^#\/crossings\/([^/]+)$/);

export const paperIn = (hash: string): string | null => named(hash, /^#\/papers\/([^/]+)$/);
