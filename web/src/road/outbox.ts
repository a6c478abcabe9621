/**
 * What waits to be sent. It is written down before anything else happens to it, so that it survives a
 * reload; it goes in batches in its order, each with one command id however often it is tried. The
 * server knows every entry by its own id: a batch that comes twice changes nothing.
 */
import { newId, post } from '../send';
import { faultOf, NETWORK, unheard, type Fault } from '../wire';
import { keep, kept } from './keep';
import type { OrderSaid, Said } from './road-wire';

export const BATCH = 50;
/** An entry waits so long for others, and can be taken back without a trace meanwhile. */
const LINGER = 1_500;
const LONGEST = 15_000;

interface EntryBatch {
  command: string;
  kind: 'entries';
  roll: string;
  said: Said[];
  /** It was tried: its content is fixed. */
  sealed: boolean;
}

interface OrderBatch {
  command: string;
  kind: 'order';
  order: OrderSaid;
  sealed: boolean;
}

export type Batch = EntryBatch | OrderBatch;

export interface NotTaken {
  plate: string;
  code: string;
  status: number;
  batch: Batch;
}

export interface Outbox {
  /** What is not sent yet, entries and orders. */
  waiting: number;
  sending: number;
  offline: boolean;
  /** The phone has no room left to write it down. */
  full: boolean;
  notTaken: NotTaken[];
}

type Sent = (roll: string, said: Said[]) => void;

let actor = '';
let state: Outbox = { waiting: 0, sending: 0, offline: false, full: false, notTaken: [] };
let timer: ReturnType<typeof setTimeout> | undefined;
let running = false;
let wait = 1_000;
let sent: Sent = () => undefined;
const watchers = new Set<() => void>();

export const outbox = (): Outbox => state;

export function watchOutbox(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

function change(part: Partial<Outbox>): void {
  const batches = all();
  const waiting = batches.reduce((sum, one) => sum + sizeOf(one), 0);
  state = { ...state, waiting, ...part };
  watchers.forEach((watcher) => watcher());
}

const sizeOf = (batch: Batch): number => (batch.kind === 'entries' ? batch.said.length : 1);
const all = (): Batch[] => kept<Batch[]>(`outbox.${actor}`, []);
const write = (batches: Batch[]): boolean => keep(`outbox.${actor}`, batches);

/** Whose words these are: another person's are kept apart and wait for that person. */
export function beginOutbox(who: string, whenSent: Sent): void {
  sent = whenSent;
  if (actor === who) return;
  actor = who;
  change({ notTaken: kept<NotTaken[]>(`notTaken.${actor}`, []) });
  addEventListener('online', soon);
  document.addEventListener('visibilitychange', soon);
  soon();
}

export function queued(roll: string): Said[] {
  return all().flatMap((one) => (one.kind === 'entries' && one.roll === roll ? one.said : []));
}

export function say(roll: string, said: Said): void {
  const batches = all();
  const last = batches.at(-1);
  if (last?.kind === 'entries' && last.roll === roll && !last.sealed && last.said.length < BATCH) {
    last.said.push(said);
  } else {
    batches.push({ command: newId(), kind: 'entries', roll, said: [said], sealed: false });
  }
  change({ full: !write(batches) });
  later(LINGER);
}

export function sayOrder(order: OrderSaid): void {
  const batches = [...all(), { command: newId(), kind: 'order', order, sealed: true } as Batch];
  change({ full: !write(batches) });
  soon();
}

/** Takes an entry back that nobody has heard of yet; false when it was tried already. */
export function takeBack(id: string): boolean {
  const batches = all();
  const holder = batches.find(
    (one) => one.kind === 'entries' && !one.sealed && one.said.some((said) => said.id === id),
  );
  const tried = batches.some(
    (one) => one.kind === 'entries' && one.sealed && one.said.some((said) => said.id === id),
  );
  if (holder?.kind !== 'entries' || tried || holder.said.some((one) => one.id === id && one.revision > 0)) {
    return false;
  }
  holder.said = holder.said.filter((said) => said.id !== id);
  write(batches.filter((one) => sizeOf(one) > 0));
  change({});
  return true;
}

export function forgetNotTaken(which: NotTaken): void {
  const rest = state.notTaken.filter((one) => one !== which);
  keep(`notTaken.${actor}`, rest);
  change({ notTaken: rest });
}

function later(time: number): void {
  clearTimeout(timer);
  timer = setTimeout(() => void run(), time);
}

export function soon(): void {
  wait = 1_000;
  later(0);
}

/** One tab at a time, one batch after the other. */
async function run(): Promise<void> {
  if (running || actor === '') return;
  running = true;
  try {
    const work = () => sendAll();
    await (navigator.locks === undefined ? work() : navigator.locks.request('clearway-outbox', work));
  } finally {
    running = false;
  }
}

async function sendAll(): Promise<void> {
  const whose = actor;
  for (let batch = seal(); batch !== null && actor === whose; batch = seal()) {
    change({ sending: sizeOf(batch) });
    try {
      await send(batch);
    } catch (reason) {
      const fault = faultOf(reason);
      if (mayPass(fault)) {
        change({ sending: 0, offline: fault.status === NETWORK });
        later(wait);
        wait = Math.min(wait * 2, LONGEST);
        return;
      }
      refused(batch, fault);
      continue;
    }
    wait = 1_000;
    write(all().filter((one) => one.command !== batch.command));
    change({ sending: 0, offline: false });
    if (batch.kind === 'entries') sent(batch.roll, batch.said);
  }
  change({ sending: 0 });
}

/** The first batch, from now on as it is. */
function seal(): Batch | null {
  const batches = all();
  const first = batches[0];
  if (first === undefined) return null;
  if (!first.sealed) {
    first.sealed = true;
    write(batches);
  }
  return first;
}

async function send(batch: Batch): Promise<void> {
  const signal = AbortSignal.timeout(20_000);
  const whose = actor;
  if (batch.kind === 'entries') {
    await post(`/rolls/${batch.roll}/entries`, { entries: batch.said }, batch.command, signal, false, whose);
  } else {
    await post('/traffic-orders', batch.order, batch.command, signal, false, whose);
  }
}

/** It is worth trying again: nobody said anything, or said "later", or does not know this phone now. */
const mayPass = (fault: Fault): boolean => unheard(fault) || fault.status === 403;

/** A batch that is not taken is tried entry by entry; one entry is kept and shown. */
function refused(batch: Batch, fault: Fault): void {
  const rest = all().filter((one) => one.command !== batch.command);
  if (batch.kind === 'entries' && batch.said.length > 1) {
    const single = batch.said.map((said): Batch => ({ ...batch, command: newId(), said: [said], sealed: false }));
    write([...single, ...rest]);
    change({ sending: 0, offline: false });
    return;
  }
  const plate = batch.kind === 'entries' ? (batch.said[0]?.plate ?? '') : batch.order.plate;
  const notTaken = [...state.notTaken, { plate, code: fault.code, status: fault.status, batch }];
  keep(`notTaken.${actor}`, notTaken);
  write(rest);
  change({ sending: 0, offline: false, notTaken });
}
