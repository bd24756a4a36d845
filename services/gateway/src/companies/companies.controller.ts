import { RecordKind } from '@crm-vision/proto/crm_vision/crm/records/v1/records';
import { Controller } from '@nestjs/common';
import { Crm } from '../clients.js';
import { toDuplicates } from '../http/fields.mapper.js';
import { Handle, type In } from '../http/handle.js';
import { Input } from '../http/input.js';
import { toListRequest, toPage } from '../http/lists.mapper.js';
import { Answer, Reply } from '../http/reply.js';
import { withCurrent } from '../http/with-current.js';
import { fromBulk, toAssign, toDelete, toTimeline } from '../records/records.mapper.js';
import { fromTimeline } from '../timeline/timeline.mapper.js';
import { fromCompany, toCompanyInput } from './companies.mapper.js';
import * as routes from './companies.routes.js';

const kind = RecordKind.RECORD_KIND_COMPANY;

@Controller()
export class CompaniesController {
  constructor(private readonly crm: Crm) {}

  @Handle(routes.listCompanies)
  async listCompanies(@Input() { query }: In<typeof routes.listCompanies>) {
    const { companies, page } = await this.crm.companies.listCompanies({ list: toListRequest(query) });
    return toPage(companies, page, fromCompany);
  }

  @Handle(routes.createCompany)
  async createCompany(@Input() { body }: In<typeof routes.createCompany>, @Answer() reply: Reply) {
    return reply.changed(await this.crm.companies.createCompany({ input: toCompanyInput(body) }), ({ company }) => fromCompany(company));
  }

  @Handle(routes.findCompanyDuplicates)
  async findDuplicates(@Input() { query: { name = '', domain = '', exceptId = '' } }: In<typeof routes.findCompanyDuplicates>) {
    return toDuplicates((await this.crm.companies.findDuplicateCompanies({ name, domain, exceptId })).candidates);
  }

  @Handle(routes.getCompany)
  async getCompany(@Input() { params }: In<typeof routes.getCompany>) {
    return fromCompany((await this.crm.companies.getCompany(params)).company);
  }

  @Handle(routes.updateCompany, { current: fromCompany, shown: async ({ crm }, { id }: { id: string }) => fromCompany((await crm.companies.getCompany({ id })).company) })
  async updateCompany(@Input() { params, body: { version, ...body } }: In<typeof routes.updateCompany>, @Answer() reply: Reply) {
    const updated = this.crm.companies.updateCompany({ id: params.id, version, input: toCompanyInput(body) });
    return reply.changed(await withCurrent(updated, () => this.read(params)), ({ company }) => fromCompany(company));
  }

  @Handle(routes.deleteCompany)
  async deleteCompany(@Input() { params }: In<typeof routes.deleteCompany>, @Answer() reply: Reply) {
    reply.changed(await this.crm.records.deleteRecords(toDelete(kind, [params.id])));
  }

  @Handle(routes.restoreCompany)
  async restoreCompany(@Input() { params }: In<typeof routes.restoreCompany>, @Answer() reply: Reply) {
    reply.changed(await this.crm.records.restoreRecord({ kind, id: params.id }));
    return fromCompany((await this.crm.companies.getCompany(params)).company);
  }

  @Handle(routes.bulkDeleteCompanies)
  async bulkDelete(@Input() { body }: In<typeof routes.bulkDeleteCompanies>, @Answer() reply: Reply) {
    return reply.changed(await this.crm.records.deleteRecords(toDelete(kind, body.ids)), fromBulk);
  }

  @Handle(routes.bulkAssignCompanies)
  async bulkAssign(@Input() { body }: In<typeof routes.bulkAssignCompanies>, @Answer() reply: Reply) {
    return reply.changed(await this.crm.records.assignRecords(toAssign(kind, body)), fromBulk);
  }

  @Handle(routes.listCompanyTimeline)
  async listTimeline(@Input() { params, query }: In<typeof routes.listCompanyTimeline>) {
    return fromTimeline(await this.crm.timeline.listTimeline(toTimeline(kind, params.id, query)));
  }

  private async read(params: { id: string }) {
    return (await this.crm.companies.getCompany(params)).company;
  }
}
