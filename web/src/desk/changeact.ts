/** What the yard and customs say of goods that change vehicles, each word sent once, as of the key that was pressed. */
import { useCallback, useRef, useState } from 'react';
import { gateTime } from '../board';
import { missingOf, type Change } from '../changes';
import { missingWord } from '../changewords';
import { faultSentence } from '../fault';
import { plateText } from '../plates';
import { newId, post } from '../send';
import { HERE, minuteOf } from '../times';
import { faultOf } from '../wire';
import { refusedText } from '../gate/loadsay';
import { sayCode, type Speech } from '../gate/speech';
import { changingDictionary, changingSay, type ChangingWord } from './changingwords';
import type { Said } from './yardact';

export type Verb = 'start' | 'loadings' | 'finish' | 'signature';

const didIt: Record<Verb, ChangingWord> = {
  start: 'didStart',
  loadings: 'didPack',
  finish: 'didFinish',
  signature: 'didSign',
};

const known = (word: string): word is ChangingWord => changingDictionary.has(word);

export const plateOf = (plate: string | undefined): string => (plate === undefined ? '…' : plateText(plate));

/** One thing that is missing, without saying of which vehicle. */
export function missingText(what: string, speech: Speech): string {
  const found = missingWord(what);
  if (found === null) return what;
  return changingSay(speech.language)(found.word, found.of === undefined ? '' : sayCode(speech.say, found.of));
}

/** The same with the vehicle's plate. */
function missingWith(word: string, change: Change, speech: Speech): string {
  const { of, what } = missingOf(word);
  if (of === null) return missingText(what, speech);
  const party = of === 0 ? change.source : change.receivers[of - 1];
  return `${plateOf(party?.plate)}: ${missingText(what, speech)}`;
}

function whyNot(code: string, unmet: readonly string[], change: Change, speech: Speech): string {
  const word = `no${code}`;
  if (!known(word)) return refusedText(code, [], speech);
  const why = changingSay(speech.language)(word);
  const missing = unmet.filter((one) => !one.startsWith('LOT_'));
  return missing.length === 0
    ? why
    : `${why} ${speech.say('stillMissing', missing.map((one) => missingWith(one, change, speech)).join(' · '))}`;
}

export interface ChangeActs {
  sending: string | null;
  said: Said | null;
  /** null: it is done; else why not, in words. */
  act: (change: Change, verb: Verb, body: object) => Promise<string | null>;
}

/** @param again asks for the list, so that what is said to be done is seen to be done */
export function useChangeActs(speech: Speech, again: () => Promise<void>): ChangeActs {
  const [sending, setSending] = useState<string | null>(null);
  const [said, setSaid] = useState<Said | null>(null);
  const busy = useRef(false);
  /** What was not answered is said again with its id and its time, so that it is done once. */
  const unanswered = useRef(new Map<string, { what: string; id: string; at: number }>());

  const act = useCallback(
    async (change: Change, verb: Verb, body: object): Promise<string | null> => {
      if (busy.current) return speech.say('sending');
      const what = `${verb} ${JSON.stringify(body)}`;
      const before = unanswered.current.get(change.id);
      const command = before?.what === what ? before : { what, id: newId(), at: gateTime() };
      unanswered.current.set(change.id, command);
      busy.current = true;
      setSending(change.id);
      const plate = change.source.plate ?? null;
      const tell = (done: Said['done'], text: string) => {
        setSaid({ plate, done, text });
        return done === 'done' ? null : text;
      };
      try {
        const occurredAt = new Date(command.at).toISOString();
        await post(
          `/transshipments/${encodeURIComponent(change.id)}/${verb}`,
          verb === 'signature' ? body : { ...body, occurredAt },
          command.id,
          AbortSignal.timeout(10_000),
        );
        unanswered.current.delete(change.id);
        await again();
        return tell('done', changingSay(speech.language)(didIt[verb], minuteOf(command.at, HERE)));
      } catch (reason) {
        const fault = faultOf(reason);
        if (fault.status !== 409 && fault.status !== 404) {
          return tell('failed', faultSentence(fault, speech.say, speech.language));
        }
        unanswered.current.delete(change.id);
        void again();
        return tell('refused', whyNot(fault.code, fault.unmet, change, speech));
      } finally {
        busy.current = false;
        setSending(null);
      }
    },
    [speech, again],
  );
  return { sending, said, act };
}
