import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { GrpcClient } from '@crm-vision/common/grpc';
import { type Deal, DealServiceService } from '@crm-vision/proto/crm_vision/crm/deals/v1/deals';
import type { Filter } from '@crm-vision/proto/crm_vision/crm/lists/v1/lists';
import type { Stage } from '@crm-vision/proto/crm_vision/crm/pipelines/v1/pipelines';
import { person, type Person, refusal, startCrm, type TestCrm } from '../testing.js';
import { defaultPipeline, makeFiveDeals } from './deal-input.js';

let crm: TestCrm;
let ada: Person;
let deals: GrpcClient<typeof DealServiceService>;
let stage: (name: string) => Stage;

const where = (field: string, op: string, ...values: string[]): Filter => ({ and: undefined, or: undefined, condition: { field, op, values } });
const names = (found: readonly Deal[]): string[] => found.map(({ name }) => name);

beforeAll(async () => {
  crm = await startCrm();
  ada = await person(crm);
  deals = crm.client(DealServiceService);
  ({ stage } = await defaultPipeline(crm, ada));
  await makeFiveDeals(crm, ada);
});
afterAll(() => crm.stop());

describe('ListBoardCards', () => {
  it('goes on where the board ends, and only there', async () => {
    const { columns } = await deals.getBoard({ pipelineId: '', filter: undefined, limit: 1 }, ada);
    const column = columns[1]!;
    const request = { stageId: stage('Meeting').id, cursor: column.nextCursor, filter: undefined, limit: 2 };
    const rest = await deals.listBoardCards(request, ada);
    expect([names(column.cards), names(rest.cards), rest.nextCursor]).toEqual([['Garten'], ['Dach', 'Keller'], '']);
    await expect(deals.listBoardCards({ ...request, stageId: stage('Qualified').id }, ada)).rejects.toEqual(refusal('invalid', 'INVALID_CURSOR', 'cursor'));
    await expect(deals.listBoardCards({ ...request, filter: where('name', 'eq', 'a') }, ada)).rejects.toEqual(refusal('invalid', 'INVALID_CURSOR', 'cursor'));
    await expect(deals.listBoardCards({ ...request, stageId: randomUUID() }, ada)).rejects.toEqual(refusal('notFound', 'STAGE_NOT_FOUND'));
  });
});
