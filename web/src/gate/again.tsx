/** Until when an agency is asked again, because what it had confirmed was amended. */
import { Mark } from '../parts';
import { lengthOf, onBothClocks } from '../times';
import { useSpeech, type Say } from './speech';

/** Coloured: this agency must act until then. */
export function Again({ due, now }: { due: string; now: number }) {
  const { say } = useSpeech();
  const priority = Date.parse(due) < now ? 1 : 2;
  return (
    <span className={`again p${priority}`}>
      <Mark priority={priority} />
      <span>{againText(due, now, say)}</span>
    </span>
  );
}

export function againText(due: string, now: number, say: Say): string {
  const time = Date.parse(due);
  return say(time < now ? 'againOverdue' : 'againUntil', ...onBothClocks(time));
}

/** How much time is left, or how long it has been over. */
export const leftText = (left: number, say: Say): string =>
  left < 0 ? say('agoTime', lengthOf(-left)) : say('inTime', lengthOf(left));
