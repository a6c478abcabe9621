/** What became of an act: under way, done, kept for later, refused and why, or not known. */
import { faultSentence } from '../fault';
import { labelOf, Mark } from '../parts';
import { onBothClocks } from '../times';
import type { Found } from '../wire';
import type { Outcome } from './act';
import { refusedText, stepName, unmetText } from './loadsay';
import { useSpeech } from './speech';

interface OutcomeProps {
  /** A step's code, or the name of another act. */
  what: string;
  outcome: Outcome;
  /** What an inspection found: that it is recorded does not say that nothing is wrong. */
  found?: Found | undefined;
  /** What was amended meanwhile, by its names. */
  amended?: string | undefined;
  again: () => void;
}

export function OutcomeOf({ what, outcome, found, amended, again }: OutcomeProps) {
  const speech = useSpeech();
  const { say } = speech;
  const name = found === undefined ? stepName(what, speech) : `${stepName(what, speech)} (${say(`found${found}`)})`;
  switch (outcome.kind) {
    case 'sending':
      return (
        <p className="outcome" role="status">
          {say('sending')}
        </p>
      );
    case 'done':
      if (outcome.asked === true) {
        return (
          <p className="outcome p2" role="status" data-done="asked">
            <Mark priority={2} />
            <span>{say('askedAct', name)}</span>
          </p>
        );
      }
      if (found === 'DOUBT') {
        return (
          <p className="outcome p2" role="status" data-done="doubt">
            <Mark priority={2} />
            <span>
              {say('doneAct', name, ...onBothClocks(outcome.at))} <b>{say('doubtNext')}</b>
            </span>
          </p>
        );
      }
      return (
        <p className="outcome" role="status" data-done="done">
          {say('doneAct', name, ...onBothClocks(outcome.at))}
        </p>
      );
    case 'queued':
      return (
        <p className="outcome p2" role="status" data-done="queued">
          <Mark priority={2} />
          <span>{say('queuedAct', name, ...onBothClocks(outcome.at))}</span>
        </p>
      );
    case 'stale':
      return (
        <p className="outcome p2" role="alert" data-stale>
          <Mark priority={2} />
          <span>{say('staleLoad', amended || '–')}</span>
        </p>
      );
    case 'refused': {
      const faults = outcome.faults ?? [];
      const whys = [
        ...outcome.unmet.map((word) => unmetText(word, speech)),
        ...faults.map((one) => (one.messages === undefined ? one.message : labelOf(one.messages, speech.language))),
      ];
      return (
        <div className="outcome p2" role="alert" data-refused={outcome.code}>
          <Mark priority={2} />
          <span>
            {say('refusedAct', name, refusedText(outcome.code, [], speech))}
            {outcome.unmet.length > 0 && ` ${say('stillMissing', '')}`}
          </span>
          {whys.length > 0 && (
            <ul>
              {whys.map((why) => (
                <li key={why}>{why}</li>
              ))}
            </ul>
          )}
        </div>
      );
    }
    case 'failed':
      return (
        <div className="outcome p1" role="alert">
          <span>
            {faultSentence(outcome.fault, say, speech.language)} {say('sendAgainSafe')}
          </span>
          <code>{outcome.fault.code}</code>
          <button type="button" onClick={again}>
            {say('sendAgain')}
          </button>
        </div>
      );
  }
}
