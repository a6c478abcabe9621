/** One account: what it is, and what an operator can do about it. */
import { useState } from 'react';
import type { Me } from '../wire';
import { Ask } from '../gate/ask';
import type { Account } from './accounts';
import { Renew, Rescope, type Wishing } from './forms';
import { scopeWhole, usePeople, wrongsOf, type Wrong } from './say';
import { revoke } from './use';

export type Doing = 'rescope' | 'renew' | null;

interface OneProps {
  account: Account;
  me: Me;
  twoOperators: boolean;
  doing: Doing;
  setDoing: (doing: Doing) => void;
  wish: Wishing;
  revoked: () => void;
}

export function One({ account, me, twoOperators, doing, setDoing, wish, revoked }: OneProps) {
  const speech = usePeople();
  const { say } = speech;
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [wrongs, setWrongs] = useState<readonly Wrong[]>([]);
  const own = account.id === me.id;
  const doRevoke = () => {
    setAsking(false);
    setBusy(true);
    setWrongs([]);
    revoke(account.id)
      .then(revoked)
      .catch((reason: unknown) => setWrongs(wrongsOf(reason)))
      .finally(() => setBusy(false));
  };
  const parts = { account, twoOperators, wish, close: () => setDoing(null) };
  return (
    <>
      <dl className="people-facts">
        <dt>{say('colRole')}</dt>
        <dd>{say(account.role)}</dd>
        <dt>{say('colScope')}</dt>
        <dd>
          <ul>
            {scopeWhole(account, speech).map((part) => (
              <li key={part}>{part}</li>
            ))}
          </ul>
        </dd>
      </dl>
      {wrongs.length > 0 && (
        <p className="wrong" role="alert">
          {wrongs.map((one) => one.say(speech)).join(' ')}
        </p>
      )}
      {doing === 'rescope' && <Rescope {...parts} />}
      {doing === 'renew' && <Renew {...parts} />}
      {doing === null && (
        <div className="people-acts">
          <button type="button" data-first onClick={() => setDoing('rescope')}>
            {say('scopeDo')}
          </button>
          {account.role !== 'GATE_DEVICE' && !own && (
            <button type="button" onClick={() => setDoing('renew')}>
              {say('renewDo')}
            </button>
          )}
          <button type="button" disabled={busy} onClick={() => setAsking(true)}>
            {say('revoke')}
          </button>
        </div>
      )}
      {asking && (
        <Ask
          title={say('revokeAsk', account.label)}
          why={say('revokeWhy')}
          submit={say('revoke')}
          read={() => ({ body: {} })}
          done={doRevoke}
          close={() => setAsking(false)}
        >
          {own && <p className="wrong">{say('revokeSelf')}</p>}
        </Ask>
      )}
    </>
  );
}
