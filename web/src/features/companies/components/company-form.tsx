import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { DuplicatesNotice } from '@/components/record/duplicates-notice.js';
import { Form } from '@/components/ui/form.js';
import { queryClient } from '@/lib/api/query-client.js';
import { useSubmit } from '@/lib/forms/use-submit.js';
import { closeQuickAdd, type QuickAddFormProps } from '@/lib/quick-add/quick-add.js';
import { refreshAround } from '@/lib/records/record-cache.js';
import { useSession } from '@/lib/session/session.js';
import { useDebounced } from '@/lib/use-debounced.js';
import { useDraft } from '@/lib/use-draft.js';
import { createCompany, duplicatesQuery } from '../api/companies.js';
import { newCompany, toBody, type CompanyValues } from '../new-company.js';
import { NewCompanyFields } from './new-company-fields.js';

/** A new company: name and domain. One that is known already shows while it is typed. */
export function CompanyForm({ formId, prefill, onPending, onSaved }: QuickAddFormProps) {
  const { t } = useTranslation('companies');
  const { user } = useSession();
  const draft = useDraft<CompanyValues>(`add-company:${prefill?.name ?? ''}`, newCompany(user.id, prefill));
  const candidates = useDuplicates(draft.value);
  const { submit, isPending, error } = useSubmit(createCompany, ({ data, changeSetId }) => {
    draft.clear();
    refreshAround(queryClient, 'company');
    onSaved({ id: data.id, title: data.name, changeSetId });
  });
  useEffect(() => onPending(isPending), [isPending, onPending]);
  return (
    <Form id={formId} label={t('add')} error={error} onSubmit={() => void submit(toBody(draft.value))}>
      <NewCompanyFields values={draft.value} onChange={draft.set} duplicates={<DuplicatesNotice candidates={candidates} onOpen={closeQuickAdd} />} />
    </Form>
  );
}

function useDuplicates({ name, domain }: CompanyValues) {
  const typedName = useDebounced(name.trim(), 250);
  const typedDomain = useDebounced(domain.trim(), 250);
  const { data = [] } = useQuery(duplicatesQuery({ name: typedName, domain: typedDomain.includes('.') ? typedDomain : '' }));
  return data;
}
