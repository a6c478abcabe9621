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

/** Behind its kind, whose it is and who made it: when it was made, and when it ends. */
const ENDS = 1 + 16 + 16 + 8;

/** When a link says that it ends; only the server knows whether it is signed. NaN: it says nothing. */
export function endOf(link: string): number {
  try {
    const said = atob(link.replace(/^cwd_/, '').replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(said, (one) => one.charCodeAt(0));
    return Number(new DataView(bytes.buffer).getBigInt64(ENDS));
  } catch {
    return NaN;
  }
}
