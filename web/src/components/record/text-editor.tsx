import { TextField, type TextFieldProps } from '@/components/ui/text-field.js';
import type { InlineEdit } from './use-inline-edit.js';

/** A line of text. */
export function TextEditor({ label, edit, ...field }: { label: string; edit: InlineEdit<string> } & Pick<TextFieldProps, 'type' | 'maxLength' | 'placeholder'>) {
  return <TextField {...field} label={label} hideLabel value={edit.draft} onChange={edit.setDraft} error={edit.error} />;
}
