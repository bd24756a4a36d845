import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { GrpcClient } from '@crm-vision/common/grpc';
import { CompanyServiceService } from '@crm-vision/proto/crm_vision/crm/companies/v1/companies';
import { type Deal, type DealInput, DealServiceService } from '@crm-vision/proto/crm_vision/crm/deals/v1/deals';
import type { Stage } from '@crm-vision/proto/crm_vision/crm/pipelines/v1/pipelines';
import { RecordKind, RecordServiceService } from '@crm-vision/proto/crm_vision/crm/records/v1/records';
import { SettingsServiceService } from '@crm-vision/proto/crm_vision/crm/settings/v1/settings';
import { companyInput } from '../companies/company-input.js';
import { person, type Person, refusal, startCrm, type TestCrm } from '../testing.js';
import { dealInput, defaultPipeline, makeDeal, moveRequest } from './deal-input.js';

let crm: TestCrm;
let ada: Person;
let deals: GrpcClient<typeof DealServiceService>;
let stage: (name: string) => Stage;

const update = async (deal: Deal, fields: Partial<DealInput>, who = ada): Promise<Deal> =>
  (await deals.updateDeal({ id: deal.id, version: deal.version, input: dealInput({ name: undefined, ...fields }) }, who)).deal!;

beforeAll(async () => {
  crm = await startCrm();
  ada = await person(crm);
  deals = crm.client(DealServiceService);
  ({ stage } = await defaultPipeline(crm, ada));
});
afterAll(() => crm.stop());

describe('OK', () => {
  it('changes what is given, clears what is named, and leaves the rest', async () => {
    const deal = await makeDeal(deals, ada, { amount: { amount: '10.00', currency: 'EUR' }, nextStep: 'Call', tags: { values: ['a'] }, probabilityOverride: 5 });
    const changed = await update(deal, { name: 'Cranes', amount: { amount: '3.50', currency: 'USD' }, clear: ['nextStep', 'probabilityOverride'] });
    expect(changed).toMatchObject({ name: 'Cranes', amount: { amount: '3.50', currency: 'USD' }, tags: ['a'], probability: 20, version: 2 });
    expect([changed.nextStep, changed.probabilityOverride]).toEqual([undefined, undefined]);
    expect((await update(changed, { clear: ['amount'] })).amount).toBeUndefined();
    const [event] = await crm.testDatabase.sql("select payload from crm.timeline_event where record_id = $1 and kind = 'updated' order by at, id limit 1", [deal.id]);
    expect(event).toMatchObject({ payload: { fields: { name: { from: 'Forklifts', to: 'Cranes' }, amount: { from: { amount: '10.00', currency: 'EUR' }, to: { amount: '3.50', currency: 'USD' } } } } });
  });

  it('gives a closed deal in another currency the rate of that one', async () => {
    const rates = [{ currency: 'USD', rate: '0.5' }];
    await crm.client(SettingsServiceService).updateCurrencies({ currencies: { defaultCurrency: 'EUR', rates, version: 1 }, convertRates: false }, ada);
    const won = await makeDeal(deals, ada, { amount: { amount: '10.00', currency: 'EUR' } }, stage('Won').id);
    const rate = async (): Promise<unknown> => (await crm.testDatabase.sql('select closed_rate::text as rate from crm.deal where id = $1', [won.id]))[0];
    expect(await rate()).toEqual({ rate: '1' });
    const other = await update(won, { amount: { amount: '20.00', currency: 'USD' } });
    expect(await rate()).toEqual({ rate: '0.5' });
    const lost = await deals.moveDeal({ ...moveRequest(other, stage('Lost').id), lostReasonText: 'Price' }, ada);
    await update(lost.deal!, { clear: ['amount'] });
    expect(await rate()).toEqual({ rate: null });
  });

  it('keeps a company that went to the bin meanwhile, and takes no new one from there', async () => {
    const { company } = await crm.client(CompanyServiceService).createCompany({ input: companyInput({ name: 'Acme' }) }, ada);
    const deal = await makeDeal(deals, ada, { companyId: company!.id });
    await crm.client(RecordServiceService).deleteRecords({ kind: RecordKind.RECORD_KIND_COMPANY, ids: [company!.id] }, ada);
    expect((await update(deal, { companyId: company!.id, name: 'Still theirs' })).companyId).toBe(company!.id);
    await expect(update(await makeDeal(deals, ada), { companyId: company!.id })).rejects.toEqual(refusal('invalid', 'COMPANY_NOT_FOUND', 'companyId'));
  });

  it('is undone, the sums of its column included', async () => {
    const eve = await person(crm);
    const deal = await makeDeal(deals, eve, { amount: { amount: '10.00', currency: 'EUR' } });
    const { changeSetId } = await deals.updateDeal({ id: deal.id, version: 1, input: dealInput({ amount: { amount: '99.00', currency: 'EUR' } }) }, eve);
    await crm.client(RecordServiceService).undoChangeSet({ id: changeSetId }, eve);
    const { columns } = await deals.getBoard({ pipelineId: '', filter: undefined, limit: 0 }, eve);
    expect([columns[0]?.sum?.amount, columns[0]?.count]).toEqual(['10.00', 1]);
  });
});

describe('what the stage of a deal asks for', () => {
  const full = { amount: { amount: '10.00', currency: 'EUR' }, expectedClose: '2027-01-31' };

  it('is not emptied while the deal stands in it; all else may be', async () => {
    const deal = await makeDeal(deals, ada, { ...full, nextStep: 'Call' }, stage('Negotiation').id);
    await expect(update(deal, { clear: ['amount'] })).rejects.toEqual(refusal('ruleBroken', 'REQUIRED_FIELDS_MISSING', 'amount'));
    await expect(update(deal, { clear: ['expectedClose', 'nextStep'] })).rejects.toEqual(refusal('ruleBroken', 'REQUIRED_FIELDS_MISSING', 'expectedClose'));
    const place = { ...moveRequest(deal, stage('Negotiation').id), input: dealInput({ name: undefined, clear: ['amount'] }) };
    await expect(deals.moveDeal(place, ada)).rejects.toEqual(refusal('ruleBroken', 'REQUIRED_FIELDS_MISSING', 'amount'));
    expect((await update(deal, { clear: ['nextStep'], amount: { amount: '5.00', currency: 'EUR' } })).nextStep).toBeUndefined();
  });

  it('may stay empty where it was so already, and is free again in another stage', async () => {
    const deal = await makeDeal(deals, ada, full, stage('Negotiation').id);
    await crm.testDatabase.sql('update crm.deal set expected_close = null where id = $1', [deal.id]);
    const renamed = await update(deal, { name: 'Renamed' });
    const { deal: moved } = await deals.moveDeal(moveRequest(renamed, stage('Qualified').id), ada);
    expect((await update(moved!, { clear: ['amount'] })).amount).toBeUndefined();
  });
});

describe('an owner who has left the workspace', () => {
  it('may be sent back unchanged, and nobody else may be given to them', async () => {
    const leaver = randomUUID();
    const [theirs, other] = [await makeDeal(deals, ada), await makeDeal(deals, ada)];
    await crm.testDatabase.sql('update crm.deal set owner_id = $2 where id = $1', [theirs.id, leaver]);
    expect(await update(theirs, { ownerId: leaver, name: 'Still theirs' })).toMatchObject({ ownerId: leaver, name: 'Still theirs' });
    await expect(update(other, { ownerId: leaver })).rejects.toEqual(refusal('invalid', 'OWNER_NOT_FOUND', 'ownerId'));
  });
});

describe('a deal in the bin', () => {
  it('is on no board, and comes back to its place', async () => {
    const eve = await person(crm);
    for (const name of ['c', 'b', 'a']) await makeDeal(deals, eve, { name });
    const cards = async (): Promise<string[]> => (await deals.getBoard({ pipelineId: '', filter: undefined, limit: 0 }, eve)).columns[0]!.cards.map(({ name }) => name);
    const [, b] = (await deals.getBoard({ pipelineId: '', filter: undefined, limit: 0 }, eve)).columns[0]!.cards;
    await crm.client(RecordServiceService).deleteRecords({ kind: RecordKind.RECORD_KIND_DEAL, ids: [b!.id] }, eve);
    expect(await cards()).toEqual(['a', 'c']);
    await crm.client(RecordServiceService).restoreRecord({ kind: RecordKind.RECORD_KIND_DEAL, id: b!.id }, eve);
    expect(await cards()).toEqual(['a', 'b', 'c']);
  });
});

describe('errors', () => {
  it('ABORTED with the current deal when somebody changed it before', async () => {
    const deal = await makeDeal(deals, ada);
    await update(deal, { name: 'First' });
    await expect(update(deal, { name: 'Second' })).rejects.toMatchObject({ kind: 'staleVersion', code: 'STALE_VERSION', details: { current: expect.stringContaining('"First"') } });
  });

  it('FAILED_PRECONDITION for a probability of its own on a closed deal', async () => {
    const won = await makeDeal(deals, ada, { amount: { amount: '1.00', currency: 'EUR' } }, stage('Won').id);
    await expect(update(won, { probabilityOverride: 50 })).rejects.toEqual(refusal('ruleBroken', 'DEAL_CLOSED', 'probabilityOverride'));
  });

  it('INVALID_ARGUMENT for fields that only a move may change, and for an empty name', async () => {
    const deal = await makeDeal(deals, ada);
    await expect(update(deal, { clear: ['stageId'] })).rejects.toEqual(refusal('invalid', 'INVALID_ARGUMENT', 'stageId'));
    await expect(update(deal, { clear: ['name'] })).rejects.toEqual(refusal('invalid', 'INVALID_ARGUMENT', 'name'));
  });

  it('NOT_FOUND in another workspace, PERMISSION_DENIED for a viewer', async () => {
    const deal = await makeDeal(deals, ada);
    await expect(update(deal, { name: 'x' }, await person(crm))).rejects.toEqual(refusal('notFound', 'DEAL_NOT_FOUND'));
    await expect(update(deal, { name: 'x' }, await person(crm, { workspaceId: ada.workspaceId, role: 'viewer' }))).rejects.toEqual(refusal('forbidden', 'FORBIDDEN'));
  });
});
