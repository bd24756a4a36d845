import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { GrpcClient } from '@crm-vision/common/grpc';
import { ContactServiceService } from '@crm-vision/proto/crm_vision/crm/contacts/v1/contacts';
import { RecordKind, RecordServiceService } from '@crm-vision/proto/crm_vision/crm/records/v1/records';
import { person, type Person, refusal, startCrm, type TestCrm } from '../testing.js';
import { contactInput, emails } from './contact-input.js';

let crm: TestCrm;
let ada: Person;
let contacts: GrpcClient<typeof ContactServiceService>;
const create = async (input: Parameters<typeof contactInput>[0]) => (await contacts.createContact({ input: contactInput(input) }, ada)).contact!;
const update = (id: string, version: number, input: Parameters<typeof contactInput>[0], who = ada) => contacts.updateContact({ id, version, input: contactInput(input) }, who);

beforeAll(async () => {
  crm = await startCrm();
  ada = await person(crm);
  contacts = crm.client(ContactServiceService);
});
afterAll(() => crm.stop());

describe('OK', () => {
  it('changes what is given, empties what is to be cleared, and leaves the rest', async () => {
    const before = await create({ firstName: 'Ada', lastName: 'Byron', title: 'CTO', source: 'fair' });
    const { contact } = await update(before.id, 1, { lastName: 'Lovelace', clear: ['title'] });
    expect(contact).toMatchObject({ firstName: 'Ada', lastName: 'Lovelace', source: 'fair', version: 2, createdAt: before.createdAt, updatedBy: ada.userId });
    expect(contact?.title).toBeUndefined();
  });

  it('tells the timeline each field from and to', async () => {
    const { id } = await create({ lastName: 'Byron' });
    await update(id, 1, { lastName: 'Lovelace', doNotContact: true });
    expect(await crm.testDatabase.sql(`select payload from crm.timeline_event where record_id = $1 and kind = 'updated'`, [id])).toEqual([
      { payload: { fields: { lastName: { from: 'Byron', to: 'Lovelace' }, doNotContact: { from: false, to: true } } } },
    ]);
  });

  it('writes nothing when nothing differs', async () => {
    const { id } = await create({ lastName: 'Same', emails: emails('same@x.example') });
    expect(await update(id, 1, { lastName: ' Same ', emails: emails('SAME@x.example') })).toMatchObject({ contact: { version: 1 }, changeSetId: '' });
  });

  it('keeps its own emails without a clash', async () => {
    const { id } = await create({ lastName: 'Own', emails: emails('own@x.example') });
    expect((await update(id, 1, { emails: emails('second@x.example', 'own@x.example') })).contact?.emails.map(({ email }) => email)).toEqual(['second@x.example', 'own@x.example']);
  });
});

describe('ABORTED', () => {
  it('returns the record as it is now to who comes second', async () => {
    const bob = await person(crm, { workspaceId: ada.workspaceId, role: 'member' });
    const { id } = await create({ lastName: 'Twice' });
    await update(id, 1, { title: 'CEO' }, bob);
    const refused = await update(id, 1, { title: 'CTO' }).catch((error: unknown) => error as { kind: string; code: string; details: { current: string } });
    expect(refused).toMatchObject({ kind: 'staleVersion', code: 'STALE_VERSION' });
    expect(JSON.parse((refused as { details: { current: string } }).details.current)).toEqual((await contacts.getContact({ id }, ada)).contact);
  });

  it('lets one of several at once win', async () => {
    const { id } = await create({ lastName: 'Raced' });
    const results = await Promise.allSettled([1, 2, 3, 4].map((n) => update(id, 1, { title: `T${n}` })));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await contacts.getContact({ id }, ada)).contact?.version).toBe(2);
  });
});

describe('NOT_FOUND', () => {
  it('for nobody, for one of another workspace, and for one in the bin', async () => {
    const { id } = await create({ lastName: 'Hidden' });
    const missing = refusal('notFound', 'CONTACT_NOT_FOUND');
    await expect(update(randomUUID(), 1, { title: 'x' })).rejects.toEqual(missing);
    await expect(update(id, 1, { title: 'x' }, await person(crm))).rejects.toEqual(missing);
    await expect(contacts.getContact({ id }, await person(crm))).rejects.toEqual(missing);
    await crm.client(RecordServiceService).deleteRecords({ kind: RecordKind.RECORD_KIND_CONTACT, ids: [id] }, ada);
    await expect(update(id, 2, { title: 'x' })).rejects.toEqual(missing);
    expect((await contacts.getContact({ id }, ada)).contact?.deletedAt).toBeDefined();
  });
});

describe('INVALID_ARGUMENT', () => {
  it('leaves nobody without a name', async () => {
    const { id } = await create({ lastName: 'Named' });
    await expect(update(id, 1, { clear: ['lastName'] })).rejects.toEqual(refusal('invalid', 'INVALID_ARGUMENT', 'lastName'));
    await expect(update('x', 1, {})).rejects.toEqual(refusal('invalid', 'INVALID_ARGUMENT', 'id'));
  });
});

describe('ALREADY_EXISTS', () => {
  it('refuses the email of another', async () => {
    await create({ lastName: 'Has', emails: emails('has@x.example') });
    const { id } = await create({ lastName: 'Wants' });
    await expect(update(id, 1, { emails: emails('has@x.example') })).rejects.toEqual(refusal('alreadyExists', 'EMAIL_TAKEN', 'emails'));
  });
});

describe('PERMISSION_DENIED', () => {
  it('refuses a viewer', async () => {
    const { id } = await create({ lastName: 'Safe' });
    await expect(update(id, 1, { title: 'x' }, await person(crm, { workspaceId: ada.workspaceId, role: 'viewer' }))).rejects.toEqual(refusal('forbidden', 'FORBIDDEN'));
  });
});
