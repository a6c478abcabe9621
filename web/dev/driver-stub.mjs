/**
 * The part of the TEST DOUBLE that makes drivers' links and answers them, for an invented firm. A link says here, too,
 * when it ends, but is not signed: what it stands for is remembered, until when, and whether it was revoked.
 */
import { milestonesOf, site } from './trader-judge.mjs';

const HOUR = 3_600_000;
const named = (code) => [...site.lines, ...site.yards, ...site.parks, ...site.posts].find((one) => one.code === code);
const missing = (one) => ['BORDER_GUARD', 'CUSTOMS'].filter((agency) => !one[agency === 'CUSTOMS' ? 'customsAt' : 'borderGuardAt']);

/** @param clock the gate's; a link ends by the time on the wall */
export function driversOf(held, clock) {
  const links = new Map();
  const iso = (time) => new Date(time).toISOString();

  function make({ registration, hours = 168 }) {
    const until = Date.now() + hours * HOUR;
    const said = Buffer.alloc(81);
    said.writeUInt32BE(links.size + 1, 1);
    said.writeBigInt64BE(BigInt(until), 41);
    const link = `cwd_${said.toString('base64url')}`;
    links.set(link, { registration, until, revoked: false });
    return { link, expiresAt: iso(links.get(link).until) };
  }

  function revoke({ registration }) {
    for (const one of links.values()) if (one.registration === registration) one.revoked = true;
    return { revoked: true };
  }

  /** What the link reads, or the code of why it reads nothing. */
  function read(link) {
    const found = links.get(link);
    if (found === undefined) return 'NOT_SIGNED_IN';
    if (Date.now() >= found.until) return 'LINK_EXPIRED';
    if (found.revoked) return 'LINK_REVOKED';
    const one = held.find((other) => other.id === found.registration);
    const { declaration, state, crossing } = one;
    const passage = crossing && { state, arrivedAt: iso(clock() - HOUR), ...crossing };
    const yard = state === 'IN_YARD' ? declaration.parkingPlace : undefined;
    const mayLeave = crossing?.mayLeave === true;
    const waitingFor = passage && !mayLeave ? (one.waitingFor ?? (one.turned ? [] : missing(crossing))) : [];
    const codes = [declaration.gateCode, yard, one.turned?.to, one.trafficOrder?.to, one.trafficOrder?.post].filter(Boolean);
    return {
      asOf: iso(clock()),
      expiresAt: iso(found.until),
      plate: declaration.vehicles[0].plateNumber.replace(/[^0-9A-Z\p{Script=Han}]/gu, ''),
      gate: declaration.gateCode,
      direction: declaration.direction,
      plannedArrivalAt: declaration.plannedArrivalAt,
      state,
      ...(yard ? { yard } : {}),
      ...(one.turned ? { turned: one.turned } : {}),
      milestones: passage ? milestonesOf(passage, clock()) : [],
      ...(passage ? { mayLeave } : {}),
      waitingFor,
      waitingSince: waitingFor.map((agency, at) => one.waitingSince?.[at] ?? passage.arrivedAt),
      ...(one.trafficOrder ? { trafficOrder: one.trafficOrder } : {}),
      zone: site.zone,
      facingZone: site.facingZone,
      places: codes.map((code) => ({ code, name: named(code).name })),
    };
  }

  return { links, make, revoke, read };
}
