/** The table of a lot, and what the columns of its sheet are. */
import { useState } from 'react';
import { columnKeys, specs, type Key } from '../registration/fields';
import type { Row } from './lotrows';
import { labelText, shownText, useTell } from './say';
import type { Sheet } from './sheet';

export function Columns({ sheet, choose }: { sheet: Sheet; choose: (columns: (Key | null)[]) => void }) {
  const { tell } = useTell();
  const open = sheet.columns.some((key) => key === null);
  return (
    <details className="panel lot-columns" open={open}>
      <summary>
        {tell('lotColumns')} <small>{tell('lotRemembered')}</small>
      </summary>
      <div className="fields">
        {sheet.columns.map((key, i) => (
          <label key={i}>
            <small>{sheet.headers[i] || sheet.rows[0]?.[i] || `${i + 1}`}</small>
            <select
              value={key ?? ''}
              onChange={(event) => {
                const chosen = columnKeys.find((one) => one === event.target.value) ?? null;
                choose(sheet.columns.map((other, j) => (j === i ? chosen : other === chosen ? null : other)));
              }}
            >
              <option value="">{tell('lotIgnored')}</option>
              {columnKeys.map((one) => (
                <option key={one} value={one}>
                  {labelText(one, tell)}
                </option>
              ))}
            </select>
          </label>
        ))}
      </div>
    </details>
  );
}

interface TableProps {
  rows: readonly Row[];
  columns: readonly Key[];
  cell: (index: number, key: Key, text: string, done: boolean) => void;
  remove: (index: number) => void;
}

export function Table({ rows, columns, cell, remove }: TableProps) {
  const speech = useTell();
  const { tell } = speech;
  const [active, setActive] = useState('');
  return (
    <div className="panel lot-table">
      <table>
        <thead>
          <tr>
            <th>№</th>
            {columns.map((key) => (
              <th key={key}>{labelText(key, tell)}</th>
            ))}
            <th>
              <span className="unseen">{tell('remove')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <tr key={row.truck.id} data-wrong={Object.keys(row.faults).length > 0 || undefined}>
              <td>{i + 1}</td>
              {columns.map((key) => {
                const own = row.truck.own[key];
                const value = own ?? row.values[key] ?? '';
                const kind = specs[key].kind;
                const typing = active === `${i} ${key}` && own !== undefined && own !== '';
                const fault = typing ? undefined : row.faults[key];
                return (
                  <td key={key} data-wrong={fault !== undefined || undefined} data-kind={kind}>
                    <input
                      value={value}
                      data-cell={`${i} ${key}`}
                      data-known={(own === undefined || own === '') && row.filled[key] !== undefined ? '' : undefined}
                      aria-label={`${tell('lotRow', i + 1)}: ${labelText(key, tell)}`}
                      aria-invalid={fault !== undefined}
                      title={shownText(key, value, row.values, speech)}
                      autoComplete="off"
                      spellCheck={false}
                      onFocus={(event) => {
                        event.currentTarget.select();
                      }}
                      onChange={(event) => {
                        setActive(`${i} ${key}`);
                        cell(i, key, event.target.value, false);
                      }}
                      onBlur={(event) => {
                        setActive('');
                        if (own !== undefined) cell(i, key, event.target.value, true);
                      }}
                      onKeyDown={(event) => {
                        if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
                        const step = event.key === 'ArrowUp' ? -1 : event.key === 'Enter' || event.key === 'ArrowDown' ? 1 : 0;
                        if (step === 0) return;
                        event.preventDefault();
                        document.querySelector<HTMLInputElement>(`[data-cell="${i + step} ${key}"]`)?.focus();
                      }}
                    />
                    {fault !== undefined && <p className="wrong">{fault}</p>}
                  </td>
                );
              })}
              <td>
                <button type="button" aria-label={tell('removeRow', i + 1)} onClick={() => remove(i)}>
                  ×
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
