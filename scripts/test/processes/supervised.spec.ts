import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { Child } from '../../src/processes/child.js';
import { pollUntil } from '../../src/processes/poll.js';
import { isAlive } from '../../src/processes/signals.js';
import { Supervised, type Running } from '../../src/product/supervised.js';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'crm-vision-supervised-'));
const living = "process.stdin.on('end', () => process.exit(0)).resume()";
let supervised: Supervised | undefined;

afterEach(() => supervised?.stop());
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

function program(code: string, begun?: () => void): () => Promise<Running> {
  return async () => {
    begun?.();
    const child = new Child({ name: 'part', command: process.execPath, args: ['-e', code], env: { PATH: process.env['PATH'] }, logFile: path.join(folder, 'part.log') });
    return { child, stop: async () => void (await child.stop(2_000)) };
  };
}

async function start(begin: () => Promise<Running>): Promise<string[]> {
  const said: string[] = [];
  supervised = new Supervised({ name: 'part', begin, say: (line) => said.push(line) });
  await supervised.start();
  return said;
}

describe('a supervised process', () => {
  it('is started again when it dies, and both is said', async () => {
    const said = await start(program(living));
    const first = supervised!.child!.pid;
    supervised!.child!.kill('SIGKILL');
    await pollUntil(() => said.length === 2, { within: 5_000 });
    expect(said).toEqual(['part ended (SIGKILL); starting it again.', 'part is running again.']);
    expect(supervised!.child!.pid).not.toBe(first);
  });

  it('is tried again with growing pauses while it does not start', async () => {
    let begun = 0;
    const begin = program(living, () => {
      begun += 1;
      if (begun === 2 || begun === 3) throw new Error('no luck');
    });
    const said = await start(begin);
    supervised!.child!.kill('SIGKILL');
    await pollUntil(() => said.at(-1) === 'part is running again.', { within: 5_000 });
    expect(said.slice(1, 3)).toEqual(['part did not start: no luck\nNext try in 0.4 s.', 'part did not start: no luck\nNext try in 0.8 s.']);
  });

  it('stays stopped once it was stopped', async () => {
    const said = await start(program(living));
    const { pid } = supervised!.child!;
    await supervised!.stop();
    expect(isAlive(pid)).toBe(false);
    expect(said).toEqual([]);
  });

  it('is replaced without a complaint when its code changed', async () => {
    const said = await start(program(living));
    const first = supervised!.child!.pid;
    await supervised!.restart();
    await pollUntil(() => said.length > 0, { within: 5_000 });
    expect(said).toEqual(['part is running again.']);
    expect(isAlive(first)).toBe(false);
  });

  it('fails for good when its first start fails', async () => {
    await expect(start(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  });
});
