-- How large each value may be as it is kept, in bytes: walls behind the limits that the service names, as in crm. Not validated: no table is read now, and what
-- is there already stays until it is written.
SET LOCAL lock_timeout = '5s';
DO $$ DECLARE c record; BEGIN
  FOR c IN SELECT * FROM (VALUES
    ('audit_entry', 'action', 'text', 100), ('audit_entry', 'details', 'jsonb', 16000), ('audit_entry', 'request_id', 'text', 200),
    ('idempotency_key', 'key', 'text', 200), ('idempotency_key', 'method', 'text', 200), ('idempotency_key', 'request_hash', 'text', 100),
    ('idempotency_key', 'response', 'jsonb', 1048576),
    ('invitation', 'email', 'text', 1000), ('invitation', 'role', 'text', 20), ('invitation', 'token_hash', 'text', 100),
    ('kept_answer', 'id', 'text', 200), ('kept_answer', 'proof', 'text', 200), ('kept_answer', 'answer', 'text', 65536),
    ('session', 'token_hash', 'text', 100), ('session', 'ip', 'text', 200), ('session', 'user_agent', 'text', 2000),
    ('sign_in_attempt', 'key', 'text', 1000),
    ('signing_key', 'kid', 'text', 200), ('signing_key', 'public_jwk', 'jsonb', 4096), ('signing_key', 'private_jwk', 'text', 4096),
    ('users', 'email', 'text', 1000), ('users', 'name', 'text', 800), ('users', 'password_hash', 'text', 500), ('users', 'locale', 'text', 100),
    ('users', 'theme', 'text', 50), ('users', 'time_zone', 'text', 200), ('users', 'date_order', 'text', 50), ('users', 'clock', 'text', 50),
    ('users', 'number_format', 'text', 50), ('users', 'week_start', 'text', 50),
    ('workspace', 'name', 'text', 800), ('workspace', 'slug', 'text', 200), ('workspace', 'time_zone', 'text', 200),
    ('workspace', 'locale', 'text', 100), ('workspace', 'country', 'text', 10)
  ) AS v(tab, col, kind, most) LOOP
    EXECUTE format('ALTER TABLE auth.%I ADD CONSTRAINT %I CHECK (%s <= %s) NOT VALID', c.tab, c.tab || '_' || c.col || '_size', format(CASE c.kind
      WHEN 'text' THEN 'octet_length(%I)' WHEN 'jsonb' THEN 'octet_length(%I::text)' WHEN 'array' THEN 'pg_column_size(%I)' WHEN 'count' THEN 'cardinality(%I)' END, c.col), c.most);
  END LOOP;
END $$;
