import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { GrpcClient } from '@crm-vision/common/grpc';
import { type Note, NoteServiceService } from '@crm-vision/proto/crm_vision/crm/notes/v1/notes';
import { RecordKind, type RecordRef, RecordServiceService } from '@crm-vision/proto/crm_vision/crm/records/v1/records';
import { person, type Person, refusal, startCrm, type TestCrm } from '../testing.js';
import { newCompany } from './new-company.js';

let crm: TestCrm;
let ada: Person;
let notes: GrpcClient<typeof NoteServiceService>;
let acme: RecordRef;

const write = async (body: string, more: { record?: RecordRef; pinned?: boolean; who?: Person } = {}): Promise<Note> =>
  (await notes.createNote({ record: more.record ?? acme, body, pinned: more.pinned ?? false }, more.who ?? ada)).note!;

beforeAll(async () => {
  crm = await startCrm();
  ada = await person(crm);
  notes = crm.client(NoteServiceService);
  acme = await newCompany(crm, ada);
});
afterAll(() => crm.stop());

describe('UpdateNote', () => {
  it('is for the author, owners and admins', async () => {
    const bob = await person(crm, { workspaceId: ada.workspaceId, role: 'member' });
    const carl = await person(crm, { workspaceId: ada.workspaceId, role: 'member' });
    const note = await write('by Bob', { who: bob });
    const update = (who: Person, version: number, body: string) => notes.updateNote({ id: note.id, version, body, pinned: undefined }, who);
    await expect(update(carl, 1, 'by Carl')).rejects.toEqual(refusal('forbidden', 'FORBIDDEN'));
    await expect(crm.client(RecordServiceService).deleteRecords({ kind: RecordKind.RECORD_KIND_NOTE, ids: [note.id] }, carl)).rejects.toEqual(refusal('forbidden', 'FORBIDDEN'));
    expect((await update(bob, 1, 'by Bob again')).note).toMatchObject({ body: 'by Bob again', version: 2 });
    expect((await update(ada, 2, 'by the owner')).note).toMatchObject({ updatedBy: ada.userId, version: 3 });
    await expect(update(bob, 2, 'late')).rejects.toMatchObject({ code: 'STALE_VERSION', details: { current: expect.stringContaining('by the owner') } });
    await expect(update(await person(crm), 3, 'x')).rejects.toEqual(refusal('notFound', 'NOTE_NOT_FOUND'));
  });

  it('pins alone, and goes to the bin by its words', async () => {
    const note = await write('<p>Price &lt; 5 &amp; more</p>');
    expect((await notes.updateNote({ id: note.id, version: 1, body: undefined, pinned: true }, ada)).note).toMatchObject({ pinned: true, body: note.body });
    await crm.client(RecordServiceService).deleteRecords({ kind: RecordKind.RECORD_KIND_NOTE, ids: [note.id] }, ada);
    const { entries } = await crm.client(RecordServiceService).listBin({ kind: RecordKind.RECORD_KIND_NOTE, limit: 0, cursor: '' }, ada);
    expect(entries.map(({ record }) => record?.title)).toEqual(['Price < 5 & more']);
  });
});
