import { lazy, type ComponentType } from 'react';
import type { QuickAddFormProps, QuickAddKind } from '@/lib/quick-add/quick-add.js';

/** In the order in which they are offered. The code of a form comes when it is first needed. */
export const forms: Record<QuickAddKind, ComponentType<QuickAddFormProps>> = {
  contact: lazy(async () => ({ default: (await import('@/features/contacts/components/contact-form.js')).ContactForm })),
  company: lazy(async () => ({ default: (await import('@/features/companies/components/company-form.js')).CompanyForm })),
  deal: lazy(async () => ({ default: (await import('@/features/deals/components/deal-form.js')).DealForm })),
  task: lazy(async () => ({ default: (await import('@/features/tasks/components/task-form.js')).TaskForm })),
};
