import { useEffect, useRef, type FocusEvent, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { pressed } from '@/lib/keyboard/pressed.js';
import type { Patch } from '@/lib/records/versioned.js';
import { useRecordEdit } from './edit-context.js';
import { FieldRow } from './field-row.js';
import { editNext } from './edit-next.js';
import { InlineValue } from './inline-value.js';
import { useInlineEdit, type InlineEdit } from './use-inline-edit.js';

export interface InlineFieldProps<V> {
  label: string;
  /** Its name in the API. */
  field?: string;
  value: V;
  /** The value in words; empty text shows an invitation to fill it in. */
  text: string;
  /** Richer than the text: a link, an avatar. */
  show?: ReactNode;
  toPatch: (value: V) => Patch;
  preview?: (value: V) => object;
  editor: (edit: InlineEdit<V>) => ReactNode;
  /** Enter stays in the editor; it has buttons of its own. */
  isLarge?: boolean;
}

/** Click or Enter edits, Enter saves, Esc reverts, Tab saves and goes to the next field, leaving saves. */
export function InlineField<V>({ label, field, value, text, show, toPatch, preview, editor, isLarge = false }: InlineFieldProps<V>) {
  const { isReadOnly } = useRecordEdit();
  const edit = useInlineEdit(value, toPatch, preview);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const returnFocus = useRef(false);
  useEffect(() => {
    if (edit.isEditing && !isLarge) markText(box.current);
    if (!edit.isEditing && returnFocus.current) button.current?.focus();
    returnFocus.current = false;
  }, [edit.isEditing, isLarge]);
  const leave = (act: () => void) => {
    returnFocus.current = true;
    act();
  };
  const save = () => {
    if (!isHeld(box.current)) leave(() => edit.commit());
  };
  // Before the parts inside see it: a combo box would empty itself, the parts of a date keep Enter to themselves.
  const onKeyDownCapture = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (pressed(event, 'revertField')) leave(edit.cancel);
    else if (pressed(event, 'save') || (pressed(event, 'saveField') && isPartOfDate(event.target))) save();
    else return;
    settle(event);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isLarge || event.defaultPrevented || event.nativeEvent.isComposing) return;
    if (pressed(event, 'saveField')) save();
    else if (event.key === 'Tab') {
      if (!isHeld(box.current)) {
        edit.commit();
        editNext(box.current, event.shiftKey ? -1 : 1);
      }
    } else return;
    settle(event);
  };
  const onBlur = (event: FocusEvent) => {
    if (isLarge || isHeld(box.current) || staysInside(box.current, event.relatedTarget)) return;
    edit.commit();
  };
  const content = show ?? <span dir="auto">{text}</span>;
  if (isReadOnly) return <ReadOnlyValue label={label} text={text}>{content}</ReadOnlyValue>;
  return (
    <FieldRow label={label} field={field} isStacked={isLarge && edit.isEditing}>
      {edit.isEditing
        ? <div ref={box} data-inline-editor onKeyDownCapture={onKeyDownCapture} onKeyDown={onKeyDown} onBlur={onBlur} className="py-0.5">{editor({ ...edit, commit: (next) => leave(() => edit.commit(next)), cancel: () => leave(edit.cancel) })}</div>
        : <InlineValue ref={button} label={label} text={text} onEdit={edit.start}>{show ?? text}</InlineValue>}
    </FieldRow>
  );
}

/** Nobody else acts on it. */
function settle(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopPropagation();
}

function ReadOnlyValue({ label, text, children }: { label: string; text: string; children: ReactNode }) {
  const { t } = useTranslation('records');
  return (
    <FieldRow label={label}>
      <div className="min-h-8 px-2 py-1.5 break-words touch:py-3">
        <span className="sr-only">{label}: </span>{text === '' ? <span className="text-faint">{t('empty')}</span> : children}
      </div>
    </FieldRow>
  );
}

/** What could not be read stays open, with the reason at it. */
function isHeld(box: HTMLElement | null): boolean {
  return Boolean(box?.querySelector('[data-unread]'));
}

/** Typing replaces the value, as in a cell of a spreadsheet. */
function markText(box: HTMLElement | null): void {
  // A field that opens again, because its save was refused, leaves the person where they are writing now.
  const elsewhere = document.activeElement?.closest('[data-inline-editor], [data-modal]');
  if (elsewhere && elsewhere !== box && !elsewhere.contains(box)) return;
  const input = box?.querySelector('input');
  input?.focus();
  input?.select();
}

function isPartOfDate(target: EventTarget): boolean {
  return target instanceof Element && target.closest('[role=spinbutton]') !== null;
}

/** The lists of a combo box float outside of the field in the page, and still belong to it. */
function staysInside(box: HTMLElement | null, target: EventTarget | null): boolean {
  return target instanceof Element && (box?.contains(target) === true || target.closest('[data-trigger], [role=listbox], [role=dialog]') !== null && !target.contains(box));
}
