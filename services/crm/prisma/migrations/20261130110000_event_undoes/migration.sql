-- The change set that an event takes back, so that nobody goes on offering to undo what is undone. A constant default of none: no row is written anew.
SET LOCAL lock_timeout = '5s';
ALTER TABLE crm.outbox_event ADD COLUMN undoes uuid;
GRANT INSERT (undoes) ON crm.outbox_event TO crm_app;
