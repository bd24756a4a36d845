import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { ObjectStore } from '../../src/backup/object-store.js';
import { storeKeys, StandInS3 } from './stand-in-s3.js';
import { backupStage, type BackupStage } from './stage.js';

let stage: BackupStage;
const store = new StandInS3();
let env: Record<string, string>;
let identityFile = '';

beforeAll(async () => {
  stage = await backupStage(process.env['TEST_DATABASE_SUPERUSER_URL']!, 'copy');
  const identity = await generateX25519Identity();
  identityFile = path.join(stage.folder, 'key.txt');
  fs.writeFileSync(identityFile, `# for the test\n${identity}\n`);
  env = { BACKUP_S3_URL: await store.start(), BACKUP_S3_PREFIX: 'production/', BACKUP_AGE_RECIPIENTS: await identityToRecipient(identity), ...storeKeys };
});
afterAll(async () => {
  store.stop();
  await stage.clean();
});

const away = (): void => {
  for (const file of stage.files()) if (file !== 'key.txt') fs.rmSync(path.join(stage.folder, file));
};

describe('a backup with an object store', () => {
  it('goes there encrypted, is counted, and comes back with the key alone', async () => {
    expect(await stage.crmctl(['backup'], env)).toMatchObject({ code: 0 });
    const keys = [...store.objects.keys()].sort();
    expect(keys).toEqual([expect.stringMatching(/^production\/backup_\w+-\d{8}T\d{6}Z\.copy\.gz\.age$/), expect.stringMatching(/^production\/.*\.manifest\.json$/)]);
    expect(store.objects.get(keys[0]!)!.toString('latin1')).toMatch(/^age-encryption\.org\/v1\n-> X25519 /);
    expect(await stage.sql("SELECT copies FROM crm.backup_status WHERE kind = 'backup'")).toEqual([{ copies: { folder: 1, s3: 1 } }]);
    away();
    expect(await stage.crmctl(['verify', '--from-store'], env)).toMatchObject({ code: 1, output: expect.stringMatching(/is encrypted: give the file with the age identity with --identity FILE/) });
    const other = path.join(stage.folder, 'other.txt');
    fs.writeFileSync(other, await generateX25519Identity());
    expect(await stage.crmctl(['verify', '--from-store', '--identity', other], env)).toMatchObject({ code: 1, output: expect.stringMatching(/cannot be decrypted with/) });
    fs.rmSync(other);
    expect(await stage.crmctl(['drill', '--from-store', '--identity', identityFile], env)).toMatchObject({ code: 0 });
    expect(stage.files()).toHaveLength(3);
  });

  it('keeps the copy at home when the way out is closed, and says that it failed', async () => {
    const before = stage.files().length;
    const ran = await stage.crmctl(['backup'], { ...env, S3_SECRET_ACCESS_KEY: 'wrong' });
    expect(ran).toMatchObject({ code: 1, output: expect.stringMatching(/The object store 127\.0\.0\.1:\d+ failed at uploading/) });
    expect(stage.files()).toHaveLength(before + 2);
    expect(await stage.sql("SELECT failures::int, copies FROM crm.backup_status WHERE kind = 'backup'")).toEqual([{ failures: 1, copies: { folder: 2 } }]);
  });

  it('lets the store keep what it locks: that is no failure', async () => {
    for (const key of store.objects.keys()) store.locked.add(key);
    const [manifest] = [...store.objects.keys()].filter((key) => key.endsWith('.json'));
    const old = JSON.parse(store.objects.get(manifest!)!.toString()) as Record<string, unknown>;
    store.objects.set(manifest!, Buffer.from(JSON.stringify({ ...old, takenAt: '2020-01-02T02:00:00.000Z' })));
    const ran = await stage.crmctl(['backup'], { ...env, BACKUP_MINIMUM_COPIES: '1' });
    expect(ran).toMatchObject({ code: 0, output: expect.stringMatching(/The object store keeps backup_/) });
    expect(store.objects.has(manifest!)).toBe(true);
  });
});

it('a file of many parts arrives as it was', async () => {
  const file = path.join(stage.folder, 'large');
  fs.writeFileSync(file, crypto.randomBytes(33 * 1024 * 1024 + 5));
  const settings = { url: env['BACKUP_S3_URL']!, region: 'auto', prefix: '', accessKeyId: storeKeys.S3_ACCESS_KEY_ID, secretAccessKey: storeKeys.S3_SECRET_ACCESS_KEY };
  await new ObjectStore(settings).upload('large', file);
  expect(store.objects.get('large')!.equals(fs.readFileSync(file))).toBe(true);
  await new ObjectStore(settings).download('large', `${file}.back`);
  expect(fs.readFileSync(`${file}.back`).equals(fs.readFileSync(file))).toBe(true);
});
