/** A form about an account: sent once at a time, what is wrong stands at its field, what was typed stays. */
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useWrong, WrongContext } from './field';
import { usePeople, wrongsOf, type Wrong } from './say';

export interface Sending {
  busy: boolean;
  wrongs: readonly Wrong[];
  /** What is wrong already is said and nothing sent. */
  run: (wrongs: readonly Wrong[], send: () => Promise<void>) => void;
}

/** @param shown the fields that there are; null: all. What is wrong elsewhere is said below them */
export function useSending(shown: readonly string[] | null = null): Sending {
  const [busy, setBusy] = useState(false);
  const [wrongs, setWrongs] = useState<readonly Wrong[]>([]);
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => void (here.current = false);
  }, []);
  const run: Sending['run'] = (found, send) => {
    if (busy) return;
    setWrongs(found);
    if (found.length > 0) return;
    setBusy(true);
    send()
      .catch((reason: unknown) => {
        const all = wrongsOf(reason);
        const below = all.map((one) => (shown === null || shown.includes(one.field) ? one : { ...one, field: '' }));
        if (here.current) setWrongs(below);
      })
      .finally(() => here.current && setBusy(false));
  };
  return { busy, wrongs, run };
}

interface FormProps {
  title: string;
  submit: string;
  sending: Sending;
  send: () => void;
  close?: (() => void) | undefined;
  children: ReactNode;
}

export function Form({ title, submit, sending, send, close, children }: FormProps) {
  const { say } = usePeople();
  const form = useRef<HTMLFormElement>(null);
  const { busy, wrongs } = sending;
  useEffect(() => {
    if (wrongs.length === 0) return;
    const first = form.current?.querySelector<HTMLElement>('[aria-invalid=true], fieldset:has(> .wrong) input');
    first?.focus();
  }, [wrongs]);
  return (
    <WrongContext value={wrongs}>
      <form
        ref={form}
        className="people-form"
        noValidate
        aria-busy={busy}
        aria-label={title}
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        {children}
        <General many={wrongs.length} />
        <div className="buttons">
          {close !== undefined && (
            <button type="button" onClick={close}>
              <kbd>Esc</kbd> {say('cancel')}
            </button>
          )}
          <button type="submit" className="primary" aria-disabled={busy}>
            {busy ? say('working') : submit} <kbd>Enter</kbd>
          </button>
        </div>
      </form>
    </WrongContext>
  );
}

/** What is wrong at no field; or that something is wrong at one. */
function General({ many }: { many: number }) {
  const { say } = usePeople();
  const general = useWrong('');
  return (
    <p className="wrong" role="alert">
      {general ?? (many > 0 ? say('lookAgain') : '')}
    </p>
  );
}
