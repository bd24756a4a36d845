-- The planner takes a pattern that it does not know for a common one and reads the whole table. These functions are for patterns that hold a trigram, so the
-- trigram index is right; it is read as a bitmap, and nothing else is left to choose. Shorter patterns are not for them.
GRANT USAGE, CREATE ON SCHEMA crm TO crm_search;
SET ROLE crm_search;
CREATE OR REPLACE FUNCTION crm.company_matching(pattern text, others text[], most int) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER ROWS 200
  SET search_path = pg_catalog, public, pg_temp SET enable_seqscan = off SET enable_indexscan = off SET enable_indexonlyscan = off
  AS $$ SELECT id FROM crm.company WHERE workspace_id = crm.current_workspace() AND deleted_at IS NULL AND search LIKE pattern AND search LIKE ALL (others) LIMIT most $$;
CREATE OR REPLACE FUNCTION crm.contact_matching(pattern text, others text[], most int) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER ROWS 200
  SET search_path = pg_catalog, public, pg_temp SET enable_seqscan = off SET enable_indexscan = off SET enable_indexonlyscan = off
  AS $$ SELECT id FROM crm.contact WHERE workspace_id = crm.current_workspace() AND deleted_at IS NULL AND search LIKE pattern AND search LIKE ALL (others) LIMIT most $$;
CREATE OR REPLACE FUNCTION crm.deal_matching(pattern text, others text[], most int) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER ROWS 200
  SET search_path = pg_catalog, public, pg_temp SET enable_seqscan = off SET enable_indexscan = off SET enable_indexonlyscan = off
  AS $$ SELECT id FROM crm.deal WHERE workspace_id = crm.current_workspace() AND deleted_at IS NULL AND search LIKE pattern AND search LIKE ALL (others) LIMIT most $$;
CREATE OR REPLACE FUNCTION crm.task_matching(pattern text, others text[], most int) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER ROWS 200
  SET search_path = pg_catalog, public, pg_temp SET enable_seqscan = off SET enable_indexscan = off SET enable_indexonlyscan = off
  AS $$ SELECT id FROM crm.task WHERE workspace_id = crm.current_workspace() AND deleted_at IS NULL AND search LIKE pattern AND search LIKE ALL (others) LIMIT most $$;
RESET ROLE;
REVOKE CREATE ON SCHEMA crm FROM crm_search;
