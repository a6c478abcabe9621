/** In the file of a vehicle: what this officer's agency relies on, and its key. */
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Board } from '../board';
import { agencies, keyOf, live } from '../judge';
import { useKeys } from '../keys';
import { plateText } from '../plates';
import { Mark } from '../parts';
import { onBothClocks } from '../times';
import { againText } from '../gate/again';
import { fieldName, linesOf } from '../gate/fields';
import { reliedOn, useConfirming, useHeld } from '../gate/held';
import { Outcome, ReliedOf } from '../gate/relied';
import { useSpeech } from '../gate/speech';
import type { Agency, CrossingRow, Held } from '../wire';

interface EntryProps {
  board: Board;
  row: CrossingRow;
  registration: string;
  agency: Agency;
  /** The button to confirm stands elsewhere; its key is heard here all the same. */
  plain?: boolean;
}

export function Entry({ board, row, registration, agency, plain = false }: EntryProps) {
  const { say, site } = useSpeech();
  const looked = useHeld(registration);
  /** The picture that the question was first asked on, and the one that an answer is given on. */
  const [asking, setAsking] = useState<{ first: Held; on: Held } | null>(null);
  const [mine, setMine] = useState<number | null>(null);
  const fields = reliedOn(site, agency);
  const turned = keyOf(row, agency);
  const { word, confirm } = useConfirming(
    `/crossings/${encodeURIComponent(row.id)}/entry-confirmations`,
    looked,
    useCallback(() => setMine(board.asOf), [board.asOf]),
  );
  // The row follows by itself; until then our own word is what is known.
  const at = turned === undefined ? mine : Date.parse(turned);
  const may =
    live(row) && at === null && looked.held !== null && word.kind !== 'already' && word.kind !== 'nothing';
  const again = row.askedAgain?.includes(agency) === true;

  useEffect(() => {
    if (again) setMine(null);
  }, [again]);

  const { held } = looked;
  const version = held?.version;
  const ask = useCallback(() => {
    if (held !== null) setAsking((before) => ({ first: before?.first ?? held, on: held }));
  }, [held]);
  const amendedNow = useRef(row.askedAgainDue);
  useEffect(() => {
    if (amendedNow.current !== row.askedAgainDue && version !== undefined) void looked.again();
    amendedNow.current = row.askedAgainDue;
  }, [row.askedAgainDue]);

  // In its own question, too: what was amended meanwhile is asked about anew.
  useKeys((event) => {
    if (event.key !== 'F8' || event.repeat) return;
    event.preventDefault();
    if (may && word.kind !== 'sending') ask();
  }, true);

  return (
    <section className="panel entry-panel" aria-label={say('reliesOn', say(agency))}>
      <div className="head">
        <h2>{say('reliesOn', say(agency))}</h2>
        {version !== undefined && version > 0 && (
          <span className="push number">{say('timesAmended', version)}</span>
        )}
      </div>
      <div className="one-foot">
        {at !== null ? (
          <p role="status" data-entry-done>
            {say('entryDone', say(agency), ...onBothClocks(at))}
          </p>
        ) : (
          <>
            {again && row.askedAgainDue !== undefined && (
              <p className="again p2">
                <Mark priority={2} />
                <span>{againText(row.askedAgainDue, board.asOf, say)}</span>
              </p>
            )}
            {live(row) && !plain && (
              <button
                type="button"
                className="primary"
                id="confirm-entry"
                disabled={!may || word.kind === 'sending'}
                onClick={ask}
              >
                {say(again ? 'confirmAgain' : 'confirmEntry')} <kbd>F8</kbd>
              </button>
            )}
          </>
        )}
      </div>
      <Outcome word={word} looked={looked} agency={agency} fields={fields} confirm={confirm} />
      <div className="one-body">
        <ReliedOf
          looked={at === null ? looked : { ...looked, before: null }}
          agency={agency}
          fields={fields}
          now={board.asOf}
        />
      </div>
      {asking !== null && held !== null && (
        <Sure
          row={row}
          agency={agency}
          again={again}
          first={asking.first}
          held={held}
          moved={asking.on.version !== held.version}
          ask={ask}
          yes={() => {
            setAsking(null);
            confirm();
          }}
          no={() => setAsking(null)}
        />
      )}
    </section>
  );
}

interface SureProps {
  row: CrossingRow;
  agency: Agency;
  again: boolean;
  first: Held;
  held: Held;
  /** It was amended since it was asked: nothing is answered until it is asked anew. */
  moved: boolean;
  ask: () => void;
  yes: () => void;
  no: () => void;
}

/** A key opens the gate: it is asked for once more, and Enter is the answer. */
function Sure({ row, agency, again, first, held, moved, ask, yes, no }: SureProps) {
  const speech = useSpeech();
  const { say } = speech;
  const dialog = useRef<HTMLDialogElement>(null);
  const answer = useRef<HTMLButtonElement>(null);
  const notice = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  // An Enter that was meant for the question that stood here lands on nothing.
  useLayoutEffect(() => (moved ? notice.current : answer.current)?.focus(), [moved]);
  const amended = held.provenance.filter((one) => one.version > first.version).map((one) => one.field);
  const other = agencies.find((one) => one !== agency) ?? agency;
  const second = keyOf(row, other) !== undefined;
  const plate = row.plate === null ? (row.declarationNumber ?? '') : plateText(row.plate);
  return (
    <dialog ref={dialog} aria-labelledby="sure-title" onClose={no}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!moved) yes();
        }}
      >
        <h2 id="sure-title">{say('entryAsk', plate)}</h2>
        {again && <p>{say('entryRenew', say(agency))}</p>}
        {(moved || amended.length > 0) && (
          <div className="outcome p2" role={moved ? 'alert' : undefined} data-moved={moved ? '' : undefined} tabIndex={-1} ref={notice}>
            <Mark priority={2} />
            <div>
              {say(moved ? 'movedSince' : 'movedSeen')}
              <ul>
                {amended.map((field) => (
                  <li key={field}>
                    {fieldName(field, speech)}: <del>{linesOf(first, field, speech).join(', ')}</del> →{' '}
                    <b>{linesOf(held, field, speech).join(', ')}</b>
                  </li>
                ))}
              </ul>
            </div>
          </div>
        )}
        {row.state === 'AT_GATE' && (
          <p>{second ? say('entrySecond') : say('entryFirst', say(other))}</p>
        )}
        <div className="buttons">
          <button type="button" onClick={no}>
            <kbd>Esc</kbd> {say('cancel')}
          </button>
          {moved ? (
            <button type="button" className="primary" onClick={ask}>
              {say('askAnew')} <kbd>F8</kbd>
            </button>
          ) : (
            <button type="submit" className="primary" ref={answer}>
              {say(again ? 'confirmAgain' : 'confirmEntry')} <kbd>Enter</kbd>
            </button>
          )}
        </div>
      </form>
    </dialog>
  );
}

/** For who has no key: what was amended, so that *asked again* can be understood. */
export function AmendedLine({ registration }: { registration: string }) {
  const speech = useSpeech();
  const { held } = useHeld(registration);
  if (held === null || held.provenance.length === 0) return null;
  const names = held.provenance.map((one) => fieldName(one.field, speech));
  return <p className="papers-amended">{speech.say('amendedFields', names.join(', '))}</p>;
}
