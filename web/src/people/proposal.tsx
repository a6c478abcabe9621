/** One proposal: exactly what is approved, by whom, and what this operator can do about it. */
import { useState } from 'react';
import { Ask } from '../gate/ask';
import type { Proposal, Wish } from './accounts';
import { Finish } from './forms';
import { momentText, usePeople, voiceText, wrongsOf, type Wrong } from './say';
import { speak, type Word } from './use';

interface ProposedProps {
  proposal: Proposal;
  /** The label of the account, as far as it is known. */
  subject: string;
  /** What was typed with it in this tab. */
  kept: Wish | null;
  finish: (wish: Wish) => Promise<void>;
  spoken: (word: Word) => void;
  again: () => Promise<void>;
}

export function Proposed({ proposal, subject, kept, finish, spoken, again }: ProposedProps) {
  const speech = usePeople();
  const { say } = speech;
  const [asking, setAsking] = useState<Word | null>(null);
  const [busy, setBusy] = useState(false);
  const [wrongs, setWrongs] = useState<readonly Wrong[]>([]);
  const { matter, proposed, approved } = proposal;
  const tell = (word: Word) => {
    setAsking(null);
    setBusy(true);
    setWrongs([]);
    speak(proposal.id, word)
      .then(() => spoken(word))
      .catch((reason: unknown) => {
        setWrongs(wrongsOf(reason));
        void again();
      })
      .finally(() => setBusy(false));
  };
  const what = subject === '' ? say(`matter${matter}`) : `${say(`matter${matter}`)}: ${subject}`;
  return (
    <>
      <dl className="people-facts">
        {subject !== '' && (
          <>
            <dt>{say('colSubject')}</dt>
            <dd>{subject}</dd>
          </>
        )}
        <dt>{say('statementIs')}</dt>
        <dd>
          <code lang="en">{proposal.statement}</code>
        </dd>
        <dt>{say('proposedBy', voiceText(proposed, speech))}</dt>
        <dd>{momentText(proposed.at, speech)}</dd>
        {approved !== undefined && (
          <>
            <dt>{say('approvedBy', voiceText(approved, speech))}</dt>
            <dd>{momentText(approved.at, speech)}</dd>
          </>
        )}
        <dt>{say('standsUntil')}</dt>
        <dd>{momentText(proposal.expiresAt, speech)}</dd>
      </dl>
      {kept !== null && approved === undefined && <p className="people-two">{say('mineWaits')}</p>}
      {kept === null && approved !== undefined && <p className="people-two">{say('otherApproved')}</p>}
      {kept !== null && approved !== undefined && <Finish kept={kept} wish={finish} />}
      {wrongs.length > 0 && (
        <p className="wrong" role="alert">
          {wrongs.map((one) => one.say(speech)).join(' ')}
        </p>
      )}
      <div className="people-acts">
        {approved === undefined && kept === null && (
          <button type="button" className="primary" data-first disabled={busy} onClick={() => setAsking('approval')}>
            {say('approve')}
          </button>
        )}
        <button type="button" disabled={busy} onClick={() => setAsking('withdrawal')}>
          {say('withdraw')}
        </button>
      </div>
      {asking !== null && (
        <Ask
          title={say(asking === 'approval' ? 'approveAsk' : 'withdrawAsk')}
          why={say(asking === 'approval' ? 'approveWhy' : 'withdrawWhy', what, voiceText(proposed, speech))}
          submit={say(asking === 'approval' ? 'approve' : 'withdraw')}
          read={() => ({ body: {} })}
          done={() => tell(asking)}
          close={() => setAsking(null)}
        >
          <code lang="en">{proposal.statement}</code>
        </Ask>
      )}
    </>
  );
}
