import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import type { Logger } from '../logging/index.js';

async function isApplied(pool: pg.Pool, schema: string, migration: string): Promise<boolean> {
  const { rowCount } = await pool.query(`select 1 from "${schema}"._prisma_migrations where migration_name = $1 and finished_at is not null`, [migration]);
  return rowCount === 1;
}

/** Waits until the schema has the migration that this release needs. A schema that is ahead is fine. Rejects after `timeoutMs`. */
export async function waitForSchema(pool: pg.Pool, schema: string, migration: string, logger: Logger, timeoutMs = 300_000): Promise<void> {
  const end = Date.now() + timeoutMs;
  for (let said = false; ; said = true) {
    const applied = await isApplied(pool, schema, migration).catch((error: unknown) => error as Error);
    if (applied === true) return;
    if (Date.now() > end) throw new Error(`Schema "${schema}" still lacks migration ${migration}. Run \`crmctl migrate\`.`, { cause: applied || undefined });
    if (!said) logger.info({ schema, migration }, 'Waiting for the database schema');
    await pause(200);
  }
}
