-- How much a workspace keeps and changes, for its quotas. In several rows, of which each connection writes its own, so that those who write do not wait for each
-- other; the sum counts. A row counts events of the hour that it names.
SET LOCAL lock_timeout = '5s';
CREATE TABLE "workspace_usage" (
    "workspace_id" UUID NOT NULL,
    "slot" INTEGER NOT NULL,
    "records" BIGINT NOT NULL DEFAULT 0,
    "bytes" BIGINT NOT NULL DEFAULT 0,
    "hour" TIMESTAMPTZ(3) NOT NULL,
    "events" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "workspace_usage_pkey" PRIMARY KEY ("workspace_id","slot")
) WITH (fillfactor = 50);
ALTER TABLE workspace_usage ENABLE ROW LEVEL SECURITY;
ALTER TABLE workspace_usage FORCE ROW LEVEL SECURITY;
CREATE POLICY workspace_wall ON workspace_usage USING (workspace_id = crm.current_workspace()) WITH CHECK (workspace_id = crm.current_workspace());
GRANT SELECT, INSERT, UPDATE ON workspace_usage TO crm_app;

-- What is there already, as it lies on the disk.
DO $$ DECLARE workspaces uuid[]; ws uuid; BEGIN
  SET LOCAL ROLE crm_search;
  SELECT array_agg(workspace_id) INTO workspaces FROM (
    SELECT workspace_id FROM crm.company UNION SELECT workspace_id FROM crm.contact UNION SELECT workspace_id FROM crm.deal UNION SELECT workspace_id FROM crm.task) w;
  RESET ROLE;
  FOREACH ws IN ARRAY coalesce(workspaces, '{}') LOOP
    PERFORM set_config('app.workspace_id', ws::text, true);
    INSERT INTO crm.workspace_usage (workspace_id, slot, records, bytes, hour)
      SELECT ws, 0, coalesce(sum(n), 0), coalesce(sum(bytes), 0), date_trunc('hour', now()) FROM (
        SELECT count(*) AS n, sum(pg_column_size(name) + pg_column_size(custom)) AS bytes FROM crm.company
        UNION ALL SELECT count(*), sum(pg_column_size(emails) + pg_column_size(custom)) FROM crm.contact
        UNION ALL SELECT count(*), sum(pg_column_size(name) + pg_column_size(custom)) FROM crm.deal
        UNION ALL SELECT count(*), sum(pg_column_size(subject) + coalesce(pg_column_size(description), 0)) FROM crm.task
        UNION ALL SELECT count(*), sum(pg_column_size(body)) FROM crm.note
        UNION ALL SELECT 0, sum(pg_column_size(payload)) FROM crm.timeline_event
        UNION ALL SELECT 0, sum(pg_column_size(before) + pg_column_size(after)) FROM crm.audit_entry) kept;
  END LOOP;
  PERFORM set_config('app.workspace_id', '', true);
END $$;
