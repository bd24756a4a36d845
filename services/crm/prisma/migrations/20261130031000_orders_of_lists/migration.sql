-- Names in the order of the root of CLDR, which is that of English, German and most languages of Latin letters: Å and Ä beside A, case and accents last of all.
-- Of our own, so that whoever deploys may note a new version of ICU (crmctl migrate deploy builds what stands in its order anew).
SET LOCAL lock_timeout = '5s';
CREATE COLLATION crm.alphabet (provider = icu, locale = 'und');

-- One index for each sort of each list. Where a value may be missing there are two: it comes last in both directions.
CREATE INDEX company_sorted_by_name ON company (workspace_id, (name COLLATE crm.alphabet), id) WHERE deleted_at IS NULL;
CREATE INDEX contact_sorted_by_name ON contact (workspace_id, (name COLLATE crm.alphabet), id) WHERE deleted_at IS NULL;
CREATE INDEX contact_sorted_by_last_name ON contact (workspace_id, (coalesce(last_name, chr(65535)) COLLATE crm.alphabet), id) WHERE deleted_at IS NULL;
CREATE INDEX contact_sorted_by_last_name_down ON contact (workspace_id, (coalesce(last_name, '') COLLATE crm.alphabet), id) WHERE deleted_at IS NULL;
CREATE INDEX contact_sorted_by_first_name ON contact (workspace_id, (coalesce(first_name, chr(65535)) COLLATE crm.alphabet), id) WHERE deleted_at IS NULL;
CREATE INDEX contact_sorted_by_first_name_down ON contact (workspace_id, (coalesce(first_name, '') COLLATE crm.alphabet), id) WHERE deleted_at IS NULL;
CREATE INDEX deal_sorted_by_name ON deal (workspace_id, (name COLLATE crm.alphabet), id) WHERE deleted_at IS NULL;
CREATE INDEX deal_sorted_by_expected_close_down ON deal (workspace_id, coalesce(expected_close, '-infinity'::date), id) WHERE deleted_at IS NULL;
CREATE INDEX task_sorted_by_subject ON task (workspace_id, (subject COLLATE crm.alphabet), id) WHERE deleted_at IS NULL;
CREATE INDEX task_sorted_by_due_down ON task (workspace_id, (CASE WHEN due_date IS NULL THEN '-infinity'::timestamp ELSE due_at END), id) WHERE deleted_at IS NULL;
CREATE INDEX task_sorted_by_priority ON task (workspace_id, (4 - priority_rank), id) WHERE deleted_at IS NULL;
CREATE INDEX task_sorted_by_status ON task (workspace_id, status, id) WHERE deleted_at IS NULL;
CREATE INDEX task_sorted_by_completed ON task (workspace_id, coalesce(completed_at, 'infinity'::timestamptz), id) WHERE deleted_at IS NULL;
CREATE INDEX task_sorted_by_completed_down ON task (workspace_id, coalesce(completed_at, '-infinity'::timestamptz), id) WHERE deleted_at IS NULL;

-- "Mine", in the order of names. Amounts are sorted by worth.
DROP INDEX contact_of_owner, company_of_owner, deal_of_owner, deal_by_amount;
CREATE INDEX contact_of_owner ON contact (workspace_id, owner_id, (name COLLATE crm.alphabet), id) WHERE deleted_at IS NULL;
CREATE INDEX company_of_owner ON company (workspace_id, owner_id, (name COLLATE crm.alphabet), id) WHERE deleted_at IS NULL;
CREATE INDEX deal_of_owner ON deal (workspace_id, owner_id, (name COLLATE crm.alphabet), id) WHERE deleted_at IS NULL;
