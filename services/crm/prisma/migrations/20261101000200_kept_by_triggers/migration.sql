-- These functions run as the owner, whom the wall binds as well; crm_app may only read what they write.

CREATE FUNCTION crm.keep_contact_email() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN DELETE FROM crm.contact_email WHERE workspace_id = OLD.workspace_id AND contact_id = OLD.id; END IF;
  IF TG_OP = 'DELETE' THEN RETURN NULL; END IF;
  INSERT INTO crm.contact_email (workspace_id, contact_id, email, live)
    SELECT DISTINCT NEW.workspace_id, NEW.id, e->>'email', NEW.deleted_at IS NULL FROM jsonb_array_elements(NEW.emails) AS e;
  RETURN NULL;
END $$;
CREATE TRIGGER contact_email_kept AFTER INSERT OR DELETE ON contact FOR EACH ROW EXECUTE FUNCTION crm.keep_contact_email();
CREATE TRIGGER contact_email_kept_on_change AFTER UPDATE OF emails, deleted_at ON contact FOR EACH ROW
  WHEN (OLD.emails IS DISTINCT FROM NEW.emails OR (OLD.deleted_at IS NULL) <> (NEW.deleted_at IS NULL)) EXECUTE FUNCTION crm.keep_contact_email();

CREATE FUNCTION crm.keep_deal_contact() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN DELETE FROM crm.deal_contact WHERE workspace_id = OLD.workspace_id AND deal_id = OLD.id; END IF;
  IF TG_OP = 'DELETE' THEN RETURN NULL; END IF;
  INSERT INTO crm.deal_contact (workspace_id, contact_id, deal_id) SELECT DISTINCT NEW.workspace_id, c, NEW.id FROM unnest(NEW.contact_ids) AS c;
  RETURN NULL;
END $$;
CREATE TRIGGER deal_contact_kept AFTER INSERT OR DELETE ON deal FOR EACH ROW EXECUTE FUNCTION crm.keep_deal_contact();
CREATE TRIGGER deal_contact_kept_on_change AFTER UPDATE OF contact_ids ON deal FOR EACH ROW
  WHEN (OLD.contact_ids IS DISTINCT FROM NEW.contact_ids) EXECUTE FUNCTION crm.keep_deal_contact();

CREATE FUNCTION crm.keep_task_link() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN DELETE FROM crm.task_link WHERE workspace_id = OLD.workspace_id AND task_id = OLD.id; END IF;
  IF TG_OP = 'DELETE' THEN RETURN NULL; END IF;
  INSERT INTO crm.task_link (workspace_id, record_id, task_id, record_kind)
    SELECT DISTINCT ON (l->>'id') NEW.workspace_id, (l->>'id')::uuid, NEW.id, l->>'kind' FROM jsonb_array_elements(NEW.links) AS l;
  RETURN NULL;
END $$;
CREATE TRIGGER task_link_kept AFTER INSERT OR DELETE ON task FOR EACH ROW EXECUTE FUNCTION crm.keep_task_link();
CREATE TRIGGER task_link_kept_on_change AFTER UPDATE OF links ON task FOR EACH ROW
  WHEN (OLD.links IS DISTINCT FROM NEW.links) EXECUTE FUNCTION crm.keep_task_link();

-- History of stages. A move that is taken back (the deal stands in the stage since earlier than before) takes its history back.
CREATE FUNCTION crm.keep_stage_change() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    DELETE FROM crm.stage_change WHERE workspace_id = OLD.workspace_id AND deal_id = OLD.id;
  ELSIF TG_OP = 'INSERT' THEN
    INSERT INTO crm.stage_change (workspace_id, deal_id, to_stage_id, pipeline_id, at, moved_by, amount, currency)
      VALUES (NEW.workspace_id, NEW.id, NEW.stage_id, NEW.pipeline_id, NEW.stage_entered_at, NEW.updated_by, NEW.amount, NEW.currency);
  ELSIF NEW.stage_entered_at < OLD.stage_entered_at THEN
    DELETE FROM crm.stage_change WHERE workspace_id = NEW.workspace_id AND deal_id = NEW.id AND at > NEW.stage_entered_at;
  ELSE
    INSERT INTO crm.stage_change (workspace_id, deal_id, from_stage_id, to_stage_id, pipeline_id, at, moved_by, seconds_in_from_stage, amount, currency)
      VALUES (NEW.workspace_id, NEW.id, OLD.stage_id, NEW.stage_id, NEW.pipeline_id, NEW.stage_entered_at, NEW.updated_by,
        extract(epoch FROM NEW.stage_entered_at - OLD.stage_entered_at)::int, NEW.amount, NEW.currency);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER stage_change_kept AFTER INSERT OR DELETE ON deal FOR EACH ROW EXECUTE FUNCTION crm.keep_stage_change();
CREATE TRIGGER stage_change_kept_on_move AFTER UPDATE OF stage_id ON deal FOR EACH ROW
  WHEN (OLD.stage_id IS DISTINCT FROM NEW.stage_id) EXECUTE FUNCTION crm.keep_stage_change();

-- Count and sums of each stage: one statement for any number of deals, in one order, so that two writers do not wait for each other in a circle.
-- default_amount_sum is weighted by the stage's own probability when it is read; override_weighted_sum is amount times percent.
CREATE FUNCTION crm.keep_stage_rollup() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO crm.stage_rollup AS r (workspace_id, stage_id, currency, deal_count, amount_sum, default_amount_sum, override_weighted_sum)
      SELECT * FROM (
        SELECT workspace_id, stage_id, coalesce(currency, '') AS currency, sum(sign) AS deal_count, coalesce(sum(sign * amount), 0) AS amount_sum,
          coalesce(sum(sign * amount) FILTER (WHERE probability_override IS NULL), 0) AS default_amount_sum,
          coalesce(sum(sign * amount * probability_override), 0) AS override_weighted_sum
        FROM (SELECT 1::numeric AS sign, * FROM new_deals) AS d WHERE deleted_at IS NULL GROUP BY 1, 2, 3) AS delta
      WHERE deal_count <> 0 OR amount_sum <> 0 OR default_amount_sum <> 0 OR override_weighted_sum <> 0 ORDER BY 2, 3
      ON CONFLICT (workspace_id, stage_id, currency) DO UPDATE SET deal_count = r.deal_count + excluded.deal_count, amount_sum = r.amount_sum + excluded.amount_sum,
        default_amount_sum = r.default_amount_sum + excluded.default_amount_sum, override_weighted_sum = r.override_weighted_sum + excluded.override_weighted_sum;
  ELSIF TG_OP = 'DELETE' THEN
    INSERT INTO crm.stage_rollup AS r (workspace_id, stage_id, currency, deal_count, amount_sum, default_amount_sum, override_weighted_sum)
      SELECT * FROM (
        SELECT workspace_id, stage_id, coalesce(currency, '') AS currency, sum(sign) AS deal_count, coalesce(sum(sign * amount), 0) AS amount_sum,
          coalesce(sum(sign * amount) FILTER (WHERE probability_override IS NULL), 0) AS default_amount_sum,
          coalesce(sum(sign * amount * probability_override), 0) AS override_weighted_sum
        FROM (SELECT -1::numeric AS sign, * FROM old_deals) AS d WHERE deleted_at IS NULL GROUP BY 1, 2, 3) AS delta
      WHERE deal_count <> 0 OR amount_sum <> 0 OR default_amount_sum <> 0 OR override_weighted_sum <> 0 ORDER BY 2, 3
      ON CONFLICT (workspace_id, stage_id, currency) DO UPDATE SET deal_count = r.deal_count + excluded.deal_count, amount_sum = r.amount_sum + excluded.amount_sum,
        default_amount_sum = r.default_amount_sum + excluded.default_amount_sum, override_weighted_sum = r.override_weighted_sum + excluded.override_weighted_sum;
  ELSE
    INSERT INTO crm.stage_rollup AS r (workspace_id, stage_id, currency, deal_count, amount_sum, default_amount_sum, override_weighted_sum)
      SELECT * FROM (
        SELECT workspace_id, stage_id, coalesce(currency, '') AS currency, sum(sign) AS deal_count, coalesce(sum(sign * amount), 0) AS amount_sum,
          coalesce(sum(sign * amount) FILTER (WHERE probability_override IS NULL), 0) AS default_amount_sum,
          coalesce(sum(sign * amount * probability_override), 0) AS override_weighted_sum
        FROM (SELECT 1::numeric AS sign, * FROM new_deals UNION ALL SELECT -1::numeric AS sign, * FROM old_deals) AS d WHERE deleted_at IS NULL GROUP BY 1, 2, 3) AS delta
      WHERE deal_count <> 0 OR amount_sum <> 0 OR default_amount_sum <> 0 OR override_weighted_sum <> 0 ORDER BY 2, 3
      ON CONFLICT (workspace_id, stage_id, currency) DO UPDATE SET deal_count = r.deal_count + excluded.deal_count, amount_sum = r.amount_sum + excluded.amount_sum,
        default_amount_sum = r.default_amount_sum + excluded.default_amount_sum, override_weighted_sum = r.override_weighted_sum + excluded.override_weighted_sum;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER stage_rollup_kept_on_insert AFTER INSERT ON deal REFERENCING NEW TABLE AS new_deals FOR EACH STATEMENT EXECUTE FUNCTION crm.keep_stage_rollup();
CREATE TRIGGER stage_rollup_kept_on_update AFTER UPDATE ON deal REFERENCING OLD TABLE AS old_deals NEW TABLE AS new_deals FOR EACH STATEMENT EXECUTE FUNCTION crm.keep_stage_rollup();
CREATE TRIGGER stage_rollup_kept_on_delete AFTER DELETE ON deal REFERENCING OLD TABLE AS old_deals FOR EACH STATEMENT EXECUTE FUNCTION crm.keep_stage_rollup();

-- Entries of the audit are never changed and never taken away; sealing fills what is empty.
CREATE FUNCTION crm.refuse_audit_change() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.seq IS NULL AND NEW.seq IS NOT NULL
    AND to_jsonb(OLD) - ARRAY['seq', 'prev_hash', 'hash'] = to_jsonb(NEW) - ARRAY['seq', 'prev_hash', 'hash'] THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'audit entries are append-only' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE ON audit_entry FOR EACH ROW EXECUTE FUNCTION crm.refuse_audit_change();
CREATE TRIGGER audit_entry_no_truncate BEFORE TRUNCATE ON audit_entry FOR EACH STATEMENT EXECUTE FUNCTION crm.refuse_audit_change();

REVOKE ALL ON FUNCTION crm.keep_contact_email(), crm.keep_deal_contact(), crm.keep_task_link(), crm.keep_stage_change(), crm.keep_stage_rollup(), crm.refuse_audit_change() FROM PUBLIC;
