/** One vehicle in the list: who it is, when it reached each milestone, what it waits for. */
import { memo } from 'react';
import {
  actionOf,
  againOf,
  agencies,
  arrivedAt,
  keyOf,
  lateNow,
  live,
  missing,
  timeOf,
  type Action,
  type TimeField,
} from '../judge';
import { gateName, Mark, Plate, Way } from '../parts';
import { HERE, lengthOf, minuteOf } from '../times';
import type { Agency, CrossingRow } from '../wire';
import type { Choose } from './chosen';
import { nowOf } from '../gate/sentences';
import { useSpeech, type Speech } from '../gate/speech';

/** The columns between a vehicle's coming and its going. */
export const milestones: { field: TimeField; agency?: Agency }[] = [
  { field: 'arrivedAt' },
  { field: 'borderGuardAt', agency: 'BORDER_GUARD' },
  { field: 'customsAt', agency: 'CUSTOMS' },
  { field: 'yardEnteredAt' },
  { field: 'yardLeftAt' },
  { field: 'gateLeftAt' },
];

interface VehicleProps {
  row: CrossingRow;
  index: number;
  selected: boolean;
  minute: number;
  open: (id: string) => void;
  choose: Choose;
}

export const Vehicle = memo(function Vehicle({ row, index, selected, minute, open, choose }: VehicleProps) {
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
        {action === null ? nowOf(row, speech) : shortOf(action, speech)}
      </td>
    </tr>
  );
});

function shortOf(action: Action, speech: Speech): string {
  const { say } = speech;
  switch (action.kind) {
    case 'inside':
      return say('actInside');
    case 'left':
      return say('actLeft');
    case 'late':
      return say('waitsFor', say(action.row.lateAgency ?? 'CUSTOMS'));
    case 'again':
      return nowOf(action.row, speech);
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
          {minuteOf(time, HERE)}
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
          ? minuteOf(Date.parse(row.askedAgainDue), HERE)
          : lengthOf(minute - since)}
      </span>
    </td>
  );
}
