import { ratio, type Verdict } from './goals.js';
import type { Measurement } from './load.js';

/** By "size operation connections server". */
export type Figures = Map<string, Measurement>;

const ours = 'CRM-VISION';
export const fastify = 'fastify + pg';
export const nest = 'Nest + Prisma';
/** A bare Nest gateway, a bare Nest service behind gRPC, pg: the way that our writes go. */
export const samePath = 'Nest, gRPC, pg';

const speed = (measurement: Measurement | undefined): number | undefined => measurement?.requestsPerSecond;
/** With one connection the time of a request is one over the speed: finer than a percentile in whole milliseconds. */
const time = (measurement: Measurement | undefined): number | undefined => (measurement ? 1000 / measurement.requestsPerSecond : undefined);

/** P1 to P4, P6 and P12 of the performance goals. */
export function throughput(figures: Figures): Verdict[] {
  const at = (operation: string, connections: number, server: string): Measurement | undefined => figures.get(`full ${operation} ${connections} ${server}`);
  const against = (operation: string, server: string): number | null => ratio(speed(at(operation, 16, ours)), speed(at(operation, 16, server)));
  const cpu = (operation: string): number | null => ratio(at(operation, 16, ours)?.cpuMsPerRequest, at(operation, 16, fastify)?.cpuMsPerRequest);
  const all = [...figures.entries()].filter(([key]) => key.endsWith(ours));
  return [
    { goal: 'P1', text: 'list: req/s against bare Nest + Prisma', value: against('list', nest), limit: 1, want: 'at least' },
    { goal: 'P1', text: 'read: req/s against bare Nest + Prisma', value: against('read', nest), limit: 1, want: 'at least' },
    { goal: 'P2', text: 'list: req/s against bare fastify + pg', value: against('list', fastify), limit: 0.45, want: 'at least' },
    { goal: 'P2', text: 'list alone: time against bare fastify + pg', value: ratio(time(at('list', 1, ours)), time(at('list', 1, fastify))), limit: 2.5, want: 'at most' },
    { goal: 'P3', text: 'read: req/s against bare fastify + pg', value: against('read', fastify), limit: 0.25, want: 'at least' },
    { goal: 'P4', text: 'list: CPU a request against bare fastify + pg', value: cpu('list'), limit: 3, want: 'at most' },
    { goal: 'P4', text: 'read: CPU a request against bare fastify + pg', value: cpu('read'), limit: 5, want: 'at most' },
    { goal: 'P6', text: 'create with audit and event: req/s against a bare create on the same path', value: against('create', samePath), limit: 0.6, want: 'at least' },
    ...[16, 64].map((connections): Verdict => ({ goal: 'P12', text: `list, ${connections} at once: p99 over p50`, value: ratio(at('list', connections, ours)?.p99, at('list', connections, ours)?.p50), limit: 4, want: 'at most' })),
    { goal: 'P12', text: 'failed requests of all', value: all.reduce((sum, [, { failed }]) => sum + failed, 0), limit: 0, want: 'at most' },
  ];
}

/** P8: how much slower the full size is than the small one. */
export function growth(figures: Figures): Verdict[] {
  const limits = { list: 1.5, read: 1.5, search: 4, board: 1.5, create: 1.3 };
  return Object.entries(limits).map(([operation, limit]) => ({
    goal: 'P8', text: `${operation} alone: time at the full size against the small one`, value: ratio(time(figures.get(`full ${operation} 1 ${ours}`)), time(figures.get(`small ${operation} 1 ${ours}`))), limit, want: 'at most',
  }));
}

type Residents = Record<'gateway' | 'auth' | 'crm', number | null>;

/** P9: resident memory in megabytes. */
export function memory(idle: Residents, loaded: Residents): Verdict[] {
  const limits = { gateway: 110, auth: 170, crm: 170 };
  const names = Object.keys(limits) as (keyof Residents)[];
  const together = names.some((name) => idle[name] === null) ? null : names.reduce((sum, name) => sum + (idle[name] ?? 0), 0);
  return [
    ...names.map((name): Verdict => ({ goal: 'P9', text: `${name} idle, MB`, value: idle[name], limit: limits[name], want: 'at most' })),
    { goal: 'P9', text: 'the three together idle, MB', value: together, limit: 400, want: 'at most' },
    ...names.map((name): Verdict => ({ goal: 'P9', text: `${name} after load, MB`, value: loaded[name], limit: 300, want: 'at most' })),
  ];
}

/** P10: from nothing to the first answer that needed the database. */
export function coldStart(milliseconds: number): Verdict[] {
  return [{ goal: 'P10', text: 'start of the whole product to the first answer from the database, s', value: milliseconds / 1000, limit: 6, want: 'at most' }];
}
