import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { DuplicatesNotice } from '@/components/record/duplicates-notice.js';
import { Form } from '@/components/ui/form.js';
import { useSubmit } from '@/lib/forms/use-submit.js';
import { closeQuickAdd, type QuickAddFormProps } from '@/lib/quick-add/quick-add.js';
import { contactName } from '@/lib/records/contact-name.js';
import { refreshAround } from '@/lib/records/record-cache.js';
import { queryClient } from '@/lib/api/query-client.js';
import { useSession } from '@/lib/session/session.js';
import { useDebounced } from '@/lib/use-debounced.js';
import { useDraft } from '@/lib/use-draft.js';
import { createContact, duplicatesQuery, type Typed } from '../api/contacts.js';
import { newContact, toBody, type ContactValues } from '../new-contact.js';
import { NewContactFields } from './new-contact-fields.js';

/** A new contact: name, email, company. Who is known already shows while it is typed. */
export function ContactForm({ formId, prefill, onPending, onSaved }: QuickAddFormProps) {
  const { t } = useTranslation('contacts');
  const { user } = useSession();
  const draft = useDraft<ContactValues>(`add-contact:${prefill?.company?.id ?? ''}`, newContact(user.id, prefill));
  const candidates = useDuplicates(draft.value);
  const { submit, isPending, error } = useSubmit(createContact, ({ data, changeSetId }) => {
    draft.clear();
    refreshAround(queryClient, 'contact');
    onSaved({ id: data.id, title: contactName(data), changeSetId });
  });
  useEffect(() => onPending(isPending), [isPending, onPending]);
  return (
    <Form id={formId} label={t('add')} error={error} onSubmit={() => void submit(toBody(draft.value))}>
      <NewContactFields values={draft.value} onChange={draft.set} duplicates={<DuplicatesNotice candidates={candidates} onOpen={closeQuickAdd} />} />
    </Form>
  );
}

/** One name alone is like many, but not among the people of one company. */
function useDuplicates({ email, phone, firstName, lastName, company }: ContactValues) {
  const names = [firstName.trim(), lastName.trim()].filter(Boolean);
  const typed: Typed = {
    email: isMail(email) ? email.trim() : '',
    phone: digits(phone) >= 6 ? phone.trim() : '',
    name: names.length === 2 || company ? names.join(' ') : '',
    companyId: company?.id ?? '',
  };
  const settled = JSON.parse(useDebounced(JSON.stringify(typed), 250)) as Typed;
  return useQuery(duplicatesQuery(settled)).data ?? [];
}

function isMail(text: string): boolean {
  return /^\S+@\S+\.\S+$/.test(text.trim());
}

function digits(text: string): number {
  return text.replace(/\D/g, '').length;
}
