/** How far a passage is, on one line: who has come, the two keys, the six milestones, each with its time. */
import { actionOf, againOf, agencies, arrivedAt, keyOf, lateNow, live, timeOf } from '../judge';
import { Mark } from '../parts';
import { cityOf, HERE, lengthOf, minuteOf, onBothClocks, THERE } from '../times';
import type { CrossingFile, CrossingRow, MilestoneName } from '../wire';
import { leftText } from '../gate/again';
import { useSpeech, type Word } from '../gate/speech';

interface StopProps {
  word: Word;
  time: number | null;
  since?: number | null;
  wait?: number | null;
  /** Instead of how long somebody has waited. */
  left?: string | undefined;
  priority?: 1 | 2 | undefined;
  note?: string | undefined;
  /** Nothing tells it; null while that is not read yet. */
  known?: boolean | null;
}

/** One milestone: a filled dot is reached, a hollow one is not. */
function Stop({ word, time, since = null, wait = null, left, priority, note, known = true }: StopProps) {
  const { say } = useSpeech();
  const state = time !== null ? 'done' : wait !== null ? 'wait' : known === false ? 'unknown' : 'open';
  const not = known === null ? '…' : say(known ? 'notYet' : 'notKnown');
  return (
    <div data-stop={word} className={`stop ${state}${priority === undefined ? '' : ` p${priority}`}`}>
      <span className="dot" aria-hidden="true" />
      <span className="stop-name">
        {say(word)} {priority !== undefined && <Mark priority={priority} />}
      </span>
      {time !== null ? (
        <span className="stop-time">
          <b>{minuteOf(time, HERE)}</b>
          <span>
            {cityOf(THERE)} {minuteOf(time, THERE)}
          </span>
        </span>
      ) : (
        <span className="stop-time">
          <span>{left ?? (wait !== null ? lengthOf(wait) : not)}</span>
        </span>
      )}
      {time !== null && since !== null && (
        <small>{say('after', lengthOf(time - since))}</small>
      )}
      {note !== undefined && <small className="note">{note}</small>}
    </div>
  );
}

interface TrackProps {
  row: CrossingRow;
  /** What only the file of the passage says; null until it is read. */
  file: CrossingFile | null;
  now: number;
}

export function Track({ row, file, now }: TrackProps) {
  const { say } = useSpeech();
  const told = (name: MilestoneName) => file?.milestones.find((one) => one.milestone === name);
  const [checked, paid] = [told('CHECK_STARTED'), told('PAID')];
  const timed = (text: string | undefined) => (text === undefined ? null : Date.parse(text));
  const came = arrivedAt(row);
  const entered = timeOf(row, 'enteredAt');
  const yard = timeOf(row, 'yardEnteredAt');
  const yardLeft = timeOf(row, 'yardLeftAt');
  const late = lateNow(row);
  const inside = actionOf(row)?.priority === 1;
  return (
    <section className="panel track" aria-label={say('milestones')}>
      <Stop word="arrived" time={came} />
      <div
        className={entered === null ? 'fork' : 'fork done'}
        role="group"
        aria-label={say('twoKeys')}
        title={say('twoKeys')}
      >
        {agencies.map((agency) => {
          const text = keyOf(row, agency);
          const other = agencies.find((one) => one !== agency) ?? agency;
          const otherAt = keyOf(row, other);
          const time = text === undefined ? null : Date.parse(text);
          return (
            <Stop
              key={agency}
              word={agency}
              time={time}
              since={came}
              wait={time === null && live(row) ? now - Date.parse(otherAt ?? row.arrivedAt) : null}
              priority={
                time !== null
                  ? undefined
                  : inside
                    ? 1
                    : late === agency || againOf(row).includes(agency)
                      ? 2
                      : undefined
              }
              left={
                againOf(row).includes(agency) && row.askedAgainDue !== undefined
                  ? leftText(Date.parse(row.askedAgainDue) - now, say)
                  : undefined
              }
              note={
                time !== null && row.lateAgency === agency
                  ? say('cameLate', say(agency))
                  : againOf(row).includes(agency) && row.askedAgainDue !== undefined
                    ? say('againShort', ...onBothClocks(Date.parse(row.askedAgainDue)))
                    : undefined
              }
            />
          );
        })}
      </div>
      <Stop word="entered" time={entered} since={came} />
      <Stop word="yardEntered" time={yard} since={entered ?? came} />
      <Stop word="checkStarted" time={timed(checked?.at)} since={entered} known={file === null ? null : true} />
      <Stop word="paid" time={timed(paid?.at)} known={file === null ? null : paid?.state !== 'UNKNOWN'} />
      <Stop word="yardLeft" time={yardLeft} since={yard} />
      <Stop
        word={row.turned === undefined ? 'gateLeft' : 'leftTurned'}
        time={timeOf(row, 'gateLeftAt')}
        since={yardLeft ?? entered ?? came}
      />
    </section>
  );
}

