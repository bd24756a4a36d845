import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client, credentials, Metadata, type ServiceError } from '@grpc/grpc-js';
import { currentActor, currentCall } from '@crm-vision/common/context';
import { DomainError, fromGrpcError } from '@crm-vision/common/errors';
import { grpcServerDuration, slowRequests } from '@crm-vision/common/metrics';
import { KeyServiceService } from '@crm-vision/proto/crm_vision/auth/keys/v1/keys';
import { UserServiceService } from '@crm-vision/proto/crm_vision/auth/users/v1/users';
import { type Probe, startProbe } from '../probe.js';

let probe: Probe;
beforeAll(async () => {
  probe = await startProbe();
});
afterAll(() => probe.stop());

const read = (): Promise<unknown> => probe.client(KeyServiceService).listSigningKeys({});
const write = async (token?: string): Promise<unknown> => probe.client(UserServiceService).updateUser({}, token ? { token } : {});
const failure = (call: Promise<unknown>): Promise<DomainError> => call.then(() => Promise.reject(new Error('It did not fail.')), fromGrpcError);

async function rawFailure(metadata: Metadata): Promise<ServiceError> {
  const client = new Client(probe.url, credentials.createInsecure());
  const { path, requestSerialize, responseDeserialize } = UserServiceService.updateUser;
  return new Promise<ServiceError>((resolve) => {
    client.makeUnaryRequest(path, requestSerialize, responseDeserialize, {}, metadata, (error) => {
      client.close();
      resolve(error!);
    });
  });
}

describe('who may call', () => {
  it('is everybody for a public rpc', async () => {
    await expect(read()).resolves.toEqual({ jwks: 'read' });
  });

  it('is nobody without a token, or with a wrong one, for any other', async () => {
    for (const token of [undefined, 'nonsense', await probe.tokens.sign({ audience: 'else' })]) {
      expect(await failure(write(token))).toMatchObject({ kind: 'unauthenticated' });
    }
    for (const header of ['', 'Basic abc', 'Bearer', 'Bearer a b']) {
      const metadata = new Metadata();
      metadata.set('authorization', header);
      expect((await rawFailure(metadata)).code).toBe(16);
    }
  });

  it('is known inside the call', async () => {
    probe.behaviour.write = () => Promise.resolve(`${currentActor().name} as ${currentActor().role}`);
    expect(await write(await probe.tokens.sign({ name: 'Grace', role: 'viewer' }))).toMatchObject({ user: { name: 'Grace as viewer' } });
  });
});

describe('a call', () => {
  it('knows its request id and its deadline', async () => {
    probe.behaviour.read = () => Promise.resolve(`${currentCall()!.requestId} ${String(currentCall()!.deadline - Date.now() <= 2000)}`);
    expect(await probe.client(KeyServiceService).listSigningKeys({}, { requestId: 'r-1', deadlineMs: 2000 })).toEqual({ jwks: 'r-1 true' });
  });

  it('answers a declared error as it is', async () => {
    const error = new DomainError('staleVersion', 'STALE_VERSION', 'Somebody was faster.', { fields: [{ field: 'name', code: 'X', message: 'y' }], details: { version: '3' } });
    probe.behaviour.write = () => Promise.reject(error);
    const { kind, code, message, fields, details } = await failure(write(await probe.tokens.sign()));
    expect({ kind, code, message, fields, details }).toEqual({ kind: error.kind, code: error.code, message: error.message, fields: error.fields, details: error.details });
  });

  it('tells nothing of any other error', async () => {
    probe.behaviour.write = () => Promise.reject(new Error('connect postgres://auth_app:hunter2@db failed'));
    const metadata = new Metadata();
    metadata.set('authorization', `Bearer ${await probe.tokens.sign()}`);
    const error = await rawFailure(metadata);
    expect(error).toMatchObject({ code: 13, details: 'INTERNAL' });
    expect(JSON.stringify([error.message, error.metadata.toJSON()])).not.toMatch(/hunter2|node_modules/);
  });

  it('is counted by method and outcome', async () => {
    const count = async (status: string): Promise<number> => {
      const { values } = await grpcServerDuration.get();
      return values.find(({ metricName, labels }) => metricName?.endsWith('_count') && labels['status'] === status && String(labels['method']).endsWith('/UpdateUser'))?.value ?? 0;
    };
    const before = await count('NOT_FOUND');
    probe.behaviour.write = () => Promise.reject(new DomainError('notFound', 'NOT_FOUND', 'No.'));
    await failure(write(await probe.tokens.sign()));
    expect(await count('NOT_FOUND')).toBe(before + 1);
  });

  it('is counted as slow above 3 s, and not below', async () => {
    const slow = async (): Promise<number> => (await slowRequests.get()).values.reduce((sum, { value }) => sum + value, 0);
    const before = await slow();
    const seconds = [3.1, 2.6];
    probe.behaviour.read = async () => {
      await probe.testDatabase.sql('select pg_sleep($1)', [seconds.pop()]);
      return 'late';
    };
    await Promise.all([read(), read()]);
    expect(await slow()).toBe(before + 1);
  });
});
