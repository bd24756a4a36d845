import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Ban, ListPlus, Mail, Phone, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { DeletedBanner } from '@/components/record/deleted-banner.js';
import { RecordFrame } from '@/components/record/record-frame.js';
import { RecordMenu } from '@/components/record/record-menu.js';
import { RecordPending } from '@/components/record/record-pending.js';
import { panelTabs } from '@/components/record/panel-tabs.js';
import { useRecordActs } from '@/components/record/use-record-acts.js';
import type { RecordPanels } from '@/components/record-panels.js';
import { Avatar } from '@/components/ui/avatar.js';
import { Badge } from '@/components/ui/badge.js';
import { LinkButton } from '@/components/record/link-button.js';
import { paths } from '@/config/paths.js';
import { openQuickAdd, prefillFrom } from '@/lib/quick-add/quick-add.js';
import { contactName, primaryOf } from '@/lib/records/contact-name.js';
import { usePermission } from '@/lib/session/permissions.js';
import { contactCalls, contactQuery } from '../api/contacts.js';
import { ContactFields } from '../components/contact-fields.js';
import type { Contact } from '../contact.js';

export function ContactPage({ panels }: { panels: Partial<RecordPanels> }) {
  const { id = '' } = useParams({ strict: false });
  const { t } = useTranslation('contacts');
  const { data, error, refetch } = useQuery(contactQuery(id));
  if (data) return <ContactRecord key={id} contact={data} panels={panels} />;
  return <RecordPending error={error} onRetry={() => void refetch()} back={{ path: paths.contacts, label: t('title') }} />;
}

function ContactRecord({ contact, panels }: { contact: Contact; panels: Partial<RecordPanels> }) {
  const { t } = useTranslation(['contacts', 'records', 'common']);
  const navigate = useNavigate();
  const mayWrite = usePermission('records.write');
  const acts = useRecordActs('contact', contactCalls);
  const name = contactName(contact);
  const isDeleted = contact.deletedAt !== null;
  const record = { kind: 'contact' as const, id: contact.id, title: name, isDeleted };
  const mail = primaryOf(contact.emails)?.email;
  const phone = primaryOf(contact.phones)?.phone;
  const actions = !isDeleted && (
    <>
      {mail && <LinkButton href={`mailto:${mail}`} icon={Mail} label={t('email')} />}
      {phone && <LinkButton href={`tel:${phone}`} icon={Phone} label={t('call')} />}
      {mayWrite && (
        <RecordMenu
          label={t('records:actions', { name })}
          items={[
            { id: 'task', label: t('addTask'), icon: ListPlus, onAction: () => openQuickAdd({ kind: 'task', prefill: prefillFrom(record) }) },
            { id: 'delete', label: t('common:delete'), icon: Trash2, danger: true, onAction: () => void acts.remove(contact.id, name, () => void navigate({ to: paths.contacts })) },
          ]}
        />
      )}
    </>
  );
  return (
    <RecordFrame
      title={name}
      avatar={<Avatar id={contact.id} name={name} size="lg" />}
      subtitle={<Subtitle contact={contact} doNotContact={t('records:doNotContact')} />}
      back={{ path: paths.contacts, label: t('title') }}
      actions={actions}
      banner={isDeleted && <DeletedBanner kind="contact" onRestore={mayWrite ? () => void acts.restore(contact.id, name) : undefined} />}
      tabs={panelTabs(panels, ['timeline', 'tasks', 'notes', 'deals'], record, (tab) => t(`records:${tab}`))}
      details={<ContactFields contact={contact} />}
    />
  );
}

function Subtitle({ contact: { company, title, doNotContact: isBanned }, doNotContact }: { contact: Contact; doNotContact: string }) {
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      {company && <Link to="/companies/$id" params={{ id: company.id }} dir="auto" className="truncate hover:underline">{company.name}</Link>}
      {company && title && <span aria-hidden>·</span>}
      {title && <span dir="auto" className="truncate">{title}</span>}
      {isBanned && <Badge tone="danger"><Ban aria-hidden className="size-3" />{doNotContact}</Badge>}
    </span>
  );
}
