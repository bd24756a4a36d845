import type { Actor } from '@crm-vision/common/context';
import { Database } from '@crm-vision/common/database';
import { Injectable } from '@nestjs/common';
import { joinReadable, readable } from '../access/readable.js';
import type { ListQuery, Page } from '../lists/list-field.js';
import { type ListRow, planList } from '../lists/list-statement.js';
import { bytesOf } from '../lists/page-bytes.js';
import { Parameters } from '../lists/parameters.js';
import { composedStatement } from '../lists/statement.js';
import { recordColumns } from '../writes/record-sql.js';
import type { Contact } from './contact.js';
import { contactList } from './contact-list.js';
import { contactRecord } from './contact.record.js';
import { ContactNotFoundError, type EmailOwner } from './contact.errors.js';

/** A contact with the name of its company. */
const COLUMNS = `${recordColumns(contactRecord)}, co.name as "companyName"`;
const SIZE = ['custom', 'emails', 'phones'].map(bytesOf.json).join(' + ');
const company = (actor: Actor, parameters: Parameters): string => joinReadable(actor, { kind: 'company', alias: 'co', parameters }, 'r.company_id');

/** A contact that may be the same as the one being typed. */
export interface ContactCandidate {
  id: string;
  title: string;
  subtitle: string;
  matchedField: string;
  deleted: boolean;
}

export interface Likeness {
  name: string;
  /** Whose namesakes among its people are looked for as well. */
  companyId: string | null;
  email: string | null;
  phoneDigits: string | null;
  exceptId: string | null;
}

/** So many people of one company are compared by name, at the likeness that crm.contact_similar takes. */
const COLLEAGUES_MAX = 2000;
const SIMILAR = 0.7;

@Injectable()
export class ContactsRepository {
  constructor(private readonly database: Database) {}

  async list(actor: Actor, query: ListQuery): Promise<Page<Contact>> {
    const { statement, toPage } = planList(actor, contactList, query, { columns: COLUMNS, size: SIZE, joins: (parameters) => company(actor, parameters) });
    return toPage(await this.database.read<ListRow<Contact>>(actor.workspaceId, statement));
  }

  /** Also one in the bin, so that it can be looked at before it is restored. */
  async getById(actor: Actor, id: string): Promise<Contact> {
    const parameters = new Parameters();
    const text = `select ${COLUMNS} from crm.contact r ${company(actor, parameters)} where r.id = ${parameters.add(id, 'uuid')} and ${readable(actor, { kind: 'contact', alias: 'r', parameters })}`;
    const [contact] = await this.database.readByKey<Contact>(actor.workspaceId, composedStatement('contact_get', text, parameters.values));
    if (!contact) throw new ContactNotFoundError();
    return contact;
  }

  async listLiveIds(actor: Actor, ids: readonly string[]): Promise<string[]> {
    const parameters = new Parameters();
    const text = `select r.id from crm.contact r where r.id = any (${parameters.add(ids, 'uuid[]')}) and r.deleted_at is null and ${readable(actor, { kind: 'contact', alias: 'r', parameters })}`;
    return (await this.database.read<{ id: string }>(actor.workspaceId, composedStatement('contact_live', text, parameters.values))).map(({ id }) => id);
  }

  /** The living contact that has one of the emails; `shown` says whether the actor may know who. An email is unique over the workspace, whoever may read whom. */
  async findByEmails(actor: Actor, emails: readonly string[], exceptId: string | null): Promise<(EmailOwner & { shown: boolean }) | null> {
    const parameters = new Parameters();
    const text = `select r.id, r.name, e.email, ${readable(actor, { kind: 'contact', alias: 'r', parameters })} as shown
      from crm.contact_email e join crm.contact r on r.id = e.contact_id
      where e.email = any (${parameters.add(emails, 'text[]')}) and e.contact_id is distinct from ${parameters.add(exceptId, 'uuid')} and e.live limit 1`;
    const [owner] = await this.database.read<EmailOwner & { shown: boolean }>(actor.workspaceId, composedStatement('contact_by_emails', text, parameters.values));
    return owner ?? null;
  }

  listSimilar(actor: Actor, { name, companyId, email, phoneDigits, exceptId }: Likeness): Promise<ContactCandidate[]> {
    const parameters = new Parameters();
    const [byEmail, byPhone, byName] = [parameters.add(email, 'text'), parameters.add(phoneDigits, 'text'), parameters.add(name, 'text')];
    const rules = `r.id is distinct from ${parameters.add(exceptId, 'uuid')} and ${readable(actor, { kind: 'contact', alias: 'r', parameters })}`;
    const text = `select distinct on (score, title, id) id, title, subtitle, "matchedField", deleted from (
        select distinct on (f.id) r.id, r.name as title, coalesce(co.name, r.title, '') as subtitle, f.field as "matchedField", r.deleted_at is not null as deleted, f.score
        from (
          select e.contact_id as id, 'email' as field, -4::real as score from crm.contact_email e where e.email = ${byEmail}
          union all
          select p, 'phone', -3 from crm.contact_matching('% ' || ${byPhone} || '%', '{}', 5) p
          union all
          select c.id, 'nameAndCompany', -1 - public.word_similarity(crm.fold(${byName}), c.search) from (
            select id, search from crm.contact where company_id = ${parameters.add(companyId, 'uuid')} and deleted_at is null and ${byName} <> '' limit ${COLLEAGUES_MAX}) c
            where public.word_similarity(crm.fold(${byName}), c.search) >= ${SIMILAR}
          union all
          select s.id, 'name', -s.score from crm.contact_similar(crm.fold(${byName}), 10) s) f
        join crm.contact r on r.id = f.id ${company(actor, parameters)} where ${rules} order by f.id, f.score) found
      order by score, title, id limit 5`;
    return this.database.read<ContactCandidate>(actor.workspaceId, composedStatement('contact_similar', text, parameters.values));
  }
}
