import { closestCenter, DndContext, MouseSensor, TouchSensor, useSensor, useSensors, type Announcements, type DragEndEvent } from '@dnd-kit/core';
import { SortableContext, useSortable, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { GripVertical } from 'lucide-react';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '@/lib/class-names.js';
import { formatNumber } from '@/lib/format.js';

interface SortableListProps<T extends { id: string }> {
  label: string;
  items: readonly T[];
  nameOf: (item: T) => string;
  onReorder: (items: T[]) => void;
  children: (item: T, index: number) => ReactNode;
  isDisabled?: boolean;
}

const silent: Announcements = { onDragStart: nothing, onDragOver: nothing, onDragEnd: nothing, onDragCancel: nothing };

/** A list whose order a person decides: by dragging the handle, or with the arrow keys on it. */
export function SortableList<T extends { id: string }>({ label, items, nameOf, onReorder, children, isDisabled = false }: SortableListProps<T>) {
  const { t } = useTranslation();
  const [said, setSaid] = useState('');
  const sensors = useSensors(useSensor(MouseSensor, { activationConstraint: { distance: 4 } }), useSensor(TouchSensor, { activationConstraint: { delay: 150, tolerance: 8 } }));
  const words = (item: T, index: number) => ({ name: nameOf(item), position: formatNumber(index + 1), total: formatNumber(items.length) });
  const move = (from: number, to: number) => {
    const item = items[from];
    if (!item || to < 0 || to >= items.length || from === to) return;
    const others = items.filter((other) => other !== item);
    onReorder([...others.slice(0, to), item, ...others.slice(to)]);
    setSaid(t('reorder.said', words(item, to)));
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-reorder="${window.CSS.escape(item.id)}"]`)?.focus());
  };
  const drop = ({ active, over }: DragEndEvent) => {
    const place = (id: unknown) => items.findIndex((item) => item.id === id);
    if (over) move(place(active.id), place(over.id));
  };
  return (
    <DndContext sensors={sensors} collisionDetection={closestCenter} onDragEnd={drop} accessibility={{ announcements: silent, screenReaderInstructions: { draggable: '' } }}>
      <SortableContext items={items.map(({ id }) => id)} strategy={verticalListSortingStrategy} disabled={isDisabled}>
        <ul aria-label={label} className="flex flex-col">
          {items.map((item, index) => (
            <Row key={item.id} id={item.id} handle={isDisabled ? null : t('reorder.handle', words(item, index))} onStep={(step) => move(index, index + step)}>{children(item, index)}</Row>
          ))}
        </ul>
      </SortableContext>
      <p role="status" aria-live="assertive" className="sr-only">{said}</p>
    </DndContext>
  );
}

function Row({ id, handle, onStep, children }: { id: string; handle: string | null; onStep: (step: 1 | -1) => void; children: ReactNode }) {
  const { t } = useTranslation();
  const { setNodeRef, setActivatorNodeRef, listeners, transform, transition, isDragging } = useSortable({ id });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    onStep(event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <li ref={setNodeRef} style={{ transform: CSS.Translate.toString(transform), transition }} className={classNames('flex items-center gap-1 border-b border-subtle bg-canvas last:border-b-0', isDragging && 'relative z-10 rounded-control bg-raised shadow-floating')}>
      {handle && (
        <button type="button" ref={setActivatorNodeRef} {...listeners} onKeyDown={onKeyDown} data-reorder={id} aria-label={handle} title={t('reorder.hint')} className="grid size-7 shrink-0 cursor-grab touch-none place-items-center rounded-control text-faint hover:bg-hover hover:text-ink touch:size-11">
          <GripVertical aria-hidden className="size-4" />
        </button>
      )}
      <div className="min-w-0 flex-1">{children}</div>
    </li>
  );
}


function nothing(): undefined {
  return undefined;
}
