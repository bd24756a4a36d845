import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Role } from '@crm-vision/common/context';
import type { GrpcClient } from '@crm-vision/common/grpc';
import type { Note } from '@crm-vision/proto/crm_vision/crm/notes/v1/notes';
import { RecordKind, RecordServiceService } from '@crm-vision/proto/crm_vision/crm/records/v1/records';
import { person, type Person } from '../testing.js';
import { type NotesStage, startNotes } from './notes-stage.js';

/** Who meets the note: its author in that role, or somebody else. */
type Reader = `${Role}${'' | ' who wrote it'}`;
type Verb = 'read' | 'list' | 'edit' | 'pin' | 'delete' | 'restore' | 'undo its deletion';
type State = 'live' | 'binned';

const kind = RecordKind.RECORD_KIND_NOTE;
const writers: readonly Reader[] = ['owner', 'admin', 'owner who wrote it', 'admin who wrote it', 'member who wrote it'];
const readers: readonly Reader[] = [...writers, 'member', 'viewer', 'viewer who wrote it'];
/** One who became a viewer still sees what they threw away, and changes nothing. */
const binReaders: readonly Reader[] = [...writers, 'viewer who wrote it'];

const verbs: readonly Verb[] = ['read', 'list', 'edit', 'pin', 'delete', 'restore', 'undo its deletion'];

/** What a verb answers: what it does, or the kind of its refusal. */
function expected(verb: Verb, state: State, reader: Reader): string {
  const [isReader, isWriter] = [(state === 'live' ? readers : binReaders).includes(reader), writers.includes(reader)];
  if (verb === 'list') return isReader ? 'shown' : 'not shown';
  if (verb === 'read') return isReader ? 'done' : 'notFound';
  if (reader.startsWith('viewer')) return 'forbidden';
  if (verb === 'undo its deletion') return state === 'binned' && isWriter ? 'done' : 'notFound';
  const meant: State = verb === 'restore' ? 'binned' : 'live';
  if (state !== meant) return 'notFound';
  if (isWriter) return 'done';
  return state === 'live' ? 'forbidden' : 'notFound';
}

let stage: NotesStage;
let records: GrpcClient<typeof RecordServiceService>;

beforeAll(async () => {
  stage = await startNotes();
  records = stage.crm.client(RecordServiceService);
});
afterAll(() => stage.crm.stop());

async function meet(reader: Reader, state: State): Promise<{ who: Person; note: Note; deletion: string }> {
  const { crm, ada, write } = stage;
  const [role] = reader.split(' ') as [Role];
  const author = await person(crm, { workspaceId: ada.workspaceId, role: 'member' });
  const note = await write(`by ${reader}`, { who: author });
  const deletion = state === 'binned' ? (await records.deleteRecords({ kind, ids: [note.id] }, author)).changeSetId : note.id;
  const userId = reader.endsWith('wrote it') ? author.userId : (await person(crm, { workspaceId: ada.workspaceId })).userId;
  return { who: { ...author, userId, token: await crm.tokens.sign({ userId, workspaceId: ada.workspaceId, role }) }, note, deletion };
}

async function act(verb: Verb, state: State, { who, note, deletion }: Awaited<ReturnType<typeof meet>>): Promise<string> {
  const { notes, acme } = stage;
  const shown = (ids: (string | undefined)[]): string => (ids.includes(note.id) ? 'shown' : 'not shown');
  const acts: Record<Verb, () => Promise<unknown>> = {
    read: () => notes.getNote({ id: note.id }, who),
    list: async () => shown(state === 'live'
      ? (await notes.listNotes({ record: acme, sort: [], limit: 0, cursor: '' }, who)).notes.map(({ id }) => id)
      : (await records.listBin({ kind, limit: 0, cursor: '' }, who)).entries.map(({ record }) => record?.id)),
    edit: () => notes.updateNote({ id: note.id, version: 1, body: 'changed', pinned: undefined }, who),
    pin: () => notes.updateNote({ id: note.id, version: 1, body: undefined, pinned: true }, who),
    delete: () => records.deleteRecords({ kind, ids: [note.id] }, who),
    restore: () => records.restoreRecord({ kind, id: note.id }, who),
    'undo its deletion': () => records.undoChangeSet({ id: deletion }, who),
  };
  return acts[verb]().then((answer) => (verb === 'list' ? String(answer) : 'done'), (error: unknown) => String((error as { kind?: string }).kind));
}

const cases = (['live', 'binned'] as const).flatMap((state) =>
  verbs.flatMap((verb) => readers.map((reader) => [verb, state, reader, expected(verb, state, reader)] as const)));

describe('a note obeys one rule', () => {
  it.each(cases)('to %s one that is %s, as %s: %s', async (verb, state, reader, answer) => {
    const met = await meet(reader, state);
    expect(await act(verb, state, met)).toBe(answer);
  });

  it('is hidden from its bystanders in the bin as if it had never been', async () => {
    const { who, note } = await meet('member', 'binned');
    const [hidden, never] = await Promise.all([note.id, '0192f0c1-7d2a-7b3c-9a51-2f4f6f0d8a11'].map((id) =>
      records.restoreRecord({ kind, id }, who).catch((error: Error) => error.message)));
    expect(hidden).toBe(never);
  });
});
