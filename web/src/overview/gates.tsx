/** The gates side by side, each direction with its counts of the day. */
import { useMemo } from 'react';
import { countsOf } from '../judge';
import { gateName, labelOf, Mark, Way } from '../parts';
import { countOf } from '../times';
import type { CrossingRow, Direction } from '../wire';
import type { Choose, Chosen } from './chosen';
import { useSpeech, type Speech } from '../gate/speech';

interface GatesProps {
  today: CrossingRow[];
  day: string;
  chosen: Chosen;
  choose: Choose;
}

const directions = ['EXPORT', 'IMPORT'] as const;

/** When each route of the line is open, by the clocks of both sides. */
function hoursOf(speech: Speech, line: string, direction: Direction): string | undefined {
  const routes = (speech.site?.routes ?? []).filter((route) => route.line === line);
  const lines = routes.flatMap((route) =>
    route.hours
      .filter((hours) => hours.direction === direction)
      .map(
        (hours) =>
          `${labelOf(route.name, speech.language)}: ` +
          speech.say('open', hours.opens, hours.closes, hours.opensThere, hours.closesThere),
      ),
  );
  return lines.length === 0 ? undefined : lines.join('\n');
}

export function Gates({ today, day, chosen, choose }: GatesProps) {
  const speech = useSpeech();
  const { say, language } = speech;
  const gates = speech.site?.lines;
  const counts = useMemo(
    () =>
      (gates ?? []).flatMap((gate) =>
        directions.map((direction) => ({
          gate: gate.code,
          direction,
          ...countsOf(
            today.filter((row) => row.gate === gate.code && row.direction === direction),
            day,
          ),
        })),
      ),
    [gates, today, day],
  );
  const most = Math.max(1, ...counts.map((count) => count.arrived));
  return (
    <section className="panel gates" aria-label={say('byGate')}>
      <div className="head">
        <h2>{say('byGate')}</h2>
        <small className="push">{say('barLegend')}</small>
      </div>
      <table>
        <colgroup>
          <col />
          <col className="c-bar" />
          <col className="c-two" />
          <col className="c-one" />
          <col className="c-wait" />
          <col className="c-one" />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{say('gate')}</th>
            <th scope="col" colSpan={2} className="right">
              {say('colCleared')} / {say('colArrived')}
            </th>
            <th scope="col" className="right">
              {say('colHere')}
            </th>
            <th scope="col" className="right">
              {say('colWaiting')}
            </th>
            <th scope="col" className="right">
              {say('colLate')}
            </th>
          </tr>
        </thead>
        <tbody>
          {(gates ?? []).flatMap((gate) =>
            counts
              .filter((count) => count.gate === gate.code)
              .map((count, index) => {
                const title = hoursOf(speech, gate.code, count.direction);
                const picked = chosen.gate === gate.code && chosen.direction === count.direction;
                return (
                  <tr key={gate.code + count.direction} className={index === 0 ? 'first' : undefined}>
                    <td>
                      <button
                        type="button"
                        className="link"
                        aria-pressed={picked}
                        title={title}
                        onClick={() =>
                          choose(
                            picked
                              ? { gate: '', direction: '' }
                              : { gate: gate.code, direction: count.direction },
                          )
                        }
                      >
                        {gateName(speech, gate.code)} <Way direction={count.direction} />
                      </button>
                    </td>
                    <td className="bar">
                      <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                        <rect className="all" width={(count.arrived / most) * 100} height="8" />
                        <rect className="part" width={(count.cleared / most) * 100} height="8" />
                      </svg>
                    </td>
                    <td className="right">
                      {countOf(count.cleared, language)} / {countOf(count.arrived, language)}
                    </td>
                    <td className="right">{countOf(count.live, language)}</td>
                    <td className="right">{countOf(count.waiting.length, language)}</td>
                    <td className={count.late.length > 0 ? 'right p2' : 'right'}>
                      {count.late.length > 0 && <Mark priority={2} />}
                      {countOf(count.late.length, language)}
                    </td>
                  </tr>
                );
              }),
          )}
        </tbody>
      </table>
    </section>
  );
}
