import { DomainError } from '@crm-vision/common/errors';

export class CompanyNotFoundError extends DomainError {
  constructor() {
    super('notFound', 'COMPANY_NOT_FOUND', 'There is no such company.');
  }
}

/** Another record names a company that does not exist. */
export function referencedCompanyNotFound(): DomainError {
  const message = 'There is no such company.';
  return new DomainError('invalid', 'COMPANY_NOT_FOUND', message, { fields: [{ field: 'companyId', code: 'COMPANY_NOT_FOUND', message }] });
}

/** A domain is unique among the living companies of a workspace; what is in the bin holds none. The details name the company that has it (recordId). */
export class DomainTakenError extends DomainError {
  constructor(taken?: { id: string; name: string }) {
    const message = taken ? `The company "${taken.name}" has this domain.` : 'Another company has this domain.';
    super('alreadyExists', 'DOMAIN_TAKEN', message, { fields: [{ field: 'domain', code: 'DOMAIN_TAKEN', message }], details: taken ? { recordId: taken.id } : {} });
  }
}
