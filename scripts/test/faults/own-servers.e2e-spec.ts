import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freePort } from '../../src/processes/free-ports.js';
import { ApiClient } from '../../src/product/api-client.js';
import { inRepository } from '../../src/repository.js';
import { binaries15, startPostgres15, type SystemPostgres } from '../postgres-15.js';
import { Launched } from './launched.js';

/** Skipped by name where no PostgreSQL 15 is installed. */
(binaries15 === undefined ? describe.skip : describe)('npm start on a PostgreSQL 15 of the person', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'crm-vision-own-'));
  let server: SystemPostgres | undefined;
  let launched: Launched;
  let url = '';

  beforeAll(async () => {
    server = await startPostgres15();
    launched = new Launched(path.join(folder, 'data'), ['--port', String(await freePort())], { DATABASE_URL: server.superuserUrl });
    url = await launched.ready();
  }, 60_000);

  afterAll(async () => {
    launched.kill('SIGTERM');
    await launched.exited;
    await server?.stop();
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  });

  it('starts no PostgreSQL of its own', () => {
    expect(launched.output).toContain('Reaching the PostgreSQL of DATABASE_URL');
    expect(launched.parts()).not.toHaveProperty('postgres');
  });

  it('signs people up, writes, finds and lists', async () => {
    const client = new ApiClient(url);
    await client.signUp({ email: 'kim@example.com', password: 'a long enough passphrase', name: 'Kim', workspaceName: 'Fifteen' });
    const company = await client.call<{ id: string }>('POST', '/api/v1/companies', { name: 'Müller & Söhne' });
    await client.call('POST', '/api/v1/deals', { name: 'Machines', companyId: company.id });
    expect(JSON.stringify(await client.call('GET', '/api/v1/search?q=muller'))).toContain(company.id);
    expect(await client.call('GET', '/api/v1/companies')).toMatchObject({ items: [{ id: company.id }] });
  });

  it('is found well by crmctl smoke, up to the contact of a new person', async () => {
    const smoke = (args: string[]): Promise<{ stdout: string }> => promisify(execFile)(process.execPath, [inRepository('scripts/dist/crmctl/main.js'), 'smoke', ...args]);
    const { stdout } = await smoke(['--api', url, '--web', url, '--sign-up']);
    expect(stdout.split('\n').map((line) => line.split(':')[0])).toEqual(['web app', 'gateway', 'sign-in', 'sign-up', 'contact', 'sign-out', '']);
    await expect(smoke(['--api', `http://127.0.0.1:${await freePort()}`])).rejects.toMatchObject({ code: 1, stderr: expect.stringMatching(/^gateway: fetch failed/) });
  });

  it('keeps its hands off a database that is not embedded', async () => {
    const second = new Launched(path.join(folder, 'other'), ['--reset', '--yes'], { DATABASE_URL: server!.superuserUrl });
    expect(await second.exited).toBe(1);
    expect(second.output.trim()).toBe('--reset deletes the embedded database only: empty the one of DATABASE_URL yourself, or unset DATABASE_URL.');
  });
});
