import { useState } from 'react';
import { Group, Input, TextField as AriaTextField } from 'react-aria-components';
import type { Schemas } from '@/lib/api/api-types.js';
import { classNames } from '@/lib/class-names.js';
import { currencyDigits } from '@/lib/format.js';
import { parseAmount, showAmount } from '@/lib/money-text.js';
import { ariaFieldProps, controlClass, controlHeight, fieldClass, FieldHelp, FieldLabel, type FieldProps } from './field.js';

type Money = Schemas['Money'];

export interface MoneyFieldProps extends FieldProps {
  value: Money | null;
  onChange: (value: Money | null) => void;
  /** Offered beside the amount; the first is taken for a new amount. */
  currencies: readonly string[];
}

/** An amount as text in the person's own notation, and its currency. Never a float: what is typed is what is sent. */
export function MoneyField(props: MoneyFieldProps) {
  const { label, hint, error, hideLabel, isRequired, value, onChange, currencies } = props;
  const [currency, setCurrency] = useState(value?.currency ?? currencies[0] ?? 'EUR');
  const [text, setText] = useState(() => showAmount(value?.amount));
  const [shownFor, setShownFor] = useState(value);
  // Only a new value from outside replaces what is being typed.
  if (shownFor?.amount !== value?.amount || shownFor?.currency !== value?.currency) {
    setShownFor(value);
    if (parseAmount(text, currencyDigits(currency)) !== (value?.amount ?? null)) setText(showAmount(value?.amount));
    if (value) setCurrency(value.currency);
  }
  const change = (nextText: string, nextCurrency: string) => {
    setText(nextText);
    setCurrency(nextCurrency);
    const amount = parseAmount(nextText, currencyDigits(nextCurrency));
    onChange(amount === null ? null : { amount, currency: nextCurrency });
  };
  const options = currencies.includes(currency) ? currencies : [currency, ...currencies];
  return (
    <AriaTextField {...ariaFieldProps(props)} value={text} onChange={(next) => change(next, currency)} className={fieldClass}>
      <FieldLabel hidden={hideLabel} required={isRequired}>{label}</FieldLabel>
      <Group className={classNames(controlClass, controlHeight, 'flex items-center pe-1')}>
        <Input inputMode="decimal" className="h-full min-w-0 flex-1 bg-transparent outline-none tabular" />
        <select
          aria-label={`${label}, ${currency}`}
          value={currency}
          onChange={(event) => change(text, event.target.value)}
          className="h-6 rounded-sm bg-transparent text-sm text-muted hover:text-ink touch:h-9"
        >
          {options.map((code) => <option key={code} value={code}>{code}</option>)}
        </select>
      </Group>
      <FieldHelp hint={hint} error={error} />
    </AriaTextField>
  );
}
