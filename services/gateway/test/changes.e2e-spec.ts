import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openEvents } from './stack/event-reader.js';
import { invite, type Person, signUp } from './stack/person.js';
import { type Stack, startStack } from './stack/stack.js';

interface Deal { id: string; version: number; stageId: string; pipelineId: string }
let stack: Stack;
let owner: Person;
let colleague: Person;
beforeAll(async () => {
  stack = await startStack({ gateways: 2, worker: true });
  owner = await signUp(stack.origin);
  colleague = (await invite(owner, 'viewer')).at(stack.origins[1] ?? '');
});
afterAll(() => stack.stop());

it("a colleague's open board hears of a move within two seconds, on either gateway", async () => {
  const deal = (await owner.post('/api/v1/deals', { name: 'Moves' })).json<Deal>();
  const { stages } = (await owner.get(`/api/v1/pipelines/${deal.pipelineId}`)).json<{ stages: { id: string }[] }>();
  const streams = await Promise.all([openEvents(owner), openEvents(colleague)]);
  await Promise.all(streams.map((stream) => stream.find(({ event, data }) => event === 'status' && data['live'] === true)));
  const moved = await owner.post(`/api/v1/deals/${deal.id}/move`, { stageId: stages[1]?.id, version: deal.version });
  for (const stream of streams) {
    const { data } = await stream.find(({ event, data: change }) => event === 'change' && change['version'] === 2, 2000);
    expect(data).toMatchObject({ type: 'deal.moved', kind: 'deal', recordId: deal.id, version: 2, actorId: owner.userId, changeSetId: moved.headers['change-set-id'] });
    stream.close();
  }
});

it('an undo says which change it takes back, to every tab that may still offer to', async () => {
  const streams = await Promise.all([openEvents(owner), openEvents(colleague)]);
  await Promise.all(streams.map((stream) => stream.find(({ event, data }) => event === 'status' && data['live'] === true)));
  const added = (await owner.post('/api/v1/companies', { name: 'Not for long' })).headers['change-set-id'];
  const undone = (await owner.post(`/api/v1/change-sets/${String(added)}/undo`)).headers['change-set-id'];
  for (const stream of streams) {
    expect((await stream.find(({ data }) => data['changeSetId'] === added)).data).toMatchObject({ type: 'company.created', undoes: null });
    expect((await stream.find(({ data }) => data['changeSetId'] === undone)).data).toMatchObject({ type: 'company.deleted', undoes: added });
    stream.close();
  }
});

it('every kind of record tells of its changes, also of many at once', async () => {
  const stream = await openEvents(colleague);
  const contact = (await owner.post('/api/v1/contacts', { firstName: 'Ada' })).json<{ id: string }>();
  const record = { kind: 'contact', id: contact.id };
  await owner.post('/api/v1/companies', { name: 'Acme' });
  await owner.post('/api/v1/tasks', { subject: 'Call', links: [record] });
  await owner.post('/api/v1/notes', { record, body: 'Hello' });
  await owner.post('/api/v1/pipelines', { name: 'Renewals' });
  await owner.post('/api/v1/contacts/bulk-delete', { ids: [contact.id] });
  for (const kind of ['contact', 'company', 'task', 'note', 'pipeline']) await stream.find(({ event, data }) => event === 'change' && data['kind'] === kind);
  await stream.find(({ data }) => data['recordId'] === contact.id && data['version'] === 2);
  stream.close();
});
