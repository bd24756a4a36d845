import { ArrowRight, ArchiveRestore, CircleCheck, CirclePlus, Handshake, ListPlus, Pencil, RotateCcw, StickyNote, Trash2, Trophy, X, type LucideIcon } from 'lucide-react';
import { classNames } from '@/lib/class-names.js';
import type { TimelineEvent } from '../event.js';

const icons: Record<TimelineEvent['kind'], [LucideIcon, string]> = {
  created: [CirclePlus, 'text-muted'],
  updated: [Pencil, 'text-muted'],
  deleted: [Trash2, 'text-muted'],
  restored: [ArchiveRestore, 'text-muted'],
  note: [StickyNote, 'text-warning-ink'],
  task_created: [ListPlus, 'text-muted'],
  task_completed: [CircleCheck, 'text-success-ink'],
  deal_created: [Handshake, 'text-accent-ink'],
  deal_moved: [ArrowRight, 'text-accent-ink'],
  deal_won: [Trophy, 'text-success-ink'],
  deal_lost: [X, 'text-danger-ink'],
  deal_reopened: [RotateCcw, 'text-accent-ink'],
};

export function EventIcon({ kind }: { kind: TimelineEvent['kind'] }) {
  const [Icon, tone] = icons[kind];
  return <span aria-hidden className={classNames('grid size-5.5 shrink-0 place-items-center rounded-full bg-sunken', tone)}><Icon className="size-3.5" /></span>;
}
