/** What to tell a driver: a plate in, one large word out, with every reason. */
import { useState } from 'react';
import { FaultLine } from '../fault';
import { Plate } from '../parts';
import { plateText } from '../plates';
import { newId, post } from '../send';
import { HERE, minuteOf, onBothClocks } from '../times';
import { faultOf, NETWORK, type Fault } from '../wire';
import { keep, kept } from './keep';
import { prefixesOf } from './order';
import { sayOrder } from './outbox';
import { keysAfter, PlatePad, type Keys } from './pad';
import { USUAL } from './usual';
import { useOutbox } from './sign';
import type { Advice, OrderWord, Reason, RoadSite } from './road-wire';
import { placeLabel, useSpeech, type Say, type Word } from './speech';

/** An answer as this phone keeps it. */
interface Answer {
  advice: Advice;
  post: string;
  at: number;
  told?: OrderWord;
}

const KEPT = 20;

export function Ask({ site }: { site: RoadSite }) {
  const { say, language } = useSpeech();
  const [post_, setPost] = useState(() => kept('post', site.posts[0]?.code ?? ''));
  const [text, setText] = useState('');
  const [keys, setKeys] = useState<Keys>('digits');
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const [answers, setAnswers] = useState(() => kept<Answer[]>('answers', []));
  const [shown, setShown] = useState<Answer | null>(null);

  const keepAnswers = (all: Answer[]) => {
    keep('answers', all);
    setAnswers(all);
  };
  const ask = async () => {
    if (text.length < 4 || busy) return;
    setBusy(true);
    setFault(null);
    try {
      const advice = await post<Advice>('/advice', { plate: text, post: post_ }, null, AbortSignal.timeout(10_000));
      const answer = { advice, post: post_, at: Date.now() };
      keepAnswers([answer, ...answers].slice(0, KEPT));
      setShown(answer);
      setText('');
      setKeys('digits');
    } catch (reason) {
      setFault(faultOf(reason));
    } finally {
      setBusy(false);
    }
  };
  const told = (answer: Answer, order: OrderWord, note: string) => {
    const { advice } = answer;
    const first = advice.reasons[0]?.code;
    const same = order === advice.word;
    sayOrder({
      id: newId(),
      plate: advice.plate,
      post: answer.post,
      order,
      ...(same && advice.to !== undefined ? { to: advice.to } : {}),
      ...(same && advice.until !== undefined ? { until: advice.until } : {}),
      reason: !same || first === 'AT_GATE' ? 'OTHER' : (first ?? 'FREE'),
      ...(note === '' ? {} : { note }),
      occurredAt: new Date().toISOString(),
    });
    const now = { ...answer, told: order };
    keepAnswers(answers.map((one) => (one.at === answer.at ? now : one)));
    setShown(now);
  };

  return (
    <section className="ask">
      <label className="post">
        {say('post')}
        <select value={post_} onChange={(event) => { setPost(event.target.value); keep('post', event.target.value); }}>
          {site.posts.every((one) => one.code !== post_) && <option value={post_}>{say('notInList', post_)}</option>}
          {site.posts.map((one) => (
            <option key={one.code} value={one.code}>
              {placeLabel(site, one.code, language)}
            </option>
          ))}
        </select>
      </label>
      {fault !== null && (fault.status === NETWORK ? <p className="hint p2" role="alert">{say('askOffline')}</p> : <FaultLine fault={fault} again={() => void ask()} />)}
      {shown === null ? (
        <>
          <output className="plate-field" aria-label={say('plate')}>
            {text === '' ? <i>{say('plate')}</i> : plateText(text)}
          </output>
          <PlatePad
            text={text}
            prefixes={prefixesOf(answers.map((one) => one.advice.plate).reverse(), USUAL, 5)}
            keys={keys}
            setKeys={setKeys}
            setText={(next) => { setText(next); setKeys(keysAfter(next)); }}
            enter={() => void ask()}
            enterLabel={say(busy ? 'asking' : 'ask')}
          />
        </>
      ) : (
        <Shown answer={shown} site={site} told={told} next={() => setShown(null)} />
      )}
      <Last answers={answers} site={site} show={setShown} />
    </section>
  );
}

const clocks = (at: string): [string, string] => onBothClocks(Date.parse(at));

function why(say: Say, reason: Reason, name: (code: string) => string): string {
  const places = reason.places.map(name).join(' · ');
  const { standing, until } = reason;
  if (reason.code === 'IN_ROLL' && standing !== undefined) {
    return say('why_IN_ROLL', name(standing.place), standing.section, standing.position);
  }
  if (reason.code === 'NOT_ELIGIBLE' && places === '') return say('why_NOT_ELIGIBLE_NOWHERE');
  if (until !== undefined) {
    const [here, there] = clocks(until);
    return say(`why_${reason.code}` as Word, here, there, places);
  }
  return say(`why_${reason.code}` as Word, places);
}

interface ShownProps {
  answer: Answer;
  site: RoadSite;
  told: (answer: Answer, order: OrderWord, note: string) => void;
  next: () => void;
}

function Shown({ answer, site, told, next }: ShownProps) {
  const { say, language } = useSpeech();
  const { offline } = useOutbox();
  const [other, setOther] = useState(false);
  const [note, setNote] = useState('');
  const { advice } = answer;
  const name = (code: string) => placeLabel(site, code, language);
  const word = advice.word === 'TURN' && advice.to !== undefined ? `${say('TURN')} ${name(advice.to)}` : say(advice.word);
  const said = (order: OrderWord) => (order === 'TURN' && advice.to !== undefined && order === advice.word ? word : say(order).toString());
  const papers = advice.registration;
  return (
    <div className="answer" data-word={advice.word}>
      <p className="answer-plate"><Plate plate={advice.plate} /></p>
      <div role="status">
        <p className="answer-word">{say(advice.word)}</p>
        {advice.word === 'TURN' && advice.to !== undefined && <p className="answer-to">{name(advice.to)}</p>}
      </div>
      {advice.word === 'GO' && <p>{say('goWhy')}</p>}
      {advice.word === 'GO' && advice.until !== undefined && <p>{say('goUntil', ...clocks(advice.until))}</p>}
      {advice.word === 'HOLD' && <p>{advice.until === undefined ? say('holdOpen') : say('holdUntil', ...clocks(advice.until))}</p>}
      <ul className="reasons">
        {advice.reasons.map((reason) => (
          <li key={reason.code} data-code={reason.code}>
            {why(say, reason, name)} <code>{reason.rule}</code>
            {reason.code === 'NOT_REGISTERED' && <small>{say('registerAt', location.origin)}</small>}
          </li>
        ))}
      </ul>
      {papers !== undefined && (
        <p className="small">{say('registeredFor', name(papers.gate), papers.goods, minuteOf(Date.parse(papers.plannedArrivalAt), HERE))}</p>
      )}
      {answer.told !== undefined ? (
        <p className="told">{say(offline ? 'toldWaits' : 'toldDone', said(answer.told))}</p>
      ) : (
        <div className="orders">
          {advice.word !== 'AT_GATE' && !other && (
            <button type="button" className="key" onClick={() => told(answer, advice.word as OrderWord, note)}>
              {say('told')}
            </button>
          )}
          {!other && (
            <button type="button" className="key small" onClick={() => setOther(true)}>
              {say('otherOrder')}
            </button>
          )}
          {other && (
            <>
              <label className="wide">
                {say('toldNote')}
                <input value={note} maxLength={200} onChange={(event) => setNote(event.target.value)} autoComplete="off" />
              </label>
              {(['GO', 'HOLD', 'TURN'] as const).map((order) => (
                <button type="button" className="key small" key={order} onClick={() => told(answer, order, note)}>
                  {said(order)}
                </button>
              ))}
            </>
          )}
        </div>
      )}
      <button type="button" className="key enter" onClick={next}>
        {say('next')}
      </button>
    </div>
  );
}

function Last({ answers, site, show }: { answers: Answer[]; site: RoadSite; show: (answer: Answer) => void }) {
  const { say, language } = useSpeech();
  return (
    <div className="last">
      <h2>{say('lastAnswers')}</h2>
      {answers.length === 0 && <p className="empty">{say('noAnswers')}</p>}
      <ul>
        {answers.map((answer) => (
          <li key={answer.at}>
            <button type="button" onClick={() => show(answer)}>
              <b>{plateText(answer.advice.plate)}</b>
              <span>
                {say(answer.advice.word)} {answer.advice.to === undefined ? '' : placeLabel(site, answer.advice.to, language)}
              </span>
              <small>{minuteOf(answer.at, HERE)}</small>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
