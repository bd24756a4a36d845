import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { GrpcClient } from '@crm-vision/common/grpc';
import { ContactServiceService } from '@crm-vision/proto/crm_vision/crm/contacts/v1/contacts';
import { RecordKind, RecordServiceService } from '@crm-vision/proto/crm_vision/crm/records/v1/records';
import { contactInput } from '../contacts/contact-input.js';
import { person, type Person, refusal, startCrm, type TestCrm } from '../testing.js';

const kind = RecordKind.RECORD_KIND_CONTACT;
let crm: TestCrm;
let ada: Person;
let contacts: GrpcClient<typeof ContactServiceService>;
let records: GrpcClient<typeof RecordServiceService>;
const add = async (lastName: string, who = ada) => (await contacts.createContact({ input: contactInput({ lastName }) }, who)).contact!.id;

beforeAll(async () => {
  crm = await startCrm();
  ada = await person(crm, { role: 'member' });
  contacts = crm.client(ContactServiceService);
  records = crm.client(RecordServiceService);
});
afterAll(() => crm.stop());

describe('OK', () => {
  it('moves many to the bin as one change set, and leaves out what does not exist for the caller', async () => {
    const ids = [await add('One'), await add('Two')];
    const foreign = await add('Foreign', await person(crm));
    const deleted = await records.deleteRecords({ kind, ids: [...ids, ids[0]!, randomUUID(), foreign] }, ada);
    expect(deleted).toMatchObject({ changed: 2, skipped: 2 });
    for (const id of ids) expect((await contacts.getContact({ id }, ada)).contact).toMatchObject({ deletedAt: expect.any(String), version: 2 });
    expect(await crm.testDatabase.sql('select deleted_at from crm.contact where id = $1', [foreign])).toEqual([{ deleted_at: null }]);
    expect((await crm.testDatabase.sql('select 1 from crm.audit_entry where change_set_id = $1', [deleted.changeSetId]))).toHaveLength(2);
  });

  it('takes 500 at once', async () => {
    const ids = (await crm.testDatabase.sql<{ id: string }>(`with ws as (select set_config('app.workspace_id', $1, true)) insert into crm.contact (workspace_id, id, last_name, created_by, updated_by)
      select $1::uuid, gen_random_uuid(), 'Bulk ' || n, $2::uuid, $2::uuid from ws, generate_series(1, 500) n returning id`, [ada.workspaceId, ada.userId])).map(({ id }) => id);
    const { changeSetId, changed } = await records.deleteRecords({ kind, ids }, ada);
    expect(changed).toBe(500);
    expect(await records.undoChangeSet({ id: changeSetId }, ada)).toMatchObject({ reverted: 500, kept: [] });
  });
});

describe('NOT_FOUND', () => {
  it('for a single one that does not exist, is of another workspace, or is in the bin already', async () => {
    const missing = refusal('notFound', 'CONTACT_NOT_FOUND');
    const id = await add('Three');
    await expect(records.deleteRecords({ kind, ids: [randomUUID()] }, ada)).rejects.toEqual(missing);
    await expect(records.deleteRecords({ kind, ids: [id] }, await person(crm))).rejects.toEqual(missing);
    await records.deleteRecords({ kind, ids: [id] }, ada);
    await expect(records.deleteRecords({ kind, ids: [id] }, ada)).rejects.toEqual(missing);
  });
});

describe('INVALID_ARGUMENT', () => {
  it('names the field', async () => {
    await expect(records.deleteRecords({ kind, ids: [] }, ada)).rejects.toEqual(refusal('invalid', 'INVALID_ARGUMENT', 'ids'));
    await expect(records.deleteRecords({ kind, ids: Array.from({ length: 501 }, () => randomUUID()) }, ada)).rejects.toEqual(refusal('invalid', 'INVALID_ARGUMENT', 'ids'));
    await expect(records.deleteRecords({ kind, ids: ['x'] }, ada)).rejects.toEqual(refusal('invalid', 'INVALID_ARGUMENT', 'ids[0]'));
    await expect(records.deleteRecords({ kind: RecordKind.RECORD_KIND_UNSPECIFIED, ids: [randomUUID()] }, ada)).rejects.toEqual(refusal('invalid', 'INVALID_ARGUMENT', 'kind'));
  });
});

describe('PERMISSION_DENIED', () => {
  it('refuses a viewer', async () => {
    const id = await add('Four');
    await expect(records.deleteRecords({ kind, ids: [id] }, await person(crm, { workspaceId: ada.workspaceId, role: 'viewer' }))).rejects.toEqual(refusal('forbidden', 'FORBIDDEN'));
  });
});
