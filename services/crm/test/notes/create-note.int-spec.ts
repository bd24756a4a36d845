import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { person, refusal } from '../testing.js';
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

describe('CreateNote', () => {
  it('keeps what is allowed, names the mentioned, and shows on the timeline of the record', async () => {
    const note = await write(`<p onclick="x()">Hello <span data-mention="${ada.userId}">@Ada</span><script>alert(1)</script> &amp; all</p>`);
    expect(note).toMatchObject({ body: `<p>Hello <span data-mention="${ada.userId}">@Ada</span> &amp; all</p>`, mentions: [ada.userId], record: acme, pinned: false, createdBy: ada.userId, version: 1 });
    expect(await notes.getNote({ id: note.id }, ada)).toEqual({ note });
    expect(await crm.testDatabase.sql('select kind, payload from crm.timeline_event where record_id = $1 and subject_id = $2', [acme.id, note.id])).toEqual([{ kind: 'note', payload: { excerpt: 'Hello @Ada & all' } }]);
    expect(await crm.testDatabase.sql('select topic from crm.outbox_event where record_id = $1', [note.id])).toEqual([{ topic: 'note.created' }]);
  });

  it('mentions people of the workspace alone; any other id leaves its words', async () => {
    const bob = await person(crm, { workspaceId: ada.workspaceId });
    const stranger = { userId: randomUUID() };
    const note = await write(`<p><span data-mention="${bob.userId}">@Bob</span> <span data-mention="${stranger.userId}">@Eve</span></p>`);
    expect(note).toMatchObject({ body: `<p><span data-mention="${bob.userId}">@Bob</span> <span>@Eve</span></p>`, mentions: [bob.userId] });
  });

  it('keeps the cells of a pasted table apart, also on the timeline', async () => {
    const note = await write('<table><tr><td>Item</td><td>Price</td></tr><tr><td>Seats</td><td>100</td></tr></table>');
    expect(note.body).toBe('<p>Item | Price</p><p>Seats | 100</p>');
    expect(await crm.testDatabase.sql('select payload from crm.timeline_event where subject_id = $1', [note.id])).toEqual([{ payload: { excerpt: 'Item | Price Seats | 100' } }]);
  });

  it('refuses a note without text, and one on a record that does not exist here', async () => {
    await expect(write('<p> </p><img src=x>')).rejects.toMatchObject({ kind: 'invalid', fields: [expect.objectContaining({ field: 'body', code: 'NOTE_EMPTY' })] });
    await expect(write('<p>a</p>', { who: await person(crm) })).rejects.toEqual(refusal('invalid', 'LINKED_RECORD_NOT_FOUND', 'record.id'));
    await expect(notes.createNote({ record: undefined, body: 'a', pinned: false }, ada)).rejects.toEqual(refusal('invalid', 'INVALID_ARGUMENT', 'record'));
    await expect(write('<p>a</p>', { who: await person(crm, { workspaceId: ada.workspaceId, role: 'viewer' }) })).rejects.toEqual(refusal('forbidden', 'FORBIDDEN'));
  });
});
