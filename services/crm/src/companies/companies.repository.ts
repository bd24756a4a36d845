import { readDomain } from '@crm-vision/common/addresses';
import type { Actor } from '@crm-vision/common/context';
import { Database } from '@crm-vision/common/database';
import { Injectable } from '@nestjs/common';
import { readable } from '../access/readable.js';
import { alphabetic, folded, type ListQuery, type ListSource, type Page } from '../lists/list-field.js';
import { type ListRow, planList } from '../lists/list-statement.js';
import { bytesOf } from '../lists/page-bytes.js';
import { Parameters } from '../lists/parameters.js';
import { composedStatement } from '../lists/statement.js';
import { recordColumns } from '../writes/record-sql.js';
import type { Company } from './company.js';
import { sizes } from './company.js';
import { companyRecord } from './company.record.js';
import { CompanyNotFoundError } from './company.errors.js';

const spelledOut = { contains: ['crm.fold(r.domain)'], startsWith: ['crm.fold(r.domain)'] };

export const companyList: ListSource = {
  kind: 'company',
  table: 'company',
  fields: {
    name: { type: 'text', work: 1, sql: 'r.name_sort', searched: true },
    domain: { type: 'text', work: 3, sql: 'coalesce(r.domain_ascii, r.domain)', also: spelledOut, keyOf: (value) => readDomain(value)?.ascii ?? value, searched: true },
    industry: { type: 'text', work: 2, sql: folded('r.industry') },
    size: { type: 'word', sql: 'r.size', words: sizes },
    phone: { type: 'phone', work: 5, sql: 'r.phone', searched: true },
    city: { type: 'text', work: 4, sql: folded("(r.address->>'city')") },
    country: { type: 'word', work: 2, sql: "r.address->>'country'" },
    annualRevenue: { type: 'money', work: 3, sql: 'r.annual_revenue', currencySql: 'r.annual_revenue_currency' },
    ownerId: { type: 'id', sql: 'r.owner_id' },
    tags: { type: 'text', work: 5, sql: folded('t'), present: 'cardinality(r.tags) > 0', among: (condition) => `exists (select 1 from unnest(r.tags) t where ${condition})` },
    createdAt: { type: 'instant', sql: 'r.created_at' },
    updatedAt: { type: 'instant', sql: 'r.updated_at' },
  },
  sorts: {
    name: alphabetic('r.name'),
    createdAt: { sql: 'r.created_at', type: 'timestamptz' },
    updatedAt: { sql: 'r.updated_at', type: 'timestamptz' },
  },
  defaultSort: [{ field: 'name', descending: false }],
};

/** A company that may be the same as the one being typed. */
export interface CompanyCandidate {
  id: string;
  title: string;
  subtitle: string;
  matchedField: string;
  deleted: boolean;
}

export interface CompanyLikeness {
  /** For those of the very same name. */
  name: string;
  /** For those of a similar name; empty when it is too short to be like anything. */
  likeName: string;
  domain: string | null;
  exceptId: string | null;
}

/** A company that has a domain already. */
export interface DomainOwner {
  id: string;
  name: string;
  shown: boolean;
}

@Injectable()
export class CompaniesRepository {
  constructor(private readonly database: Database) {}

  async list(actor: Actor, query: ListQuery): Promise<Page<Company>> {
    const { statement, toPage } = planList(actor, companyList, query, { columns: recordColumns(companyRecord), size: bytesOf.json('custom') });
    return toPage(await this.database.read<ListRow<Company>>(actor.workspaceId, statement));
  }

  /** Also one in the bin, so that it can be looked at before it is restored. */
  async getByIdWithCounts(actor: Actor, id: string): Promise<Company> {
    const parameters = new Parameters();
    const text = `select ${recordColumns(companyRecord)},
        (select count(*)::int from crm.contact c where c.company_id = r.id and c.deleted_at is null and ${readable(actor, { kind: 'contact', alias: 'c', parameters })}) as "contactCount",
        (select count(*)::int from crm.deal d where d.company_id = r.id and d.deleted_at is null and d.status = 'open' and ${readable(actor, { kind: 'deal', alias: 'd', parameters })}) as "openDealCount"
      from crm.company r where r.id = ${parameters.add(id, 'uuid')} and ${readable(actor, { kind: 'company', alias: 'r', parameters })}`;
    const [company] = await this.database.readByKey<Company>(actor.workspaceId, composedStatement('company_get', text, parameters.values));
    if (!company) throw new CompanyNotFoundError();
    return company;
  }

  async findLiveById(actor: Actor, id: string): Promise<{ id: string; name: string } | null> {
    const parameters = new Parameters();
    const text = `select r.id, r.name from crm.company r where r.id = ${parameters.add(id, 'uuid')} and r.deleted_at is null
      and ${readable(actor, { kind: 'company', alias: 'r', parameters })}`;
    const [company] = await this.database.read<{ id: string; name: string }>(actor.workspaceId, composedStatement('company_name', text, parameters.values));
    return company ?? null;
  }

  /** Whoever has the domain, the living one first; `shown` says whether the actor may know who. A domain is unique over the workspace, whoever may read what. */
  async findByDomain(actor: Actor, domain: string, exceptId: string | null): Promise<DomainOwner | null> {
    const parameters = new Parameters();
    const text = `select r.id, r.name, ${readable(actor, { kind: 'company', alias: 'r', parameters })} as shown from crm.company r
      where coalesce(r.domain_ascii, r.domain) = ${parameters.add(domain, 'text')} and r.id is distinct from ${parameters.add(exceptId, 'uuid')} and r.deleted_at is null limit 1`;
    const [company] = await this.database.read<DomainOwner>(actor.workspaceId, composedStatement('company_by_domain', text, parameters.values));
    return company ?? null;
  }

  /** A name of two letters is like too many others, but may still be the very same. */
  listSimilar(actor: Actor, { name, likeName, domain, exceptId }: CompanyLikeness): Promise<CompanyCandidate[]> {
    const parameters = new Parameters();
    const [byDomain, byName, byLikeName] = [parameters.add(domain, 'text'), parameters.add(name, 'text'), parameters.add(likeName, 'text')];
    const rules = `r.id is distinct from ${parameters.add(exceptId, 'uuid')} and ${readable(actor, { kind: 'company', alias: 'r', parameters })}`;
    const text = `select id, title, subtitle, "matchedField", deleted from (
        select distinct on (f.id) r.id, r.name as title, coalesce(r.domain, '') as subtitle, f.field as "matchedField", r.deleted_at is not null as deleted, f.score
        from (
          select c.id, 'domain' as field, 3::real as score from crm.company c where coalesce(c.domain_ascii, c.domain) = ${byDomain}
          union all
          (select c.id, 'name', 2 from crm.company c where c.name_sort = crm.fold(${byName}) and c.deleted_at is null limit 5)
          union all
          select s.id, 'name', s.score from crm.company_similar(crm.fold(${byLikeName}), 10) s) f
        join crm.company r on r.id = f.id where ${rules} order by f.id, f.score desc) found
      order by score desc, title, id limit 5`;
    return this.database.read<CompanyCandidate>(actor.workspaceId, composedStatement('company_similar', text, parameters.values));
  }
}
