import { setTimeout as delay } from 'node:timers/promises';
import { withConnection } from '../database/connection.js';
import { ApiClient } from '../product/api-client.js';
import type { Product } from '../product/product.js';
import type { Progress } from '../terminal/progress.js';
import type { Verdict } from './goals.js';
import { measure, median, type Measurement, type Target } from './load.js';
import { bareRequests, type Known, type Operation, productRequests } from './operations.js';
import type { BenchOptions } from './options.js';
import { PoolOfDeals } from './pool-of-deals.js';
import { residentMegabytes } from './process-usage.js';
import type { Row } from './report.js';
import { seed, type Workspace } from './seed.js';
import { type BareServer, makeProduct, startBarePair, startBareServer } from './system.js';
import { coldStart, fastify, type Figures, growth, memory, nest, samePath, throughput } from './verdicts.js';

const credentials = { email: 'bench@example.com', password: 'a long password of the benchmark' };
const services = ['gateway', 'auth', 'crm'] as const;
const settleMilliseconds = 5_000;

interface Bench {
  product: Product;
  api: ApiClient;
  workspace: Workspace;
  options: BenchOptions;
  progress: Progress;
  rows: Row[];
  figures: Figures;
}

/** Everything in one run, so that the ratios mean something. */
export async function compare(folder: string, options: BenchOptions, progress: Progress): Promise<{ rows: Row[]; verdicts: Verdict[] }> {
  const first = await makeProduct(folder, progress);
  await first.start();
  await new ApiClient(first.url).signUp({ ...credentials, name: 'Bench', workspaceName: 'Bench' });
  await first.stop();
  const product = await makeProduct(folder, progress);
  const startedAt = performance.now();
  await product.start();
  const api = new ApiClient(product.url);
  await api.signIn(credentials);
  const started = performance.now() - startedAt;
  const bare: BareServer[] = [];
  try {
    const { workspace, user } = await api.call<{ workspace: { id: string }; user: { id: string } }>('GET', '/api/v1/session');
    await api.call('GET', '/api/v1/deals/board');
    const bench: Bench = { product, api, workspace: { id: workspace.id, ownerId: user.id }, options, progress, rows: [], figures: new Map() };
    await delay(settleMilliseconds);
    const idle = residents(product);
    await measureSmall(bench);
    await progress.step(`Seeding ${options.contacts} contacts`, () => seed(product.database!.ownerUrl, bench.workspace, options.smallContacts, options.contacts));
    bare.push(await startBareServer(fastify, 'fastify', bench), await startBareServer(nest, 'nest', bench), await startBarePair(samePath, bench));
    await measureAll(bench, bare);
    const verdicts = [...throughput(bench.figures), ...growth(bench.figures), ...memory(idle, residents(product)), ...coldStart(started)];
    return { rows: bench.rows, verdicts };
  } finally {
    await Promise.allSettled(bare.flatMap(({ children }) => children.map((child) => child.stop(2_000))));
    await product.stop();
  }
}

function residents(product: Product): Record<(typeof services)[number], number | null> {
  return Object.fromEntries(services.map((name) => [name, residentMegabytes(product.pidOf(name)!)])) as Record<(typeof services)[number], number | null>;
}

/** One connection at the small size: what growth is measured from. */
async function measureSmall(bench: Bench): Promise<void> {
  const { product, options, progress, workspace } = bench;
  await progress.step(`Seeding ${options.smallContacts} contacts`, () => seed(product.database!.ownerUrl, workspace, 0, options.smallContacts));
  const requests = productRequests(await know(bench));
  for (const operation of ['list', 'read', 'search', 'board', 'create'] as const) {
    await round(bench, operation, 1, [targetOf(bench, requests[operation])], 'small');
  }
}

/** Which bare servers can be asked what. */
const asked: Readonly<Record<Operation, readonly string[]>> = {
  list: [fastify, nest], read: [fastify, nest], search: [fastify], board: [fastify], create: [fastify, nest, samePath], move: [],
};

async function measureAll(bench: Bench, bare: readonly BareServer[]): Promise<void> {
  const known = await know(bench);
  const ours = productRequests(known);
  const theirs = bareRequests(known);
  const bareTarget = ({ name, url, children }: BareServer, request: Target['request']): Target => ({
    name, url, headers: { 'content-type': 'application/json' }, request, pids: children.map(({ pid }) => pid),
  });
  for (const operation of ['list', 'read', 'search', 'board', 'create', 'move'] as const) {
    const targets = [targetOf(bench, ours[operation])];
    if (operation !== 'move') targets.push(...bare.filter(({ name }) => asked[operation].includes(name)).map((server) => bareTarget(server, theirs[operation])));
    for (const connections of operation === 'list' ? [1, 16, 64] : [1, 16]) await round(bench, operation, connections, targets, 'full');
  }
}

function targetOf({ product, api }: Bench, request: Target['request']): Target {
  return { name: 'CRM-VISION', url: product.url.replace('localhost', '127.0.0.1'), headers: { ...api.headers, origin: product.url }, request, pids: services.map((name) => product.pidOf(name)!) };
}

/** Interleaves the targets, so that a slow minute of the machine hits all of them. */
async function round(bench: Bench, operation: Operation, connections: number, targets: readonly Target[], size: 'small' | 'full'): Promise<void> {
  const { options, rows, figures, progress } = bench;
  await progress.step(`${operation}, ${connections} at once${size === 'small' ? ', small' : ''}`, async () => {
    const measured = new Map<string, Measurement[]>(targets.map(({ name }) => [name, []]));
    for (const target of targets) await measure(target, connections, 1);
    for (let count = 0; count < options.rounds; count++) {
      for (const target of targets) measured.get(target.name)!.push(await measure(target, connections, options.seconds));
    }
    for (const [server, each] of measured) {
      const measurement = median(each);
      figures.set(`${size} ${operation} ${connections} ${server}`, measurement);
      rows.push({ operation: size === 'small' ? `${operation} (${options.smallContacts})` : operation, server, connections, measurement });
    }
  });
}

async function know({ product, api, workspace }: Bench): Promise<Known> {
  const contactIds = await withConnection(product.database!.ownerUrl, async (client) => {
    await client.query("select set_config('app.workspace_id', $1, false)", [workspace.id]);
    const { rows } = await client.query<{ id: string }>('select id from crm.contact tablesample system (50) limit 5000');
    return rows.map(({ id }) => id);
  });
  return { contactIds, deals: new PoolOfDeals(await api.call('GET', '/api/v1/deals/board?limit=100')) };
}
