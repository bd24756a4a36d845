import fs from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { Snapshot } from './snapshot.js';
import { listTables, qualified, storedColumns } from './tables.js';

/** Every row of every table as text that psql can read too. Tables are made by the migrations, so they are not in it. */
export async function dumpByCopy({ client }: Pick<Snapshot, 'client'>, file: string): Promise<void> {
  await pipeline(() => dumpText(client), createGzip(), fs.createWriteStream(file, { mode: 0o600 }));
}

async function* dumpText(client: pg.Client): AsyncGenerator<Buffer | string> {
  yield '-- Rows of CRM-VISION. Restore with crmctl restore.\nSET session_replication_role = replica;\n';
  for (const table of await listTables(client)) {
    const columns = (await storedColumns(client, table)).map((name) => pg.escapeIdentifier(name)).join(', ');
    yield `COPY ${qualified(table)} (${columns}) FROM stdin;\n`;
    yield* client.query(copyTo(`COPY ${qualified(table)} (${columns}) TO STDOUT`)) as AsyncIterable<Buffer>;
    yield '\\.\n';
  }
  yield* sequences(client);
  yield '-- end\n';
}

async function* sequences(client: pg.Client): AsyncGenerator<string> {
  const { rows } = await client.query<{ schema: string; name: string; value: string | null }>(
    `SELECT schemaname AS schema, sequencename AS name, last_value::text AS value FROM pg_sequences WHERE schemaname !~ '^pg_' ORDER BY 1, 2`,
  );
  for (const { schema, name, value } of rows) if (value !== null) yield `SELECT pg_catalog.setval(${pg.escapeLiteral(qualified({ schema, name }))}, ${value}, true);\n`;
}
