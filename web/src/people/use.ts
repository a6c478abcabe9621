/** The lists as they are now, and how a wish is done or proposed. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { get, newId, post } from '../send';
import { faultOf, type Fault } from '../wire';
import { doing, proposing, type Account, type Asked, type Proposal, type Wish } from './accounts';
import { forget, forgetOthers, keep } from './kept';
import { unknown } from './say';

/** Another operator approves at another desk: the page asks by itself. */
const AGAIN = 4_000;
const ACCOUNTS_EVERY = 8;

export interface Lists {
  accounts: readonly Account[];
  proposals: readonly Proposal[];
  twoOperators: boolean;
}

const same = (a: readonly Proposal[], b: readonly Proposal[]): boolean =>
  a.map((one) => one.id).join() === b.map((one) => one.id).join();

export function useLists(): { lists: Lists | null; fault: Fault | null; again: () => Promise<void> } {
  const [lists, setLists] = useState<Lists | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const known = useRef<Lists | null>(null);
  const turn = useRef(0);
  const owed = useRef(true);
  /** Accounts are many and change seldom: they are read when a proposal came or went, and when asked for. */
  const read = useCallback(async (accountsToo: boolean) => {
    const own = ++turn.current;
    const askedAt = Date.now();
    // Owed until somebody has read them: a question that is overtaken brings nothing.
    if (accountsToo) owed.current = true;
    try {
      const proposals = (await get<{ items: Proposal[] }>('/proposals')).items;
      const before = known.current;
      const { accounts, twoOperators } =
        before === null || owed.current || !same(before.proposals, proposals)
          ? await get<{ items: Account[]; twoOperators: boolean }>('/actors').then((all) => ({ ...all, accounts: all.items }))
          : before;
      // An answer that was overtaken would bring back what is gone.
      if (own !== turn.current) return;
      forgetOthers(new Set(proposals.map((one) => one.id)), askedAt);
      owed.current = false;
      known.current = { accounts, proposals, twoOperators };
      setLists(known.current);
      setFault(null);
    } catch (reason) {
      if (own === turn.current) setFault(faultOf(reason));
    }
  }, []);
  useEffect(() => {
    void read(true);
    let asked = 0;
    const timer = setInterval(() => document.hidden || void read(++asked % ACCOUNTS_EVERY === 0), AGAIN);
    return () => {
      clearInterval(timer);
      turn.current++;
    };
  }, [read]);
  return { lists, fault, again: useCallback(() => read(true), [read]) };
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
