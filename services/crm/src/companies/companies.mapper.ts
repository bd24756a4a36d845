import type { Company as CompanyMessage, CompanyInput } from '@crm-vision/proto/crm_vision/crm/companies/v1/companies';
import type { DuplicateCandidate } from '@crm-vision/proto/crm_vision/crm/records/v1/records';
import { toAddressMessage } from '../fields/address.mapper.js';
import { givenFields, parseFields } from '../fields/parse-fields.js';
import { fromMoneyMessage, presentMoney } from '../money/money.mapper.js';
import { toRefMessage } from '../writes/record-ref.mapper.js';
import type { CompanyCandidate } from './companies.repository.js';
import { type Company, companyInput, type CompanyPatch } from './company.js';

export function toCompanyMessage(company: Company): CompanyMessage {
  return {
    id: company.id,
    name: company.name,
    domain: company.domain ?? undefined,
    industry: company.industry ?? undefined,
    size: company.size ?? undefined,
    phone: company.phone ?? undefined,
    address: toAddressMessage(company.address),
    annualRevenue: presentMoney(company.annualRevenue, company.annualRevenueCurrency) ?? undefined,
    ownerId: company.ownerId ?? undefined,
    tags: [...company.tags],
    custom: JSON.stringify(company.custom),
    createdAt: company.createdAt,
    createdBy: company.createdBy,
    updatedAt: company.updatedAt,
    updatedBy: company.updatedBy,
    version: company.version,
    deletedAt: company.deletedAt ?? undefined,
    contactCount: company.contactCount,
    openDealCount: company.openDealCount,
  };
}

/** Throws InvalidArgumentError naming each wrong field. */
export function toCompanyPatch(input: CompanyInput | undefined): CompanyPatch {
  const { annualRevenue, tags, ...rest } = input ?? { clear: [], address: undefined, annualRevenue: undefined, tags: undefined };
  const money = annualRevenue && fromMoneyMessage(annualRevenue, 'annualRevenue');
  const emptied = rest.clear.includes('annualRevenue');
  const revenue = money ? { annualRevenue: money.minor.toString(), annualRevenueCurrency: money.currency } : emptied ? { annualRevenueCurrency: null } : {};
  return parseFields(companyInput, { ...givenFields({ ...rest, ...(tags && { tags: tags.values }) }), ...revenue });
}

export function toCandidateMessage({ id, title, subtitle, matchedField, deleted }: CompanyCandidate): DuplicateCandidate {
  return { record: toRefMessage({ kind: 'company', id, title }), subtitle, matchedField, deleted };
}
