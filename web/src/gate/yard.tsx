/** What stands in the yards: how long, and for whom each vehicle waits, the longest stay on top. */
import { useMemo } from 'react';
import type { Board } from '../board';
import { FaultLine } from '../fault';
import { arrivedAt, timeOf } from '../judge';
import { gateName, labelOf, Mark, Plate, Way } from '../parts';
import { countOf, HERE, lengthOf, minuteOf, secondOf } from '../times';
import type { CrossingRow, Load } from '../wire';
import { lateAt, onTurn, useLoads } from './loads';
import { unmetText } from './loadsay';
import { useSpeech } from './speech';
import './loads.css';

const stoodFrom = (row: CrossingRow): number => timeOf(row, 'yardEnteredAt') ?? arrivedAt(row);

export function Yard({ board, open }: { board: Board; open: (crossing: string) => void }) {
  const speech = useSpeech();
  const { say, language, site } = speech;
  const { loads, fault, reload, asOf } = useLoads(board, null);
  const standing = useMemo(
    () =>
      [...board.rows.values()]
        .filter((row) => row.state === 'IN_YARD')
        .sort((a, b) => stoodFrom(a) - stoodFrom(b)),
    [board.rows],
  );
  const lines = (site?.lines ?? []).filter(
    ({ code }) =>
      standing.some((row) => row.gate === code) ||
      (site?.yards ?? []).some((yard) => yard.line === code),
  );
  const together = lines.some(
    ({ code }) => (site?.yards ?? []).filter((yard) => yard.line === code).length > 1,
  );
  return (
    <main className="yard-page">
      <section className="panel yards">
        <div className="head">
          <h2>{say('yardTitle')}</h2>
          <span>{say('yardCount', countOf(standing.length, language))}</span>
          {asOf > 0 && <small className="push">{say('listAsOf', secondOf(asOf, HERE))}</small>}
        </div>
        {fault !== null && <FaultLine fault={fault} again={reload} />}
        {together && <p className="empty">{say('yardsTogether')}</p>}
        {standing.length === 0 && <p className="empty">{say('yardNone')}</p>}
        <div className="yard-scroll" tabIndex={0} role="region" aria-label={say('yardTitle')}>
          {lines.map(({ code }) => {
            const here = standing.filter((row) => row.gate === code);
            const yards = (site?.yards ?? []).filter((yard) => yard.line === code);
            const name = yards.map((yard) => labelOf(yard.name, language)).join(' / ');
            return (
              <section key={code} aria-labelledby={`yard-${code}`}>
                <h3 id={`yard-${code}`}>
                  {name === '' ? gateName(speech, code) : name}
                  <small>
                    {gateName(speech, code)} · {say('yardCount', countOf(here.length, language))} ·{' '}
                    {spacesOf(yards, speech)}
                  </small>
                </h3>
                {here.length > 0 && (
                  <table>
                    <thead>
                      <tr>
                        <th scope="col">{say('plate')}</th>
                        <th scope="col">{say('direction')}</th>
                        <th scope="col">{say('inYardSince')}</th>
                        <th scope="col" className="right">
                          {say('stands')}
                        </th>
                        <th scope="col">{say('goods')}</th>
                        <th scope="col">{say('waitsForCol')}</th>
                      </tr>
                    </thead>
                    <tbody>
                      {here.map((row) => (
                        <tr key={row.id}>
                          <td className="w-plate">
                            <button type="button" className="link" onClick={() => open(row.id)}>
                              <Plate plate={row.plate} />
                            </button>
                          </td>
                          <td>
                            <Way direction={row.direction} />
                          </td>
                          <td>{minuteOf(stoodFrom(row), HERE)}</td>
                          <td className="right">
                            <b>{lengthOf(board.asOf - stoodFrom(row))}</b>
                          </td>
                          <td>{loads?.get(row.registration ?? '')?.goods}</td>
                          <td>
                            <WaitsFor
                              row={row}
                              load={loads?.get(row.registration ?? '')}
                              read={loads !== null}
                              now={board.asOf}
                            />
                          </td>
                        </tr>
                      ))}
                    </tbody>
                  </table>
                )}
              </section>
            );
          })}
        </div>
      </section>
    </main>
  );
}

function spacesOf(
  yards: readonly { spaces?: { is: number } | { from: number; to: number } | { unknown: string } }[],
  { say, language }: ReturnType<typeof useSpeech>,
): string {
  const sizes = yards.map(({ spaces }) =>
    spaces === undefined || 'unknown' in spaces ? null : 'is' in spaces ? spaces.is : spaces.to,
  );
  const sum = sizes.reduce((total: number, one) => total + (one ?? 0), 0);
  return sizes.length === 0 || sizes.includes(null)
    ? say('spacesUnknown')
    : say('spacesOf', countOf(sum, language));
}

interface WaitsForProps {
  row: CrossingRow;
  load: Load | undefined;
  read: boolean;
  now: number;
}

/** Whose turn it is, or what else keeps it; coloured when somebody is late. */
function WaitsFor({ row, load, read, now }: WaitsForProps) {
  const speech = useSpeech();
  const { say } = speech;
  if (row.registration === undefined) return <>{say('actUnregistered')}</>;
  if (load === undefined) return <>{read ? say('readyToLeave') : say('loading')}</>;
  if (load.mayLeave) return <>{say('readyToLeave')}</>;
  const turn = load.lines.filter(onTurn);
  const holds = load.unmet.filter((word) => word.startsWith('HOLD_') || word === 'INSPECTION');
  return (
    <ul className="waits-for">
      {turn.map((line) => {
        const late = lateAt(line, now);
        return (
          <li key={line.step} className={late ? 'p1' : undefined}>
            {late && <Mark priority={1} />}
            <span>
              {unmetText(line.step, speech)}
              {line.since !== undefined && (
                <small>{lengthOf(now - Date.parse(line.since))}</small>
              )}
            </span>
          </li>
        );
      })}
      {holds.map((word) => (
        <li key={word}>
          <Mark priority={3} />
          <span>{unmetText(word, speech)}</span>
        </li>
      ))}
      {turn.length + holds.length === 0 &&
        load.unmet.map((word) => <li key={word}>{unmetText(word, speech)}</li>)}
    </ul>
  );
}
