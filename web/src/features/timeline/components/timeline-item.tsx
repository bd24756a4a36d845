import type { PanelRecord } from '@/components/record-panels.js';
import { formatInstant, formatTime } from '@/lib/format.js';
import { useMembers } from '@/lib/session/members.js';
import type { TimelineEvent } from '../event.js';
import { EventIcon } from './event-icon.js';
import { EventText } from './event-text.js';

export function TimelineItem({ event, record }: { event: TimelineEvent; record: PanelRecord }) {
  const actor = useMembers().byId(event.actorId)?.name ?? '…';
  return (
    <li className="flex items-start gap-2.5 py-1.5 text-base">
      <EventIcon kind={event.kind} />
      <div className="min-w-0 flex-1 break-words"><EventText event={event} record={record} /></div>
      <span className="shrink-0 pt-px text-xs text-muted max-sm:max-w-24 max-sm:text-end">
        {actor} · <time dateTime={event.at} title={formatInstant(event.at)} className="whitespace-nowrap">{formatTime(event.at)}</time>
      </span>
    </li>
  );
}
