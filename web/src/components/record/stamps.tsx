import { useTranslation } from 'react-i18next';
import { formatInstant, formatRelative } from '@/lib/format.js';
import { useMembers } from '@/lib/session/members.js';
import { FieldRow } from './field-row.js';

interface Stamped {
  createdAt: string;
  createdBy: string;
  updatedAt: string;
  updatedBy: string;
}

/** When it came, when it last changed, and by whom. */
export function Stamps({ createdAt, createdBy, updatedAt, updatedBy }: Stamped) {
  const { t } = useTranslation('records');
  const members = useMembers();
  const line = (label: string, at: string, by: string) => (
    <FieldRow label={label}>
      <span className="block px-2 py-1.5 text-muted touch:py-3" title={formatInstant(at)}><span className="sr-only">{label}: </span>{t('by', { when: formatRelative(at), who: members.byId(by)?.name ?? '…' })}</span>
    </FieldRow>
  );
  return (
    <div className="mt-3 border-t border-subtle pt-2">
      {line(t('created'), createdAt, createdBy)}
      {line(t('updated'), updatedAt, updatedBy)}
    </div>
  );
}
