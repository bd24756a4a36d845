import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createTestDatabase, eventually, type TestDatabase } from '@crm-vision/common/testing';
import pg from 'pg';

let database: TestDatabase;
let app: pg.Client;
const somebody = randomUUID();
let workspace: string;
let pipeline: string;
let stages: string[];

const run = async (text: string, values: unknown[] = []): Promise<Record<string, unknown>[]> => (await app.query<Record<string, unknown>>(text, values)).rows;
async function addDeal(stage: string, amount: number | null, more: { currency?: string; override?: number; enteredAt?: string } = {}): Promise<string> {
  const id = randomUUID();
  await run(`insert into crm.deal (workspace_id, id, name, amount, currency, pipeline_id, stage_id, position, probability_override, stage_entered_at, created_by, updated_by)
    values ($1, $2, 'Deal', $3, $4, $5, $6, 'a0', $7, $8, $9, $9)`,
  [workspace, id, amount, amount === null ? null : (more.currency ?? 'EUR'), pipeline, stage, more.override ?? null, more.enteredAt ?? '2026-05-01T00:00:00Z', somebody]);
  return id;
}
const rollup = () => run(`select stage_id = $1 as first, currency, frozen_to, frozen_sum::float, deal_count, amount_sum::int, default_amount_sum::int, override_weighted_sum::int from crm.stage_rollup
  where deal_count <> 0 order by 1 desc, 2, 3`, [stages[0]]);
const recount = () => run(`select stage_id = $1 as first, coalesce(currency, '') as currency, coalesce(closed_rate_to, '') as frozen_to,
  coalesce(sum(amount * closed_rate), 0)::float as frozen_sum, count(*)::int as deal_count, coalesce(sum(amount), 0)::int as amount_sum,
  coalesce(sum(amount) filter (where probability_override is null), 0)::int as default_amount_sum, coalesce(sum(amount * probability_override), 0)::int as override_weighted_sum
  from crm.deal where deleted_at is null group by stage_id, currency, closed_rate_to order by 1 desc, 2, 3`, [stages[0]]);

beforeAll(async () => {
  database = await createTestDatabase();
  app = new pg.Client({ connectionString: database.url('crm_app') });
  await app.connect();
});
afterAll(async () => {
  await app.end();
  await database.drop();
});
beforeEach(async () => {
  workspace = randomUUID();
  pipeline = randomUUID();
  stages = [randomUUID(), randomUUID()];
  await run("select set_config('app.workspace_id', $1, false)", [workspace]);
  const list = stages.map((id, index) => ({ id, name: `S${index}`, type: 'open', probability: 50, rotDays: null, requiredFields: [] }));
  await run(`insert into crm.pipeline (workspace_id, id, name, position, stage_list, created_by, updated_by) values ($1, $2, 'Sales', 0, $3, $4, $4)`, [workspace, pipeline, JSON.stringify(list), somebody]);
});

describe('the sums of a stage', () => {
  it('follow creations, edits, moves, the bin and the end of deals', async () => {
    const [first, second] = [stages[0]!, stages[1]!];
    const a = await addDeal(first, 100);
    const b = await addDeal(first, 50, { override: 80 });
    await addDeal(first, null);
    await addDeal(second, 7, { currency: 'JPY' });
    expect(await rollup()).toEqual(await recount());
    expect(await rollup()).toEqual([
      { first: true, currency: '', frozen_to: '', frozen_sum: 0, deal_count: 1, amount_sum: 0, default_amount_sum: 0, override_weighted_sum: 0 },
      { first: true, currency: 'EUR', frozen_to: '', frozen_sum: 0, deal_count: 2, amount_sum: 150, default_amount_sum: 100, override_weighted_sum: 4000 },
      { first: false, currency: 'JPY', frozen_to: '', frozen_sum: 0, deal_count: 1, amount_sum: 7, default_amount_sum: 7, override_weighted_sum: 0 },
    ]);
    await run('update crm.deal set stage_id = $2, stage_entered_at = now() where id = $1', [a, second]);
    await run("update crm.deal set amount = 60, currency = 'USD', probability_override = null where id = $1", [b]);
    expect(await rollup()).toEqual(await recount());
    await run('update crm.deal set deleted_at = now()');
    expect(await rollup()).toEqual([]);
    await run('update crm.deal set deleted_at = null, amount = amount * 2');
    expect(await rollup()).toEqual(await recount());
    await run('delete from crm.deal');
    expect(await rollup()).toEqual([]);
  });

  it('are not touched by an edit that changes no sum', async () => {
    await addDeal(stages[0]!, 100);
    const [before] = await run('select xmin::text from crm.stage_rollup');
    await run("update crm.deal set name = 'Renamed'");
    expect(await run('select xmin::text from crm.stage_rollup')).toEqual([before]);
  });

  it('stay right with many writers at once', async () => {
    const ids: string[] = [];
    for (let index = 0; index < 20; index += 1) ids.push(await addDeal(stages[index % 2]!, index));
    const pool = new pg.Pool({ connectionString: database.url('crm_app'), max: 8 });
    const move = async (id: string, stage: string): Promise<void> => {
      const client = await pool.connect();
      try {
        await client.query('begin');
        await client.query("select set_config('app.workspace_id', $1, true)", [workspace]);
        await client.query('update crm.deal set stage_id = $2, stage_entered_at = now(), amount = amount + 1 where id = $1', [id, stage]);
        await client.query('commit');
      } finally {
        client.release();
      }
    };
    await Promise.all(ids.flatMap((id, index) => [move(id, stages[(index + 1) % 2]!), move(id, stages[index % 2]!)]));
    await pool.end();
    expect(await rollup()).toEqual(await recount());
  });
});

describe('the worth of a deal', () => {
  const worths = async (): Promise<unknown[]> => (await run('select worth from crm.deal_worth order by worth')).map(({ worth }) => worth);
  const setRate = (client: pg.Client, rate: string) => client.query("update crm.workspace_settings set rates = jsonb_build_object('USD', $1::text)", [rate]);

  it('follows the rates of a workspace that gets its settings after its deals', async () => {
    await addDeal(stages[0]!, 100, { currency: 'USD' });
    await addDeal(stages[0]!, null);
    expect(await worths()).toEqual([null, null]);
    await run("insert into crm.workspace_settings (workspace_id, default_currency, rates) values ($1, 'EUR', '{\"USD\": \"0.9\"}')", [workspace]);
    expect(await worths()).toEqual(['9000', null]);
    await run('delete from crm.deal');
    expect(await worths()).toEqual([]);
  });

  it('waits for a rate that is being changed, and a change of rates for deals that are being written', async () => {
    await run("insert into crm.workspace_settings (workspace_id, default_currency, rates) values ($1, 'EUR', '{\"USD\": \"0.9\"}')", [workspace]);
    const other = new pg.Client({ connectionString: database.url('crm_app') });
    await other.connect();
    await other.query("select set_config('app.workspace_id', $1, false)", [workspace]);
    const somebodyWaits = () => eventually(async () => expect(await database.sql("select 1 from pg_locks where locktype = 'advisory' and not granted")).not.toEqual([]));
    await run('begin');
    await addDeal(stages[0]!, 100, { currency: 'USD' });
    const change = setRate(other, '0.5');
    await Promise.race([change, somebodyWaits()]);
    await run('commit');
    await change;
    expect(await worths()).toEqual(['5000']);
    for (const [rate, edit, worth] of [['0.7', 'amount = 200', '14000'], ['0.8', 'deleted_at = now()', '16000']] as const) {
      await run('begin');
      await setRate(app, rate);
      const write = other.query(`update crm.deal set ${edit}`);
      await Promise.race([write, somebodyWaits()]);
      await run('commit');
      await write;
      expect(await worths()).toEqual([worth]);
    }
    await other.end();
  });
});

describe('the history of stages', () => {
  const history = () => run('select from_stage_id, to_stage_id, at, seconds_in_from_stage as seconds from crm.stage_change order by at');

  it('notes each stay, and takes back what a move that is taken back had noted', async () => {
    const [first, second] = [stages[0]!, stages[1]!];
    const id = await addDeal(first, 1, { enteredAt: '2026-05-01T00:00:00Z' });
    await run('update crm.deal set stage_id = $2, stage_entered_at = $3 where id = $1', [id, second, '2026-05-02T00:00:00Z']);
    expect(await history()).toEqual([
      { from_stage_id: null, to_stage_id: first, at: '2026-05-01T00:00:00.000Z', seconds: null },
      { from_stage_id: first, to_stage_id: second, at: '2026-05-02T00:00:00.000Z', seconds: 86_400 },
    ]);
    await run('update crm.deal set stage_id = $2, stage_entered_at = $3 where id = $1', [id, first, '2026-05-01T00:00:00Z']);
    expect(await history()).toHaveLength(1);
  });
});

describe('what stands beside records', () => {
  it('contacts of deals and links of tasks follow their rows', async () => {
    const [ada, bob, deal, task] = [randomUUID(), randomUUID(), await addDeal(stages[0]!, 1), randomUUID()];
    await run('update crm.deal set contact_ids = $2 where id = $1', [deal, [ada, bob, ada]]);
    expect(await run('select contact_id from crm.deal_contact order by 1')).toEqual([ada, bob].sort().map((contact_id) => ({ contact_id })));
    await run('update crm.deal set contact_ids = $2 where id = $1', [deal, [bob]]);
    expect(await run('select contact_id from crm.deal_contact')).toEqual([{ contact_id: bob }]);
    await run(`insert into crm.task (workspace_id, id, subject, links, created_by, updated_by) values ($1, $2, 'Call', $3, $4, $4)`, [workspace, task, JSON.stringify([{ kind: 'contact', id: ada }]), somebody]);
    expect(await run('select record_kind, record_id from crm.task_link')).toEqual([{ record_kind: 'contact', record_id: ada }]);
    await run('delete from crm.task');
    expect(await run('select 1 from crm.task_link')).toEqual([]);
  });

  it('emails follow their contact into the bin and back, and are unique among the living', async () => {
    const add = (name: string) => run(`insert into crm.contact (workspace_id, id, last_name, emails, created_by, updated_by) values ($1, $2, $3, '[{"email":"a@b.example"}]', $4, $4)`, [workspace, randomUUID(), name, somebody]);
    await add('First');
    await expect(add('Second')).rejects.toMatchObject({ code: '23505', constraint: 'contact_email_live' });
    await run('update crm.contact set deleted_at = now()');
    await add('Second');
    await expect(run('update crm.contact set deleted_at = null')).rejects.toMatchObject({ constraint: 'contact_email_live' });
  });
});
