import { presentMoney } from '../money/money.mapper.js';
import type { RecordType } from '../writes/record-type.js';
import type { CompanyFields } from './company.js';
import { CompanyNotFoundError, DomainTakenError } from './company.errors.js';

/** How companies are written, audited and undone. */
export const companyRecord: RecordType<CompanyFields> = {
  kind: 'company',
  table: 'company',
  columns: ['name', 'domain', 'domainAscii', 'industry', 'size', 'phone', 'address', 'annualRevenue', 'annualRevenueCurrency', 'ownerId', 'tags', 'custom'],
  ownerColumn: 'ownerId',
  titleSql: 'r.name',
  hasTimeline: true,
  notFound: () => new CompanyNotFoundError(),
  onConflict: (constraint) => (constraint === 'company_domain_live' ? new DomainTakenError() : undefined),
  titleOf: ({ name }) => name,
  relatedOf: () => [],
  publicFields: ({ annualRevenue, annualRevenueCurrency, name, domain, industry, size, phone, address, ownerId, tags, custom }) => ({
    name, domain, industry, size, phone, address, annualRevenue: presentMoney(annualRevenue, annualRevenueCurrency), ownerId, tags, custom,
  }),
};
