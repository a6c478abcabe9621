/** One registration beside the list: all that the agency relies on, and its word that it is in order. */
import { useCallback, useEffect, useRef } from 'react';
import { useKeys } from '../keys';
import { Mark, Plate } from '../parts';
import { cityOf, dateOf, dayOf, HERE, minuteOf, onBothClocks, THERE } from '../times';
import type { Agency, RegistrationRow } from '../wire';
import { Again } from '../gate/again';
import { useConfirming, useHeld } from '../gate/held';
import { Outcome, ReliedOf } from '../gate/relied';
import { useSpeech } from '../gate/speech';

/** From this width on the list and one paper stand beside each other. */
export const WIDE = '(min-width: 1200px)';

interface PaperProps {
  id: string;
  row: RegistrationRow | undefined;
  now: number;
  agency: Agency;
  fields: readonly string[];
  back: () => void;
  finish: (row: RegistrationRow, plate: string | null) => void;
}

export function Paper({ id, row, now, agency, fields, back, finish }: PaperProps) {
  const speech = useSpeech();
  const { say, language } = speech;
  const looked = useHeld(id);
  const { held } = looked;
  const panel = useRef<HTMLElement>(null);
  const { again } = looked;
  // What an unknown outcome has done takes the row off the list before it is heard of here.
  const known = useRef(row);
  if (row !== undefined || known.current?.id !== id) known.current = row;
  const done = useCallback(() => {
    const was = known.current;
    if (was === undefined) void again();
    else finish(was, was.plate);
  }, [finish, again]);
  const { word, confirm } = useConfirming(
    `/registrations/${encodeURIComponent(id)}/papers-confirmations`,
    looked,
    done,
  );
  const stands = held?.papers[agency];
  const may = held !== null && stands === undefined && word.kind !== 'already' && word.kind !== 'nothing';

  useEffect(() => {
    if (!matchMedia(WIDE).matches) panel.current?.focus();
  }, [id]);

  useKeys((event) => {
    if (event.key !== 'F8' || event.repeat) return;
    event.preventDefault();
    if (may) confirm();
  });

  const planned = held === null ? null : Date.parse(held.plannedArrivalAt);
  return (
    <section className="panel one-paper" ref={panel} tabIndex={-1} aria-label={say('reliesOn', say(agency))}>
      <div className="one-head">
        <button type="button" onClick={back}>
          <kbd>Esc</kbd> {say('back')}
        </button>
        <h2>{row === undefined ? say('registration') : <Plate plate={row.plate} />}</h2>
        <span className="number">{held?.declarationNumber ?? row?.declarationNumber}</span>
        {held !== null && held.version > 0 && <span className="number">{say('timesAmended', held.version)}</span>}
        {planned !== null && (
          <span className="number">
            {say('planned')} <b>{minuteOf(planned, HERE)}</b> {cityOf(THERE)}{' '}
            {minuteOf(planned, THERE)} {dayOf(planned) !== dayOf(now) && dateOf(planned, language)}
          </span>
        )}
      </div>
      {row?.askedAgain?.includes(agency) === true && row.askedAgainDue !== undefined && (
        <div className="outcome">
          <Again due={row.askedAgainDue} now={now} />
        </div>
      )}
      {held !== null && row !== undefined && row.version > held.version && word.kind !== 'stale' && (
        <div className="outcome p2" role="alert">
          <Mark priority={2} />
          <span>{say('amendedMeanwhile')}</span>
          <button type="button" onClick={() => void looked.again()}>
            {say('showChanges')}
          </button>
        </div>
      )}
      <Outcome word={word} looked={looked} agency={agency} fields={fields} confirm={confirm} />
      <div className="one-body" tabIndex={0} role="region" aria-label={say('registration')}>
        <ReliedOf looked={looked} agency={agency} fields={fields} now={now} />
      </div>
      <div className="one-foot">
        {stands !== undefined ? (
          <p>
            {say(
              'papersStood',
              say(agency),
              ...onBothClocks(Date.parse(stands)),
            )}
          </p>
        ) : (
          <button
            type="button"
            className="primary"
            id="papers-in-order"
            disabled={!may || word.kind === 'sending'}
            onClick={confirm}
          >
            {say('papersInOrder')} <kbd>F8</kbd>
          </button>
        )}
      </div>
    </section>
  );
}
