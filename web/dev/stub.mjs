/**
 * A TEST DOUBLE for the page's own tests and pictures; it is not shipped and holds no rule of the
 * gate. It serves the built page and answers the reads of openapi.json with an invented day of some
 * 300 passages that go on while one watches. Every plate, firm and number is made up.
 *
 *   node dev/stub.mjs [port]      token: `customs`, `guard`, `medical`, `plant`, `animal`, `station`,
 *                                 `board`, `police`, `yard`, `operator`, `operator2`, or any word for a reader; `none` is not
 *                                 accepted, `device` may not read. Without a token: sign in as `lan`
 *                                 (customs) or `minh` (border guard), password `an invented one`
 */
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { milestonesOf, pageOf } from './trader-judge.mjs';
import { changingOf } from './changing-stub.mjs';
import { loadsOf, workSome } from './load-stub.mjs';
import { moneyOf } from './money-stub.mjs';
import { amendSome, papersOf, placed, plug, registrationId, roles } from './officer-stub.mjs';
import { peopleOf } from './people-stub.mjs';
import { reportsOf } from './report-stub.mjs';
import { statisticsOf } from './stat-stub.mjs';
import { roadOf } from './road-stub.mjs';
import { idOf, signing } from './sign-stub.mjs';

const MINUTE = 60_000;
const here = fileURLToPath(new URL('.', import.meta.url));
const dist = join(here, '..', 'dist');
const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

/** The site as it is adopted, with the hours of the other side's clocks as the server writes them. */
const site = JSON.parse(readFileSync(join(here, '../../src/main/resources/sites/lang-son.json'), 'utf8'));
const there = (time) => `${String(Number(time.slice(0, 2)) + 1).padStart(2, '0')}${time.slice(2)}`;
for (const route of site.routes) {
  for (const hours of route.hours) Object.assign(hours, { opensThere: there(hours.opens), closesThere: there(hours.closes) });
}

/** The same seed gives the same day: a small linear congruential sequence. */
function dice(seed) {
  let state = seed;
  return () => (state = (state * 1664525 + 1013904223) % 4294967296) / 4294967296;
}

export function makeDay({ seed = 7, count = 300, from = '2025-08-29T07:00:00+07:00', now = '2025-08-29T14:22:00+07:00' } = {}) {
  const roll = dice(seed);
  const between = (low, high) => low + roll() * (high - low);
  const pick = (list) => list[Math.floor(roll() * list.length)];
  const start = Date.parse(from);
  const span = Date.parse(now) - start + 150 * MINUTE;
  const goods = ['Sầu riêng tươi', 'Mít tươi', 'Chuối tươi', 'Tinh bột sắn', 'Linh kiện điện tử', 'Phụ tùng máy', 'Táo tươi', 'Tỏi tươi'];
  const plans = [];
  for (let i = 0; i < count; i++) {
    const direction = roll() < 0.36 ? 'EXPORT' : 'IMPORT';
    const at = start + roll() ** 1.15 * span - (direction === 'EXPORT' ? 40 * MINUTE : 0);
    const odd = roll();
    const digits = String(Math.floor(between(10000, 99999)));
    const chinese = direction === 'IMPORT' ? roll() < 0.8 : roll() < 0.1;
    const plate = chinese ? `${pick(['桂F', '桂A', '粤S', '云A'])}${digits}` : `${pick(['12C', '29C', '98C', '60C', '51C', '15C'])}${digits}`;
    const customs = at + between(3, 22) * MINUTE;
    const guard = odd < 0.035 ? customs + between(35, 110) * MINUTE : customs + between(-8, 14) * MINUTE;
    const entered = Math.max(customs, guard);
    const yard = odd > 0.985 ? Math.min(customs, guard) + 6 * MINUTE : entered + between(6, 16) * MINUTE;
    const out = yard + between(direction === 'EXPORT' ? 90 : 25, direction === 'EXPORT' ? 260 : 130) * MINUTE;
    const number = `20250829${String(i + 1).padStart(5, '0')}`;
    plans.push({
      id: `01990fd8-2f00-7a11-8c3e-${String(i).padStart(12, '0')}`,
      number,
      plate: odd > 0.12 && odd < 0.13 ? null : plate,
      gate: pick(['HN', 'HN', 'HN', 'HN', 'TT', 'TT', 'TT', 'COC', 'CM']),
      direction,
      arrivedAt: at,
      customsAt: customs,
      borderGuardAt: odd > 0.985 ? yard + 400 * MINUTE : Math.max(at + MINUTE, guard),
      yardEnteredAt: yard,
      yardLeftAt: out,
      gateLeftAt: out + between(6, 25) * MINUTE,
      ghost: odd > 0.955 && odd < 0.967,
      kind: odd > 0.985 ? 'ENTERED_YARD_WITHOUT_BOTH_KEYS' : odd > 0.975 ? 'REPORT_OUT_OF_ORDER' : odd > 0.967 ? 'NOT_SEEN_ARRIVING' : odd > 0.955 ? 'SEEN_BEFORE_REGISTERED' : null,
      goods: pick(goods),
      kilograms: Math.round(between(4000, 24000) / 10) * 10,
      firm: `Công ty TNHH Giả Định ${String(Math.floor(between(1, 240))).padStart(3, '0')}`,
      seal: `VNSYN${digits}00`,
    });
  }
  plans.sort((a, b) => a.arrivedAt - b.arrivedAt);
  const seen = Date.parse(now);
  const inside = plans.findLast((plan) => !plan.ghost && plan.plate !== null && plan.arrivedAt < seen - 55 * MINUTE);
  inside.customsAt = inside.arrivedAt + 6 * MINUTE;
  inside.yardEnteredAt = inside.customsAt + 9 * MINUTE;
  inside.borderGuardAt = inside.yardLeftAt = inside.gateLeftAt = seen + 200 * MINUTE;
  inside.kind = 'ENTERED_YARD_WITHOUT_BOTH_KEYS';
  return plans;
}

const iso = (time) => new Date(Math.round(time / 1000) * 1000).toISOString();

/** What of a plan is visible at a moment. */
function rowAt(plan, now) {
  if (plan.arrivedAt > now) return null;
  const seen = (time) => (time <= now ? iso(time) : undefined);
  const ghost = plan.ghost;
  const row = {
    id: plan.id,
    ...(ghost ? {} : { registration: plan.id.replace('2f00', '2f01'), declarationNumber: plan.number }),
    plate: plan.plate,
    gate: plan.gate,
    direction: plan.direction,
    state: 'AT_GATE',
    arrivedAt: iso(plan.arrivedAt),
    openCases: 0,
    ...(plan.turned ? { turned: plan.turned } : {}),
  };
  if (ghost && plan.saidLeftAt) return { ...row, state: 'GONE', gateLeftAt: iso(plan.saidLeftAt), openCases: 2 };
  if (ghost) return { ...row, openCases: plan.arrivedAt > now - 200 * MINUTE ? 1 : 0 };
  const guard = seen(plan.borderGuardAt);
  const customs = seen(plan.customsAt);
  if (guard) row.borderGuardAt = guard;
  if (customs) row.customsAt = customs;
  if (guard && customs) row.enteredAt = iso(Math.max(plan.borderGuardAt, plan.customsAt));
  for (const field of ['yardEnteredAt', 'yardLeftAt', 'gateLeftAt']) {
    const time = seen(plan[field]);
    if (time) row[field] = time;
  }
  if (plan.again) {
    row.askedAgain = plan.again.agencies;
    row.askedAgainDue = iso(plan.again.due);
    if (plan.again.both) row.enteredAt = iso(plan.arrivedAt + 12 * MINUTE);
  } else if (plan.borderGuardAt - plan.customsAt > 30 * MINUTE && now > plan.customsAt + 30 * MINUTE) row.lateAgency = 'BORDER_GUARD';
  row.state = row.gateLeftAt ? 'GONE' : row.yardLeftAt ? 'OUT_OF_YARD' : row.yardEnteredAt ? 'IN_YARD' : row.enteredAt ? 'ENTERED' : 'AT_GATE';
  const yard = site.yards.find((one) => one.line === plan.gate).code;
  if (row.state === 'IN_YARD') {
    Object.assign(row, { yard, goods: plan.goods });
    if (plan.reefer !== undefined) row.reefer = plan.reefer;
    if (plan.place) Object.assign(row, { place: plan.place, placedAt: iso(plan.placedAt) });
  }
  if (plan.pluggedAt) {
    row.pluggedAt = iso(plan.pluggedAt);
    const off = plan.unpluggedAt ?? (row.state === 'IN_YARD' ? undefined : plan.yardLeftAt);
    if (off) row.unpluggedAt = iso(off);
  }
  if (plan.kind && row.yardEnteredAt && now - plan.yardEnteredAt < 240 * MINUTE) row.openCases = 1;
  return row;
}

/** @param told what was done on its load */
function fileAt(plan, row, now, told = []) {
  const timeline = [];
  let seq = 4100 + Number(plan.number.slice(-5)) * 7;
  const add = (time, type, actorRole, detail, physical) => {
    if (time <= now) timeline.push({ seq: seq++, at: iso(time + (physical ? 2000 : 0)), ...(physical ? { occurredAt: iso(time) } : {}), type, actorRole, detail });
  };
  add(plan.arrivedAt, 'VehicleArrived', 'GATE_DEVICE', plan.ghost ? 'SEEN_BEFORE_REGISTERED' : '', true);
  if (!plan.ghost) {
    const guardFirst = plan.borderGuardAt < plan.customsAt;
    const [first, second] = guardFirst ? ['BORDER_GUARD', 'CUSTOMS'] : ['CUSTOMS', 'BORDER_GUARD'];
    const [one, two] = [Math.min(plan.borderGuardAt, plan.customsAt), Math.max(plan.borderGuardAt, plan.customsAt)];
    add(one, 'FirstKeyTurned', first, first);
    if (two - one > 30 * MINUTE) add(one + 30 * MINUTE, 'AgencyLate', 'SYSTEM', second);
    add(two, 'EntryCompleted', second, second);
    if (plan.again) add(plan.again.due - 30 * MINUTE, 'KeysVoided', 'TRADER', plan.again.agencies.join(' '));
    const yard = site.yards.find((one) => one.line === plan.gate).code;
    add(plan.yardEnteredAt, 'YardEntered', 'YARD', plan.kind?.startsWith('ENTERED') ? `${yard} ${plan.kind}` : yard, true);
    if (plan.kind === 'REPORT_OUT_OF_ORDER') add(plan.yardEnteredAt + 4 * MINUTE, 'ReportSetAside', 'GATE_DEVICE', 'ARRIVED', true);
    add(plan.yardLeftAt, 'YardLeft', 'YARD', yard, true);
    add(plan.gateLeftAt, 'GateLeft', 'GATE_DEVICE', '', true);
  }
  told.forEach((line) => timeline.push({ seq: seq++, ...line }));
  timeline.sort((a, b) => a.at.localeCompare(b.at));
  const cases = [];
  if (row.openCases > 0) cases.push({ id: '91', kind: plan.kind, openedAt: plan.ghost ? row.arrivedAt : row.yardEnteredAt });
  return {
    ...row,
    ...(plan.ghost ? {} : { registrationSummary: { goods: plan.goods, weightKg: plan.kilograms, company: plan.firm, trailer: '29R-999.02', container: plan.container ?? 'ZXQU4928949', seal: plan.seal, plannedArrivalAt: iso(plan.arrivedAt - 9 * MINUTE) } }),
    timeline,
    cases,
    milestones: milestonesOf(row, now),
    subjects: [{ role: 'PLATE', subject: '5120' }, ...(plan.ghost ? [] : [{ role: 'DRIVER', subject: '5121' }])],
  };
}

export function serve(port, { plans = makeDay(), now = '2025-08-29T14:22:00+07:00', factor = 1, silentAfter = Infinity, folder = dist, amended = false, green = 0, plugs = null, spaces = null, two = true } = {}) {
  const seen = { posts: [], away: false, deny: false, mute: false };
  const answered = new Map();
  const begun = Date.now();
  const base = Date.parse(now);
  const clock = () => base + (Date.now() - begun) * factor;
  const seqOf = (time) => 4000 + Math.floor((time - base) / 1000);
  const rows = (time) => plans.map((plan) => rowAt(plan, time)).filter(Boolean);

  const papers = papersOf(plans, clock, site, (plan) => rowAt(plan, clock()));
  const road = roadOf(site, clock);
  const sign = signing();
  const changing = changingOf(clock);
  const reports = reportsOf(site, clock);
  const paying = plans.filter((plan) => !plan.ghost && plan.plate && plan.kind === null && plan.customsAt < base && plan.borderGuardAt < base && plan.gateLeftAt > base).slice(0, 16);
  const money = moneyOf(
    paying.map((plan, i) => ({ registration: registrationId(plan), declarationNumber: plan.number, gate: plan.gate, plate: plan.plate, crossing: plan.id, payer: { taxCode: `00000091${10 + i}`, name: plan.firm } })),
    clock,
  );
  const statistics = statisticsOf(clock);
  const people = peopleOf(site, clock, two);
  const some = amended ? amendSome(papers, clock()) : {};
  const trips = [0, 1, 2].map((i) => ({
    id: `01990fd8-2f00-7a11-8c3e-00000000a00${i}`,
    plate: `29C9990${i}`,
    gate: 'HN',
    leftAt: iso(base - (4 - i) * 3_600_000),
    vehicleAwaited: true,
    ...(i === 0 ? { vehicleBackAt: iso(base - 600_000) } : {}),
    travellers: [{ name: `Lái xe Thử Nghiệm ${i}` }, ...(i === 1 ? [{ name: 'Phụ xe Thử Nghiệm' }] : [])],
    otherSideSeconds: (4 - i) * 3_600 - 500,
    cases: i === 2 ? [{ id: '92', kind: 'LEFT_WITHOUT_RELEASE', openedAt: iso(base - 2 * 3_600_000) }] : [],
  }));
  const unexplained = [{ id: '93', kind: 'RETURN_UNEXPLAINED', openedAt: iso(base - 300_000), plate: '29C99908', gate: 'HN', occurredAt: iso(base - 310_000) }];
  const loads = loadsOf(plans, clock, site, (plan) => rowAt(plan, clock()), papers, { green });
  if (amended) some.work = workSome(loads, plans, clock, (plan) => rowAt(plan, clock()));

  const overview = (time) => {
    const all = rows(time);
    const key = (row) => !row.enteredAt && row.state !== 'GONE';
    return {
      asOfSeq: seqOf(time),
      asOf: iso(time),
      clock: { now: iso(time), factor },
      gates: site.lines.flatMap(({ code }) =>
        ['EXPORT', 'IMPORT'].map((direction) => {
          const here = all.filter((row) => row.gate === code && row.direction === direction);
          const count = (test) => here.filter(test).length;
          return {
            gate: code,
            direction,
            arrived: here.length,
            cleared: count((row) => row.state === 'GONE'),
            live: count((row) => row.state !== 'GONE'),
            waitingKey: count(key),
            late: count((row) => key(row) && row.lateAgency),
          };
        }),
      ),
      backlog: Object.fromEntries(site.lines.map(({ code }) => [code, all.filter((row) => row.gate === code && row.direction === 'EXPORT' && row.state !== 'GONE').length])),
      openCases: all.reduce((sum, row) => sum + row.openCases, 0),
    };
  };

  const sheets = [];
  /** Two people of one agency sign; a sheet that is withdrawn is gone. */
  function signSheet(response, { id, what, who, token }) {
    const at = sheets.findIndex((one) => one.id === id);
    const voice = { at: iso(clock()), by: token, role: who.role, ...(who.gates ? { gates: who.gates } : {}) };
    if (what === 'proposal') {
      const first = plans.find((plan) => !plan.ghost).number;
      const statement = `shift of ${who.officerOf} at gates all as of entry 4711: open 1, turn 1, late 1, held 1, inspected 1, asked again 1\n${first} CUSTOMS_CLEARANCE:turn:late:again hold:DOUBT inspection:HN_SCAN,HN_BAYS`;
      sheets.push({ id, matter: 'HAND_OVER_SHIFT', statement, subject: id, agency: who.officerOf, by: token, proposed: voice });
    } else if (at < 0) return problem(response, 404, 'NOT_FOUND', 'There is nothing here.');
    else if (what === 'withdrawal') sheets.splice(at, 1);
    else if (sheets[at].by === token) return problem(response, 409, 'SAME_PERSON', 'Refused.');
    else sheets[at].approved = voice;
    return json(response, { id, seq: 4711, events: [] });
  }

  const problem = (response, status, code, detail, unmet) => {
    response.writeHead(status, { 'Content-Type': 'application/problem+json' });
    response.end(JSON.stringify({ type: `urn:clearway:problem:${code}`, title: code, status, code, detail, ...(unmet ? { unmet } : {}), origin: 'client' }));
  };
  const json = (response, value) => {
    response.writeHead(200, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify(value));
  };

  function stream(request, response) {
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
    const send = (event, data) => response.write(`event: ${event}\nid: ${data.seq}\ndata: ${JSON.stringify(data)}\n\n`);
    const shown = (row) => `${JSON.stringify(row)} ${loads.rev(row.registration)}`;
    let last = new Map(rows(clock()).map((row) => [row.id, shown(row)]));
    const timer = setInterval(() => {
      if (Date.now() - begun > silentAfter) return;
      const time = clock();
      const all = rows(time);
      const changed = all.filter((row) => last.get(row.id) !== shown(row));
      last = new Map(all.map((row) => [row.id, shown(row)]));
      if (changed.length > 0) send('rows', { seq: seqOf(time), asOf: iso(time), rows: changed });
      send('tick', { seq: seqOf(time), asOf: iso(time) });
    }, 1000);
    sign.streams.add(response);
    request.on('close', () => clearInterval(timer));
  }

  const server = createServer(async (request, response) => {
    const url = new URL(request.url, 'http://local');
    const path = url.pathname;
    if (!path.startsWith('/v1/')) {
      const file = join(folder, normalize(path === '/' ? '/index.html' : path));
      if (!file.startsWith(folder) || !existsSync(file)) return problem(response, 404, 'NOT_FOUND', 'No such page.');
      response.writeHead(200, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream' });
      if (extname(file) === '.html') return response.end(pageOf(file, site.complex));
      return createReadStream(file).pipe(response);
    }
    if (seen.away) return request.destroy();
    const rest = path.replace(`/v1/${site.complex}`, '');
    let body = {};
    if (request.method !== 'GET') {
      let text = '';
      for await (const chunk of request) text += chunk;
      body = JSON.parse(text || '{}');
    }
    const signed = sign.act(request.method, rest, body, request, response);
    if (signed !== null) {
      response.writeHead(signed[0], { 'Content-Type': 'application/json', ...signed[2] });
      return response.end(JSON.stringify(signed[1]));
    }
    const session = request.headers.authorization === undefined ? sign.who(request) : null;
    const token = session?.token ?? (request.headers.authorization ?? '').replace(/^Bearer /, '');
    if (token === '' || token === 'none') return problem(response, 401, 'NOT_SIGNED_IN', 'A valid token is needed.');
    const named = request.headers['clearway-actor'];
    if (named !== undefined && named !== idOf(token)) return problem(response, 403, 'ANOTHER_PERSON', 'Somebody else is signed in here.');
    if (session !== null) seen.asked = [...(seen.asked ?? []), { rest, background: request.headers['clearway-background'] !== undefined }];
    const who = roles[token] ?? roles.look;
    const time = clock();
    if (rest === '/me') return json(response, { asOfSeq: seqOf(time), asOf: iso(time), id: idOf(token), label: token, ...who });
    if (session?.initial) return problem(response, 403, 'PASSWORD_INITIAL', 'Choose a password of your own first.');
    if (!who.may.includes('READ_ALL')) return problem(response, 403, 'DENIED', 'This is not allowed.');
    if (request.method === 'POST') {
      const command = request.headers['command-id'] ?? '';
      seen.posts.push({ rest, body, command, token });
      const onTheRoad = road.post(rest, body, { ...who, label: token }, command);
      if (onTheRoad !== null) {
        if (seen.mute) return request.socket.destroy();
        return onTheRoad[0] === 200 ? json(response, onTheRoad[1]) : problem(response, onTheRoad[0], onTheRoad[1], 'Refused.');
      }
      if (!/^[0-9a-f]{8}-[0-9a-f]{4}-7/.test(command)) return problem(response, 400, 'COMMAND_ID', 'A command needs its id.');
      const moved = who.may.includes('COLLECT_FEES') ? answered.get(command) ?? money.post(rest, body, token) : null;
      if (moved !== null) {
        if (moved[0] < 300) answered.set(command, moved);
        if (seen.mute) return request.socket.destroy();
        if (moved[0] >= 300) return problem(response, moved[0], moved[1], 'Refused.');
        return json(response, { commandId: command, seq: seqOf(time), events: [moved[1]] });
      }
      const looked = who.may.includes('ADMINISTER') ? people.post(rest, body, token, command) : null;
      if (looked !== null) {
        if (seen.mute) return request.socket.destroy();
        response.writeHead(looked[0], { 'Content-Type': looked[0] < 300 ? 'application/json' : 'application/problem+json' });
        return response.end(JSON.stringify({ status: looked[0], ...looked[1] }));
      }
      const changed = seen.deny ? null : answered.get(command) ?? changing.post(who, rest, body);
      if (changed !== null && rest.startsWith('/transshipments/')) {
        if (changed[0] === 200) answered.set(command, changed);
        if (seen.mute) return request.socket.destroy();
        if (changed[0] !== 200) return problem(response, changed[0], changed[1], 'Refused.', changed[2]);
        return json(response, { id: rest.split('/')[2], commandId: command, seq: seqOf(time), events: [changed[1]] });
      }
      const reefer = who.may.includes('REPORT_YARD') && !seen.deny ? answered.get(command) ?? plug(plans, (plan) => rowAt(plan, clock()), rest, body) ?? placed(plans, (plan) => rowAt(plan, clock()), rest, body) : null;
      if (who.officerOf === undefined && reefer === null || seen.deny) return problem(response, 403, 'DENIED', 'This is not allowed.');
      const trip = trips.find((one) => rest === `/trips/${one.id}/travellers-back`);
      if (trip) {
        const refuse = (code) => problem(response, 409, code, 'Refused.');
        if (seen.mute) return request.socket.destroy();
        if (trips.indexOf(trip) < 0 || trip.ended) return refuse('TRIP_UNKNOWN');
        if (body.travellers.some((i) => trip.travellers[i] === undefined)) return refuse('TRAVELLER_UNKNOWN');
        if (body.travellers.some((i) => trip.travellers[i].backAt)) return refuse('ALREADY_BACK');
        for (const i of body.travellers) trip.travellers[i].backAt = iso(time);
        return json(response, { commandId: command, seq: seqOf(time), events: ['TravellersReturned'] });
      }
      const sheet = /^\/hand-overs(?:\/([^/]+)\/(approval|withdrawal))?$/.exec(rest);
      if (sheet) return signSheet(response, { id: sheet[1] ?? body.id, what: sheet[2] ?? 'proposal', who, token });
      if (answered.has(command) && answered.get(command)[3] !== JSON.stringify(body)) return problem(response, 409, 'COMMAND_ID_REUSED', 'Refused.');
      const [status, code, unmet] = reefer ?? answered.get(command) ?? loads.act(who, rest, body) ?? papers.confirm(who.agency, rest, body);
      if (status === 200) answered.set(command, [status, code, unmet, JSON.stringify(body)]);
      if (seen.mute) return request.socket.destroy();
      if (status !== 200) return problem(response, status, code, 'Refused.', unmet);
      return json(response, { commandId: command, seq: seqOf(time), events: [code] });
    }
    if (rest.startsWith('/rolls')) {
      const roll = road.get(rest, url.searchParams);
      return roll === null ? problem(response, 404, 'NOT_FOUND', 'There is nothing here.') : json(response, roll);
    }
    if (rest === '/registrations') return json(response, { asOfSeq: seqOf(time), asOf: iso(time), ...papers.list(url.searchParams) });
    const one = papers.held.get(rest.replace('/registrations/', ''));
    if (one) return json(response, papers.detail(one));
    if (rest === '/trips') return json(response, { asOfSeq: seqOf(time), asOf: iso(time), items: trips.filter((one) => one.travellers.some((person) => !person.backAt) || !one.vehicleBackAt), unexplained });
    if (rest === '/hand-overs') return json(response, { items: sheets.filter((one) => one.agency === who.officerOf && (!one.approved || url.searchParams.has('date'))).map((one) => ({ ...one, ...(one.approved ? {} : { own: one.by === token }) })) });
    if (rest === '/loads') {
      seen.lists = (seen.lists ?? 0) + 1;
      return json(response, { asOfSeq: seqOf(time), asOf: iso(time), ...loads.list(url.searchParams) });
    }
    if (rest === '/inspection-places') {
      if (!who.may.some((one) => one === 'WORK_ON_LOAD' || one === 'REPORT_YARD')) return problem(response, 403, 'DENIED', 'This is not allowed.');
      return json(response, { asOfSeq: seqOf(time), asOf: iso(time), items: loads.places(who.gates) });
    }
    const loaded = /^\/loads\/([^/]+)$/.exec(rest);
    if (loaded) {
      const plan = loads.planOf(loaded[1]);
      return plan ? json(response, loads.file(plan)) : problem(response, 404, 'NOT_FOUND', 'There is nothing here.');
    }
    if (rest === '/gates') return json(response, { ...site, yards: site.yards.map((yard) => ({ ...yard, ...(plugs ? { plugs } : {}), ...(spaces ? { spaces } : {}) })) });
    const looked = who.may.includes('ADMINISTER') ? people.get(rest) : null;
    if (looked !== null) return json(response, looked);
    if (/^\/receipts\/[^/]+\/\d+\/\d+$/.test(rest)) {
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
      return response.end(`<!doctype html><html lang="en"><title>Receipt</title><h1>${rest}${url.search}</h1>`);
    }
    const books = who.may.includes('COLLECT_FEES') ? money.get(rest, url.searchParams, token) : null;
    if (books !== null) return json(response, { asOfSeq: seqOf(time), asOf: iso(time), ...books });
    const change = changing.get(rest);
    if (change !== null) return json(response, { asOfSeq: seqOf(time), asOf: iso(time), ...change });
    if (rest === '/overview') return json(response, overview(time));
    if (rest === '/stream') return stream(request, response);
    const report = reports.get(rest, url.searchParams) ?? statistics.get(rest, url.searchParams);
    if (report !== null) {
      const [status, type, content, name] = report;
      response.writeHead(status, { 'Content-Type': type, ...(name ? { 'Content-Disposition': `attachment; filename="${name}"` } : {}) });
      return response.end(content);
    }
    if (rest === '/reports/daily') {
      return json(response, {
        definition: 'daily/1',
        period: url.searchParams.get('date'),
        asOfSeq: seqOf(time),
        rows: site.lines.flatMap(({ code }, i) => [
          { gate: code, direction: 'EXPORT', arrivals: [60, 38, 12, 9][i], cleared: [52, 31, 12, 8][i] },
          { gate: code, direction: 'IMPORT', arrivals: [95, 61, 20, 17][i], cleared: [93, 60, 20, 17][i] },
        ]),
        backlog2000: site.lines.map(({ code }, i) => ({ gate: code, backlog: [21, 14, 3, 2][i] })),
      });
    }
    if (rest === '/crossings') {
      const all = rows(time).filter((row) => (who.yards ?? [row.yard]).includes(row.yard));
      const after = Number(url.searchParams.get('after') ?? 0);
      const limit = Number(url.searchParams.get('limit') ?? 100);
      const items = all.slice(after, after + limit);
      return json(response, { asOfSeq: seqOf(time), asOf: iso(time), items, ...(after + limit < all.length ? { next: String(after + limit) } : {}) });
    }
    const plan = plans.find((one) => rest === `/crossings/${one.id}`);
    const row = plan && rowAt(plan, time);
    return row ? json(response, fileAt(plan, row, time, plan.ghost ? [] : loads.of(plan).told)) : problem(response, 404, 'NOT_FOUND', 'There is nothing here.');
  });
  return new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve({ server, port: server.address().port, seen, papers, loads, some, plans, clock, road, sign, reports, people, trips, changing, money, statistics })));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { port } = await serve(Number(process.argv[2] ?? 8090), { factor: 20, amended: true });
  console.log(`test double of the server: http://127.0.0.1:${port}/#token=customs`);
}
