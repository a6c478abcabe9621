/** How the screens ask and how they send commands. */
import { ask, read } from './wire';

const never = new AbortController().signal;

/** A UUIDv7: made here, so that a command that is sent twice is done once. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  let time = Date.now();
  for (let i = 5; i >= 0; i--) {
    bytes[i] = time % 256;
    time = Math.floor(time / 256);
  }
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

export const get = <T>(path: string, signal: AbortSignal = never): Promise<T> => read<T>(path, signal);

/**
 * @param command its id; null for a question with a body, which is no command
 * @param who whose word it is, when it was said earlier: it is not done in another's name
 */
export async function post<T>(
  path: string,
  body: object,
  command: string | null,
  signal: AbortSignal = never,
  keepalive = false,
  who?: string,
): Promise<T> {
  const headers: Record<string, string> = { 'Content-Type': 'application/json' };
  if (command !== null) headers['Command-Id'] = command;
  if (who !== undefined) headers['Clearway-Actor'] = who;
  const sent = { method: 'POST', body: JSON.stringify(body), keepalive };
  const response = await ask(path, signal, headers, sent);
  const text = await response.text();
  return (text === '' ? {} : JSON.parse(text)) as T;
}
