import { formatMoney } from '@/lib/format.js';
import type { Money } from '@/lib/sales/currencies.js';

/** Cents say nothing in a sum of deals. */
export function wholeMoney(money: Money): string {
  return formatMoney({ ...money, amount: String(Math.round(Number(money.amount))) });
}
