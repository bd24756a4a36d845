import type { Money as MoneyMessage } from '@crm-vision/proto/crm_vision/crm/lists/v1/lists';
import { formatMinor, type Money, parseMoney, worthMoney } from './money.js';

export function toMoneyMessage({ minor, currency }: Money): MoneyMessage {
  return { amount: formatMinor(minor, currency), currency };
}

/** `field` names the money in an error: "amount", "annualRevenue". */
export function fromMoneyMessage({ amount, currency }: MoneyMessage, field: string): Money {
  return parseMoney(amount, currency, field);
}

/** Columns of minor units and currency as the public API shows them. */
export function presentMoney(minor: string | null | undefined, currency: string | null | undefined): MoneyMessage | null {
  return minor != null && currency != null ? toMoneyMessage({ minor: BigInt(minor), currency }) : null;
}

/** What is kept as worth in the currency of a workspace. */
export function presentWorth(worth: string | null, currency: string | null): MoneyMessage | undefined {
  return worth !== null && currency !== null ? toMoneyMessage(worthMoney(worth, currency)) : undefined;
}
