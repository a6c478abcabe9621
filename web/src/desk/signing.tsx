/** The hand-over sheet that both shifts sign: one officer hands over, another of the agency takes over. */
import { useCallback, useEffect, useState } from 'react';
import { useKeys } from '../keys';
import { get, newId, post } from '../send';
import type { Board } from '../board';
import { faultSentence } from '../fault';
import { gateName, Plate } from '../parts';
import { countOf, dateOf, onBothClocks } from '../times';
import { faultOf, type Speaker } from '../wire';
import { Ask } from '../gate/ask';
import { placeOf, refusedText, speakerText, stepName } from '../gate/loadsay';
import { sayCode, useSpeech, type Word } from '../gate/speech';

/** The page asks by itself: the other shift signs at another desk. */
const AGAIN_SECONDS = 2;

interface Voice extends Speaker {
  at: string;
}

export interface Sheet {
  id: string;
  statement: string;
  /** Whoever asks has proposed it. */
  own?: boolean;
  proposed: Voice;
  approved?: Voice;
}

export interface Sheets {
  /** Handed over and not taken over yet. */
  standing: Sheet | null;
  signed: readonly Sheet[];
  again: () => Promise<void>;
}

/** @param today the gate's day, ISO: of it the signed ones are shown */
export function useSheets(on: boolean, today: string): Sheets {
  const [standing, setStanding] = useState<Sheet | null>(null);
  const [signed, setSigned] = useState<readonly Sheet[]>([]);
  const again = useCallback(async () => {
    const { items } = await get<{ items: Sheet[] }>('/hand-overs');
    setStanding(items.at(-1) ?? null);
  }, []);
  useEffect(() => {
    if (!on) return;
    const ask = () => void again().catch(() => undefined);
    ask();
    const timer = setInterval(ask, AGAIN_SECONDS * 1000);
    return () => clearInterval(timer);
  }, [on, again]);
  // What is signed is read from the journal: only when what stands has changed.
  const id = standing?.id;
  useEffect(() => {
    if (!on) return;
    let stale = false;
    get<{ items: Sheet[] }>(`/hand-overs?date=${today}`)
      .then(({ items }) => stale || setSigned(items.filter((one) => one.approved !== undefined)))
      .catch(() => undefined);
    return () => {
      stale = true;
    };
  }, [on, id, today]);
  return { standing, signed, again };
}

type Doing = 'handOver' | 'takeOver' | 'withdraw';
const words: Record<Doing, Word> = {
  handOver: 'signSheet',
  takeOver: 'takeOverSheet',
  withdraw: 'withdrawSheet',
};
const whys: Record<Doing, Word> = {
  handOver: 'signWhy',
  takeOver: 'takeOverSheetWhy',
  withdraw: 'withdrawWhy',
};

/** What this officer may sign now; F8 is the key. */
export function Signing({ sheets, show }: { sheets: Sheets; show: (id: string) => void }) {
  const speech = useSpeech();
  const { say } = speech;
  const { standing, again } = sheets;
  const [doing, setDoing] = useState<Doing | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const next: Doing | null = standing === null ? 'handOver' : standing.own === true ? null : 'takeOver';

  useKeys((event) => {
    if (event.key !== 'F8' || event.repeat) return;
    event.preventDefault();
    if (next !== null) setDoing(next);
  });

  const act = async (what: Doing) => {
    setDoing(null);
    setSaid(null);
    const id = standing?.id ?? newId();
    try {
      if (what === 'handOver') await post('/hand-overs', { id }, newId());
      else await post(`/hand-overs/${id}/${what === 'takeOver' ? 'approval' : 'withdrawal'}`, {}, newId());
      if (what !== 'withdraw') show(id);
    } catch (reason) {
      const fault = faultOf(reason);
      const gone = fault.status === 404 ? 'PROPOSAL_UNKNOWN' : fault.code;
      setSaid(fault.status === 409 || fault.status === 404 ? refusedText(gone, [], speech) : faultSentence(fault, say, speech.language));
    }
    await again().catch(() => undefined);
  };
  return (
    <div className="sheet-sign">
      {standing !== null && (
        <p role="status">
          <VoiceOf word="handedBy" voice={standing.proposed} /> {say('waitsNext')}{' '}
          <button type="button" onClick={() => show(standing.id)}>
            {say('showSheet')}
          </button>
        </p>
      )}
      <div className="buttons">
        {next !== null && (
          <button type="button" className="primary" id="sign-sheet" onClick={() => setDoing(next)}>
            {say(words[next])} <kbd>F8</kbd>
          </button>
        )}
        {standing !== null && (
          <button type="button" onClick={() => setDoing('withdraw')}>
            {say('withdrawSheet')}
          </button>
        )}
      </div>
      {said !== null && (
        <p className="wrong" role="alert">
          {said}
        </p>
      )}
      {sheets.signed.length > 0 && (
        <ul aria-label={say('sheetsSigned')}>
          {sheets.signed.map((one) => (
            <li key={one.id}>
              <VoiceOf word="handedBy" voice={one.proposed} />{' '}
              {one.approved !== undefined && <VoiceOf word="takenBy" voice={one.approved} />}{' '}
              <button type="button" onClick={() => show(one.id)}>
                {say('showSheet')}
              </button>
            </li>
          ))}
        </ul>
      )}
      {doing !== null && (
        <Ask
          title={say(words[doing])}
          why={say(whys[doing])}
          submit={say(words[doing])}
          read={() => ({ body: {} })}
          done={() => void act(doing)}
          close={() => setDoing(null)}
        />
      )}
    </div>
  );
}

function VoiceOf({ word, voice }: { word: 'handedBy' | 'takenBy'; voice: Voice }) {
  const speech = useSpeech();
  const said = speakerText(voice, speech);
  return <span>{speech.say(word, said, ...onBothClocks(Date.parse(voice.at)))}</span>;
}

const HEAD =
  /^shift of (\w+) at gates (.+) as of entry (\d+): open (\d+), turn (\d+), late (\d+), held (\d+), inspected (\d+), asked again (\d+)$/;

/** A sheet as it was signed: what the journal has, with the plates that are known here. */
export function SignedSheet({ sheet, board }: { sheet: Sheet; board: Board }) {
  const speech = useSpeech();
  const { say, language } = speech;
  const [head = '', ...lines] = sheet.statement.split('\n');
  const [, agency = '', gates = '', entry = '', ...counts] = HEAD.exec(head) ?? [];
  const names = ['sheetOpen', 'sheetTurn', 'sheetLate', 'sheetHeld', 'sheetInspecting', 'sheetAgain'] as const;
  const plates = new Map([...board.rows.values()].map((row) => [row.declarationNumber, row.plate]));
  const at = Date.parse(sheet.proposed.at);
  return (
    <section className="sheet-part" data-signed={sheet.approved === undefined ? 'half' : 'both'}>
      <h3>{sayCode(say, agency)}</h3>
      <p>
        {gates === 'all' ? '' : gates.split(' ').map((gate) => gateName(speech, gate)).join(', ')}{' '}
        {dateOf(at, language)}, {say('sheetEntry', entry)}
      </p>
      <p className="sheet-voices">
        <VoiceOf word="handedBy" voice={sheet.proposed} />
        {sheet.approved === undefined ? (
          <span>{say('waitsNext')}</span>
        ) : (
          <VoiceOf word="takenBy" voice={sheet.approved} />
        )}
      </p>
      <dl className="sheet-counts">
        {names.map((name, i) => (
          <div key={name}>
            <dt>{say(name)}</dt>
            <dd>{countOf(Number(counts[i] ?? 0), language)}</dd>
          </div>
        ))}
      </dl>
      <table>
        <tbody>
          {lines.map((line) => {
            const [number = '', ...open] = line.split(' ');
            return (
              <tr key={line}>
                <th scope="row">
                  {plates.get(number) === undefined ? number : <Plate plate={plates.get(number) ?? null} />}
                </th>
                <td>{number}</td>
                <td>{open.map((word) => wordOf(word, speech)).join('; ')}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

function inspectionAt(places: string, speech: ReturnType<typeof useSpeech>): string {
  const { say } = speech;
  if (places === 'owed') return `${say('inspection')}: ${say('inspectionOwed')}`;
  return say('inspectionOpen', places.split(',').map((code) => placeOf(code, speech)).join(', '));
}

function wordOf(word: string, speech: ReturnType<typeof useSpeech>): string {
  const { say } = speech;
  const [what = '', ...more] = word.split(':');
  if (what === 'hold') return `${say('sheetHeld')}: ${sayCode(say, `short${more[0]}`)}`;
  const inspection = what === 'inspection' ? (more.shift() ?? '') : null;
  const marks = { turn: 'sheetTurn', late: 'sheetLate', again: 'sheetAgain' } as const;
  const told = more.map((one) => say(marks[one as keyof typeof marks]));
  const name = inspection === null ? stepName(what, speech) : inspectionAt(inspection, speech);
  return `${name}${told.length === 0 ? '' : ` (${told.join(', ')})`}`;
}
