import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { currentCall } from '@crm-vision/common/context';
import { UnavailableError } from '@crm-vision/common/errors';
import { GrpcChannel } from '@crm-vision/common/grpc';
import { eventually } from '@crm-vision/common/testing';
import { KeyServiceService } from '@crm-vision/proto/crm_vision/auth/keys/v1/keys';
import { UserServiceService } from '@crm-vision/proto/crm_vision/auth/users/v1/users';
import { type Probe, services, startProbe } from '../probe.js';

let back: Probe;
let front: Probe;
let channel: GrpcChannel;
beforeAll(async () => {
  [back, front] = await Promise.all([startProbe(), startProbe()]);
  channel = new GrpcChannel({ url: back.url, services, deadlineMs: 5000 });
});
beforeEach(() => {
  back.behaviour.read = () => Promise.resolve('back');
  front.behaviour.read = () => Promise.resolve('front');
});
afterAll(async () => {
  channel.close();
  await Promise.all([back.stop(), front.stop()]);
});

/** Never answers; tells when its caller is gone. */
function hanging(): { behaviour: () => Promise<string>; state: { started: boolean; aborted: boolean } } {
  const state = { started: false, aborted: false };
  const behaviour = (): Promise<string> => new Promise((_resolve, reject) => {
    state.started = true;
    currentCall()!.signal.addEventListener('abort', () => {
      state.aborted = true;
      reject(new Error('The caller is gone.'));
    });
  });
  return { behaviour, state };
}

describe('a deadline', () => {
  it('ends a call that takes too long, at both ends', async () => {
    const { behaviour, state } = hanging();
    back.behaviour.read = behaviour;
    await expect(channel.service(KeyServiceService).listSigningKeys({}, { deadlineMs: 100 })).rejects.toMatchObject({ kind: 'timedOut' });
    await eventually(() => expect(state.aborted).toBe(true));
  });

  it('is the one of the outer call for calls that it makes', async () => {
    const { behaviour } = hanging();
    back.behaviour.read = behaviour;
    const inner: Promise<unknown>[] = [];
    front.behaviour.read = async () => {
      const call = channel.service(KeyServiceService).listSigningKeys({});
      inner.push(call.catch((error: unknown) => error));
      return (await call).jwks;
    };
    const startedAt = performance.now();
    await expect(front.client(KeyServiceService).listSigningKeys({}, { deadlineMs: 150 })).rejects.toMatchObject({ kind: 'timedOut' });
    await Promise.all(inner);
    expect(performance.now() - startedAt).toBeLessThan(2000);
  });
});

describe('hanging up', () => {
  it('cancels what was called in turn', async () => {
    const { behaviour, state } = hanging();
    back.behaviour.read = behaviour;
    front.behaviour.read = async () => (await channel.service(KeyServiceService).listSigningKeys({})).jwks;
    const controller = new AbortController();
    const call = front.client(KeyServiceService).listSigningKeys({}, { signal: controller.signal }).catch((error: unknown) => error);
    await eventually(() => expect(state.started).toBe(true));
    controller.abort();
    await call;
    await eventually(() => expect(state.aborted).toBe(true));
  });
});

describe('those who hang up all the time', () => {
  it('end nothing but their own calls', async () => {
    const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
    back.behaviour.read = async () => {
      await pause(5);
      return 'back';
    };
    const keys = channel.service(KeyServiceService);
    let isOver = false;
    const walkAway = async (): Promise<void> => {
      while (!isOver) {
        const controller = new AbortController();
        const call = keys.listSigningKeys({}, { signal: controller.signal }).catch((error: unknown) => error);
        await pause(2);
        controller.abort();
        await call;
      }
    };
    const all = Promise.all(Array.from({ length: 50 }, walkAway));
    const others: string[] = [];
    const until = performance.now() + 3000;
    while (performance.now() < until) others.push((await keys.listSigningKeys({}).catch((error: unknown) => ({ jwks: String(error) }))).jwks);
    isOver = true;
    await all;
    expect(new Set(others)).toEqual(new Set(['back']));
  });
});

describe('a service that is away for a moment', () => {
  it('is asked again for a read', async () => {
    let tries = 0;
    back.behaviour.read = () => (++tries < 3 ? Promise.reject(new UnavailableError()) : Promise.resolve('third time'));
    await expect(channel.service(KeyServiceService).listSigningKeys({})).resolves.toEqual({ jwks: 'third time' });
  });

  it('is never asked again for a write', async () => {
    let tries = 0;
    back.behaviour.write = () => {
      tries++;
      return Promise.reject(new UnavailableError());
    };
    await expect(channel.service(UserServiceService).updateUser({}, { token: await back.tokens.sign() })).rejects.toMatchObject({ kind: 'unavailable' });
    expect(tries).toBe(1);
  });

  it('reads as unavailable when nobody listens', async () => {
    const nobody = new GrpcChannel({ url: '127.0.0.1:1', services });
    await expect(nobody.service(UserServiceService).updateUser({})).rejects.toMatchObject({ kind: 'unavailable' });
    nobody.close();
  });
});

describe('several processes of one service', () => {
  it('take turns', async () => {
    const both = new GrpcChannel({ url: `ipv4:${back.url},${front.url}`, services });
    const ask = async (): Promise<string> => (await both.service(KeyServiceService).listSigningKeys({})).jwks;
    await eventually(async () => expect(new Set([await ask(), await ask()]).size).toBe(2));
    const answers = await Promise.all(Array.from({ length: 20 }, ask));
    expect(answers.filter((answer) => answer === 'back')).toHaveLength(10);
    both.close();
  });
});

describe('what a call passes on', () => {
  it('is the token and the request id of the call that is being served', async () => {
    back.behaviour.write = () => Promise.resolve(`${currentCall()!.actor!.userId} ${currentCall()!.requestId}`);
    front.behaviour.write = async () => (await channel.service(UserServiceService).updateUser({}, { token: await back.tokens.sign({ userId: 'u' }) })).user!.name;
    const { user } = await front.client(UserServiceService).updateUser({}, { token: await front.tokens.sign(), requestId: 'r-7' });
    expect(user!.name).toBe('u r-7');
  });
});

describe('a connection that never comes about', () => {
  const open: (Server | Socket | GrpcChannel)[] = [];
  afterEach(() => {
    for (const each of open.splice(0)) {
      if (each instanceof Socket) each.destroy();
      else each.close();
    }
  });

  async function listen(port: number, serve: (socket: Socket) => void): Promise<Server> {
    const server = createServer((socket) => {
      open.push(socket.on('error', () => undefined));
      serve(socket);
    });
    open.push(server);
    await once(server.listen(port, '127.0.0.1'), 'listening');
    return server;
  }

  it('is given up for a new one', async () => {
    // Takes connections and says nothing, like an address that nobody answers at.
    const silent = await listen(0, () => undefined);
    const { port } = silent.address() as AddressInfo;
    const lone = new GrpcChannel({ url: `127.0.0.1:${port}`, services, deadlineMs: 3200 });
    open.push(lone);
    await expect(lone.service(KeyServiceService).listSigningKeys({})).rejects.toMatchObject({ kind: 'timedOut' });
    silent.close();
    await listen(port, (socket) => {
      const target = connect(Number(back.url.split(':').at(-1)), '127.0.0.1');
      open.push(target.on('error', () => undefined));
      socket.pipe(target).pipe(socket);
    });
    expect((await lone.service(KeyServiceService).listSigningKeys({})).jwks).toBe('back');
  });
});
