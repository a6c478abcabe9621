/** The self-check beside the form: it runs while one types and stores nothing. */
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { current } from '../board';
import { checkOf, type Check } from './desk';
import { nameAt, type Built } from '../registration/derive';
import { at, type Tree } from '../registration/tree';
import type { Name } from '../registration/fields';
import { gateName, labelOf } from '../parts';
import { agencies, placeText, sentence, textOf, useTell } from './say';
import { countOf } from '../times';
import { Fault } from '../wire';

/** Whoever may not pay is asked for nothing. */
const Quote = lazy(async () => ({ default: (await import('./quote')).Quote }));

export interface Checked {
  check: Check | null;
  /** What was checked; since then somebody may have typed. */
  of: Tree;
  away: boolean;
}

const PAUSE = 350;

export function useCheck(built: Built): Checked {
  const [checked, setChecked] = useState<Checked>({ check: null, of: {}, away: false });
  const text = JSON.stringify(built.declaration);
  useEffect(() => {
    const asking = new AbortController();
    const timer = setTimeout(() => {
      const of = JSON.parse(text) as Tree;
      checkOf(of, asking.signal)
        .then((check) => setChecked({ check, of, away: false }))
        .catch((reason: unknown) => {
          if (!asking.signal.aborted) {
            setChecked((before) => ({ ...before, away: reason instanceof Fault && reason.status === 0 }));
          }
        });
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [text]);
  return checked;
}

/** Whether a finding is still about what stands in its field. */
export const stands = ({ of }: Checked, { path }: { path: string }, now: Tree): boolean =>
  JSON.stringify(at(of, path)) === JSON.stringify(at(now, path));

/** What a fee depends on; whatever else is missing keeps nobody from asking. */
const priced = (declaration: Tree): boolean =>
  ['vehicles[0].vehicleClass', 'parkingPlace', 'direction'].every((path) => at(declaration, path) !== undefined);

const stages = ['REGISTRATION', 'CALL', 'RELEASE'] as const;

interface PanelProps {
  built: Built;
  checked: Checked;
  /** Fields that hold nothing yet and must. */
  left: Name[];
  wrong: Name[];
  go: (name: Name) => void;
}

export function CheckPanel({ built, checked, left, wrong, go }: PanelProps) {
  const speech = useTell();
  const { tell } = speech;
  const { check, away } = checked;
  const names = useRef(built.names);
  names.current = built.names;
  const regime = textOf(at(built.declaration, 'regime'));
  return (
    <aside className="panel check" aria-labelledby="check-title">
      <div className="head">
        <h2 id="check-title">{tell('check')}</h2>
      </div>
      <div className="check-body" aria-live="polite">
        {away && <p className="away">{tell('checkAway')}</p>}
        <Open said="checkWrong" names={wrong} regime={regime} go={go} />
        <Open said="checkLeft" names={left.filter((name) => !wrong.includes(name))} regime={regime} go={go} />
        {check !== null && wrong.length + left.length === 0 && (
          <p className="verdict-line">{tell('checkFine')}</p>
        )}
        {stages.map((stage) => {
          const here = check?.missing.filter((one) => one.before === stage) ?? [];
          return here.length === 0 ? null : (
            <section key={stage}>
              <h3>{tell(`before${stage}`)}</h3>
              <ul>
                {here.map((one) => {
                  const name = nameAt(names.current, one.path);
                  const text = tell('needs', agencies([one.agency], speech), speech.code(one.paper));
                  return (
                    <li key={`${one.agency} ${one.paper} ${one.path}`} title={sentence(one, speech)}>
                      {name === undefined ? (
                        text
                      ) : (
                        <button type="button" className="link" onClick={() => go(name)}>
                          {text}
                        </button>
                      )}
                    </li>
                  );
                })}
              </ul>
              {stage !== 'REGISTRATION' && <small>{tell('laterFine')}</small>}
            </section>
          );
        })}
        {check !== null && check.questions.length > 0 && (
          <section className="ask">
            <h3>{tell('askBefore')}</h3>
            <ul>
              {check.questions.map((one) => (
                <li key={one.path + one.commodity}>
                  {tell(
                    'askBeforeWhat',
                    labelOf(one.name, speech.language),
                    gateName(speech, String(at(built.declaration, 'gateCode') ?? '')),
                  )}
                </li>
              ))}
            </ul>
          </section>
        )}
        {current().me?.may.includes('PAY_FEES') === true && (
          <Suspense>
            <Quote declaration={priced(built.declaration) ? built.declaration : null} />
          </Suspense>
        )}
        <WorkedOut declaration={built.declaration} />
      </div>
    </aside>
  );
}

interface OpenProps {
  said: 'checkWrong' | 'checkLeft';
  names: readonly Name[];
  regime: string | undefined;
  go: (name: Name) => void;
}

/** So many fields, and the way to each. */
function Open({ said, names, regime, go }: OpenProps) {
  const { tell } = useTell();
  return names.length === 0 ? null : (
    <>
      <p className="verdict-line">{tell(said, names.length)}</p>
      <ul className="links">
        {[...new Set(names)].map((name) => (
          <li key={name}>
            <button type="button" className="link" onClick={() => go(name)}>
              {placeText(name, tell, regime)}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function WorkedOut({ declaration }: { declaration: Tree }) {
  const { tell, language } = useTell();
  const weight = (path: string) => {
    const value = at(declaration, path);
    return typeof value === 'number' ? `${countOf(value, language)} kg` : '–';
  };
  const country = at(declaration, 'vehicles[0].vehicleNationality');
  const seen = (
    [
      ['medicalRequired', 'MEDICAL_QUARANTINE'],
      ['plantRequired', 'PLANT_QUARANTINE'],
      ['animalRequired', 'ANIMAL_QUARANTINE'],
    ] as const
  ).flatMap(([flag, word]) => (at(declaration, `quarantine.${flag}`) === true ? [tell(word)] : []));
  const hasGoods = at(declaration, 'goodsGroups') !== undefined;
  return (
    <section className="worked-out">
      <h3>{tell('workedOut')}</h3>
      <dl>
        <dt>{tell('gross')}</dt>
        <dd>{weight('vehicles[0].grossKg')}</dd>
        <dt>{tell('nationality')}</dt>
        <dd>{country === 'VN' || country === 'CN' ? tell(country) : '–'}</dd>
        <dt>{tell('quarantines')}</dt>
        <dd>{!hasGoods ? '–' : seen.length === 0 ? tell('noQuarantine') : seen.join(' · ')}</dd>
      </dl>
    </section>
  );
}
