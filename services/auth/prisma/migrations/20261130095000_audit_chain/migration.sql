-- Entries of the audit are chained by hash, one chain a workspace, as those of crm are. They are few, so each is sealed as it is written.
ALTER TABLE "audit_entry" ADD COLUMN "hash" BYTEA,
ADD COLUMN "prev_hash" BYTEA,
ADD COLUMN "seq" BIGINT;

-- What the hash of an entry covers, beside the hash before it.
CREATE FUNCTION auth.audit_text(entry auth.audit_entry) RETURNS text LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp
  AS $$ SELECT concat_ws('|', entry.workspace_id, entry.seq, entry.id, entry.actor_id, entry.action, entry.subject_id, entry.details::text, entry.request_id,
    floor(extract(epoch FROM entry.created_at) * 1000)::bigint) $$;

-- Number, links and time are the database's own, whatever was given. Writers of one workspace take turns until they commit, so that no number is missing.
CREATE FUNCTION auth.seal_audit_entry() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE last auth.audit_entry;
BEGIN
  PERFORM pg_advisory_xact_lock(721008, hashtext(NEW.workspace_id::text));
  SELECT * INTO last FROM auth.audit_entry WHERE workspace_id = NEW.workspace_id AND seq IS NOT NULL ORDER BY seq DESC LIMIT 1;
  NEW.created_at := now();
  NEW.seq := coalesce(last.seq, 0) + 1;
  NEW.prev_hash := coalesce(last.hash, '\x'::bytea);
  NEW.hash := sha256(NEW.prev_hash || convert_to(auth.audit_text(NEW), 'UTF8'));
  RETURN NEW;
END $$;

-- What is there already, in the order in which it was written. The owner is behind the wall as well: it is down until the end of this migration, which nobody sees.
ALTER TABLE auth.audit_entry NO FORCE ROW LEVEL SECURITY;
DO $$ DECLARE entry auth.audit_entry; workspace uuid; last_seq bigint; last_hash bytea; BEGIN
  FOR entry IN SELECT * FROM auth.audit_entry ORDER BY workspace_id, created_at, id LOOP
    IF workspace IS DISTINCT FROM entry.workspace_id THEN
      workspace := entry.workspace_id;
      last_seq := 0;
      last_hash := '\x';
    END IF;
    entry.seq := last_seq + 1;
    entry.prev_hash := last_hash;
    entry.hash := sha256(entry.prev_hash || convert_to(auth.audit_text(entry), 'UTF8'));
    UPDATE auth.audit_entry SET seq = entry.seq, prev_hash = entry.prev_hash, hash = entry.hash WHERE workspace_id = entry.workspace_id AND id = entry.id;
    last_seq := entry.seq;
    last_hash := entry.hash;
  END LOOP;
END $$;
ALTER TABLE auth.audit_entry FORCE ROW LEVEL SECURITY;

ALTER TABLE "audit_entry" ALTER COLUMN "hash" SET NOT NULL,
ALTER COLUMN "prev_hash" SET NOT NULL,
ALTER COLUMN "seq" SET NOT NULL,
ADD CONSTRAINT audit_entry_hash_size CHECK (octet_length(hash) <= 100),
ADD CONSTRAINT audit_entry_prev_hash_size CHECK (octet_length(prev_hash) <= 100);

-- CreateIndex
CREATE UNIQUE INDEX "audit_entry_seq_key" ON "audit_entry"("workspace_id", "seq");

CREATE TRIGGER audit_entry_sealed BEFORE INSERT ON audit_entry FOR EACH ROW EXECUTE FUNCTION auth.seal_audit_entry();

CREATE FUNCTION auth.refuse_audit_change() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RAISE EXCEPTION 'audit entries are append-only' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE ON audit_entry FOR EACH ROW EXECUTE FUNCTION auth.refuse_audit_change();
CREATE TRIGGER audit_entry_no_truncate BEFORE TRUNCATE ON audit_entry FOR EACH STATEMENT EXECUTE FUNCTION auth.refuse_audit_change();
REVOKE ALL ON FUNCTION auth.seal_audit_entry(), auth.refuse_audit_change() FROM PUBLIC;

REVOKE INSERT ON audit_entry FROM auth_app;
GRANT INSERT (workspace_id, id, actor_id, action, subject_id, details, request_id) ON audit_entry TO auth_app;
