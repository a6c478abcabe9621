/** Who is signed in and what that person does about it: hands the desk on, changes secrets, signs out. */
import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { enter, leave, type Board } from '../board';
import { gateName, useSpeech } from '../parts';
import { faultOf, NETWORK, SESSION, type Me } from '../wire';
import { Choose, Field, Secret, tell, type Opened } from './secret';
import { useSign, type SignWord } from './signwords';
import './sign.css';

type Page = 'takeOver' | 'badge' | 'password';

interface PersonProps {
  board: Board;
  me: Me;
  close: () => void;
}

/** What this person said offline here and nobody has heard yet. */
function unsent(who: string): number {
  const list = (name: string): unknown[] => {
    try {
      const found: unknown = JSON.parse(localStorage.getItem(name) ?? '[]');
      return Array.isArray(found) ? found : [];
    } catch {
      return [];
    }
  };
  const desk = list('clearway.said').filter((one) => (one as { who?: string }).who === who);
  return desk.length + list(`clearway.road.outbox.${who}`).length;
}

export function Person({ board, me, close }: PersonProps) {
  const speech = useSpeech();
  const { say } = useSign();
  const dialog = useRef<HTMLDialogElement>(null);
  const [page, setPage] = useState<Page>('takeOver');
  const [done, setDone] = useState<SignWord | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  const signedIn = board.token === SESSION;
  const officer = signedIn && me.officerOf !== undefined;
  const waiting = unsent(me.id);
  const kept = (word: SignWord) => {
    setDone(word);
    setPage('takeOver');
  };
  const signOut = () => {
    const gone = () => {
      localStorage.removeItem('clearway.road.known');
      location.hash = '';
      leave(null, true);
    };
    if (!signedIn) return gone();
    tell('DELETE', '/sessions/current', null, me.id)
      .then(gone)
      .catch((reason: unknown) => {
        const fault = faultOf(reason);
        if (fault.status === 401) gone();
        else setFailed(fault.status === NETWORK ? say('noNetwork') : say('notNow', fault.detail));
      });
  };
  const back = (
    <button type="button" onClick={() => setPage('takeOver')}>
      {say('cancel')}
    </button>
  );
  return (
    <dialog ref={dialog} className="person" aria-labelledby="person-who" onClose={close}>
      <p id="person-who" className="person-who">
        <b>{me.label}</b>
        <span>
          {[speech.say(me.role), ...(me.gates ?? []).map((gate) => gateName(speech, gate))].join(' · ')}
        </span>
      </p>
      {waiting > 0 && <p role="status">{say('waitingHere', waiting)}</p>}
      {done !== null && <p role="status">{say(done)}</p>}
      {failed !== null && (
        <p className="wrong" role="alert">
          {failed}
        </p>
      )}
      {page === 'takeOver' && officer && <TakeOver me={me} />}
      {page === 'badge' && <Badge me={me} done={() => kept('badgeKept')} back={back} />}
      {page === 'password' && (
        <Choose old={null} title={say('keepPassword')} who={me.id} done={() => kept('passwordKept')} more={back} />
      )}
      {!signedIn && <p>{say('byToken')}</p>}
      <div className="person-ways">
        {officer && page !== 'badge' && (
          <button type="button" onClick={() => setPage('badge')}>
            {say('setBadge')}
          </button>
        )}
        {signedIn && page !== 'password' && (
          <button type="button" onClick={() => setPage('password')}>
            {say('keepPassword')}
          </button>
        )}
        <button type="button" onClick={signOut}>
          {say('signOut')}
        </button>
        <button type="button" onClick={close}>
          <kbd>Esc</kbd> {say('close')}
        </button>
      </div>
    </dialog>
  );
}

function TakeOver({ me }: { me: Me }) {
  const { say } = useSign();
  return (
    <Secret
      title={say('takeOver')}
      why={say('takeOverWhy')}
      submit={say('takeOver')}
      codes={{ WRONG_CREDENTIALS: { word: 'wrongBadge', field: 'pin' } }}
      send={async ({ badge = '', pin = '' }) => {
        const body = { badge: badge.trim(), pin: pin.trim() };
        const opened = await tell<Opened>('POST', '/sessions/current/take-over', body, me.id);
        location.hash = '';
        enter(opened.actor);
      }}
    >
      <Field name="badge" label={say('badge')} kind="digits" complete="off" first />
      <Field name="pin" label={say('pin')} kind="digits" complete="off" />
    </Secret>
  );
}

function Badge({ me, done, back }: { me: Me; done: () => void; back: ReactNode }) {
  const { say } = useSign();
  return (
    <Secret
      title={say('setBadge')}
      why={say('setBadgeWhy')}
      submit={say('keep')}
      more={back}
      codes={{
        BADGE_FORMAT: { word: 'badgeFormat', field: 'badge' },
        PIN_WEAK: { word: 'pinWeak', field: 'pin' },
        BADGE_IN_USE: { word: 'badgeInUse', field: 'badge' },
      }}
      send={async ({ badge = '', pin = '' }) => {
        await tell('POST', '/me/badge', { badge: badge.trim(), pin: pin.trim() }, me.id);
        done();
      }}
    >
      <Field name="badge" label={say('badge')} kind="digits" complete="off" first />
      <Field name="pin" label={say('pin')} kind="digits" complete="off" />
    </Secret>
  );
}
