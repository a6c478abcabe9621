/** The vehicles of a section as they stand, and what can be done with one. */
import { useEffect, useRef, useState } from 'react';
import { plateText } from '../plates';
import type { Line } from './order';
import type { Removal, RoadSite } from './road-wire';
import { placeLabel, useSpeech } from './speech';

/** What the next plate is for. */
export type Todo = { kind: 'add' } | { kind: 'correct' | 'after' | 'before'; line: Line };

interface Props {
  lines: Line[];
  removed: Line[];
  site: RoadSite;
  roll: string;
  choose: (line: Line) => void;
}

export function Rows({ lines, removed, site, roll, choose }: Props) {
  const { say } = useSpeech();
  const list = useRef<HTMLOListElement>(null);
  const last = lines.at(-1)?.id;
  useEffect(() => {
    list.current?.scrollTo({ top: list.current.scrollHeight });
  }, [last]);
  return (
    <>
      {lines.length === 0 && <p className="empty">{say('empty')}</p>}
      <ol className="rows" ref={list} tabIndex={0} aria-label={say('roadRolls')}>
        {lines.map((line) => (
          <li key={line.id} data-id={line.id} data-sent={line.sent}>
            <button type="button" onClick={() => choose(line)}>
              <span className="row-position">{line.position}</span>
              <b>{plateText(line.plate)}</b>
              <span className="row-marks">
                <Remarks line={line} site={site} roll={roll} />
              </span>
            </button>
          </li>
        ))}
        {removed.length > 0 && <li className="row-removed">{say('removedOnes', removed.length)}</li>}
      </ol>
    </>
  );
}

function Remarks({ line, site, roll }: { line: Line; site: RoadSite; roll: string }) {
  const { say, language } = useSpeech();
  const { held } = line;
  const also = held?.also?.[0];
  return (
    <>
      {!line.sent && <span className="unsent">{say('unsent')}</span>}
      {also !== undefined && (
        <span className="remark">
          {also.roll === roll ? say('standsTwice', also.section, also.position) : say('standsElsewhere', placeLabel(site, also.place, language), also.section, also.position)}
        </span>
      )}
      {held?.atGate !== undefined && <span className="remark">{say('hereAlready', placeLabel(site, held.atGate, language))}</span>}
      {held?.registered === false && <span>{say('unregistered')}</span>}
      {held?.contradictions.includes('AFTER_CLOSING') && <span>{say('lateWord')}</span>}
      {line.note !== undefined && line.note !== null && <span>{line.note}</span>}
    </>
  );
}

interface SheetProps {
  line: Line;
  close: () => void;
  remove: (why: Removal) => void;
  note: (text: string) => void;
  start: (todo: Todo) => void;
}

export function VehicleSheet({ line, close, remove, note, start }: SheetProps) {
  const { say } = useSpeech();
  const dialog = useRef<HTMLDialogElement>(null);
  const [text, setText] = useState(line.note ?? '');
  useEffect(() => dialog.current?.showModal(), []);
  const then = (act: () => void) => () => {
    act();
    close();
  };
  /** What was typed as a note counts, however the sheet is left. */
  const leave = () => {
    const typed = text.trim();
    if (typed !== '' && typed !== (line.note ?? '')) note(typed);
    close();
  };
  const kinds = ['correct', 'before', 'after'] as const;
  const labels = { correct: say('correct'), before: say('insertBefore'), after: say('insertAfter') };
  return (
    <dialog ref={dialog} className="sheet" aria-labelledby="sheet-title" onCancel={close} onClose={close}>
      <h2 id="sheet-title">
        {line.position}. {plateText(line.plate)}
      </h2>
      {kinds.map((kind) => (
        <button type="button" className="key small" key={kind} onClick={then(() => start({ kind, line }))}>
          {labels[kind]}
        </button>
      ))}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          leave();
        }}
      >
        <label>
          {say('note')}
          <input value={text} maxLength={200} autoComplete="off" onChange={(event) => setText(event.target.value)} />
        </label>
      </form>
      <p>{say('remove')}</p>
      <div className="orders">
        {(['LEFT', 'MISTAKE', 'TWICE'] as const).map((why) => (
          <button type="button" className="key small" key={why} onClick={then(() => remove(why))}>
            {say(why)}
          </button>
        ))}
      </div>
      <button type="button" className="key small" onClick={leave}>
        {say('close')}
      </button>
    </dialog>
  );
}
