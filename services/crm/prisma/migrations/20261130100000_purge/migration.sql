-- What other timelines tell of a record goes with it when it is deleted for good. Edits stand on the record's own timeline alone, so the index stays small.
CREATE INDEX timeline_event_beside ON crm.timeline_event (workspace_id, subject_id) WHERE subject_id <> record_id;

-- The stages of a pipeline go with it, and what was counted for them.
CREATE FUNCTION crm.drop_stages() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  DELETE FROM crm.stage_rollup WHERE workspace_id = OLD.workspace_id AND stage_id IN (SELECT id FROM crm.stage WHERE workspace_id = OLD.workspace_id AND pipeline_id = OLD.id);
  DELETE FROM crm.stage WHERE workspace_id = OLD.workspace_id AND pipeline_id = OLD.id;
  RETURN OLD;
END $$;
CREATE TRIGGER stages_dropped BEFORE DELETE ON crm.pipeline FOR EACH ROW EXECUTE FUNCTION crm.drop_stages();
REVOKE ALL ON FUNCTION crm.drop_stages() FROM PUBLIC;
