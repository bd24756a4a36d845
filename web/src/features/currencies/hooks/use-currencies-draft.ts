import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toast } from '@/components/ui/toast.js';
import { useSubmit } from '@/lib/forms/use-submit.js';
import type { Currencies } from '@/lib/sales/currencies.js';
import { saveCurrencies } from '@/features/currencies/api/save-currencies.js';
import { parseRate, showRate } from '@/features/currencies/rate.js';

export interface RateDraft {
  currency: string;
  /** As it is typed. */
  text: string;
}

interface Draft {
  version: number;
  defaultCurrency: string;
  rates: RateDraft[];
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
  const isBad = ({ text }: RateDraft) => parseRate(text) === null;
  return {
    shown,
    isDirty: draft !== null,
    isPending,
    error,
    isBad: (rate: RateDraft) => checked && isBad(rate),
    change: (part: Partial<Draft>) => setDraft({ ...shown, ...part }),
    save: () => {
      setChecked(true);
      if (shown.rates.some(isBad)) return;
      void submit({ ...shown, rates: shown.rates.map(({ currency, text }) => ({ currency, rate: parseRate(text) ?? '' })) });
    },
    discard: () => {
      close();
      reset();
    },
  };
}

function draftOf({ version, defaultCurrency, rates }: Currencies): Draft {
  return { version, defaultCurrency, rates: rates.map(({ currency, rate }) => ({ currency, text: showRate(rate) })) };
}
