import { useRef, useState } from 'react';
import { toast } from '@/components/ui/toast.js';
import { ApiError } from '@/lib/api/api-error.js';
import { ConflictLeftOpen } from '@/lib/records/save-record.js';
import type { Patch, Versioned } from '@/lib/records/versioned.js';
import { fieldErrorText, saveErrorText } from '@/lib/use-error-text.js';
import { useRecordEdit } from './edit-context.js';

export interface InlineEdit<V> {
  isEditing: boolean;
  draft: V;
  error: string | undefined;
  /** Which of several values was refused: 1 for "phones[1].phone". */
  errorAt: number | undefined;
  setDraft: (draft: V) => void;
  start: () => void;
  /** Saves the draft, or the value given. */
  commit: (value?: V) => void;
  cancel: () => void;
}

/** One field in place. A refused save opens the field again with what was typed and the reason. */
export function useInlineEdit<V>(value: V, toPatch: (value: V) => Patch, preview?: (value: V) => object): InlineEdit<V> {
  const { record, save } = useRecordEdit();
  const [draft, setDraft] = useState<V | null>(null);
  const [refused, setRefused] = useState<Refusal>();
  // What the person saw when they began; a newer version that arrives meanwhile must not be overwritten unseen.
  const base = useRef<Versioned>(record);
  const initial = useRef(value);
  const isEditing = draft !== null;
  // Leaving an editor that a key has just closed must not save a second time.
  const isOpen = useRef(false);
  const start = () => {
    isOpen.current = true;
    base.current = record;
    initial.current = value;
    setRefused(undefined);
    setDraft(value);
  };
  const close = () => {
    isOpen.current = false;
    setDraft(null);
    setRefused(undefined);
  };
  const commit = (given?: V) => {
    const next = given ?? draft;
    if (next === null || (isEditing && !isOpen.current)) return;
    // Without an editor, a menu commits straight from what is shown.
    if (!isEditing) {
      base.current = record;
      initial.current = value;
    }
    close();
    if (JSON.stringify(next) === JSON.stringify(initial.current)) return;
    save(base.current, toPatch(next), preview?.(next)).catch((failure: unknown) => {
      if (isEditing) {
        isOpen.current = true;
        setDraft(next);
      }
      if (failure instanceof ConflictLeftOpen) return;
      const reason = reasonOf(failure);
      setRefused(reason);
      toast.problem(reason.text);
    });
  };
  return { isEditing, draft: draft ?? value, error: refused?.text, errorAt: refused?.at, setDraft, start, commit, cancel: close };
}

interface Refusal {
  text: string;
  at: number | undefined;
}

function reasonOf(error: unknown): Refusal {
  const [first] = error instanceof ApiError ? error.fieldErrors : [];
  const place = first && /\[(\d+)\]/.exec(first.field)?.[1];
  return { text: first ? fieldErrorText(first) : saveErrorText(error), at: place === undefined ? undefined : Number(place) };
}
