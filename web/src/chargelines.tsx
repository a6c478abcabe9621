/** A charge line by line: by which clause, at which rate, times what, from where that is known. */
import { chargeDictionary } from './chargewords';
import './charges.css';
import { dong, factorOf, type Charge, type ChargeLine } from './charges';
import { labelOf, Mark, useSpeech, type Speech } from './parts';
import { countOf } from './times';
import { saying } from './words';
import { onceEach } from './spoken';

export const chargeSay = onceEach((language) => saying(chargeDictionary[language], language));

/** Who charges: the province, or a yard by its name. */
export function issuerName(issuer: string, { site, language }: Speech): string {
  if (issuer === 'PUBLIC') return chargeSay(language)('feePublic');
  const yard = site?.yards.find((one) => one.code === issuer);
  return yard === undefined ? issuer : labelOf(yard.name, language);
}

/** Where it was published: an address leads there, else the words of whoever looked. */
function Source({ text }: { text: string }) {
  const host = /^https?:\/\/([^/]+)/.exec(text)?.[1];
  return host === undefined ? (
    <span lang="en">{text}</span>
  ) : (
    <a href={text} target="_blank" rel="noreferrer">
      {host.replace(/^www\./, '')}
    </a>
  );
}

function Line({ line, kinds }: { line: ChargeLine; kinds: boolean }) {
  const { language } = useSpeech();
  const note = chargeSay(language);
  const unknown = (
    <b className="p3">
      <Mark priority={3} /> {note('unknownAmount')}
    </b>
  );
  return (
    <>
      <tr>
        <td>
          {kinds && `${note(`kind${line.kind}`)} · `}
          {line.vehicleClass} · {note(`use${line.use}`)}
          {line.goods !== '' && ` · ${note('hsCode', line.goods)}`}
        </td>
        <td>{line.clause === '' ? note('noClause') : <code>{line.clause}</code>}</td>
        <td className="right" data-label={note('colRate')}>
          {line.rate === undefined ? unknown : dong(line.rate, language)}
        </td>
        <td className="right" data-label={note('colTimes')}>
          {countOf(line.quantity, language)}
        </td>
        <td data-label={note('colFactors')}>
          {line.factors.map((one) => (
            <span key={one.clause} className="factor" title={one.source}>
              {factorOf(one.thousandths, language)} <code>{one.clause}</code>
            </span>
          ))}
          {line.factors.length === 0 && '–'}
        </td>
        <td className="right" data-label={note('colAmount')}>
          {line.amount === undefined ? unknown : <b>{dong(line.amount, language)}</b>}
        </td>
      </tr>
      <tr className="charge-source">
        <td colSpan={6}>
          {note('colSource')}: <Source text={line.source} />
        </td>
      </tr>
    </>
  );
}

/** @param kinds whether each line says what it is for: where they are of several charges */
export function ChargeLines({ lines, label, kinds = false }: { lines: readonly ChargeLine[]; label: string; kinds?: boolean }) {
  const { language } = useSpeech();
  const note = chargeSay(language);
  return (
    <div className="charge-box">
      <table className="charge-lines" aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{note('colFor')}</th>
            <th scope="col">{note('colClause')}</th>
            <th scope="col" className="right">
              {note('colRate')}
            </th>
            <th scope="col" className="right">
              {note('colTimes')}
            </th>
            <th scope="col">{note('colFactors')}</th>
            <th scope="col" className="right">
              {note('colAmount')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, i) => (
            <Line key={i} line={line} kinds={kinds} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What it comes to, as far as anybody knows; and whose amount that is when it is not the tariff's. */
export function Total({ charge }: { charge: Charge }) {
  const { language } = useSpeech();
  const note = chargeSay(language);
  if (charge.total === undefined) {
    return (
      <b className="charge-total p3">
        <Mark priority={3} /> {note('unknownAmount')}
      </b>
    );
  }
  return <b className="charge-total">{dong(charge.total, language)}</b>;
}
