import { withConnection } from '../database/connection.js';

export interface Workspace {
  id: string;
  ownerId: string;
}

const companies = `insert into company (workspace_id, id, name, domain, industry, size, owner_id, created_by, updated_by)
  select $1, gen_random_uuid(), initcap(w.word) || ' ' || (array['Works','Systems','Foods','Logistics','Energy','Partners'])[1 + n % 6] || ' ' || n, 'company-' || n || '.example',
    (array['Software','Food','Energy','Logistics'])[1 + n % 4], (array['1-10','11-50','51-200','201-1000','1001+'])[1 + n % 5], $2, $2, $2
  from generate_series($3::int, $4::int) as n cross join lateral (select substr(md5('c' || n), 1, 6) as word) as w`;

const contacts = `insert into contact (workspace_id, id, first_name, last_name, title, emails, phones, company_id, owner_id, lifecycle, created_at, created_by, updated_by)
  select $1, gen_random_uuid(), initcap(substr(md5('f' || n % 2000), 1, 7)), initcap(substr(md5('l' || n % 20000), 1, 9)), (array['CEO','Buyer','Engineer','Head of sales'])[1 + n % 4],
    jsonb_build_array(jsonb_build_object('email', 'person-' || n || '@company-' || n % 1000 || '.example', 'label', 'work', 'primary', true)),
    jsonb_build_array(jsonb_build_object('phone', '+4930' || lpad(n::text, 8, '0'), 'label', 'work', 'primary', true)),
    c.ids[1 + n % cardinality(c.ids)], $2, (array['lead','customer','opportunity','subscriber'])[1 + n % 4], now() - n * interval '1 minute', $2, $2
  from generate_series($3::int, $4::int) as n cross join (select array_agg(id) as ids from company) as c`;

const deals = `insert into deal (workspace_id, id, name, amount, currency, pipeline_id, stage_id, position, company_id, owner_id, expected_close, created_by, updated_by)
  select $1, gen_random_uuid(), 'Deal ' || n, 10000 + n % 5000 * 100, (array['EUR','EUR','EUR','USD'])[1 + n % 4], s.pipeline_ids[1 + n % cardinality(s.ids)], s.ids[1 + n % cardinality(s.ids)],
    -- Keys of fractional-indexing with a six-digit head, in order.
    'f' || lpad(n::text, 6, '0'), c.ids[1 + n % cardinality(c.ids)], $2, current_date + n % 90, $2, $2
  from generate_series($3::int, $4::int) as n cross join (select array_agg(id) as ids from company) as c
    cross join (select array_agg(s.id order by s.position) as ids, array_agg(s.pipeline_id order by s.position) as pipeline_ids from stage s join pipeline p on p.id = s.pipeline_id
      where p.is_default and s.type = 'open' and s.deleted_at is null) as s`;

/** Fills the workspace up from what is there to `rows` contacts, as the owner of the tables behind the wall. */
export async function seed(ownerUrl: string, workspace: Workspace, from: number, rows: number): Promise<void> {
  await withConnection(ownerUrl, async (client) => {
    await client.query('set search_path = crm, public');
    await client.query("select set_config('app.workspace_id', $1, false)", [workspace.id]);
    const fill = (text: string, share: number): Promise<unknown> => client.query(text, [workspace.id, workspace.ownerId, Math.floor(from / share) + 1, Math.floor(rows / share)]);
    await fill(companies, 10);
    await fill(contacts, 1);
    await fill(deals, 5);
    for (const table of ['company', 'contact', 'contact_email', 'deal', 'stage_rollup']) await client.query(`vacuum analyze ${table}`);
  });
}
