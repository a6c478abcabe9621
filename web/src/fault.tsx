/** An error in one clear sentence, with the server's code for whoever is asked for help. */
import { labelOf, useSpeech } from './parts';
import type { Language } from './language';
import type { Say } from './words';
import { NETWORK, type Fault } from './wire';

/** What is wrong with an input the server says in each language; its detail is for programs. */
const wrongOf = ({ violations }: Fault, language: Language): string =>
  [...new Set(violations.map((one) => (one.messages === undefined ? one.code : labelOf(one.messages, language))))].join(' ');

export function faultSentence(fault: Fault, say: Say, language: Language): string {
  switch (fault.status) {
    case NETWORK:
      return say('faultNetwork');
    case 400:
      return say('fault400', wrongOf(fault, language)).trim();
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
  const { say, language } = useSpeech();
  return (
    <div className="fault" role="alert">
      <span>{faultSentence(fault, say, language)}</span>
      {fault.status !== NETWORK && fault.status !== 404 && <code>{fault.code}</code>}
      {fault.status !== 404 && (
        <button type="button" onClick={again}>
          {say('retry')}
        </button>
      )}
    </div>
  );
}
