-- What a person's open deals ask for today: past or near their date, without a next step, too long in their stage.
CREATE INDEX deal_open_closing ON deal (workspace_id, owner_id, expected_close, id) WHERE deleted_at IS NULL AND status = 'open';
CREATE INDEX deal_open_without_step ON deal (workspace_id, owner_id, stage_entered_at, id) WHERE deleted_at IS NULL AND status = 'open' AND next_step IS NULL;
CREATE INDEX deal_open_standing ON deal (workspace_id, owner_id, stage_id, stage_entered_at, id) WHERE deleted_at IS NULL AND status = 'open';
