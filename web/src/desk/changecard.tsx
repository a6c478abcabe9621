/** One transshipment: the source, its receiving vehicles, what is missing of each, and what may be done. */
import type { ReactNode } from 'react';
import { lineSince, missingOf, type Change, type Group, type Lot, type Party, type Receiver } from '../changes';
import { labelOf, Mark, Plate } from '../parts';
import { countOf, HERE, lengthOf, minuteOf } from '../times';
import { sayCode, useSpeech, type Speech } from '../gate/speech';
import { missingText, plateOf, type ChangeActs } from './changeact';
import { Difference, FinishForm, PackForm, SignForm } from './changeform';
import { changingSay } from './changingwords';

/** Little is left of a call. */
const SHORT_MS = 5 * 60_000;

/** Which form is open on which one. */
export type Open = { id: string; what: 'finish' | 'sign' } | { id: string; what: 'pack'; receiver: string };

interface CardProps {
  change: Change;
  group: Group;
  nth: number;
  now: number;
  may: { work: boolean; sign: boolean };
  acts: ChangeActs;
  form: Open | null;
  setForm: (form: Open | null) => void;
  /** Lets the keys rest on the card. */
  rest: (id: string) => void;
  open: (crossing: string) => void;
}

export function ChangeCard({ change, group, nth, now, may, acts, form: asked, setForm, rest, open }: CardProps) {
  const speech = useSpeech();
  const note = changingSay(speech.language);
  const { id, unmet } = change;
  const missing = (unmet ?? []).map(missingOf);
  const of = (n: number | null) => missing.filter((one) => one.of === n).map((one) => one.what);
  // Somebody else may have finished or signed it meanwhile.
  const form = asked !== null && group === (asked.what === 'sign' ? 'FINISHED' : 'STARTED') ? asked : null;
  const done = () => {
    setForm(null);
    rest(id);
  };
  const start = async () => {
    await acts.act(change, 'start', {});
    rest(id);
  };
  const receiver = form?.what === 'pack' ? change.receivers.find((one) => one.registration === form.receiver) : undefined;
  const shared = { change, acts, done, cancel: done };
  return (
    <article className="change" data-change={id} data-stage={group} tabIndex={-1} aria-labelledby={`change-${id}`}>
      <h4 id={`change-${id}`}>
        <Plate plate={change.source.plate ?? null} /> <Method change={change} speech={speech} />
        <When change={change} group={group} nth={nth} now={now} />
      </h4>
      <div className="change-parties">
        <Vehicle party={change.source} name={note('source')} missing={of(0)} open={open}>
          <Lots lots={change.lots} name={note('declaredTotal')} />
          {change.remaining !== undefined && change.remaining.length > 0 && (
            <Lots lots={change.remaining} name={note('stays')} />
          )}
        </Vehicle>
        {change.receivers.map((one, i) => (
          <Vehicle
            key={one.registration}
            party={one}
            name={note('receiver', i + 1)}
            missing={of(i + 1)}
            open={open}
          >
            <Taken receiver={one} group={group} />
          </Vehicle>
        ))}
      </div>
      {unmet !== undefined && unmet.length === 0 && <p className="change-ready">{note('eligible')}</p>}
      {of(null).length > 0 && <Missing words={of(null)} />}
      {(change.differences ?? []).map((lot) => (
        <p key={lot.customsNumber ?? ''} className="change-broken" data-difference>
          <Mark priority={group === 'SIGNED' ? 3 : 2} />
          <span>
            {lot.customsNumber ?? note('lotNameless')}: <Difference lot={lot} />
          </span>
        </p>
      ))}
      {form === null && (
        <div className="change-acts">
          {may.work && group === 'CALLED' && (
            <button type="button" className={unmet?.length === 0 ? 'primary' : undefined} data-act="start" onClick={() => void start()}>
              {note('start')}
            </button>
          )}
          {may.work &&
            group === 'STARTED' &&
            change.receivers.map((one) => (
              <button
                key={one.registration}
                type="button"
                data-act="pack"
                className={one.loading === undefined ? 'primary' : undefined}
                onClick={() => setForm({ id, what: 'pack', receiver: one.registration })}
              >
                {note(one.loading === undefined ? 'pack' : 'repack', plateOf(one.plate))}
              </button>
            ))}
          {may.work && group === 'STARTED' && (
            <button type="button" data-act="finish" onClick={() => setForm({ id, what: 'finish' })}>
              {note('finish')}
            </button>
          )}
          {may.sign && group === 'FINISHED' && (
            <button type="button" className="primary" data-act="sign" onClick={() => setForm({ id, what: 'sign' })}>
              {note('sign')}
            </button>
          )}
        </div>
      )}
      {receiver !== undefined && <PackForm key={receiver.registration} receiver={receiver} {...shared} />}
      {form?.what === 'finish' && <FinishForm {...shared} />}
      {form?.what === 'sign' && <SignForm {...shared} />}
    </article>
  );
}

function Method({ change, speech }: { change: Change; speech: Speech }) {
  const area = speech.site?.handling?.areas.find((one) => one.code === change.area);
  const where = area === undefined ? change.area : labelOf(area.name, speech.language);
  const what = [changingSay(speech.language)(change.method), change.source.goods, where];
  return <small>{what.filter((one) => one !== undefined && one !== '').join(' · ')}</small>;
}

/** Since when, until when; a call that runs out is marked. */
function When({ change, group, nth, now }: Pick<CardProps, 'change' | 'group' | 'nth' | 'now'>) {
  const { language } = useSpeech();
  const note = changingSay(language);
  const clock = (time: string) => minuteOf(Date.parse(time), HERE);
  const ago = (time: string) => lengthOf(Math.max(0, now - Date.parse(time)));
  const { until, startedAt = '', finishedAt = '', signedAt = '', minutes } = change;
  if (group === 'CALLED' && until !== undefined) {
    const left = Date.parse(until) - now;
    const priority = left < 0 ? 1 : left < SHORT_MS ? 2 : null;
    return (
      <span className={`change-when${priority === null ? '' : ` p${priority}`}`}>
        {priority !== null && <Mark priority={priority} />}
        {left < 0 ? note('calledOver', clock(until)) : note('calledUntil', clock(until), lengthOf(left))}
      </span>
    );
  }
  const since = lineSince(change);
  return (
    <span className="change-when">
      {group === 'STARTED' && note('startedSince', clock(startedAt), ago(startedAt))}
      {group === 'LINE' && since !== null && (
        <>
          <b>{note('lineNth', nth)}</b>{' '}
          {note('lineSince', minuteOf(since, HERE), lengthOf(Math.max(0, now - since)))}
        </>
      )}
      {group === 'PLANNED' && note('plannedSince', clock(change.plannedAt))}
      {group === 'FINISHED' && note('finishedSince', clock(finishedAt), ago(finishedAt))}
      {group === 'SIGNED' && note('signedSince', clock(signedAt))}
      {minutes !== undefined && ` · ${note('tookMinutes', lengthOf(minutes * 60_000))}`}
    </span>
  );
}

interface VehicleProps {
  party: Party;
  name: string;
  missing: readonly string[];
  open: (crossing: string) => void;
  children: ReactNode;
}

function Vehicle({ party, name, missing, open, children }: VehicleProps) {
  const speech = useSpeech();
  const { crossing, plate = null } = party;
  return (
    <section className="change-vehicle" aria-label={`${name} ${plateOf(party.plate)}`} data-registration={party.registration}>
      <h5>
        <small>{name}</small>
        {crossing === undefined ? (
          <Plate plate={plate} />
        ) : (
          <button type="button" className="link" onClick={() => open(crossing)}>
            <Plate plate={plate} />
          </button>
        )}
      </h5>
      <p>{stands(party, speech)}</p>
      {missing.length > 0 && <Missing words={missing} />}
      {children}
    </section>
  );
}

/** Where it is, and by which keys. */
function stands(party: Party, speech: Speech): string {
  const note = changingSay(speech.language);
  if (party.leftAt !== undefined) return `${note('gone')} ${minuteOf(Date.parse(party.leftAt), HERE)}`;
  if (party.crossing === undefined) return note('notHere');
  const lacks = (party.missingKeys ?? []).map((one) => sayCode(speech.say, one)).join(', ');
  const yard = speech.site?.yards.find((one) => one.code === party.yard);
  const where =
    party.yard === undefined
      ? note('outsideYard')
      : `${yard === undefined ? party.yard : labelOf(yard.name, speech.language)}, ${party.place ?? note('noPlace')}`;
  return `${lacks === '' ? note('keysBoth') : note('keysOf', lacks)} · ${where}`;
}

function Missing({ words }: { words: readonly string[] }) {
  const speech = useSpeech();
  return (
    <ul className="change-missing" aria-label={changingSay(speech.language)('missingFor')}>
      {words.map((what) => (
        <li key={what} data-missing={what}>
          <Mark priority={3} />
          <span>{missingText(what, speech)}</span>
        </li>
      ))}
    </ul>
  );
}

function Lots({ lots, name }: { lots: readonly Lot[]; name: string }) {
  const { language } = useSpeech();
  const note = changingSay(language);
  return (
    <dl className="change-lots">
      <dt>{name}</dt>
      {lots.map((lot) => (
        <dd key={lot.customsNumber ?? ''}>
          <span className="number">{lot.customsNumber ?? note('lotNameless')}</span>{' '}
          {note('lotAmount', countOf(lot.packages, language), countOf(lot.kg, language))}
        </dd>
      ))}
    </dl>
  );
}

function Taken({ receiver, group }: { receiver: Receiver; group: Group }) {
  const note = changingSay(useSpeech().language);
  const { loading, customsNumbers } = receiver;
  if (loading !== undefined) {
    return <Lots lots={loading.lots} name={`${note('packed')} · ${note('sealIs', loading.seal)}`} />;
  }
  return (
    <>
      {customsNumbers.length > 0 && <p>{note('toCarry', customsNumbers.join(', '))}</p>}
      {group === 'STARTED' && <p>{note('notPacked')}</p>}
    </>
  );
}
