-- When a task falls due, as one value that orders and pages: at its time, or, without one, at the end of its day; never without a day.
ALTER TABLE task ADD COLUMN "due_at" TIMESTAMP(3) GENERATED ALWAYS AS (coalesce(
  due_date + make_interval(hours => coalesce(substr(due_time, 1, 2)::int, 23), mins => coalesce(substr(due_time, 4, 2)::int, 59), secs => CASE WHEN due_time IS NULL THEN 59 ELSE 0 END),
  'infinity'::timestamp)) STORED;

DROP INDEX task_by_due, task_open_of_assignee, task_open_by_priority;
CREATE INDEX task_by_due ON task (workspace_id, due_at, id) WHERE deleted_at IS NULL;
CREATE INDEX task_open_of_assignee ON task (workspace_id, assignee_id, due_at, id) WHERE deleted_at IS NULL AND status = 'open';
CREATE INDEX task_open_by_priority ON task (workspace_id, assignee_id, (4 - priority_rank) DESC, due_at, id) WHERE deleted_at IS NULL AND status = 'open';
