import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { GrpcClient } from '@crm-vision/common/grpc';
import { type Note, NoteServiceService } from '@crm-vision/proto/crm_vision/crm/notes/v1/notes';
import type { RecordRef } from '@crm-vision/proto/crm_vision/crm/records/v1/records';
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

describe('ListNotes', () => {
  it('answers the pinned ones first, then the newest, page by page', async () => {
    const record = await newCompany(crm, ada);
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
