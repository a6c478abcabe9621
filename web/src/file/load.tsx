/** In the file of a vehicle: what the agencies do on its load, and what this officer may do now. */
import { useCallback, useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { Board } from '../board';
import { FaultLine } from '../fault';
import { useKeys } from '../keys';
import { Mark } from '../parts';
import { newId } from '../send';
import { dayOf, onBothClocks } from '../times';
import { inspectionOutcomes, type CrossingRow, type Found, type Load, type LoadLine, type OfficersAgency } from '../wire';
import { confirming, perform, type Act, type Outcome } from '../gate/act';
import { Asked, type Asking } from './askload';
import { offersOf } from '../gate/bays';
import { asked, isKey, nextOf, onTurn, opensBarrier, useLoad, isInspection } from '../gate/loads';
import { Holds, Inspected, Lines, Seconds } from './loadparts';
import { amendedSince, dueText, earlyText, stepName, unmetText } from '../gate/loadsay';
import { OutcomeOf } from '../gate/outcome';
import { useSpeech } from '../gate/speech';
import { lettingPass, TurnedLine } from './turn';
import '../gate/loads.css';

interface LoadPanelProps {
  board: Board;
  row: CrossingRow | undefined;
  registration: string;
  /** As the work list had it: shown until the whole is read, and when it cannot be. */
  known: Load | undefined;
  agency: OfficersAgency | undefined;
  /** A word was given: back to where the officer came from. */
  finish: (what: string, outcome: Outcome, plate: string | null) => void;
}

interface Said {
  act: Act;
  command: string;
  outcome: Outcome;
  amended?: string;
}

export function LoadPanel({ board, row, registration, known, agency, finish }: LoadPanelProps) {
  const speech = useSpeech();
  const { say, site } = speech;
  const read = useLoad(registration, row);
  const load = read.load ?? known ?? null;
  const [said, setSaid] = useState<Said | null>(null);
  // What is asked goes on about what was seen when it was asked, whatever is read meanwhile.
  const [question, setQuestion] = useState<{ asking: Asking; load: Load; line: LoadLine | undefined } | null>(null);
  const [onlyOpen, setOnlyOpen] = useState(true);
  // What was seen first is what a word is given on; it is another one only after it was shown as amended.
  const [seen, setSeen] = useState<number | null>(null);
  const tools = useRef<HTMLDivElement>(null);
  const moved = useRef(false);
  const hadButton = useRef(false);
  const busy = said?.outcome.kind === 'sending';

  useEffect(() => {
    if (seen === null && load !== null) setSeen(load.version);
  }, [load, seen]);

  const line = load === null || agency === undefined ? undefined : nextOf(load, agency);
  const toLook = line !== undefined && onTurn(line) && isInspection(line.step);
  const mayConfirm = line !== undefined && onTurn(line) && load?.state !== 'GONE' && !toLook;
  // The agency's own refusals: who thinks better of one confirms. Nobody waits for it meanwhile.
  const refused = (load?.lines ?? []).filter(
    (one) => one.agency === agency && one.status === 'REFUSED' && !onTurn(one),
  );
  // Goods that were released go through customs later, also after they left.
  const owedAfter = (load?.lines ?? []).filter(
    (one) =>
      one.agency === agency &&
      (one.doneBy !== undefined || one.decidedWith !== undefined) &&
      one.status !== 'REQUESTED',
  );
  const day = dayOf(board.asOf);

  const setAsking = useCallback(
    (asking: Asking, on = load, about = line) => on !== null && setQuestion({ asking, load: on, line: about }),
    [load, line],
  );
  const run = useCallback(
    async (act: Act, command = newId()) => {
      setQuestion(null);
      setSaid({ act, command, outcome: { kind: 'sending' } });
      const outcome = await perform(act, command);
      const isWord = act.path.endsWith('confirmations');
      if (isWord && (outcome.kind === 'done' || outcome.kind === 'queued')) {
        finish(act.what, outcome, act.load.plate);
        return;
      }
      if (outcome.kind === 'stale') {
        const before = act.load.version;
        const [after, amended] = await Promise.all([
          read.again(),
          amendedSince(registration, before, speech).catch(() => ''),
        ]);
        if (after !== null) setSeen(after.version);
        setSaid({ act, command, outcome, amended });
      } else {
        setSaid({ act, command, outcome });
        if (outcome.kind === 'done' || outcome.kind === 'refused') void read.again().then(() => setShown(null));
      }
    },
    [finish, read, registration, speech],
  );

  useEffect(() => {
    if (said === null || busy) return;
    // After something that keeps the vehicle, an Enter too many is no word that all is well.
    const found = foundBy(said.act);
    const keeps = said.act.what === 'hold' || said.act.what === 'refuse' || (found !== undefined && found !== 'CLEAN');
    (keeps ? tools.current : tools.current?.querySelector('button'))?.focus();
  }, [said, busy]);

  const confirmed = useCallback(
    (one: LoadLine) => {
      if (load === null || busy) return;
      // A key pressed on the first picture, before it is noted as seen, is a word on that picture.
      const now = { ...load, version: seen ?? load.version };
      void run(confirming(now, one, !opensBarrier(site, load, one.step, day)));
    },
    [load, busy, seen, site, day, run],
  );
  // A colleague's word puts another step under the officer's fingers: the first Enter after that only takes note.
  const [shown, setShown] = useState<string | null>(null);
  const other = shown !== null && mayConfirm && line?.step !== shown ? shown : null;
  const confirm = useCallback(() => {
    if (line === undefined || !mayConfirm) return;
    if (other === null) confirmed(line);
    else setShown(line.step);
  }, [line, mayConfirm, other, confirmed]);

  const inspect = load === null || agency === undefined ? null : inspectionStep(load, agency);
  // The list does not know yet what another agency opened a moment ago: this load itself is asked.
  const fresh = read.load;
  const askInspection = useCallback(async () => {
    const now = fresh ?? (await read.again());
    const step = now === null || agency === undefined ? null : inspectionStep(now, agency);
    if (now !== null && step !== null) setAsking(step, now);
  }, [fresh, read, agency, setAsking]);
  // What is next is a word, or what an inspection found.
  const act = () => (toLook ? void askInspection() : confirm());
  useKeys((event) => {
    if (event.repeat || agency === undefined || load === null) return;
    // The key of the entry has its own F8, in the panel of what the agency relies on.
    if (event.key === 'F8' && line !== undefined && !isKey(line.step)) act();
    // After a click that put the focus nowhere, Enter is still the button's that says so.
    else if (event.key === 'Enter' && document.activeElement === document.body && line !== undefined && !isKey(line.step))
      act();
    else if (event.key === 'F9') setAsking('hold');
    else if (event.key === 'F4' && inspect !== null) void askInspection();
    else return;
    event.preventDefault();
  });

  const ready = load !== null;
  useEffect(() => {
    const at = document.activeElement;
    if (!ready || (at !== document.body && at?.matches('main') !== true)) return;
    // Where the button was, an Enter that was meant for it lands on nothing.
    (hadButton.current && !mayConfirm ? tools.current : tools.current?.querySelector('button'))?.focus();
  }, [ready, mayConfirm, toLook]);
  useEffect(() => {
    hadButton.current = mayConfirm;
  }, [mayConfirm]);
  const whole = fresh !== null;
  useEffect(() => {
    if (whole && shown === null && mayConfirm && line !== undefined) setShown(line.step);
  }, [whole, shown, mayConfirm, line]);
  useEffect(() => {
    // What the list had may be a moment old: with the whole, the first thing to do is chosen anew. Later
    // nothing moves under the officer's fingers.
    if (whole && !moved.current && tools.current?.contains(document.activeElement) === true) {
      tools.current.querySelector('button')?.focus();
    }
  }, [whole]);

  if (load === null) {
    return (
      <section className="panel load-panel" aria-label={say('agencyWork')}>
        {read.fault === null ? (
          <p className="empty">{say('loading')}</p>
        ) : (
          <FaultLine fault={read.fault} again={() => void read.again()} />
        )}
      </section>
    );
  }
  const arrows = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    moved.current = true;
    const buttons = [...(tools.current?.querySelectorAll<HTMLElement>('button:not(:disabled)') ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLElement);
    buttons[(at + step + buttons.length) % buttons.length]?.focus();
    event.preventDefault();
  };
  const early = earlyText(line, speech);
  const here = load.state !== 'GONE' && load.state !== 'REGISTERED';
  const turned = row?.turned !== undefined;
  // A turned vehicle leaves without releases, but not while somebody holds it.
  const unmet = load.unmet.filter((word) => !turned || word.startsWith('HOLD_'));
  const mine = load.lines.some((one) => one.agency === agency && asked(one));
  const lift = (load.holds ?? []).some((one) => agency !== undefined && one.lifters.includes(agency));
  return (
    <section className="panel load-panel" aria-label={say('agencyWork')}>
      {read.fault !== null && <FaultLine fault={read.fault} again={() => void read.again()} />}
      {agency !== undefined && here && (
        <div className="load-ask">
          {line !== undefined && (
            <p className="load-what">
              <b>{stepName(line.step, speech)}</b>
              <DueOf line={line} now={board.asOf} />
            </p>
          )}
          {other !== null && line !== undefined && (
            <p className="outcome p2" role="alert" data-step-moved>
              <Mark priority={2} />
              <span>{say('stepMoved', stepName(other, speech), stepName(line.step, speech))}</span>
            </p>
          )}
          {line === undefined && !mine && (
            <p>{say(load.waitingFor?.includes(agency) === true ? 'yoursElse' : 'nothingYours', say(agency))}</p>
          )}
          {line !== undefined && line.since === undefined && (
            <p>
              {(line.status === 'REFUSED' || load.waitingFor?.includes(agency) === true) &&
                `${say(line.status === 'REFUSED' ? 'refusedByYours' : 'yoursElse', say(agency))} `}
              {line.status !== 'REFUSED' && (early !== null ? (
                <span data-early>{early}</span>
              ) : (
                load.waitingFor?.includes(agency) !== true && say('notYetYours', say(agency))
              ))}
            </p>
          )}
          <div
            className="load-tools"
            role="toolbar"
            aria-label={say('stepActions')}
            tabIndex={-1}
            ref={tools}
            onKeyDown={arrows}
          >
            {mayConfirm && line !== undefined && (
              <button
                type="button"
                className="primary"
                id="confirm-step"
                disabled={busy}
                onClick={confirm}
                onKeyDown={(event) => event.key === 'Enter' && event.repeat && event.preventDefault()}
              >
                {say('confirmStep', stepName(line.step, speech))} <kbd>Enter</kbd>
              </button>
            )}
            {toLook && inspect !== null && (
              <button type="button" className="primary" id="inspect" disabled={busy} onClick={act}>
                {say(inspectionWords[inspect])} <kbd>Enter</kbd>
              </button>
            )}
            <button type="button" onClick={() => setAsking('hold')} disabled={busy}>
              {say('hold')} <kbd>F9</kbd>
            </button>
            {refused.map((one) => (
              <button key={one.step} type="button" onClick={() => confirmed(one)} disabled={busy}>
                {say('confirmAfterAll', stepName(one.step, speech))}
              </button>
            ))}
            {lift && (
              <button type="button" onClick={() => setAsking('lift')} disabled={busy}>
                {say('lift')}
              </button>
            )}
            {line !== undefined && !isKey(line.step) && !isInspection(line.step) && line.status !== 'REFUSED' && (
              <button type="button" onClick={() => setAsking('refuse')} disabled={busy}>
                {say('refuse')}
              </button>
            )}
            {inspect !== null && !toLook && (
              <button type="button" onClick={() => void askInspection()} disabled={busy}>
                {say(inspectionWords[inspect])} <kbd>F4</kbd>
              </button>
            )}
            {inspect === 'result' && offersOf(load, speech).length > 0 && (
              <button type="button" onClick={() => setAsking('more')} disabled={busy}>
                {say('moreMeans')}
              </button>
            )}
            {board.me?.may.includes('TURN_VEHICLE') === true &&
              load.crossing !== undefined &&
              (row?.turned === undefined ? (
                <button type="button" onClick={() => setAsking('turn')} disabled={busy}>
                  {say('turn')}
                </button>
              ) : (
                <button
                  type="button"
                  onClick={() => void run({ load, ...lettingPass(load.crossing ?? '') })}
                  disabled={busy}
                >
                  {say('letPass')}
                </button>
              ))}
            {board.me?.may.includes('TURN_VEHICLE') === true && load.crossing !== undefined && (
              <button type="button" onClick={() => setAsking('left')} disabled={busy}>
                {say('sayLeft')}
              </button>
            )}
            {board.me?.may.includes('SET_CHANNEL') === true && (
              <button type="button" onClick={() => setAsking('channel')} disabled={busy}>
                {say('customsChannel')}
              </button>
            )}
          </div>
        </div>
      )}
      {said !== null && (
        <OutcomeOf
          what={said.act.what}
          found={foundBy(said.act)}
          outcome={said.outcome}
          amended={said.amended}
          again={() => void run(said.act, said.command)}
        />
      )}
      {row?.turned !== undefined && <TurnedLine turned={row.turned} />}
      <div className="load-leave" data-may={load.mayLeave ? '' : undefined}>
        <p>
          {say('customsChannel')}: <b>{say(`channel${load.channel}`)}</b>
        </p>
        {turned && unmet.length === 0 ? null : load.mayLeave && !turned ? (
          <p>
            <b>{say('mayLeaveYes')}</b>
          </p>
        ) : (
          <>
            <p>{say('mayLeaveNo')}</p>
            <ul>
              {unmet.map((word) => (
                <li key={word}>{unmetText(word, speech)}</li>
              ))}
            </ul>
          </>
        )}
      </div>
      <div className="head">
        <h2>{say('agencyWork')}</h2>
        <div className="segments push" role="group" aria-label={say('agencyWork')}>
          {[true, false].map((one) => (
            <button
              key={String(one)}
              type="button"
              aria-pressed={one === onlyOpen}
              onClick={() => setOnlyOpen(one)}
            >
              {say(one ? 'onlyOpen' : 'allLines')}
            </button>
          ))}
        </div>
      </div>
      {owedAfter.map((one) => (
        <p key={one.step} className="load-tools" data-owed={one.step}>
          <button type="button" onClick={() => confirmed(one)} disabled={busy}>
            {say('confirmStep', stepName(one.step, speech))}
          </button>
          {load.state === 'GONE' && one.status !== 'REFUSED' && (
            <button type="button" onClick={() => setAsking('refuse', load, one)} disabled={busy}>
              {say('refuse')}
            </button>
          )}
        </p>
      ))}
      <Lines load={load} now={board.asOf} agency={agency} onlyOpen={onlyOpen} />
      <Seconds load={load} agency={agency} busy={busy} act={(act) => void run(act)} />
      <Holds load={load} agency={agency} lift={() => setAsking('lift')} />
      <Inspected load={load} />
      {question !== null && agency !== undefined && (
        <Asked
          key={question.asking}
          {...question}
          agency={agency}
          act={(act) => void run(act)}
          close={() => setQuestion((now) => (now === question ? null : now))}
        />
      )}
    </section>
  );
}

/** What an act says that an inspection found. */
const foundBy = ({ what, body }: Act): Found | undefined =>
  what === 'recordResult' ? inspectionOutcomes.find((one) => one === body.outcome) : undefined;

const inspectionWords = {
  open: 'openInspection',
  join: 'joinInspection',
  result: 'recordResult',
} as const;

/** What an agency can do about an inspection now: open one, join it, record what was found. */
function inspectionStep(load: Load, agency: OfficersAgency): 'open' | 'join' | 'result' | null {
  const { inspection, state } = load;
  if (state === 'AT_GATE' || state === 'REGISTERED' || state === 'GONE') return null;
  if (inspection !== undefined && !inspection.done) {
    return inspection.joined.some((one) => one.agency === agency) ? 'result' : 'join';
  }
  // Again when something was in doubt, or when the red channel is not answered by it.
  const doubt = inspection?.results.some((one) => one.outcome !== 'CLEAN') ?? true;
  return doubt || load.unmet.includes('INSPECTION') ? 'open' : null;
}

function DueOf({ line, now }: { line: Load['lines'][number]; now: number }) {
  const { say } = useSpeech();
  const due = dueText(line, now, say);
  if (line.due === undefined) return null;
  return (
    <span className={`load-due${due.priority === null ? '' : ` p${due.priority}`}`}>
      {due.priority !== null && <Mark priority={due.priority} />}
      {say('dueBoth', ...onBothClocks(Date.parse(line.due)))}, {due.text}
    </span>
  );
}
