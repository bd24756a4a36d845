-- One default pipeline still, now counted at the end of a statement instead of row by row: an undo gives "default" back from one pipeline to another at once.
SET LOCAL lock_timeout = '5s';
DROP INDEX pipeline_default_live;
ALTER TABLE pipeline ADD CONSTRAINT pipeline_default_live EXCLUDE USING btree (workspace_id WITH =) WHERE (is_default AND deleted_at IS NULL) DEFERRABLE INITIALLY IMMEDIATE;
