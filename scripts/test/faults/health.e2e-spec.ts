import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { freePort } from '../../src/processes/free-ports.js';
import { pollUntil } from '../../src/processes/poll.js';
import { ApiClient } from '../../src/product/api-client.js';
import { Launched } from './launched.js';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'crm-vision-health-'));
fs.chmodSync(folder, 0o711);
let launched: Launched | undefined;
let client: ApiClient;

afterEach(async () => {
  launched?.kill('SIGTERM');
  await launched?.exited;
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));

/** Every answer of the public address in a row, each different from the one before; ends with the first that is `status`. */
async function answersUntil(status: number, url: string): Promise<string[]> {
  const answers: string[] = [];
  const found = await pollUntil(async () => {
    const answer = await fetch(`${url}/api/health`).then(async (response) => `${response.status} ${await response.text()}`, () => 'nobody');
    if (answer !== answers.at(-1)) answers.push(answer);
    return answer.startsWith(String(status));
  }, { within: 90_000, every: 5 });
  if (!found) throw new Error(`It never answered ${status}: ${answers.join(', ')}`);
  return answers;
}

async function start(): Promise<string> {
  const port = await freePort();
  launched = new Launched(path.join(folder, 'data'), ['--port', String(port)], { RATE_LIMIT_PUBLIC_PER_MINUTE: '1000000' });
  return `http://localhost:${port}`;
}

const firstWrite = (): Promise<unknown> => client.call('POST', '/api/v1/companies', { name: 'First write' });
const ok = expect.stringMatching(/^200 \{"status":"ok","version":"[^"]+"\}$/);
const unavailable = '503 {"status":"unavailable"}';

describe('/api/health of the whole product', () => {
  it('is not ok before the first write is served, at the first start and at the next', async () => {
    const url = await start();
    expect((await answersUntil(200, url)).filter((answer) => answer !== 'nobody' && answer !== unavailable)).toEqual([ok]);
    client = new ApiClient(url);
    await client.signUp({ email: 'kim@example.com', password: 'seven tame otters juggle', name: 'Kim', workspaceName: 'Health' });
    await firstWrite();
    launched?.kill('SIGTERM');
    await launched?.exited;

    const again = await start();
    expect((await answersUntil(200, again)).filter((answer) => answer !== 'nobody' && answer !== unavailable)).toEqual([ok]);
    client = new ApiClient(again);
    expect(await client.signIn({ email: 'kim@example.com', password: 'seven tame otters juggle' })).toBe(true);
    await firstWrite();
  }, 240_000);

  it('says unavailable while PostgreSQL is gone, and ok when the next write is served', async () => {
    const url = await start();
    await launched!.ready();
    client = new ApiClient(url);
    await client.signIn({ email: 'kim@example.com', password: 'seven tame otters juggle' });
    const { postgres, 'postgres-keeper': keeper } = launched!.parts();
    // Whoever would start it again is held until it was seen to be missed.
    process.kill(keeper!, 'SIGSTOP');
    process.kill(postgres!, 'SIGKILL');
    expect(await answersUntil(503, url)).toEqual([ok, unavailable]);
    process.kill(keeper!, 'SIGCONT');
    expect(await answersUntil(200, url)).toEqual([unavailable, ok]);
    await firstWrite();
  }, 240_000);
});
