import { useState } from 'react';
import type { Schemas } from '@/lib/api/api-types.js';
import { formatDecimal, formatMoney } from '@/lib/format.js';
import { currencyCodes, type Currencies } from '@/lib/sales/currencies.js';
import { readMoney } from '@/lib/typed/read-money.js';
import type { Unread } from '@/lib/typed/unread.js';
import { useTypedProblems } from '@/lib/typed/use-typed-problems.js';
import type { FieldProps } from './field.js';
import { FieldPlace } from './field-place.js';
import { TypedField, useTypedText } from './typed-field.js';

type Money = Schemas['Money'];
/** Also keeps the currency that was chosen for what is unread. */
export type TypedMoney = Money | (Unread & { currency: string }) | null;

export interface MoneyFieldProps extends FieldProps {
  value: TypedMoney;
  onChange: (value: TypedMoney) => void;
  /** Undefined as long as they are on their way: without their digits nothing can be read. */
  currencies: Currencies | undefined;
}

/** An amount as text in the person's own notation, and its currency. Never a float: what is typed is what is sent. */
export function MoneyField({ currencies, ...props }: MoneyFieldProps) {
  return currencies ? <KnownMoneyField {...props} currencies={currencies} /> : <FieldPlace {...props} />;
}

function KnownMoneyField({ currencies, ...props }: MoneyFieldProps & { currencies: Currencies }) {
  const { value, onChange, label } = props;
  const { moneyProblem } = useTypedProblems();
  const [chosen, setChosen] = useState(value?.currency ?? currencies.defaultCurrency);
  const { text, isTyped, type } = useTypedText<Money, Unread & { currency: string }>(value, (money) =>
    money ? formatDecimal(money.amount) : '');
  // A value from outside brings its currency with it.
  const own = isTyped ? chosen : (value?.currency ?? chosen);
  const read = readMoney(text, own, currencies);
  const refused = read && 'problem' in read ? read : null;
  const understood = read && 'amount' in read ? read : null;
  const change = (nextText: string, nextCurrency: string) => {
    setChosen(nextCurrency);
    const next = readMoney(nextText, nextCurrency, currencies);
    const told = next === null ? null : 'problem' in next ? { unread: nextText, currency: nextCurrency } : { amount: next.amount, currency: next.currency };
    type(nextText, told);
    onChange(told);
  };
  // A currency that is chosen by hand replaces the one in the text, and keeps an amount that it can hold.
  const choose = (next: string) => {
    const bare = understood && formatDecimal(understood.amount.replace(/\.0+$/, ''));
    const fits = (shown: string) => {
      const again = readMoney(shown, next, currencies);
      return again !== null && 'amount' in again && again.currency === next;
    };
    change(bare !== null && !fits(text) && fits(bare) ? bare : text, next);
  };
  const currency = read?.currency ?? own;
  const offered = currencyCodes(currencies);
  return (
    <TypedField
      {...props}
      text={text}
      onText={(next) => change(next, own)}
      problem={refused ? moneyProblem(refused) : undefined}
      echo={understood && isTyped && !understood.isPlain ? formatMoney(understood, { allDigits: true }) : undefined}
      end={(
        <select aria-label={`${label}, ${currency}`} value={currency} onChange={(event) => choose(event.target.value)} className="h-6 rounded-sm bg-transparent text-sm text-muted hover:text-ink touch:h-full touch:min-w-11">
          {(offered.includes(currency) ? offered : [currency, ...offered]).map((code) => <option key={code} value={code}>{code}</option>)}
        </select>
      )}
    />
  );
}
