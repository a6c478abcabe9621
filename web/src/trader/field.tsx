/** One field: typed text with suggestions, its fault and its help. */
import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { Kind } from '../registration/fields';
import { folded, overEnd } from '../registration/typed';

export interface Option {
  value: string;
  label: string;
  hint?: string;
}

interface FieldProps {
  name: string;
  label: string;
  kind: Kind;
  value: string;
  options?: readonly Option[];
  /** Whether the first suggestion is taken without asking for it. */
  eager?: boolean;
  /** The number before, of which typing replaces the end. */
  over?: string | undefined;
  mustChange?: boolean;
  fault?: string | undefined;
  help?: ReactNode;
  /** Of a choice: that its word is none of those that are offered. */
  unlisted?: string | undefined;
  /** Said while the field has the focus and holds nothing. */
  how?: string | undefined;
  overHow?: string;
  wide?: boolean;
  short?: boolean;
  onChange: (value: string) => void;
  /** What was typed is finished; answers when everything that follows from it stands. */
  onSettle: (value: string) => void;
  onNext: (from: HTMLElement) => void;
  onActive?: (active: boolean) => void;
}

const MOST_SHOWN = 8;

function matching(options: readonly Option[], text: string): Option[] {
  const sought = folded(text).replace(/[\s.\-·]/g, '');
  if (sought === '') return options.slice(0, MOST_SHOWN);
  const plain = (one: string | undefined) => folded(one ?? '').replace(/[\s.\-·]/g, '');
  const ranked = options.flatMap((option) => {
    const [value, label, hint] = [plain(option.value), plain(option.label), plain(option.hint)];
    const begins = value.startsWith(sought) || label.startsWith(sought);
    const holds = value.includes(sought) || label.includes(sought) || hint.includes(sought);
    return begins ? [{ option, rank: 0 }] : holds ? [{ option, rank: 1 }] : [];
  });
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST_SHOWN)
    .map(({ option }) => option);
}

export function Field(props: FieldProps) {
  const { name, label, kind, value, options, over, fault, onChange, onSettle } = props;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  /** Of a choice: what is being typed; null while its label stands there. */
  const [sought, setSought] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const [active, setActive] = useState(false);
  const end = useRef('');
  const settled = useRef(value);

  const choice = kind === 'choice' || kind === 'flag';
  const chosen = options?.find((option) => option.value === value);
  const text = choice ? (sought ?? chosen?.label ?? value) : value;
  const found = options === undefined ? [] : matching(options, choice ? (sought ?? '') : value);
  const list = open && found.length > 0 && !(found.length === 1 && found[0]?.value === value);
  const picked = list ? found[at] : undefined;

  useLayoutEffect(() => {
    if (document.activeElement === input.current && over !== undefined && end.current !== '') {
      input.current?.setSelectionRange(value.length, value.length);
    }
  }, [value, over]);

  const settle = (next: string) => {
    setOpen(false);
    setSought(null);
    setAt(-1);
    end.current = '';
    settled.current = next;
    onSettle(next);
  };
  const accept = () => {
    if (picked !== undefined) return settle(picked.value);
    // A word that is none of those offered is kept as it was typed: it is marked, not lost.
    if (choice && sought !== null && sought !== '') return settle(found[0]?.value ?? sought.trim());
    settle(value);
  };
  const typed = (next: string) => {
    end.current = '';
    const eager = choice || props.eager === true;
    setOpen(options !== undefined);
    setAt(eager && next !== '' ? 0 : -1);
    if (choice) setSought(next);
    else onChange(['code', 'bare', 'area', 'plate'].includes(kind) ? next.toLocaleUpperCase('en') : next);
  };
  const overtype = (event: KeyboardEvent<HTMLInputElement>): boolean => {
    const here = event.currentTarget;
    const atEnd = here.selectionStart === value.length && here.selectionEnd === value.length;
    if (over === undefined || value === '' || !atEnd) return false;
    if (event.ctrlKey || event.altKey || event.metaKey || event.nativeEvent.isComposing) return false;
    if (event.key === 'Backspace' && end.current !== '') end.current = end.current.slice(0, -1);
    else if (event.key === 'Backspace' || event.key === 'Delete') {
      onChange('');
      return true;
    } else if (/^[\p{L}\p{N}-]$/u.test(event.key)) {
      end.current += kind === 'code' ? event.key.toLocaleUpperCase('en') : event.key;
    } else return false;
    onChange(overEnd(over, end.current));
    return true;
  };
  const keyed = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (overtype(event)) return event.preventDefault();
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      accept();
      props.onNext(event.currentTarget);
    } else if (event.key === 'Tab') accept();
    else if (options !== undefined && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      if (!list) setOpen(true);
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setAt((at + step + found.length) % Math.max(1, found.length));
    } else if (event.key === 'Escape' && list) {
      event.stopPropagation();
      setOpen(false);
    }
  };
  const numeric = kind === 'digits' || kind === 'whole' || kind === 'phone';
  const described = fault !== undefined ? `${id}-fault` : undefined;
  const other = choice && sought === null && fault === undefined && props.unlisted !== undefined;
  const hint =
    active && over !== undefined && value !== '' ? props.overHow : active && value === '' ? props.how : undefined;
  return (
    <div
      className={`field${props.wide ? ' wide' : ''}${props.short ? ' short' : ''}`}
      data-wrong={fault !== undefined || undefined}
      data-old={props.mustChange || undefined}
      data-unlisted={other || undefined}
    >
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        ref={input}
        data-name={name}
        data-change={props.mustChange ? 'yes' : undefined}
        value={text}
        inputMode={numeric ? 'numeric' : 'text'}
        autoComplete="off"
        autoCapitalize={kind === 'text' ? 'words' : 'characters'}
        spellCheck={false}
        aria-invalid={fault !== undefined}
        aria-describedby={described}
        {...(options === undefined
          ? {}
          : {
              role: 'combobox',
              'aria-expanded': list,
              'aria-controls': `${id}-list`,
              'aria-autocomplete': 'list' as const,
              'aria-activedescendant': picked === undefined ? undefined : `${id}-${at}`,
            })}
        onChange={(event) => typed(event.target.value)}
        onPaste={(event) => {
          if (over !== undefined) event.currentTarget.select();
        }}
        onKeyDown={keyed}
        onMouseDown={() => choice && setOpen(true)}
        onFocus={(event) => {
          setActive(true);
          props.onActive?.(true);
          end.current = '';
          settled.current = value;
          if (over !== undefined && value !== '') {
            event.currentTarget.setSelectionRange(value.length, value.length);
          } else event.currentTarget.select();
        }}
        onBlur={() => {
          setActive(false);
          if (choice ? sought !== null : settled.current !== value) accept();
          setOpen(false);
          props.onActive?.(false);
        }}
      />
      {list && (
        <ul className="choices" id={`${id}-list`} role="listbox" aria-label={label}>
          {found.map((option, i) => (
            <li
              key={option.value}
              id={`${id}-${i}`}
              role="option"
              aria-selected={i === at}
              onPointerDown={(event) => {
                event.preventDefault();
                settle(option.value);
                if (input.current !== null) props.onNext(input.current);
              }}
            >
              <span>{option.label}</span>
              {option.hint !== undefined && option.hint !== '' && <small>{option.hint}</small>}
            </li>
          ))}
        </ul>
      )}
      {fault !== undefined ? (
        <p className="wrong" id={described}>
          {fault}
        </p>
      ) : (
        <p className="help">{other ? `? ${props.unlisted}` : (hint ?? props.help)}</p>
      )}
    </div>
  );
}
