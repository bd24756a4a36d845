import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PanelRecord } from '@/components/record-panels.js';
import { recordPath } from '@/config/paths.js';
import { formatDay } from '@/lib/format.js';
import { payloadOf, type TimelineEvent } from '../event.js';
import { FieldChanges } from './field-changes.js';

/** One event as a sentence. */
export function EventText({ event, record }: { event: TimelineEvent; record: PanelRecord }) {
  const { t } = useTranslation('timeline');
  const sentence = useSentence(event, event.subject.id === record.id);
  const { excerpt, fields } = payloadOf(event);
  const isOwn = event.subject.id === record.id;
  const name = <Subject subject={event.subject} isOwn={isOwn} />;
  if (event.kind === 'updated') return <>{!isOwn && <p>{name}</p>}<FieldChanges fields={fields ?? {}} /></>;
  if (event.kind === 'note') return <><p>{t('note')}</p>{excerpt && <p dir="auto" className="mt-0.5 border-s-2 border-subtle ps-2 text-muted">{excerpt}</p>}</>;
  return <p>{withName(sentence, name)}</p>;
}

function useSentence({ kind, subject, ...event }: TimelineEvent, isOwn: boolean): string {
  const { t } = useTranslation('timeline');
  const { t: common } = useTranslation();
  const { from, to, reason, dueDate } = payloadOf({ kind, subject, ...event });
  const values = { kind: common(`kinds.${subject.kind}`) };
  switch (kind) {
    case 'created': return isOwn ? t('created_own') : t('created', values);
    case 'deleted': return isOwn ? t('deleted_own') : t('deleted', values);
    case 'restored': return isOwn ? t('restored_own') : t('restored', values);
    case 'task_created': return dueDate ? t('task_created_due', { due: formatDay(dueDate) }) : t('task_created');
    case 'deal_moved': return t(isOwn ? 'moved_own' : 'deal_moved', { from: from?.name ?? '', to: to?.name ?? '' });
    case 'deal_lost': return reason ? t('deal_lost_reason', { reason }) : t('deal_lost');
    case 'note':
    case 'updated': return '';
    default: return t(kind);
  }
}

/** Puts the link to the record where the sentence of the language has its place. */
function withName(sentence: string, name: ReactNode): ReactNode {
  const [before, after] = sentence.split('<name/>');
  return after === undefined ? before : <>{before}{name}{after}</>;
}

function Subject({ subject, isOwn }: { subject: TimelineEvent['subject']; isOwn: boolean }) {
  const path = isOwn ? null : recordPath(subject.kind, subject.id);
  if (!path) return <bdi className="font-medium">{subject.title}</bdi>;
  return <Link to={path} className="font-medium text-accent-ink hover:underline"><bdi>{subject.title}</bdi></Link>;
}
