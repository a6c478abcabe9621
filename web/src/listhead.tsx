/** What stands above and below a list: its head, the field in which something is sought, and its keys. */
import type { ReactNode, RefObject } from 'react';

interface HeadProps {
  title: string;
  /** How many there are, in words. */
  count?: string | undefined;
  /** When it was read, in words. */
  asOf?: string | undefined;
}

export function Head({ title, count, asOf }: HeadProps) {
  return (
    <div className="head">
      <h2>{title}</h2>
      {count !== undefined && <span>{count}</span>}
      {asOf !== undefined && <small className="push">{asOf}</small>}
    </div>
  );
}

interface SearchProps {
  field: RefObject<HTMLInputElement | null>;
  value: string;
  label: string;
  change: (text: string) => void;
}

export function Search({ field, value, label, change }: SearchProps) {
  return (
    <input
      ref={field}
      type="search"
      value={value}
      placeholder={label}
      aria-label={label}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => change(event.target.value)}
    />
  );
}

/** Each key, or the keys that do alike, with what it does. */
export function Keys({ of, children }: { of: readonly (readonly [readonly string[], string])[]; children?: ReactNode }) {
  return (
    <div className="keys">
      {of.map(([keys, what]) => (
        <span key={what}>
          {keys.map((one) => (
            <kbd key={one}>{one}</kbd>
          ))}{' '}
          {what}
        </span>
      ))}
      {children}
    </div>
  );
}
