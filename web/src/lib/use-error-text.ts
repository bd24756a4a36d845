import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import { ApiError } from './api/api-error.js';

/** A sentence for a person, chosen by the code of the error. A code without a sentence gives the general one and the number of the request. */
export function errorText(error: unknown): string {
  if (!(error instanceof ApiError)) return i18next.t('errors.UNKNOWN');
  const known = i18next.t(`errors.${error.code}`, { defaultValue: '' });
  if (known) return known;
  const [first] = error.fieldErrors;
  if (first) return fieldErrorText(first);
  if (error.status >= 400 && error.status < 500 && error.message) return error.message;
  return error.requestId ? i18next.t('errors.UNKNOWN_WITH_ID', { requestId: error.requestId }) : i18next.t('errors.UNKNOWN');
}

/** The same where something was typed that was not saved. */
export function saveErrorText(error: unknown): string {
  const isKept = error instanceof ApiError && error.isUnreachable;
  return isKept ? `${errorText(error)} ${i18next.t('typedIsKept')}` : errorText(error);
}

export function fieldErrorText({ code, message }: { code: string; message: string }): string {
  return i18next.t(`fieldErrors.${code}`, { defaultValue: message });
}

/** The same, following a change of the language. */
export function useErrorText(): (error: unknown) => string {
  useTranslation();
  return errorText;
}
