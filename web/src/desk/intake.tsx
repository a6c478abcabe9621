/** How many bays are free, and how many vehicles can begin in each coming hour, by area and method. */
import { labelOf } from '../parts';
import { countOf, HERE, minuteOf } from '../times';
import { useSpeech } from '../gate/speech';
import { lowerOf, type IntakeArea } from './changelist';
import { changingSay } from './changingwords';

const HOUR = 3_600_000;

export function Intake({ areas, asOf }: { areas: readonly IntakeArea[]; asOf: number }) {
  const { language, site } = useSpeech();
  const note = changingSay(language);
  if (areas.length === 0) return null;
  const hours = Math.max(...areas.flatMap((area) => area.methods.map((one) => one.perHour.length)), 0);
  const from = Array.from({ length: hours }, (_, i) => minuteOf(asOf + i * HOUR, HERE));
  return (
    <section className="intake" aria-labelledby="intake-title">
      <h3 id="intake-title">
        {note('intakeTitle')} <small>{note('intakeHint')}</small>
      </h3>
      <div className="intake-areas">
        {areas.map((one) => {
          const area = site?.handling?.areas.find(({ code }) => code === one.area);
          const bays = lowerOf(area?.bays);
          return (
            <table key={one.area} data-area={one.area}>
              <caption>
                <b>{area === undefined ? one.area : labelOf(area.name, language)}</b>{' '}
                {bays === null
                  ? note('baysTaken', countOf(one.taken, language))
                  : note('baysFree', countOf(Math.max(0, bays - one.taken), language), countOf(bays, language))}
              </caption>
              <thead>
                <tr>
                  <th scope="col">{note('crewMethod')}</th>
                  <th scope="col" className="right">
                    {note('crewLine')}
                  </th>
                  <th scope="col" className="right">
                    {note('crewFree')}
                  </th>
                  {from.map((hour) => (
                    <th key={hour} scope="col" className="right">
                      {note('hourFrom', hour)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {one.methods.map(({ method, line, free, perHour }) => (
                  <tr key={method} data-method={method}>
                    <th scope="row">{note(method)}</th>
                    <td className="right">{countOf(line, language)}</td>
                    {perHour.length === 0 ? (
                      <td colSpan={hours + 1}>{note('crewUnknown')}</td>
                    ) : (
                      <>
                        <td className="right">
                          <b>{countOf(free, language)}</b>
                        </td>
                        {perHour.map((many, i) => (
                          <td key={from[i]} className="right">
                            {countOf(many, language)}
                          </td>
                        ))}
                      </>
                    )}
                  </tr>
                ))}
              </tbody>
            </table>
          );
        })}
      </div>
    </section>
  );
}
