/** How what the server makes reaches the person: a page in another tab, or a file. */
import { ask } from './wire';

/** What is printed is made while somebody waits, one at a time. */
const PATIENCE = 60_000;
const MINUTE = 60_000;

const fetched = async (path: string): Promise<Response> => ask(path, AbortSignal.timeout(PATIENCE));

function linked(blob: Blob): string {
  const address = URL.createObjectURL(blob);
  setTimeout(() => URL.revokeObjectURL(address), 10 * MINUTE);
  return address;
}

/** Shows a printable page in another tab, which is opened before anything is waited for: else it is blocked. */
export async function show(path: string): Promise<void> {
  const tab = window.open('about:blank');
  try {
    const response = await fetched(path);
    const address = linked(await response.blob());
    if (tab === null) save(address, 'report.html');
    else tab.location.replace(address);
  } catch (reason) {
    tab?.close();
    throw reason;
  }
}

/** @returns the name under which it is saved */
export async function download(path: string, otherwise: string): Promise<string> {
  const response = await fetched(path);
  const header = response.headers.get('Content-Disposition') ?? '';
  const name = /filename="([^"]+)"/.exec(header)?.[1] ?? otherwise;
  save(linked(await response.blob()), name);
  return name;
}

function save(address: string, name: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
}
