import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { domainToASCII } from 'node:url';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@crm-vision/common/testing';
import pg from 'pg';

const migration = readFileSync(new URL('../../prisma/migrations/20261130034100_search_in_both_spellings/migration.sql', import.meta.url), 'utf8');
const domains = ['bücher.example', 'straße.example', 'www2.köln-düsseldorf.example', '例子.广告', 'παράδειγμα.example', 'münchen-ost.bäckerei.example'];

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

it('what a release before kept gets the letters of its domains and composed names, in every workspace; other rows stay', async () => {
  const [somebody, ...workspaces] = [randomUUID(), randomUUID(), randomUUID()];
  const kept = [...domains.map(domainToASCII), 'plain.example', 'xn--!.example'];
  for (const workspace of workspaces) {
    for (const domain of kept) await database.sql('insert into crm.company (workspace_id, id, name, domain, created_by, updated_by) values ($1, $2, $3, $4, $5, $5)', [workspace, randomUUID(), 'Cafe\u0301', domain, somebody]);
    await database.sql('insert into crm.contact (workspace_id, id, first_name, last_name, created_by, updated_by) values ($1, $2, $3, $4, $5, $5)', [workspace, randomUUID(), '\u1100\u1161', '김', somebody]);
  }
  const owner = new pg.Client({ connectionString: database.url('crm_vision') });
  await owner.connect();
  await owner.query(migration);
  await owner.end();
  for (const workspace of workspaces) {
    const rows = await database.sql<{ domain: string; search: string }>('select name, domain, domain_ascii, version, search from crm.company where workspace_id = $1', [workspace]);
    for (const domain of domains) expect(rows).toContainEqual(expect.objectContaining({ name: 'Café', domain, domain_ascii: domainToASCII(domain), version: 1 }));
    expect(rows.find(({ domain }) => domain === 'bücher.example')?.search).toBe(' cafe bucher.example xn--bcher-kva.example');
    expect(rows).toContainEqual(expect.objectContaining({ domain: 'plain.example', domain_ascii: null }));
    expect(await database.sql('select first_name, search from crm.contact where workspace_id = $1', [workspace])).toEqual([{ first_name: '가', search: ' 가 김 김가 가김' }]);
  }
});
