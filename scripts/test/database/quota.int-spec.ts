import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { createTestDatabase, type TestDatabase } from '@crm-vision/common/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inRepository } from '../../src/repository.js';

const workspace = randomUUID();
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await database.sql("insert into auth.workspace (id, name, slug, time_zone, locale) values ($1, 'Acme', 'acme', 'UTC', 'en')", [workspace]);
  await database.sql("insert into crm.workspace_usage (workspace_id, slot, records, bytes, hour, events) values ($1, 0, 5, 700, date_trunc('hour', now()), 3), ($1, 1, 2, 300, '2026-01-01', 9)", [workspace]);
});
afterAll(() => database.drop());

/** As the owner of the tables, as in a cluster. */
const quota = (...args: string[]): Promise<{ stdout: string }> =>
  promisify(execFile)(process.execPath, [inRepository('scripts/dist/crmctl/main.js'), 'quota', ...args], { env: { ...process.env, DATABASE_URL: database.url('crm_vision') } });

const rows = (text: string): string[][] => text.trimEnd().split('\n').map((line) => line.trim().split(/ {2,}/));

describe('crmctl quota', () => {
  it('shows what a workspace has and may have', async () => {
    expect(rows((await quota('show', workspace)).stdout)).toEqual([
      ['quota', 'used', 'limit'], ['records', '7', "the installation's"], ['bytes', '1000', "the installation's"], ['events', '3', "the installation's"],
    ]);
  });

  it('sets what is named, leaves the rest, and takes it back', async () => {
    await quota('set', workspace, 'records=2000000', 'events=50');
    expect((rows((await quota('set', workspace, 'events=default', 'bytes=4096')).stdout)).slice(1).map(([name, , limit]) => [name, limit])).toEqual([
      ['records', '2000000'], ['bytes', '4096'], ['events', "the installation's"],
    ]);
  });

  it.each([
    [['set', 'acme', 'records=1'], /^Name the workspace by its id, and not "acme"\./],
    [['set', randomUUID(), 'records=1'], /^There is no workspace /],
    [['set', workspace], /^"quota set" takes quotas, such as records=2000000\./],
    [['set', workspace, 'files=1'], /^There is no quota "files"; there are records, bytes, events\./],
    [['set', workspace, 'records=0'], /^records has to be a whole number from 1 to 1125899906842624, or "default", and not "0"\./],
    [['drop', workspace], /^There is no "quota drop": use show or set\./],
  ] as const)('refuses %j in a sentence', async (args, stderr) => {
    await expect(quota(...args)).rejects.toMatchObject({ code: 1, stderr: expect.stringMatching(stderr) });
  });
});
