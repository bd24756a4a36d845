import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { passwordsFrom } from '../../src/crmctl/database.js';
import { serviceRoles } from '../../src/database/prepare.js';
import { waitForRoles } from '../../src/database/wait-for-server.js';
import { freePort } from '../../src/processes/free-ports.js';
import { inRepository } from '../../src/repository.js';

const server = process.env['TEST_DATABASE_SUPERUSER_URL']!;
const crmctl = (args: string[], env: Record<string, string>): Promise<{ stdout: string }> =>
  promisify(execFile)(process.execPath, [inRepository('scripts/dist/crmctl/main.js'), ...args], { env: { ...process.env, ...env } });

describe('crmctl database prepare', () => {
  it('makes the roles, and says so', async () => {
    const { stdout } = await crmctl(['database', 'prepare', '--wait', '10'], { DATABASE_URL: server });
    expect(stdout).toBe('The database and its roles are there.\n');
  });

  it('says what is wrong when no server answers in time', async () => {
    const attempt = crmctl(['database', 'prepare', '--wait', '1'], { DATABASE_URL: `postgresql://postgres@127.0.0.1:${await freePort()}/postgres` });
    await expect(attempt).rejects.toMatchObject({ code: 1, stderr: expect.stringMatching(/^The database did not answer within 1 s: .*ECONNREFUSED/) });
  });

  it('is waited for by the migrations, which name the roles that nobody made', async () => {
    await waitForRoles(server, serviceRoles, 0);
    await expect(waitForRoles(server, ['crm_worker', 'crm_nobody'], 0)).rejects.toThrow(/^The database has no role crm_nobody: make what is missing with crmctl database prepare/);
  });

  it('takes the passwords that are given and refuses a short one', () => {
    const password = randomBytes(16).toString('hex');
    expect(passwordsFrom({ AUTH_PASSWORD: password })).toEqual({ auth: password });
    expect(() => passwordsFrom({ CRM_PASSWORD: 'short' })).toThrow(/^CRM_PASSWORD is too short/);
  });
});
