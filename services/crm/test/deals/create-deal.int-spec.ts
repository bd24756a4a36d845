import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { GrpcClient } from '@crm-vision/common/grpc';
import { CompanyServiceService } from '@crm-vision/proto/crm_vision/crm/companies/v1/companies';
import { ContactServiceService } from '@crm-vision/proto/crm_vision/crm/contacts/v1/contacts';
import { DealServiceService } from '@crm-vision/proto/crm_vision/crm/deals/v1/deals';
import type { Stage } from '@crm-vision/proto/crm_vision/crm/pipelines/v1/pipelines';
import { companyInput } from '../companies/company-input.js';
import { contactInput } from '../contacts/contact-input.js';
import { person, type Person, refusal, startCrm, type TestCrm } from '../testing.js';
import { dealInput, defaultPipeline, makeDeal } from './deal-input.js';

let crm: TestCrm;
let ada: Person;
let deals: GrpcClient<typeof DealServiceService>;
let stage: (name: string) => Stage;

beforeAll(async () => {
  crm = await startCrm();
  ada = await person(crm);
  deals = crm.client(DealServiceService);
  ({ stage } = await defaultPipeline(crm, ada));
});
afterAll(() => crm.stop());

describe('OK', () => {
  it('keeps everything that was written, with the names of what it names', async () => {
    const { company } = await crm.client(CompanyServiceService).createCompany({ input: companyInput({ name: 'Acme' }) }, ada);
    const { contact } = await crm.client(ContactServiceService).createContact({ input: contactInput({ firstName: 'Grace', lastName: 'Hopper' }) }, ada);
    const input = dealInput({
      name: ' Forklifts ', amount: { amount: '1234.5', currency: 'EUR' }, companyId: company!.id, contactIds: { values: [contact!.id, contact!.id] },
      expectedClose: '2027-01-31', probabilityOverride: 35, nextStep: 'Call', tags: { values: ['tender'] }, custom: '{"rank":1}',
    });
    const { deal, changeSetId } = await deals.createDeal({ input, pipelineId: '', stageId: '' }, ada);
    expect(deal).toMatchObject({
      name: 'Forklifts', amount: { amount: '1234.50', currency: 'EUR' }, company: { id: company!.id, name: 'Acme' }, contactIds: [contact!.id],
      contacts: [{ id: contact!.id, name: 'Grace Hopper' }], ownerId: ada.userId, expectedClose: '2027-01-31', status: 'open', probability: 35, probabilityOverride: 35,
      nextStep: 'Call', tags: ['tender'], custom: '{"rank":1}', stageId: stage('Qualified').id, version: 1,
    });
    expect(changeSetId).not.toBe('');
    expect(await deals.getDeal({ id: deal!.id }, ada)).toEqual({ deal });
  });

  it('goes to the first open stage, with its probability, on top of the column', async () => {
    const [first, second] = [await makeDeal(deals, ada, { name: 'First' }), await makeDeal(deals, ada, { name: 'Second' })];
    expect(first).toMatchObject({ stageId: stage('Qualified').id, probability: 20, status: 'open' });
    const board = await deals.getBoard({ pipelineId: '', filter: undefined, limit: 2 }, ada);
    expect(board.columns[0]?.cards.map(({ id }) => id)).toEqual([second.id, first.id]);
  });

  it('straight into the won stage is a deal that is closed', async () => {
    const won = await makeDeal(deals, ada, { amount: { amount: '5', currency: 'EUR' } }, stage('Won').id);
    expect(won).toMatchObject({ status: 'won', probability: 100 });
    expect(won.closedAt).toBeDefined();
  });

  it('gives a workspace its pipeline, reasons and currency once, however many come first', async () => {
    const eve = await person(crm);
    await Promise.all([1, 2, 3, 4, 5].map(() => makeDeal(deals, eve)));
    const [counts] = await crm.testDatabase.sql(`select (select count(*)::int from crm.pipeline where workspace_id = $1) as pipelines,
      (select count(*)::int from crm.stage where workspace_id = $1) as stages, (select count(*)::int from crm.lost_reason where workspace_id = $1) as reasons,
      (select count(distinct position)::int from crm.deal where workspace_id = $1) as places`, [eve.workspaceId]);
    expect(counts).toEqual({ pipelines: 1, stages: 6, reasons: 6, places: 5 });
  });
});

describe('INVALID_ARGUMENT', () => {
  it.each([
    ['name', dealInput({ name: ' ' })],
    ['name', dealInput({ name: 'a'.repeat(201) })],
    ['amount.amount', dealInput({ amount: { amount: '-1', currency: 'EUR' } })],
    ['amount.currency', dealInput({ amount: { amount: '1', currency: 'EURO' } })],
    ['expectedClose', dealInput({ expectedClose: '2026-02-30' })],
    ['expectedClose', dealInput({ expectedClose: '0026-12-15' })],
    ['probabilityOverride', dealInput({ probabilityOverride: 101 })],
    ['nextStep', dealInput({ nextStep: 'a'.repeat(501) })],
    ['contactIds[0]', dealInput({ contactIds: { values: ['x'] } })],
    ['stageId', dealInput({ clear: ['stageId'] })],
    ['currency', dealInput({ clear: ['currency'] })],
  ])('names the field %s', async (field, input) => {
    await expect(deals.createDeal({ input, pipelineId: '', stageId: '' }, ada)).rejects.toEqual(refusal('invalid', 'INVALID_ARGUMENT', field));
  });

  it('refuses what it names when that does not exist, also in another workspace', async () => {
    const eve = await person(crm);
    const { company } = await crm.client(CompanyServiceService).createCompany({ input: companyInput({ name: 'Foreign' }) }, eve);
    const create = (fields: Parameters<typeof dealInput>[0], more: object = {}): Promise<unknown> => deals.createDeal({ input: dealInput(fields), pipelineId: '', stageId: '', ...more }, ada);
    await expect(create({ companyId: company!.id })).rejects.toEqual(refusal('invalid', 'COMPANY_NOT_FOUND', 'companyId'));
    await expect(create({ contactIds: { values: [randomUUID()] } })).rejects.toEqual(refusal('invalid', 'CONTACT_NOT_FOUND', 'contactIds[0]'));
    await expect(create({ ownerId: randomUUID() })).rejects.toEqual(refusal('invalid', 'OWNER_NOT_FOUND', 'ownerId'));
    await expect(create({}, { stageId: randomUUID() })).rejects.toEqual(refusal('invalid', 'STAGE_NOT_IN_PIPELINE', 'stageId'));
    await expect(create({}, { pipelineId: randomUUID() })).rejects.toMatchObject({ kind: 'invalid' });
    await expect(create({}, { stageId: (await defaultPipeline(crm, eve)).stage('Won').id })).rejects.toEqual(refusal('invalid', 'STAGE_NOT_IN_PIPELINE', 'stageId'));
  });
});

describe('FAILED_PRECONDITION', () => {
  it('names the fields that the stage needs', async () => {
    await expect(makeDeal(deals, ada, {}, stage('Negotiation').id)).rejects.toMatchObject({
      kind: 'ruleBroken', code: 'REQUIRED_FIELDS_MISSING', fields: [expect.objectContaining({ field: 'amount' }), expect.objectContaining({ field: 'expectedClose' })],
    });
  });

  it('makes no deal that is lost without a reason', async () => {
    await expect(makeDeal(deals, ada, {}, stage('Lost').id)).rejects.toEqual(refusal('ruleBroken', 'LOST_REASON_REQUIRED', 'lostReasonId'));
  });
});

describe('PERMISSION_DENIED', () => {
  it('refuses a viewer', async () => {
    const viewer = await person(crm, { workspaceId: ada.workspaceId, role: 'viewer' });
    await expect(makeDeal(deals, viewer)).rejects.toEqual(refusal('forbidden', 'FORBIDDEN'));
  });
});
