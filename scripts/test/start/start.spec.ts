import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { postgresUser } from '../../src/embedded/operating-user.js';
import { readOrMakeSecrets } from '../../src/product/secrets.js';
import { openDataFolder } from '../../src/start/data-folder.js';
import { InstanceLock, readInstance } from '../../src/start/instance-lock.js';
import { readOptions } from '../../src/start/options.js';
import { sentenceFor } from '../../src/terminal/plain-error.js';

const bootstrap = path.resolve(import.meta.dirname, '../../bootstrap.mjs');
// Opening a data folder narrows what the process writes from then on.
const umask = process.umask();
afterEach(() => void process.umask(umask));
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'crm-vision-start-'));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

describe('the options of npm start', () => {
  it('are few and have defaults', () => {
    expect(readOptions([])).toEqual({ port: 3000, host: '127.0.0.1', sample: false, reset: false, yes: false });
    expect(readOptions(['--port', '8081', '--host', '0.0.0.0', '--sample'])).toMatchObject({ port: 8081, host: '0.0.0.0', sample: true });
  });

  it.each([['--port', '0'], ['--port', 'x'], ['--port', '65536'], ['--host', 'everywhere'], ['--frobnicate', '']])('are refused in a sentence when wrong: %s %s', (...args) => {
    expect(() => readOptions(args.filter(Boolean))).toThrow(/^(".*" is no port: use a number from 1 to 65535|".*" is no address to listen on: use one of this machine, such as --host 0\.0\.0\.0|Unknown option .*--help)/);
  });
});

describe('the data folder', () => {
  it('refuses a disk that is full before anything is written to the database', () => {
    expect(() => openDataFolder(folder, () => 1_000_000)).toThrow(/is full \(0 MB free, 200 MB are needed\): free some space/);
  });

  (process.platform === 'win32' ? it.skip : it)('is closed to other users of the machine, with all that an earlier release left open in it, and stays so', () => {
    process.umask(0o022);
    const [data, other] = [path.join(folder, 'above', 'data'), 0o077];
    fs.mkdirSync(path.join(data, 'backups', 'old'), { recursive: true });
    fs.writeFileSync(path.join(data, 'backups', 'old', 'people.dump'), '');
    openDataFolder(data);
    fs.mkdirSync(path.join(data, 'logs'));
    fs.writeFileSync(path.join(data, 'logs', 'postgres.log'), '');
    const places = ['backups', 'backups/old', 'backups/old/people.dump', 'logs', 'logs/postgres.log'];
    expect(places.filter((place) => (fs.statSync(path.join(data, place)).mode & other) !== 0)).toEqual([]);
    // Of the folder itself, root lets the user of PostgreSQL through, who cannot list it.
    expect(fs.statSync(data).mode & 0o777).toBe(postgresUser() ? 0o711 : 0o700);
  });

  it('holds secrets that were made for it alone, readable by the owner alone, and keeps them', () => {
    const secrets = readOrMakeSecrets(folder);
    expect(readOrMakeSecrets(folder)).toEqual(secrets);
    expect(new Set([secrets.authEncryptionKey, ...Object.values(secrets.databasePasswords)]).size).toBe(1 + Object.keys(secrets.databasePasswords).length);
    if (process.platform !== 'win32') expect(fs.statSync(path.join(folder, 'secrets.json')).mode & 0o777).toBe(0o600);
  });

  it('says what to do about damaged secrets, and does not make new ones over data that need the old', () => {
    const damaged = fs.mkdtempSync(path.join(folder, 'damaged-'));
    fs.writeFileSync(path.join(damaged, 'secrets.json'), '{"half');
    expect(() => readOrMakeSecrets(damaged)).toThrow(/is damaged: put it back from a copy, or start over with npm start -- --reset/);
  });

  it('is free again after a run that was killed', async () => {
    const stale = { pid: 2 ** 22 + 1, url: 'http://localhost:1', children: {} };
    fs.writeFileSync(path.join(folder, 'running.json'), JSON.stringify(stale));
    expect(readInstance(folder)).toBeNull();
    const lock = new InstanceLock(folder, 'http://localhost:2');
    await lock.take();
    lock.release();
    expect(fs.existsSync(path.join(folder, 'running.json'))).toBe(false);
  });
});

describe('a failure of the system', () => {
  it.each([
    ['ENOSPC', /The disk is full \(writing \/x\): free some space/],
    ['EACCES', /No access to \/x: make it readable and writable/],
    ['EROFS', /\/x is on a read-only disk/],
  ])('%s is one sentence', (code, expected) => {
    expect(sentenceFor(Object.assign(new Error(code), { code, path: '/x' }))).toMatch(expected);
  });
});

describe('the bootstrap', () => {
  const run = (code: string) => promisify(execFile)(process.execPath, ['--input-type=module', '-e', code], { env: { ...process.env, NODE_OPTIONS: '' } }).catch((error: { stdout: string; stderr: string; code: number }) => error);

  it('asks for a newer Node in one sentence', async () => {
    const { stderr, code } = (await run(`Object.defineProperty(process.versions, 'node', { value: '16.20.2' }); await import(${JSON.stringify(bootstrap)});`)) as { stderr: string; code: number };
    expect(stderr).toBe('This needs Node 18 or newer and this is Node 16.20.2: install a current Node from nodejs.org and try again.\n');
    expect(code).toBe(1);
  });

  it('shows help without installing anything', async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [bootstrap, 'start', '--help'], { env: { ...process.env, NODE_OPTIONS: '' } });
    expect(stdout).toContain('--sample');
    expect(stdout).toContain('DATABASE_URL');
  });

  it('says that the clone cannot be written to', async () => {
    const clone = fs.mkdtempSync(path.join(os.tmpdir(), 'crm-vision-read-only-'));
    fs.cpSync(path.join(path.dirname(bootstrap), 'bootstrap'), path.join(clone, 'scripts', 'bootstrap'), { recursive: true });
    fs.copyFileSync(bootstrap, path.join(clone, 'scripts', 'bootstrap.mjs'));
    fs.writeFileSync(path.join(clone, '.node-version'), '24.0.0');
    fs.chmodSync(clone, 0o555);
    // Root may write anywhere: there the command runs as nobody.
    const user = postgresUser();
    const run = promisify(execFile)(user ? '/usr/bin/env' : process.execPath, [...(user ? ['node'] : []), path.join(clone, 'scripts', 'bootstrap.mjs'), 'start'], { ...user, cwd: clone, env: { PATH: process.env['PATH'] } });
    const { stderr, code } = (await run.catch((error: unknown) => error)) as { stderr: string; code: number };
    expect([stderr, code]).toEqual([`No write access to ${clone}: make it writable for this user, or work in a clone that you own.\n`, 1]);
    fs.chmodSync(clone, 0o755);
    fs.rmSync(clone, { recursive: true });
  });

  it('names the commands that there are', async () => {
    const { stderr } = (await promisify(execFile)(process.execPath, [bootstrap, 'stort'], { env: { ...process.env, NODE_OPTIONS: '' } }).catch((error: unknown) => error)) as { stderr: string };
    expect(stderr).toMatch(/There is no command "stort": use one of start, dev, test/);
  });
});
