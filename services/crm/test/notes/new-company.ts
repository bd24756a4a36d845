import { CompanyServiceService } from '@crm-vision/proto/crm_vision/crm/companies/v1/companies';
import { RecordKind, type RecordRef } from '@crm-vision/proto/crm_vision/crm/records/v1/records';
import { companyInput } from '../companies/company-input.js';
import type { Person, TestCrm } from '../testing.js';

/** A company to write notes on. */
export async function newCompany(crm: TestCrm, who: Person): Promise<RecordRef> {
  const { company } = await crm.client(CompanyServiceService).createCompany({ input: companyInput({ name: 'Acme' }) }, who);
  return { kind: RecordKind.RECORD_KIND_COMPANY, id: company!.id, title: 'Acme' };
}
