/** What this trip would be charged, before it is sent: one total, and of that what is public and what the yard takes. */
import { useEffect, useState } from 'react';
import { ChargeLines } from '../chargelines';
import { dong, type ChargeLine } from '../charges';
import { Mark, useSpeech } from '../parts';
import './invoices.css';
import { post } from '../send';
import type { Tree } from '../registration/tree';
import { invoiceSay } from './invoicewords';

interface Part {
  total: number;
  lines: ChargeLine[];
}

interface Quoted {
  public: Part;
  private: Part;
  total: number;
  unknown: boolean;
}

const PAUSE = 900;

/** @param declaration null while something in it is still missing */
export function Quote({ declaration }: { declaration: Tree | null }) {
  const { language } = useSpeech();
  const note = invoiceSay(language);
  const [quoted, setQuoted] = useState<Quoted | null>(null);
  const text = declaration === null ? null : JSON.stringify(declaration);
  useEffect(() => {
    if (text === null) return setQuoted(null);
    const asking = new AbortController();
    const timer = setTimeout(() => {
      post<Quoted>('/quotes', JSON.parse(text) as Tree, null, asking.signal)
        .then(setQuoted)
        // What cannot be read yet has no price; that it is not whole the check says.
        .catch(() => asking.signal.aborted || setQuoted(null));
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [text]);
  const lines = quoted === null ? [] : [...quoted.public.lines, ...quoted.private.lines];
  const unknown = lines.filter((one) => one.amount === undefined).length;
  const partText = ({ total, lines: own }: Part): string =>
    own.length > 0 && own.every((one) => one.amount === undefined) ? note('unknownAmount') : dong(total, language);
  return (
    <section className="quote" aria-label={note('quoteTitle')}>
      <h3>{note('quoteTitle')}</h3>
      {quoted === null && <p>{note('quoteWait')}</p>}
      {quoted !== null && lines.length === 0 && <p>{note('quoteNothing')}</p>}
      {lines.length > 0 && quoted !== null && (
        <>
          <p>
            {note('quoteTotal')}{' '}
            <b className="quote-total" data-quote={quoted.total}>
              {unknown === lines.length ? note('unknownAmount') : dong(quoted.total, language)}
            </b>
          </p>
          {unknown > 0 && (
            <p className="p3">
              <Mark priority={3} /> <span>{note('notKnownOf', unknown)}</span>
            </p>
          )}
          <p>
            {note('payPublic', partText(quoted.public))} · {note('payPrivate', partText(quoted.private))}
          </p>
          <details>
            <summary>{note('payLines')}</summary>
            <ChargeLines lines={lines} label={note('payLines')} kinds />
          </details>
          <small>{note('quoteDay')}</small>
        </>
      )}
    </section>
  );
}
