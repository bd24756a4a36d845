import { afterOtherGauges, inTime, registry } from '@crm-vision/common/metrics';
import { Gauge } from 'prom-client';
import { currencyDigits } from '../money/currency.js';
import type { OpenDeals } from './open-deals.repository.js';

/** Nobody steers a business by the minute, and the sums of all workspaces are read for it. */
const FRESH_MS = 60_000;

/** Gauges of what all workspaces have in their pipelines, by currency and never by workspace. Without an answer they keep what they knew. */
export function watchOpenDeals(ask: () => Promise<OpenDeals[]>): void {
  let last: { at: number; answer: Promise<OpenDeals[] | undefined> } | undefined;
  const show = async (gauge: Gauge<'currency'>, shown: (open: OpenDeals) => boolean, of: (open: OpenDeals) => number): Promise<void> => {
    if (!last || Date.now() - last.at > FRESH_MS) last = { at: Date.now(), answer: inTime(afterOtherGauges().then(ask)).catch(() => undefined) };
    const answer = await last.answer;
    if (!answer) return;
    gauge.reset();
    for (const open of answer.filter(shown)) gauge.set({ currency: open.currency || 'none' }, of(open));
  };
  new Gauge({
    name: 'crm_open_deals', help: 'Open deals of all workspaces, by currency', labelNames: ['currency'], registers: [registry],
    async collect() { await show(this, () => true, ({ deals }) => deals); },
  });
  new Gauge({
    name: 'crm_open_deals_value', help: 'What the open deals of all workspaces are worth, in units of their currency', labelNames: ['currency'], registers: [registry],
    async collect() { await show(this, ({ currency }) => currency !== '', ({ currency, amount }) => amount / 10 ** currencyDigits(currency)); },
  });
}
