import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { GrpcClient } from '@crm-vision/common/grpc';
import { CompanyServiceService } from '@crm-vision/proto/crm_vision/crm/companies/v1/companies';
import { type Contact, ContactServiceService } from '@crm-vision/proto/crm_vision/crm/contacts/v1/contacts';
import { RecordKind, RecordServiceService } from '@crm-vision/proto/crm_vision/crm/records/v1/records';
import { companyInput } from '../companies/company-input.js';
import { contactInput, emails } from '../contacts/contact-input.js';
import { person, type Person, refusal, startCrm, type TestCrm } from '../testing.js';

const kind = RecordKind.RECORD_KIND_CONTACT;
let crm: TestCrm;
let ada: Person;
let contacts: GrpcClient<typeof ContactServiceService>;
let records: GrpcClient<typeof RecordServiceService>;

async function add(lastName: string, email?: string): Promise<{ contact: Contact; changeSetId: string }> {
  const { contact, changeSetId } = await contacts.createContact({ input: contactInput({ lastName, ...(email && { emails: emails(email) }) }) }, ada);
  return { contact: contact!, changeSetId };
}
const read = async (id: string): Promise<Contact> => (await contacts.getContact({ id }, ada)).contact!;
const undo = (id: string, who = ada) => records.undoChangeSet({ id }, who);

beforeAll(async () => {
  crm = await startCrm();
  ada = await person(crm, { role: 'member' });
  contacts = crm.client(ContactServiceService);
  records = crm.client(RecordServiceService);
});
afterAll(() => crm.stop());

describe('OK', () => {
  it('takes an edit back, and redoes it', async () => {
    const { contact } = await add('Byron');
    const edit = await contacts.updateContact({ id: contact.id, version: 1, input: contactInput({ lastName: 'Lovelace', title: 'Countess', emails: emails('ada@engine.example') }) }, ada);
    const undone = await undo(edit.changeSetId);
    expect(undone).toMatchObject({ reverted: 1, kept: [] });
    const before = await read(contact.id);
    expect(before).toMatchObject({ lastName: 'Byron', emails: [], version: 3 });
    expect(before.title).toBeUndefined();
    await undo(undone.changeSetId);
    expect(await read(contact.id)).toMatchObject({ lastName: 'Lovelace', title: 'Countess', emails: [expect.objectContaining({ email: 'ada@engine.example' })], version: 4 });
  });

  it('takes a creation back into the bin, and redoes it', async () => {
    const { contact, changeSetId } = await add('Ephemeral', 'ephemeral@x.example');
    const undone = await undo(changeSetId);
    expect((await read(contact.id)).deletedAt).toBeDefined();
    await undo(undone.changeSetId);
    expect((await read(contact.id)).deletedAt).toBeUndefined();
  });

  it('brings back what was deleted in bulk, without what was changed since, which it names', async () => {
    const made = await Promise.all(['One', 'Two', 'Three'].map((name) => add(name)));
    const ids = made.map(({ contact }) => contact.id);
    const deleted = await records.deleteRecords({ kind, ids }, ada);
    await records.restoreRecord({ kind, id: ids[1]! }, ada);
    const undone = await undo(deleted.changeSetId);
    expect(undone).toMatchObject({ reverted: 2, kept: [{ kind, id: ids[1], title: 'Two' }] });
    for (const id of ids) expect((await read(id)).deletedAt).toBeUndefined();
  });

  it('gives records back to their owners', async () => {
    const bob = await person(crm, { workspaceId: ada.workspaceId });
    const ids = await Promise.all(['Four', 'Five'].map(async (name) => (await add(name)).contact.id));
    const assigned = await records.assignRecords({ kind, ids, ownerId: bob.userId }, ada);
    expect((await undo(assigned.changeSetId)).reverted).toBe(2);
    for (const id of ids) expect((await read(id)).ownerId).toBe(ada.userId);
  });

  it('keeps a record whose email was taken meanwhile, and reverts the others', async () => {
    const [first, second] = [await add('Six', 'six@x.example'), await add('Seven')];
    const freed = await contacts.updateContact({ id: first.contact.id, version: 1, input: contactInput({ clear: ['emails'] }) }, ada);
    await contacts.updateContact({ id: second.contact.id, version: 1, input: contactInput({ emails: emails('six@x.example') }) }, ada);
    expect(await undo(freed.changeSetId)).toMatchObject({ changeSetId: '', reverted: 0, kept: [{ id: first.contact.id, title: 'Six' }] });
    expect((await read(first.contact.id)).emails).toEqual([]);
  });

  it('tells audit and timeline', async () => {
    const { contact } = await add('Eight');
    const { changeSetId } = await contacts.updateContact({ id: contact.id, version: 1, input: contactInput({ title: 'CEO' }) }, ada);
    const undone = await undo(changeSetId);
    expect(await crm.testDatabase.sql('select action, before, after from crm.audit_entry where change_set_id = $1', [undone.changeSetId])).toEqual([{ action: 'updated', before: { title: 'CEO' }, after: { title: null } }]);
    expect(await crm.testDatabase.sql('select undoes, kind from crm.change_set where id = $1', [undone.changeSetId])).toEqual([{ undoes: changeSetId, kind: 'undo' }]);
  });
});

describe('NOT_FOUND', () => {
  it('for a change of nobody, of a colleague, and of another workspace', async () => {
    const { changeSetId } = await add('Nine');
    const colleague = await person(crm, { workspaceId: ada.workspaceId, role: 'member' });
    const missing = refusal('notFound', 'CHANGE_SET_NOT_FOUND');
    await expect(undo('0192f0c1-7d2a-7b3c-9a51-2f4f6f0d8a11')).rejects.toEqual(missing);
    await expect(undo(changeSetId, colleague)).rejects.toEqual(missing);
    await expect(undo(changeSetId, await person(crm))).rejects.toEqual(missing);
    await expect(undo(changeSetId, await person(crm, { workspaceId: ada.workspaceId, role: 'admin' }))).resolves.toMatchObject({ reverted: 1 });
  });
});

describe('FAILED_PRECONDITION', () => {
  it('once only, also by two at once', async () => {
    const { changeSetId } = await add('Ten');
    const results = await Promise.allSettled([undo(changeSetId), undo(changeSetId)]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(undo(changeSetId)).rejects.toEqual(refusal('ruleBroken', 'CHANGE_SET_ALREADY_UNDONE'));
  });
});

describe('PERMISSION_DENIED', () => {
  it('refuses a viewer', async () => {
    const { changeSetId } = await add('Eleven');
    await expect(undo(changeSetId, await person(crm, { workspaceId: ada.workspaceId, role: 'viewer' }))).rejects.toEqual(refusal('forbidden', 'FORBIDDEN'));
  });
});

describe('a company that was deleted', () => {
  it('comes back with its contacts still on it', async () => {
    const { company } = await crm.client(CompanyServiceService).createCompany({ input: companyInput({ name: 'Engines', domain: 'engines.example' }) }, ada);
    const { contact } = await contacts.createContact({ input: contactInput({ lastName: 'Twelve', companyId: company?.id }) }, ada);
    const deleted = await records.deleteRecords({ kind: RecordKind.RECORD_KIND_COMPANY, ids: [company!.id] }, ada);
    const kept = await read(contact!.id);
    expect([kept.deletedAt, kept.companyId]).toEqual([undefined, company?.id]);
    await undo(deleted.changeSetId);
    const { company: back } = await crm.client(CompanyServiceService).getCompany({ id: company!.id }, ada);
    expect([back?.deletedAt, back?.contactCount]).toEqual([undefined, 1]);
  });
});
