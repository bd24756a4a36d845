import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type AuthUnderTest, invite, signUp, startAuth } from './testing.js';

let auth: AuthUnderTest;
beforeAll(async () => {
  auth = await startAuth();
});
afterAll(() => auth.stop());

const WALLED = ['audit_entry', 'idempotency_key', 'invitation', 'membership', 'workspace'];

describe('the workspace wall', () => {
  it('stands around every table that has a workspace', async () => {
    const tables = await auth.testDatabase.sql<{ name: string }>(`select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'auth' and c.relkind = 'r' and c.relrowsecurity and c.relforcerowsecurity order by 1`);
    expect(tables.map(({ name }) => name)).toEqual(WALLED);
    const open = await auth.testDatabase.sql(`select t.table_name from information_schema.columns t where t.table_schema = 'auth' and t.column_name = 'workspace_id' and t.table_name <> all($1)`, [WALLED]);
    expect(open).toEqual([]);
  });

  it('shows the app role no row without a workspace, and its own with one', async () => {
    const host = await signUp(auth);
    await signUp(auth);
    await invite(auth, host, 'member');
    for (const table of WALLED) expect((await auth.pool.query(`select * from ${table}`)).rows).toEqual([]);
    const rows = await auth.database.read(host.workspaceId, { name: 'wall_test', text: 'select id from workspace', values: [] });
    expect(rows).toEqual([{ id: host.workspaceId }]);
  });

  it('does not let the app role write into another workspace, change the audit trail, or become somebody else', async () => {
    const [mine, other] = [await signUp(auth), await signUp(auth)];
    const attempt = (sql: string): Promise<unknown> => auth.database.transaction(mine.workspaceId, (transaction) => transaction.run(sql));
    await expect(attempt(`insert into membership (workspace_id, user_id, role) values ('${other.workspaceId}', '${mine.userId}', 'owner')`)).rejects.toThrow(/row-level security/);
    await expect(attempt("update audit_entry set action = 'x'")).rejects.toThrow(/permission denied/);
    await expect(attempt('delete from audit_entry')).rejects.toThrow(/permission denied/);
    await expect(attempt('truncate audit_entry')).rejects.toThrow(/permission denied/);
    await expect(attempt('set local role auth_resolver')).rejects.toThrow(/permission denied/);
  });
});
