import { z } from 'zod';
import { PlainError } from '../terminal/plain-error.js';

const count = z.number().int().min(0);

/** What a backup claims to be: written beside it, from the snapshot that it was taken in. */
const schema = z.object({
  format: z.literal(1),
  name: z.string(),
  file: z.string().regex(/^[\w.-]+$/),
  database: z.string(),
  method: z.enum(['pg_dump', 'copy']),
  /** When the snapshot was taken: nothing newer is in it. */
  takenAt: z.iso.datetime(),
  seconds: z.number().min(0),
  lsn: z.string(),
  serverVersion: count,
  clientVersion: z.string(),
  databaseBytes: count,
  bytes: count,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  rows: count,
  /** Rows of every table, by `schema.table`. */
  tables: z.record(z.string(), count),
  /** Migrations that had been applied, by schema. */
  migrations: z.record(z.string(), z.array(z.string())),
  /** The file in the object store, when it was encrypted for it. */
  encrypted: z.object({ file: z.string().regex(/^[\w.-]+$/), bytes: count, sha256: z.string() }).optional(),
});

export type Manifest = z.infer<typeof schema>;

export function parseManifest(text: string, where: string): Manifest {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = undefined;
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new PlainError(`${where} is damaged: this backup cannot be trusted, use another one.`);
  return parsed.data;
}

export const totalRows = (tables: Record<string, number>): number => Object.values(tables).reduce((sum, rows) => sum + rows, 0);
