import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { freePort } from '../../src/processes/free-ports.js';
import { pollUntil } from '../../src/processes/poll.js';
import { ApiClient } from '../../src/product/api-client.js';
import { Launched, untilGone } from './launched.js';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'crm-vision-start-'));
fs.chmodSync(folder, 0o711);
const data = path.join(folder, 'data');
let running: Launched | undefined;
let signIn = { email: '', password: '' };

async function start(args: string[] = []): Promise<{ launched: Launched; url: string; port: number }> {
  const port = await freePort();
  const launched = (running = new Launched(data, ['--port', String(port), ...args]));
  return { launched, url: await launched.ready(), port };
}

afterEach(() => {
  running?.kill('SIGTERM');
  return running?.exited;
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));

describe('npm start', () => {
  it('serves the app at the one address that it prints, with sample data and a sign-in that works', async () => {
    const { launched, url } = await start(['--sample']);
    expect(launched.output.match(/http:\/\/\S+/g)).toHaveLength(1);
    const [, email, password] = await launched.says(/Sign in as (\S+) with the password (\S+)/);
    signIn = { email: email!, password: password! };
    expect(await (await fetch(url)).text()).toContain('<div id="root"');
    const client = new ApiClient(url);
    expect(await client.signIn(signIn)).toBe(true);
    const { items } = await client.call<{ items: unknown[] }>('GET', '/api/v1/deals?limit=5');
    expect(items).toHaveLength(5);
  }, 120_000);

  it('keeps to its user what it writes, and people out of the log of PostgreSQL', async () => {
    const { url } = await start();
    await expect(new ApiClient(url).signUp({ ...signIn, password: 'another sentence of a stranger', name: 'Somebody Else', workspaceName: 'Other' })).rejects.toThrow();
    const files = fs.readdirSync(data, { recursive: true, encoding: 'utf8' }).filter((name) => !name.startsWith('postgres'));
    expect(files).toEqual(expect.arrayContaining(['secrets.json', 'logs', path.join('logs', 'postgres.log')]));
    if (process.platform !== 'win32') expect(files.filter((name) => (fs.statSync(path.join(data, name)).mode & 0o077) !== 0)).toEqual([]);
    for (const log of fs.readdirSync(path.join(data, 'logs'))) expect(fs.readFileSync(path.join(data, 'logs', log), 'utf8')).not.toContain(signIn.email);
  }, 60_000);

  it('keeps its data over a restart, is back within ten seconds, and stops within five', async () => {
    const from = performance.now();
    const { launched, url } = await start(['--sample']);
    expect(performance.now() - from).toBeLessThan(10_000);
    expect(launched.output).toContain(`Sign in as ${signIn.email} with the password ${signIn.password}`);
    expect(await new ApiClient(url).signIn(signIn)).toBe(true);
    const children = launched.children();
    const stoppedFrom = performance.now();
    launched.kill('SIGINT');
    expect(await launched.exited).toBe(0);
    await untilGone(children, 1_000);
    expect(performance.now() - stoppedFrom).toBeLessThan(5_000);
  }, 60_000);

  it('says that it runs already, and where', async () => {
    const { port } = await start();
    const second = new Launched(data, ['--port', String(port)]);
    expect(await second.exited).toBe(1);
    expect(second.output.trim()).toMatch(new RegExp(`^CRM-VISION is running already at http://localhost:${port} \\(process \\d+\\): .*Ctrl-C.*\\.$`));
  }, 60_000);

  it('starts a service again that was killed, and says so', async () => {
    const { launched, url } = await start();
    process.kill(launched.parts()['crm']!, 'SIGKILL');
    await launched.says(/crm ended \(SIGKILL\); starting it again\.\ncrm is running again\./);
    const client = new ApiClient(url);
    await client.signIn(signIn);
    // The gateway tries again by itself, with a pause that grows while crm is away.
    const deals = await pollUntil(() => client.call('GET', '/api/v1/deals?limit=1').catch(() => null), { within: 20_000, every: 100 });
    expect(deals).toHaveProperty('items');
  }, 60_000);

  it('leaves nothing behind when it is killed, and starts again over what was left', async () => {
    const { launched } = await start();
    const children = launched.children();
    launched.kill('SIGKILL');
    await launched.exited;
    await untilGone(children, 8_000);
    await start();
  }, 60_000);
});

describe('a start that cannot work', () => {
  it('names a taken port and another one', async () => {
    const holder = net.createServer().listen(0, '127.0.0.1');
    const port = await new Promise<number>((resolve) => holder.once('listening', () => resolve((holder.address() as net.AddressInfo).port)));
    const launched = new Launched(path.join(folder, 'other'), ['--port', String(port)]);
    expect(await launched.exited).toBe(1);
    expect(launched.output.trim()).toBe(`Port ${port} is taken by another program: stop that one, or choose another port with npm start -- --port ${port + 1}.`);
    holder.close();
  });

  it('names a database server that does not answer, without its password', async () => {
    const launched = new Launched(path.join(folder, 'other'), ['--port', String(await freePort())], { DATABASE_URL: `postgres://me:hidden-word@127.0.0.1:${await freePort()}/postgres` });
    expect(await launched.exited).toBe(1);
    expect(launched.output).toMatch(/The PostgreSQL of DATABASE_URL \(127\.0\.0\.1:\d+\) cannot be used: .*ECONNREFUSED/);
    expect(launched.output).not.toContain('hidden-word');
  });

  it('deletes nothing without a yes', async () => {
    const launched = new Launched(data, ['--reset']);
    expect(await launched.exited).toBe(1);
    expect(launched.output.trim()).toBe('--reset asks before it deletes, and there is no terminal to ask at: add --yes.');
    expect(fs.existsSync(path.join(data, 'secrets.json'))).toBe(true);
  });
});
