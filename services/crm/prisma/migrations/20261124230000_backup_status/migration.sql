-- What the last backup, check and drill of this database said, for the metrics of the worker. The jobs write it through one function and may write nothing else.
CREATE TABLE "backup_status" (
    "kind" TEXT NOT NULL,
    "last_success_at" TIMESTAMPTZ(3),
    "duration_seconds" DOUBLE PRECISION,
    "bytes" BIGINT,
    "row_count" BIGINT,
    "copies" JSONB NOT NULL DEFAULT '{}',
    "rto_seconds" DOUBLE PRECISION,
    "rpo_seconds" DOUBLE PRECISION,
    "failures" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "backup_status_pkey" PRIMARY KEY ("kind"),
    CONSTRAINT "backup_status_kind" CHECK (kind IN ('backup', 'verify', 'drill'))
);
GRANT SELECT ON backup_status TO crm_app;

-- Without a time of success it was a failure. A figure that is not given stays as it was.
CREATE FUNCTION crm.report_backup(what text, succeeded_at timestamptz, figures jsonb) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  INSERT INTO crm.backup_status AS known (kind, last_success_at, duration_seconds, bytes, row_count, copies, rto_seconds, rpo_seconds, failures)
  VALUES (what, succeeded_at, (figures ->> 'seconds')::float8, (figures ->> 'bytes')::bigint, (figures ->> 'rows')::bigint, coalesce(figures -> 'copies', '{}'),
    (figures ->> 'rto')::float8, (figures ->> 'rpo')::float8, (succeeded_at IS NULL)::int)
  ON CONFLICT (kind) DO UPDATE SET
    last_success_at = greatest(known.last_success_at, excluded.last_success_at),
    duration_seconds = coalesce(excluded.duration_seconds, known.duration_seconds),
    bytes = coalesce(excluded.bytes, known.bytes),
    row_count = coalesce(excluded.row_count, known.row_count),
    copies = CASE WHEN figures ? 'copies' THEN excluded.copies ELSE known.copies END,
    rto_seconds = coalesce(excluded.rto_seconds, known.rto_seconds),
    rpo_seconds = coalesce(excluded.rpo_seconds, known.rpo_seconds),
    failures = known.failures + excluded.failures
$$;
REVOKE ALL ON FUNCTION crm.report_backup(text, timestamptz, jsonb) FROM PUBLIC;
-- A server of somebody else may know no such role, and then no backups of ours.
DO $$ BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'backup') THEN GRANT EXECUTE ON FUNCTION crm.report_backup(text, timestamptz, jsonb) TO backup; END IF;
END $$;
