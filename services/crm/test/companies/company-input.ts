import type { CompanyInput } from '@crm-vision/proto/crm_vision/crm/companies/v1/companies';

export function companyInput(fields: Partial<CompanyInput>): CompanyInput {
  return { address: undefined, annualRevenue: undefined, tags: undefined, clear: [], ...fields };
}
