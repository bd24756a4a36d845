-- Takes away at most so many of what has served, and answers whether there is more: one that deletes a day's worth at once holds its locks and its place
-- in the log too long. The old function stays for the worker of the release before.
CREATE FUNCTION crm.purge_served(event_age interval, most int) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE keys int; events int;
BEGIN
  DELETE FROM crm.idempotency_key k WHERE (k.workspace_id, k.user_id, k.key) IN (
    SELECT workspace_id, user_id, key FROM crm.idempotency_key WHERE created_at < now() - interval '24 hours' ORDER BY created_at LIMIT most);
  GET DIAGNOSTICS keys = ROW_COUNT;
  DELETE FROM crm.outbox_event e WHERE (e.workspace_id, e.id) IN (
    SELECT workspace_id, id FROM crm.outbox_event WHERE published_at < now() - event_age ORDER BY published_at LIMIT most);
  GET DIAGNOSTICS events = ROW_COUNT;
  RETURN keys >= most OR events >= most;
END $$;

REVOKE ALL ON FUNCTION crm.purge_served(interval, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION crm.purge_served(interval, int) TO crm_app;
GRANT CREATE ON SCHEMA crm TO crm_queue;
ALTER FUNCTION crm.purge_served(interval, int) OWNER TO crm_queue;
REVOKE CREATE ON SCHEMA crm FROM crm_queue;
