/** In the file of a vehicle: what this officer's agency relies on, and its key. */
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Board } from '../board';
import { agencies, keyOf, live } from '../judge';
import { plateText } from '../plates';
import { Mark } from '../parts';
import { onBothClocks } from '../times';
import { againText } from './again';
import { fieldName } from './fields';
import { reliedOn, useConfirming, useHeld } from './held';
import { Outcome, ReliedOf } from './relied';
import { useSpeech } from './speech';
import type { Agency, CrossingRow } from '../wire';

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
  const [asking, setAsking] = useState(false);
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

  const version = looked.held?.version;
  const amendedNow = useRef(row.askedAgainDue);
  useEffect(() => {
    if (amendedNow.current !== row.askedAgainDue && version !== undefined) void looked.again();
    amendedNow.current = row.askedAgainDue;
  }, [row.askedAgainDue]);

  // What is asked about is what was seen: another version is looked at first.
  useEffect(() => setAsking(false), [version]);

  useEffect(() => {
    const keys = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'F8' || event.repeat || event.isComposing) return;
      event.preventDefault();
      if (may && word.kind !== 'sending') setAsking(true);
    };
    addEventListener('keydown', keys);
    return () => removeEventListener('keydown', keys);
  }, [may, word.kind]);

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
                onClick={() => setAsking(true)}
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
      {asking && (
        <Sure
          row={row}
          agency={agency}
          again={again}
          yes={() => {
            setAsking(false);
            confirm();
          }}
          no={() => setAsking(false)}
        />
      )}
    </section>
  );
}

interface SureProps {
  row: CrossingRow;
  agency: Agency;
  again: boolean;
  yes: () => void;
  no: () => void;
}

/** A key opens the gate: it is asked for once more, and Enter is the answer. */
function Sure({ row, agency, again, yes, no }: SureProps) {
  const { say } = useSpeech();
  const dialog = useRef<HTMLDialogElement>(null);
  const answer = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    dialog.current?.showModal();
    answer.current?.focus();
  }, []);
  const other = agencies.find((one) => one !== agency) ?? agency;
  const second = keyOf(row, other) !== undefined;
  const plate = row.plate === null ? (row.declarationNumber ?? '') : plateText(row.plate);
  return (
    <dialog ref={dialog} aria-labelledby="sure-title" onClose={no}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          yes();
        }}
      >
        <h2 id="sure-title">{say('entryAsk', plate)}</h2>
        {again && <p>{say('entryRenew', say(agency))}</p>}
        {row.state === 'AT_GATE' && (
          <p>{second ? say('entrySecond') : say('entryFirst', say(other))}</p>
        )}
        <div className="buttons">
          <button type="button" onClick={no}>
            <kbd>Esc</kbd> {say('cancel')}
          </button>
          <button type="submit" className="primary" ref={answer}>
            {say(again ? 'confirmAgain' : 'confirmEntry')} <kbd>Enter</kbd>
          </button>
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
