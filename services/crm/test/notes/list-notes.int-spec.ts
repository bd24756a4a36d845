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
    const first = await notes.listNotes({ record, sort: [], limit: 2, cursor: '' }, ada);
    const second = await notes.listNotes({ record, sort: [], limit: 2, cursor: first.nextCursor }, ada);
    expect([...first.notes, ...second.notes].map(({ body }) => body)).toEqual(['two', 'four', 'three', 'one']);
    expect(second.nextCursor).toBe('');
    expect((await notes.listNotes({ record: undefined, sort: [], limit: 1, cursor: '' }, ada)).notes.map(({ body }) => body)).toEqual(['four']);
    expect((await notes.listNotes({ record, sort: [], limit: 0, cursor: '' }, await person(crm))).notes).toEqual([]);
    await expect(notes.listNotes({ record: acme, sort: [], limit: 2, cursor: first.nextCursor }, ada)).rejects.toEqual(refusal('invalid', 'INVALID_CURSOR', 'cursor'));
  });

  it('takes any order of its fields, page by page, with a cursor that is bound to it', async () => {
    const record = await newCompany(crm, ada);
    const made = [await write('one', { record }), await write('two', { record, pinned: true }), await write('three', { record })];
    await notes.updateNote({ id: made[0]!.id, version: 1, body: 'one again', pinned: undefined }, ada);
    const walk = async (...sort: { field: string; descending: boolean }[]) => {
      const bodies: string[] = [];
      for (let cursor = '', pages = 0; pages === 0 || cursor !== ''; pages += 1) {
        const page = await notes.listNotes({ record, sort, limit: 1, cursor }, ada);
        bodies.push(...page.notes.map(({ body }) => body));
        cursor = page.nextCursor;
      }
      return bodies;
    };
    const by = (field: string, descending = false) => ({ field, descending });
    expect(await walk(by('createdAt'))).toEqual(['one again', 'two', 'three']);
    expect(await walk(by('updatedAt', true))).toEqual(['one again', 'three', 'two']);
    expect(await walk(by('pinned'), by('createdAt', true))).toEqual(['three', 'one again', 'two']);
    const { nextCursor: cursor } = await notes.listNotes({ record, sort: [by('createdAt')], limit: 1, cursor: '' }, ada);
    await expect(notes.listNotes({ record, sort: [by('createdAt', true)], limit: 1, cursor }, ada)).rejects.toEqual(refusal('invalid', 'INVALID_CURSOR', 'cursor'));
    await expect(notes.listNotes({ record, sort: [by('body')], limit: 1, cursor: '' }, ada)).rejects.toEqual(refusal('invalid', 'INVALID_ARGUMENT', 'sort'));
  });
});
