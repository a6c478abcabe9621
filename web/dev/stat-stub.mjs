/**
 * The part of the TEST DOUBLE that answers statistics and official totals: invented numbers that are the same for
 * the same question. What was published is published somewhere else; these are made up too.
 */
const groups = {
  GATE: [['HN', 0.5], ['TT', 0.28], ['COC', 0.13], ['CM', 0.09]],
  DIRECTION: [['IMPORT', 0.71], ['EXPORT', 0.29]],
  TRADE: [['OFFICIAL', 0.88], ['RESIDENTS', 0.12]],
  REGIME: [['IMPORT', 0.64], ['EXPORT', 0.24], ['BORDER_RESIDENTS', 0.08], ['TEMPORARY_IMPORT', 0.03], ['RETURNED', 0.01]],
  CLASS: [['ELECTRONICS', 0.34], ['FRESH_FRUIT', 0.22], ['MACHINERY', 0.17], ['TEXTILES', 0.12], ['FARM', 0.09], ['UNKNOWN', 0.06]],
  COMMODITY: [['DURIAN', 0.4], ['DRAGON_FRUIT', 0.25], ['', 0.35]],
  CHAPTER: [['85', 0.3], ['08', 0.25], ['84', 0.2], ...Array.from({ length: 15 }, (_, i) => [String(50 + i), 0.25 / 15])],
  HEADING: [['8534', 0.3], ['0810', 0.3], ['', 0.4]],
  KIND: [['GOODS', 0.8], ['EMPTY', 0.15], ['NEW_VEHICLE', 0.03], ['UNREGISTERED', 0.02]],
  NOTHING: [['', 1]],
};
const two = (value) => String(value).padStart(2, '0');

export function statisticsOf(clock) {
  const seen = { asked: [] };
  const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' }).format(clock());
  const monthly = (month) => Math.round(25_000 + 6_000 * Math.sin(Number(month.slice(5, 7))) + (Number(month.slice(0, 4)) - 2020) * 1_500);
  const days = (first, last) => {
    const all = [];
    for (let at = Date.parse(first); at <= Date.parse(last); at += 86_400_000) all.push(new Date(at).toISOString().slice(0, 10));
    return all;
  };
  const ends = (text) => {
    const [from, to = from] = text.split('/');
    const first = from.length === 4 ? `${from}-01-01` : from.length === 7 ? `${from}-01` : from;
    const last = to.length === 4 ? `${to}-12-31` : to.length === 7 ? new Date(Date.UTC(Number(to.slice(0, 4)), Number(to.slice(5)), 0)).toISOString().slice(0, 10) : to;
    return [first, last];
  };

  function lines(period, step, by, filter) {
    const sums = new Map();
    const keyOf = (day) => ({ DAY: day, MONTH: day.slice(0, 7), YEAR: day.slice(0, 4), ALL: period })[step];
    for (const day of days(...ends(period))) {
      if (day > today() || day < '2024-03-01') continue;
      sums.set(keyOf(day), (sums.get(keyOf(day)) ?? 0) + monthly(day.slice(0, 7)) / 30);
    }
    const goods = by === 'COMMODITY' || by === 'CHAPTER' || by === 'HEADING' || filter.hs !== '';
    const part = (filter.gate ? 0.3 : 1) * (filter.direction ? 0.4 : 1) * (filter.class ? 0.2 : 1) * (filter.hs ? 0.1 : 1);
    return [...sums].flatMap(([at, sum]) =>
      groups[by].map(([group, share]) => {
        const vehicles = Math.round(sum * share * part);
        const over = at.length === 4 ? at < today().slice(0, 4) : step === 'ALL' ? ends(at)[1] < today() : at < today().slice(0, at.length);
        const growth = over && at >= '2025' ? { vehicles: 0.121, weightKg: 0.094, valueVnd: 0.276 } : undefined;
        return {
          period: at, group, vehicles, weightKg: vehicles * 19_400, valueVnd: vehicles * 610_000_000, lines: vehicles * 2, valuedLines: (by === 'KIND' && group !== 'GOODS') || filter.hs === '2710' ? 0 : Math.round(vehicles * 1.74),
          ...(goods ? {} : { stay: { vehicles, median: group === 'EXPORT' ? 15_300 : 9_720, p95: 41_400 } }),
          ...(by === 'NOTHING' ? {} : { share: { vehicles: share, weightKg: share, valueVnd: share } }),
          ...(growth ? { growthBefore: { vehicles: -0.02, weightKg: -0.01, valueVnd: 0.03 }, growthYearBefore: growth } : {}),
        };
      }),
    );
  }

  /** [status, type, body, name] or null */
  function get(rest, query) {
    if (rest === '/official-totals') return [200, 'application/json', JSON.stringify({ totals })];
    if (rest === '/statistics/years') return [200, 'text/html; charset=utf-8', `<!doctype html><html lang="${query.get('lang')}"><title>year</title><h1>Year ${query.get('year')}</h1>`];
    if (rest !== '/statistics') return null;
    const asked = Object.fromEntries(query);
    seen.asked.push(asked);
    const { period = today().slice(0, 4), step = 'MONTH', by = 'NOTHING', format = 'json' } = asked;
    const name = `statistics-${period.replace('/', '-')}.${format}`;
    if (format === 'csv') return [200, 'text/csv; charset=utf-8', '﻿period,group\r\n', name];
    if (format === 'xlsx') return [200, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'PK', name];
    const filter = { gate: '', direction: '', class: '', hs: '', ...asked };
    return [200, 'application/json', JSON.stringify({ definition: 'statistics/1', period, step, by, zone: 'Asia/Ho_Chi_Minh', asOfSeq: 4718, asOf: new Date(clock()).toISOString(), lines: lines(period, step, by, filter) })];
  }
  const totals = [
    { measure: 'GATE_TURNOVER', unit: 'USD', period: '2023', branch: '', value: 51_990_000_000, source: 'https://www.example.invalid/2023', asOf: '2023-12-31' },
    { measure: 'GATE_TURNOVER', unit: 'USD', period: '2024', branch: '', value: 66_400_000_000, publishedGrowthPercent: 27.6, growth: 0.2772, source: 'https://www.example.invalid/2024 (page 3)', asOf: '2024-12-31' },
    { measure: 'DECLARED_TURNOVER', unit: 'USD', period: '2024', branch: '', value: 5_660_000_000, publishedGrowthPercent: 18.41, source: 'told to us without its source, which is to be found before it is used', asOf: '2024-12-31' },
    { measure: 'CUSTOMS_REVENUE', unit: 'VND', period: '2024', branch: 'Tan Thanh', value: 665_000_000_000, plan: 550_000_000_000, ofPlan: 1.2091, source: 'told to us', asOf: '2024-12-31' },
    { measure: 'INFRASTRUCTURE_FEE', unit: 'VND', period: '2025-01/2025-07', branch: '', value: 449_500_000_000, publishedGrowthPercent: 31.3, source: 'https://www.example.invalid/fees', asOf: '2025-07-31' },
  ];
  return { get, seen, totals };
}
