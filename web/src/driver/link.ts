/** A driver's link: the address holds it behind its #, which no server ever sees; this tab keeps it. */
const KEY = 'clearway.driver';
const MARK = '#driver=';

/** The link by which this tab was opened, taken out of the address; null: it is no driver's. */
export function driverLink(): string | null {
  if (location.hash.startsWith(MARK)) {
    sessionStorage.setItem(KEY, location.hash.slice(MARK.length));
    history.replaceState(null, '', location.pathname + location.search);
  } else if (location.hash.startsWith('#token=')) sessionStorage.removeItem(KEY);
  // A second link that is opened in the same tab changes only what stands behind the #.
  addEventListener('hashchange', () => location.hash.startsWith(MARK) && location.reload());
  return sessionStorage.getItem(KEY);
}

export const addressOf = (link: string): string => `${location.origin}${location.pathname}${MARK}${link}`;
