-- The wall between workspaces: no workspace set means no rows.
CREATE FUNCTION crm.current_workspace() RETURNS uuid LANGUAGE sql STABLE
  AS $$ SELECT nullif(current_setting('app.workspace_id', true), '')::uuid $$;

DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['company', 'contact', 'contact_email', 'pipeline', 'stage', 'deal', 'deal_contact', 'stage_change', 'stage_rollup', 'lost_reason',
    'workspace_settings', 'task', 'task_link', 'note', 'timeline_event', 'change_set', 'audit_entry', 'outbox_event', 'idempotency_key', 'sample_record'] LOOP
    EXECUTE format('ALTER TABLE crm.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE crm.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY workspace_wall ON crm.%I USING (workspace_id = crm.current_workspace()) WITH CHECK (workspace_id = crm.current_workspace())', t);
  END LOOP;
END $$;

GRANT USAGE ON SCHEMA crm TO crm_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON company, contact, pipeline, stage, deal, lost_reason, workspace_settings, task, note, timeline_event, idempotency_key, sample_record TO crm_app;
GRANT SELECT, INSERT, UPDATE ON change_set TO crm_app;
GRANT SELECT, INSERT ON audit_entry, outbox_event TO crm_app;
-- Kept by triggers alone.
GRANT SELECT ON contact_email, deal_contact, stage_change, stage_rollup, task_link TO crm_app;
DO $$ BEGIN
  IF to_regclass('crm._prisma_migrations') IS NOT NULL THEN GRANT SELECT ON crm._prisma_migrations TO crm_app; END IF;
END $$;

-- Unique among live rows.
CREATE UNIQUE INDEX company_domain_live ON company (workspace_id, domain) WHERE domain IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX company_domain_binned ON company (workspace_id, domain) WHERE domain IS NOT NULL AND deleted_at IS NOT NULL;
CREATE UNIQUE INDEX contact_email_live ON contact_email (workspace_id, email) WHERE live;
CREATE UNIQUE INDEX pipeline_name_live ON pipeline (workspace_id, crm.fold(name)) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX pipeline_default_live ON pipeline (workspace_id) WHERE is_default AND deleted_at IS NULL;
CREATE UNIQUE INDEX lost_reason_name_live ON lost_reason (workspace_id, crm.fold(name)) WHERE NOT archived;

-- One for each sort that the screens offer, on live rows. A missing value counts as the last one.
CREATE INDEX company_by_name ON company (workspace_id, name_sort, id) WHERE deleted_at IS NULL;
CREATE INDEX company_by_created ON company (workspace_id, created_at, id) WHERE deleted_at IS NULL;
CREATE INDEX company_by_updated ON company (workspace_id, updated_at, id) WHERE deleted_at IS NULL;
CREATE INDEX contact_by_name ON contact (workspace_id, name_sort, id) WHERE deleted_at IS NULL;
CREATE INDEX contact_by_last_name ON contact (workspace_id, last_name_sort, id) WHERE deleted_at IS NULL;
CREATE INDEX contact_by_first_name ON contact (workspace_id, first_name_sort, id) WHERE deleted_at IS NULL;
CREATE INDEX contact_by_created ON contact (workspace_id, created_at, id) WHERE deleted_at IS NULL;
CREATE INDEX contact_by_updated ON contact (workspace_id, updated_at, id) WHERE deleted_at IS NULL;
CREATE INDEX contact_by_company ON contact (workspace_id, company_id) WHERE deleted_at IS NULL;
CREATE INDEX deal_by_name ON deal (workspace_id, name_sort, id) WHERE deleted_at IS NULL;
CREATE INDEX deal_by_amount ON deal (workspace_id, coalesce(amount, 9223372036854775807), id) WHERE deleted_at IS NULL;
CREATE INDEX deal_by_expected_close ON deal (workspace_id, coalesce(expected_close, 'infinity'::date), id) WHERE deleted_at IS NULL;
CREATE INDEX deal_by_created ON deal (workspace_id, created_at, id) WHERE deleted_at IS NULL;
CREATE INDEX deal_by_updated ON deal (workspace_id, updated_at, id) WHERE deleted_at IS NULL;
CREATE INDEX deal_on_board ON deal (workspace_id, stage_id, position, id) WHERE deleted_at IS NULL;
CREATE INDEX deal_by_company ON deal (workspace_id, company_id) WHERE deleted_at IS NULL;
CREATE INDEX stage_of_pipeline ON stage (workspace_id, pipeline_id, position) WHERE deleted_at IS NULL;
CREATE INDEX task_by_due ON task (workspace_id, coalesce(due_date, 'infinity'::date), id) WHERE deleted_at IS NULL;
CREATE INDEX task_by_created ON task (workspace_id, created_at, id) WHERE deleted_at IS NULL;
CREATE INDEX task_by_updated ON task (workspace_id, updated_at, id) WHERE deleted_at IS NULL;
CREATE INDEX task_open_of_assignee ON task (workspace_id, assignee_id, coalesce(due_date, 'infinity'::date), id) WHERE deleted_at IS NULL AND status = 'open';
CREATE INDEX task_done_of_assignee ON task (workspace_id, assignee_id, completed_at) WHERE deleted_at IS NULL AND status = 'done';
CREATE INDEX note_of_record ON note (workspace_id, record_id, pinned, created_at, id) WHERE deleted_at IS NULL;
CREATE INDEX note_by_created ON note (workspace_id, created_at, id) WHERE deleted_at IS NULL;

-- The bin, newest first.
CREATE INDEX company_binned ON company (workspace_id, deleted_at, id) WHERE deleted_at IS NOT NULL;
CREATE INDEX contact_binned ON contact (workspace_id, deleted_at, id) WHERE deleted_at IS NOT NULL;
CREATE INDEX deal_binned ON deal (workspace_id, deleted_at, id) WHERE deleted_at IS NOT NULL;
CREATE INDEX task_binned ON task (workspace_id, deleted_at, id) WHERE deleted_at IS NOT NULL;
CREATE INDEX note_binned ON note (workspace_id, deleted_at, id) WHERE deleted_at IS NOT NULL;
CREATE INDEX pipeline_binned ON pipeline (workspace_id, deleted_at, id) WHERE deleted_at IS NOT NULL;

-- What the worker has left to do.
CREATE INDEX outbox_event_waiting ON outbox_event (id) WHERE published_at IS NULL;
CREATE INDEX outbox_event_published ON outbox_event (published_at) WHERE published_at IS NOT NULL;
CREATE INDEX audit_entry_unsealed ON audit_entry (workspace_id, id) WHERE seq IS NULL;
CREATE INDEX idempotency_key_age ON idempotency_key (created_at) WHERE created_at IS NOT NULL;
