/** Six numbers, each with its limit, what it is compared with, or its course over the day. */
import { memo, useMemo, type ReactNode } from 'react';
import type { Board } from '../board';
import { agencies, arrivedAt, countsOf, keyOf, lateNow, live, passed, timeOf, type Priority } from '../judge';
import { Mark } from '../parts';
import { countOf, dayOf, durationOf, lengthOf } from '../times';
import type { CrossingRow } from '../wire';
import type { Chosen } from './chosen';
import { useSpeech } from '../gate/speech';

const STEP = 30 * 60_000;
const HOUR = 60 * 60_000;

interface Course {
  arrived: number[];
  cleared: number[];
  backlog: number[];
  waiting: number[];
}

/** The day in half hours. Counts of events for what flows, levels for what stands. */
function courseOf(rows: readonly CrossingRow[], now: number): Course | null {
  const first = rows.reduce((least, row) => Math.min(least, arrivedAt(row)), now);
  const from = Math.max(first - (first % STEP), now - 24 * HOUR);
  const size = Math.floor((now - from) / STEP) + 1;
  if (rows.length === 0 || size < 4) return null;
  const zeros = () => new Array<number>(size).fill(0);
  const slot = (time: number) => Math.min(size - 1, Math.max(0, Math.floor((time - from) / STEP)));
  const add = (list: number[], time: number, amount: number) => {
    const at = slot(time);
    list[at] = (list[at] ?? 0) + amount;
  };
  const [arrived, cleared, backlog, waiting] = [zeros(), zeros(), zeros(), zeros()];
  for (const row of rows) {
    const came = arrivedAt(row);
    const left = timeOf(row, 'gateLeftAt');
    const entered = timeOf(row, 'enteredAt') ?? left;
    add(arrived, came, 1);
    add(waiting, came, 1);
    if (entered !== null) add(waiting, entered, -1);
    if (left !== null && passed(row)) add(cleared, left, 1);
    if (row.direction === 'EXPORT') {
      add(backlog, came, 1);
      if (left !== null) add(backlog, left, -1);
    }
  }
  const level = (list: number[]) => {
    let sum = 0;
    return list.map((change) => (sum += change));
  };
  return { arrived, cleared, backlog: level(backlog), waiting: level(waiting) };
}

const Spark = memo(function Spark({ values, flow }: { values: number[] | undefined; flow: boolean }) {
  if (values === undefined) return <span />;
  const most = Math.max(1, ...values);
  const y = (value: number) => 33 - (value / most) * 30;
  const wide = 120 / values.length;
  return (
    <svg className="spark" viewBox="0 0 120 34" preserveAspectRatio="none" aria-hidden="true">
      {flow ? (
        values.map((value, at) => (
          <rect key={at} x={at * wide + 0.5} width={wide - 1} y={y(value)} height={34 - y(value)} />
        ))
      ) : (
        <polyline
          points={values.map((v, at) => `${(at / (values.length - 1)) * 120},${y(v)}`).join(' ')}
        />
      )}
    </svg>
  );
});

interface TileProps {
  name: string;
  beside?: string | undefined;
  value: string;
  small?: string | undefined;
  priority?: Priority | undefined;
  children?: ReactNode;
}

function Tile({ name, beside, value, small, priority, children }: TileProps) {
  return (
    <div className={`panel tile${priority === undefined ? '' : ` p${priority}`}`}>
      <div className="tile-name">
        <span>{name}</span>
        {beside !== undefined && <small>{beside}</small>}
      </div>
      <div className="tile-value">
        {priority !== undefined && <Mark priority={priority} />}
        <b>{value}</b>
        {small !== undefined && <small>{small}</small>}
      </div>
      <div className="tile-more">{children}</div>
    </div>
  );
}

export function Tiles({ board, rows, chosen }: { board: Board; rows: CrossingRow[]; chosen: Chosen }) {
  const { say, language, site } = useSpeech();
  const now = board.asOf;
  const lateAfter = durationOf(site?.agencyLateAfter ?? '');
  const half = Math.floor(now / 60_000);
  const course = useMemo(() => courseOf(rows, half * 60_000), [rows, half]);
  const mine = (count: { gate: string; direction?: string }) =>
    (chosen.gate === '' || count.gate === chosen.gate) &&
    (chosen.direction === '' ||
      count.direction === undefined ||
      count.direction === chosen.direction);
  const number = (value: number) => (board.overview === null ? '–' : countOf(value, language));
  const day = dayOf(now);
  const { arrived, cleared, turned, waiting, late } = useMemo(() => countsOf(rows, day), [rows, day]);
  const standing = rows.filter((row) => row.direction === 'EXPORT' && live(row));
  const backlogs = (site?.lines ?? [])
    .filter((gate) => mine({ gate: gate.code }))
    .map((gate) => [gate.code, standing.filter((row) => row.gate === gate.code).length] as const);
  const oldest = waiting.reduce((least, row) => Math.min(least, arrivedAt(row)), now);
  const lastHour = rows.filter((row) => arrivedAt(row) > now - HOUR).length;
  const clearedLastHour = rows.filter(
    (row) => passed(row) && (timeOf(row, 'gateLeftAt') ?? 0) > now - HOUR,
  ).length;
  const before = board.yesterday?.rows.filter(mine);
  const beforeAtEight = board.yesterday?.backlog2000.filter(mine);
  const total = (list: { [key: string]: unknown }[] | undefined, key: string) =>
    list?.reduce((all, item) => all + Number(item[key]), 0);
  const arrivedBefore = total(before, 'arrivals');
  const clearedBefore = total(before, 'cleared');
  const backlogBefore = total(beforeAtEight, 'backlog');
  const versus = (word: 'yesterday' | 'yesterdayAtEight', value: number | undefined) =>
    value === undefined ? undefined : say(word, countOf(value, language));
  const openCases = board.overview?.openCases ?? 0;
  const casesHere = rows.filter((row) => row.openCases > 0).length;
  const filtered = chosen.gate !== '' || chosen.direction !== '';

  return (
    <section className="tiles" aria-label={say('today')}>
      <Tile
        name={say('tileArrived')}
        beside={versus('yesterday', arrivedBefore)}
        value={number(arrived)}
        small={say('lastHour', `+${lastHour}`)}
      >
        <Spark values={course?.arrived} flow />
      </Tile>
      <Tile
        name={say('tileCleared')}
        beside={versus('yesterday', clearedBefore) ?? say('lastHour', `+${clearedLastHour}`)}
        value={number(cleared)}
        small={[
          ...(arrived > 0 ? [say('ofArrived', Math.round((cleared / arrived) * 100))] : []),
          ...(turned > 0 ? [say('turnedCount', number(turned))] : []),
        ].join(' · ')}
      >
        <Spark values={course?.cleared} flow />
      </Tile>
      <Tile
        name={say('tileBacklog')}
        beside={versus('yesterdayAtEight', backlogBefore)}
        value={number(standing.length)}
        small={backlogs.length > 1 ? backlogs.map(([g, n]) => `${g} ${n}`).join(' · ') : undefined}
      >
        <Spark values={course?.backlog} flow={false} />
      </Tile>
      <Tile
        name={say('tileWaiting')}
        beside={waiting.length > 0 ? say('oldest', lengthOf(now - oldest)) : undefined}
        value={number(waiting.length)}
        small={agencies
          .map((a) => `${say(a)} ${waiting.filter((row) => keyOf(row, a) === undefined).length}`)
          .join(' · ')}
      >
        <Spark values={course?.waiting} flow={false} />
      </Tile>
      <Tile
        name={say('tileLate')}
        beside={lateAfter === null ? say('limit', 0) : say('lateAfter', lengthOf(lateAfter))}
        value={number(late.length)}
        priority={late.length > 0 ? 2 : undefined}
        small={agencies
          .map((a) => `${say(a)} ${late.filter((row) => lateNow(row) === a).length}`)
          .join(' · ')}
      />
      <Tile
        name={say('tileCases')}
        beside={say('limit', 0)}
        value={number(openCases)}
        priority={openCases > 0 ? 3 : undefined}
        small={filtered ? `${say('allGates')} · ${casesHere} ↓` : undefined}
      />
    </section>
  );
}
