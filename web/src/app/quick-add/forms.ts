import type { ComponentType } from 'react';
import { lazyPart } from '@/lib/code/lazy-part.js';
import type { QuickAddFormProps, QuickAddKind } from '@/lib/quick-add/quick-add.js';

/** In the order in which they are offered. The code of a form comes when it is first needed. */
export const forms: Record<QuickAddKind, ComponentType<QuickAddFormProps>> = {
  contact: lazyPart(() => import('@/features/contacts/components/contact-form.js'), 'ContactForm'),
  company: lazyPart(() => import('@/features/companies/components/company-form.js'), 'CompanyForm'),
  deal: lazyPart(() => import('@/features/deals/components/deal-form.js'), 'DealForm'),
  task: lazyPart(() => import('@/features/tasks/components/task-form.js'), 'TaskForm'),
};
