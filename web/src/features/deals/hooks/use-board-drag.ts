import { MouseSensor, TouchSensor, useSensor, useSensors, type Announcements, type DragMoveEvent, type DragStartEvent } from '@dnd-kit/core';
import { placeInColumn, zonesFirst, type DropData } from '@/features/deals/board/pointer-place.js';
import type { Lifting } from './use-lift.js';

const silent: Announcements = { onDragStart: nothing, onDragOver: nothing, onDragEnd: nothing, onDragCancel: nothing };

/** A mouse drags at once; a finger holds still first, so that it can scroll. What happens is spoken by the board itself. */
export function useBoardDrag(lifting: Lifting) {
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 5 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 220, tolerance: 8 } }),
  );
  const follow = ({ over, active }: DragMoveEvent): void => {
    const data = over?.data.current as DropData | undefined;
    const rect = active.rect.current.translated;
    if (!lifting.lift || !rect) return;
    if (!data) return lifting.over(null);
    lifting.over(data.kind === 'zone' ? { stageId: data.stageId, index: 0 } : placeInColumn(lifting.lift, data.stageId, rect.top + rect.height / 2));
  };
  return {
    sensors,
    collisionDetection: zonesFirst,
    accessibility: { announcements: silent, screenReaderInstructions: { draggable: '' } },
    onDragStart: ({ active }: DragStartEvent) => lifting.start(String(active.id), 'pointer'),
    onDragMove: follow,
    onDragOver: follow,
    onDragEnd: lifting.drop,
    onDragCancel: lifting.cancel,
  };
}

function nothing(): undefined {
  return undefined;
}
