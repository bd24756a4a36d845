-- Notes of all records by their last change.
CREATE INDEX note_by_updated ON crm.note (workspace_id, updated_at, id) WHERE deleted_at IS NULL;
