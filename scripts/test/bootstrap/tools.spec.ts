import { execFile, execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const clone = path.resolve(import.meta.dirname, '../../..');
const pins = JSON.parse(fs.readFileSync(path.join(clone, 'scripts/bootstrap/tools.json'), 'utf8')) as Record<string, Record<string, string>>;

describe('the pinned tools', () => {
  it('have a sha512 for every system that the product runs on', () => {
    expect(Object.keys(pins).toSorted()).toEqual(['darwin-arm64', 'darwin-x64', 'linux-arm64', 'linux-x64', 'win32-arm64', 'win32-x64']);
    for (const packages of Object.values(pins)) for (const integrity of Object.values(packages)) expect(integrity).toMatch(/^sha512-[A-Za-z0-9+/]{86}==$/);
  });

  it('are the Node of .node-version', () => {
    const nodes = Object.values(pins).flatMap((packages) => Object.keys(packages).filter((spec) => spec.startsWith('node-')));
    expect(new Set(nodes.map((spec) => spec.split('@')[1]))).toEqual(new Set([fs.readFileSync(path.join(clone, '.node-version'), 'utf8').trim()]));
  });
});

describe('fetching tools', () => {
  const work = fs.mkdtempSync(path.join(os.tmpdir(), 'tools-'));
  const spec = '@pnpm/exe.somewhere@1.2.3';
  let registry: Server;
  let tarball: Buffer;

  /** A registry below a path of another site, as a company runs one, that has this one package. */
  beforeAll(async () => {
    fs.mkdirSync(path.join(work, 'package'));
    fs.writeFileSync(path.join(work, 'package/package.json'), '{"name":"@pnpm/exe.somewhere","version":"1.2.3"}');
    fs.writeFileSync(path.join(work, 'package/pnpm'), 'a program');
    execFileSync('tar', ['-czf', 'package.tgz', 'package'], { cwd: work });
    tarball = fs.readFileSync(path.join(work, 'package.tgz'));
    registry = createServer((request, response) => {
      if (request.url?.endsWith('.tgz')) return void response.end(tarball);
      const dist = { tarball: `http://${request.headers.host}/npm/mirror/@pnpm/exe.somewhere/-/exe.somewhere-1.2.3.tgz`, integrity: integrityOf(tarball) };
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify({ name: '@pnpm/exe.somewhere', 'dist-tags': { latest: '1.2.3' }, versions: { '1.2.3': { name: '@pnpm/exe.somewhere', version: '1.2.3', dist } } }));
    });
    await new Promise<void>((resolve) => registry.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => {
    registry.close();
    fs.rmSync(work, { recursive: true, force: true });
  });

  /** As on a machine that never fetched anything. Rejects with what it said. */
  async function fetchInto(name: string, integrity: string): Promise<string> {
    const folder = path.join(work, name);
    const program = `import { fetchPackages } from ${JSON.stringify(path.join(clone, 'scripts/bootstrap/fetch-packages.mjs'))};
      await fetchPackages(${JSON.stringify(folder)}, ${JSON.stringify({ [spec]: integrity })}).catch((error) => { console.error(error.message); process.exit(1); });`;
    const env = { ...process.env, npm_config_registry: `http://127.0.0.1:${(registry.address() as AddressInfo).port}/npm/mirror/`, npm_config_cache: path.join(work, `cache-${name}`), npm_config_userconfig: path.join(work, 'none') };
    await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program], { env });
    return path.join(folder, 'node_modules/@pnpm/exe.somewhere/pnpm');
  }

  it('takes from any registry what has the hash that the clone names', async () => {
    expect(fs.readFileSync(await fetchInto('right', integrityOf(tarball)), 'utf8')).toBe('a program');
  }, 30_000);

  it('refuses what has another one, says so, and keeps nothing of it', async () => {
    await expect(fetchInto('wrong', integrityOf(Buffer.from('something else')))).rejects.toMatchObject({ code: 1, stderr: expect.stringMatching(/EINTEGRITY[^]*\nWhat the package registry gave is not what this clone names/) });
    expect(fs.existsSync(path.join(work, 'wrong/node_modules'))).toBe(false);
  }, 30_000);
});

function integrityOf(bytes: Buffer): string {
  return `sha512-${createHash('sha512').update(bytes).digest('base64')}`;
}
