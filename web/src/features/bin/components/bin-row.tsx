import { Link } from '@tanstack/react-router';
import { ArchiveRestore, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { RecordIcon } from '@/components/record-icon.js';
import { Button } from '@/components/ui/button.js';
import { IconButton } from '@/components/ui/icon-button.js';
import { recordPath } from '@/config/paths.js';
import type { RecordKind, Schemas } from '@/lib/api/api-types.js';
import { formatInstant, formatRelative } from '@/lib/format.js';
import { useMembers } from '@/lib/session/members.js';

interface BinRowProps {
  entry: Schemas['BinEntry'];
  /** Why it could not be restored. */
  problem: string | undefined;
  onRestore: (() => void) | undefined;
  /** Absent: the person may not. */
  onPurge: (() => void) | undefined;
}

const viewable: ReadonlySet<RecordKind> = new Set(['contact', 'company', 'deal']);

export function BinRow({ entry: { record, deletedAt, deletedBy }, problem, onRestore, onPurge }: BinRowProps) {
  const { t } = useTranslation(['bin', 'common', 'records']);
  // Only these pages show what is in the bin.
  const path = viewable.has(record.kind) ? recordPath(record.kind, record.id) : null;
  const who = useMembers().byId(deletedBy)?.name ?? '…';
  return (
    <li className="flex min-h-12 flex-wrap items-center gap-x-3 gap-y-1 border-b border-subtle px-4 py-1.5">
      <RecordIcon kind={record.kind} id={record.id} title={record.title} />
      <span className="min-w-0 flex-1">
        <span dir="auto" className="block truncate text-base font-medium" title={record.title}>{path ? <Link to={path} className="hover:underline">{record.title}</Link> : record.title}</span>
        <span dir="auto" className="block truncate text-xs text-muted" title={formatInstant(deletedAt)}>{t(`common:kinds.${record.kind}`)} · {t('deletedBy', { who, when: formatRelative(deletedAt) })}</span>
      </span>
      {onRestore && <Button size="sm" icon={ArchiveRestore} onPress={onRestore} aria-label={t('restoreNamed', { name: record.title })}>{t('records:restore')}</Button>}
      {onPurge && <IconButton icon={Trash2} label={t('purgeNamed', { name: record.title })} onPress={onPurge} />}
      {problem && <p role="alert" className="w-full rounded-control bg-danger-soft px-2.5 py-1.5 text-sm text-danger-ink">{problem}</p>}
    </li>
  );
}
