/** What is shown once: a first password or a token; it goes only when somebody says it is written down. */
import { useEffect, useRef } from 'react';
import { usePeople } from './say';
import type { Given } from './use';

export function Secret({ label, given, done }: { label: string; given: Given; done: () => void }) {
  const { say } = usePeople();
  const box = useRef<HTMLDivElement>(null);
  const named = given.password !== undefined;
  // Not the button: the Enter that sent the form, held too long, would take it away unread.
  useEffect(() => box.current?.focus(), []);
  return (
    <>
      <div className="people-secret" role="group" aria-label={say('secretTitle')} ref={box} tabIndex={-1}>
        <p role="alert">{say(named ? 'secretOnce' : 'tokenOnce')}</p>
        <dl>
          <dt>{say('colLabel')}</dt>
          <dd>{label}</dd>
          {named && (
            <>
              <dt>{say('nameField')}</dt>
              <dd>
                <code>{given.name}</code>
              </dd>
              <dt>{say('passwordIs')}</dt>
              <dd>
                <code data-secret>{given.password}</code>
              </dd>
            </>
          )}
          {!named && (
            <>
              <dt>{say('tokenIs')}</dt>
              <dd>
                <code data-secret>{given.token}</code>
              </dd>
            </>
          )}
        </dl>
        <p>{say(named ? 'secretLost' : 'tokenLost')}</p>
      </div>
      <div className="people-acts">
        <button type="button" className="primary" onClick={done}>
          {say('secretDone')}
        </button>
      </div>
    </>
  );
}
