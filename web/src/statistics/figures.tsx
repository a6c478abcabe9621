/**
 * What passed, by day, month or year and by whatever it is told apart; official totals stand clearly apart. Charts
 * and tables say the same numbers; what is not known is said so.
 */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Board } from '../board';
import { FaultLine, faultSentence } from '../fault';
import { useKeys } from '../keys';
import { gateName, labelOf } from '../parts';
import { download, show } from '../saved';
import { countOf, dateOf, dayOf, dayText, HERE, lengthOf, minuteOf } from '../times';
import { faultOf, type Fault } from '../wire';
import { useSpeech } from '../gate/speech';
import '../gate/loads.css';
import {
  amountOf,
  answerOf,
  drawnPeriod,
  fractionOf,
  groupings,
  measures,
  measureWord,
  moved,
  noFilter,
  numberText,
  officialOf,
  percentText,
  periodOf,
  placesOf,
  queryOf,
  shortText,
  steps,
  type Answer,
  type By,
  type Filter,
  type Line,
  type Measure,
  type Official,
  type Step,
} from './asked';
import { Bars, Legend, Lines, type Series } from './charts';
import { OfficialTotals } from './official';
import { statDictionary, statSay, type StatWord } from './statwords';
import './statistics.css';

/** The tables follow the gate about a second behind; a page of figures is looked at longer. */
const AGAIN_MS = 60_000;
/** So many groups are drawn; the table has all. */
const DRAWN = 12;

const classes = ['FRESH_FRUIT', 'FARM', 'MINERALS', 'CHEMICALS', 'TEXTILES', 'WOOD_AND_PAPER', 'METALS', 'MACHINERY', 'ELECTRONICS', 'VEHICLES', 'OTHER', 'UNKNOWN'] as const;
const stepWord = { DAY: 'statDay', MONTH: 'statMonth', YEAR: 'statYear' } as const satisfies Record<Step, StatWord>;

interface Read {
  key: string;
  whole: Answer;
  course: Answer;
  groups: Answer | null;
}

function useSpeechOfFigures() {
  const speech = useSpeech();
  const { language } = speech;
  const note = statSay(language);
  /** What a group is called. */
  const named = (by: By, group: string): string => {
    if (group === '') return note('notKnown');
    const word = (prefix: string) => (statDictionary.has(prefix + group) ? note(`${prefix}${group}` as StatWord) : group);
    switch (by) {
      case 'GATE':
        return gateName(speech, group);
      case 'DIRECTION':
        return group === 'EXPORT' || group === 'IMPORT' ? speech.say(group) : group;
      case 'TRADE':
        return word('trade');
      case 'REGIME':
        return word('regime');
      case 'CLASS':
        return word('class');
      case 'KIND':
        return word('kind');
      case 'COMMODITY': {
        const found = speech.site?.rulebook?.commodities.find((one) => one.code === group);
        return found === undefined ? group : labelOf(found.name, language);
      }
      case 'CHAPTER':
      case 'HEADING':
        return `HS ${group}`;
      case 'NOTHING':
        return group;
    }
  };
  return { ...speech, note, named };
}

export function Figures({ board }: { board: Board }) {
  const { note, say, language, site, named } = useSpeechOfFigures();
  const speech = useSpeech();
  const today = dayOf(board.asOf);
  const [step, setStep] = useState<Step>('MONTH');
  const [chosen, setChosen] = useState<string | null>(null);
  const [by, setBy] = useState<By>('GATE');
  const [measure, setMeasure] = useState<Measure>('vehicles');
  const [filter, setFilter] = useState<Filter>(noFilter);
  const [hs, setHs] = useState('');
  const [found, setFound] = useState<Read | null>(null);
  const [official, setOfficial] = useState<Official[] | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [turn, setTurn] = useState(0);
  const body = useRef<HTMLDivElement>(null);
  const at = chosen ?? today;
  const period = periodOf(step, at);
  const key = queryOf(period, step, by, filter);

  useEffect(() => body.current?.focus({ preventScroll: true }), []);
  useEffect(() => {
    const stop = new AbortController();
    Promise.all([
      answerOf(queryOf(period, 'ALL', 'NOTHING', filter), stop.signal),
      answerOf(queryOf(drawnPeriod(step, at), step, 'NOTHING', filter), stop.signal),
      by === 'NOTHING' ? null : answerOf(queryOf(period, 'ALL', by, filter), stop.signal),
    ])
      .then(([whole, course, groups]) => {
        setFound({ key, whole, course, groups });
        setFault(null);
      })
      .catch((reason: unknown) => !stop.signal.aborted && setFault(faultOf(reason)));
    return () => stop.abort();
  }, [key, period, step, at, by, filter, turn]);
  useEffect(() => {
    const stop = new AbortController();
    officialOf(stop.signal)
      .then(setOfficial)
      .catch((reason: unknown) => !stop.signal.aborted && setFault(faultOf(reason)));
    const timer = setInterval(() => document.hidden || setTurn((before) => before + 1), AGAIN_MS);
    return () => {
      clearInterval(timer);
      stop.abort();
    };
  }, []);

  const year = at.slice(0, 4);
  const act = useCallback(
    async (what: 'csv' | 'xlsx' | 'json' | 'year') => {
      if (busy) return;
      setBusy(true);
      setSaid(null);
      try {
        if (what === 'year') {
          await show(`/statistics/years?year=${year}&lang=${language}`);
          setSaid(note('opened'));
        } else {
          const name = `statistics-${period.replaceAll('/', '-')}.${what}`;
          setSaid(note('savedAs', await download(`${key}&format=${what}&lang=${language}`, name)));
        }
      } catch (reason) {
        setSaid(faultSentence(faultOf(reason), say, language));
      } finally {
        setBusy(false);
      }
    },
    [busy, key, period, year, language, note, say],
  );
  useKeys((event) => {
    const what = ({ F4: 'year', F8: 'xlsx', F9: 'csv' } as const)[event.key as 'F4' | 'F8' | 'F9'];
    if (what === undefined || event.repeat) return;
    event.preventDefault();
    void act(what);
  });

  const read = found?.key === key ? found : null;
  const next = moved(step, at, 1);
  const last = step === 'DAY' ? today.slice(0, 7) : today.slice(0, 4);
  const wrongHs = hs !== '' && !/^\d{2}(\d{2})?$/.test(hs);
  const label = period.includes('/') ? period.replace('/', ' – ') : step === 'MONTH' ? note('yearShown', period) : period;
  const set = (part: Partial<Filter>) => setFilter((before) => ({ ...before, ...part }));
  const picks = [
    ['gate', note('onlyGate'), note('everyGate'), (site?.lines ?? []).map((one): [string, string] => [one.code, gateName(speech, one.code)])],
    ['direction', note('onlyDirection'), note('bothWays'), (['EXPORT', 'IMPORT'] as const).map((one): [string, string] => [one, say(one)])],
    ['class', note('onlyClass'), note('everyClass'), classes.map((one): [string, string] => [one, named('CLASS', one)])],
  ] as const;
  return (
    <main className="sheet-page statistics">
      <section className="panel sheet">
        <div className="head">
          <h2>{note('statTitle')}</h2>
          <div className="segments" role="group" aria-label={note('statStep')}>
            {steps.map((one) => (
              <button key={one} type="button" aria-pressed={one === step} onClick={() => setStep(one)}>
                {note(stepWord[one])}
              </button>
            ))}
          </div>
          <span className="stat-period" role="group" aria-label={note('statPeriod')}>
            <button type="button" aria-label={note('statBefore')} onClick={() => setChosen(moved(step, at, -1))}>
              ‹
            </button>
            <b>{label}</b>
            <button type="button" aria-label={note('statAfter')} disabled={next.slice(0, last.length) > last} onClick={() => setChosen(next)}>
              ›
            </button>
          </span>
          <span className="push stat-acts">
            <button type="button" className="primary" disabled={busy} onClick={() => void act('year')}>
              {note('yearPage', year)} <kbd>F4</kbd>
            </button>
            <button type="button" disabled={busy} onClick={() => void act('xlsx')}>
              {note('saveXlsx')} <kbd>F8</kbd>
            </button>
            <button type="button" disabled={busy} onClick={() => void act('csv')}>
              {note('saveCsv')} <kbd>F9</kbd>
            </button>
            <button type="button" disabled={busy} onClick={() => void act('json')}>
              {note('saveJson')}
            </button>
          </span>
        </div>
        <div className="filters stat-filters">
          <label>
            {note('statBy')}{' '}
            <select value={by} onChange={(event) => setBy(event.target.value as By)}>
              {groupings.map((one) => (
                <option key={one} value={one}>
                  {note(`by${one}`)}
                </option>
              ))}
            </select>
          </label>
          {picks.map(([name, what, every, options]) => (
            <select key={name} aria-label={what} value={filter[name]} onChange={(event) => set({ [name]: event.target.value })}>
              <option value="">{every}</option>
              {options.map(([code, text]) => (
                <option key={code} value={code}>
                  {text}
                </option>
              ))}
            </select>
          ))}
          <input
            value={hs}
            maxLength={4}
            inputMode="numeric"
            autoComplete="off"
            placeholder={note('onlyHs')}
            aria-label={note('onlyHs')}
            aria-invalid={wrongHs}
            onChange={({ target }) => {
              setHs(target.value);
              if (target.value === '' || /^\d{2}(\d{2})?$/.test(target.value)) set({ hs: target.value });
            }}
          />
          {wrongHs && <span role="alert">{note('wrongHs')}</span>}
          <div className="segments push" role="group" aria-label={note('measure')}>
            {measures.map((one) => (
              <button key={one} type="button" aria-pressed={one === measure} onClick={() => setMeasure(one)}>
                {note(measureWord[one])}
              </button>
            ))}
          </div>
        </div>
        {fault !== null && <FaultLine fault={fault} again={() => setTurn(turn + 1)} />}
        <p className="stat-said" role="status">
          {said}
        </p>
        <div className="sheet-body" ref={body} tabIndex={0} role="region" aria-label={note('statTitle')} aria-busy={read === null}>
          {read === null && fault === null && <p className="empty">{say('loading')}</p>}
          {read !== null && (
            <>
              <Tiles whole={read.whole} running={running(period, today)} />
              <Course read={read} step={step} at={at} measure={measure} />
              {read.groups !== null && <Groups answer={read.groups} by={by} measure={measure} />}
            </>
          )}
          {official !== null && <OfficialTotals totals={official} />}
          <Definitions whole={read?.whole ?? null} />
        </div>
      </section>
    </main>
  );
}

/** Whether days of it are still to come. */
const running = (period: string, today: string): boolean => {
  const last = period.split('/').at(-1) ?? period;
  return last >= today.slice(0, last.length);
};

const stayText = (seconds: number | undefined): string => (seconds === undefined ? '–' : lengthOf(seconds * 1000));

function Tiles({ whole, running: going }: { whole: Answer; running: boolean }) {
  const { note, language } = useSpeechOfFigures();
  const [line] = whole.lines;
  const growth = (measure: Measure) => {
    const part = fractionOf(line?.growthYearBefore, measure);
    return part === undefined ? note(going ? 'notOver' : 'noMore') : note('more', percentText(part, language, true));
  };
  const value = (measure: 'vehicles' | 'tonnes' | 'value') => {
    const amount = amountOf(line, measure, language);
    return amount === null ? note('notKnown') : measure === 'value' ? shortText(amount, language) : numberText(amount, language);
  };
  if (line === undefined) {
    return (
      <p className="empty" data-empty>
        {note('nothingCounted')}
      </p>
    );
  }
  return (
    <>
      <dl className="stat-tiles">
        {(['vehicles', 'tonnes', 'value'] as const).map((one) => (
          <div key={one} data-tile={one}>
            <dt>{note(measureWord[one])}</dt>
            <dd>{value(one)}</dd>
            <dd className="small">{growth(one)}</dd>
          </div>
        ))}
        <div data-tile="stay">
          <dt>{note('median')}</dt>
          <dd>{stayText(line.stay?.median)}</dd>
          <dd className="small">{note('p95Of', stayText(line.stay?.p95))}</dd>
        </div>
      </dl>
      <p className="stat-small">
        {note('valuedOf', line.lines === 0 ? '–' : percentText(line.valuedLines / line.lines, language))}
      </p>
    </>
  );
}

/** What stands at the axis: the day, the month, the year. */
const axisLabel = (place: string, step: Step, zh: boolean): string =>
  step === 'YEAR' ? place : `${Number(place.slice(-2))}${zh ? (step === 'MONTH' ? '月' : '日') : ''}`;

const periodText = (place: string, step: Step, language: 'vi' | 'zh' | 'en'): string =>
  step === 'DAY' ? dayText(place, language) : place;

interface CourseProps {
  read: Read;
  step: Step;
  at: string;
  measure: Measure;
}

function Course({ read, step, at, measure }: CourseProps) {
  const { note, language } = useSpeechOfFigures();
  const places = placesOf(step, at);
  const byPeriod = useMemo(() => new Map(read.course.lines.map((one) => [one.period, one])), [read.course]);
  const lineOf = (place: string): Line | undefined => byPeriod.get(place);
  const yearBefore = (place: string) => `${Number(place.slice(0, 4)) - 1}${place.slice(4)}`;
  const values = (of: (place: string) => string) => places.map((place) => amountOf(lineOf(of(place)), measure, language));
  const hours95 = places.map((place) => {
    const p95 = lineOf(place)?.stay?.p95;
    return p95 === undefined ? null : p95 / 3600;
  });
  const now: Series = { name: step === 'MONTH' ? at.slice(0, 4) : note(measureWord[measure]), values: values((place) => place), tone: 'now' };
  const series: Series[] =
    measure === 'stay'
      ? [{ name: note('p95'), values: hours95, tone: 'before' }, { ...now, name: note('median') }]
      : step === 'MONTH'
        ? [{ name: String(Number(at.slice(0, 4)) - 1), values: values(yearBefore), tone: 'before' }, now]
        : [now];
  const title = note('overTime', note(measureWord[measure]));
  const told = places.filter((place) => lineOf(place) !== undefined);
  if (told.length === 0 && series.every((one) => one.values.every((value) => value === null))) return null;
  const labels = places.map((place) => axisLabel(place, step, language === 'zh'));
  const Chart = measure === 'stay' ? Lines : Bars;
  return (
    <section className="stat-part" aria-labelledby="course">
      <h3 id="course">{title}</h3>
      {series.length > 1 && <Legend series={series} />}
      <Chart labels={labels} series={series} scale={(value) => shortText(value, language)} title={title} />
      <NumberTable
        name={title}
        first={note('statPeriod')}
        measure={measure}
        rows={told.flatMap((place) => {
          const line = lineOf(place);
          return line === undefined ? [] : [{ key: place, name: periodText(place, step, language), line }];
        })}
        share={false}
      />
    </section>
  );
}

/** A heading as a part of another one; HS stays as it is. */
const within = (text: string): string => (text.startsWith('HS') ? text : text.charAt(0).toLocaleLowerCase() + text.slice(1));

function Groups({ answer, by, measure }: { answer: Answer; by: By; measure: Measure }) {
  const { note, language, named } = useSpeechOfFigures();
  const amounts = answer.lines.map((line) => amountOf(line, measure, language) ?? 0);
  const most = Math.max(...amounts, 0);
  const order = answer.lines
    .map((line, i) => ({ line, amount: amounts[i] ?? 0 }))
    .sort((a, b) => b.amount - a.amount || a.line.group.localeCompare(b.line.group));
  const title = note('groupsOf', note(measureWord[measure]), within(note(`by${by}`)));
  if (order.length === 0) return null;
  return (
    <section className="stat-part" aria-labelledby="groups">
      <h3 id="groups">{title}</h3>
      <ul className="stat-groups" aria-label={title}>
        {order.slice(0, DRAWN).map(({ line, amount }) => {
          const known = amountOf(line, measure, language) !== null;
          const share = fractionOf(line.share, measure);
          return (
            <li key={line.group} data-group={line.group}>
              <span>{named(by, line.group)}</span>
              <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                <rect className="now" width={most === 0 ? 0 : (amount / most) * 100} height="10" />
              </svg>
              <span className="right">
                <b>{!known ? note('notKnown') : measure === 'stay' ? stayText(line.stay?.median) : shortText(amount, language)}</b>
                {share !== undefined && ` ${percentText(share, language)}`}
              </span>
            </li>
          );
        })}
      </ul>
      {order.length > DRAWN && <p className="stat-small">{note('othersMore', countOf(order.length - DRAWN, language))}</p>}
      <NumberTable
        name={title}
        first={note('group')}
        measure={measure}
        rows={order.map(({ line }) => ({ key: line.group, name: named(by, line.group), line }))}
        share
      />
    </section>
  );
}

interface NumberTableProps {
  name: string;
  first: string;
  measure: Measure;
  rows: readonly { key: string; name: string; line: Line }[];
  share: boolean;
}

/** The same numbers as the chart, and the other measures beside them. */
function NumberTable({ name, first, measure, rows, share }: NumberTableProps) {
  const { note, language } = useSpeechOfFigures();
  const fraction = (part: number | undefined, signed: boolean) => (part === undefined ? '–' : percentText(part, language, signed));
  const valueText = (line: Line) => {
    const value = amountOf(line, 'value', language);
    return value === null ? note('notKnown') : shortText(value, language);
  };
  const of = measure === 'stay' ? 'vehicles' : measure;
  return (
    <div className="stat-scroll" tabIndex={0} role="region" aria-label={note('asTable', name)}>
      <table className="stat-table">
        <thead>
          <tr>
            <th scope="col">{first}</th>
            <th scope="col" className="right">
              {note('vehicles')}
            </th>
            <th scope="col" className="right">
              {note('tonnes')}
            </th>
            <th scope="col" className="right">
              {note('value')}
            </th>
            <th scope="col" className="right">
              {note('median')}
            </th>
            <th scope="col" className="right">
              {note('p95')}
            </th>
            {share && (
              <th scope="col" className="right">
                {note('share')}
              </th>
            )}
            <th scope="col" className="right">
              {note('againstBefore')}
            </th>
            <th scope="col" className="right">
              {note('againstYear')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name: called, line }) => (
            <tr key={key} data-row={key}>
              <th scope="row">{called}</th>
              <td className="right">{numberText(line.vehicles, language)}</td>
              <td className="right">{numberText(line.weightKg / 1000, language)}</td>
              <td className="right">{valueText(line)}</td>
              <td className="right">{stayText(line.stay?.median)}</td>
              <td className="right">{stayText(line.stay?.p95)}</td>
              {share && <td className="right">{fraction(fractionOf(line.share, of), false)}</td>}
              <td className="right">{fraction(fractionOf(line.growthBefore, of), true)}</td>
              <td className="right">{fraction(fractionOf(line.growthYearBefore, of), true)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Definitions({ whole }: { whole: Answer | null }) {
  const { note, language } = useSpeechOfFigures();
  const at = whole === null ? 0 : Date.parse(whole.asOf);
  return (
    <section className="stat-part" aria-labelledby="definitions">
      <h3 id="definitions">{note('definitions')}</h3>
      {whole !== null && (
        <p data-as-of>
          {note('countedUntil', minuteOf(at, HERE), dateOf(at, language), countOf(whole.asOfSeq, language), whole.definition)}
        </p>
      )}
      <dl className="stat-definitions">
        {(
          [
            ['vehicles', 'meansVehicles'],
            ['tonnes', 'meansTonnes'],
            ['value', 'meansValue'],
            ['stay', 'meansStay'],
            ['share', 'meansShare'],
            ['againstYear', 'meansGrowth'],
          ] as const
        ).map(([name, means]) => (
          <div key={name}>
            <dt>{note(name)}</dt>
            <dd>{note(means)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
