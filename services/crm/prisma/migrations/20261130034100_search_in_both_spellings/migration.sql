-- What is there already, apart from the columns so that no table stays closed meanwhile. Few rows are touched: domains in punycode get their letters (RFC 3492),
-- names that are written without a blank become findable so, and names are composed (NFC), as all text is on its way in. Nobody edited them: versions stay.
CREATE FUNCTION pg_temp.letters(label text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  input text := substr(label, 5); output int[] := '{}'; n int := 128; i int := 0; bias int := 72; before int; weight int; k int; threshold int; digit int; delta int; place int; basic int; size int;
BEGIN
  IF label NOT LIKE 'xn--%' THEN RETURN label; END IF;
  basic := greatest(length(input) - position('-' IN reverse(input)), 0);
  IF position('-' IN input) = 0 THEN basic := 0; END IF;
  FOR place IN 1 .. basic LOOP output := output || ascii(substr(input, place, 1)); END LOOP;
  place := CASE WHEN basic > 0 THEN basic + 2 ELSE 1 END;
  WHILE place <= length(input) LOOP
    before := i; weight := 1; k := 36;
    LOOP
      digit := ascii(substr(input, place, 1)); place := place + 1;
      digit := CASE WHEN digit BETWEEN 97 AND 122 THEN digit - 97 WHEN digit BETWEEN 48 AND 57 THEN digit - 22 END;
      IF digit IS NULL THEN RETURN label; END IF;
      i := i + digit * weight;
      threshold := greatest(1, least(26, k - bias));
      EXIT WHEN digit < threshold;
      weight := weight * (36 - threshold); k := k + 36;
    END LOOP;
    size := cardinality(output) + 1;
    delta := (i - before) / CASE WHEN before = 0 THEN 700 ELSE 2 END;
    delta := delta + delta / size; k := 0;
    WHILE delta > 455 LOOP delta := delta / 35; k := k + 36; END LOOP;
    bias := k + 36 * delta / (delta + 38);
    n := n + i / size; i := i % size;
    output := output[:i] || n || output[i + 1:];
    i := i + 1;
  END LOOP;
  RETURN (SELECT string_agg(chr(o), '' ORDER BY p) FROM unnest(output) WITH ORDINALITY AS u(o, p));
EXCEPTION WHEN OTHERS THEN RETURN label;
END $$;

DO $$ DECLARE workspaces uuid[]; ws uuid; BEGIN
  SET LOCAL ROLE crm_search;
  SELECT array_agg(workspace_id) INTO workspaces FROM (
    SELECT workspace_id FROM crm.company UNION SELECT workspace_id FROM crm.contact UNION SELECT workspace_id FROM crm.deal UNION SELECT workspace_id FROM crm.task) w;
  RESET ROLE;
  FOREACH ws IN ARRAY coalesce(workspaces, '{}') LOOP
    PERFORM set_config('app.workspace_id', ws::text, true);
    UPDATE crm.company SET domain_ascii = domain, domain = (SELECT string_agg(pg_temp.letters(l), '.' ORDER BY p) FROM regexp_split_to_table(domain, '\.') WITH ORDINALITY AS s(l, p))
      WHERE domain LIKE '%xn--%' AND domain_ascii IS NULL;
    UPDATE crm.contact SET first_name = normalize(first_name), last_name = normalize(last_name)
      WHERE crm.joined_name(first_name, last_name) IS NOT NULL OR first_name IS NOT NFC NORMALIZED OR last_name IS NOT NFC NORMALIZED;
    UPDATE crm.company SET name = normalize(name) WHERE name IS NOT NFC NORMALIZED;
    UPDATE crm.deal SET name = normalize(name) WHERE name IS NOT NFC NORMALIZED;
    UPDATE crm.task SET subject = normalize(subject) WHERE subject IS NOT NFC NORMALIZED;
  END LOOP;
  PERFORM set_config('app.workspace_id', '', true);
END $$;
