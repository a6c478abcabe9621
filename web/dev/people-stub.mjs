/**
 * The part of the TEST DOUBLE at which operators look after accounts: invented ones, and the refusals that
 * the page must show. What an officer or an operator is made of takes two: one proposes, another approves.
 */
import { roles } from './officer-stub.mjs';
import { idOf } from './sign-stub.mjs';

const iso = (time) => new Date(Math.round(time / 1000) * 1000).toISOString();
const DAY = 24 * 3_600_000;
const sentence = (vi, zh, en) => ({ message: en, messages: { vi, zh, en } });
const TIME = sentence('Cần giờ trong ngày, ví dụ 18:30.', '须为时刻，如 18:30。', 'A time of day is expected, as 18:30.');

function scopeText({ gates = [], company, yards = [], shifts = [] }) {
  return [
    `gates ${gates.length === 0 ? 'all' : gates.join(' ')}`,
    ...(company ? [`company ${company.replace('-', '')}`] : []),
    ...(yards.length > 0 ? [`yards ${yards.join(' ')}`] : []),
    ...shifts.map((one) => `shift ${one.from}-${one.to} on ${one.days.join(' ')}`),
  ].join(', ');
}
const statements = {
  ENROL_ACTOR: (one) => `enrol ${one.id} as ${one.role} "${one.label}", ${scopeText(one)}`,
  RESCOPE_ACTOR: (one) => `scope of ${one.actor}: ${scopeText(one)}`,
  RENEW_SECRET: (one) => `new password of ${one.actor}`,
};
const wishes = { enrol: 'ENROL_ACTOR', rescope: 'RESCOPE_ACTOR', renewPassword: 'RENEW_SECRET' };

/** @param two whether there have been two operators at once */
export function peopleOf(site, clock, two) {
  const weekdays = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'];
  const of = (n, role, label, scope = {}) => ({ id: `01990fd8-2f00-7a11-8c3e-0000000005${String(n).padStart(2, '0')}`, role, label, gates: [], shifts: [], ...scope });
  const accounts = [
    { ...of(0, 'OPERATOR', 'operator'), id: idOf('operator') },
    ...(two ? [{ ...of(0, 'OPERATOR', 'operator2'), id: idOf('operator2') }] : []),
    of(1, 'CUSTOMS', 'Hải quan Hữu Nghị, làn 3', { gates: ['HN'], shifts: [{ days: weekdays, from: '06:00', to: '18:00' }] }),
    of(2, 'CUSTOMS', 'Hải quan Hữu Nghị, đêm', { gates: ['HN'], shifts: [{ days: ['MONDAY', 'SATURDAY'], from: '18:00', to: '06:00' }] }),
    of(3, 'BORDER_GUARD', 'Biên phòng Tân Thanh', { gates: ['TT'] }),
    of(4, 'PLANT_QUARANTINE', 'Kiểm dịch thực vật'),
    of(5, 'TRAFFIC_POLICE', 'CSGT Cao Lộc'),
    of(6, 'YARD', 'Bãi Xuân Cương', { gates: ['HN'], yards: ['XUAN_CUONG'] }),
    of(7, 'TRADER', 'Công ty Giả Định 017', { company: '0109999017' }),
    of(8, 'TRADER', 'Công ty Giả Định 112', { company: '0109999112' }),
    of(9, 'READER', 'Màn hình sảnh'),
    of(10, 'GATE_DEVICE', 'Camera làn 2', { gates: ['HN'] }),
  ];
  const proposals = [];
  const names = new Set(['lan']);
  const done = new Map();
  const refuse = (code, more = {}) => [409, { code, detail: 'Refused.', ...more }];
  const find = (id) => accounts.find((one) => one.id === id);
  const open = (id) => proposals.findIndex((one) => one.id === id);

  function scopeFault(role, { company, yards = [], gates = [], shifts = [] }) {
    const times = shifts.flatMap((one, i) => ['from', 'to'].filter((end) => !/^([01]\d|2[0-3]):[0-5]\d$/.test(one[end])).map((end) => ({ path: `shifts[${i}].${end}`, code: 'TIME_OF_DAY', rule: '', ...TIME })));
    if (times.length > 0) return [400, { code: 'BAD_INPUT', detail: 'The input cannot be read.', violations: times }];
    if (company !== undefined && !/^(\d{10}|\d{13})$/.test(company.replace('-', ''))) return refuse('SCOPE_COMPANY');
    const there = site.yards.filter((yard) => gates.length === 0 || gates.includes(yard.line)).map((yard) => yard.code);
    if (yards.some((yard) => role !== 'YARD' || !there.includes(yard))) return refuse('SCOPE_YARD');
    return null;
  }
  const byTwo = (role) => two && (role === 'OPERATOR' || roles.customs.role === role || /QUARANTINE|GUARD|STATION|BOARD|POLICE/.test(role));
  function approved(matter, role, wish) {
    if (!byTwo(role)) return true;
    const at = proposals.findIndex((one) => one.approved && one.statement === statements[matter](wish));
    if (at >= 0) proposals.splice(at, 1);
    return at >= 0;
  }
  const first = (answer, name) => (name === undefined ? answer : (names.add(name), { ...answer, name, password: 'quiet-lantern-4127' }));

  function enrol(body) {
    if (find(body.id)) return refuse('ID_IN_USE');
    const fault = scopeFault(body.role, body);
    if (fault) return fault;
    if (names.has(body.name)) return refuse('NAME_IN_USE');
    if (!approved('ENROL_ACTOR', body.role, body)) return refuse('APPROVAL_NEEDED');
    const { name, ...account } = body;
    accounts.push({ gates: [], shifts: [], ...account });
    const token = byTwo(body.role) ? {} : { token: 'an-invented-token-0001' };
    if (accounts.filter((one) => one.role === 'OPERATOR').length > 1) two = true;
    return [201, first({ actor: body.id, ...token }, name)];
  }
  function about(id, what, body) {
    const account = find(id);
    if (!account) return refuse('ACTOR_UNKNOWN');
    if (what === 'revocation') return accounts.splice(accounts.indexOf(account), 1), [200, { actor: id }];
    if (what === 'password') {
      if (names.has(body.name) && body.name !== 'hoa') return refuse('NAME_IN_USE');
      return approved('RENEW_SECRET', account.role, { actor: id }) ? [201, first({ actor: id }, body.name)] : refuse('APPROVAL_NEEDED');
    }
    const fault = scopeFault(account.role, body);
    if (fault) return fault;
    if (account.company && account.company !== body.company) return refuse('COMPANY_FIXED');
    if (!approved('RESCOPE_ACTOR', account.role, { actor: id, ...body })) return refuse('APPROVAL_NEEDED');
    for (const part of ['company', 'yards']) delete account[part];
    Object.assign(account, { gates: [], shifts: [] }, body);
    return [200, { actor: id }];
  }
  function propose(body, by) {
    const kind = Object.keys(wishes).find((one) => body[one] !== undefined);
    const matter = wishes[kind];
    const wish = body[kind];
    const fault = wish.shifts && scopeFault('CUSTOMS', wish);
    if (fault) return [fault[0], { ...fault[1], violations: fault[1].violations?.map((one) => ({ ...one, path: `${kind}.${one.path}` })) }];
    const statement = statements[matter](wish);
    proposals.push({ id: body.id, matter, statement, subject: wish.id ?? wish.actor, expiresAt: iso(clock() + DAY), proposed: { at: iso(clock()), by } });
    return [201, { id: body.id, statement }];
  }
  function voice(id, what, by) {
    const at = open(id);
    if (at < 0) return refuse('PROPOSAL_UNKNOWN');
    if (what === 'withdrawal') return proposals.splice(at, 1), [200, { id }];
    if (proposals[at].approved) return refuse('ALREADY_APPROVED');
    if (proposals[at].proposed.by === by) return refuse('SAME_PERSON');
    proposals[at].approved = { at: iso(clock()), by };
    return [200, { id }];
  }

  return {
    accounts,
    proposals,
    names,
    get: (rest) => (rest === '/actors' ? { items: accounts, twoOperators: two } : rest === '/proposals' ? { items: proposals } : null),
    /** As [status, body]; null when it is no matter of accounts. A command that is sent twice is done once. */
    post(rest, body, by, command) {
      const [, room, id, what] = /^\/(actors|proposals)(?:\/([^/]+)\/(\w+))?$/.exec(rest) ?? [];
      if (room === undefined) return null;
      if (done.has(command)) return done.get(command);
      const answer = room === 'actors' ? (id ? about(id, what, body) : enrol(body)) : id ? voice(id, what, by) : propose(body, by);
      if (answer[0] < 300) done.set(command, answer);
      return answer;
    },
  };
}
