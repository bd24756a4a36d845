import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { changeUrl } from '../database/connection.js';
import { postgresUser } from '../embedded/operating-user.js';
import { Child } from '../processes/child.js';
import { freePort } from '../processes/free-ports.js';
import { pollUntil } from '../processes/poll.js';
import { Product } from '../product/product.js';
import { readOrMakeSecrets } from '../product/secrets.js';
import type { Progress } from '../terminal/progress.js';

/** Limits are for strangers; the benchmark is one person with many hands. */
const unlimited = { RATE_LIMIT_USER_PER_MINUTE: '10000000', RATE_LIMIT_PUBLIC_PER_MINUTE: '10000000', RATE_LIMIT_SIGN_IN_PER_MINUTE: '10000000' };

export interface BareServer {
  child: Child;
  url: string;
  pid: number;
}

/** The product on a folder of its own. */
export async function makeProduct(folder: string, progress: Progress): Promise<Product> {
  return new Product({ dataFolder: folder, logsFolder: path.join(folder, 'logs'), secrets: readOrMakeSecrets(folder), port: await freePort(), env: unlimited }, progress);
}

export function makeFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'crm-vision-bench-'));
  fs.chmodSync(folder, postgresUser() ? 0o711 : 0o700);
  fs.mkdirSync(path.join(folder, 'logs'));
  return folder;
}

/** The database as its superuser, whom no wall binds: what the bare servers use. */
export function bareDatabaseUrl(product: Product): string {
  return changeUrl(product.database!.ownerUrl, { user: 'postgres', password: product.options.secrets.databasePasswords.superuser });
}

export async function startBareServer(name: 'fastify' | 'nest', product: Product, workspace: { id: string; ownerId: string }): Promise<BareServer> {
  const port = await freePort();
  const program = fileURLToPath(import.meta.resolve(`./reference/${name}.js`));
  const child = new Child({
    name, command: process.execPath, args: [program, bareDatabaseUrl(product), String(port), workspace.id, workspace.ownerId], logFile: path.join(product.options.logsFolder, `${name}.log`),
  });
  const url = `http://127.0.0.1:${port}`;
  const answered = await pollUntil(() => fetch(`${url}/contacts?lifecycle=lead`).then((response) => response.ok, () => !child.running), { within: 20_000 });
  if (!answered || !child.running) throw new Error(`The bare ${name} server did not start:\n${child.lastLines(8).join('\n')}`);
  return { child, url, pid: child.pid };
}
