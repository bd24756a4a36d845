import type { Statement } from '@crm-vision/common/database';

/** Of few rows by their key: no count, however much the workspace has. */
export const USED: Statement = {
  name: 'usage_of_workspace',
  text: `select greatest(coalesce(sum(u.records), 0), 0)::float8 as records, greatest(coalesce(sum(u.bytes), 0), 0)::float8 as bytes,
      coalesce(sum(u.events) filter (where u.hour = date_trunc('hour', now())), 0)::float8 as events,
      greatest(ceil(extract(epoch from date_trunc('hour', now()) + interval '1 hour' - now())), 1)::int as "secondsLeft",
      max(q.records)::float8 as "ownRecords", max(q.bytes)::float8 as "ownBytes", max(q.events)::float8 as "ownEvents"
    from (select crm.current_workspace() as id) w left join crm.workspace_usage u on u.workspace_id = w.id left join crm.workspace_quota q on q.workspace_id = w.id`,
  values: [],
};

/** So many rows has a workspace at most. Connections with the same one wait for each other, for as long as a commit takes. */
const SLOTS = 16;

/** Adds to the row of this connection: `records`, `bytes` and `events` are placeholders. Written last in an act, so that it is held no longer than the commit. */
export function useStatement(workspace: string, records: string, bytes: string, events: string): string {
  return `insert into crm.workspace_usage as u (workspace_id, slot, records, bytes, hour, events)
    values (${workspace}, pg_backend_pid() % ${SLOTS}, ${records}, ${bytes}, date_trunc('hour', now()), ${events})
    on conflict (workspace_id, slot) do update set records = u.records + excluded.records, bytes = u.bytes + excluded.bytes,
      events = case when u.hour = excluded.hour then u.events else 0 end + excluded.events, hour = excluded.hour`;
}
