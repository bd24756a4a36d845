import type { Histogram } from 'prom-client';

export interface LatencySummary {
  count: number;
  averageMs: number;
  p50Ms: number;
  p95Ms: number;
  p99Ms: number;
}

function percentile(buckets: [number, number][], total: number, share: number): number {
  const rank = total * share;
  let lower = 0;
  let below = 0;
  for (const [bound, cumulative] of buckets) {
    if (cumulative >= rank) return cumulative === below ? bound : lower + (bound - lower) * ((rank - below) / (cumulative - below));
    [lower, below] = [bound, cumulative];
  }
  return lower;
}

/** Latencies as the buckets of a histogram tell them, over all labels, within the error of a bucket. */
export async function summarise(histogram: Histogram): Promise<LatencySummary> {
  const { values } = await histogram.get();
  const buckets = new Map<number, number>();
  let [count, sum] = [0, 0];
  for (const { metricName, labels, value } of values) {
    if (metricName?.endsWith('_count')) count += value;
    else if (metricName?.endsWith('_sum')) sum += value;
    else if (labels.le !== '+Inf') buckets.set(Number(labels.le), (buckets.get(Number(labels.le)) ?? 0) + value);
  }
  const sorted = [...buckets].sort(([a], [b]) => a - b);
  const ms = (share: number): number => Math.round(percentile(sorted, count, share) * 1e5) / 100;
  return { count, averageMs: count === 0 ? 0 : Math.round((sum / count) * 1e5) / 100, p50Ms: ms(0.5), p95Ms: ms(0.95), p99Ms: ms(0.99) };
}
