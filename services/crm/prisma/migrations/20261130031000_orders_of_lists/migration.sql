-- Names in the order of the root of CLDR, which is that of English, German and most languages of Latin letters: Å and Ä beside A, case and accents last of all.
-- Of our own, so that whoever deploys may note a new version of ICU (crmctl migrate deploy builds what stands in its order anew).
SET LOCAL lock_timeout = '5s';
CREATE COLLATION crm.alphabet (provider = icu, locale = 'und');

-- One index for each sort of each list. Where a value may be missing there are two: it comes last in both directions. CASE, since behind the wall no index serves a
-- condition on coalesce() or on a difference of numbers.
CREATE INDEX company_sorted_by_name ON company (workspace_id, (name COLLATE crm.alphabet), id) WHERE deleted_at IS NULL;
CREATE INDEX contact_sorted_by_name ON contact (workspace_id, (name COLLATE crm.alphabet), id) WHERE deleted_at IS NULL;
CREATE INDEX contact_sorted_by_last_name ON contact (workspace_id, ((CASE WHEN last_name IS NULL THEN chr(65535) ELSE last_name END) COLLATE crm.alphabet), id) WHERE deleted_at IS NULL;
CREATE INDEX contact_sorted_by_last_name_down ON contact (workspace_id, ((CASE WHEN last_name IS NULL THEN '' ELSE last_name END) COLLATE crm.alphabet), id) WHERE deleted_at IS NULL;
CREATE INDEX contact_sorted_by_first_name ON contact (workspace_id, ((CASE WHEN first_name IS NULL THEN chr(65535) ELSE first_name END) COLLATE crm.alphabet), id) WHERE deleted_at IS NULL;
CREATE INDEX contact_sorted_by_first_name_down ON contact (workspace_id, ((CASE WHEN first_name IS NULL THEN '' ELSE first_name END) COLLATE crm.alphabet), id) WHERE deleted_at IS NULL;
CREATE INDEX deal_sorted_by_name ON deal (workspace_id, (name COLLATE crm.alphabet), id) WHERE deleted_at IS NULL;
CREATE INDEX deal_sorted_by_expected_close ON deal (workspace_id, (CASE WHEN expected_close IS NULL THEN 'infinity'::date ELSE expected_close END), id) WHERE deleted_at IS NULL;
CREATE INDEX deal_sorted_by_expected_close_down ON deal (workspace_id, (CASE WHEN expected_close IS NULL THEN '-infinity'::date ELSE expected_close END), id) WHERE deleted_at IS NULL;
CREATE INDEX task_sorted_by_subject ON task (workspace_id, (subject COLLATE crm.alphabet), id) WHERE deleted_at IS NULL;
CREATE INDEX task_sorted_by_due_down ON task (workspace_id, (CASE WHEN due_date IS NULL THEN '-infinity'::timestamp ELSE due_at END), id) WHERE deleted_at IS NULL;
CREATE INDEX task_sorted_by_priority ON task (workspace_id, (CASE priority_rank WHEN 1 THEN 3 WHEN 2 THEN 2 ELSE 1 END), id) WHERE deleted_at IS NULL;
CREATE INDEX task_sorted_by_status ON task (workspace_id, status, id) WHERE deleted_at IS NULL;
CREATE INDEX task_sorted_by_completed ON task (workspace_id, (CASE WHEN completed_at IS NULL THEN 'infinity'::timestamptz ELSE completed_at END), id) WHERE deleted_at IS NULL;
CREATE INDEX task_sorted_by_completed_down ON task (workspace_id, (CASE WHEN completed_at IS NULL THEN '-infinity'::timestamptz ELSE completed_at END), id) WHERE deleted_at IS NULL;

-- "Mine", in the order of names. Amounts are sorted by worth.
DROP INDEX contact_of_owner, company_of_owner, deal_of_owner, deal_by_amount, deal_by_expected_close, task_done_by_completed, task_open_by_priority;
CREATE INDEX contact_of_owner ON contact (workspace_id, owner_id, (name COLLATE crm.alphabet), id) WHERE deleted_at IS NULL;
CREATE INDEX company_of_owner ON company (workspace_id, owner_id, (name COLLATE crm.alphabet), id) WHERE deleted_at IS NULL;
CREATE INDEX deal_of_owner ON deal (workspace_id, owner_id, (name COLLATE crm.alphabet), id) WHERE deleted_at IS NULL;
-- My open ones by priority, and what I have done, newest first.
CREATE INDEX task_open_by_priority ON task (workspace_id, assignee_id, (CASE priority_rank WHEN 1 THEN 3 WHEN 2 THEN 2 ELSE 1 END) DESC, due_at, id) WHERE deleted_at IS NULL AND status = 'open';
CREATE INDEX task_done_by_completed ON task (workspace_id, assignee_id, (CASE WHEN completed_at IS NULL THEN '-infinity'::timestamptz ELSE completed_at END), id)
  WHERE deleted_at IS NULL AND status = 'done';
