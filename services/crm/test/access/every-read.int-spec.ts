import type { ServiceDefinition } from '@grpc/grpc-js';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { CompanyServiceService } from '@crm-vision/proto/crm_vision/crm/companies/v1/companies';
import { ContactServiceService } from '@crm-vision/proto/crm_vision/crm/contacts/v1/contacts';
import { DealServiceService } from '@crm-vision/proto/crm_vision/crm/deals/v1/deals';
import { NoteServiceService } from '@crm-vision/proto/crm_vision/crm/notes/v1/notes';
import { PipelineServiceService } from '@crm-vision/proto/crm_vision/crm/pipelines/v1/pipelines';
import { RecordKind, RecordServiceService } from '@crm-vision/proto/crm_vision/crm/records/v1/records';
import { SearchServiceService } from '@crm-vision/proto/crm_vision/crm/search/v1/search';
import { TaskServiceService } from '@crm-vision/proto/crm_vision/crm/tasks/v1/tasks';
import { TimelineServiceService } from '@crm-vision/proto/crm_vision/crm/timeline/v1/timeline';
import { companyInput } from '../companies/company-input.js';
import { contactInput, emails } from '../contacts/contact-input.js';
import { dealInput, defaultPipeline, makeDeal, moveRequest } from '../deals/deal-input.js';
import type { Person, TestCrm } from '../testing.js';

/** The access filter hides everything, while every permission is given: what a read still shows, it read past the filter. */
let hidden = false;
jest.unstable_mockModule('../../src/access/roles.js', () => ({ may: () => !hidden, isManager: () => !hidden, requirePermission: () => undefined }));
const { person, startCrm } = await import('../testing.js');
const { services } = await import('../../src/contract.js');

/** Rpcs that show no record, or make one; PreviewCurrencies sums the whole workspace for those who set its currency. */
const OTHERS = ['CreateCompany', 'CreateContact', 'CreatePipeline', 'GetCurrencies', 'UpdateCurrencies', 'PreviewCurrencies', 'ListLostReasons', 'UpdateLostReasons', 'GetSampleData', 'LoadSampleData', 'RemoveSampleData', 'GetUsage'];
const NOTHING = expect.objectContaining({ kind: 'notFound' });
const NOT_THERE = expect.objectContaining({ kind: 'invalid' });
const list = { limit: 0, cursor: '', sort: [], filter: undefined, count: true };
const noCount = { nextCursor: '', count: { value: 0, exact: true } };
const any = RecordKind.RECORD_KIND_UNSPECIFIED;

let crm: TestCrm;
let ada: Person;
let expected: Record<string, [() => Promise<unknown>, unknown]>;

function expectations(ids: Record<'company' | 'contact' | 'binned' | 'task' | 'note' | 'pipeline' | 'stage' | 'changeSet', string>, deal: Parameters<typeof moveRequest>[0]): typeof expected {
  const [companies, contacts, deals, notes] = [crm.client(CompanyServiceService), crm.client(ContactServiceService), crm.client(DealServiceService), crm.client(NoteServiceService)];
  const [tasks, records, pipelines] = [crm.client(TaskServiceService), crm.client(RecordServiceService), crm.client(PipelineServiceService)];
  const contact = { kind: RecordKind.RECORD_KIND_CONTACT, id: ids.contact, title: '' };
  return {
    ListCompanies: [() => companies.listCompanies({ list }, ada), { companies: [], page: noCount }],
    GetCompany: [() => companies.getCompany({ id: ids.company }, ada), NOTHING],
    UpdateCompany: [() => companies.updateCompany({ id: ids.company, version: 1, input: companyInput({ name: 'x' }) }, ada), NOTHING],
    FindDuplicateCompanies: [() => companies.findDuplicateCompanies({ name: 'Engines', domain: 'engines.example', exceptId: '' }, ada), { candidates: [] }],
    ListContacts: [() => contacts.listContacts({ list }, ada), { contacts: [], page: noCount }],
    GetContact: [() => contacts.getContact({ id: ids.contact }, ada), NOTHING],
    UpdateContact: [() => contacts.updateContact({ id: ids.contact, version: 1, input: contactInput({ title: 'x' }) }, ada), NOTHING],
    FindDuplicateContacts: [() => contacts.findDuplicateContacts({ name: 'Ada Lovelace', email: 'ada@x.example', phone: '', exceptId: '', companyId: '' }, ada), { candidates: [] }],
    ListDeals: [() => deals.listDeals({ list }, ada), { deals: [], page: noCount }],
    GetDeal: [() => deals.getDeal({ id: deal.id }, ada), NOTHING],
    CreateDeal: [() => deals.createDeal({ input: dealInput({ companyId: ids.company }), pipelineId: '', stageId: '' }, ada), NOT_THERE],
    UpdateDeal: [() => deals.updateDeal({ id: deal.id, version: 1, input: dealInput({ name: 'x' }) }, ada), NOTHING],
    MoveDeal: [() => deals.moveDeal(moveRequest(deal, ids.stage), ada), NOTHING],
    GetBoard: [() => deals.getBoard({ pipelineId: ids.pipeline, filter: undefined, limit: 0 }, ada), NOTHING],
    ListBoardCards: [() => deals.listBoardCards({ stageId: ids.stage, cursor: '', filter: undefined, limit: 0 }, ada), NOTHING],
    GetDealsOfDay: [() => deals.getDealsOfDay({ timeZone: '' }, ada), Object.fromEntries(['overdue', 'closing', 'withoutNextStep', 'standing'].map((part) => [part, { deals: [], more: false }]))],
    ListStageHistory: [() => deals.listStageHistory({ dealId: deal.id }, ada), NOTHING],
    ListNotes: [() => notes.listNotes({ record: undefined, sort: [], limit: 0, cursor: '' }, ada), { notes: [], nextCursor: '' }],
    GetNote: [() => notes.getNote({ id: ids.note }, ada), NOTHING],
    CreateNote: [() => notes.createNote({ record: contact, body: '<p>x</p>', pinned: false }, ada), NOT_THERE],
    UpdateNote: [() => notes.updateNote({ id: ids.note, version: 1, pinned: true }, ada), NOTHING],
    ListPipelines: [() => pipelines.listPipelines({}, ada), { pipelines: [] }],
    GetPipeline: [() => pipelines.getPipeline({ id: ids.pipeline }, ada), NOTHING],
    UpdatePipeline: [() => pipelines.updatePipeline({ id: ids.pipeline, version: 1, name: 'x', stages: undefined }, ada), NOTHING],
    DeleteRecords: [() => records.deleteRecords({ kind: contact.kind, ids: [ids.contact] }, ada), NOTHING],
    RestoreRecord: [() => records.restoreRecord({ kind: contact.kind, id: ids.binned }, ada), NOTHING],
    PreviewPurge: [() => records.previewPurge({ kind: contact.kind, id: ids.binned }, ada), NOTHING],
    PurgeRecord: [() => records.purgeRecord({ kind: contact.kind, id: ids.binned, version: 2 }, ada), NOTHING],
    AssignRecords: [() => records.assignRecords({ kind: contact.kind, ids: [ids.contact], ownerId: '' }, ada), NOTHING],
    ListBin: [() => records.listBin({ kind: any, limit: 0, cursor: '' }, ada), { entries: [], nextCursor: '' }],
    UndoChangeSet: [() => records.undoChangeSet({ id: ids.changeSet }, ada), { changeSetId: '', reverted: 0, kept: [] }],
    Search: [() => crm.client(SearchServiceService).search({ query: 'a', kinds: [], limit: 0 }, ada), { hits: [] }],
    ListTasks: [() => tasks.listTasks({ list, linkedTo: undefined }, ada), { tasks: [], page: noCount }],
    GetTask: [() => tasks.getTask({ id: ids.task }, ada), NOTHING],
    CreateTask: [() => tasks.createTask({ input: { subject: 'x', links: { values: [contact] }, clear: [] } }, ada), NOT_THERE],
    UpdateTask: [() => tasks.updateTask({ id: ids.task, version: 1, input: { subject: 'x', links: undefined, clear: [] } }, ada), NOTHING],
    GetMyDay: [() => tasks.getMyDay({ timeZone: '' }, ada), expect.objectContaining({ overdue: [], dueToday: [], next: [], doneToday: [], more: false })],
    ListTimeline: [() => crm.client(TimelineServiceService).listTimeline({ record: contact, limit: 0, cursor: '' }, ada), NOTHING],
  };
}

beforeAll(async () => {
  crm = await startCrm();
  ada = await person(crm);
  const company = (await crm.client(CompanyServiceService).createCompany({ input: companyInput({ name: 'Analytical Engines', domain: 'engines.example' }) }, ada)).company!.id;
  const contacts = crm.client(ContactServiceService);
  const { contact, changeSetId } = await contacts.createContact({ input: contactInput({ firstName: 'Ada', lastName: 'Lovelace', companyId: company, emails: emails('ada@x.example') }) }, ada);
  const binned = (await contacts.createContact({ input: contactInput({ firstName: 'Ada' }) }, ada)).contact!.id;
  await crm.client(RecordServiceService).deleteRecords({ kind: RecordKind.RECORD_KIND_CONTACT, ids: [binned] }, ada);
  const deal = await makeDeal(crm.client(DealServiceService), ada, { name: 'An engine', companyId: company, contactIds: { values: [contact!.id] } });
  const link = { kind: RecordKind.RECORD_KIND_CONTACT, id: contact!.id, title: '' };
  const task = (await crm.client(TaskServiceService).createTask({ input: { subject: 'Ask Ada', links: { values: [link] }, clear: [] } }, ada)).task!.id;
  const note = (await crm.client(NoteServiceService).createNote({ record: link, body: '<p>Ada</p>', pinned: false }, ada)).note!.id;
  const { pipeline } = await defaultPipeline(crm, ada);
  expected = expectations({ company, contact: contact!.id, binned, task, note, pipeline: pipeline.id, stage: deal.stageId, changeSet: changeSetId }, deal);
  hidden = true;
});
afterAll(() => crm.stop());

describe('what the access filter hides', () => {
  it('is asked of every rpc that there is', () => {
    const rpcs = (services as readonly ServiceDefinition[]).flatMap((service) => Object.values(service).map(({ path }) => path.split('/').at(-1) ?? ''));
    const asked = new Set([...Object.keys(expected), ...OTHERS]);
    expect(rpcs.length).toBeGreaterThan(OTHERS.length);
    expect(rpcs.filter((rpc) => !asked.has(rpc))).toEqual([]);
  });

  it('does not exist, whichever way one asks', async () => {
    const seen: Record<string, unknown> = {};
    for (const [name, [ask]] of Object.entries(expected)) seen[name] = await ask().catch((error: unknown) => error);
    expect(seen).toEqual(Object.fromEntries(Object.entries(expected).map(([name, [, answer]]) => [name, answer])));
  });

  it('is not named by a clash with it', async () => {
    const taken = await crm.client(ContactServiceService).createContact({ input: contactInput({ lastName: 'x', emails: emails('ada@x.example') }) }, ada).catch((error: unknown) => error);
    expect(taken).toMatchObject({ code: 'EMAIL_TAKEN', message: 'Another contact has this email.', details: {} });
    const domain = await crm.client(CompanyServiceService).createCompany({ input: companyInput({ name: 'x', domain: 'engines.example' }) }, ada).catch((error: unknown) => error);
    expect(domain).toMatchObject({ code: 'DOMAIN_TAKEN', message: 'Another company has this domain.', details: {} });
  });

  it('is there for whom it is not hidden from', async () => {
    hidden = false;
    const shown = await expected['ListContacts']![0]();
    hidden = true;
    expect(shown).toMatchObject({ contacts: [expect.objectContaining({ company: { name: 'Analytical Engines', id: expect.any(String) } })] });
  });
});
