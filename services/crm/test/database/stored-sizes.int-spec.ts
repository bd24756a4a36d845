import { unboundedColumns } from '@crm-vision/common/testing';
import { PipelineServiceService } from '@crm-vision/proto/crm_vision/crm/pipelines/v1/pipelines';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { person, refusal, startCrm, type TestCrm } from '../testing.js';

let crm: TestCrm;
beforeAll(async () => {
  crm = await startCrm();
});
afterAll(() => crm.stop());

describe('every column of crm', () => {
  it('refuses a value of eight mebibytes', async () => {
    expect(await unboundedColumns(crm.testDatabase, 'crm')).toEqual([]);
  });

  it('is told from others: one without a CHECK of its own is found', async () => {
    await crm.testDatabase.sql('create table crm.anything (id uuid primary key, note text, words text[], named text check (octet_length(named) <= 100), odd xml)');
    const found = await unboundedColumns(crm.testDatabase, 'crm').finally(() => crm.testDatabase.sql('drop table crm.anything'));
    expect(found).toEqual(['anything.note (text)', 'anything.odd (xml)', 'anything.words (text[])']);
  });
});

describe('INVALID_ARGUMENT', () => {
  it('names the field that only the database finds too large', async () => {
    const call = crm.client(PipelineServiceService).createPipeline({ name: 'x'.repeat(600), stages: undefined }, await person(crm));
    await expect(call).rejects.toEqual(refusal('invalid', 'INVALID_ARGUMENT', 'name'));
  });
});
