import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { GrpcClient } from '@crm-vision/common/grpc';
import { type Deal, DealServiceService } from '@crm-vision/proto/crm_vision/crm/deals/v1/deals';
import type { Filter } from '@crm-vision/proto/crm_vision/crm/lists/v1/lists';
import type { Stage } from '@crm-vision/proto/crm_vision/crm/pipelines/v1/pipelines';
import { person, type Person, startCrm, type TestCrm } from '../testing.js';
import { defaultPipeline, makeFiveDeals } from './deal-input.js';

let crm: TestCrm;
let ada: Person;
let deals: GrpcClient<typeof DealServiceService>;
let stage: (name: string) => Stage;

const where = (field: string, op: string, ...values: string[]): Filter => ({ and: undefined, or: undefined, condition: { field, op, values } });
const list = (filter: Filter | undefined, sort: { field: string; descending: boolean }[] = [], more: object = {}) => deals.listDeals({ list: { limit: 0, cursor: '', sort, filter, count: false, ...more } }, ada);
const names = (found: readonly Deal[]): string[] => found.map(({ name }) => name);

beforeAll(async () => {
  crm = await startCrm();
  ada = await person(crm);
  deals = crm.client(DealServiceService);
  ({ stage } = await defaultPipeline(crm, ada));
  await makeFiveDeals(crm, ada);
});
afterAll(() => crm.stop());

describe('ListDeals', () => {
  it.each([
    ['name', where('name', 'contains', 'kuche'), ['Küche']],
    ['amount in minor units of its own currency', where('amount', 'gte', '100.01'), ['Bad', 'Keller']],
    ['an amount that is finer than any euro: nothing', where('amount', 'eq', '100.009'), []],
    ['all but such an amount', where('amount', 'ne', '100.009'), ['Bad', 'Dach', 'Garten', 'Keller', 'Küche']],
    ['an amount from between two cents on', where('amount', 'gte', '100.001'), ['Bad', 'Keller']],
    ['amounts up to between two cents', where('amount', 'between', '7.00', '100.009'), ['Dach', 'Küche']],
    ['no amount', where('amount', 'isNull'), ['Garten']],
    ['probability, its own or the stage', where('probability', 'gt', '20'), ['Bad', 'Dach', 'Garten', 'Keller']],
    ['day', where('expectedClose', 'between', '2027-01-01', '2027-01-31'), ['Küche']],
    ['tag', where('tags', 'eq', 'TENDER'), ['Küche']],
    ['next step', where('nextStep', 'isNotNull'), ['Bad']],
    ['status', where('status', 'ne', 'open'), []],
  ])('filters by %s', async (_what, filter, expected) => {
    expect(names((await list(filter, [{ field: 'name', descending: false }])).deals)).toEqual(expected);
  });

  it('filters by stage, pipeline, owner and contact', async () => {
    expect(names((await list(where('stageId', 'in', stage('Meeting').id), [{ field: 'name', descending: true }])).deals)).toEqual(['Keller', 'Garten', 'Dach']);
    expect((await list(where('ownerId', 'eq', ada.userId))).deals).toHaveLength(5);
    expect((await list(where('contactId', 'eq', randomUUID()))).deals).toEqual([]);
  });
});
