/** Today's vehicles with their milestones, what needs action, and the gates side by side. */
import { useMemo, type RefObject } from 'react';
import type { Board } from '../board';
import { actionOf, arrivedAt, bare, byUrgency, fits, live, timeOf } from '../judge';
import { Keys } from '../listhead';
import { dayOf } from '../times';
import type { CrossingRow } from '../wire';
import { Actions } from './actions';
import type { Choose, Chosen } from './chosen';
import { Filters } from './filters';
import { Gates } from './gates';
import { useSpeech } from '../gate/speech';
import { Tiles } from './tiles';
import { Vehicles } from './vehicles';

interface TodayProps {
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
        <KeysHere />
      </section>
      <Actions actions={actions} now={board.asOf} open={open} selected={chosen.selected} />
      <Gates today={today} day={day} chosen={chosen} choose={choose} />
    </main>
  );
}

function KeysHere() {
  const { say } = useSpeech();
  return (
    <Keys
      of={[
        [['↑', '↓'], say('keyMove')],
        [['Enter'], say('keyOpen')],
        [['Esc'], say('keyBack')],
        [['F3'], say('keySearch')],
      ]}
    >
      <span className="push">{say('greyNormal')}</span>
    </Keys>
  );
}
