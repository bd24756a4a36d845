import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { GrpcClient } from '@crm-vision/common/grpc';
import { type Deal, DealServiceService } from '@crm-vision/proto/crm_vision/crm/deals/v1/deals';
import type { Filter } from '@crm-vision/proto/crm_vision/crm/lists/v1/lists';
import { person, type Person, refusal, startCrm, type TestCrm } from '../testing.js';
import { makeFiveDeals } from './deal-input.js';

let crm: TestCrm;
let ada: Person;
let deals: GrpcClient<typeof DealServiceService>;

const where = (field: string, op: string, ...values: string[]): Filter => ({ and: undefined, or: undefined, condition: { field, op, values } });
const names = (found: readonly Deal[]): string[] => found.map(({ name }) => name);

beforeAll(async () => {
  crm = await startCrm();
  ada = await person(crm);
  deals = crm.client(DealServiceService);
  await makeFiveDeals(crm, ada);
});
afterAll(() => crm.stop());

describe('GetBoard', () => {
  it('sums each column in the currency of the workspace and names missing rates', async () => {
    const { columns, currency, pipeline } = await deals.getBoard({ pipelineId: '', filter: undefined, limit: 0 }, ada);
    expect([currency, pipeline?.isDefault]).toEqual(['EUR', true]);
    // 100.00 at 20 % and 50.005 at 90 %; 50.00 at 40 %.
    expect(columns.slice(0, 2).map(({ count, sum, weightedSum, missingRates, cards }) => [count, sum?.amount, weightedSum?.amount, missingRates, names(cards)])).toEqual([
      [2, '150.01', '65.00', [], ['Bad', 'Küche']],
      [3, '50.00', '20.00', ['CHF'], ['Garten', 'Dach', 'Keller']],
    ]);
  });

  it('sums what the filter leaves, the same way', async () => {
    const { columns } = await deals.getBoard({ pipelineId: '', filter: where('name', 'contains', 'e'), limit: 0 }, ada);
    expect(columns.slice(0, 2).map(({ count, sum, weightedSum, cards }) => [count, sum?.amount, weightedSum?.amount, names(cards)])).toEqual([
      [1, '100.00', '20.00', ['Küche']], [2, '50.00', '20.00', ['Garten', 'Keller']],
    ]);
    const whole = await deals.getBoard({ pipelineId: '', filter: where('status', 'eq', 'open'), limit: 0 }, ada);
    expect(whole.columns.slice(0, 2)).toEqual((await deals.getBoard({ pipelineId: '', filter: undefined, limit: 0 }, ada)).columns.slice(0, 2));
  });

  it('does not know pipelines of elsewhere, and names wrong fields', async () => {
    await expect(deals.getBoard({ pipelineId: randomUUID(), filter: undefined, limit: 0 }, ada)).rejects.toEqual(refusal('notFound', 'PIPELINE_NOT_FOUND'));
    await expect(deals.getBoard({ pipelineId: 'x', filter: undefined, limit: 0 }, ada)).rejects.toEqual(refusal('invalid', 'INVALID_ARGUMENT', 'pipelineId'));
    await expect(deals.getBoard({ pipelineId: '', filter: undefined, limit: 101 }, ada)).rejects.toEqual(refusal('invalid', 'INVALID_ARGUMENT', 'limit'));
    await expect(deals.getBoard({ pipelineId: '', filter: where('nope', 'eq', '1'), limit: 0 }, ada)).rejects.toMatchObject({ kind: 'invalid' });
  });
});
