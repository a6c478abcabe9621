/** One registration: every field can be changed, and what that costs is said before it is done. */
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Board } from '../board';
import {
  currentDesk,
  detailOf,
  keep,
  loadDesk,
  type OwnRow,
  type Preview,
} from './desk';
import { useKeys } from '../keys';
import { build, nameAt } from '../registration/derive';
import { at, changes, type Json, type Tree } from '../registration/tree';
import { again, take, type Values } from '../registration/values';
import { settledText } from './entry';
import { faultSentence } from '../fault';
import { Changed, Effect, Facts, History, Withdraw } from './effect';
import { Field } from './field';
import {
  itemOf,
  keyOf,
  keysIn,
  kindOf,
  listOf,
  named,
  sections,
  specs,
  withinOf,
  type Key,
  type Name,
} from '../registration/fields';
import { Holder, plateOf } from './own';
import { TrafficOrders } from '../told';
import { Plate } from '../parts';
import {
  helpOf,
  howOf,
  labelText,
  optionsOf,
  placeText,
  sentence,
  shownText,
  unlisted,
  unreadable,
  useTell,
} from './say';
import { RowFacts } from './rowfacts';
import { newId, post } from '../send';
import { normalised } from '../registration/typed';
import { Fault, faultOf, type TrafficOrder, type Violation } from '../wire';

/** Loaded where there is a passage to follow, or still to come. */
const Beside = lazy(async () => ({ default: (await import('./beside')).Beside }));
const Steps = lazy(async () => ({ default: (await import('./passage')).Steps }));

/** No amendment changes these: another registration is another one. */
const fixed: readonly Key[] = ['direction', 'reference', 'number'];

const headless = (detail: Tree): Tree => {
  const { id, version, registeredAt, lot, amendments, trafficOrders, ...declaration } = detail;
  return declaration;
};

interface RegistrationProps {
  id: string;
  board: Board;
  back: () => void;
  go: (way: string) => void;
  withdrawn: (row: OwnRow) => void;
}

export function Registration({ id, ...around }: RegistrationProps) {
  const speech = useTell();
  const [detail, setDetail] = useState<Tree | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const row = currentDesk().rows.find((one) => one.id === id);
  const load = useCallback(
    () =>
      detailOf(id, true)
        .then(setDetail)
        .catch((reason: unknown) => reason instanceof Fault && setFault(reason)),
    [id],
  );
  useEffect(() => void load(), [load]);
  if (fault !== null) return <p className="empty">{faultSentence(fault, speech.say, speech.language)}</p>;
  if (detail === null) return <p className="empty">…</p>;
  return <Paper {...around} {...{ detail, row, id, load }} />;
}

interface PaperProps extends RegistrationProps {
  detail: Tree;
  row: OwnRow | undefined;
  load: () => Promise<unknown>;
}

function Paper({ detail, row, id, board, load, back, go, withdrawn }: PaperProps) {
  const speech = useTell();
  const { tell, site, language } = speech;
  const base = useMemo(() => headless(detail), [detail]);
  const old = useMemo(() => take(base), [base]);
  const [edits, setEdits] = useState<Values>({});
  const [editing, setEditing] = useState<Name | null>(null);
  const [more, setMore] = useState(false);
  const [preview, setPreview] = useState<Preview | 'looking' | null>(null);
  const [note, setNote] = useState<string | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const [sending, setSending] = useState(false);
  const page = useRef<HTMLElement>(null);
  const command = useRef({ body: '', id: '' });

  const values = useMemo(() => ({ ...old, ...edits }), [old, edits]);
  const day = Math.floor(board.asOf / 3_600_000) * 3_600_000;
  const built = useMemo(() => build(values, base, site, day), [values, base, site, day]);
  const changed = useMemo(
    () => changes(build(old, base, site, day).declaration, built.declaration),
    [built, old, base, site, day],
  );
  const touched = (Object.keys(edits) as Name[]).filter((name) => (old[name] ?? '') !== (edits[name] ?? ''));
  const body = JSON.stringify({ version: detail['version'] ?? 1, changes: changed });

  useEffect(() => {
    if (changed.length === 0) {
      setPreview(null);
      return;
    }
    const asking = new AbortController();
    setPreview('looking');
    const timer = setTimeout(() => {
      post<Preview>(`/registrations/${id}/amendment-previews`, JSON.parse(body) as Json as object, null, asking.signal)
        .then((shown) => {
          setPreview(shown);
          setFault(null);
        })
        .catch((reason: unknown) => {
          if (asking.signal.aborted || !(reason instanceof Fault)) return;
          setPreview(null);
          if (reason.code === 'STALE') void startAgain();
          else setFault(reason);
        });
    }, 250);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [body]);

  const startAgain = async () => {
    setNote(tell('stale'));
    await load();
  };

  const edit = useCallback((name: Name) => {
    flushSync(() => setEditing(name));
    page.current?.querySelector<HTMLInputElement>(`input[data-name="${name}"]`)?.focus();
  }, []);

  const begin = (name: Name) => {
    setEdits((before) => ({ ...before, [name]: before[name] ?? '' }));
    edit(name);
  };
  const empty = (names: Name[]) => {
    setEditing(null);
    setEdits((before) => {
      const left = { ...before };
      for (const name of names) {
        if (old[name] === undefined) delete left[name];
        else left[name] = '';
      }
      return left;
    });
  };
  const ready = preview !== null && preview !== 'looking' && preview.violations.length === 0;
  const confirm = async () => {
    if (!ready || sending || changed.length === 0) return;
    if (command.current.body !== body) command.current = { body, id: newId() };
    setSending(true);
    try {
      await post(`/registrations/${id}/amendments`, JSON.parse(body) as object, command.current.id);
      setNote(tell('amended', touched.map((name) => placeText(name, tell, values.regime)).join(', ')));
      setEdits({});
      setEditing(null);
      await load();
      void loadDesk();
    } catch (reason) {
      if (reason instanceof Fault && reason.code === 'STALE') await startAgain();
      else setFault(faultOf(reason));
    } finally {
      setSending(false);
    }
  };

  useKeys((event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void confirm();
    } else if (event.key === 'F4') {
      event.preventDefault();
      go(`repeat/${id}`);
    } else if (event.key === 'Escape') {
      if (editing !== null) setEditing(null);
      else if (touched.length === 0) back();
    }
  });

  const faults: Values = {};
  const violations: readonly Violation[] = [
    ...(preview !== null && preview !== 'looking' ? preview.violations : []),
    ...(fault?.violations ?? []),
  ];
  for (const one of violations) {
    const name = nameAt(built.names, one.path);
    if (name !== undefined) faults[name] ??= sentence(one, speech);
  }
  const elsewhere = violations.filter((one) => {
    const name = nameAt(built.names, one.path);
    return name === undefined || (!touched.includes(name) && name !== editing);
  });
  const keepTemplate = async () => {
    const label = prompt(tell('templateName'), old.product ?? '')?.trim();
    if (label === undefined || label === '') return;
    await keep({ id: newId(), kind: 'TEMPLATE', label, content: again(base) });
    setNote(tell('templateKept', label));
  };

  /** From a field of an item to the item's next that holds nothing; else to the button. */
  const onwards = (name: Name) => {
    const list = listOf(keyOf(name));
    const row = list === undefined ? [] : keysIn(list).map((key) => named(key, itemOf(name), withinOf(name)));
    const rest = row.slice(row.indexOf(name) + 1).filter((one) => specs[keyOf(one)].rare !== true);
    const next = rest.find((one) => (values[one] ?? '') === '');
    if (next !== undefined) return edit(next);
    flushSync(() => setEditing(null));
    document.getElementById('amend-confirm')?.focus();
  };

  const fact = (name: Name) => {
    const value = values[name] ?? '';
    const dirty = touched.includes(name);
    if (name === editing) {
      const options = optionsOf(name, values, speech);
      return (
        <Field
          key={name}
          name={name}
          label={labelText(name, tell, values.regime)}
          kind={kindOf(name, values.regime)}
          value={value}
          {...(options === undefined ? {} : { options })}
          over={specs[keyOf(name)].runs === true ? old[name] : undefined}
          overHow={tell('runsOn')}
          fault={faults[name] ?? unreadable(name, value, speech)}
          help={helpOf(name, value, speech)}
          how={howOf(name, tell)}
          unlisted={unlisted(name, value, values, speech)}
          onChange={(text) => setEdits((before) => ({ ...before, [name]: text }))}
          onSettle={(text) =>
            setEdits((before) => ({ ...before, [name]: settledText(name, text, board.asOf, language, values.regime) }))
          }
          onNext={() => onwards(name)}
        />
      );
    }
    const unchanging = fixed.includes(keyOf(name));
    return (
      <button
        type="button"
        key={name}
        className="fact"
        data-name={name}
        data-changed={dirty || undefined}
        data-wrong={faults[name] !== undefined || undefined}
        aria-disabled={unchanging}
        title={unchanging ? tell('fixed') : undefined}
        onClick={() => !unchanging && edit(name)}
      >
        <small>{labelText(name, tell, values.regime)}</small>
        <b>{shownText(name, value, values, speech) || <i>{tell('empty')}</i>}</b>
        {faults[name] !== undefined && <span className="wrong">{faults[name]}</span>}
      </button>
    );
  };

  const plate = at(base, specs.plate.path);
  return (
    <main className="paper" ref={page}>
      <div className="panel entry-head">
        <button type="button" onClick={back}>
          <kbd>Esc</kbd> {tell('back')}
        </button>
        <h1>
          <Plate plate={typeof plate === 'string' ? normalised(plate) : null} />
        </h1>
        <dl className="inline">
          <div>
            <dt>{tell('registrationNumber')}</dt>
            <dd>{String(base['declarationNumber'] ?? '')}</dd>
          </div>
          {row !== undefined && (
            <div>
              <dt>{tell('state')}</dt>
              <dd>{tell(row.state)}</dd>
            </div>
          )}
          {row !== undefined && row.state !== 'GONE' && (
            <div>
              <dt>{tell('whoHolds')}</dt>
              <Holder of="dd" row={row} board={board} />
            </div>
          )}
        </dl>
        <span className="paper-acts">
          {row !== undefined && <Withdraw row={row} done={() => withdrawn(row)} />}
          <button type="button" onClick={() => void keepTemplate()}>
            {tell('saveTemplate')}
          </button>
          <button type="button" onClick={() => go(`repeat/${id}`)}>
            {tell('repeat')} <kbd>F4</kbd>
          </button>
        </span>
      </div>
      {row?.crossing !== undefined && (
        <Suspense>
          <Steps id={row.crossing} row={board.rows.get(row.crossing)} board={board} />
        </Suspense>
      )}
      <TrafficOrders orders={(detail['trafficOrders'] ?? []) as unknown as TrafficOrder[]} />
      <div className="paper-parts">
        {sections.map((section) => (
          <Facts
            key={section}
            section={section}
            values={values}
            fact={fact}
            more={more}
            editing={editing}
            touched={touched}
            rows={(list) => (
              <RowFacts
                key={list}
                {...{ list, values, old, fact, more, editing, begin, empty }}
              />
            )}
          />
        ))}
        {!more && (
          <button type="button" className="link paper-more" onClick={() => setMore(true)}>
            {tell('more')}
          </button>
        )}
      </div>
      <aside className="panel effect" aria-labelledby="effect-title" data-open={changed.length > 0 || undefined}>
        <div className="head">
          <h2 id="effect-title">{tell('whatHappens')}</h2>
        </div>
        <div className="effect-body" aria-live="polite">
          {note !== null && <p className="note">{note}</p>}
          {touched.length === 0 && <p className="quiet">{tell('clickToChange')}</p>}
          <Changed
            {...{ touched, old, values, speech }}
            undo={(name) =>
              setEdits((before) => {
                const rest = { ...before };
                delete rest[name];
                return rest;
              })
            }
          />
          <Effect preview={preview} now={board.asOf} speech={speech} />
          {elsewhere.map((one) => (
            <p className="wrong" key={one.path + one.code}>
              {sentence(one, speech)}
            </p>
          ))}
          {fault !== null && fault.violations.length === 0 && (
            <p className="wrong" role="alert">
              {faultSentence(fault, speech.say, speech.language)}
            </p>
          )}
          {changed.length > 0 && (
            <button
              type="button"
              id="amend-confirm"
              className="primary"
              aria-disabled={!ready || sending}
              onClick={() => void confirm()}
            >
              {tell(preview !== null && preview !== 'looking' && preview.correction ? 'confirmCorrect' : 'confirmAmend')}{' '}
              <kbd>Ctrl</kbd>
              <kbd>Enter</kbd>
            </button>
          )}
        </div>
        <Suspense>{row !== undefined && row.state !== 'GONE' && <Beside id={id} plate={plateOf(row)} />}</Suspense>
        <History amendments={(detail['amendments'] ?? []) as { at: string; fields: string[] }[]} />
      </aside>
    </main>
  );
}
