import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RecordPicker } from '@/components/record-picker.js';
import { DatePicker } from '@/components/ui/date-picker.js';
import type { Option } from '@/components/ui/list-box-option.js';
import { MoneyField } from '@/components/ui/money-field.js';
import { TextField } from '@/components/ui/text-field.js';
import { useCurrencies } from '@/lib/sales/currencies.js';
import type { RequiredField } from '@/lib/sales/pipelines.js';
import type { MoveFieldsDraft } from '@/features/deals/move-answers.js';
import { ContactsPicker } from './contacts-picker.js';

interface RequiredFieldInputProps {
  field: RequiredField;
  values: MoveFieldsDraft;
  onChange: (values: MoveFieldsDraft) => void;
  autoFocus: boolean;
  error: string | undefined;
}

/** The right control for each field that a stage can ask for. */
export function RequiredFieldInput({ field, values, onChange, ...look }: RequiredFieldInputProps) {
  const { t } = useTranslation('deals');
  const currencies = useCurrencies();
  const [company, setCompany] = useState<Option | null>(null);
  const [contacts, setContacts] = useState<Option[]>([]);
  const shared = { label: t(`fields.${field}`), name: field, isRequired: true, ...look };
  switch (field) {
    case 'amount':
      return <MoneyField {...shared} value={values.amount ?? null} onChange={(amount) => onChange({ ...values, amount })} currencies={currencies} />;
    case 'expectedClose':
      return <DatePicker {...shared} value={values.expectedClose ?? null} onChange={(expectedClose) => onChange({ ...values, expectedClose })} />;
    case 'nextStep':
      return <TextField {...shared} value={values.nextStep ?? ''} onChange={(nextStep) => onChange({ ...values, nextStep })} maxLength={500} />;
    case 'companyId':
      return <RecordPicker {...shared} kind="company" value={company} onChange={(option) => { setCompany(option); onChange({ ...values, companyId: option?.id ?? null }); }} />;
    case 'contactIds':
      return <ContactsPicker {...shared} value={contacts} onChange={(options) => { setContacts(options); onChange({ ...values, contactIds: options.map(({ id }) => id) }); }} />;
  }
}
