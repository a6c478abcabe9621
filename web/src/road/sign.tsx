/** What waits to be sent, always in sight; and what could not be taken, with what it was. */
import { useSyncExternalStore } from 'react';
import { plateText } from '../plates';
import { forgetNotTaken, outbox, soon, watchOutbox } from './outbox';
import { useSpeech } from './speech';

export const useOutbox = () => useSyncExternalStore(watchOutbox, outbox);

export function Sign() {
  const { say } = useSpeech();
  const { waiting, sending, offline, notTaken } = useOutbox();
  const kind = waiting === 0 ? 'sent' : offline ? 'offline' : 'waiting';
  const text =
    waiting === 0 ? say('allSent') : offline ? say('waitingOffline', waiting) : sending > 0 ? say('sending', waiting) : say('waiting', waiting);
  return (
    <>
      <button type="button" className={`sign ${kind}`} onClick={soon} aria-live="polite">
        <i aria-hidden="true" />
        <span>{text}</span>
      </button>
      {notTaken.map((one) => (
        <div className="fault" role="alert" key={one.batch.command}>
          <span>
            {say('notTaken', plateText(one.plate), one.code)} {one.code === 'ROLL_UNKNOWN' ? say('rollGone') : say('notTakenWhy')}
          </span>
          <button type="button" onClick={() => forgetNotTaken(one)}>
            {say('forget')}
          </button>
        </div>
      ))}
    </>
  );
}
