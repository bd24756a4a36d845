-- Answers that hold a secret (a session, the link of an invitation), for those who ask again with the same Idempotency-Key. Belongs to no workspace:
-- whoever signs up has none yet. Nothing in it can be read without AUTH_ENCRYPTION_KEY.
CREATE TABLE "kept_answer" (
    "id" BYTEA NOT NULL,
    "proof" BYTEA NOT NULL,
    "answer" BYTEA,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "kept_answer_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "kept_answer_age" ON "kept_answer"("created_at");
GRANT SELECT, INSERT, UPDATE, DELETE ON "kept_answer" TO auth_app;
