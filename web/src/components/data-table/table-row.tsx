import type { KeyboardEvent, MouseEvent, ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '@/lib/class-names.js';
import { RowCheck } from './row-check.js';

export interface TableRowProps {
  title: string;
  /** Place in the list, from 0. */
  index: number;
  /** Where it stands, in pixels. */
  start: number;
  height: number;
  columns: string;
  isSelected: boolean;
  /** The one that Tab reaches. */
  isActive: boolean;
  takesFocus: boolean;
  onToggle: (event: unknown) => void;
  onOpen: () => void;
  onFocus: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
  children: ReactNode;
}

const ownControls = 'a, button, input, label, [role=button]';

/** A row that can be walked to, marked and opened. Links inside keep their own ways: a new tab, copying the address. */
export function TableRow({ title, index, start, height, columns, isSelected, isActive, takesFocus, onToggle, onOpen, onFocus, onKeyDown, children }: TableRowProps) {
  const { t } = useTranslation('lists');
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (takesFocus) element.current?.focus({ preventScroll: true });
  }, [takesFocus]);
  const onClick = (event: MouseEvent<HTMLElement>) => {
    if (event.target instanceof Element && event.target.closest(ownControls)) return;
    if (window.getSelection()?.toString()) return;
    onOpen();
  };
  return (
    <div
      ref={element}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      tabIndex={isActive ? 0 : -1}
      onClick={onClick}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
      style={{ gridTemplateColumns: columns, height, transform: `translateY(${start}px)` }}
      className={classNames(
        'absolute inset-x-0 grid border-b border-subtle text-sm outline-none focus-visible:outline-2 focus-visible:-outline-offset-2 focus-visible:outline-accent',
        isSelected ? 'bg-selected' : 'bg-canvas hover:bg-hover',
      )}
    >
      <div role="gridcell" className="sticky start-0 z-[1] bg-inherit"><RowCheck label={t('selectNamed', { name: title })} isSelected={isSelected} onToggle={onToggle} /></div>
      {children}
    </div>
  );
}

export function TableCell({ align = 'start', isFirst = false, children }: { align?: 'start' | 'end'; isFirst?: boolean; children: ReactNode }) {
  return (
    <div
      role="gridcell"
      className={classNames('flex min-w-0 items-center px-2 [&>*]:truncate', align === 'end' && 'justify-end tabular', isFirst && 'sticky start-10 z-[1] border-e border-subtle bg-inherit font-medium')}
    >
      {children}
    </div>
  );
}

/** On a phone: the name over a quiet line, and one thing at the end. */
export function CardCells({ name, detail, end }: { name: ReactNode; detail?: ReactNode; end?: ReactNode }) {
  return (
    <>
      <div role="gridcell" className="flex min-w-0 flex-col justify-center gap-0.5 pe-2">
        <div className="truncate text-base font-medium">{name}</div>
        {detail && <div dir="auto" className="truncate text-sm text-muted">{detail}</div>}
      </div>
      <div role="gridcell" className="flex items-center pe-3 text-sm text-muted tabular">{end}</div>
    </>
  );
}
