/** What a trader is told of its passages: notices to be read, why a vehicle was turned, the six milestones. */
import { Fragment, useEffect, useState, type ReactNode } from 'react';
import { readFile, type Board } from '../board';
import { milestoneWord } from '../passagewords';
import { gateName, Mark, Plate } from '../parts';
import { newId, post } from '../send';
import { cityOf, dateOf, dayOf, HERE, minuteOf, onBothClocks, THERE } from '../times';
import { faultOf, type CrossingFile, type CrossingRow, type Fault, type Turned } from '../wire';
import { faultSentence } from '../fault';
import { show } from '../saved';
import { loadDesk, noticeRead, type Notice } from './desk';
import { noticeSay } from './noticewords';
import { useTell } from './say';
import './passage.css';

function useWords() {
  const speech = useTell();
  return { ...speech, note: noticeSay(speech.language) };
}

type Words = ReturnType<typeof useWords>;

const whereTo = ({ note, ...speech }: Words, turned: Turned): string =>
  turned.to === undefined ? note('turnedBack') : note('turnedTo', gateName(speech, turned.to));

/** In a row of the list: where to, and why. */
export function TurnedWord({ turned }: { turned: Turned }) {
  const words = useWords();
  return (
    <span>
      {whereTo(words, turned)}: {words.note(`turn${turned.reason}`)}
    </span>
  );
}

function since({ note, language }: Words, at: number, now: number): string {
  const clocks = onBothClocks(at);
  return dayOf(at) === dayOf(now)
    ? note('sinceBoth', ...clocks)
    : note('sinceDay', ...clocks, dateOf(at, language));
}

/** So many entries are named in one line. */
const NAMED = 6;

/** What somebody of the company has not read yet; what was turned first, each by itself. */
export function Notices({ notices, now }: { notices: readonly Notice[]; now: number }) {
  const words = useWords();
  const { note, say, language } = words;
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const entered = notices.filter((one) => one.kind === 'ENTRY_COMPLETE' && one.state !== 'GONE');
  const turned = notices.filter((one) => one.kind !== 'ENTRY_COMPLETE' && !isDone(one));
  const done = notices.filter((one) => one.kind !== 'ENTRY_COMPLETE' && isDone(one));

  const read = async (some: readonly Notice[]) => {
    setBusy(true);
    setFault(null);
    try {
      for (const one of some) {
        await post(`/notices/${encodeURIComponent(one.id)}/acknowledgement`, {}, newId());
        noticeRead(one.id);
      }
    } catch (reason) {
      const what = faultOf(reason);
      // A colleague of the company was first: the list says what is left.
      if (what.status === 409 || what.status === 404) void loadDesk();
      else setFault(what);
    } finally {
      setBusy(false);
    }
  };
  const button = (some: readonly Notice[], children: ReactNode) => (
    <button type="button" disabled={busy} onClick={() => void read(some)}>
      {children}
    </button>
  );

  if (entered.length + turned.length + done.length === 0) return null;
  return (
    <section className="panel notices" aria-label={note('notices')}>
      <div role="alert">
        <ul>
          {turned.map((one) => (
            <li key={one.id} data-notice={one.id} className={one.turned === undefined ? '' : 'p2'}>
              {one.turned !== undefined && <Mark priority={2} />}
              <p>
                <b>
                  {one.plate !== undefined && <Plate plate={one.plate} />} {headOf(words, one)}
                </b>
                <TurnedFacts notice={one} now={now} />
              </p>
              {button([one], note('read'))}
            </li>
          ))}
        </ul>
      </div>
      {(
        [
          ['entered', note('hasEntered'), entered],
          ['done', note('turnedAndLeft'), done],
        ] as const
      ).map(
        ([kind, head, some]) =>
          some.length > 0 && (
            <div key={kind} className="notices-entered" data-notices={kind}>
              <p>
                <b>{head}</b>{' '}
                <span>
                  {some.slice(-NAMED).map((one, i) => (
                    <Fragment key={one.id}>
                      {i > 0 && ' · '}
                      {kind === 'entered' ? <Entered notice={one} /> : <Left notice={one} />}
                    </Fragment>
                  ))}{' '}
                  {some.length > NAMED && note('andMore', some.length - NAMED)}
                </span>
              </p>
              {button(some, some.length === 1 ? note('read') : note('readAll', some.length))}
            </div>
          ),
      )}
      {fault !== null && (
        <p className="wrong" role="alert">
          {faultSentence(fault, say, language)}
        </p>
      )}
    </section>
  );
}

/** It was turned and has left for where it was to go: it is said, and there is nothing to do. */
const isDone = ({ kind, crossing, state, turned }: Notice): boolean =>
  kind === 'VEHICLE_TURNED' && (crossing === undefined || (turned !== undefined && state === 'GONE'));

function headOf(words: Words, { kind, turned, state }: Notice): string {
  if (kind === 'DIVERSION_UNMET') {
    return turned?.to === undefined ? words.note('unmet') : words.note('unmetAt', gateName(words, turned.to));
  }
  if (kind === 'CALLED_TO_BAY') return words.note('calledToBay');
  if (kind === 'TRACTOR_CHANGED') return words.note('tractorChanged');
  if (kind === 'STAY_ENDING') return words.note('stayEnding');
  if (turned !== undefined) return whereTo(words, turned);
  if (state === 'GONE') return words.note('wentOn');
  return words.note('mayPass');
}

function TurnedFacts({ notice, now }: { notice: Notice; now: number }) {
  const words = useWords();
  const { note } = words;
  const { turned } = notice;
  if (notice.kind === 'DIVERSION_UNMET') {
    return (
      <>
        <span>{since(words, Date.parse(notice.openedAt), now)}</span> <span>{note('unmetDo')}</span>
      </>
    );
  }
  if (notice.kind === 'STAY_ENDING') {
    return (
      <>
        <span>{since(words, Date.parse(notice.openedAt), now)}</span> <span>{note('stayEndingDo')}</span>
      </>
    );
  }
  if (notice.kind === 'CALLED_TO_BAY' || notice.kind === 'TRACTOR_CHANGED') {
    const what = notice.kind === 'CALLED_TO_BAY' ? 'calledToBayDo' : 'tractorChangedDo';
    return (
      <>
        <span>{since(words, Date.parse(notice.openedAt), now)}</span> <span>{note(what)}</span>
      </>
    );
  }
  if (turned === undefined && notice.state === 'GONE') return note('wentOnDo');
  if (turned === undefined) return note('mayPassDo');
  return (
    <>
      <span>{note('reason', note(`turn${turned.reason}`))}</span>{' '}
      <span>{since(words, Date.parse(turned.at), now)}</span>{' '}
      <span>{turned.to === undefined ? note('backDo') : note('toDo', gateName(words, turned.to))}</span>
    </>
  );
}

function Entered({ notice }: { notice: Notice }) {
  const { note } = useWords();
  const [before = '', after = ''] = note('enteredAt', '\n', ...onBothClocks(Date.parse(notice.openedAt))).split('\n');
  return (
    <>
      {before}
      <Plate plate={notice.plate ?? null} />
      {after}
    </>
  );
}

function Left({ notice: { plate, turned } }: { notice: Notice }) {
  const words = useWords();
  if (turned === undefined) return words.note('longGone');
  return (
    <>
      <Plate plate={plate ?? null} />: {whereTo(words, turned)}, {words.note(`turn${turned.reason}`)}
    </>
  );
}

interface StepsProps {
  id: string;
  /** As the list has it: when it moves the file is read again. */
  row: CrossingRow | undefined;
  board: Board;
}

/** The six milestones of one passage: when, not yet, or that nothing tells it. */
export function Steps({ id, row, board }: StepsProps) {
  const words = useWords();
  const { note, code } = words;
  const [read, setRead] = useState<CrossingFile | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    setFault(null);
    readFile(id, stop.signal)
      .then(setRead)
      .catch((reason: unknown) => !stop.signal.aborted && setFault(faultOf(reason)));
    return () => stop.abort();
  }, [id, row]);
  const file = read?.id === id ? read : null;
  if (fault !== null && file === null) return <p className="panel steps empty">{faultSentence(fault, words.say, words.language)}</p>;
  const away = file?.turned !== undefined;
  return (
    <section className="panel steps" aria-label={note('howFar')} aria-busy={file === null}>
      <h2>{file === null ? '…' : <Plate plate={file.plate} />}</h2>
      <ol>
        {file?.milestones.map(({ milestone, state, at, waitingFor }) => {
          const left = milestone === 'LEFT_GATE' && away;
          const text = at ?? (left ? file.gateLeftAt : undefined);
          const time = text === undefined ? null : Date.parse(text);
          return (
            <li key={milestone} data-step={milestone} className={time === null ? state.toLowerCase() : 'done'}>
              <span>{note(left ? 'leftTurned' : milestoneWord[milestone])}</span>
              {time === null ? (
                <small>
                  {waitingFor !== undefined
                    ? note('waits', code(waitingFor))
                    : note(state === 'UNKNOWN' ? 'notKnown' : 'notYet')}
                </small>
              ) : (
                <b>
                  {minuteOf(time, HERE)}{' '}
                  <small>
                    {cityOf(THERE)} {minuteOf(time, THERE)}
                    {dayOf(time) !== dayOf(board.asOf) && `, ${dateOf(time, words.language)}`}
                  </small>
                </b>
              )}
            </li>
          );
        })}
      </ol>
      {file !== null && (
        <button
          type="button"
          onClick={() =>
            void show(`/crossings/${id}/waiting-record?format=pdf&lang=${words.language}`).catch(
              (reason: unknown) => setFault(faultOf(reason)),
            )
          }
        >
          {note('waitingRecord')}
        </button>
      )}
      {fault !== null && (
        <p className="wrong" role="alert">
          {faultSentence(fault, words.say, words.language)}
        </p>
      )}
    </section>
  );
}
