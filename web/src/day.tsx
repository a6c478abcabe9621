/** A day as the person's language writes it, whatever the browser is set to: typed, or one day on by an arrow. */
import { useEffect, useId, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { daysOn, dayTyped } from './days';
import { useSpeech } from './parts';
import { dayText } from './times';

interface DayFieldProps {
  label: string;
  /** ISO. */
  value: string;
  /** The last day that can be chosen, ISO. */
  last: string;
  before: string;
  after: string;
  /** What was typed, once it is finished; null when it is no such day. */
  onChange: (day: string | null) => void;
}

export function DayField({ label, value, last, before, after, onChange }: DayFieldProps) {
  const { language } = useSpeech();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  /** What is being typed; null while the day stands there. */
  const [typed, setTyped] = useState<string | null>(null);
  const [wrong, setWrong] = useState(false);
  useEffect(() => field.current?.focus(), []);
  /** Whoever goes on typing replaces what stands there. */
  useLayoutEffect(() => {
    if (typed === null && document.activeElement === field.current) field.current?.select();
  }, [typed, value]);

  const settle = () => {
    if (typed === null) return;
    const day = dayTyped(typed, last, language);
    const fine = day !== null && day <= last;
    setWrong(!fine);
    if (fine) setTyped(null);
    onChange(fine ? day : null);
  };
  const step = (days: number) => {
    const day = daysOn(value, days);
    setTyped(null);
    setWrong(false);
    onChange(day <= last ? day : last);
  };
  const keyed = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') settle();
    else if (event.key === 'ArrowUp') step(1);
    else if (event.key === 'ArrowDown') step(-1);
    else if (event.key === 'Escape' && typed !== null) step(0);
    else return;
    event.preventDefault();
  };
  return (
    <span className="day-field">
      <label htmlFor={id}>{label}</label>
      <button type="button" aria-label={before} onClick={() => step(-1)}>
        ‹
      </button>
      <input
        ref={field}
        id={id}
        value={typed ?? dayText(value, language)}
        autoComplete="off"
        spellCheck={false}
        aria-invalid={wrong}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={settle}
        onKeyDown={keyed}
      />
      <button type="button" aria-label={after} disabled={value >= last} onClick={() => step(1)}>
        ›
      </button>
    </span>
  );
}
