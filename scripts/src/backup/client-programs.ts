import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { findExecutable } from '../processes/find-executable.js';
import { PlainError } from '../terminal/plain-error.js';

/** pg_dump or pg_restore of PostgreSQL. */
export interface ClientProgram {
  name: string;
  path: string;
  major: number;
  version: string;
}

type Name = 'pg_dump' | 'pg_restore';

/** The program on PATH with its version; null when there is none. */
export async function findClient(name: Name, searchPath = process.env['PATH']): Promise<ClientProgram | null> {
  const path = findExecutable(process.platform === 'win32' ? [`${name}.exe`] : [name], searchPath);
  if (path === null) return null;
  const version = /(\d+)[\d.]*/.exec(await run({ path, name }, ['--version']));
  if (!version) throw new PlainError(`${path} --version tells no version: reinstall the PostgreSQL client.`);
  return { name, path, major: Number(version[1]), version: version[0] };
}

/** A client that is older than the server writes backups that look fine and are not. */
export function refuseOlder(client: ClientProgram, serverVersion: number): void {
  const server = Math.floor(serverVersion / 10_000);
  if (client.major < server) {
    throw new PlainError(`${client.name} ${client.version} (${client.path}) is older than the server, PostgreSQL ${server}: install the PostgreSQL ${server} client, or use --method copy.`);
  }
}

export async function needClient(name: Name): Promise<ClientProgram> {
  const client = await findClient(name);
  if (client === null) throw new PlainError(`${name} is not installed, and this backup was made by pg_dump: install the PostgreSQL client and try again.`);
  return client;
}

/** Where to connect, without the password on a command line that everybody may read. */
export function connectionOf(url: string): { argument: string; env: NodeJS.ProcessEnv } {
  const { password } = new URL(url);
  const bare = new URL(url);
  bare.password = '';
  return { argument: bare.href, env: { ...process.env, ...(password && { PGPASSWORD: decodeURIComponent(password) }) } };
}

interface Running {
  env?: NodeJS.ProcessEnv;
  /** Gets what the program writes, as it comes. */
  read?: (output: AsyncIterable<Buffer>) => Promise<unknown>;
}

/** Runs it to its end and answers its output; anything but exit code 0 is an error with what it said. */
export async function run({ path, name }: Pick<ClientProgram, 'path' | 'name'>, args: string[], { env = process.env, read }: Running = {}): Promise<string> {
  const child = spawn(path, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const endWithUs = (): boolean => child.kill('SIGKILL');
  process.once('exit', endWithUs);
  const ended = new Promise<number | null>((resolve, reject) => void child.once('error', reject).once('close', resolve));
  try {
    const [output, said, code] = await Promise.all([read ? read(child.stdout).then(() => '') : text(child.stdout), text(child.stderr), ended]);
    if (code !== 0) throw new PlainError(`${name} failed (exit code ${code ?? 'none'}): ${said.trim().split('\n').slice(-3).join(' ') || 'it said nothing'}`);
    return output;
  } finally {
    child.kill();
    process.off('exit', endWithUs);
  }
}
