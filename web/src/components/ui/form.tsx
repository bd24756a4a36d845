import { useEffect, useRef, type ReactNode } from 'react';
import { Form as AriaForm } from 'react-aria-components';
import { ApiError } from '@/lib/api/api-error.js';
import { classNames } from '@/lib/class-names.js';
import { fieldErrorText, useErrorText } from '@/lib/use-error-text.js';

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

/** Ctrl/Cmd+Enter saves from any field. After a refusal the first bad field has the focus. */
export function Form({ children, onSubmit, error, className, id, label }: FormProps) {
  const text = useErrorText();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (error) focusFirstBadField(form.current);
  }, [error]);
  useEffect(() => saveByKey(form.current), []);
  const byField = fieldMessages(error);
  const atField = error instanceof ApiError && error.fieldErrors.length > 0 && error.fieldErrors.every(({ field }) => hasField(form.current, field));
  return (
    <AriaForm
      ref={form}
      validationBehavior="aria"
      validationErrors={byField}
      className={classNames('flex flex-col gap-4', className)}
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        onSubmit();
      }}
      {...(id ? { id } : {})}
      {...(label ? { 'aria-label': label } : {})}
    >
      {error !== null && error !== undefined && !atField && <p role="alert" className="rounded-control bg-danger-soft px-3 py-2 text-sm text-danger-ink">{text(error)}</p>}
      {children}
    </AriaForm>
  );
}

/** Errors of "emails[0].email" also reach a field that is named "emails". */
export function fieldMessages(error: unknown): Record<string, string> {
  if (!(error instanceof ApiError)) return {};
  const messages: Record<string, string> = {};
  for (const problem of error.fieldErrors) {
    const parts = problem.field.split(/[.[]/);
    for (const name of [problem.field, parts[0] ?? '']) messages[name] ??= fieldErrorText(problem);
  }
  return messages;
}

function saveByKey(form: HTMLFormElement | null): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) form?.requestSubmit();
  };
  form?.addEventListener('keydown', onKeyDown);
  return () => form?.removeEventListener('keydown', onKeyDown);
}

function hasField(form: HTMLFormElement | null, field: string): boolean {
  return [field, field.split(/[.[]/)[0] ?? ''].some((name) => form?.elements.namedItem(name));
}

function focusFirstBadField(form: HTMLFormElement | null): void {
  requestAnimationFrame(() => form?.querySelector<HTMLElement>('[aria-invalid=true], [data-invalid] input, [data-invalid] button')?.focus());
}
