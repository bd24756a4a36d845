import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { GrpcClient } from '@crm-vision/common/grpc';
import { ContactServiceService } from '@crm-vision/proto/crm_vision/crm/contacts/v1/contacts';
import { DealServiceService } from '@crm-vision/proto/crm_vision/crm/deals/v1/deals';
import { NoteServiceService } from '@crm-vision/proto/crm_vision/crm/notes/v1/notes';
import { RecordKind } from '@crm-vision/proto/crm_vision/crm/records/v1/records';
import { SampleDataServiceService } from '@crm-vision/proto/crm_vision/crm/sample_data/v1/sample_data';
import { SettingsServiceService } from '@crm-vision/proto/crm_vision/crm/settings/v1/settings';
import { TaskServiceService } from '@crm-vision/proto/crm_vision/crm/tasks/v1/tasks';
import { TimelineServiceService } from '@crm-vision/proto/crm_vision/crm/timeline/v1/timeline';
import { contactInput } from '../contacts/contact-input.js';
import { makeDeal } from '../deals/deal-input.js';
import { person, type Person, refusal, startCrm, type TestCrm } from '../testing.js';

let crm: TestCrm;
let ada: Person;
let samples: GrpcClient<typeof SampleDataServiceService>;
const tables = ['company', 'contact', 'contact_email', 'deal', 'deal_contact', 'stage_change', 'task', 'task_link', 'note', 'timeline_event', 'sample_record'];

/** How many rows of each table the workspace has. */
async function rowsOf({ workspaceId }: Person): Promise<Record<string, number>> {
  const counts = tables.map((table) => `(select count(*)::int from crm.${table} where workspace_id = $1) as ${table}`);
  const [row] = await crm.testDatabase.sql<Record<string, number>>(`select ${counts.join(', ')}`, [workspaceId]);
  return row!;
}

/** Everything that people see of the samples, without ids. */
const contentOf = ({ workspaceId }: Person): Promise<unknown[]> => crm.testDatabase.sql(
  `select 'company' as kind, name, domain as a, created_at::text as b, address::text as c from crm.company where workspace_id = $1
    union all select 'contact', name, emails::text, created_at::text, phones::text from crm.contact where workspace_id = $1
    union all select 'deal', d.name, concat(d.amount, d.currency, d.status), d.stage_entered_at::text, concat(s.name, d.position) from crm.deal d join crm.stage s on s.id = d.stage_id where d.workspace_id = $1
    union all select 'task', subject, due_date::text, due_time, priority from crm.task where workspace_id = $1
    union all select 'note', body, created_at::text, pinned::text, record_kind from crm.note where workspace_id = $1 order by 1, 2, 3, 4, 5`, [workspaceId]);

beforeAll(async () => {
  crm = await startCrm();
  samples = crm.client(SampleDataServiceService);
});
beforeEach(async () => {
  ada = await person(crm);
});
afterAll(() => crm.stop());

describe('LoadSampleData', () => {
  it('fills a workspace, with history, sums and a timeline', async () => {
    const { counts } = await samples.loadSampleData({}, ada);
    expect(counts).toMatchObject({ companies: 60, contacts: 200, deals: 90 });
    expect(await samples.getSampleData({}, ada)).toEqual({ loaded: true, counts });
    const board = await crm.client(DealServiceService).getBoard({ pipelineId: '', filter: undefined, limit: 0 }, ada);
    expect([board.columns.every(({ count }) => count > 0), board.columns.flatMap(({ missingRates }) => missingRates)]).toEqual([true, []]);
    const won = board.columns.find(({ stage }) => stage?.name === 'Won')!.cards[0]!;
    const { stays } = await crm.client(DealServiceService).listStageHistory({ dealId: won.id }, ada);
    expect([stays.length, stays.every(({ seconds }) => seconds > 0), stays.at(-1)!.enteredAt]).toEqual([5, true, won.closedAt]);
    const { events } = await crm.client(TimelineServiceService).listTimeline({ record: { kind: RecordKind.RECORD_KIND_DEAL, id: won.id, title: '' }, limit: 0, cursor: '' }, ada);
    expect(events.map(({ kind }) => kind).filter((kind) => kind.startsWith('deal_'))).toEqual(['deal_won', 'deal_moved', 'deal_moved', 'deal_moved', 'deal_created']);
    const day = await crm.client(TaskServiceService).getMyDay({ timeZone: '' }, ada);
    expect([day.overdue.length, day.dueToday.length].every((count) => count > 3)).toBe(true);
  });

  it('leaves sums that equal a recount', async () => {
    await samples.loadSampleData({}, ada);
    const [row] = await crm.testDatabase.sql(`with recount as (select stage_id, coalesce(currency, '') as currency, coalesce(closed_rate_to, '') as frozen_to, count(*) as n,
          coalesce(sum(amount), 0) as amount, coalesce(sum(amount * closed_rate), 0) as frozen from crm.deal where workspace_id = $1 group by 1, 2, 3),
        kept as (select stage_id, currency, frozen_to, deal_count as n, amount_sum as amount, frozen_sum as frozen from crm.stage_rollup where workspace_id = $1 and deal_count <> 0)
      select (select count(*)::int from (select * from recount except select * from kept) x) + (select count(*)::int from (select * from kept except select * from recount) y) as differences`, [ada.workspaceId]);
    expect(row).toEqual({ differences: 0 });
    expect(await crm.testDatabase.sql("select count(*)::int as loose from crm.deal where workspace_id = $1 and status <> 'open' and amount is not null and closed_rate is null", [ada.workspaceId]))
      .toEqual([{ loose: 0 }]);
  });

  it('is the same in every workspace', async () => {
    const eve = await person(crm);
    await Promise.all([samples.loadSampleData({}, ada), samples.loadSampleData({}, eve)]);
    expect(await contentOf(ada)).toEqual(await contentOf(eve));
  });

  it('happens once, also for two at the same time', async () => {
    const results = await Promise.allSettled([samples.loadSampleData({}, ada), samples.loadSampleData({}, ada)]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(samples.loadSampleData({}, ada)).rejects.toEqual(refusal('ruleBroken', 'SAMPLE_DATA_ALREADY_LOADED'));
    expect((await rowsOf(ada))['company']).toBe(60);
  });

  it('is for owners and admins', async () => {
    await expect(samples.loadSampleData({}, await person(crm, { role: 'member' }))).rejects.toEqual(refusal('forbidden', 'FORBIDDEN'));
  });
});

describe('RemoveSampleData', () => {
  it('takes exactly the samples away', async () => {
    const { contact } = await crm.client(ContactServiceService).createContact({ input: contactInput({ firstName: 'Own' }) }, ada);
    const deal = await makeDeal(crm.client(DealServiceService), ada, { name: 'Own', amount: { amount: '10.00', currency: 'USD' }, contactIds: { values: [contact!.id] } });
    await crm.client(SettingsServiceService).updateCurrencies({ currencies: { defaultCurrency: 'EUR', rates: [{ currency: 'CHF', rate: '1.1' }], version: 1 }, convertRates: false }, ada);
    const before = await rowsOf(ada);
    const { counts } = await samples.loadSampleData({}, ada);
    expect(await samples.removeSampleData({}, ada)).toEqual({ counts });
    expect(await rowsOf(ada)).toEqual(before);
    expect((await crm.client(DealServiceService).getDeal({ id: deal.id }, ada)).deal).toEqual({ ...deal, worth: { amount: '9.20', currency: 'EUR' } });
    const { currencies } = await crm.client(SettingsServiceService).getCurrencies({}, ada);
    expect(currencies?.rates).toEqual([{ currency: 'CHF', rate: '1.1' }, { currency: 'USD', rate: '0.92' }]);
    expect(await samples.getSampleData({}, ada)).toEqual({ loaded: false, counts: { companies: 0, contacts: 0, deals: 0, tasks: 0, notes: 0 } });
    const board = await crm.client(DealServiceService).getBoard({ pipelineId: '', filter: undefined, limit: 0 }, ada);
    expect(board.columns.map(({ count }) => count)).toEqual([1, 0, 0, 0, 0, 0]);
  });

  it('leaves a sample that a person has built on, with what it names, and makes it theirs', async () => {
    await samples.loadSampleData({}, ada);
    const [sample] = await crm.testDatabase.sql<{ id: string; company_id: string; contact_ids: string[] }>('select id, company_id, contact_ids from crm.deal where workspace_id = $1 limit 1', [ada.workspaceId]);
    await crm.client(NoteServiceService).createNote({ record: { kind: RecordKind.RECORD_KIND_DEAL, id: sample!.id, title: '' }, body: '<p>Mine</p>', pinned: false }, ada);
    const { counts } = await samples.removeSampleData({}, ada);
    expect(counts).toMatchObject({ companies: 59, deals: 89, contacts: 200 - sample!.contact_ids.length });
    expect((await crm.client(DealServiceService).getDeal({ id: sample!.id }, ada)).deal?.company?.id).toBe(sample!.company_id);
    expect(await rowsOf(ada)).toMatchObject({ company: 1, deal: 1, note: 1, task: 0, sample_record: 0 });
    // Loading again goes round what is there: its domain and emails are taken.
    expect((await samples.loadSampleData({}, ada)).counts).toMatchObject({ companies: 60, contacts: 200, deals: 90 });
  });

  it('of a workspace without samples changes nothing', async () => {
    expect(await samples.removeSampleData({}, ada)).toEqual({ counts: { companies: 0, contacts: 0, deals: 0, tasks: 0, notes: 0 } });
  });
});
