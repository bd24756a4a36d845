import { ArrowRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useCompanyNames } from '@/lib/records/use-company-names.js';
import { useFieldText } from '@/lib/records/use-field-text.js';

type Fields = Record<string, { from: unknown; to: unknown }>;

/** "Lifecycle: Lead → Customer", a line for each field. */
export function FieldChanges({ fields }: { fields: Fields }) {
  const { t } = useTranslation('timeline');
  const words = useFieldText();
  const { companyId } = fields;
  const companies = useCompanyNames([companyId?.from, companyId?.to].filter((id) => typeof id === 'string'));
  const show = (field: string, value: unknown) => (field === 'companyId' && typeof value === 'string' ? (companies.get(value) ?? '…') : words.value(field, value));
  return Object.entries(fields).map(([field, { from, to }]) => (
    <p key={field} className="flex flex-wrap items-center gap-x-1.5">
      <span className="text-muted">{words.label(field)}</span>
      <Value text={show(field, from)} empty={t('empty_value')} isOld />
      <ArrowRight aria-label={t('became')} className="size-3 shrink-0 text-muted rtl:rotate-180" />
      <Value text={show(field, to)} empty={t('empty_value')} />
    </p>
  ));
}

function Value({ text, empty, isOld = false }: { text: string; empty: string; isOld?: boolean }) {
  if (text === '') return <span className="text-muted italic">{empty}</span>;
  return isOld ? <s dir="auto" className="min-w-0 text-muted decoration-from-font">{text}</s> : <span dir="auto" className="min-w-0 font-medium">{text}</span>;
}
