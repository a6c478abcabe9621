/** The file of one vehicle: its milestones on one line, what happened, what does not fit, its papers. */
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { readFile, retry, type Board } from '../board';
import { actionOf, arrivedAt, live, timeOf } from '../judge';
import { facingName, gateName, Mark, Plate, Way } from '../parts';
import { cityOf, countOf, HERE, lengthOf, minuteOf, secondOf, THERE } from '../times';
import { FaultLine } from '../fault';
import {
  Fault,
  type CaseEntry,
  type CrossingFile,
  type CrossingRow,
  type Load,
  type OfficersAgency,
} from '../wire';
import type { Outcome } from '../gate/act';
import { byDue, nextOf, type Loads } from '../gate/loads';
import { nowOf, sentenceOf } from '../gate/sentences';
import { sayCode, useSpeech, type Speech } from '../gate/speech';
import { toldOf } from './history';
import { Track } from './track';

/** Only who has a key, or sees what was amended, loads the names of all fields. */
const Entry = lazy(async () => ({ default: (await import('./entry')).Entry }));
const LoadPanel = lazy(async () => ({ default: (await import('./load')).LoadPanel }));
const TurnPanel = lazy(async () => ({ default: (await import('./turn')).TurnPanel }));
const AmendedLine = lazy(async () => ({ default: (await import('./entry')).AmendedLine }));

interface FileProps {
  board: Board;
  id: string;
  back: () => void;
  /** The work list of the officer's agency; null for who has none. */
  list: Loads | null;
  agency: OfficersAgency | undefined;
  finish: (
    what: string,
    outcome: Outcome,
    plate: string | null,
    registration: string,
    next: string | null,
  ) => void;
}

export function VehicleFile({ board, id, back, list, agency, finish }: FileProps) {
  const speech = useSpeech();
  const { say } = speech;
  const row = board.rows.get(id);
  const [file, setFile] = useState<CrossingFile | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const main = useRef<HTMLElement>(null);

  useEffect(() => {
    // What is asked of the officer has the focus already, if it is known.
    if (main.current?.contains(document.activeElement) !== true) main.current?.focus();
  }, []);

  useEffect(() => {
    const stop = new AbortController();
    readFile(id, stop.signal)
      .then((read) => {
        setFile(read);
        setFault(null);
      })
      .catch((reason: unknown) => {
        if (!stop.signal.aborted && reason instanceof Fault) setFault(reason);
      });
    return () => stop.abort();
  }, [id, row]);

  const known: CrossingRow | null = row ?? (file?.id === id ? file : null);
  const whole = file !== null && file.id === id ? file : null;
  const registration = known?.registration;
  const key = board.me?.agency;
  const done = useCallback(
    (what: string, outcome: Outcome, plate: string | null) => {
      if (registration === undefined || list?.loads == null) return;
      finish(what, outcome, plate, registration, nextIn(list.loads, registration, agency ?? null));
    },
    [registration, list, agency, finish],
  );
  return (
    <main className="file" ref={main} tabIndex={-1} aria-label={say('file')}>
      <div className="panel file-head">
        <button type="button" onClick={back}>
          <kbd>Esc</kbd> {say('back')}
        </button>
        {known !== null && <Head row={known} now={board.asOf} speech={speech} />}
      </div>
      {fault !== null && <FaultLine fault={fault} again={retry} />}
      {known !== null && <Track row={known} file={whole} now={board.asOf} />}
      {known === null && fault === null && <p className="empty">{say('loading')}</p>}
      {known !== null && (
        <div className="file-body" data-load={registration === undefined ? undefined : ''}>
          {registration === undefined && live(known) && board.me?.may.includes('TURN_VEHICLE') === true && (
            <Suspense fallback={<p className="empty">{say('loading')}</p>}>
              <TurnPanel row={known} />
            </Suspense>
          )}
          {registration !== undefined && (
            <Suspense fallback={<p className="empty">{say('loading')}</p>}>
              <LoadPanel
                board={board}
                row={row}
                registration={registration}
                known={list?.loads?.get(registration)}
                agency={agency}
                finish={done}
              />
            </Suspense>
          )}
          <div className="file-side">
            {key !== undefined && registration !== undefined && (
              <Suspense fallback={<p className="empty">{say('loading')}</p>}>
                <Entry board={board} row={known} registration={registration} agency={key} plain={agency !== undefined} />
              </Suspense>
            )}
            {whole !== null && (
              <>
                <Cases cases={whole.cases} now={board.asOf} />
                <Papers file={whole} />
                <Timeline file={whole} />
              </>
            )}
          </div>
        </div>
      )}
    </main>
  );
}

/** Whose turn comes after this one on the list: that is where the arrows begin when this one is done. */
function nextIn(
  loads: ReadonlyMap<string, Load>,
  registration: string,
  agency: OfficersAgency | null,
): string | null {
  const ordered = [...loads.values()]
    .filter((load) => load.registration === registration || isTurn(load, agency))
    .sort(byDue(agency));
  const at = ordered.findIndex((load) => load.registration === registration);
  return (ordered[at + 1] ?? ordered[at - 1])?.registration ?? null;
}

const isTurn = (load: Load, agency: OfficersAgency | null): boolean =>
  nextOf(load, agency)?.since !== undefined;

function Head({ row, now, speech }: { row: CrossingRow; now: number; speech: Speech }) {
  const { say } = speech;
  const action = actionOf(row);
  const other = facingName(speech, row.gate);
  const facing = other === undefined ? '' : ` – ${other}`;
  return (
    <>
      <h1>
        <Plate plate={row.plate} />
      </h1>
      <dl className="inline">
        <div>
          <dt>{say('declaration')}</dt>
          <dd>{row.declarationNumber ?? say('noDeclaration')}</dd>
        </div>
        <div>
          <dt>{say('gate')}</dt>
          <dd>
            {gateName(speech, row.gate)}
            {facing}
          </dd>
        </div>
        <div>
          <dt>{say('direction')}</dt>
          <dd>
            <Way direction={row.direction} />
          </dd>
        </div>
        <div>
          <dt>{say('now')}</dt>
          <dd>
            {nowOf(row, speech)}
            {speech.language === 'zh' ? '，' : ', '}
            {live(row)
              ? say('here', lengthOf(now - arrivedAt(row)))
              : say('was', lengthOf((timeOf(row, 'gateLeftAt') ?? now) - arrivedAt(row)))}
          </dd>
        </div>
      </dl>
      {action !== null && (
        <div className={`verdict p${action.priority}`}>
          <Mark priority={action.priority} />
          <span>
            <b>{sentenceOf(action, speech, now).what}</b>
            {sentenceOf(action, speech, now).todo}
          </span>
        </div>
      )}
    </>
  );
}

function Timeline({ file }: { file: CrossingFile }) {
  const speech = useSpeech();
  const { say, language } = speech;
  return (
    <section className="panel timeline">
      <div className="head">
        <h2>{say('timeline')}</h2>
        <span className="push">{countOf(file.timeline.length, language)}</span>
      </div>
      <div className="scroller" tabIndex={0} role="region" aria-label={say('timeline')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{cityOf(HERE)}</th>
              <th scope="col">{cityOf(THERE)}</th>
              <th scope="col">{say('what')}</th>
              <th scope="col">{say('who')}</th>
              <th scope="col" className="right">
                №
              </th>
            </tr>
          </thead>
          <tbody>
            {file.timeline.map((entry) => {
              const recorded = Date.parse(entry.at);
              const time = entry.occurredAt === undefined ? recorded : Date.parse(entry.occurredAt);
              const told = toldOf(entry.type, entry.detail, speech);
              return (
                <tr key={`${entry.seq} ${entry.type} ${entry.detail ?? ''}`}>
                  <td>
                    <b>{secondOf(time, HERE)}</b>
                  </td>
                  <td>{secondOf(time, THERE)}</td>
                  <td>
                    {sayCode(say, entry.type)}
                    {told !== null && <span className="detail">{told}</span>}
                    {entry.note != null && <> <q>{entry.note}</q></>}
                    {Math.abs(recorded - time) >= 60_000 && (
                      <span className="detail">{say('recorded', secondOf(recorded, HERE))}</span>
                    )}
                  </td>
                  <td>{entry.actorRole === undefined ? '–' : sayCode(say, entry.actorRole)}</td>
                  <td className="right number">{entry.seq}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}

const severe = new Set([
  'ENTERED_YARD_WITHOUT_BOTH_KEYS',
  'LEFT_WITHOUT_BOTH_KEYS',
  'LEFT_WITHOUT_RELEASE',
  'LEFT_AGAINST_TURNING',
  'HELD_TOO_LATE',
]);

function Cases({ cases, now }: { cases: CaseEntry[]; now: number }) {
  const { say, language } = useSpeech();
  const ordered = [...cases].sort(
    (a, b) => Number(a.closedAt !== undefined) - Number(b.closedAt !== undefined),
  );
  return (
    <section className="panel cases">
      <div className="head">
        <h2>{say('cases')}</h2>
        <span className="push">{countOf(cases.length, language)}</span>
      </div>
      {cases.length === 0 && <p className="empty">{say('noCases')}</p>}
      <ul>
        {ordered.map((entry) => {
          const open = entry.closedAt === undefined;
          return (
            <li key={entry.id} className={open ? 'open' : 'closed'}>
              {open ? <Mark priority={severe.has(entry.kind) ? 1 : 3} /> : <span />}
              <b>{sayCode(say, entry.kind)}</b>
              <span className="age">
                {open
                  ? lengthOf(now - Date.parse(entry.openedAt))
                  : say('closed', minuteOf(Date.parse(entry.closedAt ?? ''), HERE))}
              </span>
              {open && <span className="todo">{sayCode(say, `${entry.kind}_DO`)}</span>}
              <small>{say('opened', minuteOf(Date.parse(entry.openedAt), HERE))}</small>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Papers({ file }: { file: CrossingFile }) {
  const { say, language } = useSpeech();
  const papers = file.registrationSummary;
  const planned = papers === undefined ? null : Date.parse(papers.plannedArrivalAt);
  return (
    <section className="panel papers">
      <div className="head">
        <h2>{say('registration')}</h2>
        <span className="push number">{file.declarationNumber}</span>
      </div>
      {papers === undefined && <p className="empty">{say('notRegistered')}</p>}
      {file.registration !== undefined && (
        <Suspense>
          <AmendedLine registration={file.registration} key={file.askedAgainDue} />
        </Suspense>
      )}
      {papers !== undefined && planned !== null && (
        <dl>
          <dt>{say('goods')}</dt>
          <dd>{papers.goods}</dd>
          <dt>{say('weight')}</dt>
          <dd>{countOf(papers.weightKg, language)} kg</dd>
          <dt>{say('company')}</dt>
          <dd>{papers.company}</dd>
          <dt>{say('trailer')}</dt>
          <dd>{papers.trailer ?? '–'}</dd>
          <dt>{say('container')}</dt>
          <dd>{papers.container ?? '–'}</dd>
          <dt>{say('seal')}</dt>
          <dd>{papers.seal ?? '–'}</dd>
          <dt>{say('planned')}</dt>
          <dd>
            {minuteOf(planned, HERE)}{' '}
            <small>
              {cityOf(THERE)} {minuteOf(planned, THERE)}
            </small>
          </dd>
        </dl>
      )}
      {file.subjects.length > 0 && (
        <details>
          <summary>{say('subjects')}</summary>
          <dl>
            {file.subjects.map(({ role, subject }) => (
              <div key={`${role} ${subject}`} className="pair">
                <dt>{sayCode(say, `subject${role}`)}</dt>
                <dd className="number">{subject}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </section>
  );
}
