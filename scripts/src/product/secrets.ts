import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { PlainError } from '../terminal/plain-error.js';

const password = z.string().min(16);
const secretsSchema = z.object({
  authEncryptionKey: z.string().min(40),
  databasePasswords: z.object({ superuser: password, owner: password, auth: password, crm: password, worker: password, backup: password, drill: password }),
});
/** As an earlier version wrote it, before there were backups, or a role of the worker. */
const olderSchema = secretsSchema.extend({ databasePasswords: secretsSchema.shape.databasePasswords.partial({ worker: true, backup: true, drill: true }) });

export type Secrets = z.infer<typeof secretsSchema>;

/** Made once per data folder, readable by its owner alone. */
export function readOrMakeSecrets(folder: string): Secrets {
  const file = path.join(folder, 'secrets.json');
  if (!fs.existsSync(file)) keep(file, make());
  const parsed = olderSchema.safeParse(readJson(file));
  if (!parsed.success) throw new PlainError(`${file} is damaged: put it back from a copy, or start over with npm start -- --reset.`);
  const complete = secretsSchema.safeParse(parsed.data);
  if (complete.success) return complete.data;
  const { databasePasswords, ...rest } = parsed.data;
  const completed = { ...rest, databasePasswords: { worker: makePassword(), backup: makePassword(), drill: makePassword(), ...databasePasswords } };
  keep(file, completed);
  return completed;
}

const makePassword = (): string => crypto.randomBytes(24).toString('base64url');

function make(): Secrets {
  return {
    authEncryptionKey: crypto.randomBytes(64).toString('base64'),
    databasePasswords: {
      superuser: makePassword(), owner: makePassword(), auth: makePassword(), crm: makePassword(), worker: makePassword(), backup: makePassword(), drill: makePassword(),
    },
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
