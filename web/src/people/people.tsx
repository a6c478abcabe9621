/** Who has an account here, for the operators: enrol, scope, password, revoke; and what takes two of them. */
import { useMemo, useRef, useState } from 'react';
import type { Board } from '../board';
import { FaultLine } from '../fault';
import { useKeys } from '../keys';
import { Rows } from '../gate/rows';
import { newId } from '../send';
import { countOf } from '../times';
import { faultOf } from '../wire';
import { One, type Doing } from './account';
import { draftOf, roles, type Account, type Proposal, type Role, type Wish } from './accounts';
import { Enrol } from './forms';
import { forget, keptOf } from './kept';
import type { PeopleWord } from './peoplewords';
import { Proposed } from './proposal';

import { momentText, scopeParts, subjectText, usePeople, voiceText, type Speech } from './say';
import { Secret } from './secret';
import { Side } from './side';
import { act, propose, useLists, type Given } from './use';
import '../gate/loads.css';
import './people.css';

/** So many are shown; the others are found by searching. */
const MOST = 200;

type Pane =
  | { kind: 'enrol' }
  | { kind: 'account'; id: string; doing: Doing }
  | { kind: 'proposal'; id: string }
  | { kind: 'secret'; label: string; given: Given };

const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLocaleLowerCase();

function useFound(accounts: readonly Account[], sought: string, speech: Speech): readonly Account[] {
  return useMemo(() => {
    const order = (one: Account) => roles.indexOf(one.role as Role);
    const words = plain(sought).split(/\s+/);
    return accounts
      .filter((one) => {
        const said = plain([one.label, speech.say(one.role), ...scopeParts(one, speech)].join(' '));
        return words.every((word) => said.includes(word));
      })
      .sort((a, b) => order(a) - order(b) || a.label.localeCompare(b.label, speech.language));
  }, [accounts, sought, speech]);
}

export function People({ board }: { board: Board }) {
  const speech = usePeople();
  const { say, language } = speech;
  const { lists, fault, again } = useLists();
  const [sought, setSought] = useState('');
  const [account, setAccount] = useState<string | null>(null);
  const [proposal, setProposal] = useState<string | null>(null);
  const [pane, setPane] = useState<Pane | null>(null);
  const [said, setSaid] = useState<PeopleWord | null>(null);
  const [draft, setDraft] = useState(() => draftOf({ id: newId() }));
  const search = useRef<HTMLInputElement>(null);
  const found = useFound(lists?.accounts ?? [], sought, speech);
  const { me } = board;

  const open = (next: Pane | null, word: PeopleWord | null = null) => {
    setPane(next);
    setSaid(word);
  };
  const openProposal = (id: string) => {
    setProposal(id);
    open({ kind: 'proposal', id });
  };
  const close = () => {
    const from = pane?.kind === 'proposal' ? 'proposals' : 'accounts';
    open(null);
    (document.getElementById(from) ?? search.current)?.focus();
  };

  useKeys((event) => {
    const does: Partial<Record<string, () => void>> = {
      F3: () => search.current?.select(),
      F4: () => open({ kind: 'enrol' }),
      F8: () => {
        const first = lists?.proposals.find((one) => one.id === proposal) ?? lists?.proposals[0];
        if (first !== undefined) openProposal(first.id);
      },
    };
    const key = does[event.key];
    // What is shown once goes only when somebody says it is written down.
    if (key !== undefined) {
      event.preventDefault();
      if (pane?.kind !== 'secret' && !event.repeat) key();
    } else if (event.key === 'Escape' && pane?.kind !== 'secret') {
      if (pane !== null) close();
      else if (event.target === search.current) setSought('');
    }
  });

  /** What is given once is shown before anything else. */
  const finish = async (wish: Wish) => {
    const given = await act(wish);
    // Another one may be half typed by now.
    if (wish.kind === 'enrol' && wish.id === draft.id) setDraft(draftOf({ id: newId() }));
    await again();
    const label = wish.kind === 'enrol' ? wish.label : labelOf(wish.actor);
    if (given.password !== undefined || (given.token !== undefined && wish.kind === 'enrol' && wish.name === '')) {
      open({ kind: 'secret', label, given });
    } else if (wish.kind === 'rescope') open({ kind: 'account', id: wish.actor, doing: null }, 'doneScope');
    else open(null, 'doneEnrol');
  };
  const labelOf = (id: string) => lists?.accounts.find((one) => one.id === id)?.label ?? '';
  const wish = async (what: Wish, byTwo: boolean) => {
    if (!byTwo) {
      // Who was alone and is not any more hears it, and sees it said.
      return finish(what).catch((reason: unknown) => {
        if (faultOf(reason).code === 'ID_IN_USE') setDraft((before) => ({ ...before, id: newId() }));
        void again();
        throw reason;
      });
    }
    const made = await propose(what, me?.id ?? '');
    if (what.kind === 'enrol') setDraft(draftOf({ id: newId() }));
    await again();
    setProposal(made);
    open({ kind: 'proposal', id: made }, 'donePropose');
  };

  if (me === null) return null;
  const kept = (one: Proposal) => keptOf(one.id, me.id);
  const subject = (one: Proposal) => {
    const typed = kept(one);
    return subjectText(one, lists?.accounts ?? [], typed?.kind === 'enrol' ? typed.label : undefined);
  };
  const opened = pane?.kind === 'account' ? lists?.accounts.find((one) => one.id === pane.id) : undefined;
  const shown = pane?.kind === 'proposal' ? lists?.proposals.find((one) => one.id === pane.id) : undefined;
  const gone = lists !== null && ((pane?.kind === 'account' && !opened) || (pane?.kind === 'proposal' && !shown));
  const titles: Record<Pane['kind'], string> = {
    enrol: say('enrolTitle'),
    account: opened?.label ?? '',
    proposal: shown === undefined ? '' : say(`matter${shown.matter}`),
    secret: say('secretTitle'),
  };
  const turn = pane === null ? '' : `${pane.kind} ${'id' in pane ? pane.id : ''} ${'doing' in pane ? pane.doing : ''}`;
  return (
    <main className="people" data-open={pane !== null || undefined}>
      <section className="panel people-list" aria-labelledby="people-accounts">
        <div className="head">
          <h2 id="people-accounts">{say('peopleList')}</h2>
          {lists !== null && <span>{countOf(lists.accounts.length, language)}</span>}
          <button type="button" className="primary push" onClick={() => pane?.kind !== 'secret' && open({ kind: 'enrol' })}>
            {say('enrol')} <kbd>F4</kbd>
          </button>
        </div>
        <div className="filters">
          <input
            ref={search}
            aria-label={say('peopleFind')}
            placeholder={say('peopleFind')}
            value={sought}
            onChange={(event) => setSought(event.target.value)}
            onKeyDown={(event) => {
              const first = found.find((one) => one.id === account) ?? found[0];
              if (first === undefined || event.nativeEvent.isComposing) return;
              if (event.key === 'ArrowDown') {
                event.preventDefault();
                document.getElementById('accounts')?.focus();
              } else if (event.key === 'Enter' && pane?.kind !== 'secret') {
                // Not also for the button that gets the cursor.
                event.preventDefault();
                setAccount(first.id);
                open({ kind: 'account', id: first.id, doing: null });
              }
            }}
          />
          <kbd>F3</kbd>
        </div>
        {fault !== null && <FaultLine fault={fault} again={() => void again()} />}
        {lists === null && fault === null && <p className="empty">{say('loading')}</p>}
        {lists !== null && found.length === 0 && <p className="empty">{say('peopleNotFound', sought)}</p>}
        {found.length > 0 && (
          <>
            <div className="people-row people-top" aria-hidden="true">
              <span>{say('colLabel')}</span>
              <span>{say('colRole')}</span>
              <span>{say('colScope')}</span>
            </div>
            <Rows
              id="accounts"
              className="people-rows"
              label={say('peopleList')}
              items={found.slice(0, MOST)}
              chosen={account}
              choose={setAccount}
              open={(id) => pane?.kind !== 'secret' && open({ kind: 'account', id, doing: null })}
              row={(one) => (
                <span className="people-row">
                  <b>
                    {one.label} {one.id === me.id && <small>{say('itsYou')}</small>}
                  </b>
                  <span>{say(one.role)}</span>
                  <span>{scopeParts(one, speech).join(' · ')}</span>
                </span>
              )}
            />
            {found.length > MOST && <p className="empty">{say('peopleMore', countOf(found.length - MOST, language))}</p>}
          </>
        )}
        <p className="keys">
          {(
            [
              ['F3', 'keyFind'],
              ['↑ ↓', 'keyRows'],
              ['Enter', 'keyOpen'],
              ['F4', 'enrol'],
              ['F8', 'keyProposals'],
              ['Esc', 'keyBack'],
            ] as const
          ).map(([key, word]) => (
            <span key={key}>
              <kbd>{key}</kbd> {say(word)}
            </span>
          ))}
        </p>
      </section>
      <Side title={pane === null ? null : titles[pane.kind]} turn={turn} part={shown?.approved?.at ?? ''} close={pane?.kind === 'secret' ? null : close}>
        {said !== null && !(said === 'donePropose' && shown?.approved !== undefined) && (
          <p className="outcome" role="status" data-said={said}>
            {say(said)}
          </p>
        )}
        {pane === null && said === null && <p className="empty">{say('peopleHint')}</p>}
        {gone && <p className="empty">{say(pane?.kind === 'account' ? 'noACTOR_UNKNOWN' : 'noPROPOSAL_UNKNOWN')}</p>}
        {pane?.kind === 'enrol' && lists !== null && (
          <Enrol draft={draft} change={setDraft} twoOperators={lists.twoOperators} wish={wish} close={close} />
        )}
        {pane?.kind === 'account' && opened !== undefined && lists !== null && (
          <One
            key={opened.id}
            account={opened}
            me={me}
            twoOperators={lists.twoOperators}
            doing={pane.doing}
            setDoing={(doing) => open({ ...pane, doing })}
            wish={wish}
            revoked={() => {
              open(null, 'doneRevoke');
              void again();
            }}
          />
        )}
        {pane?.kind === 'proposal' && shown !== undefined && (
          <Proposed
            key={shown.id}
            proposal={shown}
            subject={subject(shown)}
            kept={kept(shown)}
            finish={async (what) => {
              await finish(what);
              forget(shown.id);
            }}
            spoken={(word) => {
              if (word === 'approval') setSaid('doneApprove');
              else open(null, 'doneWithdraw');
              void again();
            }}
            again={again}
          />
        )}
        {pane?.kind === 'secret' && <Secret label={pane.label} given={pane.given} done={close} />}
      </Side>
      {(lists?.twoOperators === true || (lists?.proposals.length ?? 0) > 0) && (
        <section className="panel people-waiting" aria-labelledby="people-proposals">
          <div className="head">
            <h2 id="people-proposals">{say('proposals')}</h2>
            <kbd>F8</kbd>
          </div>
          {lists?.proposals.length === 0 && <p className="empty">{say('proposalsNone')}</p>}
          {lists !== null && lists.proposals.length > 0 && (
            <Rows
              id="proposals"
              className="people-rows"
              label={say('proposals')}
              items={lists.proposals}
              chosen={proposal}
              choose={setProposal}
              open={(id) => pane?.kind !== 'secret' && openProposal(id)}
              row={(one) => {
                const state = one.approved === undefined ? 'stateWaits' : kept(one) === null ? 'stateApproved' : 'stateMine';
                return (
                  <span className="people-proposal" data-state={state}>
                    <b>{[say(`matter${one.matter}`), subject(one)].filter((part) => part !== '').join(': ')}</b>
                    <span>{say(state)}</span>
                    <small>
                      {say('proposedBy', voiceText(one.proposed, speech))} · {say('standsUntil')}{' '}
                      {momentText(one.expiresAt, speech)}
                    </small>
                  </span>
                );
              }}
            />
          )}
        </section>
      )}
    </main>
  );
}
