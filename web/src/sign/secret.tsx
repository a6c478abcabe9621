/** A form that asks for secrets: sent once, what is wrong is said at its field, a lock-out counts down. */
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { faultOf, knock, NETWORK, type Fault } from '../wire';
import { useSign, type SignWord } from './signwords';

/** What the server says of who has signed in. */
export interface Opened {
  actor: string;
  label: string;
  passwordInitial: boolean;
}

/** @param who in whose name; absent before anybody is signed in */
export async function tell<T>(method: string, path: string, body: object | null, who?: string): Promise<T> {
  const headers: Record<string, string> = { 'Clearway-Request': '1' };
  if (body !== null) headers['Content-Type'] = 'application/json';
  if (who !== undefined && who !== '') headers['Clearway-Actor'] = who;
  const sent = { method, headers, body: body === null ? null : JSON.stringify(body) };
  const answer = await knock(path, AbortSignal.timeout(15_000), sent);
  return (await answer.json()) as T;
}

/** What is wrong, in words; `field` is where the cursor goes. */
export interface Wrong {
  word: SignWord;
  field: string;
}

interface SecretProps {
  title: string;
  why?: ReactNode;
  submit: string;
  /** What is wrong before anything is sent. */
  judge?: (values: Record<string, string>) => Wrong | null;
  send: (values: Record<string, string>) => Promise<void>;
  /** What a server's code means here. */
  codes: Partial<Record<string, Wrong>>;
  children: ReactNode;
  more?: ReactNode;
}

export function Secret({ title, why, submit, judge, send, codes, children, more }: SecretProps) {
  const { say } = useSign();
  const form = useRef<HTMLFormElement>(null);
  const [said, setSaid] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const wait = useCountdown();

  const wrong = ({ word, field }: Wrong) => {
    setSaid(say(word));
    const input = form.current?.querySelector<HTMLInputElement>(`[name="${field}"]`);
    input?.focus();
    input?.select();
  };
  const failed = (fault: Fault) => {
    const known = codes[fault.violations[0]?.code ?? fault.code];
    if (fault.status === 429) wait.begin(fault.wait);
    else if (known !== undefined) wrong(known);
    else setSaid(fault.status === NETWORK ? say('noNetwork') : say('notNow', fault.detail));
  };
  const submitted = async () => {
    const fields = [...(form.current?.querySelectorAll('input') ?? [])];
    const empty = fields.find((one) => one.value.trim() === '');
    if (empty !== undefined) {
      // A badge reader types Enter behind the number: the cursor goes on, nothing is wrong yet.
      if (empty === document.activeElement) setSaid(say('fillIn'));
      empty.focus();
      return;
    }
    const values = Object.fromEntries(fields.map((one) => [one.name, one.value]));
    const judged = judge?.(values) ?? null;
    if (judged !== null) return wrong(judged);
    setBusy(true);
    setSaid(null);
    await send(values).catch((reason: unknown) => failed(faultOf(reason)));
    setBusy(false);
  };
  return (
    <form
      ref={form}
      className="secret"
      noValidate
      aria-busy={busy}
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy && wait.left === 0) void submitted();
      }}
    >
      <h2>{title}</h2>
      {why !== undefined && <p>{why}</p>}
      {children}
      <p className="wrong" role="alert">
        {wait.left > 0 ? say('mustWait', wait.left) : said}
      </p>
      <div className="buttons">
        {more}
        <button type="submit" className="primary" aria-disabled={busy || wait.left > 0}>
          {submit} <kbd>Enter</kbd>
        </button>
      </div>
    </form>
  );
}

function useCountdown(): { left: number; begin: (seconds: number) => void } {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    if (left === 0) return;
    const timer = setTimeout(() => setLeft(left - 1), 1000);
    return () => clearTimeout(timer);
  }, [left]);
  return { left, begin: (seconds) => setLeft(Math.max(1, seconds)) };
}

interface FieldProps {
  name: string;
  label: string;
  kind?: 'text' | 'password' | 'digits';
  complete: string;
  start?: string;
  first?: boolean;
}

/** A password can be shown: who types on a phone sees what goes wrong. */
export function Field({ name, label, kind = 'text', complete, start = '', first = false }: FieldProps) {
  const { say } = useSign();
  const [shown, setShown] = useState(false);
  const [caps, setCaps] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  // Its dialog is open by then: what is not shown takes no cursor.
  useEffect(() => {
    if (first) input.current?.focus();
  }, [first]);
  const hidden = kind !== 'text' && name !== 'badge';
  return (
    <div className="secret-field">
      <label htmlFor={`secret-${name}`}>{label}</label>
      <span>
        <input
          ref={input}
          id={`secret-${name}`}
          name={name}
          type={hidden && !shown ? 'password' : 'text'}
          inputMode={kind === 'digits' ? 'numeric' : undefined}
          autoComplete={complete}
          autoCapitalize="none"
          spellCheck={false}
          defaultValue={start}
          onKeyUp={(event) => setCaps(kind === 'password' && event.getModifierState('CapsLock'))}
        />
        {kind === 'password' && (
          <button type="button" aria-pressed={shown} onClick={() => setShown(!shown)}>
            {say('show')}
          </button>
        )}
      </span>
      {caps && <small role="status">{say('capsLock')}</small>}
    </div>
  );
}

interface ChooseProps {
  /** The first password, while it is still known from signing in. */
  old: string | null;
  title: string;
  why?: string;
  who: string;
  done: () => void;
  more?: ReactNode;
}

export function Choose({ old, title, why, who, done, more }: ChooseProps) {
  const { say } = useSign();
  return (
    <Secret
      title={title}
      why={why}
      submit={say('keepPassword')}
      more={more}
      codes={{
        WRONG_CREDENTIALS: { word: 'wrongOld', field: 'old' },
        PASSWORD_WEAK: { word: 'weak', field: 'new' },
      }}
      judge={(values) =>
        values['new'] !== values['again']
          ? { word: 'notSame', field: 'again' }
          : (values['new'] ?? '').length < 10 || values['new'] === (old ?? values['old'])
            ? { word: 'weak', field: 'new' }
            : null
      }
      send={async (values) => {
        await tell('POST', '/me/password', { old: old ?? values['old'], new: values['new'] }, who);
        done();
      }}
    >
      {old === null && (
        <Field name="old" label={say('oldPassword')} kind="password" complete="current-password" first />
      )}
      <Field
        name="new"
        label={say('newPassword')}
        kind="password"
        complete="new-password"
        first={old !== null}
      />
      <Field name="again" label={say('sameAgain')} kind="password" complete="new-password" />
    </Secret>
  );
}
