import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { inRepository } from '../repository.js';
import { execute } from '../terminal/program.js';
import type { Proof } from './row.js';

const entry = z.object({ isGreen: z.boolean(), at: z.string(), revision: z.string() });
const schema = z.record(z.string(), entry);

export type Evidence = Readonly<Record<string, z.infer<typeof entry>>>;

/** What commands of this clone came to, the last time each. Not in the repository: it is what was seen here. */
const FILE = inRepository('.artifacts/evidence.json');

export function readEvidence(file = FILE): Evidence {
  return fs.existsSync(file) ? schema.parse(JSON.parse(fs.readFileSync(file, 'utf8'))) : {};
}

/** Keeps what was seen, with the commit it was seen at; `+` when files were changed since. Null: it could not be asked, and what was seen before does not count either. */
export async function keepEvidence(seen: readonly { proof: Proof; isGreen: boolean | null }[], file = FILE): Promise<void> {
  if (seen.length === 0) return;
  const git = await execute('git', ['describe', '--always', '--dirty=+', '--exclude=*', '--abbrev=12']);
  const revision = git.code === 0 ? git.stdout.trim() : 'unknown';
  const at = new Date().toISOString();
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const aside = `${file}.${process.pid}`;
  const known = Object.entries(readEvidence(file)).filter(([proof]) => !seen.some((each) => each.proof === proof));
  const now = seen.flatMap(({ proof, isGreen }) => (isGreen === null ? [] : [[proof, { isGreen, at, revision }] as const]));
  fs.writeFileSync(aside, `${JSON.stringify(Object.fromEntries([...known, ...now]), null, 1)}\n`);
  fs.renameSync(aside, file);
}
