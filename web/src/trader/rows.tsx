/** The items of a list: wagons, residents, people and their documents, certificates. */
import type { ReactNode } from 'react';
import { keysIn, lists, listsWithin, named, specs, type List, type Name } from '../registration/fields';
import { rowsOf, type Values } from '../registration/values';
import { listWords, shownText, useTell } from './say';
import type { Shown } from './show';
import { countOf } from '../times';

export interface RowActs {
  add: (list: List, item?: number) => void;
  remove: (list: List, item: number, within?: number) => void;
}

interface RowsProps {
  list: List;
  /** Of which outer item these are. */
  item?: number;
  values: Values;
  show: (name: Name) => Shown;
  /** Fields that are seldom filled are shown too. */
  more: boolean;
  acts: RowActs;
  open: (name: Name) => void;
  field: (name: Name) => ReactNode;
}

/** A regime that has such items begins with one. */
export const rowsShown = (values: Values, list: List, item?: number): number[] => {
  const rows = rowsOf(values, list, item);
  return rows.length === 0 && lists[list].regime !== undefined ? [0] : rows;
};

export function Rows(props: RowsProps) {
  const { list, item, values, acts } = props;
  const { tell } = useTell();
  const rows = rowsShown(values, list, item);
  if (rows.length === 0) return null;
  const flows = lists[list].regime !== undefined;
  return (
    <div className="rows" data-list={list} role="group" aria-label={tell(listWords[list].all)}>
      {item === undefined && (
        <p className="rows-head">
          <b>{tell(listWords[list].all)}</b> <Sum list={list} values={values} />
        </p>
      )}
      {rows.map((row) => (
        <Row key={row} {...props} row={row} />
      ))}
      {item === undefined && (
        <p className="rows-foot">
          {rows.length < lists[list].most && (
            <button type="button" className="link" onClick={() => acts.add(list)}>
              {tell(listWords[list].add)}
            </button>
          )}
          {flows && <small className="rows-keys">{tell('rowKeys')}</small>}
        </p>
      )}
    </div>
  );
}

function Row(props: RowsProps & { row: number }) {
  const { list, item, row, values, show, more, acts, open, field } = props;
  const speech = useTell();
  const { tell } = speech;
  const [outer, within] = item === undefined ? [row, 0] : [item, row];
  const names = keysIn(list).map((key) => named(key, outer, within));
  const filled = names.filter((name) => (values[name] ?? '') !== '');
  const called = tell(listWords[list].one, row + 1);
  if (filled.length > 0 && names.every((name) => show(name) !== 'open')) {
    const text = filled.map((name) => shownText(name, values[name] ?? '', values, speech)).join(' · ');
    return (
      <div className="row-chip">
        <button type="button" className="chip" onClick={() => open(names[0] as Name)}>
          <small>{called}</small> <b>{text}</b>
        </button>
        <Inner {...props} />
      </div>
    );
  }
  const shown = keysIn(list).filter((key) => {
    const name = named(key, outer, within);
    return specs[key].rare !== true || more || filled.includes(name) || show(name) === 'open';
  });
  const inner = listsWithin(list);
  return (
    <div className="row" role="group" aria-label={called} data-row={row}>
      <b className="row-no">{called}</b>
      <div className="row-fields" data-n={shown.length}>
        {shown.map((key) => field(named(key, outer, within)))}
      </div>
      <span className="row-acts">
        {inner.map((one) => (
          <button type="button" className="link" key={one} onClick={() => acts.add(one, outer)}>
            {tell(listWords[one].add)}
          </button>
        ))}
        <button
          type="button"
          className="link"
          aria-label={`${tell('remove')}: ${called}`}
          onClick={() => (item === undefined ? acts.remove(list, row) : acts.remove(list, item, row))}
        >
          {tell('remove')}
        </button>
      </span>
      <Inner {...props} />
    </div>
  );
}

function Inner(props: RowsProps & { row: number }) {
  if (props.item !== undefined) return null;
  return listsWithin(props.list).map((inner) => (
    <Rows key={inner} {...props} list={inner} item={props.row} />
  ));
}

/** So many, and what they weigh or are worth together. */
function Sum({ list, values }: { list: List; values: Values }) {
  const { language } = useTell();
  const key = list === 'wagons' ? 'wagonGoods' : list === 'residents' ? 'residentValue' : null;
  const rows = rowsOf(values, list);
  if (key === null || rows.length === 0) return null;
  const sum = rows.map((row) => Number(values[named(key, row)] ?? 0)).reduce((a, b) => a + b, 0);
  const unit = key === 'wagonGoods' ? 'kg' : '₫';
  return (
    <small>
      {rows.length} · {Number.isNaN(sum) ? '–' : `${countOf(sum, language)} ${unit}`}
    </small>
  );
}
