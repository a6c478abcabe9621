/** What is said of a passage: where it is, what it waits for, what has to be done. */
import { againOf, missing, type Action } from '../judge';
import { gateName } from '../parts';
import { lengthOf, onBothClocks } from '../times';
import type { CrossingRow } from '../wire';
import type { Say, Speech } from './speech';

function agencyNames(say: Say, row: CrossingRow): string {
  return missing(row)
    .map((agency) => say(agency))
    .join(' + ');
}

/** Where the vehicle is and what it waits for, in a few words. */
export function nowOf(row: CrossingRow, speech: Speech): string {
  const { say } = speech;
  if (row.turned !== undefined) {
    const where = row.turned.to === undefined ? say('turnedBack') : say('turnedTo', gateName(speech, row.turned.to));
    return [where, ...(row.waitingFor ?? []).map((agency) => say('unmetHold', say(agency)))].join(' · ');
  }
  const lacking = missing(row);
  if (againOf(row).length > 0) {
    return say('waitsAgain', againOf(row).map((agency) => say(agency)).join(' + '));
  }
  if (row.state === 'AT_GATE') {
    return lacking.length === 2 ? say('waitsForBoth') : say('waitsFor', agencyNames(say, row));
  }
  return say(row.state);
}

export interface Sentence {
  what: string;
  todo: string;
}

export function sentenceOf(action: Action, speech: Speech, now: number): Sentence {
  const { say } = speech;
  const row: CrossingRow = action.row;
  switch (action.kind) {
    case 'inside':
      return { what: say('actInside'), todo: say('actInsideDo', agencyNames(say, row)) };
    case 'left':
      return { what: say('actLeft'), todo: say('actLeftDo') };
    case 'late': {
      const agency = say(row.lateAgency ?? missing(row)[0] ?? 'CUSTOMS');
      return {
        what: say('actLate', agency, lengthOf(now - action.since)),
        todo: say('actLateDo', agency, gateName(speech, row.gate)),
      };
    }
    case 'again': {
      const names = againOf(row)
        .map((agency) => say(agency))
        .join(' + ');
      return {
        what: say('actAgain', names),
        todo: say('actAgainDo', ...onBothClocks(action.since)),
      };
    }
    case 'unregistered':
      return { what: say('actUnregistered'), todo: say('actUnregisteredDo') };
    case 'case':
      return { what: say('actCase', row.openCases), todo: say('actCaseDo') };
  }
}
