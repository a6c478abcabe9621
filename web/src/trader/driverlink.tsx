/** A link by which the driver reads one passage: made, copied or sent, and revoked with all before it. */
import { useMemo, useRef, useState } from 'react';
import { addressOf } from '../driver/link';
import { faultSentence } from '../fault';
import { useSpeech } from '../parts';
import { post } from '../send';
import { dateOf, onBothClocks } from '../times';
import { faultOf, type Fault } from '../wire';
import { linkSay } from './linkwords';
import { qrOf } from './qr';
import './driverlink.css';

const HOURS = [12, 24, 48, 72, 168] as const;
const USUAL = 48;

interface Made {
  address: string;
  until: number;
}

export function DriverLink({ id, plate }: { id: string; plate: string }) {
  const { language, say } = useSpeech();
  const link = linkSay(language);
  const [hours, setHours] = useState<number>(USUAL);
  const [made, setMade] = useState<Made | null>(null);
  const [note, setNote] = useState<'linkCopied' | 'linkNotCopied' | 'linkRevoked' | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const [busy, setBusy] = useState(false);
  const field = useRef<HTMLInputElement>(null);

  const act = async (does: () => Promise<void>) => {
    setBusy(true);
    setFault(null);
    setNote(null);
    try {
      await does();
    } catch (reason) {
      setFault(faultOf(reason));
    } finally {
      setBusy(false);
    }
  };
  const make = () =>
    act(async () => {
      const wish = { registration: id, hours };
      const answer = await post<{ link: string; expiresAt: string }>('/driver-links', wish, null);
      setMade({ address: addressOf(answer.link), until: Date.parse(answer.expiresAt) });
    });
  const revoke = () =>
    act(async () => {
      await post('/driver-links/revocations', { registration: id }, null);
      setMade(null);
      setNote('linkRevoked');
    });
  const copy = async (address: string) => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(address);
      setNote('linkCopied');
    } catch {
      // Over plain HTTP there is no clipboard; the old way works there.
      setNote(document.execCommand('copy') ? 'linkCopied' : 'linkNotCopied');
    }
  };
  const share = (address: string) =>
    navigator.share({ title: 'Clearway', text: link('linkText', plate), url: address }).catch(() => undefined);

  return (
    <section className="driver-link" aria-labelledby="driver-link">
      <h2 id="driver-link">{link('linkTitle')}</h2>
      <p>{link('linkWhy')}</p>
      <div className="driver-link-acts">
        <label>
          {link('linkHours')}{' '}
          <select value={hours} onChange={(event) => setHours(Number(event.target.value))}>
            {HOURS.map((one) => (
              <option key={one} value={one}>
                {one < 48 ? link('hours', one) : link('days', one / 24)}
              </option>
            ))}
          </select>
        </label>
        <button type="button" className="link-make" disabled={busy} onClick={() => void make()}>
          {link('linkMake')}
        </button>
        <button type="button" className="link-revoke" disabled={busy} onClick={() => void revoke()}>
          {link('linkRevoke')}
        </button>
      </div>
      {made !== null && (
        <div className="driver-link-made">
          <Scanned text={made.address} label={link('linkQr')} />
          <p>{link('linkScan')}</p>
          <input
            ref={field}
            readOnly
            value={made.address}
            aria-label={link('linkIs')}
            onFocus={(event) => event.target.select()}
          />
          <button type="button" onClick={() => void copy(made.address)}>
            {link('linkCopy')}
          </button>
          {'share' in navigator && (
            <button type="button" onClick={() => void share(made.address)}>
              {link('linkShare')}
            </button>
          )}
          <p>{link('linkUntil', onBothClocks(made.until)[0], dateOf(made.until, language), onBothClocks(made.until)[1])}</p>
        </div>
      )}
      <p role="status" className="driver-link-note">
        {note !== null && link(note)}
      </p>
      {fault !== null && (
        <p className="wrong" role="alert">
          {faultSentence(fault, say, language)}
        </p>
      )}
    </section>
  );
}

/** Dark on light whatever the theme, with the four modules around it that a reader needs. */
function Scanned({ text, label }: { text: string; label: string }) {
  const code = useMemo(() => qrOf(text), [text]);
  const size = code.length + 8;
  const dark = code.flatMap((row, y) =>
    row.flatMap((on, x) => (on ? `M${x + 4} ${y + 4}h1v1h-1z` : [])),
  );
  return (
    <svg className="driver-link-qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <path d={dark.join('')} />
    </svg>
  );
}
