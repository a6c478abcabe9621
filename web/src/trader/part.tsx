/** One section of the form: what is filled already stands folded above the fields. */
import { bringsNothing, hasList, itemsOf } from '../registration/values';
import type { Entry } from './entry';
import { Field } from './field';
import {
  keyOf,
  keysOf,
  kindOf,
  lists,
  named,
  outerLists,
  specs,
  type List,
  type Name,
  type Section,
} from '../registration/fields';
import { Rows, rowsShown, type RowActs } from './rows';
import { helpOf, howOf, labelText, listWords, optionsOf, shownText, unlisted, useTell } from './say';
import type { Shown } from './show';
import type { TraderWord } from './traderwords';

export interface PartProps {
  section: Section;
  number: number;
  entry: Entry;
  show: (name: Name) => Shown;
  faults: Partial<Record<Name, string>>;
  more: boolean;
  mustChange: (name: Name) => boolean;
  openMore: () => void;
  open: (name: Name) => void;
  change: (name: Name, value: string) => void;
  settle: (name: Name, value: string) => void;
  next: (from: HTMLElement) => void;
  activate: (name: Name, on: boolean) => void;
  addLine?: () => void;
  removeLine?: (item: number) => void;
  rows?: RowActs;
}

export const titles: Record<Section, TraderWord> = {
  vehicle: 'sectionVehicle',
  trip: 'sectionTrip',
  goods: 'sectionGoods',
  papers: 'sectionPapers',
  company: 'sectionCompany',
};

export function Part(props: PartProps) {
  const { section, number, entry, show } = props;
  const { tell } = useTell();
  const items = section === 'goods' ? itemsOf(entry.values) : [0];
  const names = (item: number): Name[] =>
    keysOf(section)
      .filter((key) => item === 0 || specs[key].of !== undefined)
      .map((key) => named(key, item));
  const all = items.flatMap(names);
  const shown = all.filter((name) => show(name) === 'open' || show(name) === 'chip');
  const rest = all.some((name) => show(name) === 'folded');
  const { regime } = entry.values;
  const here = props.rows === undefined ? [] : outerLists.filter((list) => lists[list].section === section);
  const begun = here.filter((list) => hasList(list, regime) && rowsShown(entry.values, list).length > 0);
  const toAdd = here.filter((list) => canAdd(list, entry) && !begun.includes(list));
  if (shown.length + begun.length + toAdd.length === 0 && (!rest || section === 'papers')) return null;
  const lines = section === 'goods' && props.addLine !== undefined && !bringsNothing(regime);
  return (
    <fieldset className="panel part" data-section={section}>
      <legend>
        <kbd>{number}</kbd> {tell(titles[section])}
      </legend>
      {(lines || toAdd.length > 0 || (rest && !props.more)) && (
        <p className="part-more">
          {rest && !props.more && (
            <button type="button" className="link" onClick={props.openMore}>
              {tell('more')}
            </button>
          )}
          {lines && (
            <button type="button" className="link" onClick={props.addLine}>
              {tell('addLine')}
            </button>
          )}
          {toAdd.map((list) => (
            <button type="button" className="link" key={list} onClick={() => props.rows?.add(list)}>
              {tell(listWords[list].add)}
            </button>
          ))}
        </p>
      )}
      {items.map((item) => (
        <div className="part-item" key={item}>
          {item > 0 && (
            <div className="part-line">
              <b>{tell('line', item + 1)}</b>
              <button type="button" className="link" onClick={() => props.removeLine?.(item)}>
                {tell('removeLine')}
              </button>
            </div>
          )}
          <div className="fields">
            {names(item)
              .filter((name) => show(name) === 'open' || (props.more && show(name) === 'folded'))
              .map((name) => (
                <One key={name} {...props} name={name} />
              ))}
          </div>
          <Chips {...props} names={names(item).filter((name) => show(name) === 'chip')} />
        </div>
      ))}
      {props.rows !== undefined &&
        begun.map((list) => (
          <Rows
            key={list}
            list={list}
            values={entry.values}
            show={show}
            more={props.more}
            acts={props.rows as RowActs}
            open={props.open}
            field={(name) => <One key={name} {...props} name={name} />}
          />
        ))}
    </fieldset>
  );
}

/** Lists that a regime has are there by themselves; people and papers are added when there are any. */
function canAdd(list: List, { values }: Entry): boolean {
  if (lists[list].regime !== undefined) return false;
  if (list === 'certificates') return !bringsNothing(values.regime);
  return (values.driver ?? '') !== '';
}

function Chips({ names, entry, open }: PartProps & { names: Name[] }) {
  const speech = useTell();
  if (names.length === 0) return null;
  return (
    <div className="chips">
      {names.map((name) => {
        const source = entry.sources[name];
        const given = entry.values[name] ?? '';
        const value = given === '' && name === 'regime' ? (entry.values.direction ?? '') : given;
        const text = shownText(name, value, entry.values, speech);
        const why = source === undefined ? undefined : speech.tell(source);
        return (
          <button type="button" className="chip" key={name} title={why} onClick={() => open(name)}>
            <small>{labelText(name, speech.tell, entry.values.regime)}</small> <b>{text}</b>
          </button>
        );
      })}
    </div>
  );
}

function One(props: PartProps & { name: Name }) {
  const { name, entry, faults } = props;
  const speech = useTell();
  const { tell } = speech;
  const value = entry.values[name] ?? '';
  const key = keyOf(name);
  const { regime } = entry.values;
  const kind = kindOf(name, regime);
  const { width } = specs[key];
  const options = optionsOf(name, entry.values, speech);
  const over = entry.over[name];
  const whole = key === 'plate' && /^(\d\d[A-Z]{1,2}-?\d{3}\.?\d{1,2}|\p{Script=Han}[A-Z]·?\w{5,6})$/u.test(value);
  const source = entry.sources[name];
  const help =
    over !== undefined && over === value && value !== ''
      ? tell('fromTrip')
      : (helpOf(name, value, speech) ??
        (key === 'plate' && entry.sources.vehicleClass === 'fromVehicle' ? tell('known') : undefined) ??
        (source !== undefined && value !== '' ? tell(source) : undefined));
  return (
    <Field
      name={name}
      label={labelText(name, tell, regime)}
      kind={kind}
      value={value}
      {...(options === undefined ? {} : { options })}
      eager={key === 'product' || (kind === 'plate' && key === 'plate' && !whole)}
      over={specs[key].runs === true ? over : undefined}
      overHow={tell('runsOn')}
      mustChange={props.mustChange(name)}
      fault={faults[name]}
      help={help}
      how={howOf(name, tell)}
      unlisted={unlisted(name, value, entry.values, speech)}
      wide={width === 'wide'}
      short={width === 'short'}
      onChange={(text) => props.change(name, text)}
      onSettle={(text) => props.settle(name, text)}
      onNext={props.next}
      onActive={(on) => props.activate(name, on)}
    />
  );
}
