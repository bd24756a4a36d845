-- One domain has two spellings: in the letters of its language, and in ASCII (punycode), which is what domains are compared by. Code of a release before
-- writes ASCII into the first column alone, which is right for both.
ALTER TABLE "company" ADD COLUMN "domain_ascii" TEXT;
ALTER TABLE "contact_email" ADD COLUMN "shown" TEXT;

CREATE UNIQUE INDEX company_domain_live_in_ascii ON company (workspace_id, coalesce(domain_ascii, domain)) WHERE domain IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX company_domain_binned_in_ascii ON company (workspace_id, coalesce(domain_ascii, domain)) WHERE domain IS NOT NULL AND deleted_at IS NOT NULL;
DROP INDEX company_domain_live, company_domain_binned;
ALTER INDEX company_domain_live_in_ascii RENAME TO company_domain_live;
ALTER INDEX company_domain_binned_in_ascii RENAME TO company_domain_binned;

-- Emails carry "ascii" when their domain has other letters. They are compared by it.
CREATE OR REPLACE FUNCTION crm.keep_contact_email() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN DELETE FROM crm.contact_email WHERE workspace_id = OLD.workspace_id AND contact_id = OLD.id; END IF;
  IF TG_OP = 'DELETE' THEN RETURN NULL; END IF;
  INSERT INTO crm.contact_email (workspace_id, contact_id, email, live, shown)
    SELECT DISTINCT ON (coalesce(e->>'ascii', e->>'email')) NEW.workspace_id, NEW.id, coalesce(e->>'ascii', e->>'email'), NEW.deleted_at IS NULL,
      CASE WHEN e->>'ascii' IS NOT NULL THEN e->>'email' END FROM jsonb_array_elements(NEW.emails) AS e;
  RETURN NULL;
END $$;

-- What the search reads, as functions: what they say can change without a column being made anew.
-- Chinese, Japanese and Korean names are written without a blank, the family name first, and looked for so; null for others.
CREATE FUNCTION crm.joined_name(first_name text, last_name text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT CASE WHEN $1 ~ '[\u3005-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff]' AND $2 ~ '[\u3005-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff]'
    THEN crm.fold(replace($2 || $1 || ' ' || $1 || $2, chr(12288), '')) END $$;

CREATE OR REPLACE FUNCTION crm.contact_text(first_name text, last_name text, emails jsonb, phones jsonb) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT ' ' || crm.fold(trim(coalesce($1, '') || ' ' || coalesce($2, ''))) || coalesce(' ' || crm.joined_name($1, $2), '')
    || coalesce((SELECT string_agg(' ' || crm.fold(e->>'email') || coalesce(' ' || (e->>'ascii'), ''), '') FROM jsonb_array_elements($3) AS e), '')
    || coalesce((SELECT string_agg(' ' || crm.digits(p->>'phone'), '') FROM jsonb_array_elements($4) AS p), '') $$;

CREATE FUNCTION crm.company_text(name text, domain text, domain_ascii text, phone text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT ' ' || crm.fold($1) || coalesce(' ' || crm.fold($2), '') || coalesce(' ' || $3, '') || coalesce(' ' || crm.digits($4), '') $$;

ALTER TABLE company DROP COLUMN search;
ALTER TABLE company ADD COLUMN "search" TEXT GENERATED ALWAYS AS (crm.company_text("name", "domain", "domain_ascii", "phone")) STORED;
GRANT SELECT (search) ON company TO crm_search;
CREATE INDEX company_search ON company USING gin (workspace_id, search public.gin_trgm_ops) WITH (gin_pending_list_limit = 256) WHERE deleted_at IS NULL;
