import { randomUUID } from 'node:crypto';
import { CompanyServiceService, ListCompaniesResponse } from '@crm-vision/proto/crm_vision/crm/companies/v1/companies';
import { ContactServiceService, ListContactsResponse } from '@crm-vision/proto/crm_vision/crm/contacts/v1/contacts';
import { DealServiceService, GetBoardResponse, GetDealsOfDayResponse, ListBoardCardsResponse, ListDealsResponse } from '@crm-vision/proto/crm_vision/crm/deals/v1/deals';
import { ListNotesResponse, NoteServiceService } from '@crm-vision/proto/crm_vision/crm/notes/v1/notes';
import { type Pipeline, PipelineServiceService, StageType } from '@crm-vision/proto/crm_vision/crm/pipelines/v1/pipelines';
import { ListBinResponse, RecordKind, RecordServiceService } from '@crm-vision/proto/crm_vision/crm/records/v1/records';
import { GetMyDayResponse, ListTasksResponse, TaskServiceService } from '@crm-vision/proto/crm_vision/crm/tasks/v1/tasks';
import { ListTimelineResponse, TimelineServiceService } from '@crm-vision/proto/crm_vision/crm/timeline/v1/timeline';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { person, type Person, refusal, startCrm, type TestCrm } from '../testing.js';

/** Rows of each kind, each as large as its columns allow or some of it; as a page they would have four to thirty mebibytes. */
const [ROWS, LIMIT] = [60, 50];
const [STAGES, CARDS] = [30, 6];
/** What a page may have as a message: two mebibytes of what is measured, the row that passes them, and what is not worth measuring. */
const MESSAGE_BYTES_MAX = 8 * 1024 * 1024;

let crm: TestCrm;
let ada: Person;
let pipeline: Pipeline;
const large = (bytes: number): string => `repeat('x', ${bytes})`;
const custom = `jsonb_build_object('text', ${large(131_000)})`;
const channels = (key: string, bytes: number): string => `(select jsonb_agg(jsonb_build_object('${key}', n || '-' || k || ${large(bytes)}, 'label', 'work', 'primary', k = 1)) from generate_series(1, 20) k)`;
const record = { kind: RecordKind.RECORD_KIND_COMPANY, id: randomUUID(), title: '' };

async function insert(table: string, columns: Readonly<Record<string, string>>, rows = `generate_series(1, ${ROWS}) n`): Promise<void> {
  const who = ['note', 'company', 'contact', 'deal', 'task'].includes(table) ? { created_by: `'${ada.userId}'`, updated_by: `'${ada.userId}'` } : {};
  const all = { workspace_id: `'${ada.workspaceId}'`, ...who, ...columns };
  await crm.database.transaction(ada.workspaceId, (transaction) => transaction.run(`insert into crm.${table} (${Object.keys(all).join(', ')}) select ${Object.values(all).join(', ')} from ${rows}`));
}

beforeAll(async () => {
  crm = await startCrm();
  ada = await person(crm);
  const stages = Array.from({ length: STAGES }, (_none, index) => ({
    id: '', name: `Stage ${index}`, type: index === 0 ? StageType.STAGE_TYPE_WON : index === 1 ? StageType.STAGE_TYPE_LOST : StageType.STAGE_TYPE_OPEN, probability: 50, requiredFields: [], pipelineId: '', rotDays: undefined,
  }));
  pipeline = (await crm.client(PipelineServiceService).createPipeline({ name: 'Wide', stages: { values: stages } }, ada)).pipeline!;
  const open = pipeline.stages.filter(({ type }) => type === StageType.STAGE_TYPE_OPEN).map(({ id }) => `'${id}'::uuid`);
  await insert('company', { id: `case n when 1 then '${record.id}'::uuid else gen_random_uuid() end`, name: `'Company ' || n`, custom });
  await insert('contact', { id: 'gen_random_uuid()', last_name: `n || ${large(399)}`, emails: channels('email', 500), phones: channels('phone', 300), custom });
  const [{ ids } = { ids: '{}' }] = await crm.testDatabase.sql<{ ids: string }>('select array_agg(id)::text as ids from (select id from crm.contact limit 50) c');
  await insert('deal', {
    id: 'gen_random_uuid()', name: `n || ${large(1000)}`, pipeline_id: `'${pipeline.id}'`, stage_id: 's', position: `'a' || lpad(n::text, 3, '0')`, contact_ids: `'${ids}'::uuid[]`, custom: `jsonb_build_object('text', ${large(40_000)})`,
    owner_id: `'${ada.userId}'`, expected_close: 'current_date',
  }, `unnest(array[${open.join(', ')}]) s cross join generate_series(1, ${CARDS}) n`);
  await insert('task', { id: 'gen_random_uuid()', subject: `'Task ' || n`, description: large(60_000), assignee_id: `'${ada.userId}'`, due_date: 'current_date' });
  await insert('note', { id: 'gen_random_uuid()', record_kind: `'company'`, record_id: `'${record.id}'`, body: `'<p>' || n || repeat('&amp;', 30000)` });
  await insert('note', { id: 'gen_random_uuid()', record_kind: `'company'`, record_id: `'${record.id}'`, body: `'<p>' || n || repeat('&amp;', 30000)`, deleted_at: 'now()', deleted_by: `'${ada.userId}'` });
  await insert('timeline_event', {
    record_id: `'${record.id}'`, at: `now() - n * interval '1 second'`, id: 'gen_random_uuid()', record_kind: `'company'`, kind: `'updated'`, actor_id: `'${ada.userId}'`, subject_kind: `'company'`,
    subject_id: `'${record.id}'`, subject_title: `'Company'`, payload: `jsonb_build_object('fields', jsonb_build_object('custom', ${large(100_000)}))`,
  });
});
afterAll(() => crm.stop());

interface Answer {
  bytes: number;
  ids: string[];
  nextCursor: string;
}

const list = (cursor: string) => ({ limit: LIMIT, cursor, sort: [], filter: undefined, count: true });
const idsOf = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id);
const lists: Readonly<Record<string, (cursor: string) => Promise<Answer>>> = {
  companies: async (cursor) => {
    const answer = await crm.client(CompanyServiceService).listCompanies({ list: list(cursor) }, ada);
    return { bytes: ListCompaniesResponse.encode(answer).finish().length, ids: idsOf(answer.companies), nextCursor: answer.page!.nextCursor };
  },
  contacts: async (cursor) => {
    const answer = await crm.client(ContactServiceService).listContacts({ list: list(cursor) }, ada);
    return { bytes: ListContactsResponse.encode(answer).finish().length, ids: idsOf(answer.contacts), nextCursor: answer.page!.nextCursor };
  },
  tasks: async (cursor) => {
    const answer = await crm.client(TaskServiceService).listTasks({ list: list(cursor), linkedTo: undefined }, ada);
    return { bytes: ListTasksResponse.encode(answer).finish().length, ids: idsOf(answer.tasks), nextCursor: answer.page!.nextCursor };
  },
  notes: async (cursor) => {
    const answer = await crm.client(NoteServiceService).listNotes({ record: undefined, limit: LIMIT, cursor, sort: [] }, ada);
    return { bytes: ListNotesResponse.encode(answer).finish().length, ids: idsOf(answer.notes), nextCursor: answer.nextCursor };
  },
  'notes of a record': async (cursor) => {
    const answer = await crm.client(NoteServiceService).listNotes({ record, limit: 0, cursor, sort: [] }, ada);
    return { bytes: ListNotesResponse.encode(answer).finish().length, ids: idsOf(answer.notes), nextCursor: answer.nextCursor };
  },
  timeline: async (cursor) => {
    const answer = await crm.client(TimelineServiceService).listTimeline({ record, limit: LIMIT, cursor }, ada);
    return { bytes: ListTimelineResponse.encode(answer).finish().length, ids: idsOf(answer.events), nextCursor: answer.nextCursor };
  },
};
const deals = async (cursor: string): Promise<Answer> => {
  const answer = await crm.client(DealServiceService).listDeals({ list: list(cursor) }, ada);
  return { bytes: ListDealsResponse.encode(answer).finish().length, ids: idsOf(answer.deals), nextCursor: answer.page!.nextCursor };
};

async function walk(read: (cursor: string) => Promise<Answer>): Promise<{ pages: Answer[]; ids: string[] }> {
  const pages: Answer[] = [];
  do pages.push(await read(pages.at(-1)?.nextCursor ?? '')); while (pages.at(-1)!.nextCursor !== '');
  return { pages, ids: pages.flatMap(({ ids }) => ids) };
}

describe('a page of rows that are as large as they may be', () => {
  it.each([...Object.entries(lists).map(([name, read]) => [name, ROWS, read] as const), ['deals', (STAGES - 2) * CARDS, deals] as const])(
    'has fewer of them and a cursor: %s', async (_name, rows, read) => {
      const { pages, ids } = await walk(read);
      expect(pages[0]!.ids.length).toBeLessThan(LIMIT);
      expect(pages.filter((page) => page.bytes > MESSAGE_BYTES_MAX || page.ids.length === 0)).toEqual([]);
      expect([ids.length, new Set(ids).size]).toEqual([rows, rows]);
    });

  it('is whole where only ids and titles are shown: the bin', async () => {
    const answer = await crm.client(RecordServiceService).listBin({ kind: RecordKind.RECORD_KIND_NOTE, limit: 200, cursor: '' }, ada);
    expect(answer.entries).toHaveLength(ROWS);
    expect(answer.entries[0]!.record!.title).toMatch(/^\d+&&&&/);
    expect(ListBinResponse.encode(answer).finish().length).toBeLessThan(100_000);
  });
});

describe('a board of wide cards', () => {
  it('has cards in every column, none with custom fields, and a cursor to the others', async () => {
    const client = crm.client(DealServiceService);
    const answer = await client.getBoard({ pipelineId: pipeline.id, filter: undefined, limit: 100 }, ada);
    expect(GetBoardResponse.encode(answer).finish().length).toBeLessThan(MESSAGE_BYTES_MAX);
    const columns = answer.columns.filter(({ stage }) => stage!.type === StageType.STAGE_TYPE_OPEN);
    expect(columns.map(({ count, cards, nextCursor }) => [count, cards.length > 0 && cards.length < CARDS, nextCursor !== ''])).toEqual(columns.map(() => [CARDS, true, true]));
    expect(columns.flatMap(({ cards }) => cards).filter(({ custom: fields }) => fields !== '')).toEqual([]);
    const [{ stage, cards, nextCursor }] = columns as [typeof columns[number]];
    const { ids } = await walk(async (cursor) => {
      const more = await client.listBoardCards({ stageId: stage!.id, filter: undefined, limit: LIMIT, cursor: cursor || nextCursor }, ada);
      return { bytes: ListBoardCardsResponse.encode(more).finish().length, ids: idsOf(more.cards), nextCursor: more.nextCursor };
    });
    expect(new Set([...idsOf(cards), ...ids]).size).toBe(CARDS);
  });
});

describe('a day of wide rows', () => {
  it('says that there is more', async () => {
    const [tasks, ofDay] = [await crm.client(TaskServiceService).getMyDay({ timeZone: '' }, ada), await crm.client(DealServiceService).getDealsOfDay({ timeZone: '' }, ada)];
    expect([tasks.more, tasks.dueToday.length > 0, GetMyDayResponse.encode(tasks).finish().length < MESSAGE_BYTES_MAX]).toEqual([true, true, true]);
    expect([ofDay.closing!.more, ofDay.closing!.deals.length > 0, GetDealsOfDayResponse.encode(ofDay).finish().length < MESSAGE_BYTES_MAX]).toEqual([true, true, true]);
  });
});

describe('FAILED_PRECONDITION', () => {
  it('refuses a message that is larger than one may be, and says what to do', async () => {
    const call = crm.client(NoteServiceService).createNote({ record, body: 'x'.repeat(5_000_000), pinned: false }, ada);
    await expect(call).rejects.toEqual(refusal('ruleBroken', 'MESSAGE_TOO_LARGE'));
  });
});
