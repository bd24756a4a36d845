import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { PanelRecord } from '@/components/record-panels.js';
import { Avatar } from '@/components/ui/avatar.js';
import { Button } from '@/components/ui/button.js';
import { ErrorState } from '@/components/ui/error-state.js';
import { SkeletonRows } from '@/components/ui/skeleton.js';
import { openQuickAdd, prefillFrom } from '@/lib/quick-add/quick-add.js';
import { contactName, primaryOf } from '@/lib/records/contact-name.js';
import { usePermission } from '@/lib/session/permissions.js';
import { contactsOfCompanyQuery } from '@/lib/records/contact-queries.js';

/** The people of a company. */
export function ContactsPanel({ record }: { record: PanelRecord }) {
  const { t } = useTranslation('contacts');
  const mayWrite = usePermission('records.write') && !record.isDeleted;
  const { data, error, refetch } = useQuery(contactsOfCompanyQuery(record.id));
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={4} />;
  return (
    <div className="pb-6">
      {data.items.length === 0 && <p className="px-4 py-6 text-center text-sm text-muted">{t('panelEmpty')}</p>}
      <ul>
        {data.items.map((contact) => {
          const name = contactName(contact);
          return (
            <li key={contact.id} className="border-b border-subtle">
              <Link to="/contacts/$id" params={{ id: contact.id }} className="flex min-h-11 items-center gap-2.5 px-4 py-1.5 outline-none hover:bg-hover focus-visible:outline-2 focus-visible:-outline-offset-2 focus-visible:outline-accent">
                <Avatar id={contact.id} name={name} />
                <span className="min-w-0 flex-1"><span dir="auto" className="block truncate font-medium">{name}</span><span dir="auto" className="block truncate text-xs text-muted">{[contact.title, primaryOf(contact.emails)?.email].filter(Boolean).join(' · ')}</span></span>
              </Link>
            </li>
          );
        })}
      </ul>
      {mayWrite && <div className="px-4 pt-3"><Button variant="ghost" size="sm" icon={Plus} onPress={() => openQuickAdd({ kind: 'contact', prefill: prefillFrom(record) })}>{t('add')}</Button></div>}
    </div>
  );
}
