/** What one shift leaves to the next, on paper: what is open, late, held, under inspection, by agency. */
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Board } from '../board';
import { FaultLine } from '../fault';
import { gateName, placeName, Plate } from '../parts';
import { countOf, dateOf, dayOf, HERE, lengthOf, minuteOf, onBothClocks } from '../times';
import { officersAgencies, type Load, type LoadLine, type OfficersAgency } from '../wire';
import { asked, dueOf, lateAt, onTurn, useLoads } from '../gate/loads';
import { placesOf, stepName } from '../gate/loadsay';
import { Signing, SignedSheet, useSheets } from './signing';
import { useSpeech } from '../gate/speech';
import '../gate/loads.css';

interface Open {
  load: Load;
  line: LoadLine;
}

export function Handover({ board, own }: { board: Board; own: OfficersAgency | undefined }) {
  const speech = useSpeech();
  const { say, language, site } = speech;
  const [scope, setScope] = useState<OfficersAgency | 'ALL'>(own ?? 'ALL');
  const list = useLoads(board, null);
  const print = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // An officer came here to sign, whoever only looks to print.
    (document.getElementById('sign-sheet') ?? print.current)?.focus();
  }, []);
  const sheets = useSheets(own !== undefined, dayOf(board.asOf));
  const [shownSheet, setShownSheet] = useState<string | null>(null);
  const signed =
    [sheets.standing, ...sheets.signed].find((one) => one !== null && one.id === shownSheet) ?? null;
  const loads = useMemo(() => [...(list.loads?.values() ?? [])], [list.loads]);
  const shown = scope === 'ALL' ? officersAgencies : [scope];
  return (
    <main className="sheet-page">
      <section className="panel sheet">
        <div className="head">
          <h2>{say('sheetTitle')}</h2>
          <label className="sheet-scope push">
            {say('sheetScope')}
            <select value={scope} onChange={(event) => setScope(event.target.value as typeof scope)}>
              <option value="ALL">{say('sheetAll')}</option>
              {officersAgencies.map((one) => (
                <option key={one} value={one}>
                  {say(one)}
                </option>
              ))}
            </select>
          </label>
          <button type="button" ref={print} className="primary" onClick={() => window.print()}>
            {say('sheetPrint')}
          </button>
        </div>
        {own !== undefined && <Signing sheets={sheets} show={setShownSheet} />}
        {signed !== null && (
          <div className="sheet-body" tabIndex={0} role="region" aria-label={say('signedSheet')}>
            <button type="button" onClick={() => setShownSheet(null)}>
              {say('back')}
            </button>
            <SignedSheet sheet={signed} board={board} />
          </div>
        )}
        {list.fault !== null && <FaultLine fault={list.fault} again={list.reload} />}
        {list.loads === null && list.fault === null && <p className="empty">{say('loading')}</p>}
        {list.loads !== null && signed === null && (
          <div className="sheet-body" tabIndex={0} role="region" aria-label={say('sheetTitle')}>
            <p>
              <b>{site === null ? '' : placeName(site, language)}</b>
              <br />
              {say('sheetAsOf', ...onBothClocks(list.asOf), dateOf(list.asOf, language))}
            </p>
            {shown.map((agency) => (
              <Part key={agency} agency={agency} loads={loads} now={list.asOf} />
            ))}
          </div>
        )}
      </section>
    </main>
  );
}

function Part({ agency, loads, now }: { agency: OfficersAgency; loads: Load[]; now: number }) {
  const speech = useSpeech();
  const { say, language } = speech;
  const open = loads.flatMap((load): Open[] =>
    load.lines
      .filter((line) => line.agency === agency && asked(line))
      .map((line) => ({ load, line })),
  );
  const late = open
    .filter(({ line }) => lateAt(line, now))
    .sort((a, b) => dueOf(a.line) - dueOf(b.line));
  const turn = open.filter(({ line }) => onTurn(line));
  const held = loads.flatMap((load) =>
    (load.holds ?? [])
      .filter((hold) => hold.agency === agency || hold.lifters.includes(agency))
      .map((hold) => ({ load, hold })),
  );
  const inspecting = loads.filter(
    ({ inspection }) =>
      inspection !== undefined &&
      !inspection.done &&
      inspection.joined.some((one) => one.agency === agency),
  );
  // Counted as on the sheet that is signed: vehicles on which anything of the agency is open.
  const vehicles = new Set([...open, ...held].map(({ load }) => load).concat(inspecting));
  return (
    <section className="sheet-part" aria-label={say(agency)}>
      <h3>{say(agency)}</h3>
      <dl className="sheet-counts">
        {(
          [
            ['sheetOpen', vehicles.size],
            ['sheetTurn', turn.length],
            ['sheetLate', late.length],
            ['sheetHeld', held.length],
            ['sheetInspecting', inspecting.length],
          ] as const
        ).map(([word, count]) => (
          <div key={word}>
            <dt>{say(word)}</dt>
            <dd>{countOf(count, language)}</dd>
          </div>
        ))}
      </dl>
      <Rows
        title={say('sheetLate')}
        rows={late.map(({ load, line }) => ({
          load,
          key: line.step,
          what: stepName(line.step, speech),
          more: `${say('dueAt', minuteOf(dueOf(line), HERE))}, ${say('lateBy', lengthOf(now - dueOf(line)))}`,
        }))}
      />
      <Rows
        title={say('sheetTurn')}
        rows={turn
          .filter(({ line }) => !lateAt(line, now))
          .sort((a, b) => dueOf(a.line) - dueOf(b.line))
          .map(({ load, line }) => ({
            load,
            key: line.step,
            what: stepName(line.step, speech),
            more: say('dueAt', minuteOf(dueOf(line), HERE)),
          }))}
      />
      <Rows
        title={say('sheetHeld')}
        rows={held.map(({ load, hold }) => ({
          load,
          key: String(hold.hold),
          what: say(`short${hold.kind}`),
          more: `${say('heldBy', say(hold.agency), ...onBothClocks(Date.parse(hold.at)))}; ${say('lifters', hold.lifters.map((one) => say(one)).join(', '))}${hold.note ? `; ${hold.note}` : ''}`,
        }))}
      />
      <Rows
        title={say('sheetInspecting')}
        rows={inspecting.map((load) => ({
          load,
          key: 'inspection',
          what: say('inspectionOpen', load.inspection ? placesOf(load.inspection, speech) : ''),
          more: (load.inspection?.booked ?? [])
            .map(({ means }) => {
              const result = load.inspection?.results.find((one) => one.means === means);
              return `${say(means)}: ${result === undefined ? say('noResult') : say(`found${result.outcome}`)}`;
            })
            .join('; '),
        }))}
      />
    </section>
  );
}

interface RowsProps {
  title: string;
  rows: { load: Load; key: string; what: string; more: string }[];
}

function Rows({ title, rows }: RowsProps) {
  const speech = useSpeech();
  if (rows.length === 0) return null;
  return (
    <>
      <h4>
        {title} <small>{rows.length}</small>
      </h4>
      <table>
        <tbody>
          {rows.map(({ load, key, what, more }) => (
            <tr key={`${load.registration} ${key}`}>
              <th scope="row">
                <Plate plate={load.plate} />
              </th>
              <td>{gateName(speech, load.gate)}</td>
              <td>{load.goods}</td>
              <td>{what}</td>
              <td>{more}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
