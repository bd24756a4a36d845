-- Apart from the columns, so that no table stays closed meanwhile. Behind the wall the owner sees one workspace at a time.
DO $$ DECLARE workspaces uuid[]; ws uuid; BEGIN
  SET LOCAL ROLE crm_search;
  SELECT array_agg(DISTINCT workspace_id) INTO workspaces FROM crm.deal;
  RESET ROLE;
  FOREACH ws IN ARRAY coalesce(workspaces, '{}') LOOP
    PERFORM set_config('app.workspace_id', ws::text, true);
    -- Rates that were kept at a closing led to the currency that the workspace has.
    UPDATE crm.deal SET closed_rate_to = (SELECT default_currency FROM crm.workspace_settings) WHERE closed_rate IS NOT NULL AND closed_rate_to IS NULL;
    INSERT INTO crm.deal_worth (workspace_id, deal_id, live) SELECT d.workspace_id, d.id, d.deleted_at IS NULL FROM crm.deal d ORDER BY d.id ON CONFLICT DO NOTHING;
    PERFORM crm.count_worth();
  END LOOP;
  PERFORM set_config('app.workspace_id', '', true);
END $$;
