/** The line at each place of inspection: whose turn it is, who waits, since when; where something is booked. */
import { useEffect, useRef, useState } from 'react';
import type { Board } from '../board';
import { get } from '../send';
import { labelOf, Plate } from '../parts';
import { countOf, HERE, lengthOf, minuteOf } from '../times';
import { inspectionMeans, type InspectionPlace, type Load } from '../wire';
import { placeOf } from './loadsay';
import { useSpeech, type Speech } from './speech';

/** However much changes, nobody asks more often. */
const SHORTEST_MS = 4_000;

/** Read again when a vehicle's row changed; null as long as it is not read, or who looks may not. */
export function useInspectionPlaces(board: Board): readonly InspectionPlace[] | null {
  const [places, setPlaces] = useState<readonly InspectionPlace[] | null>(null);
  const may = board.me?.may.some((one) => one === 'WORK_ON_LOAD' || one === 'REPORT_YARD') === true;
  const rows = useRef(board.rows);
  rows.current = board.rows;
  useEffect(() => {
    if (!may) return;
    const stop = new AbortController();
    let seen: unknown = null;
    let at = -Infinity;
    const read = () => {
      if (document.hidden || seen === rows.current || performance.now() - at < SHORTEST_MS) return;
      const now = rows.current;
      at = performance.now();
      get<{ items: InspectionPlace[] }>('/inspection-places', stop.signal)
        .then((page) => {
          seen = now;
          setPlaces(page.items);
        })
        // What is shown stays; the list above says that the gate does not answer.
        .catch(() => undefined);
    };
    read();
    const timer = setInterval(read, 1000);
    return () => {
      clearInterval(timer);
      stop.abort();
    };
  }, [may, board.token]);
  return places;
}

interface BaysProps {
  board: Board;
  open: (crossing: string) => void;
}

export function Bays({ board, open }: BaysProps) {
  const speech = useSpeech();
  const { say, language } = speech;
  const places = useInspectionPlaces(board);
  if (places === null || places.length === 0) return null;
  return (
    <section className="bays" aria-labelledby="bays-title">
      <h3 id="bays-title">{say('baysTitle')}</h3>
      <ul>
        {places.map(({ gate, place, atOnce, line }) => {
          const turn = line.filter((one) => one.turn).length;
          return (
            <li key={`${gate} ${place}`} data-bay={place}>
              <h4>{placeOf(place, speech)}</h4>
              <small>
                {atOnce !== undefined && `${say('bayTakes', countOf(atOnce, language))} · `}
                {line.length === 0
                  ? say('bayFree')
                  : atOnce === undefined
                    ? say('bayLine', countOf(line.length, language))
                    : say('bayCounts', countOf(turn, language), countOf(line.length - turn, language))}
              </small>
              {line.length > 0 && (
                <ol>
                  {line.map((one) => (
                    <li key={one.registration} data-turn={one.turn ? '' : undefined}>
                      <span className="bay-nth">{one.position}</span>
                      <span>
                        {one.crossing === undefined ? (
                          <Plate plate={one.plate} />
                        ) : (
                          <button type="button" className="link" onClick={() => open(one.crossing ?? '')}>
                            <Plate plate={one.plate} />
                          </button>
                        )}
                        {one.turn && <b>{say('bayTurn')}</b>}
                        <small>
                          {one.means.map((means) => say(means)).join(', ')} ·{' '}
                          {say('baySince', minuteOf(Date.parse(one.since), HERE))}{' '}
                          {lengthOf(Math.max(0, board.asOf - Date.parse(one.since)))}
                        </small>
                      </span>
                    </li>
                  ))}
                </ol>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

export interface Offer {
  value: string;
  text: string;
}

/** Whether the site says where loads are looked at at that gate. */
export const hasPlaces = (load: Load, { site }: Speech): boolean =>
  site?.inspections?.some((one) => one.line === load.gate) === true;

/** Every means that is not booked, at each place that offers it; where none is named, by itself. */
export function offersOf(load: Load, speech: Speech): Offer[] {
  const { inspection, gate } = load;
  const places = (speech.site?.inspections ?? []).filter((one) => one.line === gate);
  const booked = inspection?.done === false ? inspection.booked.map((one) => one.means) : [];
  const open = inspectionMeans.filter((means) => !booked.includes(means));
  if (places.length === 0) return open.map((means) => ({ value: means, text: speech.say(means) }));
  return open
    .flatMap((means) =>
      places
        .filter((place) => place.means.includes(means))
        .map((place) => ({
          value: `${means}@${place.code}`,
          text: `${speech.say(means)} · ${labelOf(place.name, speech.language)}`,
        })),
    );
}

export type Read =
  | { bookings: { means: string; place: string }[] }
  | { wrong: string; field: string };

const PLACE = /^[A-Z0-9][A-Z0-9_.-]{0,39}$/;

/** What was chosen of those offers, or where there is none, of the means at the place that was typed. */
export function bookingsIn(form: FormData, must: boolean, say: Speech['say']): Read {
  const chosen = form.getAll('booking').map((one) => String(one).split('@'));
  const free = form.get('place');
  const place = String(free ?? '').trim().toUpperCase();
  const bookings = chosen.map(([means = '', at]) => ({ means, place: at ?? place }));
  if (bookings.length === 0) return must ? { wrong: say('wrongMeans'), field: 'booking' } : { bookings };
  if (free !== null && !PLACE.test(place)) return { wrong: say('wrongPlace'), field: 'place' };
  if (new Set(bookings.map((one) => one.means)).size < bookings.length) {
    return { wrong: say('noMEANS_TWICE'), field: 'booking' };
  }
  return { bookings };
}
