import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { GrpcClient } from '@crm-vision/common/grpc';
import { type DealInput, type DealsOfDay, DealServiceService } from '@crm-vision/proto/crm_vision/crm/deals/v1/deals';
import { RecordKind, RecordServiceService } from '@crm-vision/proto/crm_vision/crm/records/v1/records';
import { person, type Person, refusal, startCrm, type TestCrm } from '../testing.js';
import { day } from '../tasks/task-input.js';
import { dealInput, defaultPipeline, makeDeal } from './deal-input.js';

let crm: TestCrm;
let deals: GrpcClient<typeof DealServiceService>;

beforeAll(async () => {
  crm = await startCrm();
  deals = crm.client(DealServiceService);
});
afterAll(() => crm.stop());

const names = (part: DealsOfDay | undefined) => part?.deals.map(({ name }) => name);
const ofDay = async (who: Person, timeZone = '') => {
  const { overdue, closing, withoutNextStep, standing } = await deals.getDealsOfDay({ timeZone }, who);
  return { overdue: names(overdue), closing: names(closing), withoutNextStep: names(withoutNextStep), standing: names(standing) };
};
const none = { overdue: [], closing: [], withoutNextStep: [], standing: [] };

/** The deal came into its stage so many days ago. */
async function make(who: Person, fields: Partial<DealInput>, daysAgo = 0, stageId = ''): Promise<void> {
  const { id } = await makeDeal(deals, who, fields, stageId);
  const sql = 'update crm.deal set stage_entered_at = now() - make_interval(days => $2) where id = $1';
  if (daysAgo > 0) await crm.testDatabase.sql(sql, [id, daysAgo]);
}

describe('GetDealsOfDay', () => {
  it('puts each open deal of the caller into the first part that it belongs to, the most urgent first', async () => {
    const eve = await person(crm);
    await make(eve, { name: 'a week late', expectedClose: day(-7) });
    await make(eve, { name: 'a month late', expectedClose: day(-30), nextStep: 'Call' }, 40);
    await make(eve, { name: 'in a week', expectedClose: day(7) });
    await make(eve, { name: 'today', expectedClose: day(0) });
    await make(eve, { name: 'no step', expectedClose: day(8) });
    await make(eve, { name: 'no step for long' }, 30);
    await make(eve, { name: 'standing', nextStep: 'Call', expectedClose: day(60) }, 16);
    await make(eve, { name: 'standing longest', nextStep: 'Call' }, 50);
    await make(eve, { name: 'not too long', nextStep: 'Call' }, 14);
    await make(eve, { name: 'fine', nextStep: 'Call', expectedClose: day(60) });
    expect(await ofDay(eve)).toEqual({
      overdue: ['a month late', 'a week late'],
      closing: ['today', 'in a week'],
      withoutNextStep: ['no step for long', 'no step'],
      standing: ['standing longest', 'standing'],
    });
  });

  it('leaves out what is closed, in the bin, of somebody else or of nobody', async () => {
    const eve = await person(crm);
    const bob = await person(crm, { workspaceId: eve.workspaceId, role: 'member' });
    const { stage } = await defaultPipeline(crm, eve);
    await make(eve, { name: 'won', expectedClose: day(-7), amount: { amount: '1.00', currency: 'EUR' } }, 0, stage('Won').id);
    await make(eve, { name: 'of Bob', expectedClose: day(-7), ownerId: bob.userId });
    const nobodys = await makeDeal(deals, eve, { name: 'of nobody', expectedClose: day(-7) });
    await deals.updateDeal({ id: nobodys.id, version: nobodys.version, input: dealInput({ name: undefined, clear: ['ownerId'] }) }, eve);
    const { id } = await makeDeal(deals, eve, { name: 'in the bin', expectedClose: day(-7) });
    await crm.client(RecordServiceService).deleteRecords({ kind: RecordKind.RECORD_KIND_DEAL, ids: [id] }, eve);
    expect(await ofDay(eve)).toEqual(none);
    expect(await ofDay(bob)).toEqual({ ...none, overdue: ['of Bob'] });
    expect(await ofDay(await person(crm))).toEqual(none);
  });

  it('shows twenty of a part and says that there are more', async () => {
    const eve = await person(crm);
    for (let count = 0; count < 21; count += 1) await make(eve, { name: `Deal ${count}` });
    const { withoutNextStep, overdue } = await deals.getDealsOfDay({ timeZone: '' }, eve);
    expect([withoutNextStep?.deals.length, withoutNextStep?.more, overdue?.more]).toEqual([20, true, false]);
  });

  it('follows the time zone', async () => {
    const eve = await person(crm);
    const inNiue = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Pacific/Niue' }).format(new Date());
    await make(eve, { name: 'a day apart', expectedClose: inNiue, nextStep: 'Call' });
    expect(await ofDay(eve, 'Pacific/Niue')).toEqual({ ...none, closing: ['a day apart'] });
    expect(await ofDay(eve, 'Pacific/Kiritimati')).toEqual({ ...none, overdue: ['a day apart'] });
    await expect(deals.getDealsOfDay({ timeZone: 'Mars/Olympus' }, eve)).rejects.toEqual(refusal('invalid', 'INVALID_ARGUMENT', 'timeZone'));
  });
});
