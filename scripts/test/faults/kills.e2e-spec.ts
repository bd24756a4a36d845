import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withConnection } from '../../src/database/connection.js';
import { verifyAllChains } from '../../src/crmctl/audit.js';
import { superuserUrl } from '../../src/crmctl/target.js';
import { freePort } from '../../src/processes/free-ports.js';
import { pollUntil } from '../../src/processes/poll.js';
import { ApiClient } from '../../src/product/api-client.js';
import { Launched } from './launched.js';
import { createAndMove, type Deal } from './workload.js';

const deals = 1_000;
/** A kill after each of these numbers of acknowledged writes, 2 000 in all. */
const kills: [number, string][] = [[150, 'crm'], [400, 'gateway'], [600, 'crm-worker'], [800, 'postgres'], [1_150, 'crm'], [1_400, 'gateway'], [1_650, 'postgres'], [1_850, 'crm-worker']];

interface Board {
  columns: { stage: { id: string; type: string; requiredFields: string[] }; count: number; sum: { amount: string } }[];
}

describe('two thousand creates and moves while processes are killed', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'crm-vision-kills-'));
  fs.chmodSync(folder, 0o711);
  const data = path.join(folder, 'data');
  let launched: Launched;
  let client: ApiClient;
  let acknowledged: Deal[] = [];
  let database = '';
  const killed: string[] = [];

  beforeAll(async () => {
    const port = await freePort();
    launched = new Launched(data, ['--port', String(port)], { RATE_LIMIT_USER_PER_MINUTE: '1000000' });
    client = new ApiClient(await launched.ready());
    await client.signUp({ email: 'kim@example.com', password: 'a long enough passphrase', name: 'Kim', workspaceName: 'Faults' });
    process.env['CRM_VISION_DATA'] = data;
    database = superuserUrl();
    const { columns } = await client.call<Board>('GET', '/api/v1/deals/board');
    const stages = columns.filter(({ stage }) => stage.type === 'open' && stage.requiredFields.length === 0).map(({ stage }) => stage.id);
    const waiting = [...kills];
    acknowledged = await createAndMove(client, {
      deals, stages, concurrency: 8,
      progress: (done) => {
        if (waiting.length === 0 || done < waiting[0]![0]) return;
        const [, part] = waiting.shift()!;
        process.kill(launched.parts()[part]!, 'SIGKILL');
        killed.push(part);
      },
    });
  }, 180_000);

  afterAll(async () => {
    launched.kill('SIGTERM');
    await launched.exited;
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  });

  const ask = async <T>(sql: string): Promise<T[]> => (await withConnection(database, (connection) => connection.query(sql))).rows as T[];

  it('kills each of crm, gateway, worker and PostgreSQL twice, and each is started again', () => {
    expect(killed).toEqual(kills.map(([, part]) => part));
    for (const part of ['crm', 'gateway', 'crm-worker', 'postgres']) {
      const ends = launched.output.match(new RegExp(`^${part} ended`, 'gm'));
      expect([part, (ends ?? []).length >= 2]).toEqual([part, true]);
    }
  });

  it('loses nothing that was acknowledged', async () => {
    const rows = await ask<{ id: string; stage: string; version: number }>('SELECT id::text AS id, stage_id::text AS stage, version FROM crm.deal');
    const stored = new Map(rows.map((row) => [row.id, row]));
    expect(acknowledged).toHaveLength(deals);
    expect(acknowledged.filter(({ id, stageId, version }) => stored.get(id)?.stage !== stageId || stored.get(id)!.version !== version)).toEqual([]);
  });

  it('doubles nothing that was tried again', async () => {
    const [row] = await ask<object>(`SELECT
      (SELECT count(*)::int FROM crm.deal) AS deals,
      (SELECT count(DISTINCT name)::int FROM crm.deal) AS names,
      (SELECT count(*)::int FROM crm.stage_change WHERE from_stage_id IS NOT NULL) AS moves,
      (SELECT count(*)::int FROM crm.audit_entry WHERE record_kind = 'deal') AS audited`);
    expect(row).toEqual({ deals, names: deals, moves: deals, audited: 2 * deals });
  });

  it('keeps sums on the board that equal a recount', async () => {
    const { columns } = await client.call<Board>('GET', '/api/v1/deals/board');
    const counted = await ask<{ id: string; count: number; sum: string }>('SELECT stage_id::text AS id, count(*)::int AS count, sum(amount)::text AS sum FROM crm.deal WHERE deleted_at IS NULL GROUP BY 1');
    const board = columns.filter(({ count }) => count > 0).map(({ stage, count, sum }) => ({ id: stage.id, count, sum: sum.amount.replace('.', '') }));
    expect(new Map(board.map((column) => [column.id, column]))).toEqual(new Map(counted.map((column) => [column.id, column])));
  });

  it('seals every audit entry into a chain that is intact', async () => {
    const sealed = await pollUntil(async () => (await ask<{ open: number }>('SELECT count(*)::int AS open FROM crm.audit_entry WHERE seq IS NULL'))[0]!.open === 0, { within: 30_000, every: 250 });
    expect(sealed).toBe(true);
    const reports = await verifyAllChains(database);
    expect(reports.map(({ schema, unsealed, problem }) => [schema, unsealed, problem])).toEqual([['auth', 0, undefined], ['crm', 0, undefined]]);
  }, 40_000);

  it('is verified by crmctl while it runs, and an altered entry is found', async () => {
    const program = path.resolve(import.meta.dirname, '../../dist/crmctl/main.js');
    const verify = () => promisify(execFile)(process.execPath, [program, 'audit', 'verify'], { env: { ...process.env, NODE_OPTIONS: '', DATABASE_URL: '', CRM_VISION_DATA: data } });
    expect((await verify()).stdout).toContain('All 2 audit chains are intact.');
    // Only a superuser gets past the trigger that refuses it.
    await ask(`SET session_replication_role = replica; UPDATE crm.audit_entry SET after = '{"amount": 1}' WHERE seq = 7`);
    const { stdout, code } = (await verify().catch((error: unknown) => error)) as { stdout: string; code: number };
    expect(stdout).toMatch(/BROKEN after 6 entries: entry 7 is altered/);
    expect(code).toBe(2);
  });

  it('publishes every event of the outbox', async () => {
    const empty = await pollUntil(async () => (await ask<{ open: number }>('SELECT count(*)::int AS open FROM crm.outbox_event WHERE published_at IS NULL'))[0]!.open === 0, { within: 30_000, every: 250 });
    expect(empty).toBe(true);
  }, 40_000);
});
