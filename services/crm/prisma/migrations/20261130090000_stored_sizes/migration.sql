-- How large each value may be as it is kept, in bytes (arrays of ids: how many). The services say so before, in characters and with more to say; these are the walls
-- behind them, wide enough for what they let through in any script. A violation reads as 400 of the field in the constraint's name (common/database/sql-errors).
-- Not validated: no table is read now, and what is there already stays until it is written.
SET LOCAL lock_timeout = '5s';
DO $$ DECLARE c record; BEGIN
  FOR c IN SELECT * FROM (VALUES
    ('audit_entry', 'action', 'text', 100), ('audit_entry', 'record_kind', 'text', 100), ('audit_entry', 'session_id', 'text', 200),
    ('audit_entry', 'request_id', 'text', 200), ('audit_entry', 'before', 'jsonb', 2097152), ('audit_entry', 'after', 'jsonb', 2097152),
    ('audit_entry', 'prev_hash', 'text', 100), ('audit_entry', 'hash', 'text', 100),
    ('backup_status', 'copies', 'jsonb', 100000),
    ('change_set', 'kind', 'text', 100),
    ('company', 'name', 'text', 1200), ('company', 'domain', 'text', 1000), ('company', 'domain_ascii', 'text', 1000),
    ('company', 'industry', 'text', 800), ('company', 'size', 'text', 20), ('company', 'phone', 'text', 400), ('company', 'address', 'jsonb', 8000),
    ('company', 'annual_revenue_currency', 'text', 12), ('company', 'tags', 'array', 16000), ('company', 'custom', 'jsonb', 131072),
    ('contact', 'first_name', 'text', 600), ('contact', 'last_name', 'text', 600), ('contact', 'title', 'text', 800),
    ('contact', 'emails', 'jsonb', 32000), ('contact', 'phones', 'jsonb', 16000), ('contact', 'lifecycle', 'text', 40),
    ('contact', 'address', 'jsonb', 8000), ('contact', 'tags', 'array', 16000), ('contact', 'custom', 'jsonb', 131072),
    ('contact', 'source', 'text', 800),
    ('contact_email', 'email', 'text', 1000), ('contact_email', 'shown', 'text', 1000),
    ('deal', 'name', 'text', 1200), ('deal', 'currency', 'text', 12), ('deal', 'position', 'text', 1000), ('deal', 'contact_ids', 'count', 100),
    ('deal', 'lost_reason_text', 'text', 3000), ('deal', 'closed_rate_to', 'text', 12), ('deal', 'next_step', 'text', 3000),
    ('deal', 'tags', 'array', 16000), ('deal', 'custom', 'jsonb', 131072),
    ('idempotency_key', 'key', 'text', 200), ('idempotency_key', 'method', 'text', 200), ('idempotency_key', 'request_hash', 'text', 100),
    ('idempotency_key', 'response', 'jsonb', 4194304),
    ('lost_reason', 'name', 'text', 800),
    ('note', 'record_kind', 'text', 100), ('note', 'body', 'text', 600000), ('note', 'mentions', 'count', 2000),
    ('outbox_event', 'topic', 'text', 100), ('outbox_event', 'record_kind', 'text', 100), ('outbox_event', 'payload', 'jsonb', 8000),
    ('pipeline', 'name', 'text', 500), ('pipeline', 'stage_list', 'jsonb', 65536),
    ('sample_record', 'record_kind', 'text', 100),
    ('stage', 'name', 'text', 800), ('stage', 'required_fields', 'array', 2000),
    ('stage_change', 'currency', 'text', 12),
    ('stage_rollup', 'currency', 'text', 12), ('stage_rollup', 'frozen_to', 'text', 12),
    ('task', 'subject', 'text', 2000), ('task', 'description', 'text', 60000), ('task', 'due_time', 'text', 20), ('task', 'links', 'jsonb', 8000),
    ('task_link', 'record_kind', 'text', 100),
    ('timeline_event', 'record_kind', 'text', 100), ('timeline_event', 'kind', 'text', 100), ('timeline_event', 'subject_kind', 'text', 100),
    ('timeline_event', 'subject_title', 'text', 2000), ('timeline_event', 'payload', 'jsonb', 1048576),
    ('workspace_settings', 'default_currency', 'text', 12), ('workspace_settings', 'rates', 'jsonb', 16000),
    ('workspace_settings', 'former_rates', 'jsonb', 32000)
  ) AS v(tab, col, kind, most) LOOP
    EXECUTE format('ALTER TABLE crm.%I ADD CONSTRAINT %I CHECK (%s <= %s) NOT VALID', c.tab, c.tab || '_' || c.col || '_size', format(CASE c.kind
      WHEN 'text' THEN 'octet_length(%I)' WHEN 'jsonb' THEN 'octet_length(%I::text)' WHEN 'array' THEN 'pg_column_size(%I)' WHEN 'count' THEN 'cardinality(%I)' END, c.col), c.most);
  END LOOP;
END $$;
