/** Fields of a form about an account, each with what is wrong with it beside it. */
import { createContext, useContext, type InputHTMLAttributes, type KeyboardEvent, type ReactNode } from 'react';
import { rowFrom } from '../gate/arrows';
import { usePeople, type Wrong } from './say';

export const WrongContext = createContext<readonly Wrong[]>([]);

/** What is wrong at a field, or in a part of it. */
export function useWrong(field: string): string | null {
  const speech = usePeople();
  const found = useContext(WrongContext).filter((one) => one.field === field);
  return found.length === 0 ? null : found.map((one) => one.say(speech)).join(' ');
}

const idOf = (name: string): string => `people-${name.replace(/\W+/g, '-')}`;

function Below({ name, hint, wrong }: { name: string; hint: string | undefined; wrong: string | null }) {
  return (
    <>
      {hint !== undefined && <small id={`${idOf(name)}-hint`}>{hint}</small>}
      {wrong !== null && (
        <b className="wrong" id={`${idOf(name)}-wrong`}>
          {wrong}
        </b>
      )}
    </>
  );
}

const described = (name: string, hint: string | undefined, wrong: string | null): string | undefined =>
  [hint === undefined ? '' : `${idOf(name)}-hint`, wrong === null ? '' : `${idOf(name)}-wrong`]
    .filter((one) => one !== '')
    .join(' ') || undefined;

interface TextProps extends InputHTMLAttributes<HTMLInputElement> {
  name: string;
  label: string;
  hint?: string | undefined;
  value: string;
  change: (value: string) => void;
}

export function Text({ name, label, hint, value, change, ...more }: TextProps) {
  const wrong = useWrong(name);
  return (
    <p className="people-field">
      <label htmlFor={idOf(name)}>{label}</label>
      <input
        {...more}
        id={idOf(name)}
        name={name}
        value={value}
        autoComplete="off"
        spellCheck={false}
        aria-invalid={wrong !== null || undefined}
        aria-describedby={described(name, hint, wrong)}
        onChange={(event) => change(event.target.value)}
      />
      <Below name={name} hint={hint} wrong={wrong} />
    </p>
  );
}

interface SelectProps {
  name: string;
  label: string;
  value: string;
  change: (value: string) => void;
  children: ReactNode;
}

export function Select({ name, label, value, change, children }: SelectProps) {
  const wrong = useWrong(name);
  return (
    <p className="people-field">
      <label htmlFor={idOf(name)}>{label}</label>
      <select
        id={idOf(name)}
        name={name}
        value={value}
        aria-invalid={wrong !== null || undefined}
        aria-describedby={described(name, undefined, wrong)}
        onChange={(event) => change(event.target.value)}
      >
        {children}
      </select>
      <Below name={name} hint={undefined} wrong={wrong} />
    </p>
  );
}

/** The arrows go from one box to the next, as they do between the choices of one. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const boxes = [...event.currentTarget.querySelectorAll<HTMLElement>('[type=checkbox]')];
  const keys: Record<string, string> = { ArrowRight: 'ArrowDown', ArrowLeft: 'ArrowUp' };
  const next = rowFrom(boxes.indexOf(event.target as HTMLElement), keys[event.key] ?? event.key, boxes.length, boxes.length);
  if (next === null || !(event.target instanceof HTMLInputElement)) return;
  event.preventDefault();
  boxes[next]?.focus();
}

interface BoxesProps<T extends string> {
  name: string;
  legend: string;
  hint?: string | undefined;
  all: readonly { value: T; text: string }[];
  chosen: readonly T[];
  change: (chosen: T[]) => void;
}

/** Some of several, in their own order. */
export function Boxes<T extends string>({ name, legend, hint, all, chosen, change }: BoxesProps<T>) {
  const wrong = useWrong(name);
  return (
    <fieldset className="people-boxes" data-name={name} onKeyDown={walk} aria-describedby={described(name, hint, wrong)}>
      <legend>{legend}</legend>
      <div>
        {all.map(({ value, text }) => (
          <label key={value}>
            <input
              type="checkbox"
              name={name}
              value={value}
              checked={chosen.includes(value)}
              onChange={() =>
                change(
                  all
                    .map((one) => one.value)
                    .filter((one) => (one === value ? !chosen.includes(one) : chosen.includes(one))),
                )
              }
            />
            <span>{text}</span>
          </label>
        ))}
      </div>
      <Below name={name} hint={hint} wrong={wrong} />
    </fieldset>
  );
}
