/** The reports of a day for those who read everything: the province's, its numbers, and where the hours go. */
import { useCallback, useEffect, useState } from 'react';
import type { Board } from '../board';
import { DayField } from '../day';
import { FaultLine, faultSentence } from '../fault';
import { useKeys } from '../keys';
import { gateName } from '../parts';
import { download, show } from '../saved';
import { countOf, dateOf, dayOf, dayText, lengthOf, onBothClocks } from '../times';
import { faultOf, type Fault } from '../wire';
import { givenOf, spansOf, type Count, type Numbers, type Span } from './reported';
import { reportSay } from './reportwords';
import { useSpeech } from '../gate/speech';
import '../gate/loads.css';
import './reports.css';

type Format = 'html' | 'xlsx' | 'csv' | 'json';
const files = [
  ['xlsx', 'saveXLSX'],
  ['csv', 'saveCSV'],
  ['json', 'saveJSON'],
] as const;
/** The two ways round in which the keys of the entry follow each other. */
const GAPS = ['CUSTOMS_KEY-BORDER_GUARD_KEY', 'BORDER_GUARD_KEY-CUSTOMS_KEY'];

function useReportSpeech() {
  const speech = useSpeech();
  return { ...speech, note: reportSay(speech.language) };
}

interface Read {
  day: string;
  given: Numbers;
  spans: Span[];
}

export function Reports({ board }: { board: Board }) {
  const { note, say, language } = useReportSpeech();
  const today = dayOf(board.asOf);
  const [chosen, setChosen] = useState<string | null>(null);
  const day = chosen ?? today;
  const [real, setReal] = useState(true);
  const [found, setFound] = useState<Read | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const [done, setDone] = useState<string | Fault | null>(null);
  const [busy, setBusy] = useState(false);
  const [turn, setTurn] = useState(0);

  useEffect(() => {
    if (!real) return;
    const stop = new AbortController();
    setFault(null);
    Promise.all([givenOf(day, stop.signal), spansOf(day, stop.signal)])
      .then(([given, spans]) => setFound({ day, given, spans }))
      .catch((reason: unknown) => !stop.signal.aborted && setFault(faultOf(reason)));
    return () => stop.abort();
  }, [day, real, turn]);

  /** What is made anew may get a number; what has one is given out again as it was. */
  const act = useCallback(
    async (report: 'province' | 'hours', format: Format, version?: number) => {
      if (!real || busy) return;
      const numbered = version === undefined ? '' : `&version=${version}`;
      const path = `/reports/${report}?day=${day}&format=${format}&lang=${language}${numbered}`;
      setBusy(true);
      setDone(null);
      try {
        if (format === 'html') await show(path);
        const name = format === 'html' ? null : await download(path, `${report}-${day}.${format}`);
        setDone(name === null ? note('made') : note('saved', name));
        if (version === undefined && report === 'province') setTurn((before) => before + 1);
      } catch (reason) {
        setDone(faultOf(reason));
      } finally {
        setBusy(false);
      }
    },
    [day, real, busy, language, note],
  );

  useKeys((event) => {
    const does = { F4: ['province', 'html'], F8: ['province', 'xlsx'], F9: ['hours', 'html'] } as const;
    const what = does[event.key as keyof typeof does];
    if (what === undefined) return;
    event.preventDefault();
    void act(what[0], what[1]);
  });

  const shown = found?.day === day ? found : null;
  return (
    <main className="sheet-page reports">
      <section className="panel sheet">
        <div className="head">
          <h2>{say('reports')}</h2>
          <DayField
            label={note('reportDay')}
            value={day}
            last={today}
            before={note('dayBefore')}
            after={note('dayAfter')}
            onChange={(one) => {
              setReal(one !== null);
              if (one !== null) setChosen(one);
            }}
          />
          <span className="push" role="status">
            {typeof done === 'string' && done}
          </span>
        </div>
        {!real && (
          <p className="empty" role="alert">
            {note('reportOther', dayText(today, language))}
          </p>
        )}
        {done !== null && typeof done !== 'string' && (
          <p className="empty" role="alert">
            {faultSentence(done, say, language)}
          </p>
        )}
        {fault !== null && <FaultLine fault={fault} again={() => setTurn(turn + 1)} />}
        {real && (
          <div className="sheet-body" tabIndex={0} role="region" aria-label={say('reports')} aria-busy={shown === null}>
            <section className="report-part" aria-labelledby="province">
              <h3 id="province">{note('provinceTitle')}</h3>
              <p>{note('provinceWhy')}</p>
              <div className="report-acts">
                <button type="button" className="primary" disabled={busy} onClick={() => void act('province', 'html')}>
                  {note('openPage')} <kbd>F4</kbd>
                </button>
                {files.map(([format, word]) => (
                  <button key={format} type="button" disabled={busy} onClick={() => void act('province', format)}>
                    {note(word)} {format === 'xlsx' && <kbd>F8</kbd>}
                  </button>
                ))}
              </div>
              <h4>{note('versions')}</h4>
              {shown === null && fault === null && <p>{say('loading')}</p>}
              {shown?.given.versions.length === 0 && <p>{note('versionsNone')}</p>}
              {shown !== null && shown.given.versions.length > 0 && (
                <Versions given={shown.given} busy={busy} act={(format, version) => void act('province', format, version)} />
              )}
            </section>
            <section className="report-part" aria-labelledby="hours">
              <h3 id="hours">{note('hoursTitle')}</h3>
              <div className="report-acts">
                <button type="button" disabled={busy} onClick={() => void act('hours', 'html')}>
                  {note('openPage')} <kbd>F9</kbd>
                </button>
              </div>
              {shown !== null && <Hours spans={shown.spans} />}
            </section>
          </div>
        )}
      </section>
    </main>
  );
}

interface VersionsProps {
  given: Numbers;
  busy: boolean;
  act: (format: Format, version: number) => void;
}

function Versions({ given, busy, act }: VersionsProps) {
  const speech = useReportSpeech();
  const { note, language } = speech;
  const names = new Map(given.definitions.map(({ measure, name }) => [measure, name[language]]));
  const counted = (count: Count) => ('is' in count ? countOf(count.is, language) : note(count.unknown));
  return (
    <>
      <div className="report-scroll" tabIndex={0} role="region" aria-label={note('versions')}>
        <table id="versions">
          <thead>
            <tr>
              <th scope="col">{note('number')}</th>
              <th scope="col">{note('edition')}</th>
              <th scope="col">{note('madeAt')}</th>
              <th scope="col">{note('differs')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {given.versions.map((one) => {
              const at = Date.parse(one.asOf);
              const [here, there] = onBothClocks(at);
              return (
                <tr key={one.version} data-version={one.version}>
                  <th scope="row">{one.version}</th>
                  <td>{note(one.edition)}</td>
                  <td>{note('madeAtBoth', here, dateOf(at, language), there)}</td>
                  <td>
                    {one.version === 1
                      ? note('differsFirst')
                      : one.changes.length === 0
                        ? note('differsNone')
                        : note('differsMany', one.changes.length)}
                    {one.changes.length > 0 && (
                      <ul>
                        {one.changes.map((change) => (
                          <li key={`${change.measure} ${change.gate} ${change.side}`}>
                            {note(
                              'change',
                              names.get(change.measure) ?? change.measure,
                              change.gate === 'ALL' ? note('everyGate') : gateName(speech, change.gate),
                              note(`side${change.side}`),
                              counted(change.before),
                              counted(change.after),
                            )}
                          </li>
                        ))}
                      </ul>
                    )}
                  </td>
                  <td>
                   <div className="report-acts">
                    <button
                      type="button"
                      disabled={busy}
                      aria-label={`${note('openPage')}, ${note('numberOf', one.version)}`}
                      onClick={() => act('html', one.version)}
                    >
                      {note('openPage')}
                    </button>
                    {files.map(([format, word]) => (
                      <button
                        key={format}
                        type="button"
                        disabled={busy}
                        aria-label={`${note(word)}, ${note('numberOf', one.version)}`}
                        onClick={() => act(format, one.version)}
                      >
                        {format.toUpperCase()}
                      </button>
                    ))}
                   </div>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {(given.versions[0]?.version ?? 1) > 1 && <p>{note('versionsMore', given.versions.length)}</p>}
    </>
  );
}

const length = (seconds: number | undefined): string => (seconds === undefined ? '–' : lengthOf(seconds * 1000));

function Hours({ spans }: { spans: readonly Span[] }) {
  const speech = useReportSpeech();
  const { note, language } = speech;
  const whole = spans.filter((one) => one.gate === undefined);
  const gaps = whole.filter((one) => GAPS.includes(one.interval));
  const byGate = spans.filter((one) => one.gate !== undefined && one.count > 0 && GAPS.includes(one.interval));
  if (whole.every((one) => one.count === 0)) return <p>{note('hoursNone')}</p>;
  return (
    <>
      <h4>{note('hoursGap')}</h4>
      <dl className="report-gaps">
        {gaps.map((one) => (
          <div key={one.interval} data-gap={one.interval}>
            <dt>{note('gapOf', note(`step${one.from}`), note(`step${one.to}`))}</dt>
            <dd>
              {one.count === 0
                ? note('gapNobody')
                : note('gapFigures', length(one.median), length(one.p90), length(one.longest), countOf(one.count, language))}
            </dd>
          </div>
        ))}
      </dl>
      {byGate.length > 0 && <Spans name={note('hoursGap')} spans={byGate} />}
      <h4>{note('everyStep')}</h4>
      <Spans name={note('everyStep')} spans={whole} />
    </>
  );
}

function Spans({ name, spans }: { name: string; spans: readonly Span[] }) {
  const speech = useReportSpeech();
  const { note, language } = speech;
  const gates = spans.some((one) => one.gate !== undefined);
  return (
    <div className="report-scroll" tabIndex={0} role="region" aria-label={name}>
      <table>
        <thead>
          <tr>
            {gates && (
              <>
                <th scope="col">{note('gateColumn')}</th>
                <th scope="col">{note('wayColumn')}</th>
              </>
            )}
            <th scope="col">{note('from')}</th>
            <th scope="col">{note('to')}</th>
            <th scope="col">{note('turn')}</th>
            {(['count', 'median', 'p90', 'longest'] as const).map((word) => (
              <th scope="col" className="right" key={word}>
                {note(word)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {spans.map((one) => (
            <tr key={`${one.interval} ${one.gate ?? ''} ${one.direction ?? ''}`} data-span={one.interval}>
              {gates && (
                <>
                  <td>{gateName(speech, one.gate ?? '')}</td>
                  <td>{one.direction !== undefined && note(`side${one.direction}`)}</td>
                </>
              )}
              <td>{note(`step${one.from}`)}</td>
              <td>{note(`step${one.to}`)}</td>
              <td>{note(`party${one.party}`)}</td>
              <td className="right">{countOf(one.count, language)}</td>
              <td className="right">
                <b>{length(one.median)}</b>
              </td>
              <td className="right">{length(one.p90)}</td>
              <td className="right">{length(one.longest)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
