import os from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { demand, passed, skipped, type ClusterCheck } from '../check.js';
import type { Edge } from '../http/address.js';
import { Load } from '../load/load.js';
import { halfSent, SlowCallers, type Slowness, unread } from '../load/slow-callers.js';
import { figuresOf, type LoadReport } from '../load/tally.js';
import { visitorsOf } from '../load/under-load.js';
import { type Visitor, visitorAt } from '../load/visitor.js';
import type { Stage } from '../stage.js';

/** Twice the places for work that a gateway has, and below the connections that an edge allows one address. */
const sockets = 450;
const perSecond = 20;
const lasting = 20_000;
const ARRIVING_MS = 5000;
/** How much slower others may be: of their slowest hundredth, and not below what is noise. */
const slower = 5;
const noise = 30;
/** Makes a page of fifty a megabyte. */
const bigText = 'x'.repeat(20_000);

/** While a stranger, and somebody signed in, send bodies that do not end, and read nothing of what they ask for, through this edge, others work on. */
export async function undisturbed(stage: Stage, edge: Edge): Promise<string> {
  const [, ...others] = await visitorsOf(stage);
  const attacker = await visitorAt(edge, { contacts: 1, deals: 1 });
  const [near, far] = addressesOfThisMachine();
  const theirs: Edge = { ...edge, ...(near ? { localAddress: near } : {}) };
  const quiet = await measured(theirs, others);
  demand(quiet.failures.length === 0, `Without an attack: ${figuresOf(quiet)}`);
  for (let index = 0; index < 50; index += 1) await attacker.client.call('POST', '/api/v1/companies', { name: `Big ${index}`, custom: { text: bigText } });
  const said = [`quiet p99 ${quiet.p99} ms`];
  for (const [name, slowness] of slownesses(edge.origin, attacker)) {
    const callers = new SlowCallers({ ...edge, ...(far ? { localAddress: far } : {}) }, sockets, slowness);
    try {
      await delay(ARRIVING_MS);
      const report = await measured(theirs, others);
      const { connected, opened } = await callers.count();
      const seen = `p99 ${report.p99} ms, without it ${quiet.p99} ms (${connected} connected, ${opened} opened)`;
      demand(connected > sockets / 2, `${name}: only ${connected} sockets of ${sockets} are connected.`);
      demand(report.failures.length === 0, `${name}: ${figuresOf(report)}`);
      demand(report.p99 <= slower * Math.max(quiet.p99, noise), `${name}: ${seen}`);
      said.push(`${name} (${connected} connected, ${opened} opened) p99 ${report.p99} ms, 0 of ${report.sent} failed`);
    } finally {
      await callers.end();
    }
  }
  return said.join('; ');
}

function slownesses(origin: string, { headers }: Visitor): [string, Slowness][] {
  return [
    ['half a body of a stranger', halfSent(origin, '/api/v1/auth/sign-in', {})],
    ['half a body of a person', halfSent(origin, '/api/v1/contacts', headers)],
    ['a megabyte that nobody reads', unread(origin, '/api/v1/companies?limit=50', headers)],
  ];
}

async function measured(edge: Edge, people: readonly Visitor[]): Promise<LoadReport> {
  const load = new Load(edge, people, perSecond);
  await delay(lasting);
  return load.end();
}

/** An edge counts connections and requests of an address: the attacker comes from another one than the others, where this machine has two. */
function addressesOfThisMachine(): string[] {
  return Object.values(os.networkInterfaces()).flatMap((addresses) => (addresses ?? []).filter(({ family, internal }) => family === 'IPv4' && !internal).map(({ address }) => address));
}

export const slowCallersCheck: ClusterCheck = {
  name: '4-slow-callers',
  proves: 'hundreds of sockets with half a body, or that read nothing of a megabyte, are not felt by others through ingress-nginx: none fails, p99 at most 5 times the quiet one',
  run: async (stage) => {
    await stage.installed();
    const edge = await stage.edge();
    return edge ? passed(await undisturbed(stage, edge)) : skipped('no edge here');
  },
};
