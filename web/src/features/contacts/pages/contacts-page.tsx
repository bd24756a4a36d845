import { Plus, Users } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { RecordList } from '@/components/data-table/record-list.js';
import { PageHeader } from '@/components/page-header.js';
import { Button } from '@/components/ui/button.js';
import { EmptyState } from '@/components/ui/empty-state.js';
import { openQuickAdd } from '@/lib/quick-add/quick-add.js';
import { contactName, primaryOf } from '@/lib/records/contact-name.js';
import { usePermission } from '@/lib/session/permissions.js';
import { Person } from '@/components/ui/person.js';
import { contactBulk, fetchContacts } from '../api/contacts.js';
import { ContactPeek } from '../components/contact-peek.js';
import { useContactColumns } from '../components/contact-columns.js';
import { useContactFilters } from '../components/contact-filters.js';
import type { Contact } from '../contact.js';

export function ContactsPage() {
  const { t } = useTranslation('contacts');
  const { t: words } = useTranslation('records');
  const mayWrite = usePermission('records.write');
  const columns = useContactColumns();
  const filters = useContactFilters();
  const add = mayWrite && <Button variant="primary" icon={Plus} onPress={() => openQuickAdd({ kind: 'contact' })}>{t('add')}</Button>;
  return (
    <>
      <PageHeader title={t('title')}>{add}</PageHeader>
      <RecordList<Contact>
        kind="contact"
        label={t('title')}
        columns={columns}
        fetchPage={fetchContacts}
        filterFields={filters}
        usualSort="name"
        moreSorts={[{ field: 'firstName', label: words('fields.firstName') }, { field: 'lastName', label: words('fields.lastName') }]}
        titleOf={contactName}
        card={(contact) => ({ detail: [contact.company?.name, contact.title, primaryOf(contact.emails)?.email].filter(Boolean).join(' · '), end: <Person id={contact.ownerId} avatarOnly /> })}
        bulk={contactBulk}
        peek={(id) => <ContactPeek id={id} />}
        empty={<EmptyState icon={Users} title={t('emptyTitle')} action={add}>{t('emptyText')}</EmptyState>}
      />
    </>
  );
}
