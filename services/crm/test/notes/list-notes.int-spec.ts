import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { person, refusal } from '../testing.js';
import { newCompany } from './new-company.js';
import { type NotesStage, startNotes } from './notes-stage.js';

let crm: NotesStage['crm'];
let ada: NotesStage['ada'];
let notes: NotesStage['notes'];
let acme: NotesStage['acme'];
let write: NotesStage['write'];

beforeAll(async () => {
  ({ crm, ada, notes, acme, write } = await startNotes());
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
