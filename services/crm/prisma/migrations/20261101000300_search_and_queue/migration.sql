-- Parts of words need a trigram index, and an app role behind row-level security gets none (LIKE is not leakproof). A role of its own, which may read
-- nothing but ids and search texts, owns functions that put the wall up themselves. What they answer still passes the caller's own policies.
GRANT USAGE, CREATE ON SCHEMA crm TO crm_search, crm_queue;

CREATE INDEX company_search ON company USING gin (workspace_id, search public.gin_trgm_ops) WHERE deleted_at IS NULL;
CREATE POLICY search ON company FOR SELECT TO crm_search USING (true);
GRANT SELECT (workspace_id, id, search, deleted_at) ON company TO crm_search;
-- Live company ids whose text is LIKE `pattern` and all the others; at most `most` of them, null for all.
CREATE FUNCTION crm.company_matching(pattern text, others text[], most int) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER ROWS 200 SET search_path = pg_catalog, public, pg_temp
  AS $$ SELECT id FROM crm.company WHERE workspace_id = crm.current_workspace() AND deleted_at IS NULL AND search LIKE pattern AND search LIKE ALL (others) LIMIT most $$;

CREATE INDEX contact_search ON contact USING gin (workspace_id, search public.gin_trgm_ops) WHERE deleted_at IS NULL;
CREATE POLICY search ON contact FOR SELECT TO crm_search USING (true);
GRANT SELECT (workspace_id, id, search, deleted_at) ON contact TO crm_search;
-- Live contact ids whose text is LIKE `pattern` and all the others; at most `most` of them, null for all.
CREATE FUNCTION crm.contact_matching(pattern text, others text[], most int) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER ROWS 200 SET search_path = pg_catalog, public, pg_temp
  AS $$ SELECT id FROM crm.contact WHERE workspace_id = crm.current_workspace() AND deleted_at IS NULL AND search LIKE pattern AND search LIKE ALL (others) LIMIT most $$;

CREATE INDEX deal_search ON deal USING gin (workspace_id, search public.gin_trgm_ops) WHERE deleted_at IS NULL;
CREATE POLICY search ON deal FOR SELECT TO crm_search USING (true);
GRANT SELECT (workspace_id, id, search, deleted_at) ON deal TO crm_search;
-- Live deal ids whose text is LIKE `pattern` and all the others; at most `most` of them, null for all.
CREATE FUNCTION crm.deal_matching(pattern text, others text[], most int) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER ROWS 200 SET search_path = pg_catalog, public, pg_temp
  AS $$ SELECT id FROM crm.deal WHERE workspace_id = crm.current_workspace() AND deleted_at IS NULL AND search LIKE pattern AND search LIKE ALL (others) LIMIT most $$;

CREATE INDEX task_search ON task USING gin (workspace_id, search public.gin_trgm_ops) WHERE deleted_at IS NULL;
CREATE POLICY search ON task FOR SELECT TO crm_search USING (true);
GRANT SELECT (workspace_id, id, search, deleted_at) ON task TO crm_search;
-- Live task ids whose text is LIKE `pattern` and all the others; at most `most` of them, null for all.
CREATE FUNCTION crm.task_matching(pattern text, others text[], most int) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER ROWS 200 SET search_path = pg_catalog, public, pg_temp
  AS $$ SELECT id FROM crm.task WHERE workspace_id = crm.current_workspace() AND deleted_at IS NULL AND search LIKE pattern AND search LIKE ALL (others) LIMIT most $$;

-- Live company ids that hold something very like `words`, best first.
CREATE FUNCTION crm.company_similar(words text, most int) RETURNS TABLE (id uuid, score real) LANGUAGE sql STABLE SECURITY DEFINER ROWS 5 SET search_path = pg_catalog, public, pg_temp
  AS $$ SELECT id, word_similarity(words, search) FROM crm.company WHERE workspace_id = crm.current_workspace() AND deleted_at IS NULL AND words <% search
    ORDER BY 2 DESC, 1 LIMIT most $$;

-- Live contact ids that hold something very like `words`, best first.
CREATE FUNCTION crm.contact_similar(words text, most int) RETURNS TABLE (id uuid, score real) LANGUAGE sql STABLE SECURITY DEFINER ROWS 5 SET search_path = pg_catalog, public, pg_temp
  AS $$ SELECT id, word_similarity(words, search) FROM crm.contact WHERE workspace_id = crm.current_workspace() AND deleted_at IS NULL AND words <% search
    ORDER BY 2 DESC, 1 LIMIT most $$;

REVOKE ALL ON FUNCTION crm.company_matching(text, text[], int), crm.contact_matching(text, text[], int), crm.deal_matching(text, text[], int), crm.task_matching(text, text[], int), crm.company_similar(text, int), crm.contact_similar(text, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION crm.company_matching(text, text[], int), crm.contact_matching(text, text[], int), crm.deal_matching(text, text[], int), crm.task_matching(text, text[], int), crm.company_similar(text, int), crm.contact_similar(text, int) TO crm_app;
ALTER FUNCTION crm.company_matching(text, text[], int) OWNER TO crm_search;
ALTER FUNCTION crm.contact_matching(text, text[], int) OWNER TO crm_search;
ALTER FUNCTION crm.deal_matching(text, text[], int) OWNER TO crm_search;
ALTER FUNCTION crm.task_matching(text, text[], int) OWNER TO crm_search;
ALTER FUNCTION crm.company_similar(text, int) OWNER TO crm_search;
ALTER FUNCTION crm.contact_similar(text, int) OWNER TO crm_search;

-- The worker looks over the wall at what is left to do, through functions of a narrow role.
CREATE POLICY queue ON outbox_event TO crm_queue USING (true) WITH CHECK (true);
CREATE POLICY queue ON audit_entry TO crm_queue USING (true) WITH CHECK (true);
CREATE POLICY queue ON idempotency_key TO crm_queue USING (true) WITH CHECK (true);
GRANT SELECT, UPDATE, DELETE ON outbox_event TO crm_queue;
GRANT SELECT, DELETE ON idempotency_key TO crm_queue;
GRANT SELECT ON audit_entry TO crm_queue;
GRANT UPDATE (seq, prev_hash, hash) ON audit_entry TO crm_queue;

-- Locks and answers the oldest waiting events; what another worker holds is passed over. Publish them, then call outbox_published in the same transaction.
CREATE FUNCTION crm.outbox_waiting(most int) RETURNS SETOF crm.outbox_event LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ SELECT * FROM crm.outbox_event WHERE published_at IS NULL ORDER BY id LIMIT most FOR UPDATE SKIP LOCKED $$;

CREATE FUNCTION crm.outbox_published(ids uuid[]) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ UPDATE crm.outbox_event SET published_at = now() WHERE id = ANY (ids) AND published_at IS NULL $$;

-- How many events wait, and since when the oldest does.
CREATE FUNCTION crm.outbox_lag() RETURNS TABLE (waiting bigint, oldest timestamptz) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ SELECT count(*), min(created_at) FROM crm.outbox_event WHERE published_at IS NULL $$;

CREATE FUNCTION crm.audit_unsealed(most int) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ SELECT DISTINCT workspace_id FROM crm.audit_entry WHERE seq IS NULL LIMIT most $$;

-- What the hash of an entry covers, beside the hash before it.
CREATE FUNCTION crm.audit_text(entry crm.audit_entry) RETURNS text LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp
  AS $$ SELECT concat_ws('|', entry.workspace_id, entry.seq, entry.id, entry.change_set_id, entry.actor_id, entry.session_id, entry.request_id, entry.action, entry.record_kind,
    entry.record_id, entry.record_version, floor(extract(epoch FROM entry.created_at) * 1000)::bigint, entry.before::text, entry.after::text) $$;

-- Seals the oldest unsealed entries of one workspace into its chain and answers how many. One sealer a workspace; a second one finds nothing to do.
CREATE FUNCTION crm.audit_seal(workspace uuid, most int) RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE entry crm.audit_entry; last_seq bigint; last_hash bytea; sealed int := 0;
BEGIN
  IF NOT pg_try_advisory_xact_lock(721003, hashtext(workspace::text)) THEN RETURN 0; END IF;
  SELECT seq, hash INTO last_seq, last_hash FROM crm.audit_entry WHERE workspace_id = workspace AND seq IS NOT NULL ORDER BY seq DESC LIMIT 1;
  FOR entry IN SELECT * FROM crm.audit_entry WHERE workspace_id = workspace AND seq IS NULL ORDER BY id LIMIT most LOOP
    entry.seq := coalesce(last_seq, 0) + 1;
    entry.prev_hash := coalesce(last_hash, '\x'::bytea);
    entry.hash := sha256(entry.prev_hash || convert_to(crm.audit_text(entry), 'UTF8'));
    UPDATE crm.audit_entry SET seq = entry.seq, prev_hash = entry.prev_hash, hash = entry.hash WHERE workspace_id = workspace AND id = entry.id;
    last_seq := entry.seq;
    last_hash := entry.hash;
    sealed := sealed + 1;
  END LOOP;
  RETURN sealed;
END $$;

-- The first entry of the caller's workspace that does not follow from the one before it; none: the chain is intact.
CREATE FUNCTION crm.audit_first_broken() RETURNS bigint LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp
  AS $$ SELECT min(seq) FROM (
    SELECT e.seq, e.hash <> sha256(e.prev_hash || convert_to(crm.audit_text(e), 'UTF8')) OR e.prev_hash <> lag(e.hash, 1, '\x'::bytea) OVER w
      OR e.seq <> lag(e.seq, 1, 0::bigint) OVER w + 1 AS broken
    FROM crm.audit_entry e WHERE e.workspace_id = crm.current_workspace() AND e.seq IS NOT NULL WINDOW w AS (ORDER BY e.seq)) AS chain WHERE broken $$;

-- Takes away what has served: answers to idempotency keys after a day, published events after `event_age`.
CREATE FUNCTION crm.purge_served(event_age interval) RETURNS TABLE (keys bigint, events bigint) LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  WITH k AS (DELETE FROM crm.idempotency_key WHERE created_at < now() - interval '24 hours' RETURNING 1),
    e AS (DELETE FROM crm.outbox_event WHERE published_at < now() - event_age RETURNING 1)
  SELECT (SELECT count(*) FROM k), (SELECT count(*) FROM e) $$;

REVOKE ALL ON FUNCTION crm.outbox_waiting(int), crm.outbox_published(uuid[]), crm.outbox_lag(), crm.audit_unsealed(int), crm.audit_seal(uuid, int), crm.purge_served(interval) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION crm.outbox_waiting(int), crm.outbox_published(uuid[]), crm.outbox_lag(), crm.audit_unsealed(int), crm.audit_seal(uuid, int), crm.purge_served(interval) TO crm_app;
ALTER FUNCTION crm.outbox_waiting(int) OWNER TO crm_queue;
ALTER FUNCTION crm.outbox_published(uuid[]) OWNER TO crm_queue;
ALTER FUNCTION crm.outbox_lag() OWNER TO crm_queue;
ALTER FUNCTION crm.audit_unsealed(int) OWNER TO crm_queue;
ALTER FUNCTION crm.audit_seal(uuid, int) OWNER TO crm_queue;
ALTER FUNCTION crm.purge_served(interval) OWNER TO crm_queue;
REVOKE CREATE ON SCHEMA crm FROM crm_search, crm_queue;
