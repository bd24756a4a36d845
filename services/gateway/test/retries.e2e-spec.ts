import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Route } from '../src/http/route.js';
import { routes } from '../src/routes.js';
import { textFields } from './generated/nasty-texts.js';
import { addressOf, type Sample, sampleOf, withValue } from './generated/samples.js';
import { buildWorld, type World } from './generated/world.js';
import type { Reply } from './stack/http.js';
import { invite, newEmail, PASSWORD, Person, signUp, tokenOf } from './stack/person.js';
import { type Stack, startStack } from './stack/stack.js';

let stack: Stack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack.stop());

/** What makes the sample of a route one that succeeds. */
const prepared: Readonly<Record<string, (sample: Sample, world: World) => Promise<Sample>>> = {
  signUp: (sample) => Promise.resolve({ ...sample, body: { ...(sample.body as object), email: newEmail() } }),
  signIn: (sample, { person }) => Promise.resolve({ ...sample, body: { email: person.email, password: PASSWORD } }),
  createInvitation: (sample) => Promise.resolve({ ...sample, body: { email: newEmail(), role: 'member' } }),
  createTask: (sample, { ids }) => Promise.resolve({ ...sample, body: { subject: 'Call', links: [{ kind: 'contact', id: ids.contact }] } }),
  createNote: (sample, { ids }) => Promise.resolve({ ...sample, body: { record: { kind: 'contact', id: ids.contact }, body: '<p>Hello</p>' } }),
  createPipeline: (sample) => Promise.resolve({ ...sample, body: { name: 'Partners' } }),
  acceptInvitation: async (sample, { person }) => {
    const { link } = (await person.post('/api/v1/invitations', { email: newEmail(), role: 'member' })).json<{ link: string }>();
    return { ...sample, body: { token: tokenOf(link), name: 'Grace', password: PASSWORD } };
  },
};

/** A second sign-out, or change of the password, has no session any more that it could come with. */
const posts = routes.filter(({ method, id }) => method === 'POST' && id !== 'signOut' && id !== 'changePassword');
const succeeded = new Set<string>();
const failed = new Map<string, string>();

async function ask(route: Route, person: Person, sample: Sample, key: string): Promise<Reply> {
  return person.at(person.origin).call('POST', addressOf(route, sample), sample.body, { 'Idempotency-Key': key });
}

describe.each(posts.map((route) => [route.id, route] as const))('%s', (id, route) => {
  it('gives the first answer again to the same key and body, and refuses the key for another body', async () => {
    const owner = await signUp(stack.origin);
    const world = await buildWorld(owner, 'Own');
    const sample = await (prepared[id]?.(sampleOf(route, world), world) ?? sampleOf(route, world));
    const caller = route.access === 'public' ? new Person(stack.origin) : owner;
    const key = crypto.randomUUID();
    const first = await ask(route, caller, sample, key);
    if (first.status >= 300) return void failed.set(id, first.text);
    succeeded.add(id);
    const again = await ask(route, caller, sample, key);
    expect([again.status, again.text, again.headers['set-cookie'], again.headers['location'], again.headers['change-set-id']])
      .toEqual([first.status, first.text, first.headers['set-cookie'], first.headers['location'], first.headers['change-set-id']]);
    const [text] = textFields(route).filter((field) => !['email', 'amount', 'currency', 'title'].includes(field.split('.').at(-1) ?? ''));
    if (text === undefined) return;
    const other = await ask(route, caller, { ...sample, body: withValue(sample.body, text, 'another text') }, key);
    if (other.status !== 400) expect(other.json()).toMatchObject({ status: 422, code: 'IDEMPOTENCY_KEY_REUSED' });
  });
});

it('the first answer is given again only to who may still do it', async () => {
  const owner = await signUp(stack.origin);
  const member = await invite(owner, 'member');
  const key = { 'Idempotency-Key': crypto.randomUUID() };
  const create = () => member.post('/api/v1/companies', { name: 'Retried' }, key);
  const first = await create();
  expect(first.status).toBe(201);
  const become = async (role: string) => expect((await owner.patch(`/api/v1/members/${member.userId}`, { role })).status).toBe(200);
  await become('viewer');
  expect((await create()).json()).toMatchObject({ status: 403 });
  await become('admin');
  expect((await create()).text).toBe(first.text);
  expect((await owner.get('/api/v1/companies')).json<{ items: { name: string }[] }>().items.filter(({ name }) => name === 'Retried')).toHaveLength(1);
});

it('most of them were seen to succeed, those with a secret in the answer among them', () => {
  expect([...failed].filter(([name]) => name.startsWith('create'))).toEqual([]);
  expect([...succeeded]).toEqual(expect.arrayContaining(['signUp', 'signIn', 'createInvitation', 'acceptInvitation', 'createCompany', 'createDeal', 'createNote', 'createTask', 'createPipeline']));
  expect(succeeded.size).toBeGreaterThan(posts.length * 0.6);
});
