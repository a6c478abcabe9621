/** An error in one clear sentence, with the server's code for whoever is asked for help. */
import { useSpeech } from './parts';
import type { Say } from './words';
import { NETWORK, type Fault } from './wire';

export function faultSentence(fault: Fault, say: Say): string {
  switch (fault.status) {
    case NETWORK:
      return say('faultNetwork');
    case 401:
      return say('fault401');
    case 403:
      return say('fault403');
    case 404:
      return say('fault404');
    case 429:
      return say('fault429');
    case 503:
      return say('fault503');
    default:
      return say('faultOther', fault.detail);
  }
}

export function FaultLine({ fault, again }: { fault: Fault; again: () => void }) {
  const { say } = useSpeech();
  return (
    <div className="fault" role="alert">
      <span>{faultSentence(fault, say)}</span>
      {fault.status !== NETWORK && fault.status !== 404 && <code>{fault.code}</code>}
      {fault.status !== 404 && (
        <button type="button" onClick={again}>
          {say('retry')}
        </button>
      )}
    </div>
  );
}
