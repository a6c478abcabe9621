/**
 * The part of the TEST DOUBLE that the agencies work with: what is asked of each load, holds, the one
 * inspection, and the word that opens the barrier. It holds as much of the rules as the screens must show.
 */
import { keyName, registrationId } from './officer-stub.mjs';

const MINUTE = 60_000;
const iso = (time) => new Date(Math.round(time / 1000) * 1000).toISOString();
const minutesOf = (text) => {
  const [, hours = 0, minutes = 0] = /^PT(?:(\d+)H)?(?:(\d+)M)?$/.exec(text) ?? [];
  return Number(hours) * 60 + Number(minutes) || 30;
};

export const agencies = ['BORDER_GUARD', 'CUSTOMS', 'MEDICAL_QUARANTINE', 'PLANT_QUARANTINE', 'ANIMAL_QUARANTINE', 'TRANSPORT_STATION', 'MANAGEMENT_BOARD', 'TRAFFIC_POLICE'];

/** @param rowOf a plan's passage now, or null while the vehicle is not here */
export function loadsOf(plans, clock, site, rowOf, papers, { green = 0 } = {}) {
  const { steps, barriers } = site.procedure;
  const barrier = barriers[0].step;
  const held = new Map();
  let hold = 800;

  /** What an agency did of itself: most are prompt, some not at all, so that there is something to do. */
  function workOf(plan, i) {
    const asked = steps.filter(({ trigger }) => trigger === 'ALWAYS' || trigger === 'WITH_GOODS' || (trigger === 'PLANT_ASKED' && /tươi/.test(plan.goods)) || (trigger === 'TRANSPORT_PERMIT' && i % 3 === 0) || trigger === 'ON_REQUEST');
    const tasks = Object.fromEntries(asked.map((step) => [step.code, { step, status: step.trigger === 'ON_REQUEST' ? 'OPEN' : 'REQUIRED' }]));
    const entered = Math.max(plan.customsAt, plan.borderGuardAt);
    const word = (code, at, by, byRule) => tasks[code] && at < clock() && Object.assign(tasks[code], { status: 'CONFIRMED', at: iso(at), by, byRule });
    const seen = { rule: 'THERMAL_CAMERA', authorisedBy: 'MEDICAL_QUARANTINE', observations: [`thermal/${plan.gate}/${i}`] };
    if (i % 4 === 0) word('MEDICAL_CHECK', plan.arrivedAt + MINUTE, 'gate device', seen);
    else if (i % 4 !== 1) word('MEDICAL_CHECK', plan.arrivedAt + 4 * MINUTE, 'medical desk 1');
    if (i % 6 !== 3) word('TRANSPORT_PERMIT', plan.arrivedAt + 7 * MINUTE, 'station desk 1');
    if (entered < clock()) {
      if (i % 2 === 0) word('PLANT_CHECK', entered + 12 * MINUTE, 'plant desk 2');
      if (i % 5 !== 2) word('GUARD_COMPLETION', entered + 9 * MINUTE, 'guard desk 4');
      if (i % 3 !== 2) word('BOARD_FINISH', entered + 14 * MINUTE, 'board desk 1');
      if (i % 5 < 2 && tasks.PLANT_CHECK?.status !== 'REQUIRED') word('CUSTOMS_CLEARANCE', entered + 22 * MINUTE, 'customs desk 3');
    }
    return { tasks, channel: i % 9 === 4 ? 'YELLOW' : 'GREEN', holds: [], rev: 0 };
  }

  function of(plan) {
    const id = registrationId(plan);
    if (!held.has(id)) held.set(id, workOf(plan, plans.indexOf(plan)));
    return held.get(id);
  }

  /** Vehicles on which only the word that opens the barrier is missing. */
  const here = (plan) => {
    const row = rowOf(plan);
    return row && row.state !== 'GONE' && !plan.ghost ? row : null;
  };
  for (const plan of plans.filter((one) => here(one)?.enteredAt).slice(0, green)) {
    for (const task of Object.values(of(plan).tasks)) {
      if (task.status === 'REQUIRED' && task.step.code !== barrier) Object.assign(task, { status: 'CONFIRMED', at: iso(clock() - 6 * MINUTE), by: 'desk' });
    }
  }

  const atPoint = (row, point) => ({ PAPERS: row.arrivedAt, VEHICLE: row.arrivedAt, ENTERED: row.enteredAt, IN_YARD: row.yardEnteredAt })[point];
  function missingBefore(load, row, step) {
    return [...step.after.filter((point) => !atPoint(row, point)), ...step.following.filter((code) => load.tasks[code] && !['CONFIRMED', 'OPEN'].includes(load.tasks[code].status))];
  }
  function unmetOf(load, row) {
    const keys = ['BORDER_GUARD', 'CUSTOMS'].filter((agency) => !row[keyName[agency]]).map((agency) => `KEY_${agency}`);
    const open = Object.entries(load.tasks).filter(([code, task]) => code !== barrier && !['CONFIRMED', 'OPEN'].includes(task.status)).map(([code]) => code);
    return [...keys, ...open, ...new Set(load.holds.map((one) => `HOLD_${one.agency}`)), ...(owing(load).length > 0 ? ['INSPECTION'] : [])];
  }

  /** Who owes an inspection or its results: who takes part, and customs in the red channel. */
  function owing({ inspection, channel }) {
    const answered = inspection?.joined.some((one) => one.agency === 'CUSTOMS') && !inspection.results.some((one) => one.outcome === 'DOUBT');
    const open = inspection?.done === false ? inspection.joined.map((one) => one.agency) : [];
    const red = channel === 'RED' && (open.length > 0 || !answered) ? ['CUSTOMS'] : [];
    return [...new Set([...open, ...red])];
  }

  function linesOf(load, row) {
    const now = clock();
    const came = Date.parse(row.arrivedAt);
    const testing = load.holds.some((one) => one.kind === 'TEST');
    const waited = (since, until, within) => {
      const ours = since === null ? 0 : Math.max(0, until - since);
      const turn = since !== null && until === now && !testing;
      return { ...(turn ? { since: iso(since), due: iso(since + within * MINUTE) } : {}), late: turn && now > since + within * MINUTE, forAgencySeconds: Math.round(ours / 1000), forOthersSeconds: Math.round(Math.max(0, until - came - ours) / 1000) };
    };
    const keys = ['BORDER_GUARD', 'CUSTOMS'].map((agency) => {
      const at = row[keyName[agency]];
      return { step: `KEY_${agency}`, agency, status: at ? 'CONFIRMED' : 'REQUIRED', askedAgain: row.askedAgain?.includes(agency) ?? false, ...(at ? { at, by: 'gate desk' } : {}), ...waited(came, at ? Date.parse(at) : now, 30) };
    });
    const rest = Object.entries(load.tasks).map(([code, { step, status, at, by, byRule, note }]) => {
      const before = [...missingBefore(load, row, step), ...(owing(load).includes(step.agency) ? ['INSPECTION'] : [])];
      const points = [...step.after.map((point) => atPoint(row, point)), ...step.following.map((one) => load.tasks[one]?.at)].filter(Boolean).map((one) => Date.parse(one));
      const since = before.length > 0 ? null : Math.max(came, ...points);
      const until = at ? Date.parse(at) : now;
      return { step: code, agency: step.agency, status, askedAgain: false, ...(at ? { at, by } : {}), ...(byRule ? { byRule } : {}), ...(note ? { note } : {}), ...(status === 'OPEN' ? { late: false, forAgencySeconds: 0, forOthersSeconds: 0 } : waited(since, until, minutesOf(step.within))), ...(status !== 'CONFIRMED' && before.length > 0 ? { before } : {}) };
    });
    const looks = owing(load).map((agency) => {
      const since = row.enteredAt ? Math.max(Date.parse(row.enteredAt), load.redAt ?? 0, ...(load.inspection?.joined ?? []).filter((one) => one.agency === agency).map((one) => Date.parse(one.at))) : null;
      return { step: `INSPECTION_${agency}`, agency, status: 'REQUIRED', ...waited(since, now, minutesOf(site.procedure.inspectionWithin)) };
    });
    const looked = (load.inspection?.done ? load.inspection.joined : []).filter(({ agency }) => !owing(load).includes(agency)).map(({ agency, at }) => ({ step: `INSPECTION_${agency}`, agency, status: 'CONFIRMED', ...waited(Date.parse(at), Date.parse(load.inspection.results.at(-1).at), 0), late: false }));
    return [...keys, ...rest, ...looks, ...looked];
  }

  function file(plan) {
    const row = rowOf(plan);
    const load = of(plan);
    const paper = papers.held.get(registrationId(plan));
    const unmet = row ? unmetOf(load, row) : ['VEHICLE'];
    return {
      asOfSeq: 1,
      asOf: iso(clock()),
      registration: registrationId(plan),
      version: paper.version,
      plate: plan.plate,
      gate: plan.gate,
      direction: plan.direction,
      goods: plan.goods,
      state: row?.state ?? 'REGISTERED',
      ...(row ? { crossing: plan.id, arrivedAt: row.arrivedAt } : {}),
      channel: load.channel,
      channelByTwo: load.channel === 'RED' && unmet.includes('INSPECTION'),
      mayLeave: unmet.length === 0 && load.tasks[barrier].status === 'CONFIRMED',
      unmet: load.tasks[barrier].status === 'CONFIRMED' ? unmet : [...unmet, barrier],
      lines: row ? linesOf(load, row) : [],
      offered: Object.entries(load.tasks).filter(([, task]) => task.status === 'OPEN').map(([code]) => code),
      holds: load.holds.map((one) => ({ ...one, byTwo: ['DANGER', 'FAULT', 'ORDER'].includes(one.kind) })),
      ...(load.seconds?.length > 0 ? { seconds: load.seconds } : {}),
      waitingFor: [...new Set([...load.holds.map((one) => one.agency), ...owing(load)])],
      ...(load.inspection ? { inspection: placed(plan, load.inspection) } : {}),
    };
  }

  function list(query) {
    const agency = query.get('agency');
    const items = plans
      .filter(here)
      .map((plan) => {
        const { asOf, asOfSeq, ...load } = file(plan);
        return { ...load, lines: load.lines.filter((line) => line.status !== 'CONFIRMED' && (!agency || line.agency === agency)) };
      })
      .filter((load) => load.lines.length > 0);
    const due = (load) => Math.min(...load.lines.map((line) => (line.due ? Date.parse(line.due) : Infinity)));
    items.sort((a, b) => (due(a) === due(b) ? 0 : due(a) - due(b)));
    return { total: items.length, items: items.slice(0, Number(query.get('limit') ?? 100)) };
  }

  const planOf = (id) => plans.find((plan) => !plan.ghost && registrationId(plan) === id);

  /** Why nothing can be booked so; undefined when it can. */
  function wrongPlace(plan, bookings) {
    const there = site.inspections.filter((one) => one.line === plan.gate);
    if (there.length === 0) return undefined;
    const at = bookings.map((one) => [one, there.find(({ code }) => code === one.place)]);
    if (at.some(([, place]) => !place)) return 'INSPECTION_PLACE_UNKNOWN';
    return at.some(([one, place]) => !place.means.includes(one.means)) ? 'PLACE_LACKS_MEANS' : undefined;
  }

  /** What is owed at that place of that gate, in order of booking. */
  function lineAt(gate, place) {
    const stands = plans.filter((plan) => here(plan) && plan.gate === gate && !rowOf(plan).turned).flatMap((plan) => {
      const { inspection } = of(plan);
      const owed = (inspection?.booked ?? []).filter((one) => one.place === place && !inspection.results.some(({ means }) => means === one.means));
      return owed.length === 0 ? [] : [{ plan, means: owed.map(({ means }) => means), since: owed.map(({ since }) => since).sort()[0] }];
    });
    return stands.sort((a, b) => a.since.localeCompare(b.since));
  }
  const places = (gates) =>
    site.inspections.filter((one) => !gates || gates.includes(one.line)).map(({ code, line: gate, atOnce }) => ({
      gate,
      place: code,
      atOnce: atOnce.is,
      line: lineAt(gate, code).map(({ plan, means, since }, i) => ({ position: i + 1, turn: i < atOnce.is, registration: registrationId(plan), crossing: plan.id, plate: plan.plate, direction: plan.direction, goods: plan.goods, means, since })),
    }));
  const placed = (plan, inspection) => ({
    ...inspection,
    booked: inspection.booked.map((one) => {
      const at = lineAt(plan.gate, one.place).findIndex((stand) => stand.plan === plan && stand.means.includes(one.means));
      return at < 0 ? one : { ...one, position: at + 1 };
    }),
  });

  /** The answer to a command as [status, code, unmet]; null when it is none of these. */
  function act(who, rest, body) {
    const asked = /^\/loads\/([^/]+)\/([a-z-]+)$/.exec(rest);
    if (!asked) return null;
    const plan = planOf(asked[1]);
    const row = plan && rowOf(plan);
    if (!row) return [404, 'CLEARANCE_UNKNOWN'];
    if (row.state === 'GONE') return [409, 'ALREADY_GONE'];
    const load = of(plan);
    const agency = who.officerOf;
    const by = `${agency.toLowerCase()} desk`;
    const tell = (type, detail, note) => (load.told ??= []).push({ at: iso(clock()), type, actorRole: agency, detail, ...(note ? { note } : {}) });
    const done = (code) => {
      load.rev++;
      return [200, code];
    };
    const task = load.tasks[body.step];
    const release = load.tasks[barrier];
    switch (asked[2]) {
      case 'confirmations': {
        if (!task || task.status === 'OPEN') return [409, 'STEP_NOT_REQUIRED'];
        if (task.step.agency !== agency) return [409, 'OTHER_AGENCY'];
        if (task.status === 'CONFIRMED') return [409, 'ALREADY_CONFIRMED'];
        const paper = papers.held.get(registrationId(plan));
        const old = body.step === barrier ? body.version !== paper.version : papers.stale(paper, agency, body.version);
        if (old) return [409, 'STALE'];
        const before = missingBefore(load, row, task.step);
        const part = owing(load).includes(agency) ? ['INSPECTION'] : [];
        const unmet = [...new Set([...before, ...part, ...(body.step === barrier ? unmetOf(load, row) : [])])];
        if (unmet.length > 0) return [409, body.step === barrier ? 'NOT_RELEASABLE' : 'STEP_NOT_READY', unmet];
        Object.assign(task, { status: 'CONFIRMED', at: iso(clock()), by, note: body.note });
        return done('StepConfirmed');
      }
      case 'refusals':
        if (!task || task.step.agency !== agency) return [409, 'OTHER_AGENCY'];
        Object.assign(task, { status: 'REFUSED', at: iso(clock()), by, note: body.note });
        if (release.status === 'CONFIRMED') release.status = 'REQUIRED';
        return done('StepRefused');
      case 'holds':
        if (body.lifters.length === 0) return [409, 'LIFTERS_MISSING'];
        load.holds = [...load.holds, { hold: ++hold, agency, kind: body.kind, at: iso(clock()), by, lifters: body.lifters, ...(body.note ? { note: body.note } : {}) }];
        return done('HoldPlaced');
      case 'hold-liftings': {
        const found = load.holds.find((one) => one.hold === body.hold);
        if (!found) return [409, 'HOLD_UNKNOWN'];
        if (!found.lifters.includes(agency)) return [409, 'NOT_LIFTER'];
        load.holds = load.holds.filter((one) => one !== found);
        return done('HoldLifted');
      }
      case 'channel': {
        // Out of the red channel without an inspection: the second officer says the same.
        if (load.channel === 'RED' && unmetOf(load, row).includes('INSPECTION')) {
          if (!load.seconds?.some((one) => one.channel === body.channel)) {
            if (!body.note) return [409, 'REASON_MISSING'];
            load.seconds = [...(load.seconds ?? []), { channel: body.channel, at: iso(clock()), until: iso(clock() + 12 * 60 * MINUTE), by, agency, note: body.note }];
            tell('SecondAsked', body.channel, body.note);
            return done('SecondAsked');
          }
          if (!who.deputy) return [409, 'SECOND_OFFICER'];
        }
        load.seconds = [];
        load.channel = body.channel;
        load.redAt = clock();
        return done('ChannelSet');
      }
      case 'second-withdrawals': {
        const found = load.seconds?.find((one) => one.channel === body.channel && one.hold === body.hold);
        if (!found) return [409, 'SECOND_UNKNOWN'];
        if (found.agency !== agency) return [409, 'OTHER_AGENCY'];
        load.seconds = load.seconds.filter((one) => one !== found);
        tell('SecondWithdrawn', found.channel ?? 'LIFT_HOLD');
        return done('SecondWithdrawn');
      }
      case 'inspections':
        if (!row.enteredAt) return [409, 'STEP_NOT_READY', ['ENTERED']];
        if (load.inspection && !load.inspection.done) return [409, 'INSPECTION_OPEN'];
        if (wrongPlace(plan, body.bookings)) return [409, wrongPlace(plan, body.bookings)];
        load.inspection = { done: false, booked: body.bookings.map((one) => ({ ...one, since: iso(clock()) })), joined: [{ agency, at: iso(clock()), by }], results: [] };
        return done('InspectionOpened');
      case 'inspection-joinings':
        {
          const { inspection } = load;
          if (!inspection || inspection.done) return [409, 'NO_INSPECTION'];
          const more = (body.bookings ?? []).filter((one) => !inspection.booked.some(({ means }) => means === one.means));
          const joined = inspection.joined.some((one) => one.agency === agency);
          if (joined && more.length === 0) return [409, 'ALREADY_JOINED'];
          if (wrongPlace(plan, more)) return [409, wrongPlace(plan, more)];
          if (!joined) inspection.joined.push({ agency, at: iso(clock()), by });
          inspection.booked.push(...more.map((one) => ({ ...one, since: iso(clock()) })));
          return done(joined ? 'MeansBooked' : 'InspectionJoined');
        }
      case 'inspection-results': {
        const { inspection } = load;
        if (!inspection?.booked.some(({ means }) => means === body.means)) return [409, 'NOT_BOOKED'];
        if (!inspection.joined.some((one) => one.agency === agency)) return [409, 'NOT_JOINED'];
        if (inspection.results.some((one) => one.means === body.means)) return [409, 'RESULT_KNOWN'];
        inspection.results.push({ means: body.means, outcome: body.outcome, agency, at: iso(clock()), by });
        inspection.done = inspection.booked.every(({ means }) => inspection.results.some((one) => one.means === means));
        if (body.outcome !== 'CLEAN') load.holds = [...load.holds, { hold: ++hold, agency, kind: body.outcome, at: iso(clock()), by, lifters: [agency] }];
        return done('ResultRecorded');
      }
      default:
        return [404, 'NOT_FOUND'];
    }
  }

  return { of, file, list, act, places, site, planOf, rev: (id) => held.get(id)?.rev ?? 0 };
}

/** For pictures: a hold, a red channel, an inspection under way, a refusal, and who is late. */
export function workSome(loads, plans, clock, rowOf) {
  const inside = plans.filter((plan) => rowOf(plan)?.enteredAt && rowOf(plan).state !== 'GONE' && !plan.ghost && plan.plate !== null);
  const by = (agency, rest, body) => (plan) => loads.act({ officerOf: agency }, `/loads/${registrationId(plan)}/${rest}`, body);
  const [one, two, three, four] = inside;
  by('PLANT_QUARANTINE', 'holds', { kind: 'TEST', lifters: ['PLANT_QUARANTINE', 'CUSTOMS'], note: 'Mẫu số 17, phòng kiểm nghiệm cửa khẩu.' })(one);
  by('CUSTOMS', 'channel', { channel: 'RED' })(two);
  const site = loads.site;
  const book = (plan, ...all) => ({ bookings: all.flatMap((means) => site.inspections.filter((place) => place.line === plan.gate && place.means.includes(means)).slice(0, 1).map((place) => ({ means, place: place.code }))) });
  // Others are in line before it and after it.
  for (const plan of inside.filter((one, i) => i > 3 && one.gate === 'HN').slice(0, 5)) by('CUSTOMS', 'inspections', book(plan, 'XRAY', 'BAY'))(plan);
  by('CUSTOMS', 'inspections', book(two, 'XRAY', 'BAY'))(two);
  by('BORDER_GUARD', 'inspection-joinings', {})(two);
  by('PLANT_QUARANTINE', 'inspection-joinings', book(two, 'SAMPLING'))(two);
  by('CUSTOMS', 'inspection-results', { means: loads.of(two).inspection.booked[0].means, outcome: 'DOUBT' })(two);
  by('MANAGEMENT_BOARD', 'refusals', { step: 'BOARD_FINISH', note: 'Chưa nộp phí hạ tầng.' })(three);
  by('BORDER_GUARD', 'holds', { kind: 'ORDER', lifters: ['BORDER_GUARD'] })(four);
  return { testing: one, inspected: two, refused: three, ordered: four };
}
