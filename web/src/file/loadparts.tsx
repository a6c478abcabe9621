/** The parts of a load's file: the lines of all agencies, the holds, the one inspection. */
import { Mark } from '../parts';
import { HERE, lengthOf, minuteOf, onBothClocks } from '../times';
import type { Load, LoadLine, OfficersAgency, Second } from '../wire';
import { acting, type Act } from '../gate/act';
import { afterOwnInspection, asked, dueOf, foundIn, isInspection, onTurn } from '../gate/loads';
import { dueText, placeOf, placesOf, ruleName, speakerText, stepName, unmetText, waits } from '../gate/loadsay';
import { useSpeech, type Speech } from '../gate/speech';

interface LinesProps {
  load: Load;
  now: number;
  agency: OfficersAgency | undefined;
  onlyOpen: boolean;
}

/** Whose turn it is comes first, then who waits for others, then what is done. */
const rank = (line: LoadLine): number =>
  onTurn(line) ? 0 : asked(line) ? 1 : line.status === 'CONFIRMED' ? 2 : 3;

export function Lines({ load, now, agency, onlyOpen }: LinesProps) {
  const speech = useSpeech();
  const { say } = speech;
  const minute = Math.floor(now / 60_000) * 60_000;
  const readAt = load.asOf === undefined ? minute : Date.parse(load.asOf);
  const lines = load.lines
    .filter((line) => !onlyOpen || asked(line))
    .sort((a, b) => rank(a) - rank(b) || dueOf(a) - dueOf(b));
  return (
    <div className="lines">
      <table>
        <thead>
          <tr>
            <th scope="col">{say('agencyCol')}</th>
            <th scope="col">{say('stepCol')}</th>
            <th scope="col">{say('standCol')}</th>
            <th scope="col">{say('dueCol')}</th>
            <th scope="col" className="right">
              {say('waitAgency')}
            </th>
            <th scope="col" className="right">
              {say('waitOthers')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => {
            const doubt = isInspection(line.step) && line.status === 'CONFIRMED' && foundIn(load.inspection) === 'DOUBT';
            const due = dueText(line, now, say);
            const { ours, others } = waits(line, readAt, minute);
            return (
              <tr
                key={line.step}
                data-line={line.step}
                data-own={line.agency === agency ? '' : undefined}
                data-done={line.status === 'CONFIRMED' && !doubt ? '' : undefined}
              >
                <td>{say(line.agency)}</td>
                <td>
                  <b>{stepName(line.step, speech)}</b>
                  {line.note !== undefined && line.note !== null && line.note !== '' && (
                    <small className="line-note">{line.note}</small>
                  )}
                </td>
                <td>
                  {doubt ? <Doubt /> : <Standing load={load} line={line} speech={speech} />}
                </td>
                <td className={due.priority === null ? undefined : `line-due p${due.priority}`}>
                  {line.due !== undefined && (
                    <>
                      {due.priority !== null && <Mark priority={due.priority} />}
                      <span>
                        {minuteOf(dueOf(line), HERE)} <small>{due.text}</small>
                      </span>
                    </>
                  )}
                </td>
                <td className="right">
                  <small className="phone">{say('waitAgency')}</small> {lengthOf(ours)}
                </td>
                <td className="right">
                  <small className="phone">{say('waitOthers')}</small> {lengthOf(others)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {lines.length === 0 && <p className="empty">{say('sheetNone')}</p>}
    </div>
  );
}

/** An inspection that left a doubt is over and has cleared nothing: another shape, other words. */
function Doubt() {
  const { say } = useSpeech();
  return (
    <span className="in-doubt">
      <Mark priority={2} /> <b>{say('foundDOUBT')}</b>
    </span>
  );
}

function Standing({ load, line, speech }: { load: Load; line: LoadLine; speech: Speech }) {
  const { say } = speech;
  const at = line.at === undefined ? null : onBothClocks(Date.parse(line.at));
  const { byRule } = line;
  const by =
    byRule === undefined ? line.by : say('byRule', ruleName(byRule.rule, speech), say(byRule.authorisedBy), byRule.observations.join(', '));
  switch (line.status) {
    case 'CONFIRMED':
      return (
        <>
          {say('lineDone')} {at?.[0]} <small>{by}</small>
        </>
      );
    case 'REFUSED':
      return (
        <>
          <b>{say('lineRefused')}</b> {at?.[0]} <small>{by}</small>
        </>
      );
    case 'OPEN':
      return <>{say('lineOffered')}</>;
    case 'REQUIRED':
    case 'REQUESTED':
      if (line.doneBy !== undefined) return <>{say('lineDoneBy', stepName(line.doneBy, speech))}</>;
      if (line.decidedWith !== undefined) return <>{say('lineDecidedWith', stepName(line.decidedWith, speech))}</>;
      if (line.since === undefined) {
        const own = afterOwnInspection(load, line);
        // What was just said is not said again.
        const before = (line.before ?? []).filter((word) => !own || word !== 'INSPECTION');
        return (
          <>
            {say(own ? 'lineOwnInspection' : 'lineOthers')}
            {before.length > 0 && (
              <small className="line-before">{before.map((word) => unmetText(word, speech)).join(' · ')}</small>
            )}
          </>
        );
      }
      return (
        <>
          <b>{say(line.askedAgain === true ? 'lineAgain' : 'lineTurn')}</b>{' '}
          <small>{minuteOf(Date.parse(line.since), HERE)}</small>
        </>
      );
  }
}

interface SecondsProps {
  load: Load;
  agency: OfficersAgency | undefined;
  busy: boolean;
  act: (act: Act) => void;
}

/** The second officer says exactly the same; the first one is told that it takes another. */
const agreeing = (load: Load, { channel, hold }: Second): Act =>
  channel === undefined
    ? acting(load, 'hold-liftings', { hold }, 'lift')
    : acting(load, 'channel', { channel }, 'customsChannel');

const withdrawing = (load: Load, { channel, hold }: Second): Act =>
  acting(load, 'second-withdrawals', channel === undefined ? { hold } : { channel }, 'withdrawSecond');

/** What one officer asked for and another one has to say too, until a colleague of the first withdraws it. */
const mayToo = (load: Load, { channel, hold }: Second, agency: OfficersAgency): boolean =>
  channel === undefined
    ? load.holds?.find((one) => one.hold === hold)?.lifters.includes(agency) === true
    : agency === 'CUSTOMS';

export function Seconds({ load, agency, busy, act }: SecondsProps) {
  const speech = useSpeech();
  const { say } = speech;
  const seconds = load.seconds ?? [];
  if (seconds.length === 0) return null;
  return (
    <section className="load-part" aria-label={say('seconds')}>
      <h3>{say('seconds')}</h3>
      <ul>
        {seconds.map((second) => (
          <li key={`${second.channel ?? second.hold} ${second.at}`} data-second>
            <Mark priority={2} />
            <span>
              {second.channel === undefined
                ? say('secondLift', speakerText(second, speech))
                : say('secondLower', speakerText(second, speech), say(`channel${second.channel}`))}{' '}
              <small>{say('secondNeeded', minuteOf(Date.parse(second.until), HERE))}</small>
              {second.note !== undefined && second.note !== null && <q>{second.note}</q>}
            </span>
            <span className="two-acts">
              {agency !== undefined && mayToo(load, second, agency) && (
                <button type="button" data-agree onClick={() => act(agreeing(load, second))} disabled={busy}>
                  {say('confirmStep', say(second.channel === undefined ? 'lift' : `channel${second.channel}`))}
                </button>
              )}
              {agency !== undefined && second.agency === agency && (
                <button type="button" onClick={() => act(withdrawing(load, second))} disabled={busy}>
                  {say('withdrawSecond')}
                </button>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface HoldsProps {
  load: Load;
  agency: OfficersAgency | undefined;
  lift: () => void;
}

export function Holds({ load, agency, lift }: HoldsProps) {
  const { say } = useSpeech();
  const holds = load.holds ?? [];
  return (
    <section className="load-part" aria-label={say('holds')}>
      <h3>{say('holds')}</h3>
      {holds.length === 0 && <p>{say('noHolds')}</p>}
      <ul>
        {holds.map((hold) => (
          <li key={hold.hold} data-hold={hold.hold}>
            <Mark priority={3} />
            <span>
              <b>{say(`short${hold.kind}`)}</b>,{' '}
              {say('heldBy', say(hold.agency), ...onBothClocks(Date.parse(hold.at)))}
              <small>{say('lifters', hold.lifters.map((one) => say(one)).join(', '))}</small>
              {hold.note !== undefined && hold.note !== null && <small>{hold.note}</small>}
            </span>
            {agency !== undefined && hold.lifters.includes(agency) && (
              <button type="button" onClick={lift}>
                {say('lift')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Inspected({ load }: { load: Load }) {
  const speech = useSpeech();
  const { say } = speech;
  const { inspection } = load;
  const found = foundIn(inspection);
  const doubtful = found === 'DOUBT' || found === 'FAULT';
  return (
    <section className="load-part" aria-label={say('inspection')}>
      <h3>{say('inspection')}</h3>
      {inspection === undefined ? (
        <p>{say('noInspection')}</p>
      ) : (
        <>
          <p data-inspected={inspection.done ? found : undefined}>
            {inspection.done && found === 'DOUBT' && <Mark priority={2} />}
            <b>
              {say(
                inspection.done ? (doubtful ? `inspection${found}` : 'inspectionDone') : 'inspectionOpen',
                placesOf(inspection, speech),
              )}
            </b>{' '}
            {say('takePart', inspection.joined.map((one) => say(one.agency)).join(', '))}
          </p>
          <ul>
            {inspection.booked.map(({ means, place, since, position }) => {
              const result = inspection.results.find((one) => one.means === means);
              return (
                <li key={means}>
                  {result !== undefined && result.outcome !== 'CLEAN' ? (
                    <Mark priority={result.outcome === 'DOUBT' ? 2 : 3} />
                  ) : (
                    <span />
                  )}
                  <span className={result?.outcome === 'DOUBT' ? 'in-doubt' : undefined}>
                    <b>{say(means)}</b>{' '}
                    {result === undefined ? say('noResult') : result.outcome === 'CLEAN' ? say('foundCLEAN') : <b>{say(`found${result.outcome}`)}</b>}
                    {result === undefined && (
                      <small>
                        {placeOf(place, speech)},{' '}
                        {position !== undefined && `${say('bayNth', position)}, `}
                        {say('baySince', minuteOf(Date.parse(since), HERE))}
                      </small>
                    )}
                    {result !== undefined && (
                      <small data-found={result.outcome}>
                        {say(result.agency)}, {minuteOf(Date.parse(result.at), HERE)}
                      </small>
                    )}
                  </span>
                </li>
              );
            })}
          </ul>
        </>
      )}
    </section>
  );
}
