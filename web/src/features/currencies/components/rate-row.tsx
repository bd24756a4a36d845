import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { DecimalField } from '@/components/ui/decimal-field.js';
import { IconButton } from '@/components/ui/icon-button.js';
import { formatDecimal } from '@/lib/format.js';
import { currencyName } from '@/features/currencies/currency-options.js';
import type { RateDraft } from '@/features/currencies/hooks/use-currencies-draft.js';

interface RateRowProps {
  rate: RateDraft;
  defaultCurrency: string;
  isReadOnly: boolean;
  isMissing: boolean;
  onChange: (rate: RateDraft['rate']) => void;
  onRemove: () => void;
}

export function RateRow({ rate: { currency, rate }, defaultCurrency, isReadOnly, isMissing, onChange, onRemove }: RateRowProps) {
  const { t } = useTranslation('currencies');
  const { t: common } = useTranslation();
  return (
    <li className="flex items-start gap-3 border-b border-subtle py-2 text-sm">
      <span className="min-w-0 flex-1 pt-1.5"><span className="font-medium">{currency}</span> <span className="text-muted">{currencyName(currency)}</span></span>
      <span className="pt-1.5 whitespace-nowrap text-muted">1 {currency} =</span>
      <div className="w-32">
        <DecimalField
          label={t('rate', { currency, default: defaultCurrency })}
          hideLabel
          isDisabled={isReadOnly}
          value={rate}
          onChange={onChange}
          digits={10}
          wholeDigits={9}
          isPositive
          example="1.0843"
          error={isMissing ? t('rateNeeded', { currency, example: formatDecimal('1.0843') }) : undefined}
          autoFocus={rate === null && !isReadOnly}
          end={<span className="pe-2 text-xs text-muted">{defaultCurrency}</span>}
        />
      </div>
      {!isReadOnly && <IconButton icon={X} label={common('removeNamed', { name: currency })} onPress={onRemove} />}
    </li>
  );
}
