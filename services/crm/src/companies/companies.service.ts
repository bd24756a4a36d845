import type { Actor } from '@crm-vision/common/context';
import { invalidField, StaleVersionError } from '@crm-vision/common/errors';
import { Injectable } from '@nestjs/common';
import { requirePermission } from '../access/roles.js';
import type { ListQuery, Page } from '../lists/list-field.js';
import { Members } from '../members/members.service.js';
import { type Done, Writes } from '../writes/writes.service.js';
import { toCompanyMessage } from './companies.mapper.js';
import { CompaniesRepository, type CompanyCandidate } from './companies.repository.js';
import { type Company, type CompanyPatch, newCompany, readCompanyDomain, readOwnPhone } from './company.js';
import { DomainTakenError, referencedCompanyNotFound } from './company.errors.js';
import { companyRecord } from './company.record.js';

/** Shorter names are like too many others. */
const SIMILAR_NAME_MIN = 3;

@Injectable()
export class CompaniesService {
  constructor(
    private readonly companies: CompaniesRepository,
    private readonly writes: Writes,
    private readonly members: Members,
  ) {}

  list(actor: Actor, query: ListQuery): Promise<Page<Company>> {
    requirePermission(actor, 'records.read');
    return this.companies.list(actor, query);
  }

  get(actor: Actor, id: string): Promise<Company> {
    requirePermission(actor, 'records.read');
    return this.companies.getByIdWithCounts(actor, id);
  }

  async create(actor: Actor, patch: CompanyPatch): Promise<Done<Company>> {
    requirePermission(actor, 'records.write');
    const { name } = patch;
    if (!name) throw invalidField('name', 'Must not be empty.', 'REQUIRED');
    const typed = { ...newCompany(actor.userId), ...patch, name };
    const fields = { ...typed, phone: readOwnPhone(typed, actor.country) };
    if (fields.ownerId) await this.members.require(actor, fields.ownerId);
    return this.writes.run(actor, 'create', async (act) => {
      await this.requireFreeDomain(actor, fields, null);
      return act.insert(companyRecord, fields);
    });
  }

  async update(actor: Actor, id: string, version: number, patch: CompanyPatch): Promise<Done<Company>> {
    requirePermission(actor, 'records.write');
    const checkOwner = await this.members.mayBecome(actor, patch.ownerId);
    return this.writes.run(actor, 'update', async (act) => {
      const company = await act.lock(companyRecord, id);
      if (company.version !== version) throw new StaleVersionError(toCompanyMessage(company));
      checkOwner(company.ownerId);
      if (patch.domain && patch.domain !== company.domain) await this.requireFreeDomain(actor, patch, id);
      const phone = patch.phone && { phone: readOwnPhone({ ...company, ...patch }, actor.country, company.phone) };
      return act.update(companyRecord, company, { ...patch, ...phone });
    });
  }

  findDuplicates(actor: Actor, { name, domain, exceptId }: { name: string; domain: string; exceptId: string | null }): Promise<CompanyCandidate[]> {
    requirePermission(actor, 'records.read');
    return this.companies.listSimilar(actor, { name, likeName: name.length < SIMILAR_NAME_MIN ? '' : name, domain: readCompanyDomain(domain)?.ascii ?? null, exceptId });
  }

  /** A live company that another record is about to name. */
  async requireLive(actor: Actor, id: string): Promise<{ id: string; name: string }> {
    requirePermission(actor, 'records.read');
    const company = await this.companies.findLiveById(actor, id);
    if (!company) throw referencedCompanyNotFound();
    return company;
  }

  private async requireFreeDomain(actor: Actor, { domain, domainAscii }: Pick<CompanyPatch, 'domain' | 'domainAscii'>, exceptId: string | null): Promise<void> {
    const key = domainAscii ?? domain;
    const taken = key ? await this.companies.findByDomain(actor, key, exceptId) : null;
    if (taken) throw new DomainTakenError(taken.shown ? taken : undefined);
  }
}
