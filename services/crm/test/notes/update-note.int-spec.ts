import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RecordKind, RecordServiceService } from '@crm-vision/proto/crm_vision/crm/records/v1/records';
import { person, type Person, refusal } from '../testing.js';
import { type NotesStage, startNotes } from './notes-stage.js';

let crm: NotesStage['crm'];
let ada: NotesStage['ada'];
let notes: NotesStage['notes'];
let write: NotesStage['write'];

beforeAll(async () => {
  ({ crm, ada, notes, write } = await startNotes());
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
