import { createTestDatabase, type TestDatabase, unboundedColumns } from '@crm-vision/common/testing';
import { afterAll, beforeAll, expect, it } from '@jest/globals';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

it('every column of auth refuses a value of eight mebibytes', async () => {
  expect(await unboundedColumns(database, 'auth')).toEqual([]);
});
