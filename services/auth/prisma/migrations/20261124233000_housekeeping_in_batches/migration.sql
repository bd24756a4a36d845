-- Takes away at most so many rows of each table, and answers whether there is more. The old function stays for the release before.
GRANT SELECT (workspace_id, user_id, key, created_at) ON idempotency_key TO auth_resolver;
GRANT SELECT (key, updated_at) ON sign_in_attempt TO auth_resolver;
GRANT SELECT (id) ON session TO auth_resolver;

CREATE FUNCTION auth.take_away_what_is_over(most int) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE keys int; attempts int; sessions int;
BEGIN
  DELETE FROM auth.idempotency_key k WHERE (k.workspace_id, k.user_id, k.key) IN (
    SELECT workspace_id, user_id, key FROM auth.idempotency_key WHERE created_at < now() - interval '24 hours' LIMIT most);
  GET DIAGNOSTICS keys = ROW_COUNT;
  DELETE FROM auth.sign_in_attempt a WHERE a.key IN (SELECT key FROM auth.sign_in_attempt WHERE updated_at < now() - interval '1 day' LIMIT most);
  GET DIAGNOSTICS attempts = ROW_COUNT;
  DELETE FROM auth.session s WHERE s.id IN (SELECT id FROM auth.session WHERE least(expires_at, revoked_at) < now() - interval '30 days' LIMIT most);
  GET DIAGNOSTICS sessions = ROW_COUNT;
  RETURN keys >= most OR attempts >= most OR sessions >= most;
END $$;

REVOKE ALL ON FUNCTION auth.take_away_what_is_over(int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION auth.take_away_what_is_over(int) TO auth_app;
GRANT CREATE ON SCHEMA auth TO auth_resolver;
ALTER FUNCTION auth.take_away_what_is_over(int) OWNER TO auth_resolver;
REVOKE CREATE ON SCHEMA auth FROM auth_resolver;
