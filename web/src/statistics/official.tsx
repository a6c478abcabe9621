/** Official totals, each measure for itself: what others published, with its source. No two are ever added. */
import type { Language } from '../language';
import { dayText } from '../times';
import { Mark } from '../parts';
import { useSpeech } from '../gate/speech';
import { largeUnit, numberText, officialMeasures, percentText, type Official, type OfficialMeasure } from './asked';
import { statSay } from './statwords';

export function OfficialTotals({ totals }: { totals: readonly Official[] }) {
  const { language } = useSpeech();
  const note = statSay(language);
  return (
    <section className="stat-part" aria-labelledby="official">
      <h3 id="official">{note('officialtitle')}</h3>
      <p>{note('officialapart')}</p>
      {officialMeasures.map(({ measure, unit }) => (
        <MeasureTable key={measure} measure={measure} unit={unit} totals={totals.filter((one) => one.measure === measure)} />
      ))}
    </section>
  );
}

/** Somewhere that anybody can look: `nhandan.vn`, or a whole address. */
const ADDRESS = /[a-z0-9-]\.[a-z]{2,}/i;

const large = (amount: number, language: Language): string => numberText(amount / largeUnit(language), language, 2);

const sorted = (totals: readonly Official[]): Official[] =>
  [...totals].sort((a, b) => b.period.localeCompare(a.period) || a.branch.localeCompare(b.branch));

interface MeasureProps {
  measure: OfficialMeasure;
  unit: 'USD' | 'VND';
  totals: readonly Official[];
}

function MeasureTable({ measure, unit, totals }: MeasureProps) {
  const { language } = useSpeech();
  const note = statSay(language);
  const most = Math.max(...totals.map((one) => Math.max(one.value, one.plan ?? 0)));
  return (
    <section className="stat-official" data-official={measure} aria-labelledby={`official-${measure}`}>
      <h4 id={`official-${measure}`}>
        {note(`official${measure}`)} <small>{note(`unit${unit}`)}</small>
      </h4>
      <p>{note(`counts${measure}`)}</p>
      {totals.length === 0 && (
        <p className="stat-unknown" data-unknown>
          <Mark priority={3} /> <span>{note('officialNone')}</span>
        </p>
      )}
      {totals.length > 0 && (
        <div className="stat-scroll" tabIndex={0} role="region" aria-label={note('asTable', note(`official${measure}`))}>
          <table>
            <thead>
              <tr>
                <th scope="col">{note('statPeriod')}</th>
                <th scope="col">{note('branch')}</th>
                <th scope="col" className="right">
                  {note('amount')}
                </th>
                <td />
                <th scope="col" className="right">
                  {note('plan')}
                </th>
                <th scope="col" className="right">
                  {note('publishedGrowth')}
                </th>
                <th scope="col" className="right">
                  {note('ownGrowth')}
                </th>
                <th scope="col">{note('officialAsOf')}</th>
                <th scope="col">{note('source')}</th>
              </tr>
            </thead>
            <tbody>
              {sorted(totals).map((one) => (
                <tr key={`${one.period} ${one.branch}`}>
                  <th scope="row">{one.period.replace('/', ' – ')}</th>
                  <td>{one.branch === '' ? note('allBranches') : one.branch}</td>
                  <td className="right">
                    <b>{large(one.value, language)}</b>
                  </td>
                  <td className="stat-bar">
                    <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                      <rect className="now" y="2" width={(one.value / most) * 100} height="6" />
                      {one.plan !== undefined && <rect className="plan" x={(one.plan / most) * 100 - 0.8} width="1.6" height="10" />}
                    </svg>
                  </td>
                  <td className="right">
                    {one.plan === undefined
                      ? '–'
                      : note('planOf', large(one.plan, language), one.ofPlan === undefined ? '–' : percentText(one.ofPlan, language))}
                  </td>
                  <td className="right">
                    {one.publishedGrowthPercent === undefined ? '–' : percentText(one.publishedGrowthPercent / 100, language, true)}
                  </td>
                  <td className="right">{one.growth === undefined ? '–' : percentText(one.growth, language, true)}</td>
                  <td>{dayText(one.asOf, language)}</td>
                  <td className="stat-source">
                    {!ADDRESS.test(one.source) && (
                      <span className="stat-unknown" data-unsourced>
                        <Mark priority={3} /> <span>{note('noAddress')}</span>
                      </span>
                    )}
                    <span lang="en">
                      <Source text={one.source} />
                    </span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

/** An address leads there, and what is said beside it stays. */
function Source({ text }: { text: string }) {
  const found = /^(https?:\/\/([^/\s]+)\S*)(.*)$/.exec(text);
  if (found === null) return text;
  return (
    <>
      <a href={found[1]} target="_blank" rel="noreferrer">
        {found[2]?.replace(/^www\./, '')}
      </a>
      {found[3]}
    </>
  );
}
