/** The rows of a work list: which vehicle, what is asked, until when, and what became of the word on it. */
import { memo, useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { gateName, Mark, Plate, Way } from '../parts';
import { plateText } from '../plates';
import { HERE, lengthOf, minuteOf } from '../times';
import type { Load, LoadLine } from '../wire';
import type { Outcome } from '../gate/act';
import { rowFrom } from '../gate/arrows';
import { afterOwnInspection, asked } from '../gate/loads';
import { dueText, earlyText, outcomeShort, stepName, waits } from '../gate/loadsay';
import { useSpeech } from '../gate/speech';
import { useWindow } from '../gate/window';

const PHONE = '(max-width: 700px)';
const ROW = 40;
const CARD = 164;

export interface Item {
  load: Load;
  line: LoadLine;
  /** It opens the barrier: never one of many. */
  barrier: boolean;
  /** Its word may be given in one act with others. */
  many: boolean;
}

interface WorkListProps {
  items: readonly Item[];
  label: string;
  now: number;
  readAt: number;
  selected: string | null;
  /** Where the arrows begin while no row is chosen; it is seen, and no Enter acts on it. */
  upNext: string | null;
  marked: ReadonlySet<string>;
  outcomes: ReadonlyMap<string, Outcome>;
  select: (registration: string) => void;
  open: (item: Item) => void;
  mark: (registration: string) => void;
}

export function useMatches(query: string): boolean {
  const [on, setOn] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const list = matchMedia(query);
    const follow = () => setOn(list.matches);
    list.addEventListener('change', follow);
    return () => list.removeEventListener('change', follow);
  }, [query]);
  return on;
}

export function WorkList(props: WorkListProps) {
  const { items, label, now, readAt, selected, upNext, marked, outcomes, select, open, mark } = props;
  const { say } = useSpeech();
  const table = useRef<HTMLTableElement>(null);
  const height = useMatches(PHONE) ? CARD : ROW;
  const at = items.findIndex((item) => item.load.registration === selected);
  const next = items.findIndex((item) => item.load.registration === upNext);
  const { scroller, scrolled, first, last, page } = useWindow(
    items.length,
    height,
    at < 0 ? next : at,
    () => table.current?.tHead?.offsetHeight ?? 0,
  );
  const keys = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const arrow = event.key === 'ArrowDown' || event.key === 'ArrowUp';
    const to = at < 0 && arrow ? next : rowFrom(at < 0 ? next : at, event.key, items.length, page);
    const item = items[at];
    if (to !== null) {
      const row = items[to];
      if (row !== undefined) select(row.load.registration);
    } else if (event.key === 'Enter' && item !== undefined) {
      if (!event.repeat) open(item);
    } else if (event.key === ' ' && item !== undefined) mark(item.load.registration);
    else return;
    event.preventDefault();
  };
  const minute = Math.floor(now / 60_000) * 60_000;
  return (
    <div className="scroller" ref={scroller} onScroll={(e) => scrolled(e.currentTarget.scrollTop)}>
      <table
        ref={table}
        id="work"
        role="grid"
        tabIndex={0}
        aria-label={label}
        aria-rowcount={items.length + 1}
        aria-activedescendant={at >= first && at < last ? `work-${selected}` : undefined}
        onKeyDown={keys}
        onFocus={() => at < 0 && next < 0 && items[0] !== undefined && select(items[0].load.registration)}
      >
        <thead>
          <tr>
            <th className="w-mark">
              <span className="unseen">{say('keyMark')}</span>
            </th>
            <th scope="col">{say('plate')}</th>
            <th scope="col">{say('gate')}</th>
            <th scope="col">{say('askedStep')}</th>
            <th scope="col">{say('goods')}</th>
            <th scope="col">{say('sinceCol')}</th>
            <th scope="col">{say('dueCol')}</th>
            <th scope="col" className="right">
              {say('waitOurs')}
            </th>
            <th scope="col" className="right">
              {say('waitOthers')}
            </th>
          </tr>
        </thead>
        <tbody>
          {first > 0 && <Space height={first * height} />}
          {items.slice(first, last).map((item, index) => (
            <Row
              key={item.load.registration}
              item={item}
              index={first + index}
              minute={minute}
              readAt={readAt}
              selected={item.load.registration === selected}
              next={at < 0 && first + index === next}
              marked={marked.has(item.load.registration)}
              outcome={outcomes.get(item.load.registration)}
              select={select}
              open={open}
              mark={mark}
            />
          ))}
          {last < items.length && <Space height={(items.length - last) * height} />}
        </tbody>
      </table>
    </div>
  );
}

const Space = ({ height }: { height: number }) => (
  <tr aria-hidden="true" className="space">
    <td colSpan={9} style={{ height }} />
  </tr>
);

interface RowProps {
  item: Item;
  index: number;
  minute: number;
  readAt: number;
  selected: boolean;
  next: boolean;
  marked: boolean;
  outcome: Outcome | undefined;
  select: (registration: string) => void;
  open: (item: Item) => void;
  mark: (registration: string) => void;
}

const Row = memo(function Row({
  item,
  index,
  minute,
  readAt,
  selected,
  next,
  marked,
  outcome,
  select,
  open,
  mark,
}: RowProps) {
  const speech = useSpeech();
  const { say } = speech;
  const { load, line, barrier } = item;
  const id = load.registration;
  const due = dueText(line, minute, say);
  const { ours, others } = waits(line, load.asOf === undefined ? readAt : Date.parse(load.asOf), minute);
  const more = load.lines.filter(asked).length - 1;
  const done = outcome?.kind === 'done' || outcome?.kind === 'queued';
  return (
    <tr
      id={`work-${id}`}
      aria-rowindex={index + 2}
      aria-selected={selected}
      data-next={next ? '' : undefined}
      data-outcome={outcome?.kind}
      onClick={() => select(id)}
      onDoubleClick={() => open(item)}
    >
      <td className="w-mark">
        <label title={barrier ? say('markNever') : undefined}>
          <input
            type="checkbox"
            tabIndex={-1}
            checked={marked}
            disabled={!item.many || done}
            aria-label={say('markRow', load.plate === null ? '' : plateText(load.plate))}
            onChange={() => mark(id)}
          />
        </label>
      </td>
      <td className="w-plate">
        <button type="button" tabIndex={-1} className="link" onClick={() => open(item)}>
          <Plate plate={load.plate} />
        </button>
      </td>
      <td className="w-gate">
        {gateName(speech, load.gate)} <Way direction={load.direction} />
      </td>
      <td className="w-step">
        <b>{stepName(line.step, speech)}</b>
        {line.status === 'REFUSED' && <small>{say('lineRefused')}</small>}
        {more > 0 && <small>{say('alsoAsked', more)}</small>}
      </td>
      <td className="w-goods">{load.goods}</td>
      {outcome !== undefined ? (
        <td className="w-outcome" colSpan={4}>
          {(outcome.kind === 'stale' || outcome.kind === 'refused' || outcome.kind === 'failed') && (
            <Mark priority={2} />
          )}
          <span title={outcomeShort(outcome, speech)}>{outcomeShort(outcome, speech)}</span>
        </td>
      ) : (
        <>
          <td className="w-since">
            {line.since === undefined ? (
              <small title={earlyText(line, speech) ?? undefined}>
                {say(afterOwnInspection(load, line) ? 'ownInspection' : 'othersFirst')}
              </small>
            ) : (
              minuteOf(Date.parse(line.since), HERE)
            )}
          </td>
          <td className={`w-due${due.priority === null ? '' : ` p${due.priority}`}`}>
            {due.priority !== null && <Mark priority={due.priority} />}
            <span>{due.text}</span>
          </td>
          <td className="right w-ours">
            <small>{say('waitOurs')}</small>
            {lengthOf(ours)}
          </td>
          <td className="right w-others">
            <small>{say('waitOthers')}</small>
            {lengthOf(others)}
          </td>
        </>
      )}
    </tr>
  );
});
