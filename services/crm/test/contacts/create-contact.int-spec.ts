import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { GrpcClient } from '@crm-vision/common/grpc';
import { CompanyServiceService } from '@crm-vision/proto/crm_vision/crm/companies/v1/companies';
import { ContactServiceService } from '@crm-vision/proto/crm_vision/crm/contacts/v1/contacts';
import { RecordKind, RecordServiceService } from '@crm-vision/proto/crm_vision/crm/records/v1/records';
import { companyInput } from '../companies/company-input.js';
import { person, type Person, refusal, startCrm, type TestCrm } from '../testing.js';
import { contactInput, emails, phones } from './contact-input.js';

let crm: TestCrm;
let ada: Person;
let contacts: GrpcClient<typeof ContactServiceService>;
const create = async (input: Parameters<typeof contactInput>[0], who = ada) => (await contacts.createContact({ input: contactInput(input) }, who)).contact!;

beforeAll(async () => {
  crm = await startCrm();
  ada = await person(crm);
  contacts = crm.client(ContactServiceService);
});
afterAll(() => crm.stop());

describe('OK', () => {
  it('keeps emails in lower case and phones as E.164, each once, one of them primary', async () => {
    const { company } = await crm.client(CompanyServiceService).createCompany({ input: companyInput({ name: 'Engines' }) }, ada);
    const contact = await create({
      firstName: ' Ada ', lastName: 'Lovelace', companyId: company?.id,
      emails: { values: [{ email: 'Ada@Engine.Example', label: 'home', primary: false }, { email: 'a@b.example', label: '', primary: true }, { email: 'ADA@engine.example', label: 'work', primary: true }] },
      phones: { values: [{ phone: '+44 (0)20 7946 0018', label: 'mobile', primary: false }, { phone: '0049 30 1234567', label: '', primary: false }] },
    });
    expect(contact).toMatchObject({
      firstName: 'Ada', company: { id: company?.id, name: 'Engines' }, ownerId: ada.userId, doNotContact: false,
      emails: [{ email: 'ada@engine.example', label: 'home', primary: false }, { email: 'a@b.example', label: 'work', primary: true }],
      phones: [{ phone: '+442079460018', label: 'mobile', primary: true }, { phone: '+49301234567', label: 'work', primary: false }],
    });
    expect((await contacts.getContact({ id: contact.id }, ada)).contact).toEqual(contact);
  });

  it('shows on the timeline of its company', async () => {
    const { company } = await crm.client(CompanyServiceService).createCompany({ input: companyInput({ name: 'Watched' }) }, ada);
    const contact = await create({ lastName: 'Seen', companyId: company?.id });
    expect(await crm.testDatabase.sql('select kind, subject_kind, subject_id from crm.timeline_event where record_id = $1 order by id', [company?.id])).toEqual([
      { kind: 'created', subject_kind: 'company', subject_id: company?.id }, { kind: 'created', subject_kind: 'contact', subject_id: contact.id },
    ]);
  });

  it('a name is enough, an email is enough', async () => {
    await expect(create({ firstName: 'Zoe' })).resolves.toBeDefined();
    await expect(create({ emails: emails('only@mail.example') })).resolves.toBeDefined();
  });
});

describe('INVALID_ARGUMENT', () => {
  it.each<[string, Parameters<typeof contactInput>[0]]>([
    ['lastName', {}],
    ['lastName', { firstName: '  ', lastName: '' }],
    ['lastName', { lastName: 'a'.repeat(101) }],
    ['emails[0].email', { lastName: 'A', emails: emails('not an email') }],
    ['emails[1].email', { lastName: 'A', emails: emails('a@b.example', 'a@b') }],
    ['emails[0].label', { lastName: 'A', emails: { values: [{ email: 'x@y.example', label: 'fax', primary: true }] } }],
    ['emails', { lastName: 'A', emails: emails(...Array.from({ length: 21 }, (_, index) => `a${index}@b.example`)) }],
    ['phones[0].phone', { lastName: 'A', phones: phones('030 1234567') }],
    ['lifecycle', { lastName: 'A', lifecycle: 'friend' }],
    ['companyId', { lastName: 'A', companyId: 'x' }],
    ['firstname', { lastName: 'A', clear: ['firstname'] }],
  ])('names the field %s', async (field, input) => {
    await expect(create(input)).rejects.toEqual(refusal('invalid', 'INVALID_ARGUMENT', field));
  });

  it('refuses a company that does not exist, is in the bin, or is of another workspace', async () => {
    const companies = crm.client(CompanyServiceService);
    const { company: binned } = await companies.createCompany({ input: companyInput({ name: 'Binned' }) }, ada);
    await crm.client(RecordServiceService).deleteRecords({ kind: RecordKind.RECORD_KIND_COMPANY, ids: [binned!.id] }, ada);
    const { company: foreign } = await companies.createCompany({ input: companyInput({ name: 'Foreign' }) }, await person(crm));
    for (const companyId of [randomUUID(), binned!.id, foreign!.id]) await expect(create({ lastName: 'A', companyId })).rejects.toEqual(refusal('invalid', 'COMPANY_NOT_FOUND', 'companyId'));
  });

  it('refuses an owner who is no member', async () => {
    await expect(create({ lastName: 'A', ownerId: randomUUID() })).rejects.toEqual(refusal('invalid', 'OWNER_NOT_FOUND', 'ownerId'));
  });
});

describe('ALREADY_EXISTS', () => {
  it('names who has the email, whichever of several it is', async () => {
    const first = await create({ lastName: 'First', emails: emails('x@one.example', 'y@one.example') });
    await expect(create({ lastName: 'Second', emails: emails('free@one.example', 'Y@one.example') })).rejects
      .toMatchObject({ kind: 'alreadyExists', code: 'EMAIL_TAKEN', message: 'First has the email y@one.example.', details: { recordId: first.id, email: 'y@one.example' } });
  });

  it('takes over the email of one in the bin, who comes back only when it is free again', async () => {
    const kind = RecordKind.RECORD_KIND_CONTACT;
    const records = crm.client(RecordServiceService);
    const first = await create({ lastName: 'Gone', emails: emails('gone@one.example') });
    await records.deleteRecords({ kind, ids: [first.id] }, ada);
    const heir = await create({ lastName: 'Heir', emails: emails('gone@one.example') });
    await expect(records.restoreRecord({ kind, id: first.id }, ada)).rejects.toMatchObject({ kind: 'alreadyExists' });
    await records.deleteRecords({ kind, ids: [heir.id] }, ada);
    await records.restoreRecord({ kind, id: first.id }, ada);
  });

  it('lets one of several at once win', async () => {
    const results = await Promise.allSettled([1, 2, 3, 4].map((n) => create({ lastName: `Racer ${n}`, emails: emails('race@one.example') })));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of results) if (result.status === 'rejected') expect(result.reason).toEqual(refusal('alreadyExists', 'EMAIL_TAKEN', 'emails'));
  });

  it('another workspace may have the same email', async () => {
    await create({ lastName: 'Ours', emails: emails('shared@one.example') });
    await expect(create({ lastName: 'Theirs', emails: emails('shared@one.example') }, await person(crm))).resolves.toBeDefined();
  });
});

describe('PERMISSION_DENIED', () => {
  it('refuses a viewer', async () => {
    await expect(create({ lastName: 'A' }, await person(crm, { workspaceId: ada.workspaceId, role: 'viewer' }))).rejects.toEqual(refusal('forbidden', 'FORBIDDEN'));
  });
});
