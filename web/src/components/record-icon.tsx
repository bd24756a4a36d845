import { CircleCheck, Handshake, StickyNote, Workflow } from 'lucide-react';
import type { RecordKind } from '@/lib/api/api-types.js';
import { Avatar } from './ui/avatar.js';

const icons = { deal: Handshake, task: CircleCheck, note: StickyNote, pipeline: Workflow };

/** People and companies by their initials, everything else by the sign of its kind. */
export function RecordIcon({ kind, id, title }: { kind: RecordKind; id: string; title: string }) {
  if (kind === 'contact') return <Avatar id={id} name={title} size="sm" />;
  if (kind === 'company') return <Avatar id={id} name={title} size="sm" shape="company" />;
  const Icon = icons[kind];
  return <span className="grid size-5 shrink-0 place-items-center text-muted"><Icon aria-hidden className="size-4" /></span>;
}
