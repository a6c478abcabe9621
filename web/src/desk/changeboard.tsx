/**
 * Goods that change vehicles: who is worked on, who is called and until when, who stands in the line, what is
 * finished and not signed, and what each of them lacks. The yard starts, packs and finishes; customs signs;
 * everybody else sees it. The arrow keys go from one to the next, Enter to its buttons, a second Enter presses.
 */
import { useEffect, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { Board } from '../board';
import type { Change } from '../changes';
import { FaultLine } from '../fault';
import { bare } from '../judge';
import { useKeys } from '../keys';
import { Head, Keys, Search } from '../listhead';
import { Plate } from '../parts';
import { countOf, HERE, secondOf } from '../times';
import { rowFrom } from '../gate/arrows';
import { useSpeech } from '../gate/speech';
import '../gate/loads.css';
import { useChangeActs } from './changeact';
import { ChangeCard, type Open } from './changecard';
import { sorted, useChanges } from './changelist';
import { changingSay } from './changingwords';
import { Intake } from './intake';
import './changing.css';

/** So many are passed by with one press of a page key. */
const PAGE = 5;

const fits = (change: Change, text: string): boolean =>
  [change.source, ...change.receivers].some((one) => bare(one.plate ?? '').includes(text));

/** Each yard has a line of its own. */
const nthOf = (items: readonly Change[], at: number): number =>
  items.slice(0, at + 1).filter((one) => one.source.yard === items[at]?.source.yard).length;

export function ChangeBoard({ board, open }: { board: Board; open: (crossing: string) => void }) {
  const speech = useSpeech();
  const { say, language } = speech;
  const note = changingSay(language);
  const { changes, areas, asOf, fault, again } = useChanges(board);
  const acts = useChangeActs(speech, again);
  const [sought, setSought] = useState('');
  const [form, setForm] = useState<Open | null>(null);
  const region = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const work = board.me?.may.includes('REPORT_YARD') === true;
  const sign = board.me?.may.includes('SET_CHANNEL') === true;
  useEffect(() => region.current?.focus({ preventScroll: true }), []);
  const text = bare(sought);
  const shown = useMemo(
    () => sorted((changes ?? []).filter((one) => text === '' || fits(one, text)), sign ? 'FINISHED' : null),
    [changes, text, sign],
  );
  const many = shown.reduce((sum, one) => sum + one.items.length, 0);
  const cards = () => [...(region.current?.querySelectorAll<HTMLElement>('[data-change]') ?? [])];
  /** The card that the keys are on: when it comes to stand elsewhere in the list they go with it. */
  const on = useRef<string | null>(null);
  const toCard = (id: string) =>
    (cards().find((one) => one.dataset['change'] === id) ?? region.current)?.focus();
  /** Where the keys are afterwards: nothing is pressed by a further Enter that was not looked at. */
  const [resting, setResting] = useState<{ id: string } | null>(null);
  const rest = (id: string) => setResting({ id });
  // Before the next key is heard: none is lost, and none meets another button than the one that was seen.
  useLayoutEffect(() => {
    if (resting !== null) toCard(resting.id);
  }, [resting]);
  useLayoutEffect(() => {
    const nowhere = document.activeElement === null || document.activeElement === document.body;
    if (on.current !== null && nowhere) toCard(on.current);
  });
  const follow = (target: EventTarget) => {
    const card = target instanceof Element ? target.closest<HTMLElement>('[data-change]') : null;
    on.current = card?.dataset['change'] ?? null;
  };
  const toButtons = (card: Element | null | undefined) =>
    card?.querySelector<HTMLElement>('[data-act]')?.focus();

  const keys = (event: KeyboardEvent) => {
    const at = event.target;
    if (event.nativeEvent.isComposing || !(at instanceof HTMLElement) || at.closest('form') !== null) return;
    const card = at.closest<HTMLElement>('[data-change]');
    // A key that is held does once what it does.
    if (event.key === 'Enter' && event.repeat) return event.preventDefault();
    if (event.key === 'Enter' && at === card) toButtons(card);
    else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
      const buttons = [...(card?.querySelectorAll<HTMLElement>('[data-act]') ?? [])];
      const from = buttons.indexOf(at);
      const next = buttons[from + (event.key === 'ArrowLeft' ? -1 : 1)];
      if (next === undefined) return;
      next.focus();
    } else {
      const list = cards();
      const next = rowFrom(card === null ? -1 : list.indexOf(card), event.key, list.length, PAGE);
      if (next === null || list.length === 0) return;
      list[next]?.focus();
    }
    event.preventDefault();
  };
  useKeys((event) => {
    const at = event.target instanceof Element ? event.target : null;
    const card = at?.closest<HTMLElement>('[data-change]') ?? null;
    if (event.key === 'F3') search.current?.select();
    else if (event.key === 'Escape' && form !== null) {
      setForm(null);
      rest(form.id);
    } else if (event.key === 'Escape' && card !== null && at !== card) card.focus();
    else if (event.key === 'Escape' && at?.closest('.changing') != null) {
      setSought('');
      region.current?.focus({ preventScroll: true });
    } else if (
      (event.key === 'Enter' && at === search.current) ||
      ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && (at === document.body || at === search.current))
    ) {
      cards()[0]?.focus();
    } else return;
    event.preventDefault();
  });

  return (
    <main
      className="yard-page changing-page"
      onFocus={(event) => follow(event.target)}
      onPointerDown={(event) => follow(event.target)}
    >
      <section className="panel changing">
        <Head
          title={note('changingTitle')}
          count={changes === null ? undefined : note('changingCount', countOf(changes.length, language))}
          asOf={asOf > 0 ? say('listAsOf', secondOf(asOf, HERE)) : undefined}
        />
        <div className="filters">
          <Search field={search} value={sought} label={note('changingFind')} change={setSought} />
          {sought !== '' && (
            <output>{say('shown', countOf(many, language), countOf(changes?.length ?? 0, language))}</output>
          )}
        </div>
        {fault !== null && <FaultLine fault={fault} again={() => void again()} />}
        {acts.said !== null && (
          <p className={`outcome${acts.said.done === 'done' ? '' : ' p2'}`} role="status" data-done={acts.said.done}>
            <b>
              <Plate plate={acts.said.plate} />
            </b>
            <span>{acts.said.text}</span>
          </p>
        )}
        <div
          className="yard-scroll"
          id="changing"
          ref={region}
          tabIndex={0}
          role="region"
          aria-label={note('changingTitle')}
          onKeyDown={keys}
        >
          <Intake areas={areas} asOf={asOf} />
          {changes === null && fault === null && <p className="empty">{say('loading')}</p>}
          {changes?.length === 0 && <p className="empty">{note('changingNone')}</p>}
          {many === 0 && text !== '' && (
            <p className="empty" role="status">
              {note('changingNotFound', sought.trim().toUpperCase())}
            </p>
          )}
          {shown
            .filter(({ items }) => items.length > 0)
            .map(({ group, items }) => (
              <section key={group} aria-labelledby={`group-${group}`} data-group={group}>
                <h3 id={`group-${group}`}>
                  {note(`group${group}`)} <small>{countOf(items.length, language)}</small>
                </h3>
                {items.map((change, i) => (
                  <ChangeCard
                    key={change.id}
                    change={change}
                    group={group}
                    nth={nthOf(items, i)}
                    now={board.asOf}
                    may={{ work, sign }}
                    acts={acts}
                    form={form?.id === change.id ? form : null}
                    setForm={setForm}
                    rest={rest}
                    open={open}
                  />
                ))}
              </section>
            ))}
        </div>
        <Keys
          of={[
            [['F3'], note('keySeek')],
            [['↑', '↓'], say('keyMove')],
            [['Enter'], note('keyActions')],
            [['←', '→'], note('keySideways')],
            [['Esc'], say('keyBack')],
          ]}
        />
      </section>
    </main>
  );
}
