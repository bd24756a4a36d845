-- The database has them already, except a shadow database.
CREATE EXTENSION IF NOT EXISTS unaccent WITH SCHEMA public;
CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;
CREATE EXTENSION IF NOT EXISTS btree_gin WITH SCHEMA public;

-- Text as people compare it: without case and accents. IMMUTABLE, so that generated columns and indexes may use it.
CREATE FUNCTION crm.fold(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  AS $$ SELECT lower(public.unaccent('public.unaccent'::regdictionary, $1)) $$;

CREATE FUNCTION crm.digits(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  AS $$ SELECT regexp_replace($1, '[^0-9]', '', 'g') $$;

-- What a contact is called: its name, else its primary email.
CREATE FUNCTION crm.contact_name(first_name text, last_name text, emails jsonb) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT coalesce(nullif(trim(coalesce($1, '') || ' ' || coalesce($2, '')), ''),
    (SELECT e->>'email' FROM jsonb_array_elements($3) WITH ORDINALITY AS t(e, n) ORDER BY (e->>'primary')::boolean DESC, n LIMIT 1), '') $$;

-- Every text that a contact is found by. The space in front makes beginnings of words findable as ' ab'.
CREATE FUNCTION crm.contact_text(first_name text, last_name text, emails jsonb, phones jsonb) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT ' ' || crm.fold(trim(coalesce($1, '') || ' ' || coalesce($2, '')))
    || coalesce((SELECT string_agg(' ' || lower(e->>'email'), '') FROM jsonb_array_elements($3) AS e), '')
    || coalesce((SELECT string_agg(' ' || crm.digits(p->>'phone'), '') FROM jsonb_array_elements($4) AS p), '') $$;

-- CreateTable
CREATE TABLE "company" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "domain" TEXT,
    "industry" TEXT,
    "size" TEXT,
    "phone" TEXT,
    "address" JSONB,
    "annual_revenue" BIGINT,
    "annual_revenue_currency" TEXT,
    "owner_id" UUID,
    "tags" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    "custom" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "deleted_at" TIMESTAMPTZ(3),
    "deleted_by" UUID,
    "name_sort" TEXT COLLATE "C" GENERATED ALWAYS AS (crm.fold("name")) STORED,
    "search" TEXT GENERATED ALWAYS AS (' ' || crm.fold("name") || coalesce(' ' || "domain", '') || coalesce(' ' || crm.digits("phone"), '')) STORED,

    CONSTRAINT "company_pkey" PRIMARY KEY ("workspace_id","id"),
    CONSTRAINT "company_name" CHECK ("name" <> ''),
    CONSTRAINT "company_revenue" CHECK (("annual_revenue" IS NULL) = ("annual_revenue_currency" IS NULL))
);

-- CreateTable
CREATE TABLE "contact" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "first_name" TEXT,
    "last_name" TEXT,
    "title" TEXT,
    "emails" JSONB NOT NULL DEFAULT '[]',
    "phones" JSONB NOT NULL DEFAULT '[]',
    "company_id" UUID,
    "owner_id" UUID,
    "lifecycle" TEXT,
    "address" JSONB,
    "tags" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    "custom" JSONB NOT NULL DEFAULT '{}',
    "source" TEXT,
    "do_not_contact" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "deleted_at" TIMESTAMPTZ(3),
    "deleted_by" UUID,
    "name" TEXT GENERATED ALWAYS AS (crm.contact_name("first_name", "last_name", "emails")) STORED,
    "name_sort" TEXT COLLATE "C" GENERATED ALWAYS AS (crm.fold(crm.contact_name("first_name", "last_name", "emails"))) STORED,
    "first_name_sort" TEXT COLLATE "C" GENERATED ALWAYS AS (coalesce(crm.fold("first_name"), chr(1114111))) STORED,
    "last_name_sort" TEXT COLLATE "C" GENERATED ALWAYS AS (coalesce(crm.fold("last_name"), chr(1114111))) STORED,
    "search" TEXT GENERATED ALWAYS AS (crm.contact_text("first_name", "last_name", "emails", "phones")) STORED,

    CONSTRAINT "contact_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "contact_email" (
    "workspace_id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "live" BOOLEAN NOT NULL,

    CONSTRAINT "contact_email_pkey" PRIMARY KEY ("workspace_id","contact_id","email")
);

-- CreateTable
CREATE TABLE "pipeline" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "is_default" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "deleted_at" TIMESTAMPTZ(3),
    "deleted_by" UUID,

    CONSTRAINT "pipeline_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "stage" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "pipeline_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "probability" INTEGER NOT NULL,
    "rot_days" INTEGER,
    "required_fields" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    "position" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "stage_pkey" PRIMARY KEY ("workspace_id","id"),
    CONSTRAINT "stage_type" CHECK ("type" IN ('open', 'won', 'lost')),
    CONSTRAINT "stage_probability" CHECK ("probability" BETWEEN 0 AND 100)
);

-- CreateTable
CREATE TABLE "deal" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "amount" BIGINT,
    "currency" TEXT,
    "pipeline_id" UUID NOT NULL,
    "stage_id" UUID NOT NULL,
    "position" TEXT COLLATE "C" NOT NULL,
    "company_id" UUID,
    "contact_ids" UUID[] NOT NULL DEFAULT ARRAY[]::UUID[],
    "owner_id" UUID,
    "expected_close" DATE,
    "status" TEXT NOT NULL DEFAULT 'open',
    "probability_override" INTEGER,
    "lost_reason_id" UUID,
    "lost_reason_text" TEXT,
    "closed_at" TIMESTAMPTZ(3),
    "closed_rate" DECIMAL,
    "next_step" TEXT,
    "stage_entered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "tags" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    "custom" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "deleted_at" TIMESTAMPTZ(3),
    "deleted_by" UUID,
    "name_sort" TEXT COLLATE "C" GENERATED ALWAYS AS (crm.fold("name")) STORED,
    "search" TEXT GENERATED ALWAYS AS (' ' || crm.fold("name")) STORED,

    CONSTRAINT "deal_pkey" PRIMARY KEY ("workspace_id","id"),
    CONSTRAINT "deal_name" CHECK ("name" <> ''),
    CONSTRAINT "deal_amount" CHECK (("amount" IS NULL) = ("currency" IS NULL)),
    CONSTRAINT "deal_status" CHECK ("status" IN ('open', 'won', 'lost')),
    CONSTRAINT "deal_closed" CHECK (("status" = 'open') = ("closed_at" IS NULL)),
    CONSTRAINT "deal_probability" CHECK ("probability_override" BETWEEN 0 AND 100)
);

-- CreateTable
CREATE TABLE "deal_contact" (
    "workspace_id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "deal_id" UUID NOT NULL,

    CONSTRAINT "deal_contact_pkey" PRIMARY KEY ("workspace_id","contact_id","deal_id")
);

-- CreateTable
CREATE TABLE "stage_change" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "deal_id" UUID NOT NULL,
    "from_stage_id" UUID,
    "to_stage_id" UUID NOT NULL,
    "pipeline_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "moved_by" UUID NOT NULL,
    "seconds_in_from_stage" INTEGER,
    "amount" BIGINT,
    "currency" TEXT,

    CONSTRAINT "stage_change_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "stage_rollup" (
    "workspace_id" UUID NOT NULL,
    "stage_id" UUID NOT NULL,
    "currency" TEXT NOT NULL,
    "deal_count" INTEGER NOT NULL,
    "amount_sum" DECIMAL NOT NULL,
    "default_amount_sum" DECIMAL NOT NULL,
    "override_weighted_sum" DECIMAL NOT NULL,

    CONSTRAINT "stage_rollup_pkey" PRIMARY KEY ("workspace_id","stage_id","currency")
);

-- CreateTable
CREATE TABLE "lost_reason" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "archived" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "lost_reason_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "workspace_settings" (
    "workspace_id" UUID NOT NULL,
    "default_currency" TEXT NOT NULL,
    "rates" JSONB NOT NULL DEFAULT '{}',
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by" UUID,

    CONSTRAINT "workspace_settings_pkey" PRIMARY KEY ("workspace_id")
);

-- CreateTable
CREATE TABLE "task" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "description" TEXT,
    "due_date" DATE,
    "due_time" TEXT,
    "priority" TEXT NOT NULL DEFAULT 'normal',
    "status" TEXT NOT NULL DEFAULT 'open',
    "assignee_id" UUID,
    "completed_at" TIMESTAMPTZ(3),
    "links" JSONB NOT NULL DEFAULT '[]',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "deleted_at" TIMESTAMPTZ(3),
    "deleted_by" UUID,
    "subject_sort" TEXT COLLATE "C" GENERATED ALWAYS AS (crm.fold("subject")) STORED,
    "priority_rank" INTEGER GENERATED ALWAYS AS (CASE "priority" WHEN 'high' THEN 1 WHEN 'normal' THEN 2 ELSE 3 END) STORED,
    "search" TEXT GENERATED ALWAYS AS (' ' || crm.fold("subject")) STORED,

    CONSTRAINT "task_pkey" PRIMARY KEY ("workspace_id","id"),
    CONSTRAINT "task_priority" CHECK ("priority" IN ('low', 'normal', 'high')),
    CONSTRAINT "task_status" CHECK ("status" IN ('open', 'done'))
);

-- CreateTable
CREATE TABLE "task_link" (
    "workspace_id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "record_kind" TEXT NOT NULL,

    CONSTRAINT "task_link_pkey" PRIMARY KEY ("workspace_id","record_id","task_id")
);

-- CreateTable
CREATE TABLE "note" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "record_kind" TEXT NOT NULL,
    "record_id" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "mentions" UUID[] NOT NULL DEFAULT ARRAY[]::UUID[],
    "pinned" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "deleted_at" TIMESTAMPTZ(3),
    "deleted_by" UUID,

    CONSTRAINT "note_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "timeline_event" (
    "workspace_id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "id" UUID NOT NULL,
    "record_kind" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "actor_id" UUID NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "subject_title" TEXT NOT NULL,
    "payload" JSONB NOT NULL,

    CONSTRAINT "timeline_event_pkey" PRIMARY KEY ("workspace_id","record_id","at","id")
);

-- CreateTable
CREATE TABLE "change_set" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "actor_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undoes" UUID,
    "undone_by" UUID,

    CONSTRAINT "change_set_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "change_set_id" UUID NOT NULL,
    "actor_id" UUID NOT NULL,
    "session_id" TEXT NOT NULL,
    "request_id" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "record_kind" TEXT NOT NULL,
    "record_id" UUID NOT NULL,
    "record_version" INTEGER NOT NULL,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seq" BIGINT,
    "prev_hash" BYTEA,
    "hash" BYTEA,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "outbox_event" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "topic" TEXT NOT NULL,
    "record_kind" TEXT NOT NULL,
    "record_id" UUID NOT NULL,
    "record_version" INTEGER NOT NULL,
    "change_set_id" UUID NOT NULL,
    "actor_id" UUID NOT NULL,
    "payload" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "outbox_event_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "workspace_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "response" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("workspace_id","user_id","key")
);

-- CreateTable
CREATE TABLE "sample_record" (
    "workspace_id" UUID NOT NULL,
    "record_kind" TEXT NOT NULL,
    "record_id" UUID NOT NULL,

    CONSTRAINT "sample_record_pkey" PRIMARY KEY ("workspace_id","record_kind","record_id")
);

-- CreateIndex
CREATE INDEX "contact_email_email" ON "contact_email"("workspace_id", "email");

-- CreateIndex
CREATE UNIQUE INDEX "stage_pipeline_key" ON "stage"("workspace_id", "pipeline_id", "id");

-- CreateIndex
CREATE INDEX "deal_contact_deal" ON "deal_contact"("workspace_id", "deal_id");

-- CreateIndex
CREATE INDEX "stage_change_deal" ON "stage_change"("workspace_id", "deal_id", "at");

-- CreateIndex
CREATE INDEX "task_link_task" ON "task_link"("workspace_id", "task_id");

-- CreateIndex
CREATE INDEX "audit_entry_change_set" ON "audit_entry"("workspace_id", "change_set_id");

-- CreateIndex
CREATE UNIQUE INDEX "audit_entry_seq_key" ON "audit_entry"("workspace_id", "seq");

-- AddForeignKey
ALTER TABLE "contact" ADD CONSTRAINT "contact_company_fkey" FOREIGN KEY ("workspace_id", "company_id") REFERENCES "company"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "stage" ADD CONSTRAINT "stage_pipeline_fkey" FOREIGN KEY ("workspace_id", "pipeline_id") REFERENCES "pipeline"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "deal" ADD CONSTRAINT "deal_company_fkey" FOREIGN KEY ("workspace_id", "company_id") REFERENCES "company"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "deal" ADD CONSTRAINT "deal_stage_fkey" FOREIGN KEY ("workspace_id", "pipeline_id", "stage_id") REFERENCES "stage"("workspace_id", "pipeline_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

