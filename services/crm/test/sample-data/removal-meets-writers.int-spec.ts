import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { GrpcClient } from '@crm-vision/common/grpc';
import { eventually } from '@crm-vision/common/testing';
import { DealServiceService } from '@crm-vision/proto/crm_vision/crm/deals/v1/deals';
import { SampleDataServiceService } from '@crm-vision/proto/crm_vision/crm/sample_data/v1/sample_data';
import { makeDeal } from '../deals/deal-input.js';
import { person, type Person, refusal, startCrm, type TestCrm } from '../testing.js';

let crm: TestCrm;
let ada: Person;
let company: string;
let samples: GrpcClient<typeof SampleDataServiceService>;

beforeAll(async () => {
  crm = await startCrm();
  samples = crm.client(SampleDataServiceService);
});
beforeEach(async () => {
  ada = await person(crm);
  await samples.loadSampleData({}, ada);
  company = (await crm.testDatabase.sql<{ id: string }>('select id from crm.company where workspace_id = $1 limit 1', [ada.workspaceId]))[0]!.id;
});
afterAll(() => crm.stop());

/** A change that has been written and not committed yet. */
async function onItsWay(text: string, values: unknown[]): Promise<{ commit(): Promise<void> }> {
  const [written, commit] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const done = crm.database.transaction(ada.workspaceId, async (transaction) => {
    await transaction.run(text, values);
    written.resolve();
    await commit.promise;
  });
  await Promise.race([written.promise, done]);
  return { commit: () => (commit.resolve(), done) };
}

const somebodyWaits = () => eventually(async () => {
  expect(await crm.testDatabase.sql("select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")).toHaveLength(1);
});

describe('RemoveSampleData', () => {
  it('waits for a contact that is on its way to a sample company, and leaves them both', async () => {
    const making = await onItsWay(
      'insert into crm.contact (workspace_id, id, last_name, company_id, created_by, updated_by) values ($1, $2, $3, $4, $5, $5)', [ada.workspaceId, randomUUID(), 'Late', company, ada.userId],
    );
    const removed = samples.removeSampleData({}, ada);
    await somebodyWaits();
    await making.commit();
    await removed;
    expect(await crm.testDatabase.sql('select c.last_name as contact, c.company_id as company from crm.contact c join crm.company o on o.id = c.company_id where c.workspace_id = $1', [ada.workspaceId]))
      .toEqual([{ contact: 'Late', company }]);
    expect(await samples.getSampleData({}, ada)).toMatchObject({ loaded: false });
  });
});

describe('CreateDeal', () => {
  it('with a company that is taken away meanwhile says that there is no such company', async () => {
    await crm.testDatabase.sql('update crm.contact set company_id = null where workspace_id = $1', [ada.workspaceId]);
    await crm.testDatabase.sql('update crm.deal set company_id = null where workspace_id = $1', [ada.workspaceId]);
    const removing = await onItsWay('delete from crm.company where id = $1', [company]);
    const made = makeDeal(crm.client(DealServiceService), ada, { companyId: company });
    const refused = expect(made).rejects.toEqual(refusal('invalid', 'COMPANY_NOT_FOUND', 'companyId'));
    await somebodyWaits();
    await removing.commit();
    await refused;
  });
});
