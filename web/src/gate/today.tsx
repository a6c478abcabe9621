/** Today's vehicles with their milestones, what needs action, and the gates side by side. */
import {
  memo,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type RefObject,
} from 'react';
import type { Board } from '../board';
import {
  actionOf,
  againOf,
  agencies,
  arrivedAt,
  bare,
  byUrgency,
  countsOf,
  fits,
  keyOf,
  lateNow,
  live,
  missing,
  timeOf,
  type Action,
  type TimeField,
} from '../judge';
import { gateName, labelOf, Mark, Plate, Way } from '../parts';
import type { Choose, Chosen } from './chosen';
import { nowOf, sentenceOf } from './sentences';
import { useSpeech, type Speech, type Word } from './speech';
import { Tiles } from './tiles';
import { countOf, dayOf, HANOI, lengthOf, minuteOf } from '../times';
import type { Agency, CrossingRow, Direction } from '../wire';

export interface TodayProps {
  board: Board;
  chosen: Chosen;
  choose: Choose;
  open: (id: string) => void;
  searchBox: RefObject<HTMLInputElement | null>;
}

/** Everything that is here or has an open case, and what came or went on the gate's day. */
function ofToday(board: Board): CrossingRow[] {
  const day = dayOf(board.asOf);
  return [...board.rows.values()].filter(
    (row) =>
      live(row) ||
      row.openCases > 0 ||
      dayOf(arrivedAt(row)) === day ||
      dayOf(timeOf(row, 'gateLeftAt') ?? 0) === day,
  );
}

function inOrder(rows: CrossingRow[], order: Chosen['order']): CrossingRow[] {
  const stay = (row: CrossingRow) => timeOf(row, 'gateLeftAt') ?? Number.MAX_SAFE_INTEGER;
  switch (order) {
    case 'newest':
      return rows.sort((a, b) => arrivedAt(b) - arrivedAt(a));
    case 'longest':
      return rows.sort(
        (a, b) => Number(live(b)) - Number(live(a)) || arrivedAt(a) - arrivedAt(b) || stay(b) - stay(a),
      );
    case 'action': {
      const urgency = new Map(rows.map((row) => [row.id, actionOf(row)]));
      return rows.sort((a, b) => {
        const [one, other] = [urgency.get(a.id) ?? null, urgency.get(b.id) ?? null];
        if (one !== null && other !== null) return byUrgency(one, other);
        if (one !== null || other !== null) return one === null ? 1 : -1;
        return arrivedAt(b) - arrivedAt(a);
      });
    }
  }
}

export function Today({ board, chosen, choose, open, searchBox }: TodayProps) {
  const day = dayOf(board.asOf);
  const today = useMemo(() => ofToday(board), [board.rows, day]);
  const inScope = useMemo(
    () =>
      today.filter(
        (row) =>
          (chosen.gate === '' || row.gate === chosen.gate) &&
          (chosen.direction === '' || row.direction === chosen.direction),
      ),
    [today, chosen.gate, chosen.direction],
  );
  const sought = bare(chosen.sought);
  const shown = useMemo(
    () =>
      inOrder(
        inScope.filter((row) => (!chosen.here || live(row)) && (sought === '' || fits(row, sought))),
        chosen.order,
      ),
    [inScope, chosen.here, sought, chosen.order],
  );
  const actions = useMemo(
    () =>
      inScope
        .map(actionOf)
        .filter((action) => action !== null)
        .sort(byUrgency),
    [inScope],
  );
  return (
    <main className="today">
      <Tiles board={board} rows={inScope} chosen={chosen} />
      <section className="panel list">
        <Filters
          today={today}
          shown={shown.length}
          total={inScope.length}
          chosen={chosen}
          choose={choose}
          searchBox={searchBox}
        />
        <Vehicles rows={shown} now={board.asOf} chosen={chosen} choose={choose} open={open} />
        <Keys />
      </section>
      <Actions actions={actions} now={board.asOf} open={open} selected={chosen.selected} />
      <Gates today={today} day={day} chosen={chosen} choose={choose} />
    </main>
  );
}

function Keys() {
  const { say } = useSpeech();
  return (
    <div className="keys">
      <span>
        <kbd>↑</kbd>
        <kbd>↓</kbd> {say('keyMove')}
      </span>
      <span>
        <kbd>Enter</kbd> {say('keyOpen')}
      </span>
      <span>
        <kbd>Esc</kbd> {say('keyBack')}
      </span>
      <span>
        <kbd>Ctrl K</kbd> {say('keySearch')}
      </span>
      <span className="push">{say('greyNormal')}</span>
    </div>
  );
}

interface FiltersProps {
  today: CrossingRow[];
  shown: number;
  total: number;
  chosen: Chosen;
  choose: Choose;
  searchBox: RefObject<HTMLInputElement | null>;
}

function Filters({ today, shown, total, chosen, choose, searchBox }: FiltersProps) {
  const speech = useSpeech();
  const { say, language } = speech;
  const gates = speech.site?.lines ?? [];
  const count = (pick: (row: CrossingRow) => boolean) => countOf(today.filter(pick).length, language);
  return (
    <div className="filters">
      <input
        ref={searchBox}
        type="search"
        value={chosen.sought}
        placeholder={say('search')}
        aria-label={say('search')}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => choose({ sought: event.target.value })}
      />
      <Segments
        name={say('gate')}
        value={chosen.gate}
        options={[
          ['', say('all'), count(() => true)],
          ...gates.map((gate): [string, string, string] => [
            gate.code,
            gateName(speech, gate.code),
            count((row) => row.gate === gate.code),
          ]),
        ]}
        pick={(gate) => choose({ gate })}
      />
      <Segments
        name={say('direction')}
        value={chosen.direction}
        options={[
          ['', say('all')],
          ['EXPORT', say('EXPORT')],
          ['IMPORT', say('IMPORT')],
        ]}
        pick={(direction) => choose({ direction })}
      />
      <Segments
        name={say('scope')}
        value={chosen.here ? 'here' : ''}
        options={[
          ['', say('scopeAll')],
          ['here', say('scopeHere')],
        ]}
        pick={(scope) => choose({ here: scope === 'here' })}
      />
      <select
        aria-label={say('order')}
        value={chosen.order}
        onChange={(event) => choose({ order: event.target.value as Chosen['order'] })}
      >
        <option value="newest">{say('orderNewest')}</option>
        <option value="longest">{say('orderLongest')}</option>
        <option value="action">{say('orderAction')}</option>
      </select>
      <output className="push">
        {say('shown', countOf(shown, language), countOf(total, language))}
      </output>
    </div>
  );
}

interface SegmentsProps<T extends string> {
  name: string;
  value: T;
  options: [T, string, string?][];
  pick: (value: T) => void;
}

function Segments<T extends string>({ name, value, options, pick }: SegmentsProps<T>) {
  return (
    <div className="segments" role="group" aria-label={name}>
      {options.map(([key, label, count]) => (
        <button type="button" key={key} aria-pressed={key === value} onClick={() => pick(key)}>
          {label}
          {count !== undefined && <small>{count}</small>}
        </button>
      ))}
    </div>
  );
}

const ROW_HEIGHT = 32;
const OVERSCAN = 8;

const milestones: { field: TimeField; word: Word; agency?: Agency }[] = [
  { field: 'arrivedAt', word: 'arrived' },
  { field: 'borderGuardAt', word: 'BORDER_GUARD', agency: 'BORDER_GUARD' },
  { field: 'customsAt', word: 'CUSTOMS', agency: 'CUSTOMS' },
  { field: 'yardEnteredAt', word: 'yardEntered' },
  { field: 'yardLeftAt', word: 'yardLeft' },
  { field: 'gateLeftAt', word: 'gateLeft' },
];

interface VehiclesProps {
  rows: CrossingRow[];
  now: number;
  chosen: Chosen;
  choose: Choose;
  open: (id: string) => void;
}

/** Only the rows in sight are in the page; the space of the others is kept by two empty rows. */
function Vehicles({ rows, now, chosen, choose, open }: VehiclesProps) {
  const { say } = useSpeech();
  const scroller = useRef<HTMLDivElement>(null);
  const table = useRef<HTMLTableElement>(null);
  const [top, setTop] = useState(0);
  const [height, setHeight] = useState(800);

  useEffect(() => {
    const box = scroller.current;
    if (box === null) return;
    const observer = new ResizeObserver(() => setHeight(box.clientHeight));
    observer.observe(box);
    if (chosen.selected !== null) table.current?.focus({ preventScroll: true });
    return () => observer.disconnect();
  }, []);

  const at = rows.findIndex((row) => row.id === chosen.selected);
  const select = useCallback(
    (index: number) => {
      const row = rows[Math.min(rows.length - 1, Math.max(0, index))];
      if (row !== undefined) choose({ selected: row.id });
    },
    [rows, choose],
  );

  useEffect(() => {
    const box = scroller.current;
    if (box === null || at < 0) return;
    const head = table.current?.tHead?.offsetHeight ?? 0;
    const [from, to] = [at * ROW_HEIGHT, (at + 1) * ROW_HEIGHT];
    if (from < box.scrollTop) box.scrollTop = from;
    else if (to > box.scrollTop + box.clientHeight - head) box.scrollTop = to - box.clientHeight + head;
  }, [chosen.selected]);

  const page = Math.max(1, Math.floor(height / ROW_HEIGHT) - 2);
  const keys = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at < 0 ? 0 : at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: rows.length - 1,
    };
    const next = step[event.key];
    if (next !== undefined) select(next);
    else if (event.key === 'Enter' && chosen.selected !== null && at >= 0) open(chosen.selected);
    else return;
    event.preventDefault();
  };

  const first = Math.max(0, Math.min(rows.length, Math.floor(top / ROW_HEIGHT)) - OVERSCAN);
  const last = Math.min(rows.length, Math.ceil((top + height) / ROW_HEIGHT) + OVERSCAN);
  const minute = Math.floor(now / 60_000) * 60_000;
  const visible = rows.slice(first, last);
  return (
    <div className="scroller" ref={scroller} onScroll={(e) => setTop(e.currentTarget.scrollTop)}>
      <table
        ref={table}
        role="grid"
        id="vehicles"
        tabIndex={0}
        aria-label={say('today')}
        aria-rowcount={rows.length + 2}
        aria-activedescendant={at >= first && at < last ? `row-${chosen.selected}` : undefined}
        onKeyDown={keys}
        onFocus={() => at < 0 && select(0)}
      >
        <colgroup>
          <col className="c-mark" />
          <col className="c-plate" />
          <col className="c-number" />
          <col className="c-gate" />
          <col className="c-way" />
          {milestones.map(({ field }) => (
            <col key={field} className="c-mile" />
          ))}
          <col className="c-stay" />
          <col className="c-now" />
        </colgroup>
        <thead>
          <tr>
            <th rowSpan={2}>
              <span className="unseen">{say('needsAction')}</span>
            </th>
            <th rowSpan={2} scope="col">
              {say('plate')}
            </th>
            <th rowSpan={2} scope="col">
              {say('declaration')}
            </th>
            <th rowSpan={2} scope="col">
              {say('gate')}
            </th>
            <th rowSpan={2} scope="col">
              {say('direction')}
            </th>
            <th rowSpan={2} scope="col">
              {say('arrived')}
            </th>
            <th colSpan={2} scope="colgroup" className="pair" title={say('twoKeys')}>
              {say('entered')}
            </th>
            <th rowSpan={2} scope="col">
              {say('yardEntered')}
            </th>
            <th rowSpan={2} scope="col">
              {say('yardLeft')}
            </th>
            <th rowSpan={2} scope="col">
              {say('gateLeft')}
            </th>
            <th rowSpan={2} scope="col" className="right">
              {say('stay')}
            </th>
            <th rowSpan={2} scope="col">
              {say('now')}
            </th>
          </tr>
          <tr>
            <th scope="col" className="key">
              {say('BORDER_GUARD')}
            </th>
            <th scope="col" className="key">
              {say('CUSTOMS')}
            </th>
          </tr>
        </thead>
        <tbody>
          {first > 0 && <Space rows={first} />}
          {visible.map((row, index) => (
            <Vehicle
              key={row.id}
              row={row}
              index={first + index}
              selected={row.id === chosen.selected}
              minute={minute}
              open={open}
              choose={choose}
            />
          ))}
          {last < rows.length && <Space rows={rows.length - last} />}
        </tbody>
      </table>
      {rows.length === 0 && (
        <p className="empty">
          {say('nothingFits')}{' '}
          <button
            type="button"
            onClick={() => choose({ gate: '', direction: '', here: false, sought: '' })}
          >
            {say('clearFilters')}
          </button>
        </p>
      )}
    </div>
  );
}

const Space = ({ rows }: { rows: number }) => (
  <tr aria-hidden="true" className="space">
    <td colSpan={13} style={{ height: rows * ROW_HEIGHT }} />
  </tr>
);

interface VehicleProps {
  row: CrossingRow;
  index: number;
  selected: boolean;
  minute: number;
  open: (id: string) => void;
  choose: Choose;
}

const Vehicle = memo(function Vehicle({ row, index, selected, minute, open, choose }: VehicleProps) {
  const speech = useSpeech();
  const { say } = speech;
  const action = actionOf(row);
  const until = timeOf(row, 'gateLeftAt') ?? minute;
  return (
    <tr
      id={`row-${row.id}`}
      aria-rowindex={index + 3}
      aria-selected={selected}
      data-gone={live(row) ? undefined : ''}
      onClick={() => choose({ selected: row.id })}
      onDoubleClick={() => open(row.id)}
    >
      <td className="c-mark">{action !== null && <Mark priority={action.priority} />}</td>
      <td className="plate">
        <button type="button" tabIndex={-1} className="link" onClick={() => open(row.id)}>
          <Plate plate={row.plate} />
        </button>
      </td>
      <td className="number">{row.declarationNumber ?? <i>{say('noDeclaration')}</i>}</td>
      <td>{gateName(speech, row.gate)}</td>
      <td>
        <Way direction={row.direction} />
      </td>
      {milestones.map(({ field, agency }) => (
        <Milestone key={field} row={row} field={field} agency={agency} minute={minute} />
      ))}
      <td className="right">{lengthOf(until - arrivedAt(row))}</td>
      <td className={action === null ? 'now' : `now p${action.priority}`}>
        {action === null ? nowOf(row, say) : shortOf(action, speech)}
      </td>
    </tr>
  );
});

function shortOf(action: Action, speech: ReturnType<typeof useSpeech>): string {
  const { say } = speech;
  switch (action.kind) {
    case 'inside':
      return say('actInside');
    case 'left':
      return say('actLeft');
    case 'late':
      return say('waitsFor', say(action.row.lateAgency ?? 'CUSTOMS'));
    case 'again':
      return nowOf(action.row, say);
    case 'unregistered':
      return say('actUnregistered');
    case 'case':
      return say('actCase', action.row.openCases);
  }
}

interface MilestoneProps {
  row: CrossingRow;
  field: TimeField;
  agency: Agency | undefined;
  minute: number;
}

function Milestone({ row, field, agency, minute }: MilestoneProps) {
  const { say } = useSpeech();
  const time = timeOf(row, field);
  if (time !== null) {
    const late = agency !== undefined && row.lateAgency === agency;
    return (
      <td className="mile done" title={late ? say('cameLate', say(agency)) : undefined}>
        <span>
          {minuteOf(time, HANOI)}
          {late && <small className="was-late">!</small>}
        </span>
      </td>
    );
  }
  if (agency === undefined || !live(row)) {
    return <td className={agency === undefined ? 'mile' : 'mile lacking'} />;
  }
  const other = agencies.find((one) => one !== agency);
  const turned = other !== undefined && keyOf(row, other) !== undefined;
  const since = turned && other !== undefined ? Date.parse(keyOf(row, other) ?? '') : arrivedAt(row);
  const again = againOf(row).includes(agency);
  const late = lateNow(row) === agency || again;
  const inside = row.state !== 'AT_GATE' && missing(row).length > 0 && !again;
  return (
    <td
      className={`mile wait${inside ? ' p1' : late ? ' p2' : ''}`}
      title={again ? say('waitsAgain', say(agency)) : undefined}
    >
      <span>
        {again && row.askedAgainDue !== undefined
          ? minuteOf(Date.parse(row.askedAgainDue), HANOI)
          : lengthOf(minute - since)}
      </span>
    </td>
  );
}

interface ActionsProps {
  actions: Action[];
  now: number;
  selected: string | null;
  open: (id: string) => void;
}

function Actions({ actions, now, open, selected }: ActionsProps) {
  const speech = useSpeech();
  const { say, language } = speech;
  return (
    <aside className="panel actions" aria-label={say('needsAction')}>
      <div className="head">
        <h2>{say('needsAction')}</h2>
        <span className="push">{countOf(actions.length, language)}</span>
      </div>
      {actions.length === 0 && <p className="empty">{say('needsNothing')}</p>}
      <ul>
        {actions.slice(0, 60).map((action) => {
          const { what, todo } = sentenceOf(action, speech, now);
          const { row } = action;
          return (
            <li key={row.id} className={row.id === selected ? 'picked' : undefined}>
              <button type="button" onClick={() => open(row.id)}>
                <Mark priority={action.priority} />
                <span className="who">
                  <b>
                    <Plate plate={row.plate} />
                  </b>
                  <span>
                    {gateName(speech, row.gate)} · {say(row.direction)}
                  </span>
                </span>
                <span className="age">
                  {action.kind !== 'again'
                    ? lengthOf(now - action.since)
                    : action.since > now
                      ? say('inTime', lengthOf(action.since - now))
                      : say('agoTime', lengthOf(now - action.since))}
                </span>
                <span className="what">{what}</span>
                <span className="todo">{todo}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </aside>
  );
}

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

function Gates({ today, day, chosen, choose }: GatesProps) {
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
