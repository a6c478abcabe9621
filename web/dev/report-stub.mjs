/**
 * The part of the TEST DOUBLE that makes reports: an invented day with two numbers, provisional and final, of
 * which the second differs, and where its hours went. A day that runs has no number until it is made.
 */
const names = { TRIPS: { vi: 'Tổng lượt xe', zh: '通行车次', en: 'Trips' }, BACKLOG: { vi: 'Tồn lúc 20:00', zh: '20:00滞留', en: 'Backlog at 20:00' } };

export function reportsOf(site, clock) {
  const gate = site.lines[0].code;
  const seen = { made: [], asked: [] };
  const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: site.zone }).format(clock());
  const numbers = new Map();
  const base = (day) => ({ definition: 'province-daily/2', period: day, asOfSeq: 4718, zone: site.zone, gates: [gate], figures: [], changes: [], definitions: Object.entries(names).map(([measure, name]) => ({ measure, clock: 'DEVICE', name, counts: name })) });
  const given = (day) => {
    if (!numbers.has(day)) {
      const first = { ...base(day), version: 1, edition: 'CUT_OFF', asOf: `${day}T13:00:20Z` };
      const changes = [
        { measure: 'TRIPS', gate: 'ALL', side: 'ALL', before: { is: 1290 }, after: { is: 1412 } },
        { measure: 'BACKLOG', gate, side: 'EXPORT', before: { unknown: 'NOT_YET' }, after: { is: 57 } },
      ];
      numbers.set(day, day < today() ? [first, { ...base(day), version: 2, edition: 'FINAL', asOf: `${day}T17:00:10Z`, changes }] : []);
    }
    return numbers.get(day);
  };
  const span = (from, to, party, count, median, more = {}) => ({ interval: `${from}-${to}`, from, to, party, count, reversed: 0, ...(count > 0 ? { median, p90: median * 4, longest: median * 6 } : {}), ...more });
  const hours = (day) => ({
    definition: 'hours/5',
    period: day,
    asOfSeq: 4718,
    zone: site.zone,
    spans: [
      span('ARRIVED', 'CUSTOMS_KEY', 'CUSTOMS', 61, 540),
      span('CUSTOMS_KEY', 'BORDER_GUARD_KEY', 'BORDER_GUARD', 57, 900),
      span('BORDER_GUARD_KEY', 'CUSTOMS_KEY', 'CUSTOMS', 0, 0),
      span('ARRIVED', 'GATE_LEFT', 'EVERYBODY', 44, 15_720),
      span('CUSTOMS_KEY', 'BORDER_GUARD_KEY', 'BORDER_GUARD', 57, 900, { gate, direction: 'EXPORT' }),
    ],
    byHour: [],
    slowest: [],
    turned: [],
    agencies: { spans: [], byHour: [], stays: [] },
  });

  /** The answer as [status, type, body, name]; null when it is no report of these. */
  function get(rest, query) {
    if (!['/reports/province', '/reports/province/versions', '/reports/hours'].includes(rest)) return null;
    const [day, format, version] = [query.get('day'), query.get('format') ?? 'json', query.get('version')];
    seen.asked.push({ rest, day, format, version, lang: query.get('lang') });
    const page = `<!doctype html><html lang="${query.get('lang')}"><title>${rest} ${day}</title><body style="font-weight:700"><h1>${rest} ${day} ${version ?? ''}</h1></body></html>`;
    if (format === 'html') return [200, 'text/html; charset=utf-8', page];
    if (rest === '/reports/hours') return [200, 'application/json', JSON.stringify(hours(day))];
    if (rest === '/reports/province/versions') {
      const versions = given(day).map(({ version, edition, asOf, asOfSeq, changes }) => ({ version, edition, asOf, asOfSeq, changes }));
      return [200, 'application/json', JSON.stringify({ definition: base(day).definition, period: day, zone: site.zone, versions, definitions: base(day).definitions })];
    }
    const found = version === null ? base(day) : given(day)[Number(version) - 1];
    if (found === undefined) return [404, 'application/problem+json', '{"status":404,"code":"NOT_FOUND","detail":"There is nothing here."}'];
    if (version === null) seen.made.push(day);
    if (version === null && given(day).length === 0) given(day).push({ ...base(day), version: 1, edition: 'CUT_OFF', asOf: `${day}T13:00:20Z` });
    const name = `province-${day}${version === null ? '' : `-v${version}`}.${format}`;
    if (format === 'csv') return [200, 'text/csv; charset=utf-8', '﻿Id,Counted\r\n', name];
    if (format === 'xlsx') return [200, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'PK', name];
    return [200, 'application/json', JSON.stringify(found)];
  }
  return { get, seen };
}
