/** What the operator of a yard says of a vehicle there, each word sent once, as of the key that was pressed. */
import { useCallback, useRef, useState } from 'react';
import { gateTime } from '../board';
import { faultSentence } from '../fault';
import { newId, post } from '../send';
import { HERE, minuteOf } from '../times';
import { faultOf, type CrossingRow } from '../wire';
import { refusedText } from '../gate/loadsay';
import type { Speech } from '../gate/speech';
import { yardSay } from './yardwords';

/** Since when its reefer is plugged in; null: it is not. */
export const pluggedFrom = (row: CrossingRow): number | null =>
  row.pluggedAt === undefined || row.unpluggedAt !== undefined ? null : Date.parse(row.pluggedAt);

/** What its papers call no reefer is not plugged in; where they do not tell, it may be one. */
export const mayPlug = (row: CrossingRow): boolean => row.reefer !== false || pluggedFrom(row) !== null;

/** As a place is written on the ground. */
const PLACE = /^[A-Z0-9]{1,6}(-[A-Z0-9]{1,6}){0,2}$/;
export const placeIn = (typed: string): string => typed.trim().toUpperCase();
export const isPlace = (text: string): boolean => PLACE.test(text);

export interface Said {
  plate: string | null;
  done: 'done' | 'refused' | 'failed';
  text: string;
}

/** Why it was not done, in words; and the server's code. */
export interface Refused {
  code: string;
  text: string;
}

export interface YardActs {
  sending: string | null;
  said: Said | null;
  plug: (row: CrossingRow) => void;
  /** null: it stands there now. */
  place: (row: CrossingRow, place: string) => Promise<Refused | null>;
}

export function useYardActs(speech: Speech): YardActs {
  const [sending, setSending] = useState<string | null>(null);
  const [said, setSaid] = useState<Said | null>(null);
  const busy = useRef(false);
  /** What was not answered is said again with its id and its time, so that it is done once. */
  const unanswered = useRef(new Map<string, { what: string; id: string; at: number }>());

  const act = useCallback(
    async (row: CrossingRow, noun: string, body: object): Promise<Refused | number> => {
      const path = `/crossings/${encodeURIComponent(row.id)}/${noun}`;
      const what = `${noun} ${JSON.stringify(body)}`;
      const before = unanswered.current.get(row.id);
      const command = before?.what === what ? before : { what, id: newId(), at: gateTime() };
      unanswered.current.set(row.id, command);
      busy.current = true;
      setSending(row.id);
      try {
        const occurredAt = new Date(command.at).toISOString();
        await post(path, { ...body, occurredAt }, command.id, AbortSignal.timeout(10_000));
        unanswered.current.delete(row.id);
        return command.at;
      } catch (reason) {
        const fault = faultOf(reason);
        if (fault.status !== 409 && fault.status !== 404) {
          return { code: '', text: faultSentence(fault, speech.say, speech.language) };
        }
        unanswered.current.delete(row.id);
        return { code: fault.code, text: refusedText(fault.code, fault.unmet, speech) };
      } finally {
        busy.current = false;
        setSending(null);
      }
    },
    [speech],
  );

  const plug = useCallback(
    async (row: CrossingRow) => {
      if (busy.current) return;
      const plugs = pluggedFrom(row) === null;
      const done = await act(row, plugs ? 'pluggings' : 'unpluggings', {});
      const tell = (how: Said['done'], text: string) => setSaid({ plate: row.plate, done: how, text });
      if (typeof done !== 'number') tell(done.code === '' ? 'failed' : 'refused', done.text);
      else tell('done', yardSay(speech.language)(plugs ? 'pluggedAt' : 'unpluggedAt', minuteOf(done, HERE)));
    },
    [act, speech],
  );

  const place = useCallback(
    async (row: CrossingRow, to: string) => {
      if (busy.current) return { code: '', text: speech.say('sending') };
      const done = await act(row, 'placings', { place: to });
      if (typeof done !== 'number') return done;
      const text = yardSay(speech.language)('assigned', to, minuteOf(done, HERE));
      setSaid({ plate: row.plate, done: 'done', text });
      return null;
    },
    [act, speech],
  );
  return { sending, said, plug: useCallback((row) => void plug(row), [plug]), place };
}
