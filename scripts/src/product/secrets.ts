import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { PlainError } from '../terminal/plain-error.js';

const secretsSchema = z.object({
  authEncryptionKey: z.string().min(40),
  databasePasswords: z.object({ superuser: z.string().min(16), owner: z.string().min(16), auth: z.string().min(16), crm: z.string().min(16) }),
});

export type Secrets = z.infer<typeof secretsSchema>;

/** Made once per data folder, readable by its owner alone. */
export function readOrMakeSecrets(folder: string): Secrets {
  const file = path.join(folder, 'secrets.json');
  if (!fs.existsSync(file)) keep(file, make());
  const parsed = secretsSchema.safeParse(readJson(file));
  if (!parsed.success) throw new PlainError(`${file} is damaged: put it back from a copy, or start over with npm start -- --reset.`);
  return parsed.data;
}

function make(): Secrets {
  const password = (): string => crypto.randomBytes(24).toString('base64url');
  return {
    authEncryptionKey: crypto.randomBytes(64).toString('base64'),
    databasePasswords: { superuser: password(), owner: password(), auth: password(), crm: password() },
  };
}

/** Whole or not at all, also when the machine stops in the middle. */
export function keep(file: string, value: unknown): void {
  const unfinished = `${file}.${process.pid}`;
  fs.writeFileSync(unfinished, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  fs.renameSync(unfinished, file);
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
