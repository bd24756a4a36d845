import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

/** A clone with nothing but the bootstrap and one file to work on: what it knows as done is a matter of contents. */
describe('what the bootstrap skips', () => {
  const clone = fs.mkdtempSync(path.join(os.tmpdir(), 'crm-vision-stamps-'));
  const source = path.join(clone, 'proto', 'a.proto');

  beforeAll(() => {
    fs.cpSync(path.resolve(import.meta.dirname, '../../bootstrap'), path.join(clone, 'scripts', 'bootstrap'), { recursive: true });
    fs.mkdirSync(path.join(clone, 'proto', 'src', 'gen'), { recursive: true });
    fs.writeFileSync(source, 'one');
    fs.writeFileSync(path.join(clone, 'result'), '');
  });

  afterAll(() => fs.rmSync(clone, { recursive: true, force: true }));

  async function upToDate(thenKeep = false): Promise<boolean> {
    const stamps = JSON.stringify(path.join(clone, 'scripts', 'bootstrap', 'stamps.mjs'));
    const code = `const s = await import(${stamps}); const digest = s.digestOf('proto'); console.log(s.isUpToDate('contract', digest, ['result'])); ${thenKeep ? "s.keepStamp('contract', digest);" : ''}`;
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', code], { env: { ...process.env, NODE_OPTIONS: '' } });
    return stdout.trim() === 'true';
  }

  it('is work that was done for the same contents, whatever the times of the files', async () => {
    expect(await upToDate(true)).toBe(false);
    expect(await upToDate()).toBe(true);
    fs.utimesSync(source, new Date(), new Date(0));
    expect(await upToDate()).toBe(true);
  });

  it('is not work whose inputs changed, or whose results are gone', async () => {
    fs.writeFileSync(source, 'two');
    expect(await upToDate(true)).toBe(false);
    fs.rmSync(path.join(clone, 'result'));
    expect(await upToDate()).toBe(false);
  });

  it('does not look at what is generated', async () => {
    fs.writeFileSync(path.join(clone, 'result'), '');
    fs.writeFileSync(path.join(clone, 'proto', 'src', 'gen', 'a.ts'), 'generated');
    expect(await upToDate()).toBe(true);
  });
});
