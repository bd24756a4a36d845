import type { Company, CompanyInput } from '@crm-vision/proto/crm_vision/crm/companies/v1/companies';
import type { z } from 'zod';
import {
  cleared, fromAddress, fromJsonText, fromMoney, orNull, present, toAddress, toJsonText, toList, wordOrNull, written,
} from '../http/fields.mapper.js';
import type * as dto from './companies.dto.js';

type Body = Partial<z.output<typeof dto.createCompanyBody>>;

export function fromCompany(message: Company | undefined): z.output<typeof dto.company> {
  const company = present(message, 'company');
  return {
    id: company.id,
    name: company.name,
    domain: orNull(company.domain),
    industry: orNull(company.industry),
    size: wordOrNull(company.size),
    phone: orNull(company.phone),
    address: fromAddress(company.address),
    annualRevenue: fromMoney(company.annualRevenue),
    ownerId: orNull(company.ownerId),
    tags: company.tags,
    custom: fromJsonText(company.custom),
    createdAt: company.createdAt,
    createdBy: company.createdBy,
    updatedAt: company.updatedAt,
    updatedBy: company.updatedBy,
    version: company.version,
    deletedAt: orNull(company.deletedAt),
    contactCount: company.contactCount,
    openDealCount: company.openDealCount,
  };
}

export function toCompanyInput(body: Body): CompanyInput {
  return {
    name: body.name,
    domain: written(body.domain),
    industry: written(body.industry),
    size: written(body.size),
    phone: written(body.phone),
    address: toAddress(body.address),
    annualRevenue: written(body.annualRevenue),
    ownerId: written(body.ownerId),
    tags: toList(body.tags),
    custom: toJsonText(body.custom),
    clear: cleared(body),
  };
}
