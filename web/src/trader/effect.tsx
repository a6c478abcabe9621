/** Parts of a registration's page: what a change does, the fields of a section, what was amended. */
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { loadDesk, withdraw, type OwnRow, type Preview } from './desk';
import { faultSentence } from '../fault';
import { isPlain, itemsOf, rowsOf, type Values } from '../registration/values';
import {
  keyOf,
  keys,
  keysOf,
  listOf,
  lists,
  named,
  outerLists,
  specs,
  type Key,
  type List,
  type Name,
  type Section,
} from '../registration/fields';
import { plateOf } from './own';
import { Mark } from '../parts';
import { newId } from '../send';
import { agencies, labelText, listWords, placeText, shownText, useTell, type TraderSpeech } from './say';
import type { TraderWord } from './traderwords';
import { titles } from './part';
import { THERE, dateOf, dayOf, HERE, minuteOf } from '../times';
import { faultOf, type Fault } from '../wire';

/** Shown while empty, because they are often brought in later. */
const later: readonly Key[] = ['permit', 'seal', 'container', 'certificate', 'filing', 'filingTo'];

/** In plain words: who is asked again, until when, and that nobody else is. */
export function Effect({
  preview,
  now,
  speech,
}: {
  preview: Preview | 'looking' | null;
  now: number;
  speech: TraderSpeech;
}) {
  const { tell } = speech;
  if (preview === null) return null;
  if (preview === 'looking') return <p className="quiet">{tell('looking')}</p>;
  if (preview.violations.length > 0) return null;
  const names = agencies(
    preview.voids.map((one) => one.agency),
    speech,
  );
  const due = preview.due === undefined ? null : Date.parse(preview.due);
  const other = due !== null && dayOf(due) !== dayOf(now) ? ` ${dateOf(due, speech.language)}` : '';
  return (
    <>
      {preview.correction && <p className="effect-say">{tell('isCorrection')}</p>}
      <p className={`effect-say${preview.voids.length > 0 ? ' again' : ''}`} data-effect>
        {preview.voids.length > 0 && <Mark priority={2} />}
        <span>
          {preview.voids.length === 0
            ? tell('againNobody')
            : due === null
              ? tell('againNoDue', names)
              : tell('againDue', names, minuteOf(due, HERE) + other, minuteOf(due, THERE))}
        </span>
      </p>
      {preview.voids.length > 0 && (
        <ul className="quiet">
          {preview.voids.map((one) => (
            <li key={one.agency}>
              {tell(
                'confirmedBefore',
                speech.code(one.agency),
                minuteOf(Date.parse(one.confirmedAt), HERE),
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

interface ChangedProps {
  touched: readonly Name[];
  old: Values;
  values: Values;
  speech: TraderSpeech;
  undo: (name: Name) => void;
}

/** What becomes what. */
export function Changed({ touched, old, values, speech, undo }: ChangedProps) {
  const { tell } = speech;
  if (touched.length === 0) return null;
  return (
    <ul>
      {touched.map((name) => (
        <li key={name}>
          <span>
            {tell(
              'changeTo',
              placeText(name, tell, values.regime),
              shownText(name, old[name] ?? '', old, speech) || tell('empty'),
              shownText(name, values[name] ?? '', values, speech) || tell('empty'),
            )}
          </span>
          <button type="button" className="link" onClick={() => undo(name)}>
            {tell('undo')}
          </button>
        </li>
      ))}
    </ul>
  );
}

interface FactsProps {
  section: Section;
  values: Values;
  fact: (name: Name) => ReactNode;
  more: boolean;
  editing: Name | null;
  /** What was emptied is shown as long as that is not confirmed. */
  touched: readonly Name[];
  rows: (list: List) => ReactNode;
}

export function Facts({ section, values, fact, more, editing, touched, rows }: FactsProps) {
  const { tell } = useTell();
  const names = (section === 'goods' ? itemsOf(values) : [0]).flatMap((item) =>
    keysOf(section)
      .filter((key) => item === 0 || specs[key].of !== undefined)
      .map((key) => named(key, item)),
  );
  const shown = names.filter((name) => {
    const filled = (values[name] ?? '') !== '';
    const key = keyOf(name);
    const rare = isPlain(name, values) && key !== 'regime';
    if (key === 'number') return false;
    return more || name === editing || touched.includes(name) || (filled && !rare) || later.includes(key);
  });
  const here = outerLists.filter((list) => lists[list].section === section);
  const begun = here.some((list) => rowsOf(values, list).length > 0);
  if (shown.length === 0 && !begun && !more) return null;
  return (
    <section className="panel part" aria-label={tell(titles[section])}>
      <h2>{tell(titles[section])}</h2>
      <div className="facts">{shown.map(fact)}</div>
      {here.map(rows)}
    </section>
  );
}

/** What nobody types: it follows from the goods. */
const sums: Readonly<Record<string, TraderWord>> = {
  totalWeightTonnes: 'total',
  'vehicles[].goodsKg': 'weight',
  'vehicles[].grossKg': 'gross',
};

export function History({ amendments }: { amendments: { at: string; fields: string[] }[] }) {
  const { tell, language } = useTell();
  const names = (field: string): string => {
    const sum = sums[field];
    if (sum !== undefined) return tell(sum);
    const list = outerLists.find((one) => lists[one].path.replace(/\[\d+\]/g, '[]') === field);
    if (list !== undefined) return tell(listWords[list].all);
    const key = keys.filter((one) => listOf(one) === undefined).find((one) => {
      const path = specs[one].path.replace(/\[\d+\]/g, '[]');
      return field === path || field.endsWith(`.${path}`);
    });
    return key === undefined ? field : labelText(key, tell);
  };
  return (
    <section className="paper-history">
      <h3>{tell('history')}</h3>
      {amendments.length === 0 && <p className="quiet">{tell('noHistory')}</p>}
      <ul>
        {[...amendments].reverse().map((one) => (
          <li key={one.at}>
            <b>
              {minuteOf(Date.parse(one.at), HERE)} {dateOf(Date.parse(one.at), language)}
            </b>{' '}
            {[...new Set(one.fields.map(names))].join(', ')}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface WithdrawProps {
  row: OwnRow;
  done: () => void;
}

/** While the vehicle has not come: asks once more, then withdraws what will not take place. */
export function Withdraw({ row, done }: WithdrawProps) {
  const { tell } = useTell();
  const [asking, setAsking] = useState(false);
  return (
    <>
      {row.state === 'REGISTERED' && (
        <button type="button" id="withdraw" onClick={() => setAsking(true)}>
          {tell('withdraw')}
        </button>
      )}
      {asking && <Asked row={row} done={done} close={() => setAsking(false)} />}
    </>
  );
}

function Asked({ row, done, close }: WithdrawProps & { close: () => void }) {
  const { tell, say, language } = useTell();
  const dialog = useRef<HTMLDialogElement>(null);
  const command = useRef(newId());
  const [sending, setSending] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const confirm = async () => {
    if (sending) return;
    setSending(true);
    try {
      await withdraw(row.id, command.current);
      done();
    } catch (reason) {
      setSending(false);
      setFault(faultOf(reason));
      void loadDesk();
    }
  };
  return (
    <dialog ref={dialog} className="withdraw" aria-labelledby="withdraw-title" onClose={close}>
      <h2 id="withdraw-title">{tell('withdrawTitle', row.declarationNumber, plateOf(row))}</h2>
      <p>{tell('withdrawWhat')}</p>
      {fault !== null && (
        <p className="fault" role="alert">
          {fault.code === 'VEHICLE_CAME' ? tell('vehicleCame') : faultSentence(fault, say, language)}
        </p>
      )}
      <div className="buttons">
        <button type="button" autoFocus onClick={() => dialog.current?.close()}>
          {tell('withdrawNot')}
        </button>
        <button type="button" className="primary" aria-disabled={sending} onClick={() => void confirm()}>
          {tell(sending ? 'sending' : 'withdraw')}
        </button>
      </div>
    </dialog>
  );
}
