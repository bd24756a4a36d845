import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { GrpcClient } from '@crm-vision/common/grpc';
import { CompanyServiceService } from '@crm-vision/proto/crm_vision/crm/companies/v1/companies';
import { type Note, NoteServiceService } from '@crm-vision/proto/crm_vision/crm/notes/v1/notes';
import { RecordKind, type RecordRef, RecordServiceService } from '@crm-vision/proto/crm_vision/crm/records/v1/records';
import { companyInput } from '../companies/company-input.js';
import { person, type Person, refusal, startCrm, type TestCrm } from '../testing.js';

let crm: TestCrm;
let ada: Person;
let notes: GrpcClient<typeof NoteServiceService>;
let acme: RecordRef;

const newCompany = async (who: Person): Promise<RecordRef> => {
  const { company } = await crm.client(CompanyServiceService).createCompany({ input: companyInput({ name: 'Acme' }) }, who);
  return { kind: RecordKind.RECORD_KIND_COMPANY, id: company!.id, title: 'Acme' };
};
const write = async (body: string, more: { record?: RecordRef; pinned?: boolean; who?: Person } = {}): Promise<Note> =>
  (await notes.createNote({ record: more.record ?? acme, body, pinned: more.pinned ?? false }, more.who ?? ada)).note!;

beforeAll(async () => {
  crm = await startCrm();
  ada = await person(crm);
  notes = crm.client(NoteServiceService);
  acme = await newCompany(ada);
});
afterAll(() => crm.stop());

describe('CreateNote', () => {
  it('keeps what is allowed, names the mentioned, and shows on the timeline of the record', async () => {
    const note = await write(`<p onclick="x()">Hello <span data-mention="${ada.userId}">@Ada</span><script>alert(1)</script> &amp; all</p>`);
    expect(note).toMatchObject({ body: `<p>Hello <span data-mention="${ada.userId}">@Ada</span> &amp; all</p>`, mentions: [ada.userId], record: acme, pinned: false, createdBy: ada.userId, version: 1 });
    expect(await notes.getNote({ id: note.id }, ada)).toEqual({ note });
    expect(await crm.testDatabase.sql('select kind, payload from crm.timeline_event where record_id = $1 and subject_id = $2', [acme.id, note.id])).toEqual([{ kind: 'note', payload: { excerpt: 'Hello @Ada & all' } }]);
    expect(await crm.testDatabase.sql('select topic from crm.outbox_event where record_id = $1', [note.id])).toEqual([{ topic: 'note.created' }]);
  });

  it('refuses a note without text, and one on a record that does not exist here', async () => {
    await expect(write('<p> </p><img src=x>')).rejects.toMatchObject({ kind: 'invalid', fields: [expect.objectContaining({ field: 'body', code: 'NOTE_EMPTY' })] });
    await expect(write('<p>a</p>', { who: await person(crm) })).rejects.toEqual(refusal('invalid', 'LINKED_RECORD_NOT_FOUND', 'record.id'));
    await expect(notes.createNote({ record: undefined, body: 'a', pinned: false }, ada)).rejects.toEqual(refusal('invalid', 'INVALID_ARGUMENT', 'record'));
    await expect(write('<p>a</p>', { who: await person(crm, { workspaceId: ada.workspaceId, role: 'viewer' }) })).rejects.toEqual(refusal('forbidden', 'FORBIDDEN'));
  });
});

describe('ListNotes', () => {
  it('answers the pinned ones first, then the newest, page by page', async () => {
    const record = await newCompany(ada);
    for (const [body, pinned] of [['one', false], ['two', true], ['three', false], ['four', false]] as const) await write(body, { record, pinned });
    const first = await notes.listNotes({ record, limit: 2, cursor: '' }, ada);
    const second = await notes.listNotes({ record, limit: 2, cursor: first.nextCursor }, ada);
    expect([...first.notes, ...second.notes].map(({ body }) => body)).toEqual(['two', 'four', 'three', 'one']);
    expect(second.nextCursor).toBe('');
    expect((await notes.listNotes({ record: undefined, limit: 1, cursor: '' }, ada)).notes.map(({ body }) => body)).toEqual(['four']);
    expect((await notes.listNotes({ record, limit: 0, cursor: '' }, await person(crm))).notes).toEqual([]);
    await expect(notes.listNotes({ record: acme, limit: 2, cursor: first.nextCursor }, ada)).rejects.toEqual(refusal('invalid', 'INVALID_CURSOR', 'cursor'));
  });
});

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
