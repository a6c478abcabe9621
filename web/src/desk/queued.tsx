/** How much waits to be sent, and each word of it with the time at which it was said. */
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useHash } from '../address';
import type { Board } from '../board';
import { labelOf, Mark, Plate } from '../parts';
import { goBy, onBothClocks } from '../times';
import { refusedText, stepName } from '../gate/loadsay';
import { forget, queued, sendQueued, watchQueue, type Said } from '../gate/queue';
import { useSpeech } from '../gate/speech';
import '../gate/loads.css';

const AGAIN_SECONDS = 3;

/** @param sent is told of each load on which something was said that has now arrived, or was refused */
export function Queued({ board, sent }: { board: Board; sent?: (registration: string) => void }) {
  const { say } = useSpeech();
  const all = useSyncExternalStore(watchQueue, queued);
  const who = board.me?.id;
  const [open, setOpen] = useState(false);
  const hash = useHash();
  useEffect(() => setOpen(false), [hash]);

  useEffect(() => {
    if (who === undefined) return;
    const send = () => void sendQueued(who, sent ?? (() => undefined));
    send();
    const timer = setInterval(send, AGAIN_SECONDS * 1000);
    addEventListener('online', send);
    return () => {
      clearInterval(timer);
      removeEventListener('online', send);
    };
  }, [who, sent]);

  // Before the server has said who this is, what this browser keeps is shown all the same.
  const mine = all.filter((one) => who === undefined || one.who === who);
  if (mine.length === 0) return null;
  const zones = mine[0]?.zones;
  if (board.site === null && zones !== undefined) goBy(...zones);
  const waiting = mine.filter((one) => one.state === 'waiting').length;
  const back = mine.length - waiting;
  return (
    <section className="queued" aria-label={say('saidWaiting')}>
      <button
        type="button"
        className="queued-sign"
        aria-expanded={open || back > 0}
        onClick={() => setOpen(!open)}
      >
        {back > 0 && <Mark priority={2} />}
        <b role="status">
          {[waiting > 0 ? say('toSend', waiting) : '', back > 0 ? say('notSent', back) : '']
            .filter((part) => part !== '')
            .join(' · ')}
        </b>
      </button>
      {(open || back > 0) && (
        <div className="queued-list">
          {waiting > 0 && <p>{say('toSendWhy')}</p>}
          <ul>
            {mine.map((one) => (
              <Item key={one.id} said={one} />
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

function Item({ said }: { said: Said }) {
  const speech = useSpeech();
  const { say } = speech;
  const text = {
    waiting: say('saidWaiting'),
    stale: say('saidStale'),
    expired: say('saidExpired'),
    refused: refusedText(said.code ?? '', said.unmet ?? [], speech),
  }[said.state];
  return (
    <li data-said={said.state}>
      {said.state !== 'waiting' && <Mark priority={2} />}
      <b>
        <Plate plate={said.plate} />
      </b>
      <span>{said.name === undefined ? stepName(said.what, speech) : labelOf(said.name, speech.language)}</span>
      {said.at > 0 && <small>{say('saidAt', ...onBothClocks(said.at))}</small>}
      <span className="queued-text">{text}</span>
      {said.state !== 'waiting' && (
        <span className="queued-do">
          {said.crossing !== undefined && (
            <a href={`#/crossings/${encodeURIComponent(said.crossing)}`} onClick={() => forget(said.id)}>
              {say('openFile')}
            </a>
          )}
          <button type="button" onClick={() => forget(said.id)}>
            {say('dismiss')}
          </button>
        </span>
      )}
    </li>
  );
}
