/** The list of vehicles: it scrolls through thousands, and is gone through with the arrow keys. */
import { useCallback, useEffect, useRef, type KeyboardEvent } from 'react';
import type { CrossingRow } from '../wire';
import { rowFrom } from '../gate/arrows';
import type { Choose, Chosen } from './chosen';
import { useSpeech } from '../gate/speech';
import { milestones, Vehicle } from './vehicle';
import { useWindow } from '../gate/window';

const ROW_HEIGHT = 32;

interface VehiclesProps {
  rows: CrossingRow[];
  now: number;
  chosen: Chosen;
  choose: Choose;
  open: (id: string) => void;
}

/** Only the rows in sight are in the page; the space of the others is kept by two empty rows. */
export function Vehicles({ rows, now, chosen, choose, open }: VehiclesProps) {
  const { say } = useSpeech();
  const table = useRef<HTMLTableElement>(null);
  useEffect(() => {
    if (chosen.selected !== null) table.current?.focus({ preventScroll: true });
  }, []);

  const at = rows.findIndex((row) => row.id === chosen.selected);
  const select = useCallback(
    (index: number) => {
      const row = rows[index];
      if (row !== undefined) choose({ selected: row.id });
    },
    [rows, choose],
  );

  const { scroller, scrolled, first, last, page } = useWindow(
    rows.length,
    ROW_HEIGHT,
    at,
    () => table.current?.tHead?.offsetHeight ?? 0,
  );
  const keys = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const next = rowFrom(at, event.key, rows.length, page);
    if (next !== null) select(next);
    else if (event.key === 'Enter' && chosen.selected !== null && at >= 0) open(chosen.selected);
    else return;
    event.preventDefault();
  };

  const minute = Math.floor(now / 60_000) * 60_000;
  const visible = rows.slice(first, last);
  return (
    <div className="scroller" ref={scroller} onScroll={(e) => scrolled(e.currentTarget.scrollTop)}>
      <table
        ref={table}
        role="grid"
        id="vehicles"
        tabIndex={0}
        aria-label={say('today')}
        aria-rowcount={rows.length + 2}
        aria-activedescendant={at >= first && at < last ? `row-${chosen.selected}` : undefined}
        onKeyDown={keys}
        onFocus={(event) => {
          // Who comes by key begins at the top; who presses on a row has chosen that one.
          if (at < 0 && event.currentTarget.matches(':focus-visible')) select(0);
        }}
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
