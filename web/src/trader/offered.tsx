/** What an agency does only when asked, as a release before customs clearance: offered, asked for, given. */
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { faultOf, read, type Fault, type Load } from '../wire';
import { faultSentence } from '../fault';
import { labelOf, useSpeech } from '../parts';
import { newId, post } from '../send';
import { HERE, minuteOf } from '../times';
import { linkSay } from './linkwords';

export function Offered({ id }: { id: string }) {
  const speech = useSpeech();
  const { language, site, say } = speech;
  const tell = linkSay(language);
  const [load, setLoad] = useState<Load | null>(null);
  const [busy, setBusy] = useState(false);
  const [sure, setSure] = useState<string | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const path = `/loads/${encodeURIComponent(id)}`;
  const look = useCallback(
    (signal: AbortSignal) =>
      read<Load>(path, signal)
        .then(setLoad)
        .catch((reason: unknown) => !signal.aborted && setFault(faultOf(reason))),
    [path],
  );
  useEffect(() => {
    const stop = new AbortController();
    void look(stop.signal);
    return () => stop.abort();
  }, [look]);

  const nameOf = (step: string) => {
    const found = site?.procedure?.steps.find((one) => one.code === step);
    return found === undefined ? step : labelOf(found.name, language);
  };
  const ask = async (step: string, command: string) => {
    setSure(null);
    setBusy(true);
    setFault(null);
    try {
      await post(`${path}/requests`, { step }, command);
      await look(new AbortController().signal);
    } catch (reason) {
      setFault(faultOf(reason));
    } finally {
      setBusy(false);
    }
  };
  const onRequest = (step: string) =>
    site?.procedure?.steps.find((one) => one.code === step)?.trigger === 'ON_REQUEST';
  const offered = load?.offered ?? [];
  const asked = (load?.lines ?? []).filter((line) => onRequest(line.step));
  if (load === null || offered.length + asked.length === 0) {
    return fault === null ? null : (
      <p className="wrong" role="alert">
        {faultSentence(fault, say, language)}
      </p>
    );
  }
  return (
    <section className="driver-link offered" aria-labelledby="offered">
      <h2 id="offered">{tell('offeredTitle')}</h2>
      <p>{tell('offeredWhy')}</p>
      <ul>
        {offered.map((step) => (
          <li key={step} data-offered={step}>
            <span>{nameOf(step)}</span>{' '}
            <button type="button" disabled={busy} onClick={() => setSure(step)}>
              {tell('offeredAsk')}
            </button>
          </li>
        ))}
        {asked.map((line) => (
          <li key={line.step} data-asked={line.step}>
            <span>{nameOf(line.step)}</span>{' '}
            <b>
              {line.status === 'CONFIRMED'
                ? tell('offeredGiven')
                : line.status === 'REFUSED'
                  ? tell('offeredRefused')
                  : tell('offeredAsked')}{' '}
              {line.at !== undefined && <small>{minuteOf(Date.parse(line.at), HERE)}</small>}
            </b>
          </li>
        ))}
      </ul>
      {sure !== null && (
        <Sure name={nameOf(sure)} yes={(command) => void ask(sure, command)} no={() => setSure(null)} />
      )}
      {fault !== null && (
        <p className="wrong" role="alert">
          {faultSentence(fault, say, language)}
        </p>
      )}
    </section>
  );
}

interface SureProps {
  name: string;
  yes: (command: string) => void;
  no: () => void;
}

/** Nothing takes it back: it is asked once more, and an Enter too many answers no. */
function Sure({ name, yes, no }: SureProps) {
  const { language, say } = useSpeech();
  const tell = linkSay(language);
  const dialog = useRef<HTMLDialogElement>(null);
  const command = useRef(newId());
  useLayoutEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="withdraw" aria-labelledby="offered-sure" onClose={no}>
      <h2 id="offered-sure">{tell('offeredSure', name)}</h2>
      <p>{tell('offeredSureWhy')}</p>
      <div className="buttons">
        <button type="button" autoFocus onClick={no}>
          <kbd>Esc</kbd> {say('cancel')}
        </button>
        <button type="button" className="primary" onClick={() => yes(command.current)}>
          {tell('offeredAsk')}
        </button>
      </div>
    </dialog>
  );
}
