import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { Child, describeExit } from '../processes/child.js';
import { freePort } from '../processes/free-ports.js';
import type { Kept } from '../processes/keeper.js';
import { pollUntil } from '../processes/poll.js';
import { postgresUser } from './operating-user.js';
import { postgresBinaries } from './postgres-binaries.js';
import { checkVersion, clearLeftovers, makeDatabaseFiles, postmasterPid } from './postgres-files.js';

export interface PostgresOptions {
  folder: string;
  password: string;
  logFile: string;
  port?: number;
  settings?: Record<string, string>;
  /** For tests: nothing is synced to disk, and the folder is removed at the end, also after a kill. */
  disposable?: { removeFolder: string };
}

export interface EmbeddedPostgres {
  port: number;
  superuserUrl: string;
  /** A server of an earlier, killed run was found and stopped. */
  clearedLeftovers: boolean;
  child: Child;
  /** The pid of PostgreSQL itself; the child is its keeper. */
  pid(): number | null;
  stop(): Promise<void>;
}

const majorVersion = '18';
const always = { listen_addresses: '127.0.0.1', unix_socket_directories: '', timezone: 'UTC', log_timezone: 'UTC', jit: 'off', max_connections: '200' };
/** Values are what people typed: an error says which constraint, not which email; a statement, what it asks, not for whom. */
export const discreet = { log_error_verbosity: 'terse', log_min_error_statement: 'panic', log_parameter_max_length: '0', log_parameter_max_length_on_error: '0' };
const unsafeButFast = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '400', wal_level: 'minimal', max_wal_senders: '0' };

/** Starts the PostgreSQL that comes with the packages and resolves when it answers queries. */
export async function startPostgres(options: PostgresOptions): Promise<EmbeddedPostgres> {
  const folder = path.resolve(options.folder);
  openParent(folder);
  const binaries = postgresBinaries();
  const clearedLeftovers = await clearLeftovers(folder);
  await makeDatabaseFiles(binaries, folder, options.password, options.disposable === undefined);
  checkVersion(folder, majorVersion);
  const port = options.port ?? (await freePort());
  const settings = { ...always, ...discreet, ...(options.disposable ? unsafeButFast : {}), ...options.settings };
  const kept: Kept = {
    command: binaries.postgres,
    args: ['-D', folder, '-p', String(port), ...Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`])],
    cwd: folder,
    ...postgresUser(),
    stopSignals: ['SIGINT', 'SIGQUIT'],
    ...options.disposable,
  };
  const keeper = fileURLToPath(import.meta.resolve('../processes/keeper.js'));
  const child = new Child({ name: 'postgres', command: process.execPath, args: [keeper, JSON.stringify(kept)], logFile: options.logFile });
  const superuserUrl = `postgresql://postgres:${encodeURIComponent(options.password)}@127.0.0.1:${port}/postgres`;
  await waitUntilItAnswers(child, superuserUrl);
  return {
    port,
    superuserUrl,
    clearedLeftovers,
    child,
    pid: () => postmasterPid(folder),
    stop: async () => void (await child.stop(8_000)),
  };
}

/** PostgreSQL's user has to reach its folder through ours. */
function openParent(folder: string): void {
  const parent = path.dirname(folder);
  const made = fs.mkdirSync(parent, { recursive: true });
  if (made !== undefined) fs.chmodSync(parent, postgresUser() ? 0o711 : 0o700);
}

/** A server that accepts connections may still be starting up: only an answered query counts. */
async function waitUntilItAnswers(child: Child, url: string): Promise<void> {
  const answered = await pollUntil(async () => (child.running ? answers(url) : true), { within: 60_000, every: 20 });
  if (answered && child.running) return;
  const exit = child.running ? 'no answer within 60 s' : describeExit(await child.exited);
  await child.stop(5_000);
  throw new Error(`PostgreSQL did not start (${exit}):\n${child.lastLines(8).join('\n')}`);
}

export async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SELECT 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
