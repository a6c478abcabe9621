/** A vehicle is turned back, or sent to another gate: what is asked, what is said of it, and without papers. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { gateTime } from '../board';
import { gateName, labelOf, Mark } from '../parts';
import { plateText } from '../plates';
import { newId } from '../send';
import { cityOf, dayOf, HERE, minuteOf, onBothClocks, timeAt } from '../times';
import { turnReasons, type CrossingRow, type Turned } from '../wire';
import { attempt, type Act, type Outcome } from '../gate/act';
import { Ask, Choice } from '../gate/ask';
import { OutcomeOf } from '../gate/outcome';
import { useSpeech } from '../gate/speech';
import '../gate/loads.css';

/** What is done with the vehicle and not with its load. */
type Turning = Omit<Act, 'load'>;

const of = (crossing: string, rest: string): string => `/crossings/${encodeURIComponent(crossing)}/${rest}`;

export const lettingPass = (crossing: string): Turning => ({
  path: of(crossing, 'turning-withdrawals'),
  body: {},
  what: 'letPass',
});

interface AskLeftProps {
  crossing: string;
  plate: string | null;
  act: (act: Turning) => void;
  close: () => void;
}

interface AskTurnProps extends AskLeftProps {
  /** Where it stands: from there it can be sent to the others; absent: it has no papers, and goes back. */
  gate?: string;
}

export function AskTurn({ crossing, plate, gate, act, close }: AskTurnProps) {
  const { say, site, language } = useSpeech();
  const others = gate === undefined ? [] : (site?.lines ?? []).filter((one) => one.code !== gate);
  return (
    <Ask
      title={say('turnTitle', plate === null ? '' : plateText(plate))}
      why={say(gate === undefined ? 'turnWhyNone' : 'turnWhy')}
      submit={say('turn')}
      read={(form) => {
        const [reason, to] = [form.get('reason'), form.get('to')];
        if (reason === null) return { wrong: say('wrongTurnReason'), field: 'reason' };
        if (to === null && others.length > 0) return { wrong: say('wrongTurnTo'), field: 'to' };
        return { body: { reason, ...(to === null || to === '' ? {} : { to }) } };
      }}
      done={(body) => act({ path: of(crossing, 'turnings'), body, what: 'turn' })}
      close={close}
    >
      <Choice
        name="reason"
        legend={say('turnReason')}
        options={turnReasons.map((one) => ({ value: one, text: say(`turn${one}`) }))}
      />
      {others.length > 0 && (
        <Choice
          name="to"
          legend={say('turnTo')}
          options={[
            { value: '', text: say('turnedBack') },
            ...others.map((one) => ({ value: one.code, text: labelOf(one.name, language) })),
          ]}
        />
      )}
    </Ask>
  );
}

const CLOCK = /^([01]?\d|2[0-3])[:.h]?([0-5]\d)$/;

/** A time of ours as it is typed, the last such moment before now; null when it is none. */
function lastAt(typed: string, now: number): number | null {
  const found = CLOCK.exec(typed.trim());
  if (found === null) return null;
  const clock = `${(found[1] ?? '').padStart(2, '0')}:${found[2] ?? ''}`;
  if (clock === minuteOf(now, HERE)) return now;
  const today = timeAt(dayOf(now), clock);
  return today <= now ? today : timeAt(dayOf(now - 86_400_000), clock);
}

/** No device saw it leave: who says so, says when. It cannot be taken back, so no time is put there for them. */
export function AskLeft({ crossing, plate, act, close }: AskLeftProps) {
  const { say, language } = useSpeech();
  return (
    <Ask
      title={say('sayLeftTitle', plate === null ? '' : plateText(plate))}
      why={say('sayLeftWhy')}
      submit={say('sayLeft')}
      read={(form) => {
        const at = lastAt(String(form.get('clock')), gateTime());
        return at === null
          ? { wrong: say('wrongLeftClock'), field: 'clock' }
          : { body: { occurredAt: new Date(at).toISOString() } };
      }}
      done={(body) => act({ path: of(crossing, 'leavings'), body, what: 'sayLeft' })}
      close={close}
    >
      <label className="note-field">
        <span>{say('leftClock', cityOf(HERE, language))}</span>
        <input name="clock" autoComplete="off" inputMode="numeric" maxLength={5} />
      </label>
    </Ask>
  );
}

export function TurnedLine({ turned }: { turned: Turned }) {
  const speech = useSpeech();
  const { say } = speech;
  return (
    <p className="outcome p2" data-turned={turned.reason}>
      <Mark priority={2} />
      <span>
        {turned.to === undefined ? say('turnedBack') : say('turnedTo', gateName(speech, turned.to))}:{' '}
        {say(`turn${turned.reason}`)}, {say('sinceBoth', ...onBothClocks(Date.parse(turned.at)))}
      </span>
    </p>
  );
}

interface Said {
  act: Turning;
  command: string;
  outcome: Outcome;
}

/** Of a vehicle that nobody registered: no load is worked on, but it need not stand there for ever. */
export function TurnPanel({ row }: { row: CrossingRow }) {
  const { say } = useSpeech();
  const [asking, setAsking] = useState<'turn' | 'left' | null>(null);
  const [said, setSaid] = useState<Said | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const busy = said?.outcome.kind === 'sending';
  const run = useCallback(async (act: Turning, command = newId()) => {
    setAsking(null);
    setSaid({ act, command, outcome: { kind: 'sending' } });
    setSaid({ act, command, outcome: await attempt(act.path, act.body, command) });
  }, []);
  // It is all that can be done here.
  useEffect(() => {
    const at = document.activeElement;
    if (!busy && asking === null && (at === document.body || at?.matches('main') === true)) button.current?.focus();
  }, [busy, asking]);
  const { turned } = row;
  return (
    <section className="panel turn-panel" aria-label={say('turn')}>
      <div className="load-ask">
        <p>{say('turnNoPapers')}</p>
        <div className="load-tools">
          <button
            type="button"
            ref={button}
            disabled={busy}
            onClick={() => (turned === undefined ? setAsking('turn') : void run(lettingPass(row.id)))}
          >
            {say(turned === undefined ? 'turn' : 'letPass')}
          </button>
          <button type="button" disabled={busy} onClick={() => setAsking('left')}>
            {say('sayLeft')}
          </button>
        </div>
      </div>
      {said !== null && (
        <OutcomeOf
          what={said.act.what}
          outcome={said.outcome}
          again={() => void run(said.act, said.command)}
        />
      )}
      {turned !== undefined && <TurnedLine turned={turned} />}
      {asking === 'turn' && (
        <AskTurn crossing={row.id} plate={row.plate} act={(act) => void run(act)} close={() => setAsking(null)} />
      )}
      {asking === 'left' && (
        <AskLeft crossing={row.id} plate={row.plate} act={(act) => void run(act)} close={() => setAsking(null)} />
      )}
    </section>
  );
}
