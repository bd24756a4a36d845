-- How many audit entries wait for their seal, and since when the oldest does.
CREATE FUNCTION crm.audit_lag() RETURNS TABLE (waiting bigint, oldest timestamptz) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ SELECT count(*), min(created_at) FROM crm.audit_entry WHERE seq IS NULL $$;
REVOKE ALL ON FUNCTION crm.audit_lag() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION crm.audit_lag() TO crm_app;
GRANT CREATE ON SCHEMA crm TO crm_queue;
ALTER FUNCTION crm.audit_lag() OWNER TO crm_queue;
REVOKE CREATE ON SCHEMA crm FROM crm_queue;
