-- "Mine" is the filter that is asked for most.
CREATE INDEX contact_of_owner ON contact (workspace_id, owner_id, name_sort, id) WHERE deleted_at IS NULL;
CREATE INDEX company_of_owner ON company (workspace_id, owner_id, name_sort, id) WHERE deleted_at IS NULL;
CREATE INDEX deal_of_owner ON deal (workspace_id, owner_id, name_sort, id) WHERE deleted_at IS NULL;

-- Beginnings are ranges by bytes.
ALTER TABLE contact_email ALTER COLUMN email TYPE text COLLATE "C";

-- The setting below is known only once its library is loaded.
SELECT public.similarity('a', 'b');
-- The threshold below is a parameter of pg_trgm: only a session that has used the extension knows it.
SELECT public.show_trgm('x');

-- A name that many have, or many have nearly, is like the first few hundred of them.
GRANT USAGE, CREATE ON SCHEMA crm TO crm_search;
SET ROLE crm_search;
CREATE OR REPLACE FUNCTION crm.company_similar(words text, most int) RETURNS TABLE (id uuid, score real) LANGUAGE sql STABLE SECURITY DEFINER ROWS 5
  SET search_path = pg_catalog, public, pg_temp SET pg_trgm.word_similarity_threshold = 0.7
  AS $$ SELECT c.id, word_similarity(words, c.search) FROM (
      SELECT id, search FROM crm.company WHERE workspace_id = crm.current_workspace() AND deleted_at IS NULL AND words <% search LIMIT 300) c
    ORDER BY 2 DESC, 1 LIMIT most $$;
CREATE OR REPLACE FUNCTION crm.contact_similar(words text, most int) RETURNS TABLE (id uuid, score real) LANGUAGE sql STABLE SECURITY DEFINER ROWS 5
  SET search_path = pg_catalog, public, pg_temp SET pg_trgm.word_similarity_threshold = 0.7
  AS $$ SELECT c.id, word_similarity(words, c.search) FROM (
      SELECT id, search FROM crm.contact WHERE workspace_id = crm.current_workspace() AND deleted_at IS NULL AND words <% search LIMIT 300) c
    ORDER BY 2 DESC, 1 LIMIT most $$;
RESET ROLE;
REVOKE CREATE ON SCHEMA crm FROM crm_search;

-- Whoever checks the chain does not ask the database that holds it (crmctl).
DROP FUNCTION crm.audit_first_broken();
