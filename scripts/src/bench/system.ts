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
const unlimited = { REQUESTS_IN_FLIGHT_MAX: '16384', QUOTA_EVENTS_PER_HOUR_MAX: '1000000000', RATE_LIMIT_USER_PER_MINUTE: '10000000', RATE_LIMIT_PUBLIC_PER_MINUTE: '10000000', RATE_LIMIT_SIGN_IN_PER_MINUTE: '10000000', SIGN_UPS_PER_ADDRESS_PER_DAY: '10000000' };

/** A server to compare with, and the processes that it is made of. */
export interface BareServer {
  name: string;
  url: string;
  children: Child[];
}

/** Where the bare servers find and write the same data. */
export interface BareSite {
  product: Product;
  workspace: { id: string; ownerId: string };
}

/** The product on a folder of its own, without limits unless it is told otherwise. */
export async function makeProduct(folder: string, progress: Progress, env: Record<string, string> = unlimited): Promise<Product> {
  return new Product({ dataFolder: folder, logsFolder: path.join(folder, 'logs'), secrets: readOrMakeSecrets(folder), port: await freePort(), env }, progress);
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

/** One process that asks the database itself. */
export async function startBareServer(name: string, program: 'fastify' | 'nest', site: BareSite): Promise<BareServer> {
  const port = await freePort();
  const child = reference(program, site, databaseArguments(site, port));
  return { name, url: await answering(program, port, child), children: [child] };
}

/** Two processes, as the product has them: HTTP in front, the database behind gRPC. */
export async function startBarePair(name: string, site: BareSite): Promise<BareServer> {
  const [port, servicePort] = [await freePort(), await freePort()];
  const service = reference('bare-service', site, databaseArguments(site, servicePort));
  const gateway = reference('bare-gateway', site, [String(port), String(servicePort)]);
  return { name, url: await answering('bare-gateway', port, gateway), children: [gateway, service] };
}

const databaseArguments = ({ product, workspace }: BareSite, port: number): string[] => [bareDatabaseUrl(product), String(port), workspace.id, workspace.ownerId];

function reference(name: string, { product }: BareSite, args: string[]): Child {
  const program = fileURLToPath(import.meta.resolve(`./reference/${name}.js`));
  return new Child({ name, command: process.execPath, args: [program, ...args], logFile: path.join(product.options.logsFolder, `${name}.log`) });
}

/** Whatever it answers: it is there. */
async function answering(name: string, port: number, child: Child): Promise<string> {
  const url = `http://127.0.0.1:${port}`;
  const answered = await pollUntil(() => fetch(url).then(() => true, () => !child.running), { within: 30_000 });
  if (!answered || !child.running) throw new Error(`The ${name} server did not start:\n${child.lastLines(8).join('\n')}`);
  return url;
}
