/** The lists of one registration, item by item: read, amended, added to, taken from. */
import type { ReactNode } from 'react';
import {
  firstIn,
  keysIn,
  lists,
  listsWithin,
  named,
  specs,
  type List,
  type Name,
} from '../registration/fields';
import { hasList, namesIn, rowsOf, type Values } from '../registration/values';
import { listWords, useTell } from './say';

interface RowFactsProps {
  list: List;
  item?: number;
  values: Values;
  old: Values;
  fact: (name: Name) => ReactNode;
  more: boolean;
  editing: Name | null;
  begin: (name: Name) => void;
  empty: (names: Name[]) => void;
}

/** What was emptied is gone; what was begun and not filled yet was not there before. */
const there = ({ values, old }: RowFactsProps, names: Name[]): boolean =>
  names.some((name) => (values[name] ?? '') !== '') ||
  names.some((name) => name in values && (old[name] ?? '') === '' && !(name in old));

export function RowFacts(props: RowFactsProps) {
  const { list, item, values, more } = props;
  const { tell } = useTell();
  const all = rowsOf(values, list, item);
  const rows = all.filter((row) =>
    there(props, item === undefined ? namesIn(values, list, row) : namesIn(values, list, item, row)),
  );
  const mine = hasList(list, values.regime);
  if (rows.length === 0 && (!mine || (!more && lists[list].regime === undefined))) return null;
  const next = Math.max(-1, ...all) + 1;
  const first = item === undefined ? named(firstIn(list), next) : named(firstIn(list), item, next);
  return (
    <div className="row-facts" data-list={list} role="group" aria-label={tell(listWords[list].all)}>
      {item === undefined && <h3>{tell(listWords[list].all)}</h3>}
      {rows.map((row) => (
        <One key={row} {...props} row={row} />
      ))}
      {mine && next < lists[list].most && (
        <button type="button" className="link" onClick={() => props.begin(first)}>
          {tell(listWords[list].add)}
        </button>
      )}
    </div>
  );
}

function One(props: RowFactsProps & { row: number }) {
  const { list, item, row, values, fact, more, editing } = props;
  const { tell } = useTell();
  const [outer, within] = item === undefined ? [row, 0] : [item, row];
  const names = keysIn(list)
    .filter((key) => {
      const name = named(key, outer, within);
      return more || specs[key].rare !== true || name === editing || (values[name] ?? '') !== '';
    })
    .map((key) => named(key, outer, within));
  const all = item === undefined ? namesIn(values, list, row) : namesIn(values, list, item, row);
  const called = tell(listWords[list].one, row + 1);
  return (
    <div className="row-fact" role="group" aria-label={called}>
      <p>
        <b>{called}</b>
        <button
          type="button"
          className="link"
          aria-label={`${tell('remove')}: ${called}`}
          onClick={() => props.empty(all)}
        >
          {tell('remove')}
        </button>
      </p>
      <div className="facts">{names.map(fact)}</div>
      {item === undefined &&
        listsWithin(list).map((inner) => <RowFacts key={inner} {...props} list={inner} item={row} />)}
    </div>
  );
}
