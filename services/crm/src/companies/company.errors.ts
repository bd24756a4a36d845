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

/** A domain is unique among the companies of a workspace. The details name the company that has it (recordId), and whether it is in the bin (inBin). */
export class DomainTakenError extends DomainError {
  constructor(taken?: { id: string; name: string; binned: boolean }) {
    const whose = taken ? `The company "${taken.name}"${taken.binned ? ', which is in the bin,' : ''} has this domain.` : 'Another company has this domain.';
    const message = taken?.binned ? `${whose} Restore it instead.` : whose;
    super('alreadyExists', 'DOMAIN_TAKEN', message, {
      fields: [{ field: 'domain', code: 'DOMAIN_TAKEN', message }],
      details: taken ? { recordId: taken.id, inBin: String(taken.binned) } : {},
    });
  }
}
