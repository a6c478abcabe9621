/**
 * The part of the TEST DOUBLE at which people sign in: names, passwords, badges and sessions, all made up. It
 * holds what the page must show: a first password opens nothing but the choice of another, wrong tries wait,
 * and what is sent in one person's name is not done in another's.
 */
import { roles } from './officer-stub.mjs';

export const PASSWORD = 'an invented one';
const COOKIE = 'clearway-double';

export const idOf = (token) => {
  const at = Object.keys(roles).indexOf(token);
  return `01990fd8-2f00-7a11-8c3e-0000000000${(at < 0 ? 225 : 160 + at).toString(16)}`;
};

/** @param people who signs in by which name: the token whose page it is */
export function signing(people = { lan: 'customs', minh: 'guard', hoa: 'plant' }) {
  const passwords = Object.fromEntries(Object.keys(people).map((name) => [name, { text: PASSWORD, initial: false }]));
  const badges = { 4711: { pin: '730518', token: 'guard' } };
  const sessions = new Map();
  const streams = new Set();
  let wrong = 0;
  let made = 0;
  const find = (request) => {
    const cookie = new RegExp(`${COOKIE}=(\\w+)`).exec(request.headers.cookie ?? '')?.[1];
    return sessions.has(cookie) ? { cookie, ...sessions.get(cookie) } : null;
  };
  const opened = (response, token, status = 201) => {
    const cookie = `s${++made}`;
    const name = Object.keys(people).find((one) => people[one] === token);
    sessions.set(cookie, { token, name });
    response.setHeader('Set-Cookie', `${COOKIE}=${cookie}; Path=/; HttpOnly; SameSite=Strict`);
    return [status, { actor: idOf(token), label: token, role: roles[token].role, passwordInitial: passwords[name]?.initial ?? false, endsAt: '2025-08-29T23:00:00Z', idleSeconds: 900 }];
  };
  const refuse = (status, code, detail = 'Refused.', headers = {}) => [status, { code, detail, status }, headers];
  function known(good, answer) {
    if (wrong >= 5) return ((wrong = 0), refuse(429, 'TOO_MANY_TRIES', 'Wait.', { 'Retry-After': '3' }));
    if (good) return answer();
    wrong++;
    return refuse(401, 'WRONG_CREDENTIALS', 'Name and password do not fit.');
  }

  /** The answer as [status, body, headers]; null when it is no matter of signing in. */
  function act(method, rest, body, request, response) {
    const session = find(request);
    if (method === 'POST' && rest === '/sessions') {
      const token = people[body.name];
      return known(token !== undefined && passwords[body.name].text === body.password, () => opened(response, token));
    }
    if (!/^\/(sessions\/current|me\/)/.test(rest)) return null;
    if (session === null) return refuse(401, 'NOT_SIGNED_IN');
    const named = request.headers['clearway-actor'];
    if (named !== undefined && named !== idOf(session.token)) return refuse(403, 'ANOTHER_PERSON');
    if (method === 'DELETE') return sessions.delete(session.cookie), [200, { signedOut: true }];
    if (rest === '/sessions/current/take-over') {
      const found = badges[body.badge];
      return known(found?.pin === body.pin, () => (sessions.delete(session.cookie), opened(response, found.token, 200)));
    }
    if (rest === '/me/password') {
      const own = passwords[session.name];
      return known(own.text === body.old, () => (Object.assign(own, { text: body.new, initial: false }), [200, { changed: true }]));
    }
    if (rest === '/me/badge') {
      if (badges[body.badge] && badges[body.badge].token !== session.token) return refuse(409, 'BADGE_IN_USE');
      badges[body.badge] = { pin: body.pin, token: session.token };
      return [200, { changed: true }];
    }
    return null;
  }
  return {
    act,
    passwords,
    badges,
    /** Who asks by the cookie: the token of that person, and whether a password must be chosen first. */
    who: (request) => {
      const session = find(request);
      return session === null ? null : { token: session.token, initial: passwords[session.name]?.initial ?? false };
    },
    streams,
    /** All sessions end, and with them the streams. */
    endAll: () => {
      sessions.clear();
      streams.forEach((one) => one.end());
      streams.clear();
    },
  };
}
