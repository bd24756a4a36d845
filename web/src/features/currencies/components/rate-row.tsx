import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '@/components/ui/icon-button.js';
import { TextField } from '@/components/ui/text-field.js';
import { currencyName } from '@/features/currencies/currency-options.js';
import type { RateDraft } from '@/features/currencies/hooks/use-currencies-draft.js';

interface RateRowProps {
  rate: RateDraft;
  defaultCurrency: string;
  isReadOnly: boolean;
  isBad: boolean;
  onChange: (text: string) => void;
  onRemove: () => void;
}

export function RateRow({ rate: { currency, text }, defaultCurrency, isReadOnly, isBad, onChange, onRemove }: RateRowProps) {
  const { t } = useTranslation('currencies');
  const { t: common } = useTranslation();
  return (
    <li className="flex items-start gap-3 border-b border-subtle py-2 text-sm">
      <span className="min-w-0 flex-1 pt-1.5"><span className="font-medium">{currency}</span> <span className="text-muted">{currencyName(currency)}</span></span>
      <span className="pt-1.5 whitespace-nowrap text-muted">1 {currency} =</span>
      <div className="w-32">
        <TextField label={t('rate', { currency, default: defaultCurrency })} hideLabel isDisabled={isReadOnly} value={text} onChange={onChange} error={isBad ? t('rateNeeded', { currency }) : undefined} autoFocus={text === '' && !isReadOnly} end={<span className="pe-2 text-xs text-muted">{defaultCurrency}</span>} />
      </div>
      {!isReadOnly && <IconButton icon={X} label={common('removeNamed', { name: currency })} onPress={onRemove} />}
    </li>
  );
}
