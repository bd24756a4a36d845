import { connectionOf, run, type ClientProgram } from './client-programs.js';
import type { Snapshot } from './snapshot.js';

/** In the given snapshot. Row-level security is never asked for: a role that it binds has to fail instead of writing an empty dump. */
export async function dumpByClient(client: ClientProgram, url: string, snapshot: Pick<Snapshot, 'id'>, file: string): Promise<void> {
  const { argument, env } = connectionOf(url);
  await run(client, ['--format=custom', `--snapshot=${snapshot.id}`, '--no-password', '--lock-wait-timeout=60s', `--file=${file}`, `--dbname=${argument}`], { env });
}
