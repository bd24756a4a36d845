import { CompanyRow } from '@/components/record/company-row.js';
import { AddressRow } from '@/components/record/address-row.js';
import { ChoiceRow } from '@/components/record/choice-row.js';
import { FlagRow } from '@/components/record/flag-row.js';
import { OwnerRow } from '@/components/record/owner-row.js';
import { RecordFields } from '@/components/record/record-fields.js';
import { Stamps } from '@/components/record/stamps.js';
import { TagsRow } from '@/components/record/tags-row.js';
import { TextRow } from '@/components/record/text-row.js';
import { ValuesRow } from '@/components/record/values-row.js';
import { usePhoneText } from '@/lib/phone/use-phone-text.js';
import { useRecordSave } from '@/lib/records/use-record-save.js';
import { updateContact } from '../api/contacts.js';
import { emailLabels, lifecycles, phoneLabels, type Contact } from '../contact.js';
import { LifecycleBadge } from './lifecycle-badge.js';

/** Every field of a contact, edited in place. */
export function ContactFields({ contact }: { contact: Contact }) {
  const save = useRecordSave<Contact>('contact', updateContact);
  const phoneText = usePhoneText();
  return (
    <RecordFields record={contact} save={save}>
      <TextRow field="firstName" value={contact.firstName} maxLength={100} />
      <TextRow field="lastName" value={contact.lastName} maxLength={100} />
      <TextRow field="title" value={contact.title} maxLength={120} />
      <ValuesRow
        field="emails" labels={emailLabels}
        values={contact.emails.map(({ email, ...rest }) => ({ value: email, ...rest }))}
        toPatch={(values) => ({ emails: values.map(({ value, label, primary }) => ({ email: value, label, primary })) })}
      />
      <ValuesRow
        field="phones" labels={phoneLabels} words={phoneText}
        values={contact.phones.map(({ phone, ...rest }) => ({ value: phone, ...rest }))}
        toPatch={(values) => ({ phones: values.map(({ value, label, primary }) => ({ phone: value, label, primary })) })}
      />
      <CompanyRow value={contact.company} />
      <OwnerRow value={contact.ownerId} />
      <ChoiceRow field="lifecycle" value={contact.lifecycle} options={lifecycles} show={contact.lifecycle && <LifecycleBadge value={contact.lifecycle} />} />
      <FlagRow field="doNotContact" value={contact.doNotContact} />
      <AddressRow value={contact.address} />
      <TagsRow value={contact.tags} />
      <TextRow field="source" value={contact.source} maxLength={120} />
      <Stamps {...contact} />
    </RecordFields>
  );
}
