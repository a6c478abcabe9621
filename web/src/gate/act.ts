/** What an officer does on a load, as it is sent, and what became of it. */
import { current, gateTime } from '../board';
import { newId, post } from '../send';
import { faultOf, NETWORK, type Fault, type Load, type LoadLine, type Site } from '../wire';
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
  | { kind: 'done'; at: number }
  | { kind: 'queued'; at: number }
  | { kind: 'stale' }
  | { kind: 'refused'; code: string; unmet: readonly string[] }
  | { kind: 'failed'; fault: Fault };

const of = (load: Load, rest: string): string =>
  `/loads/${encodeURIComponent(load.registration)}/${rest}`;

const keeping = (later: boolean): Pick<Act, 'later'> => (later ? { later } : {});

/** The word on a step, or the key of the entry, with the version that was seen. */
export function confirming(load: Load, line: LoadLine, later = false): Act {
  const seen = { version: load.version };
  return isKey(line.step)
    ? {
        load,
        path: `/crossings/${encodeURIComponent(load.crossing ?? '')}/entry-confirmations`,
        body: seen,
        what: line.step,
        ...keeping(later),
      }
    : {
        load,
        path: of(load, 'confirmations'),
        body: { step: line.step, ...seen },
        what: line.step,
        ...keeping(later),
      };
}

export const acting = (load: Load, rest: string, body: Act['body'], what: string, later = false): Act => ({
  load,
  path: of(load, rest),
  body,
  what,
  ...keeping(later),
});

/** What is done with the vehicle and not with its load: turned, let pass after all. */
export const turning = (load: Load, rest: string, body: Act['body'], what: string): Act => ({
  load,
  path: `/crossings/${encodeURIComponent(load.crossing ?? '')}/${rest}`,
  body,
  what,
});

/** @param id of the command; the same one when an attempt with an unknown outcome is made again */
export async function perform(act: Act, id: string = newId()): Promise<Outcome> {
  const at = gateTime();
  try {
    await post(act.path, act.body, id, AbortSignal.timeout(10_000));
    return { kind: 'done', at };
  } catch (reason) {
    const fault = faultOf(reason);
    const { me, site } = current();
    const who = me?.id;
    if (fault.status === NETWORK && act.later === true && who !== undefined) {
      const { load, path, body, what } = act;
      enqueue({
        id,
        who,
        path,
        body: { ...body, saidAt: new Date(at).toISOString() },
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
    if (fault.code === 'STALE') return { kind: 'stale' };
    if (fault.status >= 400 && fault.status < 500 && fault.status !== 401 && fault.status !== 429) {
      return { kind: 'refused', code: fault.code, unmet: fault.unmet };
    }
    return { kind: 'failed', fault };
  }
}

/** What is needed to show it before the server has said what place this is. */
function named(what: string, site: Site | null): Pick<Said, 'name' | 'zones'> {
  if (site === null) return {};
  const step = site.procedure?.steps.find((one) => one.code === what);
  return { zones: [site.zone, site.facingZone], ...(step === undefined ? {} : { name: step.name }) };
}
