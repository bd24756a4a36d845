import { useTranslation } from 'react-i18next';
import { OwnerPicker } from '@/components/owner-picker.js';
import { RecordPicker } from '@/components/record-picker.js';
import { DatePicker } from '@/components/ui/date-picker.js';
import { MoneyField } from '@/components/ui/money-field.js';
import { Select } from '@/components/ui/select.js';
import { TextField } from '@/components/ui/text-field.js';
import { useCurrencies } from '@/lib/sales/currencies.js';
import { usePipelines } from '@/lib/sales/pipelines.js';
import { named, type DealValues } from '@/features/deals/new-deal.js';
import { ContactsPicker } from './contacts-picker.js';

interface DealFieldsProps {
  values: DealValues;
  onChange: (values: DealValues) => void;
}

/** The four that matter. */
export function DealMainFields({ values, onChange, nameError }: DealFieldsProps & { nameError: string | undefined }) {
  const { t } = useTranslation('deals');
  const currencies = useCurrencies();
  const set = (part: Partial<DealValues>) => onChange({ ...values, ...part });
  return (
    <>
      <TextField label={t('fields.name')} name="name" isRequired autoFocus value={values.name} onChange={(name) => set({ name })} maxLength={200} error={nameError} />
      <div className="grid gap-4 sm:grid-cols-2">
        <MoneyField label={t('fields.amount')} name="amount" value={values.amount} onChange={(amount) => set({ amount })} currencies={currencies} />
        <DatePicker label={t('fields.expectedClose')} name="expectedClose" value={values.expectedClose} onChange={(expectedClose) => set({ expectedClose })} />
      </div>
      <RecordPicker kind="company" label={t('fields.companyId')} name="companyId" value={values.company} onChange={(company) => set({ company: named(company) })} />
    </>
  );
}

export function DealMoreFields({ values, onChange }: DealFieldsProps) {
  const { t } = useTranslation('deals');
  const pipelines = usePipelines();
  const pipeline = pipelines.byId(values.pipelineId);
  const stages = pipeline?.stages.filter((stage) => stage.type === 'open') ?? [];
  const set = (part: Partial<DealValues>) => onChange({ ...values, ...part });
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <Select label={t('fields.pipeline')} name="pipelineId" value={pipeline?.id ?? null} onChange={(pipelineId) => set({ pipelineId, stageId: null })} options={pipelines.all.map(({ id, name }) => ({ id, label: name }))} />
        <Select label={t('fields.stage')} name="stageId" value={values.stageId ?? stages[0]?.id ?? null} onChange={(stageId) => set({ stageId, pipelineId: pipeline?.id ?? null })} options={stages.map(({ id, name }) => ({ id, label: name }))} />
      </div>
      <ContactsPicker label={t('fields.contactIds')} name="contactIds" value={values.contacts} onChange={(contacts) => set({ contacts: contacts.map(({ id, label }) => ({ id, label })) })} />
      <OwnerPicker label={t('fields.owner')} name="ownerId" value={values.ownerId} onChange={(ownerId) => set({ ownerId })} />
      <TextField label={t('fields.nextStep')} name="nextStep" value={values.nextStep} onChange={(nextStep) => set({ nextStep })} maxLength={500} />
    </>
  );
}
