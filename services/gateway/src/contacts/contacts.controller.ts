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
import { fromContact, toContactInput } from './contacts.mapper.js';
import * as routes from './contacts.routes.js';

const kind = RecordKind.RECORD_KIND_CONTACT;

@Controller()
export class ContactsController {
  constructor(private readonly crm: Crm) {}

  @Handle(routes.listContacts)
  async listContacts(@Input() { query }: In<typeof routes.listContacts>) {
    const { contacts, page } = await this.crm.contacts.listContacts({ list: toListRequest(query) });
    return toPage(contacts, page, fromContact);
  }

  @Handle(routes.createContact)
  async createContact(@Input() { body }: In<typeof routes.createContact>, @Answer() reply: Reply) {
    return reply.changed(await this.crm.contacts.createContact({ input: toContactInput(body) }), ({ contact }) => fromContact(contact));
  }

  @Handle(routes.findContactDuplicates)
  async findDuplicates(@Input() { query: { email = '', phone = '', name = '', exceptId = '', companyId = '' } }: In<typeof routes.findContactDuplicates>) {
    return toDuplicates((await this.crm.contacts.findDuplicateContacts({ email, phone, name, exceptId, companyId })).candidates);
  }

  @Handle(routes.getContact)
  async getContact(@Input() { params }: In<typeof routes.getContact>) {
    return fromContact((await this.crm.contacts.getContact(params)).contact);
  }

  @Handle(routes.updateContact, { current: fromContact, shown: async ({ crm }, { id }: { id: string }) => fromContact((await crm.contacts.getContact({ id })).contact) })
  async updateContact(@Input() { params, body: { version, ...body } }: In<typeof routes.updateContact>, @Answer() reply: Reply) {
    const updated = this.crm.contacts.updateContact({ id: params.id, version, input: toContactInput(body) });
    return reply.changed(await withCurrent(updated, () => this.read(params)), ({ contact }) => fromContact(contact));
  }

  @Handle(routes.deleteContact)
  async deleteContact(@Input() { params }: In<typeof routes.deleteContact>, @Answer() reply: Reply) {
    reply.changed(await this.crm.records.deleteRecords(toDelete(kind, [params.id])));
  }

  @Handle(routes.restoreContact)
  async restoreContact(@Input() { params }: In<typeof routes.restoreContact>, @Answer() reply: Reply) {
    reply.changed(await this.crm.records.restoreRecord({ kind, id: params.id }));
    return fromContact((await this.crm.contacts.getContact(params)).contact);
  }

  @Handle(routes.bulkDeleteContacts)
  async bulkDelete(@Input() { body }: In<typeof routes.bulkDeleteContacts>, @Answer() reply: Reply) {
    return reply.changed(await this.crm.records.deleteRecords(toDelete(kind, body.ids)), fromBulk);
  }

  @Handle(routes.bulkAssignContacts)
  async bulkAssign(@Input() { body }: In<typeof routes.bulkAssignContacts>, @Answer() reply: Reply) {
    return reply.changed(await this.crm.records.assignRecords(toAssign(kind, body)), fromBulk);
  }

  @Handle(routes.listContactTimeline)
  async listTimeline(@Input() { params, query }: In<typeof routes.listContactTimeline>) {
    return fromTimeline(await this.crm.timeline.listTimeline(toTimeline(kind, params.id, query)));
  }

  private async read(params: { id: string }) {
    return (await this.crm.contacts.getContact(params)).contact;
  }
}
