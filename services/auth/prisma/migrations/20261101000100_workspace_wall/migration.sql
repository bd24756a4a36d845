-- The wall between workspaces: no workspace set means no rows.
CREATE FUNCTION auth.current_workspace() RETURNS uuid LANGUAGE sql STABLE
  AS $$ SELECT nullif(current_setting('app.workspace_id', true), '')::uuid $$;

ALTER TABLE workspace ENABLE ROW LEVEL SECURITY;
ALTER TABLE workspace FORCE ROW LEVEL SECURITY;
CREATE POLICY workspace_wall ON workspace USING (id = auth.current_workspace()) WITH CHECK (id = auth.current_workspace());

ALTER TABLE membership ENABLE ROW LEVEL SECURITY;
ALTER TABLE membership FORCE ROW LEVEL SECURITY;
CREATE POLICY workspace_wall ON membership USING (workspace_id = auth.current_workspace()) WITH CHECK (workspace_id = auth.current_workspace());

ALTER TABLE invitation ENABLE ROW LEVEL SECURITY;
ALTER TABLE invitation FORCE ROW LEVEL SECURITY;
CREATE POLICY workspace_wall ON invitation USING (workspace_id = auth.current_workspace()) WITH CHECK (workspace_id = auth.current_workspace());

ALTER TABLE audit_entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_entry FORCE ROW LEVEL SECURITY;
CREATE POLICY workspace_wall ON audit_entry USING (workspace_id = auth.current_workspace()) WITH CHECK (workspace_id = auth.current_workspace());

ALTER TABLE idempotency_key ENABLE ROW LEVEL SECURITY;
ALTER TABLE idempotency_key FORCE ROW LEVEL SECURITY;
CREATE POLICY workspace_wall ON idempotency_key USING (workspace_id = auth.current_workspace()) WITH CHECK (workspace_id = auth.current_workspace());

GRANT USAGE ON SCHEMA auth TO auth_app;
GRANT SELECT, INSERT, UPDATE ON users, workspace, membership, invitation, session TO auth_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_attempt, signing_key, idempotency_key TO auth_app;
GRANT SELECT, INSERT ON audit_entry TO auth_app;
DO $$ BEGIN
  IF to_regclass('auth._prisma_migrations') IS NOT NULL THEN GRANT SELECT ON auth._prisma_migrations TO auth_app; END IF;
END $$;

-- Signing in has to look over the wall, at one person's own memberships and at one invitation by its token. Two narrow functions do it.
GRANT USAGE, CREATE ON SCHEMA auth TO auth_resolver;
GRANT SELECT ON workspace, membership, invitation TO auth_resolver;
CREATE POLICY resolve ON workspace FOR SELECT TO auth_resolver USING (true);
CREATE POLICY resolve ON membership FOR SELECT TO auth_resolver USING (true);
CREATE POLICY resolve ON invitation FOR SELECT TO auth_resolver USING (true);

CREATE FUNCTION auth.memberships_of(person uuid)
  RETURNS TABLE (id uuid, name text, slug text, role text, time_zone text, locale text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
    SELECT w.id, w.name, w.slug, m.role, w.time_zone, w.locale
    FROM auth.membership m JOIN auth.workspace w ON w.id = m.workspace_id
    WHERE m.user_id = person AND m.status = 'active'
    ORDER BY w.name, w.id
  $$;

CREATE FUNCTION auth.open_invitation(hash bytea)
  RETURNS TABLE (id uuid, workspace_id uuid, workspace_name text, email text, role text, invited_by uuid, expires_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
    SELECT i.id, i.workspace_id, w.name, i.email, i.role, i.invited_by, i.expires_at
    FROM auth.invitation i JOIN auth.workspace w ON w.id = i.workspace_id
    WHERE i.token_hash = hash AND i.accepted_at IS NULL AND i.revoked_at IS NULL AND i.expires_at > now()
  $$;

REVOKE ALL ON FUNCTION auth.memberships_of(uuid), auth.open_invitation(bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION auth.memberships_of(uuid), auth.open_invitation(bytea) TO auth_app;
ALTER FUNCTION auth.memberships_of(uuid) OWNER TO auth_resolver;
ALTER FUNCTION auth.open_invitation(bytea) OWNER TO auth_resolver;
REVOKE CREATE ON SCHEMA auth FROM auth_resolver;
