/** What an officer does on a load, as it is sent, and what became of it. */
import { current, gateTime } from '../board';
import { newId, post } from '../send';
import { faultOf, NETWORK, type Fault, type Load, type LoadLine, type Site, type Violation } from '../wire';
import { isKey } from './loads';
import { enqueue, type Said } from './queue';

export interface Act {
  load: Load;
  path: string;
  body: Record<string, unknown>;
  /** A step's code or the name of another act: what is said of it when it is done. */
  what: string;
  /** Without a connection it is kept, and sent later with its time. */
  later?: true;
}

export type Outcome =
  | { kind: 'sending' }
  /** @param asked a second officer has to say the same before it is so */
  | { kind: 'done'; at: number; asked?: true }
  | { kind: 'queued'; at: number }
  | { kind: 'stale' }
  | { kind: 'refused'; code: string; unmet: readonly string[]; faults?: readonly Violation[] }
  | { kind: 'failed'; fault: Fault };

const of = (load: Load, rest: string): string =>
  `/loads/${encodeURIComponent(load.registration)}/${rest}`;

/** With its time from the start: an attempt of which only the answer was lost is sent again as it was. */
const kept = (body: Act['body'], later: boolean): Pick<Act, 'body' | 'later'> =>
  later ? { body: { ...body, saidAt: new Date(gateTime()).toISOString() }, later } : { body };

/** The word on a step, or the key of the entry, with the version that was seen. */
export function confirming(load: Load, line: LoadLine, later = false): Act {
  const seen = { version: load.version };
  return isKey(line.step)
    ? {
        load,
        path: `/crossings/${encodeURIComponent(load.crossing ?? '')}/entry-confirmations`,
        what: line.step,
        ...kept(seen, later),
      }
    : {
        load,
        path: of(load, 'confirmations'),
        what: line.step,
        ...kept({ step: line.step, ...seen }, later),
      };
}

export const acting = (load: Load, rest: string, body: Act['body'], what: string, later = false): Act => ({
  load,
  path: of(load, rest),
  what,
  ...kept(body, later),
});

/** @param id of the command; the same one when an attempt with an unknown outcome is made again */
export async function attempt(path: string, body: Act['body'], id: string): Promise<Outcome> {
  const at = gateTime();
  try {
    const answer = await post<{ events?: string[] }>(path, body, id, AbortSignal.timeout(10_000));
    return answer.events?.includes('SecondAsked') === true
      ? { kind: 'done', at, asked: true }
      : { kind: 'done', at };
  } catch (reason) {
    const fault = faultOf(reason);
    if (fault.code === 'STALE') return { kind: 'stale' };
    if (fault.status >= 400 && fault.status < 500 && fault.status !== 401 && fault.status !== 429) {
      return { kind: 'refused', code: fault.code, unmet: fault.unmet, faults: fault.violations };
    }
    return { kind: 'failed', fault };
  }
}

/** An attempt; what may be kept is sent later when there is no network. */
export async function perform(act: Act, id: string = newId()): Promise<Outcome> {
  const at = gateTime();
  const { load, path, body, what } = act;
  const outcome = await attempt(path, body, id);
  const { me, site } = current();
  if (outcome.kind !== 'failed' || outcome.fault.status !== NETWORK) return outcome;
  if (act.later !== true || me === null) return outcome;
  enqueue({
    id,
    who: me.id,
    path,
    body,
    registration: load.registration,
    ...(load.crossing === undefined ? {} : { crossing: load.crossing }),
    plate: load.plate,
    what,
    ...named(what, site),
    at,
    kept: Date.now(),
    version: load.version,
    state: 'waiting',
  });
  return { kind: 'queued', at };
}

/** What is needed to show it before the server has said what place this is. */
function named(what: string, site: Site | null): Pick<Said, 'name' | 'zones'> {
  if (site === null) return {};
  const step = site.procedure?.steps.find((one) => one.code === what);
  return { zones: [site.zone, site.facingZone], ...(step === undefined ? {} : { name: step.name }) };
}
