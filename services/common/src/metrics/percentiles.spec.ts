import { describe, expect, it } from '@jest/globals';
import { Histogram, Registry } from 'prom-client';
import { summarise } from './percentiles.js';

const histogram = (): Histogram => new Histogram({ name: 'h', help: 'h', labelNames: ['route'], buckets: [0.01, 0.1, 1], registers: [new Registry()] });

describe('summarise', () => {
  it('is all zero without a request', async () => {
    expect(await summarise(histogram())).toEqual({ count: 0, averageMs: 0, p50Ms: 0, p95Ms: 0, p99Ms: 0 });
  });

  it('replays known latencies over all labels within the error of a bucket', async () => {
    const durations = histogram();
    for (let n = 0; n < 90; n++) durations.observe({ route: n % 2 ? 'a' : 'b' }, 0.005);
    for (let n = 0; n < 10; n++) durations.observe({ route: 'a' }, 0.5);
    const { count, averageMs, p50Ms, p95Ms, p99Ms } = await summarise(durations);
    expect(count).toBe(100);
    expect(averageMs).toBeCloseTo(54.5);
    expect(p50Ms).toBeLessThanOrEqual(10);
    for (const tail of [p95Ms, p99Ms]) expect(tail > 100 && tail <= 1000).toBe(true);
  });
});
