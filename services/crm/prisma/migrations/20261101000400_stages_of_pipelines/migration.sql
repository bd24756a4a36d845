-- The stages of a pipeline are a list on its row, so that one record is changed, audited and undone; the table of stages is kept from it.
ALTER TABLE "pipeline" ADD COLUMN "stage_list" JSONB NOT NULL DEFAULT '[]';

CREATE FUNCTION crm.keep_stage() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE crm.stage SET deleted_at = now() WHERE workspace_id = NEW.workspace_id AND pipeline_id = NEW.id AND deleted_at IS NULL
    AND NOT id IN (SELECT (s->>'id')::uuid FROM jsonb_array_elements(NEW.stage_list) AS s);
  INSERT INTO crm.stage AS t (workspace_id, id, pipeline_id, name, type, probability, rot_days, required_fields, position)
    SELECT NEW.workspace_id, (s->>'id')::uuid, NEW.id, s->>'name', s->>'type', (s->>'probability')::int, (s->>'rotDays')::int,
      ARRAY(SELECT jsonb_array_elements_text(s->'requiredFields')), n FROM jsonb_array_elements(NEW.stage_list) WITH ORDINALITY AS l(s, n)
    ON CONFLICT (workspace_id, id) DO UPDATE SET name = excluded.name, type = excluded.type, probability = excluded.probability, rot_days = excluded.rot_days,
      required_fields = excluded.required_fields, position = excluded.position, deleted_at = NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER stage_kept AFTER INSERT ON pipeline FOR EACH ROW EXECUTE FUNCTION crm.keep_stage();
CREATE TRIGGER stage_kept_on_change AFTER UPDATE OF stage_list ON pipeline FOR EACH ROW
  WHEN (OLD.stage_list IS DISTINCT FROM NEW.stage_list) EXECUTE FUNCTION crm.keep_stage();
REVOKE ALL ON FUNCTION crm.keep_stage() FROM PUBLIC;
REVOKE INSERT, UPDATE, DELETE ON stage FROM crm_app;
