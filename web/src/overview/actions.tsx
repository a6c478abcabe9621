/** What needs action, most urgent first: which vehicle, since when, and what to do about it. */
import type { Action } from '../judge';
import { gateName, Mark, Plate } from '../parts';
import { countOf, lengthOf } from '../times';
import { leftText } from '../gate/again';
import { sentenceOf } from '../gate/sentences';
import { useSpeech } from '../gate/speech';

interface ActionsProps {
  actions: Action[];
  now: number;
  selected: string | null;
  open: (id: string) => void;
}

export function Actions({ actions, now, open, selected }: ActionsProps) {
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
                    : leftText(action.since - now, say)}
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
