import { randomUUID } from 'node:crypto';
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

  it('takes a note back as it was served, however it grew', async () => {
    const note = await write('&'.repeat(20_000));
    expect(note.body).toHaveLength(100_000);
    expect((await notes.updateNote({ id: note.id, version: 1, body: note.body, pinned: true }, ada)).note).toMatchObject({ body: note.body, pinned: true, version: 2 });
    await expect(notes.updateNote({ id: note.id, version: 2, body: `${note.body}x`, pinned: undefined }, ada)).rejects.toMatchObject({ fields: [expect.objectContaining({ field: 'body', code: 'TOO_LONG' })] });
    await crm.testDatabase.sql(`update crm.note set body = body || body where id = $1`, [note.id]);
    expect((await notes.updateNote({ id: note.id, version: 2, body: note.body + note.body, pinned: false }, ada)).note).toMatchObject({ pinned: false, version: 3 });
  });

  it('goes on mentioning somebody who has left, and drops ids of strangers', async () => {
    const bob = await person(crm, { workspaceId: ada.workspaceId });
    const stranger = { userId: randomUUID() };
    const mention = (id: string, name: string) => `<span data-mention="${id}">@${name}</span>`;
    const note = await write(`<p>${mention(bob.userId, 'Bob')}</p>`);
    crm.members.delete(bob.userId);
    const updated = await notes.updateNote({ id: note.id, version: 1, body: `<p>${mention(bob.userId, 'Bob')} ${mention(stranger.userId, 'Eve')}</p>`, pinned: undefined }, ada);
    expect(updated.note).toMatchObject({ mentions: [bob.userId], body: `<p>${mention(bob.userId, 'Bob')} <span>@Eve</span></p>` });
  });

  it('pins alone, and goes to the bin by its words', async () => {
    const note = await write('<p>Price &lt; 5 &amp; more</p>');
    expect((await notes.updateNote({ id: note.id, version: 1, body: undefined, pinned: true }, ada)).note).toMatchObject({ pinned: true, body: note.body });
    await crm.client(RecordServiceService).deleteRecords({ kind: RecordKind.RECORD_KIND_NOTE, ids: [note.id] }, ada);
    const { entries } = await crm.client(RecordServiceService).listBin({ kind: RecordKind.RECORD_KIND_NOTE, limit: 0, cursor: '' }, ada);
    expect(entries.map(({ record }) => record?.title)).toEqual(['Price < 5 & more']);
  });
});
