import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type EmbeddedRedis, newRedisPassword, startRedis } from '../../dist/embedded/redis.js';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'crm-vision-redis-'));
let redis: EmbeddedRedis;
beforeAll(async () => {
  redis = await startRedis({ logFile: path.join(folder, 'redis.log') });
});
afterAll(async () => {
  await redis.stop();
  fs.rmSync(folder, { recursive: true, force: true });
});

/** What the server says to these commands; null when nobody listens there. */
function say(commands: string, host = '127.0.0.1'): Promise<string | null> {
  return new Promise((resolve) => {
    const socket = net.connect({ host, port: redis.port }, () => socket.write(commands));
    socket.setTimeout(3_000, () => socket.destroy());
    let heard = '';
    socket.on('data', (data) => {
      heard += data.toString();
      if (heard.split('\r\n').length > commands.split('\r\n').length - 1) socket.destroy();
    });
    socket.on('error', () => resolve(null)).on('close', () => resolve(heard));
  });
}

describe('the embedded Redis', () => {
  it.each(['PUBLISH crm-vision:sessions-revoked null', 'FLUSHALL', 'GET x', 'CONFIG GET requirepass', 'SUBSCRIBE crm-vision:changes'])('refuses %s from whoever does not know its password', async (command) => {
    expect(await say(`${command}\r\n`)).toMatch(/^-NOAUTH/);
    expect(await say(`AUTH ${newRedisPassword()}\r\n${command}\r\n`)).toMatch(/^-WRONGPASS[^]*-NOAUTH/);
  });

  it('serves whoever knows it', async () => {
    const { password } = new URL(redis.url);
    expect(password).toMatch(/^[0-9a-f]{48}$/);
    expect(await say(`AUTH ${password}\r\nPING\r\n`)).toBe('+OK\r\n+PONG\r\n');
  });

  it('is not reached by any other address of the machine', async () => {
    // A link-local address means something on its own link alone.
    const all = Object.entries(os.networkInterfaces()).flatMap(([name, list = []]) => list.map((each) => ({ ...each, name })));
    const addresses = all.filter(({ internal }) => !internal).map(({ address, name }) => (/^fe80:/i.test(address) ? `${address}%${name}` : address));
    // Every address of 127.0.0.0/8 is the machine itself on Linux.
    for (const address of [...addresses, ...(process.platform === 'linux' ? ['127.0.0.2'] : [])]) expect([address, await say('PING\r\n', address)]).toEqual([address, null]);
  });
});
