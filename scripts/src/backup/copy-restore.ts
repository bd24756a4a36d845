import fs from 'node:fs';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import pg from 'pg';
import { from as copyFrom, type CopyStreamQuery } from 'pg-copy-streams';
import { changeUrl, withConnection } from '../database/connection.js';
import { deploy } from '../database/migrate.js';
import { readMigrations, serviceSchemas } from '../database/migrations-folder.js';
import { PlainError } from '../terminal/plain-error.js';
import { copyEvents } from './copy-stream.js';
import type { Copy } from './copies.js';
import type { Manifest } from './manifest.js';
import { listTables, qualified } from './tables.js';

/** Makes the tables by the migrations that the backup knew, and fills them. The database is there and prepared; needs a superuser. */
export async function restoreByCopy(superuserUrl: string, database: string, { file, manifest }: Copy): Promise<void> {
  const url = changeUrl(superuserUrl, { database });
  refuseNewerMigrations(manifest);
  // Every session there acts as the owner, whose password need not be known.
  await withConnection(superuserUrl, (client) => client.query(`ALTER DATABASE ${pg.escapeIdentifier(database)} SET role = crm_vision`));
  for (const schema of serviceSchemas()) await deploy(url, schema, new Set(manifest.migrations[schema.name]));
  await withConnection(superuserUrl, (client) => client.query(`ALTER DATABASE ${pg.escapeIdentifier(database)} RESET role`));
  await withConnection(url, (client) => fill(client, file));
}

function refuseNewerMigrations(manifest: Manifest): void {
  for (const schema of serviceSchemas()) {
    const known = new Set(readMigrations(schema).migrationDirectories.map(({ path }) => path));
    const unknown = (manifest.migrations[schema.name] ?? []).filter((name) => !known.has(name));
    if (unknown.length > 0) throw new PlainError(`The backup was taken by a newer version (migration ${unknown[0]!} of ${schema.name}): restore it with that version.`);
  }
}

async function fill(client: pg.Client, file: string): Promise<void> {
  await client.query('BEGIN; SET LOCAL session_replication_role = replica');
  // The migrations may have put rows in; the backup has them too.
  await client.query(`TRUNCATE ${(await listTables(client)).map(qualified).join(', ')}`);
  let rows: CopyStreamQuery | undefined;
  for await (const event of copyEvents(fs.createReadStream(file).pipe(createGunzip()))) {
    if (event.kind === 'copy') rows = client.query(copyFrom(event.statement.slice(0, -1))).on('error', () => undefined); // told by finished
    if (event.kind === 'rows' && !rows!.write(event.bytes)) await Promise.race([once(rows!, 'drain'), finished(rows!)]);
    if (event.kind === 'end') await finished(rows!.end());
    if (event.kind === 'line' && event.text.startsWith('SELECT pg_catalog.setval(')) await client.query(event.text);
  }
  await client.query('COMMIT');
}
