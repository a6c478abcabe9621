/** What the yard and customs fill in: a package list with its seal, what stays on the source, a reason. */
import { useEffect, useRef, useState, type FormEvent, type KeyboardEvent, type ReactNode } from 'react';
import { offered, packedOn, restOf, sumOf, type Change, type Lot, type Receiver } from '../changes';
import { Mark } from '../parts';
import { countOf } from '../times';
import { useSpeech } from '../gate/speech';
import { plateOf, type ChangeActs, type Verb } from './changeact';
import { changingSay } from './changingwords';

const PACKAGES = 1_000_000;
const KILOGRAMS = 200_000;
const SEAL = 40;
const REASON = 500;

interface FormProps {
  change: Change;
  acts: ChangeActs;
  done: () => void;
  cancel: () => void;
}

interface Typed {
  packages: string;
  kg: string;
}

const typedOf = (lots: readonly Lot[]): Typed[] =>
  lots.map(({ packages, kg }) => ({ packages: String(packages), kg: String(kg) }));

/** null: no whole number up to that. */
function wholeIn(text: string, most: number): number | null {
  const bare = text.trim() === '' ? '0' : text.trim();
  return /^\d{1,7}$/.test(bare) && Number(bare) <= most ? Number(bare) : null;
}

/** The lots as they are typed; those whose figures are none have null. */
const lotsIn = (lots: readonly Lot[], typed: readonly Typed[]): (Lot | null)[] =>
  lots.map((lot, i) => {
    const packages = wholeIn(typed[i]?.packages ?? '', PACKAGES);
    const kg = wholeIn(typed[i]?.kg ?? '', KILOGRAMS);
    return packages === null || kg === null ? null : { ...lot, packages, kg };
  });

const something = (lot: Lot): boolean => lot.packages + lot.kg > 0;

interface FrameProps extends FormProps {
  verb: Verb;
  title: string;
  hint: string;
  button: string;
  /** What is wrong with what is typed, in words, or what is sent. */
  read: () => { wrong: string } | { body: object };
  children: ReactNode;
}

function Frame({ change, acts, done, cancel, verb, title, hint, button, read, children }: FrameProps) {
  const { say } = useSpeech();
  const [why, setWhy] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLInputElement>('[data-first]')?.select();
    form.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const busy = acts.sending === change.id;
  // The key that opened it and is still held sends nothing unread.
  const held = (event: KeyboardEvent) => event.key === 'Enter' && event.repeat && event.preventDefault();
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const found = read();
    const refused = 'wrong' in found ? found.wrong : await acts.act(change, verb, found.body);
    if (refused === null) done();
    else setWhy(refused);
  };
  return (
    <form
      ref={form}
      className="change-form"
      noValidate
      onSubmit={(event) => void send(event)}
      onKeyDown={held}
      aria-label={title}
    >
      <h5>{title}</h5>
      <p>{hint}</p>
      {children}
      {why !== null && (
        <p className="why" role="alert">
          <Mark priority={2} />
          <span>{why}</span>
        </p>
      )}
      <div className="change-acts">
        <button type="submit" className="primary" aria-disabled={busy}>
          {busy ? say('sending') : button} <kbd>Enter</kbd>
        </button>
        <button type="button" onClick={cancel}>
          {say('cancel')} <kbd>Esc</kbd>
        </button>
      </div>
    </form>
  );
}

interface FieldProps {
  value: string;
  label: string;
  first?: boolean;
  most?: number;
  change: (text: string) => void;
}

function Count({ value, label, first, change }: FieldProps) {
  return (
    <input
      value={value}
      inputMode="numeric"
      maxLength={7}
      autoComplete="off"
      aria-label={label}
      data-first={first === true ? '' : undefined}
      onFocus={(event) => event.target.select()}
      onChange={(event) => change(event.target.value)}
    />
  );
}

const changed = (typed: readonly Typed[], at: number, part: Partial<Typed>): Typed[] =>
  typed.map((one, i) => (i === at ? { ...one, ...part } : one));

export function PackForm({ receiver, ...props }: FormProps & { receiver: Receiver }) {
  const { say, language } = useSpeech();
  const note = changingSay(language);
  const { change } = props;
  const [typed, setTyped] = useState(() => typedOf(offered(change, receiver)));
  const [seal, setSeal] = useState(receiver.loading?.seal ?? '');
  const others = packedOn(change, receiver.registration);
  const read = () => {
    const lots = lotsIn(change.lots, typed);
    if (lots.includes(null)) return { wrong: note('wrongWhole', countOf(PACKAGES, language)) };
    const some = lots.filter((lot) => lot !== null).filter(something);
    if (some.length === 0) return { wrong: note('wrongNothing') };
    const written = seal.trim().toUpperCase();
    if (written === '' || written.length > SEAL) return { wrong: note('wrongSeal') };
    return { body: { receiver: receiver.registration, lots: some, seal: written } };
  };
  return (
    <Frame
      {...props}
      verb="loadings"
      title={note('packTitle', plateOf(receiver.plate))}
      hint={note(change.method === 'GANG' ? 'packHint' : 'wholeHint')}
      button={say('doIt')}
      read={read}
    >
      <table>
        <thead>
          <tr>
            <th scope="col">{note('lotNumber')}</th>
            <th scope="col">{note('packages')}</th>
            <th scope="col">{note('kg')}</th>
          </tr>
        </thead>
        <tbody>
          {change.lots.map((lot, i) => {
            const name = lot.customsNumber ?? note('lotNameless');
            return (
              <tr key={name} data-lot={name}>
                <th scope="row">
                  {name}
                  <small>
                    {note('restOf', countOf(restOf(lot, others).packages, language), countOf(lot.packages, language))}
                  </small>
                </th>
                <td>
                  <Count
                    value={typed[i]?.packages ?? ''}
                    label={`${note('packages')}, ${name}`}
                    first={i === 0}
                    change={(packages) => setTyped(changed(typed, i, { packages }))}
                  />
                </td>
                <td>
                  <Count
                    value={typed[i]?.kg ?? ''}
                    label={`${note('kg')}, ${name}`}
                    change={(kg) => setTyped(changed(typed, i, { kg }))}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <label>
        {note('sealField')}
        <input
          name="seal"
          value={seal}
          maxLength={SEAL}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          onChange={(event) => setSeal(event.target.value)}
        />
      </label>
    </Frame>
  );
}

export function FinishForm(props: FormProps) {
  const { language } = useSpeech();
  const note = changingSay(language);
  const { change } = props;
  const lists = packedOn(change);
  const [typed, setTyped] = useState(() => typedOf(change.lots.map((lot) => restOf(lot, lists))));
  const stay = lotsIn(change.lots, typed);
  const read = () =>
    stay.includes(null)
      ? { wrong: note('wrongWhole', countOf(PACKAGES, language)) }
      : { body: { remaining: stay.filter((lot) => lot !== null).filter(something) } };
  return (
    <Frame {...props} verb="finish" title={note('finishTitle')} hint={note('finishHint')} button={note('finish')} read={read}>
      {change.receivers
        .filter((one) => one.loading === undefined)
        .map((one) => (
          <p key={one.registration} className="why" data-unpacked>
            <Mark priority={3} />
            <span>{note('unpackedYet', plateOf(one.plate))}</span>
          </p>
        ))}
      <Balance
        change={change}
        stays={stay}
        fields={(i, name) => (
          <span className="change-pair">
            <Count
              value={typed[i]?.packages ?? ''}
              label={note('staysPackages', name)}
              first={i === 0}
              change={(packages) => setTyped(changed(typed, i, { packages }))}
            />
            <Count
              value={typed[i]?.kg ?? ''}
              label={note('staysKg', name)}
              change={(kg) => setTyped(changed(typed, i, { kg }))}
            />
          </span>
        )}
      />
    </Frame>
  );
}

export function SignForm(props: FormProps) {
  const note = changingSay(useSpeech().language);
  const { change } = props;
  const broken = (change.differences ?? []).length > 0;
  const [reason, setReason] = useState('');
  const read = () => {
    const text = reason.trim();
    if (text.length > REASON || (broken && text === '')) return { wrong: note('wrongReason') };
    return { body: text === '' ? {} : { note: text } };
  };
  const stays = change.lots.map((lot) => sumOf(lot, [change.remaining ?? []]));
  return (
    <Frame
      {...props}
      verb="signature"
      title={note('signTitle')}
      hint={note(broken ? 'signBroken' : 'signBalanced')}
      button={note('sign')}
      read={read}
    >
      <Balance change={change} stays={stays} />
      <label>
        {note(broken ? 'reason' : 'remark')}
        <input
          name="reason"
          value={reason}
          data-first=""
          maxLength={REASON}
          autoComplete="off"
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
    </Frame>
  );
}

interface BalanceProps {
  change: Change;
  /** What stays on the source of each lot; null: what is typed is no number. */
  stays: readonly (Lot | null)[];
  fields?: (at: number, name: string) => ReactNode;
}

/** What was declared, what is packed, what stays, and what is missing. */
function Balance({ change, stays, fields }: BalanceProps) {
  const { language } = useSpeech();
  const note = changingSay(language);
  const amount = (lot: Lot) => note('lotAmount', countOf(lot.packages, language), countOf(lot.kg, language));
  const lists = packedOn(change);
  return (
    <table className="change-balance">
      <thead>
        <tr>
          <th scope="col">{note('lotNumber')}</th>
          <th scope="col">{note('declaredTotal')}</th>
          <th scope="col">{note('packed')}</th>
          <th scope="col">{note('stays')}</th>
          <th scope="col">{note('difference')}</th>
        </tr>
      </thead>
      <tbody>
        {change.lots.map((lot, i) => {
          const name = lot.customsNumber ?? note('lotNameless');
          const stay = stays[i] ?? null;
          const packed = sumOf(lot, lists);
          const gap =
            stay === null
              ? null
              : { packages: packed.packages + stay.packages - lot.packages, kg: packed.kg + stay.kg - lot.kg };
          const off = gap !== null && (gap.packages !== 0 || gap.kg !== 0);
          return (
            <tr key={name} data-lot={name}>
              <th scope="row">{name}</th>
              <td data-label={note('declaredTotal')}>{amount(lot)}</td>
              <td data-label={note('packed')}>{amount(packed)}</td>
              <td data-label={note('stays')}>{fields?.(i, name) ?? (stay === null ? '' : amount(stay))}</td>
              <td data-label={note('difference')} className={off ? 'p2' : undefined} data-gap={off}>
                <span>
                  {off && <Mark priority={2} />} {gap !== null && <Difference lot={gap} />}
                </span>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** Packages and kilograms that are missing or too many. */
export function Difference({ lot }: { lot: Lot }) {
  const { language } = useSpeech();
  const note = changingSay(language);
  const { packages, kg } = lot;
  if (packages === 0 && kg === 0) return <>{note('balanced')}</>;
  const amount = (one: number, two: number) => note('lotAmount', countOf(one, language), countOf(two, language));
  const [less, more] = [[Math.max(0, -packages), Math.max(0, -kg)], [Math.max(0, packages), Math.max(0, kg)]] as const;
  const said = [
    ...(less[0] + less[1] > 0 ? [note('lessBy', amount(...less))] : []),
    ...(more[0] + more[1] > 0 ? [note('moreBy', amount(...more))] : []),
  ];
  return <>{said.join(' · ')}</>;
}
