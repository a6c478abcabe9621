/**
 * What stands in the yards: on which place, how long, for whom each vehicle waits, and which reefers are plugged
 * in. The operator goes from one to the next with the arrow keys; Enter opens the field of a place, plugs and
 * unplugs. F3 finds what stands on a place, or where a vehicle stands.
 */
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { Board } from '../board';
import { FaultLine } from '../fault';
import { bare, timeOf } from '../judge';
import { useKeys } from '../keys';
import { Head, Keys, Search } from '../listhead';
import { gateName, labelOf, Mark, Plate } from '../parts';
import { countOf, HERE, minuteOf, secondOf } from '../times';
import type { CrossingRow, Figure, Me, Site } from '../wire';
import { rowFrom } from '../gate/arrows';
import { Bays } from '../gate/bays';
import { useLoads } from '../gate/loads';
import { nowOf } from '../gate/sentences';
import { useSpeech } from '../gate/speech';
import '../gate/loads.css';
import { pluggedFrom, useYardActs } from './yardact';
import { stoodFrom, YardRow } from './yardrow';
import { yardSay } from './yardwords';
import './yard.css';

/** So many rows are passed by with one press of a page key. */
const PAGE = 10;
/** Of what is sought and stands in no yard so many are named. */
const ELSEWHERE = 3;
/** Shorter, what is sought fits too many plates. */
const SHORTEST = 3;

/** A place before B-2 is not one before B-10; what has none comes last. */
const places = new Intl.Collator('en', { numeric: true });
const byPlace = (a: CrossingRow, b: CrossingRow): number =>
  Number(a.place === undefined) - Number(b.place === undefined) || places.compare(a.place ?? '', b.place ?? '');

const reaches = (limits: readonly string[] | undefined, code: string): boolean =>
  limits === undefined || limits.length === 0 || limits.includes(code);

/**
 * The yards whose operator one is, with what stands in each; a yard that the site does not name (any more) by its
 * code.
 */
function sectionsOf(site: Site | null, me: Me | null, standing: readonly CrossingRow[]) {
  const named = (site?.yards ?? []).filter(
    (yard) => reaches(me?.gates, yard.line) && reaches(me?.yards, yard.code),
  );
  const codes = [...named.map((yard) => yard.code), ...standing.map((row) => row.yard ?? '')];
  return [...new Set(codes)].map((code) => ({
    code,
    yard: named.find((yard) => yard.code === code),
    here: standing.filter((row) => (row.yard ?? '') === code),
  }));
}

const fits = (row: CrossingRow, text: string): boolean =>
  bare(row.place ?? '').startsWith(text) || bare(row.plate ?? '').includes(text);

/** What stands on exactly that place; else whatever may be meant. */
function found(standing: readonly CrossingRow[], sought: string): readonly CrossingRow[] {
  const text = bare(sought);
  if (text === '') return standing;
  const there = standing.filter((row) => bare(row.place ?? '') === text);
  return there.length > 0 ? there : standing.filter((row) => fits(row, text));
}

export function Yard({ board, open }: { board: Board; open: (crossing: string) => void }) {
  const speech = useSpeech();
  const { say, language, site } = speech;
  const note = yardSay(language);
  const { loads, fault, reload, asOf } = useLoads(board, null);
  const acts = useYardActs(speech);
  const [ordered, setOrdered] = useState<'byStay' | 'byPlace'>('byStay');
  const [sought, setSought] = useState('');
  const region = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  useEffect(() => region.current?.focus({ preventScroll: true }), []);
  const standing = useMemo(() => {
    const rows = [...board.rows.values()].filter((row) => row.state === 'IN_YARD');
    rows.sort((a, b) => stoodFrom(a) - stoodFrom(b));
    return ordered === 'byStay' ? rows : rows.sort(byPlace);
  }, [board.rows, ordered]);
  const shown = useMemo(() => found(standing, sought), [standing, sought]);
  const holder = (yard: string) => (place: string) =>
    standing.find((row) => row.yard === yard && row.place === place);

  const cells = (kind: string) => [
    ...(region.current?.querySelectorAll<HTMLElement>(`[data-cell=${kind}]`) ?? []),
  ];
  const enter = () => cells('place')[0]?.focus();
  const keys = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.target instanceof HTMLInputElement) return;
    const at = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    const side = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const kind = at?.dataset['cell'] ?? 'place';
    const list =
      side === undefined
        ? cells(kind)
        : [...(at?.closest('tr')?.querySelectorAll<HTMLElement>('[data-cell]') ?? [])];
    const from = list.findIndex((one) => one === at);
    const next = side === undefined ? rowFrom(from, event.key, list.length, PAGE) : from + side;
    if (next === null || list.length === 0) return;
    list[next]?.focus();
    event.preventDefault();
  };
  useKeys((event) => {
    const at = event.target instanceof Element ? event.target : null;
    if (event.key === 'F3') search.current?.select();
    else if (event.key === 'Escape' && at?.closest('.yards') !== null) {
      setSought('');
      region.current?.focus({ preventScroll: true });
    } else if (
      (event.key === 'Enter' && at === search.current) ||
      ((event.key === 'ArrowDown' || event.key === 'ArrowUp') &&
        (at === document.body || at?.closest('.filters') !== null))
    ) {
      enter();
    } else return;
    event.preventDefault();
  });

  return (
    <main className="yard-page">
      <section className="panel yards">
        <Head
          title={note('yardTitle')}
          count={say('yardCount', countOf(standing.length, language))}
          asOf={asOf > 0 ? say('listAsOf', secondOf(asOf, HERE)) : undefined}
        />
        <div className="filters">
          <Search field={search} value={sought} label={note('yardFind')} change={setSought} />
          <div className="segments" role="group" aria-label={note('yardOrder')}>
            {(['byStay', 'byPlace'] as const).map((one) => (
              <button key={one} type="button" aria-pressed={one === ordered} onClick={() => setOrdered(one)}>
                {note(one)}
              </button>
            ))}
          </div>
          {sought !== '' && (
            <output>{say('shown', countOf(shown.length, language), countOf(standing.length, language))}</output>
          )}
        </div>
        {fault !== null && <FaultLine fault={fault} again={reload} />}
        {acts.said !== null && (
          <p className="outcome" role="status" data-done={acts.said.done}>
            <b>
              <Plate plate={acts.said.plate} />
            </b>
            <span>{acts.said.text}</span>
          </p>
        )}
        {standing.length === 0 && <p className="empty">{note('yardNone')}</p>}
        {bare(sought) !== '' && shown.length === 0 && (
          <Elsewhere board={board} sought={sought} open={open} />
        )}
        <div
          className="yard-scroll"
          id="yards"
          ref={region}
          tabIndex={0}
          role="region"
          aria-label={note('yardTitle')}
          onKeyDown={keys}
        >
          {sought === '' && <Bays board={board} open={open} />}
          {sectionsOf(site, board.me, standing)
            .map((one) => ({ ...one, rows: one.here.filter((row) => shown.includes(row)) }))
            .filter(({ rows }) => sought === '' || rows.length > 0)
            .map(({ code, yard, here, rows }) => (
            <section key={code} aria-labelledby={`yard-${code}`} data-yard={code}>
              <h3 id={`yard-${code}`}>
                {yard === undefined ? code : labelOf(yard.name, language)}
                <small>
                  {yard !== undefined && `${gateName(speech, yard.line)} · `}
                  {say('yardCount', countOf(here.length, language))} · <Spaces spaces={yard?.spaces} here={here} />{' '}
                  · <Plugs plugs={yard?.plugs} here={here} />
                </small>
              </h3>
              {rows.length > 0 && (
                <table>
                  <thead>
                    <tr>
                      <th scope="col">{note('yardPlace')}</th>
                      <th scope="col">{say('plate')}</th>
                      <th scope="col">{say('direction')}</th>
                      <th scope="col">{note('inYardSince')}</th>
                      <th scope="col" className="right">
                        {note('stands')}
                      </th>
                      <th scope="col">{say('goods')}</th>
                      <th scope="col">{note('waitsForCol')}</th>
                      <th scope="col">{note('reefer')}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {rows.map((row) => (
                      <YardRow
                        key={row.id}
                        row={row}
                        load={loads?.get(row.registration ?? '')}
                        read={loads !== null}
                        now={board.asOf}
                        acts={acts}
                        holder={holder(code)}
                        open={open}
                      />
                    ))}
                  </tbody>
                </table>
              )}
            </section>
          ))}
        </div>
        <Keys
          of={[
            [['F3'], note('keyFind')],
            [['↑', '↓'], say('keyMove')],
            [['←', '→'], note('keySide')],
            [['Enter'], note('keyPlace')],
            [['Esc'], say('keyBack')],
          ]}
        />
      </section>
    </main>
  );
}

/** What is sought stands in no yard: what is known of a plate like it. */
function Elsewhere({ board, sought, open }: { board: Board; sought: string; open: (crossing: string) => void }) {
  const speech = useSpeech();
  const note = yardSay(speech.language);
  const text = bare(sought);
  const others = [...board.rows.values()]
    .filter((row) => text.length >= SHORTEST && bare(row.plate ?? '').includes(text))
    .slice(-ELSEWHERE);
  return (
    <div className="empty elsewhere" role="status">
      <p>{note('yardNotFound', sought.trim().toUpperCase())}</p>
      {others.map((row) => {
        const left = timeOf(row, 'gateLeftAt');
        return (
          <p key={row.id}>
            {note('yardElsewhere')}:{' '}
            <button type="button" className="link" onClick={() => open(row.id)}>
              <Plate plate={row.plate} />
            </button>{' '}
            {nowOf(row, speech)}
            {left !== null && ` ${minuteOf(left, HERE)}`}
          </p>
        );
      })}
    </div>
  );
}

interface CountsProps {
  here: readonly CrossingRow[];
}

/** How many places are free of how many; whatever stands there takes one, also when nobody said which. */
function Spaces({ spaces, here }: CountsProps & { spaces: Figure | undefined }) {
  const { say, language } = useSpeech();
  const note = yardSay(language);
  const placeless = here.filter((row) => row.place === undefined).length;
  const many = mostOf(spaces);
  return (
    <>
      {many === null
        ? note('spacesUnknown')
        : note('spacesFree', countOf(Math.max(0, many - here.length), language), countOf(many, language))}
      {many !== null && here.length > many && (
        <b className="beyond">
          <Mark priority={2} /> {say('BEYOND_SPACES')}
        </b>
      )}
      {placeless > 0 && ` · ${note('placeless', countOf(placeless, language))}`}
    </>
  );
}

/** How many are plugged in of how many plugs; more than there are is marked: one of both numbers is wrong. */
function Plugs({ plugs, here }: CountsProps & { plugs: Figure | undefined }) {
  const { language } = useSpeech();
  const note = yardSay(language);
  const plugged = here.filter((row) => pluggedFrom(row) !== null).length;
  const many = mostOf(plugs);
  if (many === null) return <>{note('plugsUnknown', countOf(plugged, language))}</>;
  const text = note('plugsOf', countOf(plugged, language), countOf(many, language));
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
