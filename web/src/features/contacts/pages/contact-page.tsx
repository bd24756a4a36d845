import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Ban, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { DeletedBanner } from '@/components/record/deleted-banner.js';
import { RecordFrame } from '@/components/record/record-frame.js';
import { subtitleLinkClass } from '@/components/record/record-header.js';
import { RecordMenu } from '@/components/record/record-menu.js';
import { RecordPending } from '@/components/record/record-pending.js';
import { panelTabs } from '@/components/record/panel-tabs.js';
import { useRecordActs } from '@/components/record/use-record-acts.js';
import type { RecordPanels } from '@/components/record-panels.js';
import { Avatar } from '@/components/ui/avatar.js';
import { Badge } from '@/components/ui/badge.js';
import { paths } from '@/config/paths.js';
import { contactName } from '@/lib/records/contact-name.js';
import { contactQuery } from '@/lib/records/contact-queries.js';
import { useGoTo } from '@/lib/remembered-search.js';
import { usePermission } from '@/lib/session/permissions.js';
import { contactCalls } from '../api/contacts.js';
import { ContactActs } from '../components/contact-acts.js';
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
  const goTo = useGoTo();
  const mayWrite = usePermission('records.write');
  const acts = useRecordActs('contact', contactCalls);
  const name = contactName(contact);
  const isDeleted = contact.deletedAt !== null;
  const record = { kind: 'contact' as const, id: contact.id, title: name, isDeleted };
  const menu = mayWrite && !isDeleted && (
    <RecordMenu
      label={t('records:actions', { name })}
      items={[{ id: 'delete', label: t('common:delete'), icon: Trash2, danger: true, onAction: () => void acts.remove(contact.id, name, () => goTo(paths.contacts)) }]}
    />
  );
  return (
    <RecordFrame
      title={name}
      avatar={<Avatar id={contact.id} name={name} size="lg" />}
      subtitle={<Subtitle contact={contact} doNotContact={t('records:doNotContact')} />}
      back={{ path: paths.contacts, label: t('title') }}
      actions={!isDeleted && <ContactActs contact={contact} mayWrite={mayWrite} />}
      menu={menu}
      banner={isDeleted && <DeletedBanner kind="contact" onRestore={mayWrite ? () => void acts.restore(contact.id, name) : undefined} />}
      tabs={panelTabs(panels, ['timeline', 'tasks', 'notes', 'deals'], record, (tab) => t(`records:${tab}`))}
      details={<ContactFields contact={contact} />}
    />
  );
}

function Subtitle({ contact: { company, title, doNotContact: isBanned }, doNotContact }: { contact: Contact; doNotContact: string }) {
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      {company && <Link to="/companies/$id" params={{ id: company.id }} dir="auto" className={subtitleLinkClass}>{company.name}</Link>}
      {company && title && <span aria-hidden>·</span>}
      {title && <span dir="auto" className="truncate">{title}</span>}
      {isBanned && <Badge tone="danger"><Ban aria-hidden className="size-3" />{doNotContact}</Badge>}
    </span>
  );
}
