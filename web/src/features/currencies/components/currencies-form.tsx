import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { SaveBar } from '@/components/save-bar.js';
import { ComboBox } from '@/components/ui/combo-box.js';
import { Form } from '@/components/ui/form.js';
import type { Currencies } from '@/lib/sales/currencies.js';
import { currencyOption, currencyOptions } from '@/features/currencies/currency-options.js';
import { useCurrenciesDraft } from '@/features/currencies/hooks/use-currencies-draft.js';
import { CurrenciesPreview } from './currencies-preview.js';
import { RateRow } from './rate-row.js';

/** The currency of sums, and what one unit of each other currency is worth in it. */
export function CurrenciesForm({ currencies, mayWrite }: { currencies: Currencies; mayWrite: boolean }) {
  const { t } = useTranslation('currencies');
  const form = useId();
  const { shown, change, ...draft } = useCurrenciesDraft(currencies);
  const { defaultCurrency, rates } = shown;
  return (
    <Form id={form} className="mt-5" onSubmit={draft.save} error={draft.error}>
      <div className="max-w-sm">
        <ComboBox
          label={t('default')}
          name="defaultCurrency"
          hint={t('defaultHint')}
          isDisabled={!mayWrite}
          value={currencyOption(defaultCurrency)}
          onChange={(option) => option && draft.changeDefault(option.id)}
          options={currencyOptions(currencies)}
        />
      </div>
      <h2 className="mt-3 text-lg">{t('rates')}</h2>
      {rates.length === 0 && <p className="text-sm text-muted">{t('noRates')}</p>}
      <ul className="flex flex-col">
        {rates.map((rate) => (
          <RateRow
            key={rate.currency}
            rate={rate}
            defaultCurrency={defaultCurrency}
            isReadOnly={!mayWrite}
            isMissing={draft.isMissing(rate)}
            onChange={(next) => change({ rates: rates.map((other) => (other.currency === rate.currency ? { ...rate, rate: next } : other)) })}
            onRemove={() => change({ rates: rates.filter((other) => other.currency !== rate.currency) })}
          />
        ))}
      </ul>
      {mayWrite && (
        <div className="max-w-sm" key={rates.length}>
          <ComboBox label={t('add')} placeholder={t('addText')} value={null} onChange={(option) => option && change({ rates: [...rates, { currency: option.id, rate: null }] })} options={currencyOptions(currencies, [defaultCurrency, ...rates.map(({ currency }) => currency)])} />
        </div>
      )}
      {draft.isDirty && draft.choice && <CurrenciesPreview choice={draft.choice} current={currencies.defaultCurrency} />}
      {draft.isDirty && <SaveBar form={form} isPending={draft.isPending} problem={null} onDiscard={draft.discard} />}
    </Form>
  );
}
