/** What the trader keeps: the company, vehicles, drivers, templates. */
import { useState } from 'react';
import { COLUMNS, drop, keep, presetsOf, type Desk, type Preset, type PresetKind } from './desk';
import { useKeys } from '../keys';
import { build } from '../registration/derive';
import { take, type Values } from '../registration/values';
import { settledText } from './entry';
import { Field } from './field';
import { companyKeys, driverKeys, keyOf, specs, vehicleKeys, type Key, type Name } from '../registration/fields';
import { helpOf, howOf, labelText, optionsOf, shownText, unlisted, unreadable, useTell } from './say';
import { newId } from '../send';
import { TemplateEdit } from './template';
import type { TraderWord } from './traderwords';
import { current } from '../board';

const kinds: readonly { kind: PresetKind; word: TraderWord; keys: readonly Key[]; name: Key }[] = [
  { kind: 'COMPANY', word: 'keptCompany', keys: companyKeys, name: 'company' },
  { kind: 'VEHICLE', word: 'keptVehicles', keys: [...vehicleKeys, ...driverKeys], name: 'plate' },
  { kind: 'PERSON', word: 'keptPeople', keys: driverKeys, name: 'driver' },
];

interface KeptProps {
  desk: Desk;
  back: () => void;
  go: (way: string) => void;
}

export function Kept({ back, go }: KeptProps) {
  const { tell } = useTell();
  const [editing, setEditing] = useState<{ id: string; kind: PresetKind } | null>(null);
  useKeys((event) => {
    if (event.key !== 'Escape') return;
    if (editing === null) back();
    else setEditing(null);
  });
  const templates = presetsOf('TEMPLATE').filter((one) => !one.label.startsWith(COLUMNS));
  return (
    <main className="kept">
      <div className="panel entry-head">
        <button type="button" onClick={back}>
          <kbd>Esc</kbd> {tell('back')}
        </button>
        <h1>{tell('kept')}</h1>
        <p className="quiet">{tell('keptSelf')}</p>
      </div>
      {kinds.map(({ kind, word, keys, name }) => {
        const items = presetsOf(kind);
        const single = kind === 'COMPANY';
        const adding = editing?.kind === kind && items.every((one) => one.id !== editing.id);
        return (
          <section className="panel" key={kind} aria-label={tell(word)}>
            <div className="head">
              <h2>{tell(word)}</h2>
              {single && <small>{tell('keptCompanyWhy')}</small>}
              {!(single && items.length > 0) && !adding && (
                <button type="button" className="push" onClick={() => setEditing({ id: newId(), kind })}>
                  {tell('add')}
                </button>
              )}
            </div>
            {items.length === 0 && !adding && <p className="empty">{tell('keptNone')}</p>}
            <ul>
              {adding && editing !== null && (
                <li>
                  <Edit id={editing.id} kind={kind} keys={keys} name={name} done={() => setEditing(null)} />
                </li>
              )}
              {items.map((one) => (
                <li key={one.id}>
                  {editing?.id === one.id ? (
                    <Edit preset={one} id={one.id} kind={kind} keys={keys} name={name} done={() => setEditing(null)} />
                  ) : (
                    <Line preset={one} keys={keys} name={name} edit={() => setEditing({ id: one.id, kind })} />
                  )}
                </li>
              ))}
            </ul>
          </section>
        );
      })}
      <section className="panel" aria-label={tell('keptTemplates')}>
        <div className="head">
          <h2>{tell('keptTemplates')}</h2>
        </div>
        {templates.length === 0 && <p className="empty">{tell('keptNone')}</p>}
        <ul>
          {templates.map((one) => (
            <li key={one.id}>
              {editing?.id === one.id ? (
                <TemplateEdit preset={one} done={() => setEditing(null)} />
              ) : (
                <Line
                  preset={one}
                  keys={['regime', 'product', 'gate', 'yard', 'plate', 'driver']}
                  name="product"
                  use={() => go(`template/${one.id}`)}
                  edit={() => setEditing({ id: one.id, kind: 'TEMPLATE' })}
                />
              )}
            </li>
          ))}
        </ul>
      </section>
    </main>
  );
}

interface LineProps {
  preset: Preset;
  keys: readonly Key[];
  name: Key;
  edit?: () => void;
  use?: () => void;
}

function Line({ preset, keys, name, edit, use }: LineProps) {
  const speech = useTell();
  const values = take(preset.content);
  return (
    <div className="kept-line">
      <b>{preset.label}</b>
      <span>
        {keys
          .filter((key) => key !== name && (values[key] ?? '') !== '' && values[key] !== 'false')
          .map((key) => (
            <small key={key}>
              {labelText(key, speech.tell)} <b>{shownText(key, values[key] ?? '', values, speech)}</b>
            </small>
          ))}
      </span>
      {use !== undefined && (
        <button type="button" onClick={use}>
          {speech.tell('use')}
        </button>
      )}
      {edit !== undefined && (
        <button type="button" onClick={edit}>
          {speech.tell('edit')}
        </button>
      )}
      <button type="button" onClick={() => void drop(preset.id).catch(() => undefined)}>
        {speech.tell('remove')}
      </button>
    </div>
  );
}

interface EditProps {
  preset?: Preset;
  id: string;
  kind: PresetKind;
  keys: readonly Key[];
  name: Key;
  done: () => void;
}

function Edit({ preset, id, kind, keys, name, done }: EditProps) {
  const speech = useTell();
  const { tell, language, site } = speech;
  const [values, setValues] = useState<Values>(() => (preset === undefined ? {} : take(preset.content)));
  const now = current().asOf;
  const wrong = keys.some((key) => unreadable(key, values[key] ?? '', speech) !== undefined);
  const save = async () => {
    const label = values[name] ?? '';
    if (label === '' || wrong) return;
    const own: Values = {};
    for (const [name, text] of Object.entries(values) as [Name, string][]) {
      if (text !== '' && keys.includes(keyOf(name))) own[name] = text;
    }
    await keep({ id, kind, label, content: partOf(own, site, now) });
    done();
  };
  return (
    <form
      className="kept-edit"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <div className="fields">
        {keys.map((key, i) => {
          const value = values[key] ?? '';
          const options = ['plate', 'driver'].includes(key) ? undefined : optionsOf(key, values, speech);
          return (
            <Field
              key={key}
              name={key}
              label={labelText(key, tell)}
              kind={specs[key].kind}
              value={value}
              {...(options === undefined ? {} : { options })}
              fault={unreadable(key, value, speech)}
              help={helpOf(key, value, speech)}
              how={howOf(key, tell)}
              unlisted={unlisted(key, value, values, speech)}
              onChange={(text) => setValues((before) => ({ ...before, [key]: text }))}
              onSettle={(text) =>
                setValues((before) => ({ ...before, [key]: settledText(key as Name, text, now, language) }))
              }
              onNext={(from) => {
                const form = from.closest('form');
                const inputs = [...(form?.querySelectorAll<HTMLInputElement>('input') ?? [])];
                (inputs[i + 1] ?? form?.querySelector<HTMLElement>('button[type=submit]'))?.focus();
              }}
            />
          );
        })}
      </div>
      <p className="kept-acts">
        <button type="button" onClick={done}>
          {tell('cancel')}
        </button>
        <button type="submit" className="primary">
          {tell('save')}
        </button>
      </p>
    </form>
  );
}

/** Only what was filled in, without what is worked out for a whole registration. */
function partOf(values: Values, site: Parameters<typeof build>[2], now: number): Preset['content'] {
  const { declaration } = build(values, {}, site, now);
  const part: Preset['content'] = {};
  for (const name of ['declarant', 'procedureOfficerName', 'procedureOfficerPhone', 'vehicles'] as const) {
    if (declaration[name] !== undefined) part[name] = declaration[name];
  }
  return part;
}
