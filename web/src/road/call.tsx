/** Calling the roll: plate after plate in the order in which the vehicles stand. */
import { useEffect, useMemo, useRef, useState } from 'react';
import { FaultLine } from '../fault';
import { plateText } from '../plates';
import { newId, post } from '../send';
import { faultOf, type Fault } from '../wire';
import { useRoll } from './held';
import { keep, kept } from './keep';
import { firstWord, inOrder, isOdd, linesOf, nextWord, prefixesOf, rankBetween, type Line } from './order';
import { say as tell, takeBack } from './outbox';
import { keysAfter, PlatePad, type Keys } from './pad';
import type { RoadSite, RollView } from './road-wire';
import { Rows, VehicleSheet, type Todo } from './rows';
import { useOutbox } from './sign';
import { placeLabel, useSpeech } from './speech';
import { USUAL } from './usual';

const SINCE = [0, 1, 3, 6, 12, 24, 48];

/** The section of this phone: the first that nobody writes in. */
function sectionOf(id: string, view: RollView | null): number {
  const mine = kept<Record<string, number>>('mine', {})[id];
  if (mine !== undefined) return mine;
  const taken = new Set(view?.sections.map((one) => one.section));
  let free = 1;
  while (taken.has(free) && free < 99) free++;
  return free;
}

export function Call({ id, site }: { id: string; site: RoadSite }) {
  const { say, language } = useSpeech();
  const [section, setSection] = useState(() => sectionOf(id, null));
  const roll = useRoll(id, section);
  const { view } = roll;
  const [text, setText] = useState('');
  const [keys, setKeys] = useState<Keys>('digits');
  const [since, setSince] = useState<number | null>(null);
  const [todo, setTodo] = useState<Todo>({ kind: 'add' });
  const [chosen, setChosen] = useState<Line | null>(null);
  const [undone, setUndone] = useState<string | null>(null);
  const chose = useRef(kept<Record<string, number>>('mine', {})[id] !== undefined);

  useEffect(() => {
    if (view !== null && !chose.current) setSection(sectionOf(id, view));
  }, [id, view]);
  const take = (one: number) => {
    chose.current = true;
    keep('mine', { ...kept('mine', {}), [id]: one });
    setSection(one);
    setTodo({ kind: 'add' });
  };

  const { standing, removed } = linesOf(view?.entries ?? [], roll.queued, section);
  const every = useMemo(() => [...standing, ...removed].sort(inOrder), [standing, removed]);
  const plates = standing.map((line) => line.plate);
  const prefixes = prefixesOf(plates, USUAL, 5);

  const enter = () => {
    if (text.length < 4) return;
    if (!chose.current) take(section);
    const now = Date.now();
    const stood = since === null ? {} : { standingSince: new Date(now - since * 3_600_000).toISOString() };
    if (todo.kind === 'correct') {
      tell(id, nextWord(todo.line, now, { plate: text }));
    } else {
      const [before, after] = neighbours(every, todo);
      const rank = rankBetween(before, after);
      tell(id, { ...firstWord(newId(), section, rank, text, now), ...stood });
    }
    setTodo({ kind: 'add' });
    setText('');
    setKeys('digits');
    setUndone(null);
  };
  /** Takes the last word of this phone back: the vehicle that was written last. */
  const undo = () => {
    const last = standing.filter((line) => line.held === undefined || line.sent === false).at(-1) ?? standing.at(-1);
    if (last === undefined) return;
    if (!takeBack(last.id)) tell(id, nextWord(last, Date.now(), { removed: 'MISTAKE' }));
    setUndone(last.plate);
  };

  if (roll.gone) return <p className="empty">{say('rollGone')}</p>;
  if (view === null) return <p className="empty">{say(roll.offline ? 'askOffline' : 'loading')}</p>;
  const others = [...new Set(view.entries.filter((one) => one.section === section && one.by.label !== undefined).map((one) => one.by.label ?? ''))];
  const doing =
    todo.kind === 'correct' ? say('correcting', todo.line.position) : todo.kind === 'after' ? say('inserting', todo.line.position) : todo.kind === 'before' ? (todo.line.position === 1 ? say('insertingFirst') : say('inserting', todo.line.position - 1)) : say('position', standing.length + 1);
  return (
    <section className="call">
      <div className="call-head">
        <a href="#/rolls" aria-label={say('rollsOpen')}>←</a>
        <div className="call-place">
          <b>{placeLabel(site, view.place, language)}</b>
          {view.stretch !== '' && <small>{view.stretch}</small>}
        </div>
        <label className="section">
          <span className="unseen">{say('mySection')}</span>
          <select value={section} onChange={(event) => take(Number(event.target.value))}>
            {Array.from({ length: Math.min(99, Math.max(12, section, ...view.sections.map((one) => one.section + 1))) }, (_, i) => i + 1).map((one) => (
              <option key={one} value={one}>
                {say('section', one)} · {view.sections.find((found) => found.section === one)?.vehicles ?? 0}
              </option>
            ))}
          </select>
        </label>
      </div>
      {others.length > 1 && <p className="hint p2">{say('sectionTaken', others.join(', '))}</p>}
      <Rows lines={standing} removed={removed} site={site} roll={id} choose={setChosen} />
      <div className="plate-line">
        <div className="plate-head">
          <span className="doing" data-todo={todo.kind}>{doing}</span>
          {isOdd(text) && <small className="odd">{say('oddPlate')}</small>}
          {undone !== null && text === '' && <small className="odd">{say('undone', plateText(undone))}</small>}
        </div>
        <output className="plate-field" aria-label={say('plate')}>
          {text === '' ? <i>{say('plate')}</i> : plateText(text)}
        </output>
      </div>
      <div className="call-tools">
        <label>
          {say('standing')}
          <select value={since ?? ''} onChange={(event) => setSince(event.target.value === '' ? null : Number(event.target.value))}>
            <option value="">{say('standingUnknown')}</option>
            {SINCE.map((hours) => (
              <option key={hours} value={hours}>
                {hours === 0 ? say('standingNow') : say('hours', hours)}
              </option>
            ))}
          </select>
        </label>
        {todo.kind === 'add' ? (
          <button type="button" className="key small" onClick={undo} disabled={standing.length === 0}>
            ↶ {say('undo')}
          </button>
        ) : (
          <button type="button" className="key small" onClick={() => { setTodo({ kind: 'add' }); setText(''); }}>
            {say('cancel')}
          </button>
        )}
      </div>
      <PlatePad
        text={text}
        prefixes={prefixes}
        keys={keys}
        setKeys={setKeys}
        setText={(next) => { setText(next); setKeys(keysAfter(next)); }}
        enter={enter}
        enterLabel={say(todo.kind === 'correct' ? 'save' : todo.kind === 'add' ? 'next' : 'insertHere')}
      />
      <Closing id={id} view={view} again={roll.again} />
      {chosen !== null && (
        <VehicleSheet
          line={chosen}
          close={() => setChosen(null)}
          remove={(why) => tell(id, nextWord(chosen, Date.now(), { removed: why }))}
          note={(note) => tell(id, nextWord(chosen, Date.now(), { note }))}
          start={(next) => {
            setTodo(next);
            setText(next.kind === 'correct' ? chosen.plate : '');
            setKeys('digits');
          }}
        />
      )}
    </section>
  );
}

/** Between whom it comes to stand, those removed too: their ranks are taken. */
function neighbours(every: readonly Line[], todo: Todo): [Line | undefined, Line | undefined] {
  if (todo.kind !== 'after' && todo.kind !== 'before') return [every.at(-1), undefined];
  const at = every.findIndex((line) => line.id === todo.line.id);
  return todo.kind === 'after' ? [every[at], every[at + 1]] : [every[at - 1], every[at]];
}

function Closing({ id, view, again }: { id: string; view: RollView; again: () => void }) {
  const { say } = useSpeech();
  const { waiting } = useOutbox();
  const [fault, setFault] = useState<Fault | null>(null);
  const [asking, setAsking] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (asking) dialog.current?.showModal();
  }, [asking]);
  if (!view.open) return <p className="told">{say('rollSigned')}</p>;
  const sign = async () => {
    setAsking(false);
    try {
      await post(`/rolls/${id}/closing`, { version: view.version }, newId());
      setFault(null);
    } catch (reason) {
      setFault(faultOf(reason));
    }
    again();
  };
  return (
    <div className="closing">
      {fault !== null && (fault.code === 'ROLL_CHANGED' ? <p className="hint p2" role="alert">{say('rollChanged')}</p> : <FaultLine fault={fault} again={() => void sign()} />)}
      <button type="button" disabled={waiting > 0} onClick={() => { again(); setAsking(true); }}>
        {waiting > 0 ? say('rollCloseWaits', waiting) : say('rollClose')}
      </button>
      {asking && (
        <dialog ref={dialog} aria-labelledby="close-title" onCancel={() => setAsking(false)}>
          <p id="close-title">{say('rollCloseAsk', view.vehicles)}</p>
          <div className="buttons">
            <button type="button" onClick={() => setAsking(false)}>{say('cancel')}</button>
            <button type="button" className="primary" onClick={() => void sign()}>{say('rollClose')}</button>
          </div>
        </dialog>
      )}
    </div>
  );
}
