/** How the goods of one registration change vehicles: planned, followed, cancelled by who registered them. */
import { useCallback, useEffect, useRef, useState, type FormEvent } from 'react';
import { groupOf, missingOf, type Change, type Lot, type Method } from '../changes';
import { missingWord } from '../changewords';
import { faultSentence } from '../fault';
import { Mark, useSpeech, type Speech } from '../parts';
import { plateText } from '../plates';
import { bringsNothing } from '../registration/values';
import type { Tree } from '../registration/tree';
import { get, newId, post } from '../send';
import { countOf, HERE, minuteOf } from '../times';
import { faultOf, type Fault } from '../wire';
import type { OwnRow } from './desk';
import { handingSay, isHandingWord } from './handingwords';
import { useTell } from './say';

const MOST = 1000;
const PACKAGES = 1_000_000;
/** Read again so often while the panel is open. */
const AGAIN_MS = 15_000;
const methods: readonly Method[] = ['GANG', 'CRANE', 'TRAILER'];

const plateOf = (plate: string | null | undefined): string => (plate == null ? '…' : plateText(plate));

function refused(fault: Fault, { language, say }: Speech): string {
  const word = `no${fault.code}`;
  return isHandingWord(word) ? handingSay(language)(word) : faultSentence(fault, say, language);
}

/** What the source brings, a customs declaration each. */
function lotsOf(detail: Tree): Lot[] {
  const groups = (detail['goodsGroups'] ?? []) as { customsDeclarationNumber?: string; weightKg?: number }[];
  return groups.map((group) => ({
    ...(group.customsDeclarationNumber === undefined ? {} : { customsNumber: group.customsDeclarationNumber }),
    packages: 0,
    kg: group.weightKg ?? 0,
  }));
}

interface Known {
  change: Change | null;
  own: OwnRow | undefined;
  receiving: OwnRow[];
  lots: Lot[];
}

export function Handing({ id }: { id: string }) {
  const speech = useSpeech();
  const note = handingSay(speech.language);
  const [known, setKnown] = useState<Known | null>(null);
  const [planning, setPlanning] = useState(false);
  const [sure, setSure] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const planButton = useRef<HTMLButtonElement>(null);
  const planned = useRef(false);
  useEffect(() => {
    if (planned.current && !planning) planButton.current?.focus();
    planned.current = planning;
  }, [planning]);
  /** Own registrations, and this one: read when the panel opens and when something is planned. */
  const papers = useRef<[{ items: OwnRow[] }, Tree] | null>(null);
  const look = useCallback(
    async (whole: boolean, signal?: AbortSignal) => {
      if (whole || papers.current === null) {
        papers.current = await Promise.all([
          get<{ items: OwnRow[] }>(`/registrations?limit=${MOST}`, signal),
          get<Tree>(`/registrations/${encodeURIComponent(id)}`, signal),
        ]);
      }
      const page = await get<{ items: Change[] }>(`/transshipments?limit=${MOST}`, signal);
      const [rows, detail] = papers.current;
      const parties = ({ source, receivers }: Change) => [source, ...receivers].map((one) => one.registration);
      const own = rows.items.find((row) => row.id === id);
      const change = page.items.find((one) => parties(one).includes(id)) ?? null;
      const taken = page.items.filter((one) => one !== change).flatMap(parties);
      const receiving = rows.items.filter(
        (row) =>
          row.regime === 'RECEIVING' &&
          row.gate === own?.gate &&
          row.direction === own.direction &&
          row.state !== 'GONE' &&
          !taken.includes(row.id),
      );
      setKnown({ change, own, receiving, lots: lotsOf(detail) });
    },
    [id],
  );
  useEffect(() => {
    const stop = new AbortController();
    // What is shown stays; the page above says that the gate does not answer.
    const again = () => void look(false, stop.signal).catch(() => undefined);
    again();
    const timer = setInterval(() => !document.hidden && again(), AGAIN_MS);
    return () => {
      clearInterval(timer);
      stop.abort();
    };
  }, [look]);

  const begin = async () => {
    try {
      await look(true);
      setPlanning(true);
    } catch (reason) {
      setWrong(refused(faultOf(reason), speech));
    }
  };
  const act = async (path: string, body: object, command: string) => {
    setBusy(true);
    setWrong(null);
    try {
      await post(path, body, command);
      setPlanning(false);
      await look(false);
    } catch (reason) {
      setWrong(refused(faultOf(reason), speech));
    } finally {
      setBusy(false);
    }
  };

  if (known === null || known.own === undefined || (speech.site?.handling?.areas ?? []).length === 0) return null;
  const { change, own } = known;
  const mine = change?.source.registration === id;
  const receives = own.regime === 'RECEIVING';
  if (change === null && bringsNothing(own.regime) && !receives) return null;
  const before = change === null || change.stage === 'PLANNED' || change.stage === 'CALLED';
  return (
    <section className="driver-link handing" aria-labelledby="handing">
      <h2 id="handing">{note('handTitle')}</h2>
      {change === null && <p>{note(receives ? 'handFree' : 'handWhy')}</p>}
      {change !== null && !mine && <p>{note('handTakes', plateOf(change.source.plate))}</p>}
      {change !== null && !planning && <Standing change={change} />}
      {!receives && before && !planning && (
        <div className="driver-link-acts">
          <button ref={planButton} type="button" disabled={busy} onClick={() => void begin()}>
            {note(change === null ? 'handPlan' : 'handChange')}
          </button>
          {change !== null && (
            <button type="button" disabled={busy} onClick={() => setSure(true)}>
              {note('handCancel')}
            </button>
          )}
        </div>
      )}
      {planning && (
        <Plan
          id={id}
          known={known}
          busy={busy}
          wrong={setWrong}
          send={(body, command) => void act('/transshipments', body, command)}
          cancel={() => {
            setPlanning(false);
            setWrong(null);
          }}
        />
      )}
      {wrong !== null && (
        <p className="wrong" role="alert">
          {wrong}
        </p>
      )}
      {sure && change !== null && (
        <Sure
          no={() => setSure(false)}
          yes={(command) => {
            setSure(false);
            void act(`/transshipments/${encodeURIComponent(change.id)}/cancellation`, {}, command);
          }}
        />
      )}
    </section>
  );
}

/** Where it stands, and what is missing of which vehicle. */
function Standing({ change }: { change: Change }) {
  const { language } = useSpeech();
  const { code } = useTell();
  const note = handingSay(language);
  const missing = (change.unmet ?? []).map((word) => {
    const { of, what } = missingOf(word);
    const party = of === null ? null : of === 0 ? change.source : change.receivers[of - 1];
    const found = missingWord(what);
    const text = found === null ? what : note(found.word, found.of === undefined ? '' : code(found.of));
    return { word, text: party == null ? text : `${plateOf(party.plate)}: ${text}` };
  });
  const packed = (lots: readonly Lot[]) => lots.reduce((sum, lot) => sum + lot.packages, 0);
  return (
    <>
      <p data-stage={groupOf(change)}>
        <b>{note(`group${groupOf(change)}`)}</b> · {note(change.method)}
        {change.until !== undefined && ` · ${note('handUntil', minuteOf(Date.parse(change.until), HERE))}`}
      </p>
      <ul>
        {change.receivers.map((one, i) => (
          <li key={one.registration}>
            {note('receiver', i + 1)} <b>{plateOf(one.plate)}</b>
            {one.loading !== undefined &&
              ` · ${note('handPacked', one.loading.seal, countOf(packed(one.loading.lots), language))}`}
          </li>
        ))}
      </ul>
      {missing.length > 0 && (
        <ul className="handing-missing">
          {missing.map(({ word, text }) => (
            <li key={word} data-missing={word}>
              <Mark priority={3} /> <span>{text}</span>
            </li>
          ))}
        </ul>
      )}
      {change.unmet?.length === 0 && <p>{note('eligible')}</p>}
    </>
  );
}

interface PlanProps {
  id: string;
  known: Known;
  busy: boolean;
  wrong: (why: string) => void;
  send: (body: object, command: string) => void;
  cancel: () => void;
}

function Plan({ id, known: { change, receiving, lots }, busy, wrong, send, cancel }: PlanProps) {
  const { language, say } = useSpeech();
  const note = handingSay(language);
  const [method, setMethod] = useState<Method>(change?.method ?? 'GANG');
  const [chosen, setChosen] = useState<string[]>(change?.receivers.map((one) => one.registration) ?? []);
  const before = (lot: Lot) => change?.lots.find((one) => one.customsNumber === lot.customsNumber)?.packages;
  const [packages, setPackages] = useState(() => lots.map((lot) => String(before(lot) ?? '')));
  /** The same plan that is sent again is the same command. */
  const sent = useRef({ text: '', command: '' });
  const plan = useRef(change?.id ?? newId());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const counts = packages.map((text) => (/^[1-9]\d{0,6}$/.test(text.trim()) ? Number(text) : 0));
    if (counts.some((count) => count === 0 || count > PACKAGES)) return wrong(note('wrongPackages'));
    if (chosen.length === 0) return wrong(note('wrongReceivers'));
    if (method !== 'GANG' && chosen.length > 1) return wrong(note('wrongOne'));
    const body = {
      id: plan.current,
      source: id,
      method,
      lots: lots.map((lot, i) => ({ ...lot, packages: counts[i] })),
      receivers: chosen.map((registration) => {
        const same = change?.receivers.find((one) => one.registration === registration);
        return same === undefined || same.customsNumbers.length === 0
          ? { registration }
          : { registration, customsNumbers: same.customsNumbers };
      }),
    };
    const text = JSON.stringify(body);
    if (sent.current.text !== text) sent.current = { text, command: newId() };
    send(body, sent.current.command);
  };
  return (
    <form
      className="handing-plan"
      noValidate
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // The page would go back to the list, and what was typed with it.
        event.stopPropagation();
        cancel();
      }}
    >
      <label>
        {note('handMethod')}{' '}
        <select autoFocus value={method} onChange={(event) => setMethod(event.target.value as Method)}>
          {methods.map((one) => (
            <option key={one} value={one}>
              {note(one)}
            </option>
          ))}
        </select>
      </label>
      <fieldset>
        <legend>{note('handReceivers')}</legend>
        {receiving.length === 0 && <p>{note('handNoReceivers')}</p>}
        {receiving.map((row) => (
          <label key={row.id}>
            <input
              type="checkbox"
              checked={chosen.includes(row.id)}
              onChange={({ target }) =>
                setChosen((all) => (target.checked ? [...all, row.id] : all.filter((one) => one !== row.id)))
              }
            />{' '}
            <b>{plateOf(row.plate)}</b> <small>{row.declarationNumber}</small>
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>{note('handLots')}</legend>
        {lots.map((lot, i) => (
          <label key={lot.customsNumber ?? i}>
            <span className="number">{lot.customsNumber ?? '–'}</span>{' '}
            <input
              inputMode="numeric"
              maxLength={7}
              value={packages[i]}
              aria-label={note('handPackages', lot.customsNumber ?? '–')}
              onChange={({ target }) => setPackages((all) => all.map((one, at) => (at === i ? target.value : one)))}
            />{' '}
            <small>{note('handKg', countOf(lot.kg, language))}</small>
          </label>
        ))}
      </fieldset>
      <div className="driver-link-acts">
        <button type="submit" className="primary" disabled={busy || receiving.length === 0}>
          {note('handKeep')}
        </button>
        <button type="button" onClick={cancel}>
          {say('cancel')}
        </button>
      </div>
    </form>
  );
}

/** A bay may be lost: it is asked once more, and an Enter too many answers no. */
function Sure({ yes, no }: { yes: (command: string) => void; no: () => void }) {
  const { language, say } = useSpeech();
  const note = handingSay(language);
  const dialog = useRef<HTMLDialogElement>(null);
  const command = useRef(newId());
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="withdraw" aria-labelledby="handing-sure" onClose={no}>
      <h2 id="handing-sure">{note('handSure')}</h2>
      <p>{note('handSureWhy')}</p>
      <div className="buttons">
        <button type="button" autoFocus onClick={no}>
          <kbd>Esc</kbd> {say('cancel')}
        </button>
        <button type="button" className="primary" onClick={() => yes(command.current)}>
          {note('handCancel')}
        </button>
      </div>
    </dialog>
  );
}
