-- Devices on which somebody has given the right password before: who guesses elsewhere does not lock the owner out there. Belongs to no workspace.
CREATE TABLE "known_device" (
    "user_id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "used_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "known_device_pkey" PRIMARY KEY ("user_id", "token_hash")
);
ALTER TABLE "known_device" ADD CONSTRAINT "known_device_token_hash_size" CHECK (octet_length("token_hash") <= 100);
CREATE INDEX "known_device_token" ON "known_device"("token_hash");
CREATE INDEX "known_device_age" ON "known_device"("used_at");
GRANT SELECT, INSERT, UPDATE, DELETE ON "known_device" TO auth_app;

ALTER TABLE "session" ADD COLUMN "device_hash" BYTEA, ADD CONSTRAINT "session_device_hash_size" CHECK (octet_length("device_hash") <= 100);

-- Failures are forgotten bit by bit, so that what many share does not stay locked.
ALTER TABLE "sign_in_attempt" ALTER COLUMN "failures" SET DATA TYPE DOUBLE PRECISION;
