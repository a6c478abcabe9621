/** One vehicle in a yard: on which place, how long, for whom it waits, whether its reefer is plugged in. */
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { arrivedAt, timeOf } from '../judge';
import { Mark, Plate, Way } from '../parts';
import { plateText } from '../plates';
import { HERE, lengthOf, minuteOf } from '../times';
import type { CrossingRow, Load } from '../wire';
import { isInspection, lateAt, onTurn } from '../gate/loads';
import { unmetText } from '../gate/loadsay';
import { useSpeech } from '../gate/speech';
import { isPlace, mayPlug, placeIn, pluggedFrom, type Refused, type YardActs } from './yardact';
import { yardSay } from './yardwords';

export const stoodFrom = (row: CrossingRow): number => timeOf(row, 'yardEnteredAt') ?? arrivedAt(row);

interface YardRowProps {
  row: CrossingRow;
  load: Load | undefined;
  read: boolean;
  now: number;
  acts: YardActs;
  /** The vehicle on a place of this yard. */
  holder: (place: string) => CrossingRow | undefined;
  open: (crossing: string) => void;
}

export function YardRow({ row, load, read, now, acts, holder, open }: YardRowProps) {
  return (
    <tr>
      <td className="y-place">
        <PlaceCell row={row} acts={acts} holder={holder} />
      </td>
      <td className="w-plate">
        <button type="button" className="link" data-cell="plate" onClick={() => open(row.id)}>
          <Plate plate={row.plate} />
        </button>
      </td>
      <td>
        <Way direction={row.direction} />
      </td>
      <td data-since>{minuteOf(stoodFrom(row), HERE)}</td>
      <td className="right">
        <b>{lengthOf(Math.max(0, now - stoodFrom(row)))}</b>
      </td>
      <td>{row.goods ?? load?.goods}</td>
      <td>
        <WaitsFor row={row} load={load} read={read} now={now} />
      </td>
      <td>
        <PlugCell row={row} now={now} acts={acts} />
      </td>
    </tr>
  );
}

/** Enter opens a small field; what is refused is said beside it, and what was typed stays. */
function PlaceCell({ row, acts, holder }: Pick<YardRowProps, 'row' | 'acts' | 'holder'>) {
  const { language } = useSpeech();
  const note = yardSay(language);
  const [typed, setTyped] = useState<string | null>(null);
  const [why, setWhy] = useState<Refused | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const back = useRef(false);
  const editing = typed !== null;
  useEffect(() => {
    if (editing) field.current?.select();
    else if (back.current) button.current?.focus();
    back.current = editing;
  }, [editing]);
  const close = () => {
    setTyped(null);
    setWhy(null);
  };
  const send = async (text: string) => {
    const place = placeIn(text);
    if (place === '' || place === row.place) return close();
    const refused = isPlace(place)
      ? await acts.place(row, place)
      : { code: 'PLACE_FORM', text: note('placeForm') };
    if (refused === null) return close();
    setWhy(refused);
    field.current?.select();
  };
  const keys = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') close();
    else if (!event.repeat) void send(field.current?.value ?? '');
  };
  const label = note('assignTo', row.plate === null ? '…' : plateText(row.plate));
  if (!editing) {
    return (
      <button
        ref={button}
        type="button"
        data-cell="place"
        data-place={row.place}
        aria-label={`${label}${row.place === undefined ? '' : `: ${row.place}`}`}
        onClick={() => setTyped(row.place ?? '')}
      >
        {row.place ?? note('assign')}
      </button>
    );
  }
  const there = why?.code === 'PLACE_TAKEN' ? holder(placeIn(typed)) : undefined;
  return (
    <div className="placing">
      <input
        ref={field}
        value={typed}
        maxLength={20}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        aria-label={label}
        aria-invalid={why !== null}
        aria-describedby={why === null ? undefined : `why-${row.id}`}
        aria-busy={acts.sending === row.id}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={keys}
        onBlur={() => typed === (row.place ?? '') && close()}
      />
      {why !== null && (
        <p className="why" id={`why-${row.id}`} role="alert">
          <Mark priority={2} />
          <span>
            {why.text}
            {there !== undefined && (
              <>
                {' '}
                {note('placeHolder')} <b><Plate plate={there.plate} /></b>
              </>
            )}
          </span>
        </p>
      )}
    </div>
  );
}

function PlugCell({ row, now, acts }: Pick<YardRowProps, 'row' | 'now' | 'acts'>) {
  const { language } = useSpeech();
  const note = yardSay(language);
  const since = pluggedFrom(row);
  const act = note(since === null ? 'plug' : 'unplug');
  return (
    <div className="plug">
      {mayPlug(row) && (
        <button
          type="button"
          data-cell="plug"
          data-plug={row.id}
          aria-disabled={acts.sending === row.id}
          aria-label={`${act} ${row.plate ?? ''}`.trim()}
          onClick={() => acts.plug(row)}
        >
          {act}
        </button>
      )}
      {since !== null && (
        <span>
          {note('pluggedSince', minuteOf(since, HERE))} <b>{lengthOf(Math.max(0, now - since))}</b>
        </span>
      )}
    </div>
  );
}

/** Whose turn it is, or what else keeps it; coloured when somebody is late. */
function WaitsFor({ row, load, read, now }: Pick<YardRowProps, 'row' | 'load' | 'read' | 'now'>) {
  const speech = useSpeech();
  const { say } = speech;
  const ready = yardSay(speech.language)('readyToLeave');
  if (row.registration === undefined) return <>{say('actUnregistered')}</>;
  if (load === undefined) return <>{read ? ready : say('loading')}</>;
  if (load.mayLeave) return <>{ready}</>;
  const turn = load.lines.filter(onTurn);
  // Who owes an inspection is named with it; before the vehicle is inside it is nobody's turn.
  const looks = turn.some((line) => isInspection(line.step));
  const holds = load.unmet.filter((word) => word.startsWith('HOLD_') || (word === 'INSPECTION' && !looks));
  return (
    <ul className="waits-for">
      {turn.map((line) => {
        const late = lateAt(line, now);
        return (
          <li key={line.step} className={late ? 'p1' : undefined}>
            {late && <Mark priority={1} />}
            <span>
              {unmetText(line.step, speech)}
              {line.since !== undefined && (
                <small>{lengthOf(now - Date.parse(line.since))}</small>
              )}
            </span>
          </li>
        );
      })}
      {holds.map((word) => (
        <li key={word}>
          <Mark priority={3} />
          <span>{unmetText(word, speech)}</span>
        </li>
      ))}
      {turn.length + holds.length === 0 &&
        load.unmet.map((word) => <li key={word}>{unmetText(word, speech)}</li>)}
    </ul>
  );
}
