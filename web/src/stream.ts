/**
 * Server-sent events over fetch: unlike EventSource it says in headers who asks, so no address
 * in any log holds a token, and it can resume after a number that a list answer gave.
 */
import { ask } from './wire';

export interface Message {
  event: string;
  data: string;
  id: string | null;
}

/** Yields messages until the connection ends; throws a Fault when it cannot be made. */
export async function* listen(
  path: string,
  lastEventId: number | null,
  signal: AbortSignal,
  heard: () => void,
): AsyncGenerator<Message> {
  const headers: Record<string, string> = { Accept: 'text/event-stream' };
  if (lastEventId !== null) headers['Last-Event-ID'] = String(lastEventId);
  const response = await ask(path, signal, headers);
  if (response.body === null) return;
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  let block: string[] = [];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    heard();
    const lines = (rest + value).split(/\r\n|\n|\r/);
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (line !== '') {
        block.push(line);
        continue;
      }
      const message = parse(block);
      block = [];
      if (message !== null) yield message;
    }
  }
}

export function parse(lines: readonly string[]): Message | null {
  let event = 'message';
  let id: string | null = null;
  const data: string[] = [];
  for (const line of lines) {
    const colon = line.indexOf(':');
    if (colon === 0) continue;
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'event') event = value;
    else if (field === 'data') data.push(value);
    else if (field === 'id') id = value;
  }
  return data.length === 0 && event === 'message' ? null : { event, data: data.join('\n'), id };
}
