import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { currentActor, type Role } from '@crm-vision/common/context';
import { DomainError, ForbiddenError, fromGrpcError } from '@crm-vision/common/errors';
import { newId } from '@crm-vision/common/ids';
import { UserServiceService } from '@crm-vision/proto/crm_vision/auth/users/v1/users';
import { type Probe, startProbe } from '../probe.js';

let probe: Probe;
let runs = 0;
beforeAll(async () => {
  probe = await startProbe();
  await probe.testDatabase.sql("insert into auth.sign_in_attempt (key, failures) values ('counter', 0)");
  probe.behaviour.write = async ({ name }) => {
    runs++;
    await probe.database.transaction(currentActor().workspaceId, (transaction) => transaction.run("update sign_in_attempt set failures = failures + 1 where key = 'counter'"));
    if (name === 'fail') throw new DomainError('ruleBroken', 'NOT_TODAY', 'Not today.');
    return `${name ?? ''} ${runs}`;
  };
});
afterAll(() => probe.stop());

const person = { workspaceId: newId(), userId: newId() };

async function write(name: string, idempotencyKey: string, who: typeof person & { role?: Role } = person): Promise<string> {
  const { user } = await probe.client(UserServiceService).updateUser({ name }, { token: await probe.tokens.sign(who), idempotencyKey });
  return user!.name;
}

async function counter(): Promise<number> {
  return (await probe.testDatabase.sql<{ failures: number }>("select failures from auth.sign_in_attempt where key = 'counter'"))[0]!.failures;
}

const codeOf = (call: Promise<unknown>): Promise<string> => call.then(() => 'none', (error: unknown) => fromGrpcError(error).code);

describe('an Idempotency-Key', () => {
  it('gives the same answer again without doing it again', async () => {
    const key = newId();
    const first = await write('one', key);
    const before = await counter();
    expect(await write('one', key)).toBe(first);
    expect(await counter()).toBe(before);
  });

  it('makes the second of two at once wait for the first', async () => {
    const key = newId();
    const before = await counter();
    const answers = await Promise.all([write('both', key), write('both', key), write('both', key)]);
    expect(new Set(answers).size).toBe(1);
    expect(await counter()).toBe(before + 1);
  });

  it('is refused for another request', async () => {
    const key = newId();
    await write('one', key);
    expect(await codeOf(write('two', key))).toBe('IDEMPOTENCY_KEY_REUSED');
  });

  it('belongs to one person in one workspace', async () => {
    const key = newId();
    const answers = [await write('x', key), await write('x', key, { ...person, userId: newId() }), await write('x', key, { ...person, workspaceId: newId() })];
    expect(new Set(answers).size).toBe(3);
  });

  it('is asked for the rights of now when the role has changed: refused without them, else the first answer, and nothing is done twice', async () => {
    const key = newId();
    const first = await write('role', key, { ...person, role: 'member' });
    const before = await counter();
    probe.behaviour.write = ((run) => async (request) => {
      if (currentActor().role === 'viewer') throw new ForbiddenError();
      return run(request);
    })(probe.behaviour.write);
    expect(await codeOf(write('role', key, { ...person, role: 'viewer' }))).toBe('FORBIDDEN');
    expect(await write('role', key, { ...person, role: 'admin' })).toBe(first);
    expect(await write('role', key, { ...person, role: 'member' })).toBe(first);
    expect(await codeOf(write('role', key, { ...person, role: 'viewer' }))).toBe('FORBIDDEN');
    expect(await counter()).toBe(before);
  });

  it('leaves nothing of a write that failed, so that it can be tried again', async () => {
    const key = newId();
    const before = await counter();
    expect(await codeOf(write('fail', key))).toBe('NOT_TODAY');
    expect(await counter()).toBe(before);
    await expect(write('now', key)).resolves.toMatch(/^now/);
  });

  it('ends after 24 hours', async () => {
    const key = newId();
    const first = await write('daily', key);
    await probe.testDatabase.sql("update auth.idempotency_key set created_at = now() - interval '25 hours' where key = $1", [key]);
    expect(await write('daily', key)).not.toBe(first);
  });

  it('is not needed', async () => {
    const token = await probe.tokens.sign(person);
    const call = async (): Promise<string> => (await probe.client(UserServiceService).updateUser({ name: 'free' }, { token })).user!.name;
    expect(await call()).not.toBe(await call());
  });
});
