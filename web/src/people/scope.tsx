/** Where, for whom and when an account counts: gates, yards, company, shifts, as its role has them. */
import { labelOf } from '../parts';
import type { Label } from '../wire';
import { days, isOfficer, type Draft, type Shift } from './accounts';
import { Boxes, Text, useWrong } from './field';
import { dayName, usePeople, type Speech } from './say';

/** The yards and holding parks of the gates that are chosen, or of all. */
export function yardsAt(gates: readonly string[], { site }: Speech): { code: string; name: Label }[] {
  const serves = (lines: readonly string[]) => gates.length === 0 || lines.some((line) => gates.includes(line));
  return [
    ...(site?.yards ?? []).filter((yard) => serves([yard.line])),
    ...(site?.parks ?? []).filter((park) => serves(park.lines ?? [])),
  ];
}

interface ScopeProps {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  /** An account stays its company's. */
  companyFixed: boolean;
}

export function ScopeFields({ draft, change, companyFixed }: ScopeProps) {
  const speech = usePeople();
  const { say, language, site } = speech;
  return (
    <>
      <Boxes
        name="gates"
        legend={say('gatesField')}
        hint={say('gatesHint')}
        all={(site?.lines ?? []).map(({ code, name }) => ({ value: code, text: labelOf(name, language) }))}
        chosen={draft.gates}
        change={(gates) => change({ gates })}
      />
      {draft.role === 'YARD' && (
        <Boxes
          name="yards"
          legend={say('yardsField')}
          hint={say('yardsHint')}
          all={yardsAt(draft.gates, speech).map(({ code, name }) => ({ value: code, text: labelOf(name, language) }))}
          chosen={draft.yards}
          change={(yards) => change({ yards })}
        />
      )}
      {draft.role === 'TRADER' && (
        <Text
          name="company"
          label={say('companyField')}
          hint={say(companyFixed ? 'noCOMPANY_FIXED' : 'companyHint')}
          inputMode="numeric"
          value={draft.company}
          readOnly={companyFixed}
          change={(company) => change({ company })}
        />
      )}
      {isOfficer(draft.role) && <Shifts shifts={draft.shifts} change={(shifts) => change({ shifts })} />}
    </>
  );
}

function Shifts({ shifts, change }: { shifts: readonly Shift[]; change: (shifts: Shift[]) => void }) {
  const { say, language } = usePeople();
  const wrong = useWrong('shifts');
  const put = (at: number, part: Partial<Shift>) =>
    change(shifts.map((one, i) => (i === at ? { ...one, ...part } : one)));
  return (
    <fieldset className="people-shifts">
      <legend>{say('shiftsField')}</legend>
      {shifts.map((shift, i) => (
        // A shift has no name of its own but its place.
        <div key={i} className="people-shift" role="group" aria-label={say('shiftOf', i + 1)}>
          <Boxes
            name={`shifts[${i}].days`}
            legend={say('shiftDays', i + 1)}
            all={days.map((day) => ({ value: day, text: dayName(day, language) }))}
            chosen={shift.days}
            change={(chosen) => put(i, { days: chosen })}
          />
          <Text
            name={`shifts[${i}].from`}
            label={say('shiftFrom')}
            placeholder="06:00"
            inputMode="numeric"
            value={shift.from}
            change={(from) => put(i, { from })}
          />
          <Text
            name={`shifts[${i}].to`}
            label={say('shiftTo')}
            placeholder="18:00"
            inputMode="numeric"
            value={shift.to}
            change={(to) => put(i, { to })}
          />
          <button type="button" onClick={() => change(shifts.filter((_, at) => at !== i))}>
            {say('shiftDrop', i + 1)}
          </button>
        </div>
      ))}
      <button type="button" onClick={() => change([...shifts, { days: [], from: '', to: '' }])}>
        {say('shiftAdd')}
      </button>
      <small>{say('shiftsHint')}</small>
      {wrong !== null && <b className="wrong">{wrong}</b>}
    </fieldset>
  );
}
