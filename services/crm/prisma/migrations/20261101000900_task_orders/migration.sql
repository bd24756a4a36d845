-- The orders of the tasks page: my open ones by priority, and what I have done, newest first.
CREATE INDEX task_open_by_priority ON task (workspace_id, assignee_id, (4 - priority_rank) DESC, coalesce(due_date, 'infinity'::date), id) WHERE deleted_at IS NULL AND status = 'open';
CREATE INDEX task_done_by_completed ON task (workspace_id, assignee_id, coalesce(completed_at, 'infinity'::timestamptz), id) WHERE deleted_at IS NULL AND status = 'done';
