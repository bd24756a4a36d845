import { AddressRow } from '@/components/record/address-row.js';
import { ChoiceRow } from '@/components/record/choice-row.js';
import { MoneyRow } from '@/components/record/money-row.js';
import { OwnerRow } from '@/components/record/owner-row.js';
import { RecordFields } from '@/components/record/record-fields.js';
import { Stamps } from '@/components/record/stamps.js';
import { TagsRow } from '@/components/record/tags-row.js';
import { TextRow } from '@/components/record/text-row.js';
import { ValueLink } from '@/components/record/value-link.js';
import { PhoneText } from '@/components/ui/phone-text.js';
import { usePhoneText } from '@/lib/phone/use-phone-text.js';
import { useRecordSave } from '@/lib/records/use-record-save.js';
import { updateCompany } from '../api/companies.js';
import { sizes, type Company } from '../company.js';

/** Every field of a company, edited in place. */
export function CompanyFields({ company }: { company: Company }) {
  const save = useRecordSave<Company>('company', updateCompany);
  const { editable } = usePhoneText();
  const { domain, phone } = company;
  return (
    <RecordFields record={company} save={save}>
      <TextRow field="name" value={company.name} maxLength={200} />
      <TextRow field="domain" value={domain} maxLength={253} show={domain && <ValueLink href={`https://${domain}`} isOutside>{domain}</ValueLink>} />
      <TextRow field="phone" type="tel" value={phone && editable(phone)} maxLength={60} show={phone && <ValueLink href={`tel:${phone}`}><PhoneText value={phone} /></ValueLink>} />
      <OwnerRow value={company.ownerId} />
      <TextRow field="industry" value={company.industry} maxLength={120} />
      <ChoiceRow field="size" value={company.size} options={sizes} />
      <MoneyRow field="annualRevenue" value={company.annualRevenue} />
      <AddressRow value={company.address} />
      <TagsRow value={company.tags} />
      <Stamps {...company} />
    </RecordFields>
  );
}
