import type { Actor } from '@crm-vision/common/context';
import { StaleVersionError } from '@crm-vision/common/errors';
import { Injectable } from '@nestjs/common';
import { requirePermission } from '../access/roles.js';
import { CompaniesService } from '../companies/companies.service.js';
import type { ListQuery, Page } from '../lists/list-field.js';
import { Members } from '../members/members.service.js';
import { type Done, Writes } from '../writes/writes.service.js';
import { type Contact, type ContactFields, type ContactPatch, keyOf, newContact, readPhones, requireName } from './contact.js';
import { EmailTakenError, referencedContactNotFound } from './contact.errors.js';
import { contactRecord } from './contact.record.js';
import { toContactMessage } from './contacts.mapper.js';
import { type ContactCandidate, ContactsRepository, type Likeness } from './contacts.repository.js';

@Injectable()
export class ContactsService {
  constructor(
    private readonly contacts: ContactsRepository,
    private readonly companies: CompaniesService,
    private readonly writes: Writes,
    private readonly members: Members,
  ) {}

  list(actor: Actor, query: ListQuery): Promise<Page<Contact>> {
    requirePermission(actor, 'records.read');
    return this.contacts.list(actor, query);
  }

  get(actor: Actor, id: string): Promise<Contact> {
    requirePermission(actor, 'records.read');
    return this.contacts.getById(actor, id);
  }

  async create(actor: Actor, patch: ContactPatch): Promise<Done<Contact>> {
    requirePermission(actor, 'records.write');
    const typed: ContactFields = { ...newContact(actor.userId), ...patch };
    requireName(typed);
    const fields = { ...typed, phones: readPhones(typed, actor.country) };
    if (fields.ownerId) await this.members.require(actor, fields.ownerId);
    return this.writes.run(actor, 'create', async (act) => {
      const company = fields.companyId ? await this.companies.requireLive(actor, fields.companyId) : null;
      await this.requireFreeEmails(actor, fields, null);
      return { ...(await act.insert(contactRecord, fields)), companyName: company?.name ?? null };
    });
  }

  async update(actor: Actor, id: string, version: number, patch: ContactPatch): Promise<Done<Contact>> {
    requirePermission(actor, 'records.write');
    const checkOwner = await this.members.mayBecome(actor, patch.ownerId);
    return this.writes.run(actor, 'update', async (act) => {
      const contact = await act.lock(contactRecord, id);
      if (contact.version !== version) throw new StaleVersionError(toContactMessage(await this.contacts.getById(actor, id)));
      checkOwner(contact.ownerId);
      const wanted: ContactFields = { ...contact, ...patch };
      requireName(wanted);
      if (wanted.companyId && wanted.companyId !== contact.companyId) await this.companies.requireLive(actor, wanted.companyId);
      if (patch.emails) await this.requireFreeEmails(actor, wanted, id);
      const phones = patch.phones && { phones: readPhones(wanted, actor.country, contact.phones) };
      await act.update(contactRecord, contact, { ...patch, ...phones });
      return this.contacts.getById(actor, id);
    });
  }

  findDuplicates(actor: Actor, likeness: Likeness): Promise<ContactCandidate[]> {
    requirePermission(actor, 'records.read');
    return this.contacts.listSimilar(actor, likeness);
  }

  /** Live contacts that another record is about to name under `field`. */
  async requireLive(actor: Actor, ids: readonly string[], field = 'contactIds'): Promise<void> {
    requirePermission(actor, 'records.read');
    if (ids.length === 0) return;
    const live = new Set(await this.contacts.listLiveIds(actor, ids));
    const missing = ids.findIndex((id) => !live.has(id));
    if (missing >= 0) throw referencedContactNotFound(`${field}[${missing}]`);
  }

  private async requireFreeEmails(actor: Actor, { emails }: ContactFields, exceptId: string | null): Promise<void> {
    if (emails.length === 0) return;
    const owner = await this.contacts.findByEmails(actor, emails.map(keyOf), exceptId);
    if (owner) throw new EmailTakenError(owner.shown ? owner : undefined);
  }
}
