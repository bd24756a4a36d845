import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toast } from '@/components/ui/toast.js';
import { useSubmit } from '@/lib/forms/use-submit.js';
import type { Currencies } from '@/lib/sales/currencies.js';
import { isUnread, type Unread } from '@/lib/typed/unread.js';
import { type CurrenciesPreview, previewCurrencies } from '@/features/currencies/api/preview-currencies.js';
import { saveCurrencies } from '@/features/currencies/api/save-currencies.js';

export interface RateDraft {
  currency: string;
  /** Decimal text; null as long as none is given. */
  rate: string | Unread | null;
}

interface Draft {
  version: number;
  defaultCurrency: string;
  rates: RateDraft[];
  /** The rates as they led to the currency that the workspace has now, once another one is chosen: what is converted. */
  base?: RateDraft[];
}

/** The currencies as they are being edited, until they are saved or thrown away. */
export function useCurrenciesDraft(currencies: Currencies) {
  const { t } = useTranslation('currencies');
  const [draft, setDraft] = useState<Draft | null>(null);
  const [checked, setChecked] = useState(false);
  const shown = draft ?? draftOf(currencies);
  const close = () => {
    setDraft(null);
    setChecked(false);
  };
  const { submit, isPending, error, reset } = useSubmit(saveCurrencies, ({ changeSetId }) => {
    close();
    toast.done(t('saved'), changeSetId);
  });
  const isBad = ({ rate }: RateDraft) => rate === null || isUnread(rate);
  const base = shown.base ?? shown.rates;
  const conversion = useSubmit(
    (defaultCurrency: string) => previewCurrencies({ defaultCurrency, rates: toRates(base), convertRates: true }),
    (preview) => setDraft({ ...convertedDraft(preview, base, currencies.defaultCurrency), base }),
  );
  return {
    shown,
    isDirty: draft !== null,
    isPending: isPending || conversion.isPending,
    error: error ?? conversion.error,
    /** What would be saved; null while a rate cannot be read. */
    choice: shown.rates.some(isBad) ? null : { defaultCurrency: shown.defaultCurrency, rates: toRates(shown.rates) },
    isMissing: ({ rate }: RateDraft) => checked && rate === null,
    change: (part: Partial<Draft>) => setDraft({ ...shown, ...part }),
    /** With the rates converted, as far as the new currency has one. */
    changeDefault: (defaultCurrency: string) => {
      setChecked(base.some(isBad));
      if (defaultCurrency === shown.defaultCurrency || base.some(isBad)) return;
      if (defaultCurrency === currencies.defaultCurrency) setDraft({ ...draftOf(currencies), rates: base });
      else void conversion.submit(defaultCurrency);
    },
    save: () => {
      setChecked(true);
      if (shown.rates.some(isBad)) return;
      void submit({ version: shown.version, defaultCurrency: shown.defaultCurrency, rates: toRates(shown.rates) });
    },
    discard: () => {
      close();
      reset();
      conversion.reset();
    },
  };
}

const toRates = (drafts: readonly RateDraft[]) => drafts.map(({ currency, rate }) => ({ currency, rate: isUnread(rate) ? '' : rate ?? '' }));

/** What could not be converted stays as a row to fill in; so does the former currency, when deals need it. */
function convertedDraft({ currencies, open, closed }: CurrenciesPreview, base: readonly RateDraft[], former: string): Draft {
  const draft = draftOf(currencies);
  const needed = [...open.missingAfter, ...closed.missingAfter].includes(former) ? [former] : [];
  const known = [currencies.defaultCurrency, ...draft.rates.map(({ currency }) => currency)];
  const unknown = [...needed, ...base.map(({ currency }) => currency)].filter((currency) => !known.includes(currency));
  return { ...draft, rates: [...draft.rates, ...unknown.map((currency) => ({ currency, rate: null }))] };
}

function draftOf({ version, defaultCurrency, rates }: Omit<Currencies, 'known'>): Draft {
  return { version, defaultCurrency, rates };
}
