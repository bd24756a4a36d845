import { readDomain, type Spellings } from '@crm-vision/common/addresses';
import { InvalidArgumentError } from '@crm-vision/common/errors';
import { z } from 'zod';
import { type Address, address, type Custom, custom, id, oneOf, optionalText, phone, requiredText, tags } from '../fields/fields.js';
import { readPhone } from '../fields/phone.js';
import type { RecordRow } from '../writes/record-type.js';

export const sizes = ['1-10', '11-50', '51-200', '201-1000', '1001+'] as const;

/** What people write about a company. Revenue is minor units as text, with its currency. */
export interface CompanyFields {
  name: string;
  domain: string | null;
  /** In punycode, when the domain is written in other letters. */
  domainAscii: string | null;
  industry: string | null;
  size: string | null;
  phone: string | null;
  address: Address | null;
  annualRevenue: string | null;
  annualRevenueCurrency: string | null;
  ownerId: string | null;
  tags: readonly string[];
  custom: Custom;
}

export type Company = RecordRow<CompanyFields> & {
  /** Only when one company is read. */
  contactCount?: number;
  openDealCount?: number;
};

/** "https://www.Example.com/about" is "example.com"; null: no domain at all. */
export function readCompanyDomain(value: string): Spellings | null {
  const text = value.trim().toLowerCase();
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//.test(text) ? text : `http://${text}`);
  return readDomain(url?.hostname.replace(/^www\.(?=.*\.)/, '') ?? '');
}

const domain = z.string().max(253, 'May have 253 characters at most.').transform((value, context) => {
  const read = readCompanyDomain(value);
  if (read) return read;
  context.addIssue({ code: 'custom', message: 'Must be a domain, such as "example.com".' });
  return z.NEVER;
});

/** Any of the fields; null empties those that may be empty. */
export const companyInput = z.strictObject({
  name: requiredText(200),
  domain: domain.nullable(),
  industry: optionalText(120),
  size: oneOf(sizes).nullable(),
  phone: phone.nullable(),
  address,
  annualRevenue: z.string().nullable(),
  annualRevenueCurrency: z.string().nullable(),
  ownerId: id.nullable(),
  tags: tags.nullable().transform((value) => value ?? []),
  custom: custom.nullable().transform((value) => value ?? {}),
}).partial().transform(({ domain: spellings, ...patch }) => ({
  ...patch,
  ...(spellings !== undefined && { domain: spellings?.shown ?? null, domainAscii: spellings && spellings.ascii !== spellings.shown ? spellings.ascii : null }),
}));

export type CompanyPatch = z.output<typeof companyInput>;

/** A company that has nothing yet but its owner. */
export function newCompany(ownerId: string): Omit<CompanyFields, 'name'> {
  return { domain: null, domainAscii: null, industry: null, size: null, phone: null, address: null, annualRevenue: null, annualRevenueCurrency: null, ownerId, tags: [], custom: {} };
}

/** The phone as it is kept. One that was kept before stays as it is. */
export function readOwnPhone({ phone: typed, address: place }: Pick<CompanyFields, 'phone' | 'address'>, workspaceCountry: string, before: string | null = null): string | null {
  if (typed === null || typed === before) return typed;
  const result = readPhone(typed, place?.country ?? workspaceCountry);
  if ('number' in result) return result.number;
  throw new InvalidArgumentError([{ field: 'phone', ...result.problem }]);
}
