-- Goes up with each change, so that of two people who change the workspace at once the second is told.
ALTER TABLE "workspace" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;

DROP FUNCTION auth.memberships_of(uuid);
GRANT USAGE, CREATE ON SCHEMA auth TO auth_resolver;
CREATE FUNCTION auth.memberships_of(person uuid)
  RETURNS TABLE (id uuid, name text, slug text, role text, time_zone text, locale text, country text, version int)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
    SELECT w.id, w.name, w.slug, m.role, w.time_zone, w.locale, w.country, w.version
    FROM auth.membership m JOIN auth.workspace w ON w.id = m.workspace_id
    WHERE m.user_id = person AND m.status = 'active'
    ORDER BY w.name, w.id
  $$;
REVOKE ALL ON FUNCTION auth.memberships_of(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION auth.memberships_of(uuid) TO auth_app;
ALTER FUNCTION auth.memberships_of(uuid) OWNER TO auth_resolver;
REVOKE CREATE ON SCHEMA auth FROM auth_resolver;
