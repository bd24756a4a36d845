import type { TypedMoney } from '@/components/ui/money-field.js';
import type { InputOf } from '@/lib/api/api-types.js';
import type { QuickAddPrefill } from '@/lib/quick-add/quick-add.js';
import { read } from '@/lib/typed/unread.js';

export type CreateDealBody = InputOf<'post', '/deals'>['body'];

/** Kept as a draft, so only plain values. */
interface Named {
  id: string;
  label: string;
}

export interface DealValues {
  name: string;
  amount: TypedMoney;
  company: Named | null;
  contacts: Named[];
  expectedClose: string | null;
  pipelineId: string | null;
  stageId: string | null;
  ownerId: string | null;
  nextStep: string;
}

export function newDeal(ownerId: string, prefill: QuickAddPrefill = {}): DealValues {
  return {
    name: prefill.name ?? '',
    amount: null,
    company: named(prefill.company),
    contacts: prefill.contact ? [{ id: prefill.contact.id, label: prefill.contact.label }] : [],
    expectedClose: null,
    pipelineId: prefill.pipelineId ?? null,
    stageId: prefill.stageId ?? null,
    ownerId,
    nextStep: '',
  };
}

export function named(option: Named | null | undefined): Named | null {
  return option ? { id: option.id, label: option.label } : null;
}

export function toBody(values: DealValues): CreateDealBody {
  return {
    name: values.name.trim(),
    amount: read(values.amount),
    companyId: values.company?.id ?? null,
    contactIds: values.contacts.map(({ id }) => id),
    expectedClose: values.expectedClose,
    ownerId: values.ownerId,
    nextStep: values.nextStep.trim() || null,
    ...(values.pipelineId ? { pipelineId: values.pipelineId } : {}),
    ...(values.stageId ? { stageId: values.stageId } : {}),
  };
}
