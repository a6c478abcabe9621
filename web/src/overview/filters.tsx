/** Which of today's vehicles are shown: the search, gate, direction, who is still here, the order. */
import type { RefObject } from 'react';
import { Search } from '../listhead';
import { gateName } from '../parts';
import { countOf } from '../times';
import type { CrossingRow } from '../wire';
import type { Choose, Chosen } from './chosen';
import { useSpeech } from '../gate/speech';

interface FiltersProps {
  today: CrossingRow[];
  shown: number;
  total: number;
  chosen: Chosen;
  choose: Choose;
  searchBox: RefObject<HTMLInputElement | null>;
}

export function Filters({ today, shown, total, chosen, choose, searchBox }: FiltersProps) {
  const speech = useSpeech();
  const { say, language } = speech;
  const gates = speech.site?.lines ?? [];
  const count = (pick: (row: CrossingRow) => boolean) => countOf(today.filter(pick).length, language);
  return (
    <div className="filters">
      <Search field={searchBox} value={chosen.sought} label={say('search')} change={(text) => choose({ sought: text })} />
      <Segments
        name={say('gate')}
        value={chosen.gate}
        options={[
          ['', say('all'), count(() => true)],
          ...gates.map((gate): [string, string, string] => [
            gate.code,
            gateName(speech, gate.code),
            count((row) => row.gate === gate.code),
          ]),
        ]}
        pick={(gate) => choose({ gate })}
      />
      <Segments
        name={say('direction')}
        value={chosen.direction}
        options={[
          ['', say('all')],
          ['EXPORT', say('EXPORT')],
          ['IMPORT', say('IMPORT')],
        ]}
        pick={(direction) => choose({ direction })}
      />
      <Segments
        name={say('scope')}
        value={chosen.here ? 'here' : ''}
        options={[
          ['', say('scopeAll')],
          ['here', say('scopeHere')],
        ]}
        pick={(scope) => choose({ here: scope === 'here' })}
      />
      <select
        aria-label={say('order')}
        value={chosen.order}
        onChange={(event) => choose({ order: event.target.value as Chosen['order'] })}
      >
        <option value="newest">{say('orderNewest')}</option>
        <option value="longest">{say('orderLongest')}</option>
        <option value="action">{say('orderAction')}</option>
      </select>
      <output className="push">
        {say('shown', countOf(shown, language), countOf(total, language))}
      </output>
    </div>
  );
}

interface SegmentsProps<T extends string> {
  name: string;
  value: T;
  options: [T, string, string?][];
  pick: (value: T) => void;
}

function Segments<T extends string>({ name, value, options, pick }: SegmentsProps<T>) {
  return (
    <div className="segments" role="group" aria-label={name}>
      {options.map(([key, label, count]) => (
        <button type="button" key={key} aria-pressed={key === value} onClick={() => pick(key)}>
          {label}
          {count !== undefined && <small>{count}</small>}
        </button>
      ))}
    </div>
  );
}
