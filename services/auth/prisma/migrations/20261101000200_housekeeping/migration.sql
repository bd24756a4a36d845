-- What has served is taken away: a narrow function looks over the wall for it.
GRANT USAGE, CREATE ON SCHEMA auth TO auth_resolver;
GRANT SELECT (created_at), DELETE ON idempotency_key TO auth_resolver;
GRANT SELECT (updated_at), DELETE ON sign_in_attempt TO auth_resolver;
GRANT SELECT (expires_at, revoked_at), DELETE ON session TO auth_resolver;
CREATE POLICY housekeeping ON idempotency_key TO auth_resolver USING (true);

CREATE FUNCTION auth.take_away_what_is_over() RETURNS void
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
    DELETE FROM auth.idempotency_key WHERE created_at < now() - interval '24 hours';
    DELETE FROM auth.sign_in_attempt WHERE updated_at < now() - interval '1 day';
    DELETE FROM auth.session WHERE least(expires_at, revoked_at) < now() - interval '30 days';
  $$;

REVOKE ALL ON FUNCTION auth.take_away_what_is_over() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION auth.take_away_what_is_over() TO auth_app;
ALTER FUNCTION auth.take_away_what_is_over() OWNER TO auth_resolver;
REVOKE CREATE ON SCHEMA auth FROM auth_resolver;
