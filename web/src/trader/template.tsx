/** A template, amended where it is kept: everything that a registration from it begins with. */
import { useCallback, useMemo, useRef, useState, type FormEvent } from 'react';
import { flushSync } from 'react-dom';
import { current } from '../board';
import { keep, type Preset } from './desk';
import { build } from '../registration/derive';
import { keyOf, lineKeys, listOf, sections, type Key, type Name } from '../registration/fields';
import { again, bringsNothing, isPlain, take, type Values } from '../registration/values';
import { Part } from './part';
import { unreadable, useTell } from './say';
import { blank, type Shown } from './show';
import { useEntry, useRows } from './useentry';

/** What no registration has from a template. */
const ownToEach: readonly Key[] = [
  'arrival',
  'customsDate',
  'reference',
  'number',
  'borderGuardNumber',
  'linked',
  'entryCode',
];

export function TemplateEdit({ preset, done }: { preset: Preset; done: () => void }) {
  const speech = useTell();
  const { tell, site } = speech;
  const now = current().asOf;
  const base = useMemo(() => again(preset.content), [preset]);
  const { entry, setEntry, latest, change, settle, coming } = useEntry(
    { id: preset.id, values: take(base), sources: {}, over: {}, base, dirty: false },
    now,
  );
  const [label, setLabel] = useState(preset.label);
  const [opened, setOpened] = useState<ReadonlySet<Name>>(new Set());
  const [more, setMore] = useState<ReadonlySet<string>>(new Set());
  const form = useRef<HTMLFormElement>(null);

  const show = (name: Name): Shown => {
    const key = keyOf(name);
    if (bringsNothing(entry.values.regime) && lineKeys.includes(key)) return 'none';
    if (ownToEach.includes(key)) return 'none';
    if (isPlain(name, entry.values) && !opened.has(name)) return 'folded';
    if (!blank(entry.values, name) || opened.has(name) || listOf(key) !== undefined) return 'open';
    return key === 'regime' ? 'chip' : 'folded';
  };
  const focus = useCallback((name: Name) => {
    flushSync(() => setOpened((before) => new Set(before).add(name)));
    form.current?.querySelector<HTMLInputElement>(`input[data-name="${name}"]`)?.focus();
  }, []);
  const rows = useRows(setEntry, latest, focus);
  const next = (from: HTMLElement) => {
    const inputs = [...(form.current?.querySelectorAll<HTMLInputElement>('input') ?? [])];
    const after = inputs[inputs.findIndex((input) => input === from) + 1];
    (after ?? form.current?.querySelector<HTMLElement>('button[type=submit]'))?.focus();
  };
  const faults: Values = {};
  for (const name of Object.keys(entry.values) as Name[]) {
    const text = unreadable(name, entry.values[name] ?? '', speech);
    if (text !== undefined) faults[name] = text;
  }
  const save = async (event: FormEvent) => {
    event.preventDefault();
    await coming.current;
    if (label.trim() === '' || Object.keys(faults).length > 0) return;
    const { values, base, id } = latest.current;
    const content = build(values, base, site, now).declaration;
    await keep({ id, kind: 'TEMPLATE', label: label.trim(), content });
    done();
  };

  return (
    <form className="kept-edit template" ref={form} onSubmit={(event) => void save(event)} noValidate>
      <label className="field template-name" data-wrong={label.trim() === '' || undefined}>
        {tell('templateName')}
        <input autoFocus value={label} maxLength={120} onChange={(event) => setLabel(event.target.value)} />
        <span className="wrong">{label.trim() === '' && tell('templateEmpty')}</span>
      </label>
      {sections.map((section, i) => (
        <Part
          key={section}
          section={section}
          number={i + 1}
          entry={entry}
          show={show}
          faults={faults}
          more={more.has(section)}
          mustChange={() => false}
          openMore={() => setMore((before) => new Set(before).add(section))}
          open={focus}
          change={change}
          settle={settle}
          next={next}
          activate={(name, on) => on && setOpened((before) => new Set(before).add(name))}
          {...rows.lines}
          rows={rows.rows}
        />
      ))}
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
