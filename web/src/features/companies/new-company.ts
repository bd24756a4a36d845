import type { QuickAddPrefill } from '@/lib/quick-add/quick-add.js';
import type { CreateBody } from './api/companies.js';
import type { CompanySize } from './company.js';

/** What the form holds; empty text is none. */
export interface CompanyValues {
  name: string;
  domain: string;
  industry: string;
  size: CompanySize | null;
  phone: string;
  ownerId: string | null;
  tags: string[];
}

export function newCompany(ownerId: string, prefill?: QuickAddPrefill): CompanyValues {
  return { name: prefill?.name ?? '', domain: '', industry: '', size: null, phone: '', ownerId, tags: [] };
}

export function toBody({ name, domain, industry, size, phone, ownerId, tags }: CompanyValues): CreateBody {
  return {
    name: name.trim(),
    ...(domain.trim() ? { domain: domain.trim() } : {}),
    ...(industry.trim() ? { industry: industry.trim() } : {}),
    ...(size ? { size } : {}),
    ...(phone.trim() ? { phone: phone.trim() } : {}),
    ...(tags.length > 0 ? { tags } : {}),
    ownerId,
  };
}
