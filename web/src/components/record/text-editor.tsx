import { useEffect, useRef } from 'react';
import { TextField, type TextFieldProps } from '@/components/ui/text-field.js';
import type { InlineEdit } from './use-inline-edit.js';

/** A line of text, marked as a whole so that typing replaces it. */
export function TextEditor({ label, edit, ...field }: { label: string; edit: InlineEdit<string> } & Pick<TextFieldProps, 'type' | 'maxLength' | 'placeholder'>) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);
  return <TextField {...field} label={label} hideLabel value={edit.draft} onChange={edit.setDraft} error={edit.error} inputRef={input} />;
}
