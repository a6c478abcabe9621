/**
 * What stands in the yards: how long, for whom each vehicle waits, the longest stay on top; and which reefers
 * are plugged in. The yard operator goes from one plug to the next with the arrow keys, Enter plugs and unplugs.
 */
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { gateTime, type Board } from '../board';
import { FaultLine, faultSentence } from '../fault';
import { arrivedAt, timeOf } from '../judge';
import { gateName, labelOf, Mark, Plate, Way } from '../parts';
import { newId, post } from '../send';
import { countOf, HERE, lengthOf, minuteOf, secondOf } from '../times';
import { faultOf, type CrossingRow, type Figure, type Load, type Site } from '../wire';
import { rowFrom } from '../gate/arrows';
import { Bays } from '../gate/bays';
import { lateAt, onTurn, useLoads } from '../gate/loads';
import { refusedText, unmetText } from '../gate/loadsay';
import { useSpeech, type Speech } from '../gate/speech';
import '../gate/loads.css';

/** So many plugs are passed by with one press of a page key. */
const PAGE = 10;

const stoodFrom = (row: CrossingRow): number => timeOf(row, 'yardEnteredAt') ?? arrivedAt(row);

/** Since when its reefer is plugged in; null: it is not. */
const pluggedFrom = (row: CrossingRow): number | null =>
  row.pluggedAt === undefined || row.unpluggedAt !== undefined ? null : Date.parse(row.pluggedAt);

/** The yards with what stands in each; a yard that the site does not name (any more) by its code. */
function sectionsOf(site: Site | null, standing: readonly CrossingRow[]) {
  const named = site?.yards ?? [];
  const codes = [...named.map((yard) => yard.code), ...standing.map((row) => row.yard ?? '')];
  return [...new Set(codes)].map((code) => ({
    code,
    yard: named.find((yard) => yard.code === code),
    here: standing.filter((row) => (row.yard ?? '') === code),
  }));
}

export function Yard({ board, open }: { board: Board; open: (crossing: string) => void }) {
  const speech = useSpeech();
  const { say, language, site } = speech;
  const { loads, fault, reload, asOf } = useLoads(board, null);
  const plugging = usePlugging(speech);
  const operates = board.me?.may.includes('REPORT_YARD') === true;
  const region = useRef<HTMLDivElement>(null);
  useEffect(() => region.current?.focus({ preventScroll: true }), []);
  const standing = useMemo(
    () =>
      [...board.rows.values()]
        .filter((row) => row.state === 'IN_YARD')
        .sort((a, b) => stoodFrom(a) - stoodFrom(b)),
    [board.rows],
  );
  const keys = (event: KeyboardEvent) => {
    const plugs = [...(region.current?.querySelectorAll<HTMLElement>('[data-plug]') ?? [])];
    const at = plugs.findIndex((one) => one === document.activeElement);
    const next = rowFrom(at, event.key, plugs.length, PAGE);
    if (event.nativeEvent.isComposing || next === null || plugs.length === 0) return;
    plugs[next]?.focus();
    event.preventDefault();
  };
  return (
    <main className="yard-page">
      <section className="panel yards">
        <div className="head">
          <h2>{say('yardTitle')}</h2>
          <span>{say('yardCount', countOf(standing.length, language))}</span>
          {asOf > 0 && <small className="push">{say('listAsOf', secondOf(asOf, HERE))}</small>}
        </div>
        {fault !== null && <FaultLine fault={fault} again={reload} />}
        {plugging.said !== null && (
          <p className="outcome" role="status" data-done={plugging.said.done}>
            <b>
              <Plate plate={plugging.said.plate} />
            </b>
            <span>{plugging.said.text}</span>
          </p>
        )}
        {standing.length === 0 && <p className="empty">{say('yardNone')}</p>}
        <div
          className="yard-scroll"
          id="yards"
          ref={region}
          tabIndex={0}
          role="region"
          aria-label={say('yardTitle')}
          onKeyDown={keys}
        >
          <Bays board={board} open={open} />
          {sectionsOf(site, standing).map(({ code, yard, here }) => (
            <section key={code} aria-labelledby={`yard-${code}`} data-yard={code}>
              <h3 id={`yard-${code}`}>
                {yard === undefined ? code : labelOf(yard.name, language)}
                <small>
                  {yard !== undefined && `${gateName(speech, yard.line)} · `}
                  {say('yardCount', countOf(here.length, language))} · {spacesOf(yard?.spaces, speech)} ·{' '}
                  <Plugs plugs={yard?.plugs} here={here} />
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
                      <th scope="col">{say('ReeferPlugged')}</th>
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
                        <td>
                          <PlugCell
                            row={row}
                            now={board.asOf}
                            sending={plugging.sending === row.id}
                            press={operates ? plugging.press : null}
                          />
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              )}
            </section>
          ))}
        </div>
        {operates && standing.length > 0 && (
          <div className="keys">
            <span>
              <kbd>↑</kbd>
              <kbd>↓</kbd> {say('keyMove')}
            </span>
            <span>
              <kbd>Enter</kbd> {say('keyPlug')}
            </span>
          </div>
        )}
      </section>
    </main>
  );
}

interface Said {
  plate: string | null;
  done: 'done' | 'refused' | 'failed';
  text: string;
}

/** Says that a reefer was plugged in or unplugged, as of the moment when the key was pressed. */
function usePlugging(speech: Speech) {
  const [sending, setSending] = useState<string | null>(null);
  const [said, setSaid] = useState<Said | null>(null);
  /** What was not answered is said again with its id and its time, so that it is done once. */
  const unanswered = useRef(new Map<string, { path: string; id: string; at: number }>());
  const press = async (row: CrossingRow) => {
    if (sending !== null) return;
    const plugs = pluggedFrom(row) === null;
    const path = `/crossings/${encodeURIComponent(row.id)}/${plugs ? 'pluggings' : 'unpluggings'}`;
    const before = unanswered.current.get(row.id);
    const command = before?.path === path ? before : { path, id: newId(), at: gateTime() };
    unanswered.current.set(row.id, command);
    setSending(row.id);
    const tell = (done: Said['done'], text: string) => setSaid({ plate: row.plate, done, text });
    try {
      const occurredAt = new Date(command.at).toISOString();
      await post(path, { occurredAt }, command.id, AbortSignal.timeout(10_000));
      unanswered.current.delete(row.id);
      const minute = minuteOf(command.at, HERE);
      tell('done', speech.say(plugs ? 'pluggedAt' : 'unpluggedAt', minute));
    } catch (reason) {
      const fault = faultOf(reason);
      if (fault.status === 409 || fault.status === 404) {
        unanswered.current.delete(row.id);
        tell('refused', refusedText(fault.code, fault.unmet, speech));
      } else tell('failed', faultSentence(fault, speech.say));
    } finally {
      setSending(null);
    }
  };
  return { sending, said, press: (row: CrossingRow) => void press(row) };
}

interface PlugCellProps {
  row: CrossingRow;
  now: number;
  sending: boolean;
  /** null: who looks does not plug. */
  press: ((row: CrossingRow) => void) | null;
}

function PlugCell({ row, now, sending, press }: PlugCellProps) {
  const { say } = useSpeech();
  const since = pluggedFrom(row);
  return (
    <div className="plug">
      {press !== null && (
        <button
          type="button"
          data-plug={row.id}
          aria-disabled={sending}
          aria-label={`${say(since === null ? 'plug' : 'unplug')} ${row.plate ?? ''}`.trim()}
          onClick={() => press(row)}
        >
          {say(since === null ? 'plug' : 'unplug')}
        </button>
      )}
      {since !== null && (
        <span>
          {say('pluggedSince', minuteOf(since, HERE))} <b>{lengthOf(Math.max(0, now - since))}</b>
        </span>
      )}
    </div>
  );
}

/** How many are plugged in of how many plugs; more than there are is marked: one of both numbers is wrong. */
function Plugs({ plugs, here }: { plugs: Figure | undefined; here: readonly CrossingRow[] }) {
  const { say, language } = useSpeech();
  const plugged = here.filter((row) => pluggedFrom(row) !== null).length;
  const many = mostOf(plugs);
  if (many === null) return <>{say('plugsUnknown', countOf(plugged, language))}</>;
  const text = say('plugsOf', countOf(plugged, language), countOf(many, language));
  return plugged <= many ? (
    <>{text}</>
  ) : (
    <b className="beyond">
      <Mark priority={2} /> {text}
    </b>
  );
}

function mostOf(figure: Figure | undefined): number | null {
  if (figure === undefined || 'unknown' in figure) return null;
  return 'is' in figure ? figure.is : figure.to;
}

function spacesOf(spaces: Figure | undefined, { say, language }: Speech): string {
  const many = mostOf(spaces);
  return many === null ? say('spacesUnknown') : say('spacesOf', countOf(many, language));
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
