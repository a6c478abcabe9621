/** All that an agency relies on in a registration, field by field, with what was amended and when. */
import { Mark } from '../parts';
import { FaultLine, faultSentence } from '../fault';
import { TrafficOrders } from '../told';
import { dateOf, dayOf, onBothClocks } from '../times';
import { changedIn, fieldName, linesOf, partOf, type Part } from './fields';
import type { Looked, Word } from './held';
import { useSpeech, type Speech } from './speech';
import type { Agency, Held, Provenance } from '../wire';
import './loads.css';
import './papers.css';

const parts: readonly Part[] = [
  'partTrip',
  'partVehicle',
  'partPeople',
  'partCustoms',
  'goods',
  'partQuarantine',
];

interface ReliedProps {
  held: Held;
  before: Held | null;
  agency: Agency;
  fields: readonly string[];
  now: number;
}

export function Relied({ held, before, agency, fields, now }: ReliedProps) {
  const speech = useSpeech();
  const { say } = speech;
  const changed = before === null ? [] : changedIn(before, held, fields);
  const others = held.provenance.filter((one) => !fields.includes(one.field));
  return (
    <div className="relied">
      {parts.map((part) => {
        const here = fields.filter((field) => partOf(field) === part);
        if (here.length === 0) return null;
        return (
          <section key={part} aria-label={say(part)}>
            <h3>{say(part)}</h3>
            <dl>
              {here.map((field) => (
                <Line
                  key={field}
                  field={field}
                  held={held}
                  before={before !== null && changed.includes(field) ? before : null}
                  made={held.provenance.find((one) => one.field === field)}
                  now={now}
                />
              ))}
            </dl>
          </section>
        );
      })}
      {others.length > 0 && (
        <p className="quiet">
          {say(
            'alsoAmended',
            say(agency),
            others.map((one) => fieldName(one.field, speech)).join(', '),
          )}
        </p>
      )}
      {held.provenance.length === 0 && <p className="quiet">{say('neverAmended')}</p>}
    </div>
  );
}

interface LineProps {
  field: string;
  held: Held;
  before: Held | null;
  made: Provenance | undefined;
  now: number;
}

function Line({ field, held, before, made, now }: LineProps) {
  const speech = useSpeech();
  const { say } = speech;
  const lines = linesOf(held, field, speech);
  return (
    <div
      className="relied-line"
      data-field={field}
      data-amended={made === undefined ? undefined : ''}
      data-changed={before === null ? undefined : ''}
    >
      <dt>{fieldName(field, speech)}</dt>
      <dd>
        {before !== null && (
          <span className="from-to">
            <Mark priority={2} label={say('showChanges')} />
            <del aria-label={say('wasBefore', linesOf(before, field, speech).join(', '))}>
              {linesOf(before, field, speech).join(', ')}
            </del>
            <span aria-hidden="true">→</span>
          </span>
        )}
        <Values lines={lines} />
        {made !== undefined && <small>{amendedAt(made.at, now, speech)}</small>}
      </dd>
    </div>
  );
}

/** Several goods have their values in one order in every line: the number says which. */
const Values = ({ lines }: { lines: string[] }) =>
  lines.length === 1 ? (
    <b>{lines[0]}</b>
  ) : (
    <ol>
      {lines.map((line, index) => (
        <li key={index}>
          <b>{line}</b>
        </li>
      ))}
    </ol>
  );

export function amendedAt(at: string, now: number, speech: Speech): string {
  const time = Date.parse(at);
  const other = dayOf(time) === dayOf(now) ? '' : `${dateOf(time, speech.language)} `;
  const [here, there] = onBothClocks(time);
  return speech.say('amendedAt', other + here, there);
}

interface OutcomeProps {
  word: Word;
  looked: Looked;
  agency: Agency;
  fields: readonly string[];
  confirm: () => void;
}

/** What became of an attempt to confirm, and what to do now. */
export function Outcome({ word, looked, agency, fields, confirm }: OutcomeProps) {
  const speech = useSpeech();
  const { say } = speech;
  const { held, before } = looked;
  switch (word.kind) {
    case 'none':
      return null;
    case 'sending':
      return (
        <p className="outcome" role="status">
          {say('sending')}
        </p>
      );
    case 'stale': {
      const changed = held === null || before === null ? [] : changedIn(before, held, fields);
      return (
        <p className="outcome p2" role="alert">
          <Mark priority={2} />
          <span>
            {say('staleNow', changed.map((field) => fieldName(field, speech)).join(', ') || '–')}
          </span>
        </p>
      );
    }
    case 'already':
      return (
        <p className="outcome" role="alert">
          {say('alreadyDone', say(agency))}
        </p>
      );
    case 'nothing':
      return (
        <p className="outcome" role="alert">
          {say('nothingToConfirm')}
        </p>
      );
    case 'failed':
      return word.fault.status === 403 ? (
        <p className="outcome" role="alert">
          {say('confirmDenied')}
        </p>
      ) : (
        <div className="outcome p1" role="alert">
          <span>
            {faultSentence(word.fault, say, speech.language)} {say('sendAgainSafe')}
          </span>
          <code>{word.fault.code}</code>
          <button type="button" onClick={confirm}>
            {say('sendAgain')}
          </button>
        </div>
      );
  }
}

/** A registration that was read: its fields, or why there are none. */
export function ReliedOf({
  looked,
  agency,
  fields,
  now,
}: {
  looked: Looked;
  agency: Agency;
  fields: readonly string[];
  now: number;
}) {
  const { say } = useSpeech();
  if (looked.held === null) {
    return looked.fault === null ? (
      <p className="empty">{say('loading')}</p>
    ) : (
      <FaultLine fault={looked.fault} again={() => void looked.again()} />
    );
  }
  return (
    <>
      {looked.fault !== null && <FaultLine fault={looked.fault} again={() => void looked.again()} />}
      <TrafficOrders orders={looked.held.trafficOrders ?? []} />
      <Relied held={looked.held} before={looked.before} agency={agency} fields={fields} now={now} />
    </>
  );
}
