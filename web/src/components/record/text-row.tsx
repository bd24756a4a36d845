import type { ReactNode } from 'react';
import type { TextFieldProps } from '@/components/ui/text-field.js';
import { useFieldText } from '@/lib/records/use-field-text.js';
import { InlineField } from './inline-field.js';
import { TextEditor } from './text-editor.js';

interface TextRowProps extends Pick<TextFieldProps, 'type' | 'maxLength' | 'placeholder'> {
  /** Its name in the API. */
  field: string;
  value: string | null;
  show?: ReactNode;
}

export function TextRow({ field, value, show, ...input }: TextRowProps) {
  const label = useFieldText().label(field);
  return (
    <InlineField
      label={label}
      field={field}
      value={value ?? ''}
      text={value ?? ''}
      {...(show === undefined ? {} : { show })}
      toPatch={(next) => ({ [field]: next.trim() === '' ? null : next.trim() })}
      editor={(edit) => <TextEditor label={label} edit={edit} {...input} />}
    />
  );
}
