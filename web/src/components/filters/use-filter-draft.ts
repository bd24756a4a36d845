import { useEffect, useRef, useState } from 'react';
import type { Filter } from '@/lib/filter/filter.js';
import { prune } from './prune.js';

const TYPING_MILLISECONDS = 250;

interface FilterDraft {
  filter: Filter;
  onChange: (filter: Filter) => void;
  startsOpen: boolean;
  onClose: (() => void) | undefined;
  /** Some of it could not be read: the list stays as it is. */
  isHeld: () => boolean;
}

/** While its editor is open a chip shows what is being chosen. The list follows what is complete, a moment after the last key. */
export function useFilterDraft({ filter, onChange, startsOpen, onClose, isHeld }: FilterDraft) {
  const [isOpen, setIsOpen] = useState(startsOpen);
  const [draft, setDraft] = useState<Filter | null>(null);
  const apply = useRef(onChange);
  apply.current = onChange;
  const asked = useRef(JSON.stringify(filter));
  const settle = (next: Filter | null) => {
    const complete = next ? prune(next) : undefined;
    const text = JSON.stringify(complete);
    if (!complete || text === asked.current || isHeld()) return;
    asked.current = text;
    apply.current(complete);
  };
  const latest = useRef(settle);
  latest.current = settle;
  useEffect(() => {
    if (!draft) return;
    const timer = setTimeout(() => latest.current(draft), TYPING_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [draft]);
  const setOpen = (open: boolean) => {
    setIsOpen(open);
    if (open) return;
    settle(draft);
    setDraft(null);
    onClose?.();
  };
  return { isOpen, setOpen, shown: draft ?? filter, edit: setDraft };
}
