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

/** Statements by name or text, one list for each flight: what was sent before it was PostgreSQL's turn to answer. */
let flights: string[][] = [];
let flight: string[] = [];
let crm: TestCrm;
let ada: Person;
let company: string;
let contact: string;
let deal: string;

interface Wire {
  query(text: string): void;
  bind(message: { statement?: string }): void;
  sync(): void;
}
const wire = pg.Connection.prototype as unknown as Wire;

/** The name of a composed statement ends with the hash of its text. */
const kindOf = (name: string): string => name.replace(/_[\w-]{16}$/, '');

function land(): void {
  // Preparing, once on each connection, asks nothing.
  if (flight.length > 0) flights.push(flight);
  flight = [];
}

function watch(): void {
  const { query, bind, sync } = wire;
  jest.spyOn(wire, 'query').mockImplementation(function (this: Wire, text) {
    flight.push(text);
    land();
    query.call(this, text);
  });
  jest.spyOn(wire, 'bind').mockImplementation(function (this: Wire, message) {
    flight.push(message.statement || '(not prepared)');
    bind.call(this, message);
  });
  jest.spyOn(wire, 'sync').mockImplementation(function (this: Wire) {
    land();
    sync.call(this);
  });
}

async function flightsOf(work: () => Promise<unknown>): Promise<string[][]> {
  flights = [];
  await work();
  return flights;
}

const list: ListRequest = { limit: 10, cursor: '', sort: [{ field: 'name', descending: true }], filter: { and: undefined, or: undefined, condition: { field: 'name', op: 'contains', values: ['engine'] } }, count: true };
const reads: Record<string, () => Promise<unknown>> = {
  listCompanies: () => crm.client(CompanyServiceService).listCompanies({ list }, ada),
  getCompany: () => crm.client(CompanyServiceService).getCompany({ id: company }, ada),
  findDuplicateCompanies: () => crm.client(CompanyServiceService).findDuplicateCompanies({ name: 'Engines', domain: 'a.example', exceptId: '' }, ada),
  listContacts: () => crm.client(ContactServiceService).listContacts({ list }, ada),
  getContact: () => crm.client(ContactServiceService).getContact({ id: contact }, ada),
  findDuplicateContacts: () => crm.client(ContactServiceService).findDuplicateContacts({ name: 'Ada', email: 'a@b.example', phone: '', exceptId: '', companyId: '' }, ada),
  listDeals: () => crm.client(DealServiceService).listDeals({ list }, ada),
  getDeal: () => crm.client(DealServiceService).getDeal({ id: deal }, ada),
  getDealsOfDay: () => crm.client(DealServiceService).getDealsOfDay({ timeZone: '' }, ada),
  listStageHistory: () => crm.client(DealServiceService).listStageHistory({ dealId: deal }, ada),
  listPipelines: () => crm.client(PipelineServiceService).listPipelines({}, ada),
  getCurrencies: () => crm.client(SettingsServiceService).getCurrencies({}, ada),
  listLostReasons: () => crm.client(SettingsServiceService).listLostReasons({ includeArchived: false }, ada),
  listTasks: () => crm.client(TaskServiceService).listTasks({ list: { ...list, sort: [], filter: undefined }, linkedTo: undefined }, ada),
  getMyDay: () => crm.client(TaskServiceService).getMyDay({ timeZone: '' }, ada),
  listNotes: () => crm.client(NoteServiceService).listNotes({ record: { kind: RecordKind.RECORD_KIND_CONTACT, id: contact, title: '' }, sort: [], limit: 0, cursor: '' }, ada),
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
  watch();
});
afterAll(async () => {
  jest.restoreAllMocks();
  await crm.stop();
});

describe('a read', () => {
  it.each(Object.keys(reads))('%s is one prepared statement in one flight, behind the guard', async (name) => {
    expect(await flightsOf(reads[name]!)).toEqual([['guard', expect.stringMatching(/^\w+_[\w-]+$/)]]);
  });

  it('of a whole board is three prepared statements in one flight', async () => {
    const [sent, ...more] = await flightsOf(() => crm.client(DealServiceService).getBoard({ pipelineId: '', filter: undefined, limit: 0 }, ada));
    expect(sent?.map(kindOf)).toEqual(['guard', 'board_pipeline', 'board_totals', 'board_cards']);
    expect(more).toEqual([]);
  });

  it('of another page is the same statement', async () => {
    const page = (value: string): Promise<string[][]> => flightsOf(() => crm.client(CompanyServiceService).listCompanies({
      list: { ...list, limit: 20 + value.length, filter: { and: undefined, or: undefined, condition: { field: 'name', op: 'contains', values: [value] } } },
    }, ada));
    expect(await page('engine')).toEqual(await page('something else'));
  });
});

describe('a write', () => {
  it('takes few statements, with its audit, timeline, outbox and change set', async () => {
    const created = await flightsOf(() => crm.client(CompanyServiceService).createCompany({ input: companyInput({ name: 'Counted' }) }, ada));
    expect(created.flat()).toEqual(['BEGIN', 'set_workspace', 'usage_of_workspace', 'company_insert', 'act_log', 'COMMIT']);
    const updated = await flightsOf(() => crm.client(CompanyServiceService).updateCompany({ id: company, version: 1, input: companyInput({ name: 'Engines, changed' }) }, ada));
    expect(updated.flat().map(kindOf)).toEqual(['BEGIN', 'set_workspace', 'usage_of_workspace', 'company_lock', 'company_update', 'act_log', 'COMMIT']);
  });
});
