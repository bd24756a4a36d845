import fs from 'node:fs';
import { createGunzip } from 'node:zlib';
import { PlainError } from '../terminal/plain-error.js';
import { sha256Of } from './checksum.js';
import { findClient, run, type ClientProgram } from './client-programs.js';
import type { Copy } from './copies.js';
import { countRows } from './copy-stream.js';
import type { Manifest } from './manifest.js';

/** Reads every byte of the backup: the size, the checksum, the list of contents and the rows of every table are what its manifest says, or this is an error. */
export async function verifyCopy({ file, manifest }: Pick<Copy, 'file' | 'manifest'>): Promise<void> {
  await verifyBytes(file, manifest);
  const rows = await rowsIn(file, manifest);
  const wrong = differences(manifest.tables, rows);
  if (wrong.length > 0) throw refused(file, `it does not hold the rows that were counted: ${wrong.join(', ')}`);
}

/** The cheap half: size and checksum. */
export async function verifyBytes(file: string, { bytes, sha256 }: Pick<Manifest, 'bytes' | 'sha256'>): Promise<void> {
  const size = fs.statSync(file, { throwIfNoEntry: false })?.size;
  if (size === undefined) throw refused(file, 'the file is missing');
  if (size === 0) throw refused(file, 'the file is empty');
  if (size !== bytes) throw refused(file, `it has ${size} bytes and its manifest says ${bytes}`);
  if ((await sha256Of(file)) !== sha256) throw refused(file, 'its checksum is wrong: bytes were changed');
}

async function rowsIn(file: string, { method, tables, clientVersion }: Manifest): Promise<Record<string, number>> {
  try {
    if (method === 'copy') return await countRows(fs.createReadStream(file).pipe(createGunzip()));
    const client = await readerFor(clientVersion);
    const listed = await run(client, ['--list', file]);
    if (!/ TABLE DATA /.test(listed) && Object.keys(tables).length > 0) throw new PlainError('it lists no data');
    let rows: Record<string, number> = {};
    await run(client, ['--data-only', '--file=-', file], { read: async (output) => (rows = await countRows(output)) });
    return rows;
  } catch (error) {
    if (error instanceof CannotTell) throw error;
    throw refused(file, error instanceof Error ? error.message : String(error));
  }
}

/** Nothing was found out about the backup: what is needed for that is missing here. */
class CannotTell extends PlainError {}

async function readerFor(clientVersion: string): Promise<ClientProgram> {
  const client = await findClient('pg_restore');
  const major = parseInt(clientVersion, 10);
  if (client !== null && client.major >= major) return client;
  throw new CannotTell(`The backup was made by pg_dump ${clientVersion}, and ${client === null ? 'there is no pg_restore here' : `pg_restore is ${client.version} here`}: install the PostgreSQL ${major} client and try again.`);
}

/** Tables whose rows differ, in words, the first few. */
export function differences(expected: Record<string, number>, found: Record<string, number>): string[] {
  const wrong = [...new Set([...Object.keys(expected), ...Object.keys(found)])].filter((table) => (expected[table] ?? 0) !== (found[table] ?? 0)).sort();
  const words = wrong.slice(0, 3).map((table) => `${table} has ${found[table] ?? 0} of ${expected[table] ?? 0}`);
  return wrong.length > 3 ? [...words, `and ${wrong.length - 3} more tables`] : words;
}

const refused = (file: string, why: string): PlainError => new PlainError(`${file} is no good backup: ${why.replace(/\.$/, '')}.`);
