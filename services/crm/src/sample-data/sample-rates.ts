import { formatRate, parseRate, RATE_DIGITS } from '../money/rates.js';
import { euros } from './content/deals.js';

/** Rates to begin with, for the currencies that the samples use; none when we do not know the workspace's own. */
export function sampleRates(defaultCurrency: string): Record<string, string> {
  const own = parseRate(euros[defaultCurrency] ?? '');
  if (!own) return {};
  const scale = 10n ** BigInt(RATE_DIGITS);
  // Six digits: enough to look at, and the same each time.
  const step = 10n ** BigInt(RATE_DIGITS - 6);
  return Object.fromEntries(Object.entries(euros).filter(([currency]) => currency !== defaultCurrency).map(([currency, text]) => {
    const units = ((parseRate(text)?.units ?? scale) * scale) / own.units;
    return [currency, formatRate({ units: ((units + step / 2n) / step) * step })];
  }));
}
