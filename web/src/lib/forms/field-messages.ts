import { ApiError } from '@/lib/api/api-error.js';
import { fieldErrorText } from '@/lib/use-error-text.js';

/** What the server refused, by the name of the field. Errors of "emails[0].email" also reach a field that is named "emails". */
export function fieldMessages(error: unknown): Record<string, string> {
  if (!(error instanceof ApiError)) return {};
  const messages: Record<string, string> = {};
  for (const problem of error.fieldErrors) {
    for (const name of [problem.field, rootOf(problem.field)]) messages[name] ??= fieldErrorText(problem);
  }
  return messages;
}

/** Whether every refusal has a field on the form to stand at; otherwise the form says it above. */
export function isAllAtFields(error: unknown, form: HTMLFormElement | null): boolean {
  if (!(error instanceof ApiError) || error.fieldErrors.length === 0) return false;
  return error.fieldErrors.every(({ field }) => [field, rootOf(field)].some((name) => form?.elements.namedItem(name)));
}

export function focusFirstBadField(form: HTMLFormElement | null): void {
  requestAnimationFrame(() => form?.querySelector<HTMLElement>('[aria-invalid=true], [data-invalid] input, [data-invalid] button')?.focus());
}

/** Whether a field in there holds text that was not read; it gets the focus. */
export function focusUnread(place: HTMLElement | null): boolean {
  const input = place?.querySelector<HTMLElement>('[data-unread] input');
  input?.focus();
  return Boolean(input);
}

function rootOf(field: string): string {
  return field.split(/[.[]/)[0] ?? '';
}
