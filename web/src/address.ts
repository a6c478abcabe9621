/** What an officer's address says behind its #: whose file is open, or which papers. */
import { useSyncExternalStore } from 'react';

function watch(watcher: () => void): () => void {
  addEventListener('hashchange', watcher);
  return () => removeEventListener('hashchange', watcher);
}

export const useHash = (): string => useSyncExternalStore(watch, () => location.hash);

export const onPapers = (hash: string): boolean => hash.startsWith('#/papers');

/** The screens for the road: advice for a plate, and roll-calls. */
export const onRoad = (hash: string): boolean => /^#\/(road|rolls)/.test(hash);

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
