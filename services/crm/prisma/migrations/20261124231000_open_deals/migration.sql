-- How many deals are open in all workspaces, and what they are worth in minor units, by currency ('' for deals without an amount): for the metrics of the worker.
-- Counted from the sums that are kept of each stage, never from the deals.
GRANT SELECT ON stage_rollup, stage TO crm_queue;
CREATE POLICY queue ON stage_rollup FOR SELECT TO crm_queue USING (true);
CREATE POLICY queue ON stage FOR SELECT TO crm_queue USING (true);
CREATE FUNCTION crm.open_deals() RETURNS TABLE (currency text, deals bigint, amount numeric) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ SELECT r.currency, sum(r.deal_count), sum(r.amount_sum) FROM crm.stage_rollup r JOIN crm.stage s ON s.workspace_id = r.workspace_id AND s.id = r.stage_id
    WHERE s.type = 'open' GROUP BY r.currency $$;
REVOKE ALL ON FUNCTION crm.open_deals() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION crm.open_deals() TO crm_app;
GRANT CREATE ON SCHEMA crm TO crm_queue;
ALTER FUNCTION crm.open_deals() OWNER TO crm_queue;
REVOKE CREATE ON SCHEMA crm FROM crm_queue;
