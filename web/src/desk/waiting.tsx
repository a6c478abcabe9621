/** The list of papers that wait for an agency: when each is planned, and what of it was amended. */
import { useEffect, type KeyboardEvent } from 'react';
import { gateName, Plate, Way } from '../parts';
import { cityOf, countOf, dateOf, dayOf, HERE, minuteOf, THERE } from '../times';
import type { Agency, RegistrationRow } from '../wire';
import { Again, leftText } from '../gate/again';
import { rowFrom } from '../gate/arrows';
import { fieldName } from '../gate/fields';
import { amendedAt } from '../gate/relied';
import { useSpeech } from '../gate/speech';

interface WaitingListProps {
  rows: readonly RegistrationRow[];
  now: number;
  agency: Agency;
  fields: readonly string[];
  selected: string | null;
  select: (id: string) => void;
  open: (id: string) => void;
}

/** At most so many rows as the server was asked for: all of them are in the page. */
export function WaitingList({
  rows,
  now,
  agency,
  fields,
  selected,
  select,
  open,
}: WaitingListProps) {
  const speech = useSpeech();
  const { say } = speech;
  const at = rows.findIndex((row) => row.id === selected);
  useEffect(() => {
    document.getElementById(`waits-${selected}`)?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  if (rows.length === 0) return null;
  const keys = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const next = rowFrom(at, event.key, rows.length, 10);
    if (next !== null) {
      const row = rows[next];
      if (row !== undefined) select(row.id);
    } else if (event.key === 'Enter' && selected !== null && at >= 0) open(selected);
    else return;
    event.preventDefault();
  };
  const minute = Math.floor(now / 60_000) * 60_000;
  return (
    <div className="scroller">
      <table
        id="waiting"
        role="grid"
        tabIndex={0}
        aria-label={say('papersTitle', say(agency))}
        aria-rowcount={rows.length + 1}
        aria-activedescendant={at < 0 ? undefined : `waits-${selected}`}
        onKeyDown={keys}
        onFocus={(event) => {
          // Who comes by key begins at the top; who presses on a row has chosen that one.
          const first = event.currentTarget.matches(':focus-visible') ? rows[0] : undefined;
          if (at < 0 && first !== undefined) select(first.id);
        }}
      >
        <thead>
          <tr>
            <th scope="col">{say('plate')}</th>
            <th scope="col">{say('planned')}</th>
            <th scope="col">{say('goods')}</th>
            <th scope="col">{say('gate')}</th>
            <th scope="col">{say('amended')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr
              key={row.id}
              id={`waits-${row.id}`}
              aria-rowindex={index + 2}
              aria-selected={row.id === selected}
              onClick={() => {
                select(row.id);
                open(row.id);
              }}
            >
              <td className="waits-plate">
                <button type="button" tabIndex={-1} className="link">
                  <b>
                    <Plate plate={row.plate} />
                  </b>
                </button>
                <small>{row.declarationNumber}</small>
              </td>
              <td className="waits-when">
                <Planned row={row} now={minute} />
              </td>
              <td>
                {row.goods}
                <small>{countOf(row.weightKg, speech.language)} kg</small>
              </td>
              <td className="waits-gate">
                {gateName(speech, row.gate)}
                <small>
                  <Way direction={row.direction} />
                </small>
              </td>
              <td className="waits-amended">
                <Amended row={row} now={now} agency={agency} fields={fields} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** When it is planned by the clocks of both sides, and where the vehicle is now. */
function Planned({ row, now }: { row: RegistrationRow; now: number }) {
  const { say, language } = useSpeech();
  const planned = Date.parse(row.plannedArrivalAt);
  return (
    <>
      <span>
        <b>{minuteOf(planned, HERE)}</b> {cityOf(THERE)} {minuteOf(planned, THERE)}
        {dayOf(planned) !== dayOf(now) && ` · ${dateOf(planned, language)}`}
      </span>
      <small>
        {row.state === 'REGISTERED'
          ? `${say('notHereYet')}, ${leftText(planned - now, say)}`
          : say(row.state)}
      </small>
    </>
  );
}

interface AmendedProps {
  row: RegistrationRow;
  now: number;
  agency: Agency;
  fields: readonly string[];
}

/** What of the agency's fields was amended, and until when it is asked again. */
function Amended({ row, now, agency, fields }: AmendedProps) {
  const speech = useSpeech();
  const { say } = speech;
  const mine = row.provenance.filter((one) => fields.includes(one.field));
  const newest = mine.map((one) => one.at).sort().at(-1);
  const again = row.askedAgain?.includes(agency) === true && row.askedAgainDue !== undefined;
  if (newest === undefined && !again) return <small>–</small>;
  return (
    <>
      {again && <Again due={row.askedAgainDue ?? ''} now={now} />}
      {newest !== undefined && (
        <>
          <b>{mine.map((one) => fieldName(one.field, speech)).join(', ')}</b>
          <small>{amendedAt(newest, now, speech)}</small>
        </>
      )}
      {newest === undefined && <small>{say('amended')}</small>}
    </>
  );
}
