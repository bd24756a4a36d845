import i18next from 'i18next';
import type { Option } from '@/components/ui/list-box-option.js';
import type { Currencies } from '@/lib/sales/currencies.js';

/** Every currency there is, by its name in the person's language. */
export function currencyOptions({ known }: Currencies, except: readonly string[] = []): Option[] {
  return known.map(({ currency }) => currency).filter((code) => !except.includes(code)).map(currencyOption);
}

export function currencyOption(code: string): Option {
  return { id: code, label: code, detail: currencyName(code) };
}

export function currencyName(code: string): string {
  return new Intl.DisplayNames([i18next.language || 'en'], { type: 'currency' }).of(code) ?? code;
}
