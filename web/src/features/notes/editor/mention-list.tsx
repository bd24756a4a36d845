import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { Avatar } from '@/components/ui/avatar.js';
import { classNames } from '@/lib/class-names.js';
import type { MentionState } from './mention-suggestion.js';

const GAP = 4;

/** Colleagues to mention, at the text cursor. The keys stay with the editor. */
export function MentionList({ state: { items, selected, rect, choose } }: { state: MentionState }) {
  const { t } = useTranslation('notes');
  if (!rect || items.length === 0) return null;
  return createPortal(
    <div role="listbox" aria-label={t('mention')} style={{ top: rect.bottom + GAP, left: Math.min(rect.left, window.innerWidth - 240) }} className="fixed z-50 w-56 rounded-card bg-raised p-1 shadow-floating">
      {items.map((member, index) => (
        <div
          key={member.userId}
          role="option"
          aria-selected={index === selected}
          onMouseDown={(event) => { event.preventDefault(); choose(member); }}
          className={classNames('flex min-h-8 items-center gap-2 rounded-control px-2 text-sm touch:min-h-11', index === selected && 'bg-hover')}
        >
          <Avatar id={member.userId} name={member.name} size="sm" />
          <span dir="auto" className="truncate">{member.name}</span>
        </div>
      ))}
    </div>,
    document.body,
  );
}
