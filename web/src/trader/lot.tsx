/** Several trucks at once, from the rows of a firm's own spreadsheet. */
import { useCallback, useEffect, useMemo, useRef, useState, type ClipboardEvent, type DragEvent } from 'react';
import { COLUMNS, keep, loadDesk, presetsOf } from './desk';
import { useKeys } from '../keys';
import { needsOf } from '../registration/derive';
import { isPlain } from '../registration/values';
import { fresh, settledText, type Entry } from './entry';
import { faultSentence } from '../fault';
import { itemOf, keyOf, specs, type Key, type Name } from '../registration/fields';
import { fieldOf, onNeed } from './show';
import { isTruckKey, MOST, trucksOf, useLot, type Row, type Truck } from './lotrows';
import { lastTrip, remember } from './memory';
import { Part } from './part';
import { Columns, Table } from './lottable';
import { useTell } from './say';
import { newId, post } from '../send';
import { headersAsTree, headersFrom, readSheet, type Sheet } from './sheet';
import { useEntry } from './useentry';
import { faultOf, type Fault, type Violation } from '../wire';

/** No two registrations share these. */
const oneOnly: readonly Key[] = ['number', 'reference', 'borderGuardNumber'];
const first: readonly Key[] = ['plate', 'driver', 'weight', 'seal', 'container'];

interface LotProps {
  now: number;
  back: () => void;
}

export function Lot({ now, back }: LotProps) {
  const [begin, setBegin] = useState<Entry | null>(null);
  useEffect(() => {
    lastTrip()
      .catch(() => ({}))
      .then((trip) => setBegin(fresh(newId(), trip, now)));
    // Read once, when the page is opened.
  }, []);
  return begin === null ? <p className="empty">…</p> : <LotForm begin={begin} now={now} back={back} />;
}

function LotForm({ begin, now, back }: LotProps & { begin: Entry }) {
  const speech = useTell();
  const { tell, site } = speech;
  const { entry, change, settle, coming } = useEntry(begin, now);
  const [sheet, setSheet] = useState<Sheet | null>(null);
  const [trucks, setTrucks] = useState<readonly Truck[]>([]);
  const [opened, setOpened] = useState<ReadonlySet<Name>>(new Set());
  const [active, setActive] = useState<Name | null>(null);
  const [more, setMore] = useState<ReadonlySet<string>>(new Set());
  const [tried, setTried] = useState(false);
  const [refused, setRefused] = useState<readonly Violation[]>([]);
  const [fault, setFault] = useState<Fault | null>(null);
  const [sending, setSending] = useState(false);
  const [taken, setTaken] = useState<{ id: string; declarationNumber: string }[] | null>(null);
  const [lot, setLot] = useState(newId);
  const page = useRef<HTMLElement>(null);
  /** Columns that the sheet lacks and some truck needs: behind the plate, and they stay. */
  const added = useRef(new Set<Key>());
  const command = useRef({ body: '', id: '' });
  const day = Math.floor(now / 3_600_000) * 3_600_000;
  const { rows, ready } = useLot(trucks, entry.values, entry.base, day, refused, speech);

  const take = useCallback(
    (text: string) => {
      const preset = presetsOf('TEMPLATE').find((one) => one.label.startsWith(COLUMNS));
      added.current.clear();
      const read = readSheet(text, headersFrom(preset?.content ?? {}));
      setSheet(read);
      setTrucks(trucksOf(read, now, speech));
      setRefused([]);
      setTaken(null);
      requestAnimationFrame(() => page.current?.querySelector<HTMLInputElement>('.lot-shared input')?.focus());
    },
    [now, speech],
  );
  const toFault = () =>
    page.current
      ?.querySelector<HTMLInputElement>('.lot-shared [data-wrong] input, .lot-table td[data-wrong] input')
      ?.focus();
  const pasted = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain');
    if (sheet !== null && !/[\t\n]/.test(text.trim())) return;
    event.preventDefault();
    take(text);
  };
  const dropped = (event: DragEvent) => {
    event.preventDefault();
    const file = event.dataTransfer.files[0];
    if (file !== undefined) void file.text().then(take);
    else take(event.dataTransfer.getData('text/plain'));
  };

  const columns = useMemo(() => {
    const mapped = (sheet?.columns ?? []).filter((key): key is Key => key !== null);
    for (const row of rows) {
      for (const name of Object.keys(row.faults)) {
        const key = keyOf(name as Name);
        if (isTruckKey(key, mapped) && !mapped.includes(key)) added.current.add(key);
      }
    }
    const rest = first.filter((key) => !mapped.includes(key) && !added.current.has(key));
    const [plate, ...others] = mapped.includes('plate') ? ['plate' as Key, ...mapped.filter((key) => key !== 'plate')] : mapped;
    return [...new Set([...(plate === undefined ? [] : [plate]), ...added.current, ...others, ...rest])];
  }, [sheet, rows]);
  const isColumn = (key: Key) => columns.includes(key) || isTruckKey(key, sheet?.columns ?? []);

  const sharedFaults: Partial<Record<Name, string>> = {};
  let cellFaults = 0;
  for (const row of rows) {
    for (const name of Object.keys(row.faults) as Name[]) {
      if (isColumn(keyOf(name))) cellFaults++;
      else sharedFaults[name] ??= row.faults[name] ?? '';
    }
  }
  const sharedLeft = Object.keys(sharedFaults).length;
  const sharedTyped = Object.fromEntries(
    Object.entries(sharedFaults).filter(([name]) => name !== active && (entry.values[name as Name] ?? '') !== ''),
  );
  const needed = useMemo(() => {
    const papers = rows.flatMap((row) => needsOf(row.built.declaration, site?.rulebook, now));
    return new Set(papers.flatMap((need) => fieldOf[need.paper] ?? []));
  }, [rows, site, now]);

  const show = (name: Name): 'open' | 'chip' | 'folded' | 'none' => {
    const key = keyOf(name);
    const filled = (entry.values[name] ?? '') !== '';
    if (isColumn(key) || itemOf(name) > 0 || oneOnly.includes(key)) return 'none';
    if (name === active || opened.has(name)) return 'open';
    if (filled && isPlain(name, entry.values)) return 'folded';
    if (filled) return entry.sources[name] === undefined ? 'open' : sharedFaults[name] ? 'open' : 'chip';
    if (specs[key].rare === true) return 'folded';
    if (onNeed.has(key)) return needed.has(key) ? 'open' : 'none';
    return 'open';
  };
  const focus = (name: Name) => {
    setOpened((before) => new Set(before).add(name));
    requestAnimationFrame(() =>
      page.current?.querySelector<HTMLInputElement>(`input[data-name="${name}"]`)?.focus(),
    );
  };
  const next = async (from: HTMLElement) => {
    await coming.current;
    const inputs = [...(page.current?.querySelectorAll<HTMLInputElement>('.lot-shared input') ?? [])];
    const here = inputs.findIndex((input) => input === from);
    (inputs.slice(here + 1).find((input) => input.value === '') ?? page.current?.querySelector<HTMLElement>('.lot-table input'))?.focus();
  };

  const cell = (index: number, key: Key, text: string, done: boolean) => {
    setRefused((before) => before.filter((one) => !one.path.startsWith(`registrations[${index}].`)));
    setTrucks((before) =>
      before.map((truck, i) => {
        if (i !== index) return truck;
        const value = done ? settledText(key, text, now, speech.language) : text;
        return { ...truck, own: { ...truck.own, [key]: value } };
      }),
    );
  };

  const send = async () => {
    if (sending || rows.length === 0) return;
    const registrations = rows.map((row) => ({ ...row.built.declaration, id: row.truck.id, via: 'SCREEN' }));
    const body = { id: lot, registrations };
    const text = JSON.stringify(body);
    if (command.current.body !== text) command.current = { body: text, id: newId() };
    setSending(true);
    setTried(true);
    setFault(null);
    try {
      const answer = await post<{ registrations: { id: string; declarationNumber: string }[] }>(
        '/lots',
        body,
        command.current.id,
      );
      setTaken(answer.registrations);
      void loadDesk();
      void keepAll(rows, sheet);
    } catch (reason) {
      const said = faultOf(reason);
      setFault(said);
      setRefused(said.violations);
    } finally {
      setSending(false);
    }
  };

  useKeys((event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void send();
    } else if (event.key === 'Escape' && !(event.target instanceof HTMLInputElement)) back();
  });

  const extra = (sheet?.rows.length ?? 0) - MOST;
  return (
    <main className="lot" ref={page} onPaste={pasted} onDrop={dropped} onDragOver={(event) => event.preventDefault()}>
      <div className="panel entry-head">
        <button type="button" onClick={back}>
          <kbd>Esc</kbd> {tell('back')}
        </button>
        <h1>{tell('lotTitle')}</h1>
        {sheet !== null && trucks.length > 0 && <b>{tell('lotTrucks', trucks.length)}</b>}
        {sheet !== null && (
          <button type="button" className="push" onClick={() => setSheet(null)}>
            {tell('lotPaste')}
          </button>
        )}
      </div>
      {taken !== null && (
        <div className="panel sent-line" role="status">
          <b>{tell('lotSent', taken.length)}</b>
          <span>{taken.map((one) => one.declarationNumber).join(' · ')}</span>
          <button
            type="button"
            onClick={() => {
              setTaken(null);
              setSheet(null);
              setTrucks([]);
              setLot(newId());
            }}
          >
            {tell('lotAnother')}
          </button>
        </div>
      )}
      {sheet === null && taken === null && (
        <label className="panel lot-drop">
          <span>{tell('lotHow')}</span>
          <textarea autoFocus rows={5} onChange={(event) => /\n/.test(event.target.value) && take(event.target.value)} />
          <input
            type="file"
            accept=".csv,.tsv,.txt,text/csv"
            aria-label={tell('lotHow')}
            onChange={(event) => void event.target.files?.[0]?.text().then(take)}
          />
        </label>
      )}
      {sheet !== null && taken === null && (
        <>
          {trucks.length === 0 && <p className="fault">{tell('lotNoRows')}</p>}
          {extra > 0 && <p className="fault">{tell('lotTooMany', extra)}</p>}
          <div className="lot-shared" aria-label={tell('lotShared')} role="group">
            {(['trip', 'goods', 'papers', 'company'] as const).map((section, i) => (
              <Part
                key={section}
                section={section}
                number={i + 1}
                entry={entry}
                show={show}
                faults={tried ? sharedFaults : sharedTyped}
                more={more.has(section)}
                mustChange={() => false}
                openMore={() => setMore((before) => new Set(before).add(section))}
                open={focus}
                change={change}
                settle={settle}
                next={(from) => void next(from)}
                activate={(name, on) => setActive((before) => (on ? name : before === name ? null : before))}
              />
            ))}
          </div>
          <Columns sheet={sheet} choose={(columns) => {
            const read = { ...sheet, columns };
            setSheet(read);
            setTrucks(trucksOf(read, now, speech));
          }} />
          <Table rows={rows} columns={columns} cell={cell} remove={(index) => setTrucks(trucks.filter((_, i) => i !== index))} />
          <div className="entry-send">
            <p className="lot-verdict" role="status">
              {cellFaults + sharedLeft > 0 ? (
                <button type="button" className="link" onClick={toFault}>
                  {tell('lotFaults', cellFaults + sharedLeft)}
                </button>
              ) : ready ? (
                tell('lotChecked')
              ) : (
                '…'
              )}
            </p>
            {fault !== null && fault.violations.length === 0 && (
              <p className="fault" role="alert">
                {faultSentence(fault, speech.say, speech.language)} {fault.status === 0 && tell('sendSafe')}
              </p>
            )}
            <button type="button" className="primary" aria-disabled={sending || rows.length === 0} onClick={() => void send()}>
              {tell(sending ? 'sending' : 'lotSend', rows.length)} <kbd>Ctrl</kbd>
              <kbd>Enter</kbd>
            </button>
          </div>
        </>
      )}
    </main>
  );
}

/** Vehicles, drivers and what the columns are: known the next time. */
async function keepAll(rows: readonly Row[], sheet: Sheet | null): Promise<void> {
  for (const row of rows) await remember(row.built.declaration);
  const content = sheet === null ? {} : headersAsTree(sheet);
  if (Object.keys(content).length === 0) return;
  const preset = presetsOf('TEMPLATE').find((one) => one.label.startsWith(COLUMNS));
  if (preset !== undefined && JSON.stringify(preset.content) === JSON.stringify(content)) return;
  await keep({ id: preset?.id ?? newId(), kind: 'TEMPLATE', label: COLUMNS, content });
}
