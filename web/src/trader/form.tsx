/** The form of one registration, made for the keyboard. */
import { useCallback, useEffect, useMemo, useRef, useState, type FormEvent } from 'react';
import { flushSync } from 'react-dom';
import { CheckPanel, stands, useCheck } from './check';
import { keep } from './desk';
import { useKeys } from '../keys';
import { build, nameAt, needsOf } from '../registration/derive';
import { at } from '../registration/tree';
import { bringsNothing, namesIn, type Values } from '../registration/values';
import { forgetDraft, useDraft } from './drafts';
import type { Entry } from './entry';
import { faultSentence } from '../fault';
import {
  changingKeys,
  inOrder,
  itemOf,
  keyOf,
  keysIn,
  listOf,
  lists,
  sections,
  specs,
  type List,
  type Name,
} from '../registration/fields';
import { remember } from './memory';
import { Part } from './part';
import { rowsShown } from './rows';
import { sentence, unreadable, useTell } from './say';
import { newId, post } from '../send';
import { blank, fieldOf, showing } from './show';
import { HERE, minuteOf } from '../times';
import { useEntry, useRows } from './useentry';
import { faultOf, type Fault, type Violation } from '../wire';

interface FormProps {
  begin: Entry;
  title: string;
  now: number;
  /** What was taken: its id and number. */
  done: (id: string, number: string) => void;
  already: (id: string) => void;
  back: () => void;
}

export function Form({ begin, title, now, done, already, back }: FormProps) {
  const speech = useTell();
  const { tell, site } = speech;
  const { entry, setEntry, latest, change: typing, settle, coming } = useEntry(begin, now);
  const [opened, setOpened] = useState<ReadonlySet<Name>>(new Set());
  const [active, setActive] = useState<Name | null>(null);
  const [more, setMore] = useState<ReadonlySet<string>>(new Set());
  const [refused, setRefused] = useState<readonly Violation[]>([]);
  const [sending, setSending] = useState(false);
  const [tried, setTried] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const [note, setNote] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const command = useRef({ body: '', id: '' });

  const day = Math.floor(now / 3_600_000);
  const built = useMemo(
    () => build(entry.values, entry.base, site, day * 3_600_000),
    [entry.values, entry.base, site, day],
  );
  const needed = useMemo(() => {
    const goods = !bringsNothing(at(built.declaration, 'regime'));
    const papers = goods ? needsOf(built.declaration, site?.rulebook, now).map((need) => need.paper) : [];
    return new Set(papers.flatMap((paper) => fieldOf[paper] ?? []));
  }, [built, site, now]);
  const checked = useCheck(built);
  const draft = useDraft(entry, !sending);

  const { faults, left } = useMemo(() => {
    const faults: Values = {};
    const left: Name[] = [];
    const fresh = (checked.check?.violations ?? []).filter((one) =>
      stands(checked, one, built.declaration),
    );
    for (const one of [...refused, ...fresh]) {
      const name = nameAt(built.names, one.path);
      if (name === undefined) continue;
      const waits = changing(name, entry) && !refused.includes(one);
      if (blank(entry.values, name) || waits) {
        if (!left.includes(name)) left.push(name);
        if (tried) faults[name] ??= sentence(one, speech);
      } else if (name !== active || refused.includes(one)) faults[name] ??= sentence(one, speech);
    }
    for (const name of Object.keys(entry.values) as Name[]) {
      const text = name === active ? undefined : unreadable(name, entry.values[name] ?? '', speech);
      if (text !== undefined) faults[name] = text;
    }
    return { faults, left };
  }, [refused, checked, built, entry.values, active, tried, speech]);

  const show = useCallback(
    (name: Name) => showing(name, { entry, opened, active, faults, needed }),
    [entry, opened, active, faults, needed],
  );

  const focus = useCallback((name: Name) => {
    flushSync(() => setOpened((before) => new Set(before).add(name)));
    form.current?.querySelector<HTMLInputElement>(`input[data-name="${name}"]`)?.focus();
  }, []);

  const change = useCallback(
    (name: Name, value: string) => {
      typing(name, value);
      setRefused((before) =>
        before.some((one) => nameAt(built.names, one.path) === name)
          ? before.filter((one) => nameAt(built.names, one.path) !== name)
          : before,
      );
    },
    [typing, built.names],
  );

  const { rows, lines } = useRows(setEntry, latest, focus, (list) =>
    setRefused((before) => before.filter((one) => !one.path.includes(lists[list].path))),
  );

  /** To the next field that holds nothing or what it held on the trip before; then to the button. */
  const next = async (from: HTMLElement) => {
    const name = from.dataset['name'] as Name;
    await Promise.race([coming.current, new Promise((resolve) => setTimeout(resolve, 150))]);
    const inputs = [...(form.current?.querySelectorAll<HTMLInputElement>('input[data-name]') ?? [])];
    const here = inputs.findIndex((input) => input.dataset['name'] === name);
    const waiting = (input: HTMLInputElement) => input.value === '' || input.dataset['change'] === 'yes';
    const step = rowStep(latest.current.values, name);
    if (step?.adds === true) return rows.add(step.list);
    const beyond = inputs.slice(here + 1).filter((input) => {
      const other = input.dataset['name'] as Name;
      return step === null || listOf(keyOf(other)) !== step.list || itemOf(other) !== itemOf(name);
    });
    if (step !== null) flushSync(() => rows.remove(step.list, itemOf(name)));
    const target =
      beyond.find(waiting) ??
      form.current?.querySelector<HTMLElement>('button[type=submit]');
    target?.focus();
  };

  useEffect(() => {
    const first = form.current?.querySelector<HTMLInputElement>('input[data-change=yes]');
    const inputs = [...(form.current?.querySelectorAll<HTMLInputElement>('input[data-name]') ?? [])];
    const arrival = inputs.find((input) => input.dataset['name'] === 'arrival' && input.value === '');
    const empty = inputs.find((input) => input.value === '');
    (Object.keys(begin.over).length > 0 ? (arrival ?? first) : empty)?.focus();
  }, [begin]);

  const send = async (event?: FormEvent) => {
    event?.preventDefault();
    if (sending) return;
    (document.activeElement as HTMLElement | null)?.blur();
    await coming.current;
    const body = build(latest.current.values, latest.current.base, site, now).declaration;
    const text = JSON.stringify(body);
    if (command.current.body !== text) command.current = { body: text, id: newId() };
    setSending(true);
    setFault(null);
    setTried(true);
    try {
      const id = latest.current.id;
      const taken = await post<{ declarationNumber: string }>(
        '/registrations',
        { ...body, id, via: 'SCREEN' },
        command.current.id,
      );
      forgetDraft(id);
      void remember(body).catch(() => undefined);
      done(id, taken.declarationNumber);
    } catch (reason) {
      setSending(false);
      const said = faultOf(reason);
      if (said.code === 'ID_IN_USE') {
        forgetDraft(latest.current.id);
        already(latest.current.id);
        return;
      }
      setFault(said);
      setRefused(said.violations);
      const names = new Set(said.violations.map((one) => nameAt(built.names, one.path)));
      const first = [...names].filter((name) => name !== undefined).sort(inOrder)[0];
      if (first !== undefined) focus(first);
    }
  };

  useKeys((event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      form.current?.requestSubmit();
    } else if (event.altKey && /^Digit[1-5]$/.test(event.code)) {
      const part = form.current?.querySelector(`[data-section="${sections[Number(event.code[5]) - 1]}"]`);
      const inputs = [...(part?.querySelectorAll<HTMLInputElement>('input[data-name]') ?? [])];
      const target =
        inputs.find((input) => input.value === '') ??
        inputs[0] ??
        part?.querySelector<HTMLElement>('button');
      if (target === undefined || target === null) return;
      event.preventDefault();
      target.focus();
      part?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Escape') back();
  });

  const wrong = Object.keys(faults).filter((name) => !blank(entry.values, name as Name)) as Name[];
  const keepTemplate = async () => {
    const label = prompt(tell('templateName'), entry.values.product ?? '')?.trim();
    if (label === undefined || label === '') return;
    await keep({ id: newId(), kind: 'TEMPLATE', label, content: built.declaration });
    setNote(tell('templateKept', label));
  };

  return (
    <form className="entry" ref={form} onSubmit={(event) => void send(event)} noValidate>
      <div className="entry-head panel">
        <button type="button" onClick={back}>
          <kbd>Esc</kbd> {tell('back')}
        </button>
        <h1>{title}</h1>
        <p className="keeping" role="status">
          {draft.keeping === 'kept' && tell('draftKept', minuteOf(draft.at, HERE))}
          {draft.keeping === 'keeping' && tell('draftKeeping')}
          {draft.keeping === 'local' && <b>{tell('draftLocal')}</b>}
        </p>
        <p className="entry-keys">
          <span>
            <kbd>Alt</kbd>
            <kbd>1</kbd>–<kbd>5</kbd> {tell('keySection')}
          </span>
          <span>
            <kbd>Enter</kbd> {tell('keyNext')}
          </span>
        </p>
      </div>
      <div className="entry-parts">
        {sections.map((section, i) => (
          <Part
            key={section}
            section={section}
            number={i + 1}
            entry={entry}
            show={show}
            faults={faults}
            more={more.has(section)}
            mustChange={(name) => entry.over[name] !== undefined && changing(name, entry)}
            openMore={() => setMore((before) => new Set(before).add(section))}
            open={focus}
            change={change}
            settle={settle}
            next={(from) => void next(from)}
            activate={(name, on) => setActive((before) => (on ? name : before === name ? null : before))}
            {...lines}
            rows={rows}
          />
        ))}
      </div>
      <CheckPanel built={built} checked={checked} left={left} wrong={wrong} go={focus} />
      <div className="entry-send">
        {fault !== null && (
          <p className="fault" role="alert">
            <span>
              {fault.violations.length > 0
                ? tell('cannotSend', wrongPlaces(fault, built.names))
                : faultSentence(fault, speech.say, speech.language)}
              {fault.status === 0 && ` ${tell('sendSafe')}`}
            </span>
            <Unplaced fault={fault} built={built.names} />
          </p>
        )}
        {note !== null && <p className="note">{note}</p>}
        {fault === null && wrong.length + left.length > 0 && (
          <button
            type="button"
            className="link entry-left"
            onClick={() => focus((wrong[0] ?? left[0]) as Name)}
          >
            {wrong.length > 0 ? tell('checkWrong', wrong.length) : tell('checkLeft', left.length)}
          </button>
        )}
        <button type="button" onClick={() => void keepTemplate()}>
          {tell('saveTemplate')}
        </button>
        <button type="submit" className="primary" aria-disabled={sending}>
          {tell(sending ? 'sending' : fault?.status === 0 ? 'sendAgain' : 'send')} <kbd>Ctrl</kbd>
          <kbd>Enter</kbd>
        </button>
      </div>
    </form>
  );
}

/** Places, not faults: what is worked out from a field is put right in that field. */
const wrongPlaces = (fault: Fault, names: ReadonlyMap<string, Name>): number =>
  new Set(fault.violations.map((one) => nameAt(names, one.path) ?? one.path)).size;

/**
 * Enter in the last field of the last wagon or resident begins another; in one that is still empty it
 * goes on beyond them.
 */
function rowStep(values: Values, name: Name): { list: List; adds: boolean } | null {
  const list = listOf(keyOf(name));
  if (list === undefined || lists[list].regime === undefined) return null;
  const rows = rowsShown(values, list);
  const last = keysIn(list).filter((key) => specs[key].rare !== true).at(-1);
  if (rows.length > 1 && namesIn(values, list, itemOf(name)).every((one) => blank(values, one))) {
    return { list, adds: false };
  }
  const ends = keyOf(name) === last && itemOf(name) === rows.at(-1) && !blank(values, name);
  return ends && rows.length < lists[list].most ? { list, adds: true } : null;
}

const changing = (name: Name, entry: Entry): boolean =>
  changingKeys.includes(keyOf(name)) && entry.values[name] === entry.over[name];

/** What the server says of something that the form has no field for. */
function Unplaced({ fault, built }: { fault: Fault; built: ReadonlyMap<string, Name> }) {
  const speech = useTell();
  const rest = fault.violations.filter((one) => nameAt(built, one.path) === undefined);
  return rest.length === 0 ? null : (
    <span>
      {rest.map((one) => (
        <span key={one.path + one.code}>
          {sentence(one, speech)} <code>{one.path}</code>{' '}
        </span>
      ))}
    </span>
  );
}

