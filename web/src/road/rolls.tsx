/** Which roll-calls are open, and a new one. */
import { useEffect, useRef, useState } from 'react';
import { FaultLine } from '../fault';
import { get, newId, post } from '../send';
import { HERE, minuteOf } from '../times';
import { faultOf, NETWORK, type Fault } from '../wire';
import { keep, kept } from './keep';
import type { RoadSite, Roll } from './road-wire';
import { placeLabel, useSpeech } from './speech';

export function RollList({ site }: { site: RoadSite }) {
  const { say, language } = useSpeech();
  const [rolls, setRolls] = useState(() => kept<Roll[]>('rolls', []));
  const [fault, setFault] = useState<Fault | null>(null);
  const [round, setRound] = useState(0);
  const [busy, setBusy] = useState(false);
  const id = useRef(newId());
  useEffect(() => {
    const ended = new AbortController();
    get<{ items: Roll[] }>('/rolls', ended.signal)
      .then(({ items }) => {
        keep('rolls', items);
        setRolls(items);
        setFault(null);
      })
      .catch((reason: unknown) => {
        if (!ended.signal.aborted) setFault(faultOf(reason));
      });
    return () => ended.abort();
  }, [round]);

  const open = async (form: FormData) => {
    setBusy(true);
    try {
      const body = { id: id.current, place: String(form.get('place')), stretch: String(form.get('stretch') ?? '').trim() };
      await post('/rolls', body, newId());
      location.hash = `/rolls/${id.current}`;
      id.current = newId();
    } catch (reason) {
      setFault(faultOf(reason));
    } finally {
      setBusy(false);
    }
  };

  const name = (roll: Roll) => placeLabel(site, roll.place, language);
  return (
    <section className="rolls">
      {fault !== null && (fault.status === NETWORK ? <p className="hint">{say('rollsOffline')}</p> : <FaultLine fault={fault} again={() => setRound(round + 1)} />)}
      <h2>{say('rollsOpen')}</h2>
      {rolls.every((roll) => !roll.open) && <p className="empty">{say('rollsNone')}</p>}
      <ul>
        {rolls.map((roll) => (
          <li key={roll.id}>
            <a className="roll-link" href={`#/rolls/${roll.id}`} data-open={roll.open}>
              <b>{name(roll)}</b>
              {roll.stretch !== '' && <span>{roll.stretch}</span>}
              <small>
                {say('rollVehicles', roll.vehicles)}
                {' · '}
                {roll.closedAt === undefined ? minuteOf(Date.parse(roll.openedAt), HERE) : say('rollClosed', minuteOf(Date.parse(roll.closedAt), HERE))}
              </small>
            </a>
          </li>
        ))}
      </ul>
      <form
        className="roll-new"
        onSubmit={(event) => {
          event.preventDefault();
          void open(new FormData(event.currentTarget));
        }}
      >
        <h2>{say('rollNew')}</h2>
        <label>
          {say('rollPlace')}
          <select name="place" defaultValue={kept('place', site.posts[0]?.code ?? '')} onChange={(event) => keep('place', event.target.value)}>
            {[...site.posts, ...site.parks].every(({ code }) => code !== kept('place', code)) && (
              <option value={kept('place', '')}>{say('notInList', kept('place', ''))}</option>
            )}
            {[...site.posts, ...site.parks].map((place) => (
              <option key={place.code} value={place.code}>
                {placeLabel(site, place.code, language)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {say('rollStretch')}
          <input name="stretch" maxLength={80} autoComplete="off" placeholder={say('rollStretchHint')} />
        </label>
        <button type="submit" className="key enter" disabled={busy}>
          {say('rollOpen')}
        </button>
      </form>
    </section>
  );
}
