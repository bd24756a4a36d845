import { useDroppable } from '@dnd-kit/core';
import { CircleX, Trophy } from 'lucide-react';
import { classNames } from '@/lib/class-names.js';
import type { Stage } from '@/lib/sales/pipelines.js';
import type { Lift } from '@/features/deals/board/lift.js';
import type { DropData } from '@/features/deals/board/pointer-place.js';

const looks = {
  open: { icon: Trophy, rest: '', over: '' },
  won: { icon: Trophy, rest: 'border-success text-success-ink', over: 'bg-success-soft border-solid' },
  lost: { icon: CircleX, rest: 'border-danger text-danger-ink', over: 'bg-danger-soft border-solid' },
};

/** While a card is in the air, the two ends of a deal lie at the bottom of the board. */
export function DropZones({ lift, stages }: { lift: Lift; stages: readonly Stage[] }) {
  const ends = stages.filter((stage) => stage.type !== 'open' && stage.id !== lift.deal.stageId);
  return (
    <div className="absolute inset-x-0 bottom-0 z-10 flex animate-rise-in gap-3 border-t border-subtle bg-canvas/95 p-3" aria-hidden>
      {ends.map((stage) => <Zone key={stage.id} stage={stage} over={lift.to?.stageId === stage.id} />)}
    </div>
  );
}

function Zone({ stage, over }: { stage: Stage; over: boolean }) {
  const { setNodeRef } = useDroppable({ id: `zone:${stage.id}`, data: { stageId: stage.id, kind: 'zone' } satisfies DropData });
  const { icon: Icon, ...look } = looks[stage.type];
  return (
    <div ref={setNodeRef} data-zone={stage.type} className={classNames('flex h-16 min-w-0 flex-1 items-center justify-center gap-2 rounded-card border-2 border-dashed bg-surface text-base font-medium', look.rest, over && look.over)}>
      <Icon className="size-5" />
      <span dir="auto" className="truncate">{stage.name}</span>
    </div>
  );
}
