import { useEffect, useRef, type ReactNode } from 'react';
import { Form as AriaForm } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { classNames } from '@/lib/class-names.js';
import { fieldMessages, focusFirstBadField, focusUnread, isAllAtFields } from '@/lib/forms/field-messages.js';
import { pressed } from '@/lib/keyboard/pressed.js';
import { saveErrorText } from '@/lib/use-error-text.js';

export interface FormProps {
  children: ReactNode;
  onSubmit: () => void;
  /** The last refusal of the server. Its `errors[]` go to the fields with those names; the rest stands above the form. */
  error?: unknown;
  className?: string;
  id?: string;
  /** Spoken name. */
  label?: string;
}

/**
 * Ctrl/Cmd+Enter saves from any field. After a refusal the first bad field has the focus. As long as a field holds what could not be read
 * nothing is sent: it would be saved as empty, or as something else.
 */
export function Form({ children, onSubmit, error, className, id, label }: FormProps) {
  useTranslation();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (error) focusFirstBadField(form.current);
  }, [error]);
  useEffect(() => saveByKey(form.current), []);
  const byField = fieldMessages(error);
  const atField = isAllAtFields(error, form.current);
  return (
    <AriaForm
      ref={form}
      validationBehavior="aria"
      validationErrors={byField}
      className={classNames('flex flex-col gap-4', className)}
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        if (!focusUnread(form.current)) onSubmit();
      }}
      {...(id ? { id } : {})}
      {...(label ? { 'aria-label': label } : {})}
    >
      {error !== null && error !== undefined && !atField && <p role="alert" className="rounded-control bg-danger-soft px-3 py-2 text-sm text-danger-ink">{saveErrorText(error)}</p>}
      {children}
    </AriaForm>
  );
}

function saveByKey(form: HTMLFormElement | null): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    if (pressed(event, 'save')) form?.requestSubmit();
  };
  form?.addEventListener('keydown', onKeyDown);
  return () => form?.removeEventListener('keydown', onKeyDown);
}
