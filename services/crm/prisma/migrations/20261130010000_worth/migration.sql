-- What a deal is worth in the currency of its workspace. An open deal by the rates of today; a closed one by the rate of its closing, which stays with it
-- together with the currency that it leads to. What closed before the workspace changed its currency is converted by the rate of that change (former_rates).
SET LOCAL lock_timeout = '5s';
ALTER TABLE "workspace_settings" ADD COLUMN "former_rates" JSONB NOT NULL DEFAULT '{}';
ALTER TABLE "deal" ADD COLUMN "closed_rate_to" TEXT;
ALTER TABLE "stage_rollup" ADD COLUMN "frozen_to" TEXT NOT NULL DEFAULT '', ADD COLUMN "frozen_sum" DECIMAL NOT NULL DEFAULT 0;
ALTER TABLE "stage_rollup" DROP CONSTRAINT "stage_rollup_pkey";
ALTER TABLE "stage_rollup" ADD CONSTRAINT "stage_rollup_pkey" PRIMARY KEY ("workspace_id", "stage_id", "currency", "frozen_to");

-- Apart from the deal: a new rate writes narrow rows, not every index of a wide one.
CREATE TABLE "deal_worth" (
    "workspace_id" UUID NOT NULL,
    "deal_id" UUID NOT NULL,
    "worth" BIGINT,
    "live" BOOLEAN NOT NULL,

    CONSTRAINT "deal_worth_pkey" PRIMARY KEY ("workspace_id","deal_id")
);
ALTER TABLE deal_worth ENABLE ROW LEVEL SECURITY;
ALTER TABLE deal_worth FORCE ROW LEVEL SECURITY;
CREATE POLICY workspace_wall ON deal_worth USING (workspace_id = crm.current_workspace()) WITH CHECK (workspace_id = crm.current_workspace());
-- Kept by triggers alone.
GRANT SELECT ON deal_worth TO crm_app;
-- By worth in both directions: what has none comes last. Behind the wall a condition on coalesce() uses no index, one on CASE does.
CREATE INDEX deal_worth_up ON deal_worth (workspace_id, (CASE WHEN worth IS NULL THEN 9223372036854775807 ELSE worth END), deal_id) WHERE live;
CREATE INDEX deal_worth_down ON deal_worth (workspace_id, (CASE WHEN worth IS NULL THEN -1 ELSE worth END), deal_id) WHERE live;

-- Digits of ISO 4217, as in money/currency.ts.
CREATE FUNCTION crm.currency_digits(code text) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT CASE
    WHEN $1 = ANY ('{BIF,CLP,DJF,GNF,ISK,JPY,KMF,KRW,PYG,RWF,UGX,VND,VUV,XAF,XOF,XPF}'::text[]) THEN 0
    WHEN $1 = ANY ('{BHD,IQD,JOD,KWD,LYD,OMR,TND}'::text[]) THEN 3
    WHEN $1 = ANY ('{CLF,UYW}'::text[]) THEN 4
    ELSE 2 END $$;

-- What one unit of a currency is worth in another; null: nobody knows.
CREATE FUNCTION crm.rate_to(wanted text, own text, rates jsonb) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT CASE WHEN $1 = $2 THEN 1 ELSE ($3->>$1)::numeric END $$;

-- The rate by which a deal counts, from itself and the settings of its workspace.
CREATE FUNCTION crm.deal_rate(status text, currency text, closed_rate numeric, closed_rate_to text, own text, rates jsonb, former_rates jsonb) RETURNS numeric
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT CASE WHEN $1 = 'open' THEN crm.rate_to($2, $5, $6) ELSE $3 * crm.rate_to($4, $5, $7) END $$;

-- Minor units as ten-thousandths of the currency that the rate leads to: no currency has a smaller unit. Above what a bigint holds all is one.
CREATE FUNCTION crm.worth(amount bigint, currency text, rate numeric) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT nullif(least(coalesce(round($1 * $3 * ('{10000,1000,100,10,1}'::numeric[])[1 + crm.currency_digits($2)]), -1), 9223372036854775806), -1)::bigint $$;

-- A deal that closes takes the rate of that moment, one that reopens gives it back. Whoever writes deals shares a lock, which a change of rates has alone: a
-- deal never keeps a worth by rates that are gone.
CREATE FUNCTION crm.keep_closed_rate() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE own text; own_rates jsonb;
BEGIN
  PERFORM pg_advisory_xact_lock_shared(721006, hashtext(NEW.workspace_id::text));
  IF NEW.amount IS NULL OR NEW.status = 'open' THEN
    NEW.closed_rate := NULL;
    NEW.closed_rate_to := NULL;
  ELSIF NEW.closed_rate IS NULL OR NEW.closed_rate_to IS NULL THEN
    SELECT s.default_currency, s.rates INTO own, own_rates FROM crm.workspace_settings s WHERE s.workspace_id = NEW.workspace_id;
    -- With a rate and no currency: written by the release before this one.
    NEW.closed_rate := coalesce(NEW.closed_rate, crm.rate_to(NEW.currency, own, own_rates));
    NEW.closed_rate_to := CASE WHEN NEW.closed_rate IS NOT NULL THEN own END;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER deal_closed_rate_kept BEFORE INSERT ON deal FOR EACH ROW EXECUTE FUNCTION crm.keep_closed_rate();
CREATE TRIGGER deal_closed_rate_kept_on_change BEFORE UPDATE ON deal FOR EACH ROW
  WHEN ((OLD.amount, OLD.currency, OLD.status, OLD.closed_rate, OLD.closed_rate_to) IS DISTINCT FROM (NEW.amount, NEW.currency, NEW.status, NEW.closed_rate, NEW.closed_rate_to))
  EXECUTE FUNCTION crm.keep_closed_rate();

CREATE FUNCTION crm.keep_deal_worth() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE own text; own_rates jsonb; former jsonb;
BEGIN
  IF TG_OP = 'DELETE' THEN
    DELETE FROM crm.deal_worth WHERE workspace_id = OLD.workspace_id AND deal_id = OLD.id;
    RETURN NULL;
  END IF;
  IF NEW.amount IS NOT NULL THEN
    PERFORM pg_advisory_xact_lock_shared(721006, hashtext(NEW.workspace_id::text));
    SELECT s.default_currency, s.rates, s.former_rates INTO own, own_rates, former FROM crm.workspace_settings s WHERE s.workspace_id = NEW.workspace_id;
  END IF;
  INSERT INTO crm.deal_worth AS v (workspace_id, deal_id, worth, live)
    VALUES (NEW.workspace_id, NEW.id, crm.worth(NEW.amount, NEW.currency, crm.deal_rate(NEW.status, NEW.currency, NEW.closed_rate, NEW.closed_rate_to, own, own_rates, former)), NEW.deleted_at IS NULL)
    ON CONFLICT (workspace_id, deal_id) DO UPDATE SET worth = excluded.worth, live = excluded.live WHERE (v.worth, v.live) IS DISTINCT FROM (excluded.worth, excluded.live);
  RETURN NULL;
END $$;
CREATE TRIGGER deal_worth_kept AFTER INSERT OR DELETE ON deal FOR EACH ROW EXECUTE FUNCTION crm.keep_deal_worth();
CREATE TRIGGER deal_worth_kept_on_change AFTER UPDATE ON deal FOR EACH ROW
  WHEN ((OLD.amount, OLD.currency, OLD.status, OLD.closed_rate, OLD.closed_rate_to, OLD.deleted_at) IS DISTINCT FROM
    (NEW.amount, NEW.currency, NEW.status, NEW.closed_rate, NEW.closed_rate_to, NEW.deleted_at)) EXECUTE FUNCTION crm.keep_deal_worth();

-- The worth of every deal of the workspace that is set, also of those in the bin. A deal that closed without a rate takes the first one that becomes known.
CREATE FUNCTION crm.count_worth() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE ws uuid := crm.current_workspace(); own text; own_rates jsonb; former jsonb;
BEGIN
  SELECT s.default_currency, s.rates, s.former_rates INTO own, own_rates, former FROM crm.workspace_settings s WHERE s.workspace_id = ws;
  -- Rows first, the lock then: the order in which those who write deals take them, so that nobody waits in a circle.
  PERFORM 1 FROM crm.deal d WHERE d.workspace_id = ws AND d.status <> 'open' AND d.amount IS NOT NULL AND d.closed_rate IS NULL ORDER BY d.id FOR NO KEY UPDATE;
  PERFORM pg_advisory_xact_lock(721006, hashtext(ws::text));
  UPDATE crm.deal d SET closed_rate = crm.rate_to(d.currency, own, own_rates), closed_rate_to = own
    WHERE d.workspace_id = ws AND d.status <> 'open' AND d.amount IS NOT NULL AND d.closed_rate IS NULL AND crm.rate_to(d.currency, own, own_rates) IS NOT NULL;
  UPDATE crm.deal_worth v SET worth = n.worth
    FROM (SELECT d.id, crm.worth(d.amount, d.currency, crm.deal_rate(d.status, d.currency, d.closed_rate, d.closed_rate_to, own, own_rates, former)) AS worth
      FROM crm.deal d WHERE d.workspace_id = ws) n
    WHERE v.workspace_id = ws AND v.deal_id = n.id AND v.worth IS DISTINCT FROM n.worth;
END $$;

CREATE FUNCTION crm.keep_worth_of_all() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM crm.count_worth();
  RETURN NULL;
END $$;
CREATE TRIGGER worth_kept AFTER INSERT ON workspace_settings FOR EACH ROW EXECUTE FUNCTION crm.keep_worth_of_all();
CREATE TRIGGER worth_kept_on_change AFTER UPDATE ON workspace_settings FOR EACH ROW
  WHEN ((OLD.default_currency, OLD.rates, OLD.former_rates) IS DISTINCT FROM (NEW.default_currency, NEW.rates, NEW.former_rates)) EXECUTE FUNCTION crm.keep_worth_of_all();

-- As before, and apart by the currency that frozen rates lead to: frozen_sum is amount times rate.
CREATE OR REPLACE FUNCTION crm.keep_stage_rollup() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO crm.stage_rollup AS r (workspace_id, stage_id, currency, frozen_to, deal_count, amount_sum, default_amount_sum, override_weighted_sum, frozen_sum)
      SELECT * FROM (
        SELECT workspace_id, stage_id, coalesce(currency, '') AS currency, coalesce(closed_rate_to, '') AS frozen_to, sum(sign) AS deal_count,
          coalesce(sum(sign * amount), 0) AS amount_sum,
          coalesce(sum(sign * amount) FILTER (WHERE probability_override IS NULL), 0) AS default_amount_sum,
          coalesce(sum(sign * amount * probability_override), 0) AS override_weighted_sum,
          coalesce(sum(sign * amount * closed_rate) FILTER (WHERE closed_rate_to IS NOT NULL), 0) AS frozen_sum
        FROM (SELECT 1::numeric AS sign, * FROM new_deals) AS d WHERE deleted_at IS NULL GROUP BY 1, 2, 3, 4) AS delta
      WHERE deal_count <> 0 OR amount_sum <> 0 OR default_amount_sum <> 0 OR override_weighted_sum <> 0 OR frozen_sum <> 0 ORDER BY 2, 3, 4
      ON CONFLICT (workspace_id, stage_id, currency, frozen_to) DO UPDATE SET deal_count = r.deal_count + excluded.deal_count, amount_sum = r.amount_sum + excluded.amount_sum,
        default_amount_sum = r.default_amount_sum + excluded.default_amount_sum, override_weighted_sum = r.override_weighted_sum + excluded.override_weighted_sum,
        frozen_sum = r.frozen_sum + excluded.frozen_sum;
  ELSIF TG_OP = 'DELETE' THEN
    INSERT INTO crm.stage_rollup AS r (workspace_id, stage_id, currency, frozen_to, deal_count, amount_sum, default_amount_sum, override_weighted_sum, frozen_sum)
      SELECT * FROM (
        SELECT workspace_id, stage_id, coalesce(currency, '') AS currency, coalesce(closed_rate_to, '') AS frozen_to, sum(sign) AS deal_count,
          coalesce(sum(sign * amount), 0) AS amount_sum,
          coalesce(sum(sign * amount) FILTER (WHERE probability_override IS NULL), 0) AS default_amount_sum,
          coalesce(sum(sign * amount * probability_override), 0) AS override_weighted_sum,
          coalesce(sum(sign * amount * closed_rate) FILTER (WHERE closed_rate_to IS NOT NULL), 0) AS frozen_sum
        FROM (SELECT -1::numeric AS sign, * FROM old_deals) AS d WHERE deleted_at IS NULL GROUP BY 1, 2, 3, 4) AS delta
      WHERE deal_count <> 0 OR amount_sum <> 0 OR default_amount_sum <> 0 OR override_weighted_sum <> 0 OR frozen_sum <> 0 ORDER BY 2, 3, 4
      ON CONFLICT (workspace_id, stage_id, currency, frozen_to) DO UPDATE SET deal_count = r.deal_count + excluded.deal_count, amount_sum = r.amount_sum + excluded.amount_sum,
        default_amount_sum = r.default_amount_sum + excluded.default_amount_sum, override_weighted_sum = r.override_weighted_sum + excluded.override_weighted_sum,
        frozen_sum = r.frozen_sum + excluded.frozen_sum;
  ELSE
    INSERT INTO crm.stage_rollup AS r (workspace_id, stage_id, currency, frozen_to, deal_count, amount_sum, default_amount_sum, override_weighted_sum, frozen_sum)
      SELECT * FROM (
        SELECT workspace_id, stage_id, coalesce(currency, '') AS currency, coalesce(closed_rate_to, '') AS frozen_to, sum(sign) AS deal_count,
          coalesce(sum(sign * amount), 0) AS amount_sum,
          coalesce(sum(sign * amount) FILTER (WHERE probability_override IS NULL), 0) AS default_amount_sum,
          coalesce(sum(sign * amount * probability_override), 0) AS override_weighted_sum,
          coalesce(sum(sign * amount * closed_rate) FILTER (WHERE closed_rate_to IS NOT NULL), 0) AS frozen_sum
        FROM (SELECT 1::numeric AS sign, * FROM new_deals UNION ALL SELECT -1::numeric AS sign, * FROM old_deals) AS d WHERE deleted_at IS NULL GROUP BY 1, 2, 3, 4) AS delta
      WHERE deal_count <> 0 OR amount_sum <> 0 OR default_amount_sum <> 0 OR override_weighted_sum <> 0 OR frozen_sum <> 0 ORDER BY 2, 3, 4
      ON CONFLICT (workspace_id, stage_id, currency, frozen_to) DO UPDATE SET deal_count = r.deal_count + excluded.deal_count, amount_sum = r.amount_sum + excluded.amount_sum,
        default_amount_sum = r.default_amount_sum + excluded.default_amount_sum, override_weighted_sum = r.override_weighted_sum + excluded.override_weighted_sum,
        frozen_sum = r.frozen_sum + excluded.frozen_sum;
  END IF;
  RETURN NULL;
END $$;

REVOKE ALL ON FUNCTION crm.keep_closed_rate(), crm.keep_deal_worth(), crm.count_worth(), crm.keep_worth_of_all() FROM PUBLIC;
