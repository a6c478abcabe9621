/** The road to the gates on a phone: ask about a plate, call the roll. Works without a network. */
import { useEffect, useState } from 'react';
import { useHash } from '../address';
import type { Board } from '../board';
import { SpeechContext, useSpeech as useFrameSpeech } from '../parts';
import { keepPages } from '../shell';
import { goBy } from '../times';
import type { Me } from '../wire';
import { Ask } from './ask';
import { Call } from './call';
import { keep, kept } from './keep';
import { beginOutbox } from './outbox';
import { noteSent } from './held';
import type { RoadSite } from './road-wire';
import { RollList } from './rolls';
import { Sign } from './sign';
import { useSpeech } from './speech';
import './road.css';

/** Who was here last and where that is: what a phone needs to go on without a network. */
interface Known {
  me: Pick<Me, 'may' | 'role'> & { id: string };
  site: RoadSite;
}

const rollIn = (hash: string): string | null => /^#\/rolls\/([0-9a-f-]{36})$/.exec(hash)?.[1] ?? null;

function knownOf(board: Board): Known | null {
  if (board.me === null || board.site === null) {
    const last = kept<Known | null>('known', null);
    return board.who === '' || last?.me.id === board.who ? last : null;
  }
  const known = { me: board.me, site: board.site as RoadSite };
  keep('known', known);
  return known;
}

export function Road({ board }: { board: Board }) {
  const [known, setKnown] = useState(() => knownOf(board));
  const frame = useFrameSpeech();
  useEffect(() => {
    if (board.me !== null && board.site !== null) setKnown(knownOf(board));
  }, [board.me, board.site]);
  useEffect(() => {
    if (known === null) return;
    goBy(known.site.zone, known.site.facingZone);
    beginOutbox(known.me.id, noteSent);
  }, [known]);
  useEffect(keepPages, []);
  if (known === null) return <p className="empty">{frame.say('loading')}</p>;
  goBy(known.site.zone, known.site.facingZone);
  return (
    <SpeechContext value={{ ...frame, site: known.site }}>
      <Pages known={known} />
    </SpeechContext>
  );
}

function Pages({ known }: { known: Known }) {
  const { say } = useSpeech();
  const hash = useHash();
  const asks = known.me.may.includes('DIRECT_TRAFFIC');
  const calls = known.me.may.includes('CALL_ROLL');
  const roll = rollIn(hash);
  const onRolls = hash.startsWith('#/rolls') || !asks;
  if (!asks && !calls) return <p className="empty">{say('notAllowed')}</p>;
  return (
    <main className="road">
      <div className="road-top">
        {asks && calls && (
          <nav className="segments">
            <a href="#/road" aria-current={onRolls ? undefined : 'page'}>
              {say('roadAdvice')}
            </a>
            <a href="#/rolls" aria-current={onRolls ? 'page' : undefined}>
              {say('roadRolls')}
            </a>
          </nav>
        )}
        <Sign />
      </div>
      {!onRolls && <Ask site={known.site} />}
      {onRolls && roll === null && <RollList site={known.site} />}
      {onRolls && roll !== null && <Call key={roll} id={roll} site={known.site} />}
    </main>
  );
}
