import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { CompanyServiceService } from '@crm-vision/proto/crm_vision/crm/companies/v1/companies';
import { ContactServiceService } from '@crm-vision/proto/crm_vision/crm/contacts/v1/contacts';
import { DealServiceService } from '@crm-vision/proto/crm_vision/crm/deals/v1/deals';
import type { ListRequest } from '@crm-vision/proto/crm_vision/crm/lists/v1/lists';
import { NoteServiceService } from '@crm-vision/proto/crm_vision/crm/notes/v1/notes';
import { PipelineServiceService } from '@crm-vision/proto/crm_vision/crm/pipelines/v1/pipelines';
import { RecordKind, RecordServiceService } from '@crm-vision/proto/crm_vision/crm/records/v1/records';
import { SearchServiceService } from '@crm-vision/proto/crm_vision/crm/search/v1/search';
import { SettingsServiceService } from '@crm-vision/proto/crm_vision/crm/settings/v1/settings';
import { TaskServiceService } from '@crm-vision/proto/crm_vision/crm/tasks/v1/tasks';
import { TimelineServiceService } from '@crm-vision/proto/crm_vision/crm/timeline/v1/timeline';
import pg from 'pg';
import { companyInput } from '../companies/company-input.js';
import { contactInput } from '../contacts/contact-input.js';
import { makeDeal } from '../deals/deal-input.js';
import { person, type Person, startCrm, type TestCrm } from '../testing.js';

/** What went to the database, in order: a statement that was sent, an answer that came back. */
let wire: { event: 'sent' | 'answered'; text: string; name: string }[] = [];
let crm: TestCrm;
let ada: Person;
let company: string;
let contact: string;
let deal: string;

const ask = pg.Client.prototype.query as (this: pg.Client, ...args: unknown[]) => unknown;
function watched(this: pg.Client, ...args: unknown[]): unknown {
  const [query] = args as [string | { text: string; name?: string }];
  const entry = typeof query === 'string' ? { text: query, name: '' } : { text: query.text, name: query.name ?? '' };
  wire.push({ event: 'sent', ...entry });
  const result = ask.apply(this, args);
  if (result instanceof Promise) void result.then(() => wire.push({ event: 'answered', ...entry }), () => undefined);
  return result;
}

const list: ListRequest = { limit: 10, cursor: '', sort: [{ field: 'name', descending: true }], filter: { and: undefined, or: undefined, condition: { field: 'name', op: 'contains', values: ['engine'] } }, count: true };
const reads: Record<string, () => Promise<unknown>> = {
  listCompanies: () => crm.client(CompanyServiceService).listCompanies({ list }, ada),
  getCompany: () => crm.client(CompanyServiceService).getCompany({ id: company }, ada),
  findDuplicateCompanies: () => crm.client(CompanyServiceService).findDuplicateCompanies({ name: 'Engines', domain: 'a.example', exceptId: '' }, ada),
  listContacts: () => crm.client(ContactServiceService).listContacts({ list }, ada),
  getContact: () => crm.client(ContactServiceService).getContact({ id: contact }, ada),
  findDuplicateContacts: () => crm.client(ContactServiceService).findDuplicateContacts({ name: 'Ada', email: 'a@b.example', phone: '', exceptId: '' }, ada),
  listDeals: () => crm.client(DealServiceService).listDeals({ list }, ada),
  getDeal: () => crm.client(DealServiceService).getDeal({ id: deal }, ada),
  listStageHistory: () => crm.client(DealServiceService).listStageHistory({ dealId: deal }, ada),
  listPipelines: () => crm.client(PipelineServiceService).listPipelines({}, ada),
  getCurrencies: () => crm.client(SettingsServiceService).getCurrencies({}, ada),
  listLostReasons: () => crm.client(SettingsServiceService).listLostReasons({ includeArchived: false }, ada),
  listTasks: () => crm.client(TaskServiceService).listTasks({ list: { ...list, sort: [], filter: undefined }, linkedTo: undefined }, ada),
  getMyDay: () => crm.client(TaskServiceService).getMyDay({ timeZone: '' }, ada),
  listNotes: () => crm.client(NoteServiceService).listNotes({ record: { kind: RecordKind.RECORD_KIND_CONTACT, id: contact, title: '' }, limit: 0, cursor: '' }, ada),
  search: () => crm.client(SearchServiceService).search({ query: 'engine', kinds: [], limit: 0 }, ada),
  listTimeline: () => crm.client(TimelineServiceService).listTimeline({ record: { kind: RecordKind.RECORD_KIND_CONTACT, id: contact, title: '' }, limit: 0, cursor: '' }, ada),
  listBin: () => crm.client(RecordServiceService).listBin({ kind: RecordKind.RECORD_KIND_UNSPECIFIED, limit: 0, cursor: '' }, ada),
};

beforeAll(async () => {
  crm = await startCrm();
  ada = await person(crm);
  company = (await crm.client(CompanyServiceService).createCompany({ input: companyInput({ name: 'Engines' }) }, ada)).company!.id;
  contact = (await crm.client(ContactServiceService).createContact({ input: contactInput({ firstName: 'Ada', companyId: company }) }, ada)).contact!.id;
  deal = (await makeDeal(crm.client(DealServiceService), ada, { companyId: company, contactIds: { values: [contact] } })).id;
  jest.spyOn(pg.Client.prototype, 'query').mockImplementation(watched);
});
afterAll(async () => {
  jest.restoreAllMocks();
  await crm.stop();
});

describe('a read', () => {
  it.each(Object.keys(reads))('%s is one prepared statement in one flight', async (name) => {
    wire = [];
    await reads[name]!();
    const sent = wire.filter(({ event }) => event === 'sent');
    expect(sent.map(({ text, name: prepared }) => (prepared === '' ? text : text.slice(0, 6).toLowerCase().trim()))).toEqual(['BEGIN READ ONLY', 'select', expect.stringMatching(/^(select|with)/), 'COMMIT']);
    expect(sent[2]?.name).not.toBe('');
    expect(wire.slice(0, 4).every(({ event }) => event === 'sent')).toBe(true);
  });

  it('of a whole board is four prepared statements in one flight', async () => {
    wire = [];
    await crm.client(DealServiceService).getBoard({ pipelineId: '', filter: undefined, limit: 0 }, ada);
    const sent = wire.filter(({ event }) => event === 'sent');
    expect(sent.map(({ text, name }) => (name || text).replace(/_[\w-]{16}$/, ''))).toEqual(['BEGIN READ ONLY', 'set_workspace', 'board_pipeline', 'board_currencies', 'board_totals', 'board_cards', 'COMMIT']);
    expect(wire.slice(0, sent.length).every(({ event }) => event === 'sent')).toBe(true);
  });

  it('of another page is the same statement', async () => {
    wire = [];
    const names = async (value: string): Promise<string[]> => {
      wire = [];
      await crm.client(CompanyServiceService).listCompanies({ list: { ...list, limit: 20 + value.length, filter: { and: undefined, or: undefined, condition: { field: 'name', op: 'contains', values: [value] } } } }, ada);
      return wire.filter(({ event }) => event === 'sent').map(({ name }) => name);
    };
    expect(await names('engine')).toEqual(await names('something else'));
  });
});

describe('a write', () => {
  it('takes few statements, with its audit, timeline, outbox and change set', async () => {
    wire = [];
    await crm.client(CompanyServiceService).createCompany({ input: companyInput({ name: 'Counted' }) }, ada);
    expect(wire.filter(({ event }) => event === 'sent').map(({ text, name }) => name || text)).toEqual(['BEGIN', 'set_workspace', 'company_insert', 'act_log', 'COMMIT']);
    wire = [];
    await crm.client(CompanyServiceService).updateCompany({ id: company, version: 1, input: companyInput({ name: 'Engines, changed' }) }, ada);
    expect(wire.filter(({ event }) => event === 'sent').map(({ text, name }) => (name || text).replace(/_[\w-]{16}$/, ''))).toEqual(['BEGIN', 'set_workspace', 'company_lock', 'company_update', 'act_log', 'COMMIT']);
  });
});
