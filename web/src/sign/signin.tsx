/** Over everything while nobody is signed in: name and password, and the first choice of a password. */
import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { enter, signed, type Board } from '../board';
import { Choose, Field, Secret, tell, type Opened } from './secret';
import { useSign } from './signwords';
import './sign.css';

/** Of this page: who comes back types a password only. */
let lastName = '';

export function SignIn({ board, children }: { board: Board; children: ReactNode }) {
  const { say } = useSign();
  const dialog = useRef<HTMLDialogElement>(null);
  const [initial, setInitial] = useState<{ who: string; old: string } | null>(null);
  useLayoutEffect(() => {
    const box = dialog.current;
    box?.showModal();
    // Closed, not only taken away: the cursor goes back to where the person was.
    return () => box?.close();
  }, []);
  const { fault, me } = board;
  const choosing = initial !== null || fault?.code === 'PASSWORD_INITIAL';
  return (
    <dialog
      ref={dialog}
      className="sign-in"
      aria-label={say('signIn')}
      onCancel={(event) => event.preventDefault()}
      onClose={(event) => event.currentTarget.showModal()}
    >
      <div className="sign-top">
        <svg className="logo" viewBox="0 0 24 24" aria-hidden="true">
          <path d="M4 3v18M20 3v18M4 8h6M14 8h6M4 16h6M14 16h6" />
        </svg>
        <span className="brand">Clearway</span>
        <span className="push" />
        {children}
      </div>
      <main>
        {me !== null && (
          <div className="sign-ended" role="status">
            <b>{say('ended', me.label)}</b>
            <p>{say('endedWhy')}</p>
            <p>{say('endedKept', me.label)}</p>
          </div>
        )}
        {fault?.code === 'DENIED' && (
          <p className="sign-ended" role="alert">
            <b>{say('notOpen')}</b>
          </p>
        )}
        {choosing ? (
          <Choose
            old={initial?.old ?? null}
            title={say('choose')}
            why={say('chooseWhy')}
            who={initial?.who ?? ''}
            done={() => enter(initial?.who ?? '')}
          />
        ) : (
          <Secret
            title={say('signIn')}
            why={say('signInWhy')}
            submit={say('signIn')}
            codes={{ WRONG_CREDENTIALS: { word: 'wrongPassword', field: 'password' } }}
            send={async ({ name = '', password = '' }) => {
              const opened = await tell<Opened>('POST', '/sessions', { name, password });
              lastName = name;
              signed(opened.actor);
              if (opened.passwordInitial) setInitial({ who: opened.actor, old: password });
              else enter(opened.actor);
            }}
          >
            <Field
              name="name"
              label={say('name')}
              complete="username"
              start={lastName}
              first={lastName === ''}
            />
            <Field
              name="password"
              label={say('password')}
              kind="password"
              complete="current-password"
              first={lastName !== ''}
            />
          </Secret>
        )}
        {!choosing && <p className="sign-help">{say('whoGives')}</p>}
      </main>
    </dialog>
  );
}
