/** The lists as they are now, and how a wish is done or proposed. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { get, newId, post } from '../send';
import { faultOf, type Fault } from '../wire';
import { doing, proposing, type Account, type Asked, type Proposal, type Wish } from './accounts';
import { forget, forgetOthers, keep } from './kept';
import { unknown } from './say';

/** Another operator approves at another desk: the page asks by itself. */
const AGAIN = 4_000;

export interface Lists {
  accounts: readonly Account[];
  proposals: readonly Proposal[];
  twoOperators: boolean;
}

export function useLists(): { lists: Lists | null; fault: Fault | null; again: () => Promise<void> } {
  const [lists, setLists] = useState<Lists | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const turn = useRef(0);
  const again = useCallback(async () => {
    const own = ++turn.current;
    const askedAt = Date.now();
    try {
      const [actors, proposed] = await Promise.all([
        get<{ items: Account[]; twoOperators: boolean }>('/actors'),
        get<{ items: Proposal[] }>('/proposals'),
      ]);
      // An answer that was overtaken would bring back what is gone.
      if (own !== turn.current) return;
      forgetOthers(new Set(proposed.items.map((one) => one.id)), askedAt);
      setLists({ accounts: actors.items, proposals: proposed.items, twoOperators: actors.twoOperators });
      setFault(null);
    } catch (reason) {
      if (own === turn.current) setFault(faultOf(reason));
    }
  }, []);
  useEffect(() => {
    void again();
    const timer = setInterval(() => document.hidden || void again(), AGAIN);
    return () => {
      clearInterval(timer);
      turn.current++;
    };
  }, [again]);
  return { lists, fault, again };
}

/** An attempt of which only the answer was lost is sent again as the same command. */
const open = new Map<string, string>();

async function send<T>({ path, body }: Asked): Promise<T> {
  const what = `${path} ${JSON.stringify(body)}`;
  const command = open.get(what) ?? newId();
  open.set(what, command);
  try {
    const answer = await post<T>(path, body, command, AbortSignal.timeout(15_000));
    open.delete(what);
    return answer;
  } catch (reason) {
    if (!unknown(faultOf(reason))) open.delete(what);
    throw reason;
  }
}

/** What is shown once. */
export interface Given {
  name?: string;
  password?: string;
  token?: string;
}

export const act = (wish: Wish): Promise<Given> => send<Given>(doing(wish));

/** Which wish is proposed under which id, as long as its answer is not known. */
const ids = new Map<string, string>();

/** Kept before it is sent: its answer may be lost. */
export async function propose(wish: Wish, who: string): Promise<string> {
  const what = JSON.stringify(wish);
  const proposal = ids.get(what) ?? newId();
  ids.set(what, proposal);
  keep(proposal, { who, at: Date.now(), wish });
  try {
    await send(proposing(proposal, wish));
    ids.delete(what);
    return proposal;
  } catch (reason) {
    if (!unknown(faultOf(reason))) {
      ids.delete(what);
      forget(proposal);
    }
    throw reason;
  }
}

export type Word = 'approval' | 'withdrawal';

export const speak = (proposal: string, word: Word): Promise<unknown> =>
  send({ path: `/proposals/${encodeURIComponent(proposal)}/${word}`, body: {} });

export const revoke = (account: string): Promise<unknown> =>
  send({ path: `/actors/${encodeURIComponent(account)}/revocation`, body: {} });
