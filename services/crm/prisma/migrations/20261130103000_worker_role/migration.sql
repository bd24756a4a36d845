-- The worker, which looks over the wall, signs in as a role of its own; the service may no longer do what the worker does.
DO $$ BEGIN
  EXECUTE format('GRANT CONNECT ON DATABASE %I TO crm_worker', current_database());
  IF to_regclass('crm._prisma_migrations') IS NOT NULL THEN GRANT SELECT ON crm._prisma_migrations TO crm_worker; END IF;
END $$;
GRANT USAGE ON SCHEMA crm TO crm_worker;
GRANT SELECT ON backup_status TO crm_worker;

-- Number, links and time of an entry, time and publication of an event: what the service does not give, it may not give.
REVOKE INSERT ON audit_entry, outbox_event FROM crm_app;
REVOKE SELECT ON outbox_event FROM crm_app;
GRANT INSERT (workspace_id, id, change_set_id, actor_id, session_id, request_id, action, record_kind, record_id, record_version, before, after) ON audit_entry TO crm_app;
GRANT INSERT (workspace_id, id, topic, record_kind, record_id, record_version, change_set_id, actor_id, payload) ON outbox_event TO crm_app;

-- A worker of the release before is still signed in as crm_app while pods are replaced. Its rights end when the first new worker says that it is there.
CREATE FUNCTION crm.worker_took_over() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(721007, 0);
  IF NOT has_function_privilege('crm_app', 'crm.outbox_waiting(int)', 'EXECUTE') THEN RETURN; END IF;
  REVOKE EXECUTE ON FUNCTION crm.outbox_waiting(int), crm.outbox_published(uuid[]), crm.outbox_lag(), crm.audit_unsealed(int), crm.audit_seal(uuid, int), crm.audit_lag(),
    crm.open_deals(), crm.purge_served(interval), crm.purge_served(interval, int) FROM crm_app;
END $$;
REVOKE ALL ON FUNCTION crm.worker_took_over() FROM PUBLIC;
GRANT CREATE ON SCHEMA crm TO crm_queue;
ALTER FUNCTION crm.worker_took_over() OWNER TO crm_queue;
REVOKE CREATE ON SCHEMA crm FROM crm_queue;

DO $$ BEGIN
  SET LOCAL ROLE crm_queue;
  GRANT EXECUTE ON FUNCTION crm.outbox_waiting(int), crm.outbox_published(uuid[]), crm.outbox_lag(), crm.audit_unsealed(int), crm.audit_seal(uuid, int), crm.audit_lag(),
    crm.open_deals(), crm.purge_served(interval, int), crm.worker_took_over() TO crm_worker;
  -- Nobody works with this database: there is no worker to wait for.
  IF NOT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database() AND usename = 'crm_app') THEN PERFORM crm.worker_took_over(); END IF;
  RESET ROLE;
END $$;
