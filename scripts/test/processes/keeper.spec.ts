import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { pollUntil } from '../../src/processes/poll.js';
import { isAlive } from '../../src/processes/signals.js';

const keeper = path.resolve(import.meta.dirname, '../../dist/processes/keeper.js');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'crm-vision-keeper-'));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

/** A launcher that starts a keeper, which starts a program that knows nothing of pipes. */
async function startKept(program: string): Promise<{ launcher: number; kept: number; removed: string }> {
  const removed = fs.mkdtempSync(path.join(folder, 'data-'));
  const pidFile = path.join(folder, `${path.basename(removed)}.pid`);
  const kept = JSON.stringify({ command: process.execPath, args: ['-e', `require('fs').writeFileSync(${JSON.stringify(pidFile)}, String(process.pid)); ${program}`], stopSignals: ['SIGINT'], removeFolder: removed });
  const code = `require('child_process').spawn(process.execPath, [${JSON.stringify(keeper)}, ${JSON.stringify(kept)}], { stdio: ['pipe', 'ignore', 'ignore'], detached: true }); setInterval(() => {}, 1000);`;
  const launcher = spawn(process.execPath, ['-e', code], { stdio: 'ignore', env: { PATH: process.env['PATH'] } });
  const pid = await pollUntil(() => (fs.existsSync(pidFile) ? Number(fs.readFileSync(pidFile, 'utf8')) : null), { within: 5_000 });
  return { launcher: launcher.pid!, kept: pid!, removed };
}

describe('a kept server', () => {
  it('stops, and its folder goes, when the launcher is killed', async () => {
    const { launcher, kept, removed } = await startKept('setInterval(() => {}, 1000)');
    process.kill(launcher, 'SIGKILL');
    expect(await pollUntil(() => !isAlive(kept) && !fs.existsSync(removed), { within: 5_000 })).toBe(true);
  });

  it('is killed when it does not heed the signal', async () => {
    const { launcher, kept } = await startKept("process.on('SIGINT', () => {}); setInterval(() => {}, 1000)");
    process.kill(launcher, 'SIGKILL');
    expect(await pollUntil(() => !isAlive(kept), { within: 8_000 })).toBe(true);
  });
});
