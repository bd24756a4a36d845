import { currentActor } from '@crm-vision/common/context';
import {
  type CompanyServiceController, CompanyServiceControllerMethods, type CreateCompanyRequest, type CreateCompanyResponse, type FindDuplicateCompaniesRequest,
  type FindDuplicateCompaniesResponse, type GetCompanyRequest, type GetCompanyResponse, type ListCompaniesRequest, type ListCompaniesResponse,
  type UpdateCompanyRequest, type UpdateCompanyResponse,
} from '@crm-vision/proto/crm_vision/crm/companies/v1/companies';
import { Controller } from '@nestjs/common';
import { requireId, toOptionalId } from '../fields/ids.mapper.js';
import { toListQuery, toPageInfo } from '../lists/list.mapper.js';
import { toCandidateMessage, toCompanyMessage, toCompanyPatch } from './companies.mapper.js';
import { CompaniesService } from './companies.service.js';

@Controller()
@CompanyServiceControllerMethods()
export class CompaniesController implements CompanyServiceController {
  constructor(private readonly companies: CompaniesService) {}

  async listCompanies({ list }: ListCompaniesRequest): Promise<ListCompaniesResponse> {
    const page = await this.companies.list(currentActor(), toListQuery(list));
    return { companies: page.items.map(toCompanyMessage), page: toPageInfo(page) };
  }

  async getCompany({ id }: GetCompanyRequest): Promise<GetCompanyResponse> {
    return { company: toCompanyMessage(await this.companies.get(currentActor(), requireId(id))) };
  }

  async createCompany({ input }: CreateCompanyRequest): Promise<CreateCompanyResponse> {
    const { result, changeSetId } = await this.companies.create(currentActor(), toCompanyPatch(input));
    return { company: toCompanyMessage(result), changeSetId };
  }

  async updateCompany({ id, version, input }: UpdateCompanyRequest): Promise<UpdateCompanyResponse> {
    const { result, changeSetId } = await this.companies.update(currentActor(), requireId(id), version, toCompanyPatch(input));
    return { company: toCompanyMessage(result), changeSetId };
  }

  async findDuplicateCompanies({ name, domain, exceptId }: FindDuplicateCompaniesRequest): Promise<FindDuplicateCompaniesResponse> {
    const found = await this.companies.findDuplicates(currentActor(), { name, domain, exceptId: toOptionalId(exceptId, 'exceptId') });
    return { candidates: found.map(toCandidateMessage) };
  }
}
