-- New texts wait in a list that each search reads through and that one unlucky writer at last has to sort in: at 4 MB that takes as long as hundreds of writes.
ALTER INDEX company_search SET (gin_pending_list_limit = 256);
ALTER INDEX contact_search SET (gin_pending_list_limit = 256);
ALTER INDEX deal_search SET (gin_pending_list_limit = 256);
ALTER INDEX task_search SET (gin_pending_list_limit = 256);
