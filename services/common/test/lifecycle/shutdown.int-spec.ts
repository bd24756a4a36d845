import { describe, expect, it } from '@jest/globals';
import { type DomainError } from '@crm-vision/common/errors';
import { drainHttp, Shutdown } from '@crm-vision/common/lifecycle';
import { createLogger } from '@crm-vision/common/logging';
import { KeyServiceService } from '@crm-vision/proto/crm_vision/auth/keys/v1/keys';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Probe, startProbe } from '../probe.js';
import { eventually } from '@crm-vision/common/testing';

const logger = createLogger({ service: 'test', level: 'silent', release: 'test' });

interface Gate {
  entered: boolean;
  open: () => void;
  pass: () => Promise<string>;
}

function gate(): Gate {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  const made: Gate = {
    entered: false, open: () => open(),
    pass: async () => {
      made.entered = true;
      await opened;
      return 'done';
    },
  };
  return made;
}

async function withProbe(work: (probe: Probe, gate: Gate) => Promise<void>): Promise<void> {
  const [probe, door] = [await startProbe(), gate()];
  probe.behaviour.read = door.pass;
  await work(probe, door).finally(() => {
    door.open();
    return probe.stop();
  });
}

describe('Shutdown', () => {
  it('goes in order: not ready, no new work, jobs, connections, telemetry; and only once', async () => {
    const order: string[] = [];
    const shutdown = new Shutdown({ logger, announce: () => void order.push('not ready'), delaySeconds: 0, graceSeconds: 1 });
    for (const phase of ['telemetry', 'connections', 'jobs', 'accepting'] as const) shutdown.on(phase, async () => void order.push(phase));
    await Promise.all([shutdown.stop('test'), shutdown.stop('again')]);
    expect(order).toEqual(['not ready', 'accepting', 'jobs', 'connections', 'telemetry']);
  });

  it('leaves behind a step that hangs or fails, and goes on', async () => {
    const order: string[] = [];
    const shutdown = new Shutdown({ logger, announce: () => undefined, delaySeconds: 0, graceSeconds: 0.05 });
    shutdown.on('accepting', () => new Promise(() => undefined));
    shutdown.on('jobs', () => Promise.reject(new Error('no')));
    shutdown.on('connections', async () => void order.push('connections'));
    await shutdown.stop('test');
    expect(order).toEqual(['connections']);
  });
});

describe('a gRPC server that stops', () => {
  it('lets a call in flight end, and takes no new one', async () => {
    await withProbe(async (probe, door) => {
      const call = probe.client(KeyServiceService).listSigningKeys({});
      await eventually(() => expect(door.entered).toBe(true));
      const closed = probe.app.close(5000);
      const late = probe.client(KeyServiceService).listSigningKeys({}, { deadlineMs: 500 }).catch((error: unknown) => (error as DomainError).kind);
      expect(['unavailable', 'timedOut']).toContain(await late);
      door.open();
      expect(await call).toEqual({ jwks: 'done' });
      await closed;
    });
  });

  it('cuts what has not ended in time', async () => {
    await withProbe(async (probe, door) => {
      const call = probe.client(KeyServiceService).listSigningKeys({}, { deadlineMs: 10_000 }).catch((error: unknown) => (error as DomainError).kind);
      await eventually(() => expect(door.entered).toBe(true));
      const startedAt = performance.now();
      await probe.app.close(100);
      expect(performance.now() - startedAt).toBeLessThan(2000);
      expect(await call).not.toBe('done');
    });
  });
});

describe('an HTTP server that stops', () => {
  it('lets a request in flight end and closes what is idle at once', async () => {
    const waiting: ServerResponse[] = [];
    const server = createServer((request, response) => (request.url === '/slow' ? waiting.push(response) : response.end('fast')));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    await (await fetch(`${url}/fast`)).text();
    const slow = fetch(`${url}/slow`).then((response) => response.text());
    await eventually(() => expect(waiting).toHaveLength(1));
    const drained = drainHttp(server, 5000);
    await expect(fetch(`${url}/fast`)).rejects.toThrow();
    waiting[0]!.end('slow');
    expect(await slow).toBe('slow');
    await drained;
  });
});
