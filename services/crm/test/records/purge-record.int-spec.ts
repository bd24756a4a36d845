import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CompanyServiceService } from '@crm-vision/proto/crm_vision/crm/companies/v1/companies';
import { ContactServiceService } from '@crm-vision/proto/crm_vision/crm/contacts/v1/contacts';
import { DealServiceService } from '@crm-vision/proto/crm_vision/crm/deals/v1/deals';
import { NoteServiceService } from '@crm-vision/proto/crm_vision/crm/notes/v1/notes';
import { PipelineServiceService } from '@crm-vision/proto/crm_vision/crm/pipelines/v1/pipelines';
import { RecordKind as Kind, RecordServiceService } from '@crm-vision/proto/crm_vision/crm/records/v1/records';
import { SearchServiceService } from '@crm-vision/proto/crm_vision/crm/search/v1/search';
import { TaskServiceService } from '@crm-vision/proto/crm_vision/crm/tasks/v1/tasks';
import { TimelineServiceService } from '@crm-vision/proto/crm_vision/crm/timeline/v1/timeline';
import { companyInput } from '../companies/company-input.js';
import { contactInput, emails } from '../contacts/contact-input.js';
import { dealInput } from '../deals/deal-input.js';
import { taskInput } from '../tasks/task-input.js';
import { person, type Person, refusal, startCrm, type TestCrm } from '../testing.js';

const { RECORD_KIND_COMPANY: COMPANY, RECORD_KIND_CONTACT: CONTACT, RECORD_KIND_DEAL: DEAL, RECORD_KIND_TASK: TASK, RECORD_KIND_NOTE: NOTE, RECORD_KIND_PIPELINE: PIPELINE } = Kind;
let crm: TestCrm;
let ada: Person;

beforeAll(async () => {
  crm = await startCrm();
  ada = await person(crm);
});
afterAll(() => crm.stop());

const records = () => crm.client(RecordServiceService);
const bin = (kind: Kind, id: string) => records().deleteRecords({ kind, ids: [id] }, ada);
const preview = (kind: Kind, id: string, who = ada) => records().previewPurge({ kind, id }, who);
const purge = async (kind: Kind, id: string, who = ada) => records().purgeRecord({ kind, id, version: (await preview(kind, id)).version }, who);
const link = (kind: Kind, id: string) => ({ kind, id, title: '' });
const addCompany = async (fields = {}) => (await crm.client(CompanyServiceService).createCompany({ input: companyInput({ name: 'Acme', ...fields }) }, ada)).company!;
const addContact = async (fields = {}) => (await crm.client(ContactServiceService).createContact({ input: contactInput({ lastName: 'Byron', ...fields }) }, ada)).contact!;
const addDeal = async (fields = {}, pipelineId = '') => (await crm.client(DealServiceService).createDeal({ input: dealInput(fields), pipelineId, stageId: '' }, ada)).deal!;
const addTask = async (fields = {}) => (await crm.client(TaskServiceService).createTask({ input: taskInput(fields) }, ada)).task!;
const addNote = async (kind: Kind, id: string) => (await crm.client(NoteServiceService).createNote({ record: link(kind, id), body: '<p>Met them</p>', pinned: false }, ada)).note!;
const timeline = async (kind: Kind, id: string) => (await crm.client(TimelineServiceService).listTimeline({ record: link(kind, id), limit: 0, cursor: '' }, ada)).events;
const lines = (recordId: string) => crm.testDatabase.sql<{ action: string; after: object; before: object }>('select action, before, after from crm.audit_entry where record_id = $1 order by record_version', [recordId]);

describe('OK', () => {
  it('gives the email and the domain free', async () => {
    const contact = await addContact({ emails: emails('held@free.example') });
    await bin(CONTACT, contact.id);
    await purge(CONTACT, contact.id);
    expect((await crm.client(ContactServiceService).findDuplicateContacts({ email: 'held@free.example', phone: '', name: '', exceptId: '', companyId: '' }, ada)).candidates).toEqual([]);
    const company = await addCompany({ domain: 'free.example' });
    await bin(COMPANY, company.id);
    await purge(COMPANY, company.id);
    await expect(crm.client(CompanyServiceService).getCompany({ id: company.id }, ada)).rejects.toEqual(refusal('notFound', 'COMPANY_NOT_FOUND'));
    expect((await records().listBin({ kind: Kind.RECORD_KIND_UNSPECIFIED, limit: 0, cursor: '' }, ada)).entries).toEqual([]);
  });

  it('takes notes along, and what names it stays without it: said before, audited, told to browsers', async () => {
    const company = await addCompany({ name: 'Leaving Ltd' });
    const [staying, binned] = [await addContact({ companyId: company.id }), await addContact({ companyId: company.id })];
    const deal = await addDeal({ companyId: company.id });
    const task = await addTask({ links: { values: [link(COMPANY, company.id), link(CONTACT, staying.id)] } });
    const note = await addNote(COMPANY, company.id);
    await bin(CONTACT, binned.id);
    await bin(COMPANY, company.id);
    expect(await preview(COMPANY, company.id)).toEqual({
      entry: { record: { kind: COMPANY, id: company.id, title: 'Leaving Ltd' }, deletedAt: expect.any(String), deletedBy: ada.userId }, version: 2, notes: 1, contacts: 2, deals: 1, tasks: 1,
    });
    await purge(COMPANY, company.id);
    const contacts = crm.client(ContactServiceService);
    for (const { id } of [staying, binned]) expect((await contacts.getContact({ id }, ada)).contact?.companyId).toBeUndefined();
    expect((await crm.client(DealServiceService).getDeal({ id: deal.id }, ada)).deal).toMatchObject({ version: 2, contactIds: [] });
    expect((await crm.client(TaskServiceService).getTask({ id: task.id }, ada)).task?.links).toMatchObject([{ kind: CONTACT, id: staying.id }]);
    await expect(crm.client(NoteServiceService).getNote({ id: note.id }, ada)).rejects.toEqual(refusal('notFound', 'NOTE_NOT_FOUND'));
    expect((await lines(staying.id)).at(-1)).toMatchObject({ action: 'updated', after: { companyId: null } });
    for (const { id } of [company, note]) expect((await lines(id)).at(-1)).toEqual({ action: 'purged', before: {}, after: {} });
    expect(await crm.testDatabase.sql('select topic, record_version as version from crm.outbox_event where record_id = $1 order by id desc limit 1', [company.id])).toEqual([{ topic: 'company.purged', version: 3 }]);
  });

  it('leaves nothing in search, on timelines or in sample data', async () => {
    const company = await addCompany();
    const contact = await addContact({ lastName: 'Unforgettable', companyId: company.id });
    const deal = await addDeal({ name: 'Unforgettable deal', companyId: company.id, contactIds: { values: [contact.id] } });
    await crm.testDatabase.sql("insert into crm.sample_record (workspace_id, record_kind, record_id) values ($1, 'deal', $2)", [ada.workspaceId, deal.id]);
    expect((await timeline(COMPANY, company.id)).map(({ subject }) => subject?.id)).toContain(deal.id);
    for (const [kind, id] of [[DEAL, deal.id], [CONTACT, contact.id]] as const) {
      await bin(kind, id);
      await purge(kind, id);
    }
    expect((await timeline(COMPANY, company.id)).map(({ subject }) => subject?.id)).toEqual([company.id]);
    expect((await crm.client(SearchServiceService).search({ query: 'unforgettable', kinds: [], limit: 0 }, ada)).hits).toEqual([]);
    for (const table of ['deal_contact', 'deal_worth', 'stage_change', 'sample_record', 'contact_email']) {
      const column = { contact_email: 'contact_id', sample_record: 'record_id' }[table] ?? 'deal_id';
      expect(await crm.testDatabase.sql(`select 1 from crm.${table} where ${column} = any ($1)`, [[deal.id, contact.id]])).toEqual([]);
    }
  });

  it('undoing an older change does not name what is gone', async () => {
    const contact = await addContact();
    const deal = await addDeal({ contactIds: { values: [contact.id] } });
    const task = await addTask({ links: { values: [link(CONTACT, contact.id)] } });
    const dealChange = await crm.client(DealServiceService).updateDeal({ id: deal.id, version: 1, input: dealInput({ name: undefined, contactIds: { values: [] } }) }, ada);
    const taskChange = await crm.client(TaskServiceService).updateTask({ id: task.id, version: 1, input: taskInput({ subject: undefined, links: { values: [] } }) }, ada);
    await bin(CONTACT, contact.id);
    await purge(CONTACT, contact.id);
    for (const { changeSetId } of [dealChange, taskChange]) await records().undoChangeSet({ id: changeSetId }, ada);
    expect((await crm.client(DealServiceService).getDeal({ id: deal.id }, ada)).deal?.contactIds).toEqual([]);
    expect((await crm.client(TaskServiceService).getTask({ id: task.id }, ada)).task?.links).toEqual([]);
  });

  it('takes tasks, notes and pipelines too, and cannot be undone', async () => {
    const task = await addTask();
    const note = await addNote(CONTACT, (await addContact()).id);
    const { pipeline } = await crm.client(PipelineServiceService).createPipeline({ name: 'Short-lived', stages: undefined }, ada);
    for (const [kind, id] of [[TASK, task.id], [NOTE, note.id], [PIPELINE, pipeline!.id]] as const) {
      await bin(kind, id);
      await purge(kind, id);
      const [set] = await crm.testDatabase.sql<{ id: string }>("select change_set_id as id from crm.audit_entry where record_id = $1 and action = 'purged'", [id]);
      expect(await records().undoChangeSet({ id: set!.id }, ada)).toMatchObject({ reverted: 0, kept: [] });
      await expect(preview(kind, id)).rejects.toEqual(expect.objectContaining({ kind: 'notFound' }));
    }
    expect(await crm.testDatabase.sql('select 1 from crm.stage where pipeline_id = $1', [pipeline!.id])).toEqual([]);
  });
});

describe('ABORTED', () => {
  it('refuses one that was restored and deleted again since it was looked at', async () => {
    const { id } = await addCompany();
    await bin(COMPANY, id);
    const { version } = await preview(COMPANY, id);
    await records().restoreRecord({ kind: COMPANY, id }, ada);
    await bin(COMPANY, id);
    await expect(records().purgeRecord({ kind: COMPANY, id, version }, ada)).rejects.toEqual(refusal('staleVersion', 'PURGE_OUTDATED'));
    await purge(COMPANY, id);
  });
});

describe('FAILED_PRECONDITION', () => {
  it('a pipeline waits for its deals in the bin', async () => {
    const { pipeline } = await crm.client(PipelineServiceService).createPipeline({ name: 'With deals', stages: undefined }, ada);
    const deal = await addDeal({}, pipeline!.id);
    await bin(DEAL, deal.id);
    await bin(PIPELINE, pipeline!.id);
    await expect(purge(PIPELINE, pipeline!.id)).rejects.toEqual(refusal('ruleBroken', 'PIPELINE_HAS_DELETED_DEALS'));
    await purge(DEAL, deal.id);
    await purge(PIPELINE, pipeline!.id);
  });
});

describe('NOT_FOUND', () => {
  it('for nobody, for one that lives, for one of another kind, and for one of another workspace', async () => {
    const missing = refusal('notFound', 'COMPANY_NOT_FOUND');
    const { id } = await addCompany();
    const ask = (wanted: string, who = ada, kind = COMPANY) => [preview(kind, wanted, who), records().purgeRecord({ kind, id: wanted, version: 2 }, who)];
    for (const call of [...ask(randomUUID()), ...ask(id)]) await expect(call).rejects.toEqual(missing);
    await bin(COMPANY, id);
    for (const call of ask(id, await person(crm))) await expect(call).rejects.toEqual(missing);
    for (const call of ask(id, ada, CONTACT)) await expect(call).rejects.toEqual(refusal('notFound', 'CONTACT_NOT_FOUND'));
    await purge(COMPANY, id);
  });
});

describe('PERMISSION_DENIED', () => {
  it.each(['member', 'viewer'] as const)('refuses a %s', async (role) => {
    const { id } = await addCompany();
    await bin(COMPANY, id);
    const other = await person(crm, { workspaceId: ada.workspaceId, role });
    await expect(preview(COMPANY, id, other)).rejects.toEqual(expect.objectContaining({ kind: 'forbidden' }));
    await expect(purge(COMPANY, id, other)).rejects.toEqual(expect.objectContaining({ kind: 'forbidden' }));
  });
});
