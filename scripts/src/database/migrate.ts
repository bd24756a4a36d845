import { setTimeout as delay } from 'node:timers/promises';
import type { DiagnoseMigrationHistoryOutput, DiffResult, MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm';
import { PlainError } from '../terminal/plain-error.js';
import { renewCollations } from './collations.js';
import { withConnection } from './connection.js';
import { MigrationAdapter } from './migration-adapter.js';
import { readDatamodel, readMigrations, writeLockFile, writeMigration, type ServiceSchema } from './migrations-folder.js';
import { lastPanic, openEngine } from './wasm-engine.js';

const guardKey = 721_001;
const differs = 2;

/** Applies what is missing, or of that what is named, and answers the names; several at once take turns. Then the order of names is that of the server's ICU. */
export function deploy(ownerUrl: string, schema: ServiceSchema, only?: ReadonlySet<string>): Promise<string[]> {
  return guarded(ownerUrl, async () => {
    // The engine's own CREATE SCHEMA races with a service that starts meanwhile.
    await withConnection(ownerUrl, (client) => client.query(`CREATE SCHEMA IF NOT EXISTS "${schema.name}"`));
    const { appliedMigrationNames } = await withEngine(ownerUrl, schema, (engine) =>
      engine.applyMigrations({ migrationsList: chosen(readMigrations(schema), only), filters: filtersOf(schema) }),
    );
    await renewCollations(ownerUrl, schema.name);
    return appliedMigrationNames;
  });
}

function chosen(list: MigrationList, only: ReadonlySet<string> | undefined): MigrationList {
  return only === undefined ? list : { ...list, migrationDirectories: list.migrationDirectories.filter(({ path }) => only.has(path)) };
}

export function status(ownerUrl: string, schema: ServiceSchema): Promise<DiagnoseMigrationHistoryOutput> {
  return withEngine(ownerUrl, schema, (engine) =>
    engine.diagnoseMigrationHistory({ migrationsList: readMigrations(schema), optInToShadowDatabase: false, filters: filtersOf(schema) }),
  );
}

/** The SQL that would bring the migrations to schema.prisma; null when they agree. Needs an owner that may create databases. */
export async function difference(ownerUrl: string, schema: ServiceSchema): Promise<string | null> {
  const result: DiffResult = await withEngine(ownerUrl, schema, (engine) =>
    engine.diff({
      from: { tag: 'migrations', ...readMigrations(schema) },
      to: { tag: 'schemaDatamodel', files: readDatamodel(schema) },
      script: true,
      exitCode: true,
      filters: filtersOf(schema),
    }),
  );
  return result.exitCode === differs ? (result.stdout ?? '') : null;
}

/** Writes the next migration and answers its file; null when there is nothing to change. */
export async function createMigration(ownerUrl: string, schema: ServiceSchema, name: string): Promise<string | null> {
  if (!/^[a-z0-9_]+$/.test(name)) throw new PlainError(`"${name}" is no migration name: use small letters, digits and underscores.`);
  writeLockFile(schema);
  const sql = await difference(ownerUrl, schema);
  return sql === null ? null : writeMigration(schema, name, sql);
}

/** After a failed migration whose file was repaired: deploy tries it again. */
export async function markRolledBack(ownerUrl: string, schema: ServiceSchema, name: string): Promise<void> {
  await withEngine(ownerUrl, schema, (engine) => engine.markMigrationRolledBack({ migrationName: name }));
}

async function withEngine<T>(ownerUrl: string, schema: ServiceSchema, ask: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  const adapter = new MigrationAdapter(ownerUrl, schema.name);
  try {
    return await ask(await openEngine(readDatamodel(schema), adapter));
  } catch (error) {
    const text = [error instanceof Error ? error.message : String(error), lastPanic()].filter(Boolean).join('\n');
    throw new PlainError(`Migrating schema ${schema.name}: ${text}`, { cause: error });
  } finally {
    await adapter.close();
  }
}

/** Polls for the lock: a deploy that waits inside a query would block CREATE INDEX CONCURRENTLY for ever. */
function guarded<T>(ownerUrl: string, work: () => Promise<T>): Promise<T> {
  return withConnection(ownerUrl, async (guard) => {
    while (!(await guard.query<{ ok: boolean }>('SELECT pg_try_advisory_lock($1) AS ok', [guardKey])).rows[0]!.ok) await delay(100);
    return work();
  });
}

function filtersOf(schema: ServiceSchema): { externalTables: string[]; externalEnums: string[] } {
  return { externalTables: schema.externalTables, externalEnums: [] };
}
