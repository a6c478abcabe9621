/**
 * An agency's work list: every load on which something of it is open, what is due first on top. One is
 * opened and confirmed with two keys; several ordinary words are given in one act, each with its own result.
 */
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { type Board } from '../board';
import { FaultLine } from '../fault';
import { bare } from '../judge';
import { useKeys } from '../keys';
import { Head, Keys, Search } from '../listhead';
import { Plate } from '../parts';
import { countOf, dayOf, HERE, secondOf } from '../times';
import type { Load, LoadLine, OfficersAgency } from '../wire';
import { confirming, perform, type Outcome } from '../gate/act';
import { awaits, byDue, lateAt, nextOf, isInspection, onTurn, opensBarrier, type Loads } from '../gate/loads';
import { outcomeShort, stepName } from '../gate/loadsay';
import { queued, watchQueue, type Said } from '../gate/queue';
import { useSpeech } from '../gate/speech';
import { WorkList, type Item } from './worklist';
import '../gate/loads.css';

/** So many words are on their way at once. */
const AT_ONCE = 4;

export interface WorkState {
  show: 'turn' | 'open' | 'late';
  sought: string;
  selected: string | null;
  /** A word was given: no row is chosen until the officer chooses one, so a further Enter acts on nothing. */
  rest: boolean;
  /** What the last word on a single vehicle was, given in its file. */
  last: { plate: string | null; what: string; outcome: Outcome } | null;
}

export const freshWork: WorkState = { show: 'turn', sought: '', selected: null, rest: false, last: null };

/** What became of a word that was kept for later. */
function afterwards(outcome: Outcome, registration: string, said: readonly Said[]): Outcome {
  if (outcome.kind !== 'queued') return outcome;
  const kept = said.find((one) => one.registration === registration && one.what !== 'hold');
  switch (kept?.state) {
    case undefined:
      return { kind: 'done', at: outcome.at };
    case 'waiting':
      return outcome;
    case 'stale':
      return { kind: 'stale' };
    case 'expired':
      return { kind: 'refused', code: 'EXPIRED', unmet: [] };
    case 'refused':
      return { kind: 'refused', code: kept?.code ?? '', unmet: kept?.unmet ?? [] };
  }
}

interface WorkProps {
  board: Board;
  agency: OfficersAgency;
  list: Loads;
  state: WorkState;
  change: (part: Partial<WorkState>) => void;
  open: (crossing: string) => void;
}

/** A word that may be one of many: neither what opens the barrier nor an inspection, and it is its turn. */
const itemOf = (load: Load, line: LoadLine, barrier: boolean): Item => ({
  load,
  line,
  barrier,
  many: !barrier && !isInspection(line.step) && onTurn(line),
});

export function Work({ board, agency, list, state, change, open }: WorkProps) {
  const speech = useSpeech();
  const { say, site, language } = speech;
  const { loads, fault, reload, again } = list;
  const { show, sought, last } = state;
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  /** What the last act of many did; its rows stay where they were until the next thing is done. */
  const [settled, setSettled] = useState<ReadonlyMap<string, { item: Item; outcome: Outcome }>>(
    new Map(),
  );
  const search = useRef<HTMLInputElement>(null);
  const minute = Math.floor(board.asOf / 60_000) * 60_000;

  const all = useMemo(() => {
    const day = dayOf(minute);
    const items = [...(loads?.values() ?? [])].flatMap((load): Item[] => {
      const stays = settled.get(load.registration);
      if (stays !== undefined) return [stays.item];
      const line = nextOf(load, agency);
      return line === undefined
        ? []
        : [itemOf(load, line, opensBarrier(site, load, line.step, day))];
    });
    const there = new Set(items.map((item) => item.load.registration));
    for (const [id, { item }] of settled) if (!there.has(id)) items.push(item);
    const order = byDue(agency);
    return items.sort((a, b) => order(a.load, b.load));
  }, [loads, settled, agency, site, minute]);

  const counts = useMemo(
    () => ({
      turn: all.filter((item) => awaits(item, agency)).length,
      open: all.length,
      late: all.filter((item) => lateAt(item.line, minute)).length,
    }),
    [all, agency, minute],
  );
  const shown = useMemo(() => {
    const text = bare(sought);
    // A plate is sought in all that is open: whose turn it is, is the answer and not the question.
    return all.filter(
      ({ load, line }) =>
        settled.has(load.registration) ||
        (text === ''
          ? show === 'open' || (show === 'turn' ? awaits({ load, line }, agency) : lateAt(line, minute))
          : bare(load.plate ?? '').includes(text)),
    );
  }, [all, agency, settled, sought, show, minute]);

  // Whose row has left the list leaves the place to the row that is there now.
  const place = useRef(0);
  const found = shown.findIndex((item) => item.load.registration === state.selected);
  if (found >= 0) place.current = found;
  const upNext =
    shown[found >= 0 ? found : Math.min(place.current, shown.length - 1)]?.load.registration ?? null;
  const selected = state.rest ? null : upNext;

  const said = useSyncExternalStore(watchQueue, queued);
  const outcomes = useMemo(() => {
    const waiting = said.filter((one) => one.state === 'waiting' && one.what !== 'hold');
    return new Map<string, Outcome>([
      ...waiting.map((one): [string, Outcome] => [one.registration, { kind: 'queued', at: one.at }]),
      ...[...settled].map(([id, { outcome }]): [string, Outcome] => [id, afterwards(outcome, id, said)]),
    ]);
  }, [settled, said]);
  const byId = useMemo(() => new Map(all.map((item) => [item.load.registration, item])), [all]);
  const chosen = [...marked].flatMap((id) => {
    const item = byId.get(id);
    return item === undefined || !item.many ? [] : [item];
  });

  const mark = useCallback(
    (id: string) => {
      const item = byId.get(id);
      const outcome = outcomes.get(id)?.kind;
      if (outcome === 'done' || outcome === 'queued' || outcome === 'sending') return;
      // Tried again it is as it stands now.
      setSettled((before) => {
        const next = new Map(before);
        return next.delete(id) ? next : before;
      });
      if (item === undefined || !item.many) return;
      setMarked((before) => {
        const next = new Set(before);
        if (!next.delete(id)) next.add(id);
        return next;
      });
    },
    [byId, outcomes],
  );

  const confirmMarked = useCallback(async () => {
    if (chosen.length === 0) return;
    setMarked(new Set());
    change({ last: null });
    setSettled(
      new Map(chosen.map((item) => [item.load.registration, { item, outcome: { kind: 'sending' } }])),
    );
    const rest = [...chosen];
    const worker = async () => {
      for (let item = rest.shift(); item !== undefined; item = rest.shift()) {
        const { load, line } = item;
        const outcome = await perform(confirming(load, line, true));
        setSettled((before) => new Map(before).set(load.registration, { item: item as Item, outcome }));
        if (outcome.kind === 'done' || outcome.kind === 'stale') void again(load.registration);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
  }, [chosen, again, change, say]);

  const openItem = useCallback(
    (item: Item) => {
      setSettled(new Map());
      change({ selected: item.load.registration, rest: false, last: null });
      if (item.load.crossing !== undefined) open(item.load.crossing);
    },
    [open, change],
  );

  useEffect(() => {
    // Who types a plate already is left there.
    if (document.activeElement !== search.current) document.getElementById('work')?.focus({ preventScroll: true });
  }, [loads === null]);

  useKeys((event) => {
    const at = event.target instanceof Element ? event.target : null;
    if (event.key === 'F3') search.current?.select();
    else if (event.key === 'F8') {
      if (!event.repeat) void confirmMarked();
    } else if (event.key === 'Escape') {
      setSettled(new Map());
      setMarked(new Set());
      change({ sought: '', last: null });
      document.getElementById('work')?.focus();
    } else if (
      (event.key === 'ArrowDown' || event.key === 'ArrowUp') &&
      (at === document.body || at?.closest('.filters') !== null)
    ) {
      document.getElementById('work')?.focus();
    } else if (event.key === 'Enter' && (at === search.current || at === document.body)) {
      document.getElementById('work')?.focus();
    } else return;
    event.preventDefault();
  });

  const select = useCallback((id: string) => change({ selected: id, rest: false }), [change]);
  const views: [WorkState['show'], string][] = [
    ['turn', say('showTurn')],
    ['open', say('showOpen')],
    ['late', say('showLate')],
  ];
  return (
    <main className="work-page">
      <section className="panel work" aria-label={say('workOf', say(agency))}>
        <Head
          title={say('workOf', say(agency))}
          asOf={list.asOf > 0 ? say('listAsOf', secondOf(list.asOf, HERE)) : undefined}
        />
        <div className="filters">
          <div className="segments" role="group" aria-label={say('scope')}>
            {views.map(([one, text]) => (
              <button
                key={one}
                type="button"
                aria-pressed={one === show}
                onClick={() => {
                  setSettled(new Map());
                  change({ show: one });
                }}
              >
                {text}
                <small>{countOf(counts[one], language)}</small>
              </button>
            ))}
          </div>
          <Search field={search} value={sought} label={say('plate')} change={(text) => change({ sought: text, rest: false })} />
        </div>
        {fault !== null && <FaultLine fault={fault} again={reload} />}
        {last !== null && (
          <p className="outcome" role="status" data-done={last.outcome.kind}>
            <b>
              <Plate plate={last.plate} />
            </b>
            <span>
              {stepName(last.what, speech)}: {outcomeShort(last.outcome, speech)}
            </span>
            {state.rest && upNext !== null && (
              <span className="up-next">
                <kbd>↓</kbd> {say('keyNext')}
              </span>
            )}
          </p>
        )}
        <WorkList
          items={shown}
          label={say('workOf', say(agency))}
          now={board.asOf}
          readAt={list.asOf}
          selected={selected}
          upNext={upNext}
          marked={marked}
          outcomes={outcomes}
          select={select}
          open={openItem}
          mark={mark}
        />
        {loads === null && fault === null && <p className="empty">{say('loading')}</p>}
        {loads !== null && shown.length === 0 && (
          <p className="empty" data-empty>
            <b>{say('workNone')}</b> {say('workNoneWhy', say(agency))}
          </p>
        )}
        {list.total > 1000 && <p className="empty">{say('workMore', 1000)}</p>}
        {chosen.length > 0 && (
          <div className="convoy">
            <span>{say('marked', chosen.length)}</span>
            <button type="button" className="primary" id="confirm-marked" onClick={() => void confirmMarked()}>
              {say('confirmMarked', chosen.length)} <kbd>F8</kbd>
            </button>
          </div>
        )}
        <Keys
          of={[
            [['↑', '↓'], say('keyMove')],
            [['Enter'], say('keyOpen')],
            [['␣'], say('keyMark')],
            [['F8'], say('keyConvoy')],
            [['F3'], say('keySearch')],
          ]}
        >
          <span className="push">{say('greyNormal')}</span>
        </Keys>
      </section>
    </main>
  );
}
