import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sealedColumns, type SealedEntry, verifyChain } from '@crm-vision/common/audit-chain';
import { type AuthUnderTest, newEmail, signUp, startAuth } from '../testing.js';

let auth: AuthUnderTest;
beforeAll(async () => {
  auth = await startAuth();
});
afterAll(() => auth.stop());

const chainOf = ({ workspaceId }: { workspaceId: string }): Promise<SealedEntry[]> =>
  auth.testDatabase.sql<SealedEntry>(`select ${sealedColumns('auth')} from auth.audit_entry where workspace_id = $1 order by audit_entry.seq`, [workspaceId]);

describe('the audit trail of people and workspaces', () => {
  it('is one intact chain for each workspace, also when several write at once', async () => {
    const hosts = [await signUp(auth), await signUp(auth)];
    await Promise.all(hosts.flatMap((host) => Array.from({ length: 12 }, () => auth.invitations.createInvitation({ email: newEmail(), role: 'member' }, { token: host.token }))));
    for (const host of hosts) expect(await verifyChain(await chainOf(host))).toEqual({ entries: 14 });
  });

  it.each([['seq', '7'], ['prev_hash', "'forged'"], ['hash', "'forged'"], ['created_at', "'2001-01-01'"]])('takes no %s from the service', async (column, value) => {
    const { workspaceId, userId } = await signUp(auth);
    const insert = (columns: string, values: string): Promise<unknown> => auth.database.transaction(workspaceId, (transaction) => transaction.run(`insert into audit_entry
      (workspace_id, id, actor_id, action, subject_id, details, request_id${columns}) values ('${workspaceId}', gen_random_uuid(), '${userId}', 'x', '${userId}', '{"a": "ü | \\"1\\""}', 'r'${values})`));
    await expect(insert(`, ${column}`, `, ${value}`)).rejects.toThrow(/permission denied for table audit_entry/);
    await insert('', '');
    expect(await verifyChain(await chainOf({ workspaceId }))).toEqual({ entries: 3 });
  });

  it('is changed by nobody, and shows what was altered behind the back of the product', async () => {
    const host = await signUp(auth);
    for (const name of ['One', 'Two']) await auth.workspaces.updateWorkspace({ name }, { token: host.token });
    for (const change of ["update auth.audit_entry set details = '{}'", 'delete from auth.audit_entry', 'truncate auth.audit_entry']) {
      await expect(auth.testDatabase.sql(change)).rejects.toThrow(/append-only/);
    }
    await auth.testDatabase.sql("alter table auth.audit_entry disable trigger audit_entry_append_only");
    await auth.testDatabase.sql(`update auth.audit_entry set details = '{}' where workspace_id = $1 and seq = 2`, [host.workspaceId]);
    await auth.testDatabase.sql("alter table auth.audit_entry enable trigger audit_entry_append_only");
    expect((await verifyChain(await chainOf(host))).problem).toEqual({ seq: '2', id: expect.any(String), kind: 'altered' });
  });
});
