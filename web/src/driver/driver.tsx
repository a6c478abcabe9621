/** What a driver reads by a signed link, on a phone: what to do now, who is waited for, how far it is. */
import { useEffect, useState, type ReactNode } from 'react';
import { milestoneWord } from '../passagewords';
import { plateText } from '../plates';
import { useSpeech } from '../parts';
import { keepPages } from '../shell';
import { dateOf, goBy, HERE, lengthOf, minuteOf, onBothClocks } from '../times';
import { waitedOf } from '../waits';
import { NETWORK, type Fault } from '../wire';
import type { Language } from '../words';
import { driverSay, type DriverSay } from './driverwords';
import { endOf } from './link';
import { isOver, usePassage, type Passage, type Seen } from './passage';
import './driver.css';

/** Older than this it is said to be old, whatever the network says. */
const OLD = 90_000;

export function Driver({ link, children }: { link: string; children: ReactNode }) {
  const { seen, fault, soon } = usePassage(link);
  const { language } = useSpeech();
  const say = driverSay(language);
  const [now, setNow] = useState(() => Date.now());
  useEffect(keepPages, []);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  if (seen !== null) goBy(seen.passage.zone, seen.passage.facingZone);
  return (
    <div className="page driver">
      <header>
        <span className="brand">Clearway</span>
        <span className="push" />
        {children}
      </header>
      <main>
        {isOver(fault) ? (
          <Over link={link} fault={fault} seen={seen} say={say} />
        ) : seen === null ? (
          <p className="driver-note" role="status">
            {fault === null ? say('loading') : say(fault.status === NETWORK ? 'offlineNothing' : 'busy')}
          </p>
        ) : (
          <>
            <Age seen={seen} fault={fault} now={now} say={say} soon={soon} />
            <Shown passage={seen.passage} say={say} />
          </>
        )}
      </main>
    </div>
  );
}

const dayAndClock = (time: number, language: Parameters<typeof dateOf>[1]): [string, string] => [
  minuteOf(time, HERE),
  dateOf(time, language),
];

interface OverProps {
  link: string;
  fault: Fault | null;
  seen: Seen | null;
  say: DriverSay;
}

const phoneZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

function Over({ link, fault, seen, say }: OverProps) {
  const { language } = useSpeech();
  // Before anything was read the gate's clock is not known: then by this phone's.
  if (seen === null) goBy(phoneZone(), phoneZone());
  const text =
    fault?.status === 404
      ? say('goneRegistration')
      : fault?.code === 'LINK_REVOKED'
        ? say('revoked')
        : fault?.code === 'LINK_EXPIRED'
          ? say('expired', ...dayAndClock(endOf(link), language))
          : say('unread');
  return (
    <section className="driver-over" role="alert">
      <h1>{text}</h1>
      <p>{say('askFirm')}</p>
    </section>
  );
}

interface AgeProps {
  seen: Seen;
  fault: Fault | null;
  now: number;
  say: DriverSay;
  soon: () => void;
}

function Age({ seen, fault, now, say, soon }: AgeProps) {
  const age = Math.max(0, now - seen.at);
  const clock = minuteOf(Date.parse(seen.passage.asOf), HERE);
  const away = fault?.status === NETWORK;
  const old = fault !== null || age > OLD;
  const text = old
    ? say(away ? 'offline' : 'old', clock, lengthOf(age))
    : age < 60_000
      ? say('updatedNow', clock)
      : say('updatedAgo', clock, lengthOf(age));
  return (
    <div className={`driver-age${old ? ' old' : ''}`}>
      <span role={old ? 'alert' : 'status'} aria-live={old ? 'assertive' : 'off'}>
        {text}
      </span>
      <button type="button" onClick={soon}>
        {say('refresh')}
      </button>
    </div>
  );
}

function Shown({ passage, say }: { passage: Passage; say: DriverSay }) {
  const { language } = useSpeech();
  const { plate, state, yard, waitingFor } = passage;
  const name = (code: string) => passage.places.find((one) => one.code === code)?.name[language] ?? code;
  const here = state !== 'REGISTERED' && state !== 'GONE';
  const inYard = state === 'IN_YARD' && yard !== undefined;
  return (
    <>
      <h1 className="driver-plate">{plate === null ? say('erased') : plateText(plate)}</h1>
      <Now passage={passage} name={name} say={say} />
      {here && passage.turned === undefined && passage.mayLeave !== true && (
        <p className="driver-wait" role="status">
          {waitingFor.length > 0
            ? say('waitsFor', waitsText(passage, say, language))
            : passage.refusedBy === undefined && say('waitsNobody')}
          {passage.refusedBy !== undefined &&
            ` ${say('refusedBy', passage.refusedBy.map((agency) => say(agency)).join(', '))}`}
        </p>
      )}
      {here && isHeld(passage) && (
        <p className="driver-wait" role="alert">
          {say('heldFor', waitsText(passage, say, language))}
        </p>
      )}
      <dl className="driver-facts">
        <div>
          <dt>{say('where')}</dt>
          <dd>{inYard ? say('stateIN_YARDat', name(yard)) : say(`state${state}`)}</dd>
        </div>
        <div>
          <dt>{say('goTo')}</dt>
          <dd>{name(passage.turned?.to ?? passage.gate)}</dd>
        </div>
      </dl>
      {passage.milestones.length > 0 && <Steps passage={passage} say={say} />}
      <p className="driver-note">{say('linkUntil', ...dayAndClock(Date.parse(passage.expiresAt), language))}</p>
    </>
  );
}

/** It is turned, and somebody holds it: it may not leave yet. */
const isHeld = ({ turned, waitingFor }: Passage): boolean => turned !== undefined && waitingFor.length > 0;

/** Who, and since when by both clocks. */
function waitsText(passage: Passage, say: DriverSay, language: Language): string {
  const comma = language === 'zh' ? '、' : ', ';
  return waitedOf(passage, Date.parse(passage.asOf), language)
    .map(({ agencies, since }) => {
      const names = agencies.map((agency) => say(agency)).join(comma);
      return since === null ? names : say('waitSince', names, ...since);
    })
    .join(language === 'zh' ? '；' : '; ');
}

interface NowProps {
  passage: Passage;
  name: (code: string) => string;
  say: DriverSay;
}

/** The one thing to do now, and why. */
function Now({ passage, name, say }: NowProps) {
  const { language } = useSpeech();
  const { state, turned, trafficOrder: order } = passage;
  if (turned !== undefined) {
    const gone = state === 'GONE';
    const away =
      turned.to !== undefined ? say('doOtherGate', name(turned.to)) : say(gone ? 'leftTurned' : 'doTurnBack');
    const held = !gone && isHeld(passage);
    return (
      <section className="driver-now stop" aria-live="polite">
        <b>{held ? say(state === 'IN_YARD' ? 'doWaitYard' : 'doWait') : away}</b>
        {held && <span>{say('thenDo', away)}</span>}
        <span>{say('turnedWhy', say(`turn${turned.reason}`))}</span>
      </section>
    );
  }
  if (state === 'REGISTERED' && order !== undefined) {
    const until = order.until === undefined ? null : Date.parse(order.until);
    return (
      <section className={`driver-now${order.order === 'GO' ? '' : ' stop'}`} aria-live="polite">
        <b>
          {order.order === 'HOLD'
            ? say('doHold')
            : order.order === 'TURN' && order.to !== undefined
              ? say('doTurnTo', name(order.to))
              : say('doCome', name(passage.gate))}
        </b>
        {until !== null && <span>{say('policeUntil', ...onBothClocks(until))}</span>}
        <span>{say(`WHY_${order.reason}`).replace(/^[–—]+\s*/, '')}</span>
        <span>{say('policeAt', ...onBothClocks(Date.parse(order.occurredAt)), name(order.post))}</span>
      </section>
    );
  }
  const planned = Date.parse(passage.plannedArrivalAt);
  const [clock, there] = onBothClocks(planned);
  return (
    <section className="driver-now" aria-live="polite">
      <b>{whatNow(passage, name, say)}</b>
      {state === 'REGISTERED' && <span>{say('plannedAt', clock, dateOf(planned, language), there)}</span>}
    </section>
  );
}

function whatNow({ state, mayLeave, gate }: Passage, name: NowProps['name'], say: DriverSay): string {
  if (state !== 'GONE' && mayLeave === true) return say('doLeave');
  switch (state) {
    case 'REGISTERED':
      return say('doCome', name(gate));
    case 'ENTERED':
      return say('doYard');
    case 'IN_YARD':
      return say('doWaitYard');
    case 'AT_GATE':
    case 'OUT_OF_YARD':
      return say('doWait');
    case 'GONE':
      return say('doDone');
  }
}

function Steps({ passage, say }: { passage: Passage; say: DriverSay }) {
  return (
    <section className="driver-steps">
      <h2>{say('steps')}</h2>
      <ol>
        {passage.milestones.map(({ milestone, state, at }) => {
          const time = at === undefined ? null : Date.parse(at);
          const clocks = time === null ? null : onBothClocks(time);
          return (
            <li key={milestone} data-step={milestone} className={clocks === null ? '' : 'done'}>
              <span>{say(milestoneWord[milestone])}</span>
              {clocks === null ? (
                <small>{say(state === 'UNKNOWN' ? 'notKnown' : 'notYet')}</small>
              ) : (
                <span className="driver-time">
                  <b>{clocks[0]}</b> <small>{say('thereClock', clocks[1])}</small>
                </span>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
