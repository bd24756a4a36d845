-- Quotas of one workspace in place of those of the installation; null is the installation's. Whoever owns the tables sets them, by crmctl; the service reads.
CREATE TABLE "workspace_quota" (
    "workspace_id" UUID NOT NULL,
    "records" BIGINT,
    "bytes" BIGINT,
    "events" BIGINT,

    CONSTRAINT "workspace_quota_pkey" PRIMARY KEY ("workspace_id"),
    CONSTRAINT "workspace_quota_positive" CHECK (records > 0 AND bytes > 0 AND events > 0)
);
ALTER TABLE workspace_quota ENABLE ROW LEVEL SECURITY;
ALTER TABLE workspace_quota FORCE ROW LEVEL SECURITY;
CREATE POLICY workspace_wall ON workspace_quota USING (workspace_id = crm.current_workspace()) WITH CHECK (workspace_id = crm.current_workspace());
GRANT SELECT ON workspace_quota TO crm_app;
