/** A list of which one is chosen by arrows and opened by Enter. */
import { useEffect, useRef, type ReactNode } from 'react';
import { rowFrom } from './arrows';

const PAGE = 10;

interface RowsProps<T extends { id: string }> {
  id: string;
  label: string;
  items: readonly T[];
  chosen: string | null;
  choose: (id: string) => void;
  open: (id: string) => void;
  /** How the list looks. */
  className: string;
  row: (item: T) => ReactNode;
}

export function Rows<T extends { id: string }>({ id, label, items, chosen, choose, open, className, row }: RowsProps<T>) {
  const list = useRef<HTMLUListElement>(null);
  const at = items.findIndex((one) => one.id === chosen);
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <ul
      id={id}
      ref={list}
      className={className}
      role="listbox"
      tabIndex={0}
      aria-label={label}
      aria-activedescendant={at < 0 ? undefined : `${id}-${chosen}`}
      onFocus={() => at < 0 && items[0] !== undefined && choose(items[0].id)}
      onKeyDown={(event) => {
        const next = rowFrom(at, event.key, items.length, PAGE);
        const item = next === null ? undefined : items[next];
        if (item !== undefined) {
          event.preventDefault();
          choose(item.id);
        } else if (event.key === 'Enter' && at >= 0 && chosen !== null) {
          event.preventDefault();
          open(chosen);
        }
      }}
    >
      {items.map((item) => (
        <li
          key={item.id}
          id={`${id}-${item.id}`}
          role="option"
          aria-selected={item.id === chosen}
          onClick={() => {
            choose(item.id);
            open(item.id);
          }}
        >
          {row(item)}
        </li>
      ))}
    </ul>
  );
}
