import path from 'node:path';
import { z } from 'zod';
import { dataFolder } from '../start/data-folder.js';
import { PlainError } from '../terminal/plain-error.js';

const text = z.string().trim().min(1);
const whole = (least: number) => z.coerce.number().int().min(least);

const schema = z.object({
  BACKUP_FOLDER: text.default(() => path.join(dataFolder(), 'backups')),
  BACKUP_RETENTION_DAYS: whole(1).default(30),
  BACKUP_MINIMUM_COPIES: whole(1).default(7),
  BACKUP_MONTHLY_COPIES: whole(0).default(12),
  /** Address of the bucket, with the bucket in it. */
  BACKUP_S3_URL: z.url({ protocol: /^https?$/ }).optional(),
  BACKUP_S3_REGION: text.default('auto'),
  BACKUP_S3_PREFIX: z.string().regex(/^[\w./-]*$/).default(''),
  S3_ACCESS_KEY_ID: text.optional(),
  S3_SECRET_ACCESS_KEY: text.optional(),
  /** Public keys, parted by spaces: what leaves this machine is encrypted for them. */
  BACKUP_AGE_RECIPIENTS: z.string().regex(/^(age1\w+[\s,]*)*$/).default(''),
});

export const settingNames = Object.keys(schema.shape);

export interface StoreSettings {
  url: string;
  region: string;
  prefix: string;
  accessKeyId: string;
  secretAccessKey: string;
}

export interface Retention {
  days: number;
  minimumCopies: number;
  monthlyCopies: number;
}

export interface BackupSettings {
  folder: string;
  retention: Retention;
  store?: StoreSettings;
  recipients: string[];
}

/** What the environment says about backups. An empty variable counts as none. */
export function readSettings(environment: NodeJS.ProcessEnv = process.env): BackupSettings {
  const parsed = schema.safeParse(Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== '')));
  if (!parsed.success) {
    throw new PlainError(`The settings of the backups are wrong: ${parsed.error.issues.map(({ path: [name], message }) => `${String(name)}: ${message}`).join('; ')}.`);
  }
  const { data } = parsed;
  const { BACKUP_S3_URL: url, S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = data;
  if (url !== undefined && (accessKeyId === undefined || secretAccessKey === undefined)) {
    throw new PlainError('BACKUP_S3_URL needs S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY: set them, or unset it to keep backups in the folder alone.');
  }
  return {
    folder: path.resolve(data.BACKUP_FOLDER),
    retention: { days: data.BACKUP_RETENTION_DAYS, minimumCopies: data.BACKUP_MINIMUM_COPIES, monthlyCopies: data.BACKUP_MONTHLY_COPIES },
    recipients: data.BACKUP_AGE_RECIPIENTS.split(/[\s,]+/).filter(Boolean),
    ...(url !== undefined && { store: { url, region: data.BACKUP_S3_REGION, prefix: data.BACKUP_S3_PREFIX, accessKeyId: accessKeyId!, secretAccessKey: secretAccessKey! } }),
  };
}
