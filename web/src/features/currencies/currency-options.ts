import i18next from 'i18next';
import type { Option } from '@/components/ui/list-box-option.js';

/** Every currency that the browser knows, by its name in the person's language. */
export function currencyOptions(except: readonly string[] = []): Option[] {
  return Intl.supportedValuesOf('currency').filter((code) => !except.includes(code)).map(currencyOption);
}

export function currencyOption(code: string): Option {
  return { id: code, label: code, detail: currencyName(code) };
}

export function currencyName(code: string): string {
  return new Intl.DisplayNames([i18next.language || 'en'], { type: 'currency' }).of(code) ?? code;
}
