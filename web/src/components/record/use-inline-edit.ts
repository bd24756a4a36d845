import { useEffect, useRef, useState } from 'react';
import { toast } from '@/components/ui/toast.js';
import { ApiError } from '@/lib/api/api-error.js';
import { ConflictLeftOpen } from '@/lib/records/save-record.js';
import type { Patch, Versioned } from '@/lib/records/versioned.js';
import { drafts } from '@/lib/use-draft.js';
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

/** What is being typed in place, and what stood there when it began. */
interface Unsaved<V> {
  draft: V;
  base: Versioned;
  initial: V;
}

/**
 * One field in place. A refused save opens the field again with what was typed and the reason; so does coming back to a record whose field was
 * being edited when the session or the page ended.
 */
export function useInlineEdit<V>(value: V, toPatch: (value: V) => Patch, preview?: (value: V) => object): InlineEdit<V> {
  const { record, save } = useRecordEdit();
  const key = `field:${record.id}:${Object.keys(toPatch(value)).join()}`;
  const [left] = useState(() => drafts.read<Unsaved<V>>(key));
  const [draft, setDraft] = useState<V | null>(left?.draft ?? null);
  const [refused, setRefused] = useState<Refusal>();
  // What the person saw when they began; a newer version that arrives meanwhile must not be overwritten unseen.
  const began = useRef<Omit<Unsaved<V>, 'draft'>>(left ?? { base: record, initial: value });
  const isEditing = draft !== null;
  // Leaving an editor that a key has just closed must not save a second time.
  const isOpen = useRef(isEditing);
  const isShown = useIsShown();
  const start = () => {
    isOpen.current = true;
    began.current = { base: record, initial: value };
    setRefused(undefined);
    setDraft(value);
  };
  const change = (next: V) => {
    setDraft(next);
    drafts.write(key, { base: began.current.base, initial: began.current.initial, draft: next } satisfies Unsaved<V>);
  };
  const close = () => {
    isOpen.current = false;
    setDraft(null);
    setRefused(undefined);
  };
  const cancel = () => {
    drafts.remove(key);
    close();
  };
  const commit = (given?: V) => {
    const next = given ?? draft;
    if (next === null || (isEditing && !isOpen.current)) return;
    // Without an editor, a menu commits straight from what is shown.
    if (!isEditing) began.current = { base: record, initial: value };
    if (JSON.stringify(next) === JSON.stringify(began.current.initial)) return cancel();
    close();
    save(began.current.base, toPatch(next), preview?.(next)).then(() => drafts.remove(key), (failure: unknown) => {
      if (isEditing) {
        isOpen.current = true;
        setDraft(next);
      }
      if (failure instanceof ConflictLeftOpen) return;
      const reason = reasonOf(failure);
      // Said once: at the field, or where the person is now.
      if (isEditing && isShown.current) setRefused(reason);
      else toast.problem(reason.text);
    });
  };
  return { isEditing, draft: draft ?? value, error: refused?.text, errorAt: refused?.at, setDraft: change, start, commit, cancel };
}

function useIsShown(): { current: boolean } {
  const isShown = useRef(false);
  useEffect(() => {
    isShown.current = true;
    return () => {
      isShown.current = false;
    };
  }, []);
  return isShown;
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
