import type { Workspace } from '../bench/seed.js';
import { withConnection } from '../database/connection.js';

const companies = `insert into company (workspace_id, id, name, domain, industry, size, owner_id, tags, phone, address, annual_revenue, annual_revenue_currency, created_by, updated_by)
  select $1, gen_random_uuid(), initcap(substr(md5('c' || n), 1, 7)) || ' Works ' || n, 'company-' || n || '.example', (array['Software','Food','Energy','Logistics'])[1 + n % 4],
    (array['1-10','11-50'])[1 + n % 2], $2, array['vip', 'tag ' || n % 300], '+4930' || lpad(n::text, 8, '0'), jsonb_build_object('city', 'Berlin', 'country', 'DE'), n * 100, 'EUR', $2, $2
  from generate_series(1, $3::int) n`;

const contacts = `insert into contact (workspace_id, id, first_name, last_name, title, emails, phones, tags, source, address, company_id, owner_id, lifecycle, created_at, created_by, updated_by)
  select $1, gen_random_uuid(), initcap(substr(md5('f' || n % 2000), 1, 7)), initcap(substr(md5('l' || n % 20000), 1, 9)), (array['CEO','Buyer','Engineer','Head of sales'])[1 + n % 4],
    jsonb_build_array(jsonb_build_object('email', 'person-' || n || '@company-' || n % 1000 || '.example', 'label', 'work', 'primary', true)),
    jsonb_build_array(jsonb_build_object('phone', '+4930' || lpad(n::text, 8, '0'), 'label', 'work', 'primary', true)),
    array['newsletter', 'tag ' || n % 300], (array['web','fair','referral'])[1 + n % 3], jsonb_build_object('city', (array['Berlin','Bonn','Wien'])[1 + n % 3], 'country', (array['DE','AT'])[1 + n % 2]),
    c.ids[1 + n % cardinality(c.ids)], $2, (array['lead','customer','opportunity','subscriber'])[1 + n % 4], now() - n * interval '1 minute', $2, $2
  from generate_series(1, $3::int) n cross join (select array_agg(id) as ids from (select id from company limit 1000) k) c`;

const deals = `insert into deal (workspace_id, id, name, amount, currency, pipeline_id, stage_id, position, owner_id, expected_close, next_step, tags, created_by, updated_by)
  select $1, gen_random_uuid(), 'Deal ' || substr(md5('d' || n), 1, 8), 10000 + n % 5000 * 100, 'EUR', s.pipeline_ids[1 + n % cardinality(s.ids)], s.ids[1 + n % cardinality(s.ids)],
    'f' || lpad(n::text, 6, '0'), $2, current_date + n % 90, 'Call ' || n % 1000, array['vip', 'tag ' || n % 300], $2, $2
  from generate_series(1, $3::int) n cross join (select array_agg(s.id order by s.position) as ids, array_agg(s.pipeline_id order by s.position) as pipeline_ids
    from stage s join pipeline p on p.id = s.pipeline_id where p.is_default and s.type = 'open' and s.deleted_at is null) s`;

const tasks = `insert into task (workspace_id, id, subject, due_date, priority, status, assignee_id, completed_at, created_by, updated_by)
  select $1, gen_random_uuid(), 'Call ' || substr(md5('t' || n), 1, 8), current_date + n % 200 - 100, (array['high','normal','low'])[1 + n % 3], case when n % 3 = 0 then 'done' else 'open' end, $2,
    case when n % 3 = 0 then now() - n * interval '1 minute' end, $2, $2 from generate_series(1, $3::int) n`;

/** So many records of each kind, all their fields filled, as the owner of the tables behind the wall. */
export async function fill(ownerUrl: string, workspace: Workspace, rows: number): Promise<void> {
  await withConnection(ownerUrl, async (client) => {
    await client.query('set search_path = crm, public');
    await client.query("select set_config('app.workspace_id', $1, false)", [workspace.id]);
    for (const text of [companies, contacts, deals, tasks]) await client.query(text, [workspace.id, workspace.ownerId, rows]);
    for (const table of ['company', 'contact', 'contact_email', 'deal', 'deal_worth', 'stage_rollup', 'task']) await client.query(`vacuum analyze ${table}`);
  });
}
