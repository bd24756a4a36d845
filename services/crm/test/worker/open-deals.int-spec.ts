import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { registry } from '@crm-vision/common/metrics';
import { DealServiceService } from '@crm-vision/proto/crm_vision/crm/deals/v1/deals';
import { watchOpenDeals } from '../../src/worker/open-deals.js';
import { readOpenDeals } from '../../src/worker/open-deals.repository.js';
import { defaultPipeline, makeDeal, makeFiveDeals, moveRequest } from '../deals/deal-input.js';
import { person, startCrm, type TestCrm } from '../testing.js';

let crm: TestCrm;

beforeAll(async () => {
  crm = await startCrm();
});
afterAll(() => crm.stop());

it('tells the open deals of all workspaces and their worth by currency, and neither a closed one nor a workspace', async () => {
  const [ada, eve] = [await person(crm), await person(crm)];
  await makeFiveDeals(crm, ada);
  await makeFiveDeals(crm, eve);
  const won = await makeDeal(crm.client(DealServiceService), ada, { name: 'Tor', amount: { amount: '9000.00', currency: 'EUR' } });
  await crm.client(DealServiceService).moveDeal(moveRequest(won, (await defaultPipeline(crm, ada)).stage('Won').id), ada);

  watchOpenDeals(() => readOpenDeals(crm.worker));
  const lines = (await registry.metrics()).split('\n').filter((line) => line.startsWith('crm_open_deals')).sort();
  expect(lines).toEqual([
    'crm_open_deals_value{currency="CHF"} 14', 'crm_open_deals_value{currency="EUR"} 200', 'crm_open_deals_value{currency="JPY"} 10000', 'crm_open_deals_value{currency="USD"} 200.02',
    'crm_open_deals{currency="CHF"} 2', 'crm_open_deals{currency="EUR"} 2', 'crm_open_deals{currency="JPY"} 2', 'crm_open_deals{currency="USD"} 2', 'crm_open_deals{currency="none"} 2',
  ]);
});
