/** What the bare server asks, with the same columns and the same order as the product's list. */
const columns = `c.id, c.first_name, c.last_name, c.title, c.emails, c.phones, c.company_id, co.name as company_name, c.owner_id, c.lifecycle, c.address, c.tags, c.custom, c.source,
  c.do_not_contact, c.created_at, c.created_by, c.updated_at, c.updated_by, c.version`;

const joined = 'from contact c left join company co on co.workspace_id = c.workspace_id and co.id = c.company_id';

export const contactsPage = `select ${columns} ${joined} where c.workspace_id = $1 and c.deleted_at is null and c.lifecycle = $2 order by c.last_name_sort, c.id limit 50`;
export const oneContact = `select ${columns} ${joined} where c.workspace_id = $1 and c.id = $2 and c.deleted_at is null`;

/** What a new contact is at least: one row, and what the answer shows of it. */
export const contactInsert = `insert into contact (workspace_id, id, last_name, emails, owner_id, created_by, updated_by) values ($1, $2, $3, $4, $5, $5, $5)
  returning id, last_name as "lastName", '' as "firstName", emails, phones, owner_id as "ownerId", tags, custom::text as custom, do_not_contact as "doNotContact",
    to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "createdAt", created_by as "createdBy",
    to_char(updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "updatedAt", updated_by as "updatedBy", version`;
