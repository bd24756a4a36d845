import { currentActor } from '@crm-vision/common/context';
import {
  type ContactServiceController, ContactServiceControllerMethods, type CreateContactRequest, type CreateContactResponse, type FindDuplicateContactsRequest,
  type FindDuplicateContactsResponse, type GetContactRequest, type GetContactResponse, type ListContactsRequest, type ListContactsResponse,
  type UpdateContactRequest, type UpdateContactResponse,
} from '@crm-vision/proto/crm_vision/crm/contacts/v1/contacts';
import { Controller } from '@nestjs/common';
import { requireId } from '../fields/ids.mapper.js';
import { toListQuery, toPageInfo } from '../lists/list.mapper.js';
import { toCandidateMessage, toContactMessage, toContactPatch, toLikeness } from './contacts.mapper.js';
import { ContactsService } from './contacts.service.js';

@Controller()
@ContactServiceControllerMethods()
export class ContactsController implements ContactServiceController {
  constructor(private readonly contacts: ContactsService) {}

  async listContacts({ list }: ListContactsRequest): Promise<ListContactsResponse> {
    const page = await this.contacts.list(currentActor(), toListQuery(list));
    return { contacts: page.items.map(toContactMessage), page: toPageInfo(page) };
  }

  async getContact({ id }: GetContactRequest): Promise<GetContactResponse> {
    return { contact: toContactMessage(await this.contacts.get(currentActor(), requireId(id))) };
  }

  async createContact({ input }: CreateContactRequest): Promise<CreateContactResponse> {
    const { result, changeSetId } = await this.contacts.create(currentActor(), toContactPatch(input));
    return { contact: toContactMessage(result), changeSetId };
  }

  async updateContact({ id, version, input }: UpdateContactRequest): Promise<UpdateContactResponse> {
    const { result, changeSetId } = await this.contacts.update(currentActor(), requireId(id), version, toContactPatch(input));
    return { contact: toContactMessage(result), changeSetId };
  }

  async findDuplicateContacts(request: FindDuplicateContactsRequest): Promise<FindDuplicateContactsResponse> {
    const actor = currentActor();
    return { candidates: (await this.contacts.findDuplicates(actor, toLikeness(request, actor.country))).map(toCandidateMessage) };
  }
}
