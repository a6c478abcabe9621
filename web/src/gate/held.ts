/** Registrations as an officer works on them: the list that waits, one that is looked at, the word on it. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Board } from '../board';
import { get, newId, post } from '../send';
import { dayOf } from '../times';
import { faultOf, type Agency, type Fault, type Held, type RegistrationPage, type Site } from '../wire';

/** So many are in the list; who comes later waits until these are done. */
export const MOST = 200;
/** The list is asked for again after a change at the gate, but not more often than this. */
const AGAIN_SECONDS = 10;

export const reliedOn = (site: Site | null, agency: Agency): string[] =>
  site?.rulebook?.reliances.find((one) => one.agency === agency)?.fields ?? [];

export interface Waiting {
  page: RegistrationPage | null;
  fault: Fault | null;
  reload: () => void;
}

/** What an agency has not yet found in order; first to arrive first. */
export function useWaiting(board: Board, agency: Agency, earlier: boolean): Waiting {
  const [page, setPage] = useState<RegistrationPage | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const [turn, setTurn] = useState(0);
  const now = useRef(board);
  const asked = useRef({ seq: -1, at: 0, failed: false });
  now.current = board;

  useEffect(() => {
    const stop = new AbortController();
    const load = () => {
      const { seq, asOf } = now.current;
      asked.current = { seq, at: performance.now(), failed: false };
      const from = earlier ? '' : `&from=${dayOf(asOf)}`;
      get<RegistrationPage>(
        `/registrations?papersMissing=${agency}&order=arrival&limit=${MOST}${from}`,
        stop.signal,
      )
        .then((read) => {
          setPage(read);
          setFault(null);
        })
        .catch((reason: unknown) => {
          if (stop.signal.aborted) return;
          asked.current.failed = true;
          setFault(faultOf(reason));
        });
    };
    load();
    const timer = setInterval(() => {
      const { seq, at, failed } = asked.current;
      if (document.hidden || performance.now() - at < AGAIN_SECONDS * 1000) return;
      if (failed || now.current.seq !== seq) load();
    }, 1000);
    return () => {
      clearInterval(timer);
      stop.abort();
    };
  }, [agency, earlier, turn, board.token]);

  return { page, fault, reload: useCallback(() => setTurn((before) => before + 1), []) };
}

export interface Looked {
  /** What the officer looks at. */
  held: Held | null;
  /** What the officer had seen before it was read anew. */
  before: Held | null;
  fault: Fault | null;
  /** Reads it anew; what was shown until now becomes what it is compared with. */
  again: () => Promise<void>;
}

export function useHeld(id: string): Looked {
  const [shown, setShown] = useState<{ id: string; held: Held; before: Held | null } | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const read = useCallback(
    (signal?: AbortSignal) => get<Held>(`/registrations/${encodeURIComponent(id)}`, signal),
    [id],
  );
  const open = useCallback(
    (signal?: AbortSignal) =>
      read(signal)
        .then((held) => {
          setShown((old) => ({
            id,
            held,
            before:
              old?.id !== id ? null : old.held.version === held.version ? old.before : old.held,
          }));
          setFault(null);
        })
        .catch((reason: unknown) => {
          if (signal?.aborted !== true) setFault(faultOf(reason));
        }),
    [id, read],
  );
  useEffect(() => {
    const stop = new AbortController();
    // Who goes down the list with the arrow keys does not ask for every one that is passed by.
    const timer = setTimeout(() => void open(stop.signal), 80);
    setFault(null);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [open]);
  const mine = shown?.id === id ? shown : null;
  return { held: mine?.held ?? null, before: mine?.before ?? null, fault, again: open };
}

export type Word =
  | { kind: 'none' | 'sending' | 'stale' | 'already' | 'nothing' }
  | { kind: 'failed'; fault: Fault };

const none: Word = { kind: 'none' };

export interface Confirming {
  word: Word;
  confirm: () => void;
}

/**
 * Gives an agency's word with the version that its officer saw. One attempt has one id, so that sending
 * it again after an unknown outcome confirms nothing twice.
 */
export function useConfirming(path: string, looked: Looked, done: () => void): Confirming {
  const [state, setState] = useState<{ path: string; word: Word }>({ path, word: none });
  const command = useRef({ of: '', id: '' });
  const word = state.path === path ? state.word : none;
  const version = looked.held?.version;
  const confirm = useCallback(() => {
    if (version === undefined || word.kind === 'sending') return;
    const say = (next: Word) => setState({ path, word: next });
    const of = `${path} ${version}`;
    if (command.current.of !== of) command.current = { of, id: newId() };
    say({ kind: 'sending' });
    post(path, { version }, command.current.id)
      .then(() => {
        say(none);
        done();
      })
      .catch(async (reason: unknown) => {
        const fault = faultOf(reason);
        if (fault.code === 'STALE') {
          await looked.again();
          say({ kind: 'stale' });
        } else if (fault.code === 'ALREADY_CONFIRMED') say({ kind: 'already' });
        else if (fault.status === 404 || fault.code === 'ALREADY_GONE') say({ kind: 'nothing' });
        else say({ kind: 'failed', fault });
      });
  }, [path, version, word.kind, looked, done]);
  return { word, confirm };
}
