import fs from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parseAllDocuments } from 'yaml';
import { productionProblems } from '@crm-vision/common/config';
import { goldenFile } from '../../src/chart/golden.js';
import { makeSecrets } from '../../src/crmctl/secrets.js';

const servers = { release: 'crm', postgresql: 'embedded', redis: 'embedded' };
const namesOf = (made: ReturnType<typeof makeSecrets>): string[] => made.map(({ name }) => name).toSorted();

describe('crmctl secrets init', () => {
  it('makes the Secrets and keys that the chart makes for development', () => {
    const documents = parseAllDocuments(fs.readFileSync(goldenFile('dev'), 'utf8')).map((document) => document.toJS() as { kind?: string; metadata: { name: string }; stringData: object } | null);
    const inChart = documents.filter((each) => each?.kind === 'Secret').map((each) => [each!.metadata.name, Object.keys(each!.stringData).toSorted()]);
    const made = makeSecrets(servers).map(({ name, data }) => [name, Object.keys(data).toSorted()]);
    expect(Object.fromEntries(made)).toEqual(Object.fromEntries(inChart));
  });

  it('makes what production takes, other ones each time', () => {
    const values = makeSecrets(servers).flatMap(({ data }) => Object.values(data));
    for (const { name, data } of makeSecrets(servers).filter(({ name }) => /-(gateway|auth|crm)$/.test(name))) expect([name, productionProblems({ NODE_ENV: 'production', ...data })]).toEqual([name, []]);
    expect(makeSecrets(servers).flatMap(({ data }) => Object.values(data)).filter((value) => values.includes(value))).toEqual([]);
  });

  it('makes those of the roles for CloudNativePG, and none of a superuser', () => {
    const made = makeSecrets({ ...servers, postgresql: 'cnpg', redis: 'rediss://:Vb3k9Zq7LmX2rT8w@redis.internal:6379' });
    expect(namesOf(made)).toEqual(expect.arrayContaining(['crm-postgresql-owner', 'crm-postgresql-auth', 'crm-postgresql-crm', 'crm-postgresql-backup', 'crm-postgresql-drill']));
    expect(namesOf(made)).not.toContain('crm-postgresql');
    expect(made.find(({ name }) => name === 'crm-auth')!.data['DATABASE_URL']).toContain('@crm-postgresql-rw:5432/crm_vision');
  });

  it('refuses a Redis that is no address', () => {
    expect(() => makeSecrets({ ...servers, redis: 'redis.internal' })).toThrow(/^--redis takes/);
  });
});
