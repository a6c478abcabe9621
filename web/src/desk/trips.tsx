/** What went over the line with an export and is not back: vehicles, and persons to be counted back. */
import { useCallback, useEffect, useState, type ReactNode } from 'react';
import { FaultLine } from '../fault';
import { Head } from '../listhead';
import { gateName, Mark, Plate } from '../parts';
import { get, newId } from '../send';
import { countOf, HERE, lengthOf, minuteOf, secondOf } from '../times';
import { faultOf, type CaseEntry, type Fault, type Trip, type UnexplainedReturn } from '../wire';
import { attempt, type Outcome } from '../gate/act';
import { OutcomeOf } from '../gate/outcome';
import { sayCode, useSpeech } from '../gate/speech';
import '../gate/loads.css';

/** So often what is out is read again. */
const EVERY = 15_000;

export function Trips() {
  const speech = useSpeech();
  const { say, language } = speech;
  const [trips, setTrips] = useState<readonly Trip[] | null>(null);
  const [unexplained, setUnexplained] = useState<readonly UnexplainedReturn[]>([]);
  const [asOf, setAsOf] = useState(0);
  const [fault, setFault] = useState<Fault | null>(null);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<{ outcome: Outcome; again: () => void } | null>(null);

  const read = useCallback(async () => {
    try {
      const list = await get<{ asOf: string; items: Trip[]; unexplained: UnexplainedReturn[] }>('/trips');
      setTrips(list.items);
      setUnexplained(list.unexplained);
      setAsOf(Date.parse(list.asOf));
      setFault(null);
    } catch (reason) {
      setFault(faultOf(reason));
    }
  }, []);
  useEffect(() => {
    void read();
    const timer = setInterval(() => void read(), EVERY);
    return () => clearInterval(timer);
  }, [read]);

  const back = async (trip: Trip, travellers: number[], command = newId()) => {
    const path = `/trips/${encodeURIComponent(trip.id)}/travellers-back`;
    setBusy(true);
    const outcome = await attempt(path, { travellers }, command);
    setSaid(outcome.kind === 'done' ? null : { outcome, again: () => void back(trip, travellers, command) });
    await read();
    setBusy(false);
  };

  return (
    <main className="yard-page">
      <section className="panel yards">
        <Head
          title={say('tripsTitle')}
          count={trips === null ? undefined : say('yardCount', countOf(trips.length, language))}
          asOf={asOf > 0 ? say('listAsOf', secondOf(asOf, HERE)) : undefined}
        />
        {fault !== null && <FaultLine fault={fault} again={() => void read()} />}
        {said !== null && <OutcomeOf what="countBack" {...said} />}
        {trips?.length === 0 && <p className="empty">{say('tripsNone')}</p>}
        <div className="yard-scroll" tabIndex={0} role="region" aria-label={say('tripsTitle')}>
          {trips !== null && trips.length > 0 && (
            <table id="trips">
              <thead>
                <tr>
                  <th scope="col">{say('plate')}</th>
                  <th scope="col">{say('gate')}</th>
                  <th scope="col">{say('tripLeft')}</th>
                  <th scope="col" className="right">
                    {say('tripOther')}
                  </th>
                  <th scope="col">{say('tripVehicle')}</th>
                  <th scope="col">{say('tripPersons')}</th>
                </tr>
              </thead>
              <tbody>
                {trips.map((trip) => (
                  <Row key={trip.id} trip={trip} busy={busy} back={(who) => void back(trip, who)}>
                    {gateName(speech, trip.gate)}
                  </Row>
                ))}
              </tbody>
            </table>
          )}
        </div>
      </section>
      {unexplained.length > 0 && (
        <section className="panel cases" id="unexplained">
          <div className="head">
            <h2>{say('tripUnexplained')}</h2>
            <span className="push">{countOf(unexplained.length, language)}</span>
          </div>
          <ul>
            {unexplained.map((one) => (
              <Open key={one.id} entry={one}>
                <Plate plate={one.plate} /> {gateName(speech, one.gate)},{' '}
                {say('tripSeen', minuteOf(Date.parse(one.occurredAt), HERE))}
              </Open>
            ))}
          </ul>
        </section>
      )}
    </main>
  );
}

/** An open case, and what to do about it. */
function Open({ entry, children }: { entry: CaseEntry; children: ReactNode }) {
  const { say } = useSpeech();
  return (
    <li className="open">
      <Mark priority={3} />
      <b>{sayCode(say, entry.kind)}</b>
      <span className="todo">{sayCode(say, `${entry.kind}_DO`)}</span>
      <small>{children}</small>
    </li>
  );
}

interface RowProps {
  trip: Trip;
  busy: boolean;
  back: (travellers: number[]) => void;
  children: string;
}

function Row({ trip, busy, back, children }: RowProps) {
  const { say } = useSpeech();
  const out = trip.travellers.map((_, i) => i).filter((i) => trip.travellers[i]?.backAt === undefined);
  return (
    <tr data-trip={trip.id}>
      <td className="w-plate">
        <Plate plate={trip.plate} />
        {trip.cases.map((one) => (
          <small key={one.id} className="open" title={sayCode(say, `${one.kind}_DO`)}>
            <Mark priority={3} />
            <span>{sayCode(say, one.kind)}</span>
          </small>
        ))}
      </td>
      <td>{children}</td>
      <td>{minuteOf(Date.parse(trip.leftAt), HERE)}</td>
      <td className="right">
        <b>{lengthOf(trip.otherSideSeconds * 1000)}</b>
      </td>
      <td>
        {trip.vehicleBackAt === undefined
          ? say(trip.vehicleAwaited ? 'tripOut' : 'tripNotAwaited')
          : say('tripBackAt', minuteOf(Date.parse(trip.vehicleBackAt), HERE))}
      </td>
      <td>
        <div className="travellers">
          {trip.travellers.map((one, i) => (
            <button key={i} type="button" disabled={busy || one.backAt !== undefined} onClick={() => back([i])}>
              {one.name ?? '–'}{' '}
              {one.backAt === undefined
                ? say('tripCount')
                : say('tripBackAt', minuteOf(Date.parse(one.backAt), HERE))}
            </button>
          ))}
          {out.length > 1 && (
            <button type="button" disabled={busy} onClick={() => back(out)}>
              {say('tripAll')}
            </button>
          )}
        </div>
      </td>
    </tr>
  );
}
