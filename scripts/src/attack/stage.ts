import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { makeProduct } from '../bench/system.js';
import { seed } from '../bench/seed.js';
import { withConnection } from '../database/connection.js';
import { Child } from '../processes/child.js';
import { ApiClient } from '../product/api-client.js';
import type { Product } from '../product/product.js';
import type { Progress } from '../terminal/progress.js';
import { type AttackName, attacks } from './attacks.js';
import { dearestFilters, type Tried } from './every-filter.js';
import { fill } from './fill.js';
import type { HostilePerson } from './hostile.js';
import type { AttackOptions } from './options.js';
import { feel } from './other-people.js';
import type { Verdict } from './report.js';

const OTHERS = 3;
/** Contacts of each other workspace. */
const THEIRS = 2000;
/** Of the limits of requests. */
const MINUTE_MS = 60_000;
const password = 'a long password of the attack';

interface Stage {
  product: Product;
  others: ApiClient[];
  hostile: HostilePerson;
}

export interface Outcome {
  /** None unless they were asked for. */
  dearest: Tried[];
  verdicts: Verdict[];
}

/** One attack after the other on a product of its own, with the limits that it has; before each, what others feel while nothing happens. */
export async function attackAll(folder: string, options: AttackOptions, progress: Progress): Promise<Outcome> {
  const product = await makeProduct(folder, progress, {});
  await product.start();
  try {
    const { stage, api } = await setUp(product, options, progress);
    const dearest = options.filters ? await progress.step('Every filter, one at a time', () => dearestFilters(api)) : [];
    const verdicts: Verdict[] = [];
    for (const name of options.names) verdicts.push(await progress.step(attacks[name].what, () => attack(stage, name, options.seconds * 1000)));
    return { dearest, verdicts };
  } finally {
    await product.stop();
  }
}

async function setUp(product: Product, { contacts }: AttackOptions, progress: Progress): Promise<{ stage: Stage; api: ApiClient }> {
  const { ownerUrl } = product.database!;
  const others: ApiClient[] = [];
  for (let index = 0; index < OTHERS; index++) {
    const { api, workspace } = await signUp(product, `other-${index}`);
    await seed(ownerUrl, workspace, 0, THEIRS);
    others.push(api);
  }
  const { api, workspace } = await signUp(product, 'hostile');
  const contactIds = await progress.step(`Seeding ${contacts} records of each kind`, async () => {
    await fill(ownerUrl, workspace, contacts);
    return withConnection(ownerUrl, async (client) => {
      await client.query("select set_config('app.workspace_id', $1, false)", [workspace.id]);
      return (await client.query<{ id: string }>('select id from crm.contact limit 2000')).rows.map(({ id }) => id);
    });
  });
  // What was written is sealed and published meanwhile.
  await feel(others, 3000);
  return { stage: { product, others, hostile: { url: product.url.replace('localhost', '127.0.0.1'), headers: { ...api.headers, origin: product.url }, contactIds } }, api };
}

async function signUp(product: Product, name: string) {
  const api = new ApiClient(product.url);
  await api.signUp({ email: `${name}@example.com`, password, name, workspaceName: name });
  const { workspace, user } = await api.call<{ workspace: { id: string }; user: { id: string } }>('GET', '/api/v1/session');
  await api.call('GET', '/api/v1/deals/board');
  return { api, workspace: { id: workspace.id, ownerId: user.id } };
}

async function attack({ product, others, hostile }: Stage, name: AttackName, milliseconds: number): Promise<Verdict> {
  const quiet = await feel(others, milliseconds);
  let answers: Verdict['answers'] = {};
  // An attack has the whole budget of its minute, whatever the one before it has used.
  await pause(MINUTE_MS - (Date.now() % MINUTE_MS));
  const attacker = new Child({
    name, command: process.execPath, args: [fileURLToPath(import.meta.resolve('./attacker.js')), name, JSON.stringify(hostile)], logFile: path.join(product.options.logsFolder, `attack-${name}.log`),
    onLine: (line) => {
      if (line.startsWith('{')) answers = JSON.parse(line) as typeof answers;
    },
  });
  await pause(1500);
  const attacked = await feel(others, milliseconds);
  const wasRunning = attacker.running;
  await attacker.stop(1000);
  if (!wasRunning) throw new Error(`The attack ended by itself:\n${attacker.lastLines(8).join('\n')}`);
  // Of what it had begun nothing is left when the next one is measured.
  await pause(3000);
  return { attack: name, quiet, attacked, answers };
}
