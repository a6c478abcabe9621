/** What a cashier does: each act once, however often it is sent; a refusal said in words. */
import { useCallback, useRef, useState } from 'react';
import { faultSentence } from '../fault';
import { newId, post } from '../send';
import { faultOf } from '../wire';
import type { Speech } from '../gate/speech';
import { moneyDictionary, moneySay } from './moneywords';

export interface Said {
  done: 'done' | 'refused' | 'failed';
  text: string;
}

export interface MoneyActs {
  busy: boolean;
  said: Said | null;
  /** @param did what is said once it is done, of what was answered */
  act: (path: string, body: object, did: () => string | Promise<string>) => Promise<boolean>;
  /** What went wrong beside an act. */
  failed: (reason: unknown) => void;
  hush: () => void;
}

/** @param again asks for the lists, so that what is said to be done is seen to be done */
export function useMoneyActs(speech: Speech, again: () => Promise<void>): MoneyActs {
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<Said | null>(null);
  const sending = useRef(false);
  /** What was not answered is said again with its id, so that no money is booked twice. */
  const unanswered = useRef({ what: '', id: '' });
  const act = useCallback(
    async (path: string, body: object, did: () => string | Promise<string>) => {
      if (sending.current) return false;
      const what = `${path} ${JSON.stringify(body)}`;
      if (unanswered.current.what !== what) unanswered.current = { what, id: newId() };
      sending.current = true;
      setBusy(true);
      try {
        await post(path, body, unanswered.current.id, AbortSignal.timeout(15_000));
        unanswered.current = { what: '', id: '' };
        await again();
        setSaid({ done: 'done', text: await did() });
        return true;
      } catch (reason) {
        const fault = faultOf(reason);
        const word = `no${fault.code}`;
        const known = moneyDictionary.has(word);
        if (known || (fault.status >= 400 && fault.status < 500 && ![408, 429].includes(fault.status))) {
          unanswered.current = { what: '', id: '' };
          void again();
        }
        setSaid({
          done: known ? 'refused' : 'failed',
          text: known ? moneySay(speech.language)(word) : faultSentence(fault, speech.say, speech.language),
        });
        return false;
      } finally {
        sending.current = false;
        setBusy(false);
      }
    },
    [speech, again],
  );
  const failed = useCallback(
    (reason: unknown) => setSaid({ done: 'failed', text: faultSentence(faultOf(reason), speech.say, speech.language) }),
    [speech],
  );
  const hush = useCallback(() => setSaid(null), []);
  return { busy, said, act, failed, hush };
}
