/**
 * The part of the TEST DOUBLE that the road works with: rolls, advice, orders. It holds what the screens
 * must show: a batch may come twice, the later word counts, vehicles stand by rank.
 */
const iso = (time) => new Date(Math.round(time / 1000) * 1000).toISOString();

const before = (a, b) => a.section - b.section || a.rank - b.rank || (a.id < b.id ? -1 : 1);

export function roadOf(site, clock) {
  const rolls = new Map();
  const orders = [];
  const commands = new Map();
  const registered = new Set(['29C11111', '29C22222']);
  const atGate = new Map([['12C77777', 'HN']]);

  const normal = (plate) => plate.toUpperCase().replace(/[-. ·]/g, '');
  const standing = (roll) => [...roll.entries.values()].filter((one) => !one.removed).sort(before);
  const positions = (roll) => {
    const found = new Map();
    let last = null;
    let position = 0;
    for (const one of standing(roll)) {
      position = one.section === last ? position + 1 : 1;
      last = one.section;
      found.set(one.id, position);
    }
    return found;
  };
  const everywhere = (plate) => [...rolls.values()].filter((roll) => roll.open).flatMap((roll) => standing(roll).filter((one) => one.plate === plate).map((one) => ({ id: one.id, roll: roll.id, place: roll.place, section: one.section, position: positions(roll).get(one.id) })));

  function head(roll) {
    const all = standing(roll);
    const sections = [...new Set([...roll.entries.values()].map((one) => one.section))].sort((a, b) => a - b);
    const { id, place, stretch, openedAt, open, version, closedAt } = roll;
    return { id, place, stretch, openedAt, openedBy: { role: 'TRAFFIC_POLICE', label: 'police' }, open, version, ...(closedAt ? { closedAt } : {}), vehicles: all.length, sections: sections.map((section) => ({ section, vehicles: all.filter((one) => one.section === section).length })) };
  }

  function view(roll, section) {
    const at = positions(roll);
    const entries = [...roll.entries.values()].filter((one) => section === 0 || one.section === section).sort(before).map((one) => ({
      ...one,
      ...(one.removed ? {} : { position: at.get(one.id), also: everywhere(one.plate).filter((other) => other.id !== one.id).map(({ id, ...place }) => place), registered: registered.has(one.plate), ...(atGate.has(one.plate) ? { atGate: atGate.get(one.plate) } : {}) }),
    }));
    return { ...head(roll), entries };
  }

  function open(id, place, stretch = '') {
    rolls.set(id, { id, place, stretch, openedAt: iso(clock()), open: true, version: 0, entries: new Map() });
    return rolls.get(id);
  }

  function note(roll, said, who) {
    for (const one of said) {
      const held = roll.entries.get(one.id);
      if (held && held.revision >= one.revision) continue;
      roll.entries.set(one.id, { ...one, plate: normal(one.plate), recordedAt: iso(clock()), by: { role: who.role, label: who.label ?? who.role }, contradictions: roll.open ? [] : ['AFTER_CLOSING'] });
      roll.version++;
    }
  }

  function advise(body) {
    const plate = normal(body.plate);
    const now = clock();
    const roll = [...rolls.values()].find((one) => standing(one).some((entry) => entry.plate === plate));
    const papers = { id: '01990fd8-2f00-7a11-8c3e-5b7d91e0a002', declarationNumber: '2025082900117', gate: 'HN', direction: 'EXPORT', plannedArrivalAt: iso(now + 9_000_000), goods: 'Sầu riêng tươi' };
    const parks = ['PHU_XA', 'THUY_HUNG'];
    const base = { plate, orders: [] };
    if (atGate.has(plate)) return { ...base, word: 'AT_GATE', reasons: [{ code: 'AT_GATE', rule: 'Q-20', places: [atGate.get(plate)] }] };
    if (plate === '29C22222') return { ...base, word: 'GO', until: iso(now + 5_000_000), registration: papers, reasons: [] };
    const reasons = [];
    if (registered.has(plate)) reasons.push({ code: 'PARK_COMPULSORY', rule: 'Q-24', places: parks });
    else reasons.push({ code: 'NOT_REGISTERED', rule: 'Q-21', places: [...parks, 'NON_TARIFF_ZONE'] });
    if (roll) {
      const entry = standing(roll).find((one) => one.plate === plate);
      reasons.push({ code: 'IN_ROLL', rule: 'Q-25', places: [roll.place], standing: { roll: roll.id, place: roll.place, section: entry.section, position: positions(roll).get(entry.id) } });
    }
    if (registered.has(plate)) reasons.push({ code: 'EARLY', rule: 'Q-26', places: ['HN'], until: iso(now + 3_600_000) }, { code: 'GATE_CLOSED', rule: 'Q-27', places: ['HN'], until: iso(now + 50_000_000) });
    if (plate === '15C33333') return { ...base, word: 'HOLD', until: iso(now + 3_600_000), registration: papers, reasons: [{ code: 'EARLY', rule: 'Q-26', places: ['HN'], until: iso(now + 3_600_000) }] };
    return { ...base, word: 'TURN', to: 'PHU_XA', reasons, ...(registered.has(plate) ? { registration: papers } : {}) };
  }

  /** [status, body or code] of a command or a question; null when it is none of the road's. */
  function post(rest, body, who, command) {
    if (rest === '/advice') return [200, { asOfSeq: 1, asOf: iso(clock()), ...advise(body) }];
    const known = commands.get(command);
    if (known) return known;
    const done = (id, event) => {
      const answer = [200, { id, commandId: command, seq: 1, events: [event] }];
      commands.set(command, answer);
      return answer;
    };
    if (rest === '/rolls') {
      open(body.id, body.place, body.stretch);
      return done(body.id, 'RollOpened');
    }
    if (rest === '/traffic-orders') {
      if (!orders.some((one) => one.id === body.id)) orders.push(body);
      return done(body.id, 'OrderGiven');
    }
    const [, id, what] = /^\/rolls\/([^/]+)\/(entries|closing)$/.exec(rest) ?? [];
    if (!what) return null;
    const roll = rolls.get(id);
    if (!roll) return [404, 'ROLL_UNKNOWN'];
    if (what === 'entries') {
      if (body.entries.length > 50 || body.entries.some((one) => one.plate === 'BAD99999')) return [400, 'BAD_INPUT'];
      note(roll, body.entries, who);
      return done(id, 'EntriesNoted');
    }
    if (roll.version !== body.version) return [409, 'ROLL_CHANGED'];
    roll.open = false;
    roll.closedAt = iso(clock());
    return done(id, 'RollClosed');
  }

  function get(rest, query) {
    if (rest === '/rolls') return { asOfSeq: 1, asOf: iso(clock()), items: [...rolls.values()].reverse().map(head) };
    const roll = rolls.get(/^\/rolls\/([^/]+)$/.exec(rest)?.[1]);
    return roll ? { asOfSeq: 1, asOf: iso(clock()), ...view(roll, Number(query.get('section') ?? 0)) } : null;
  }

  return { rolls, orders, open, note, post, get, plates: (id, section) => standing(rolls.get(id)).filter((one) => one.section === section).map((one) => one.plate) };
}
