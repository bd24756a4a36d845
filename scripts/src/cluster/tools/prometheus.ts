import { pollUntil } from '../../processes/poll.js';

interface Sample {
  metric: Record<string, string>;
  value: [number, string];
}

/** One Prometheus, asked by its public API. */
export class Prometheus {
  constructor(private readonly url: string) {}

  async query(expression: string): Promise<{ labels: Record<string, string>; value: number }[]> {
    const response = await fetch(`${this.url}/api/v1/query?${new URLSearchParams({ query: expression }).toString()}`, { signal: AbortSignal.timeout(20_000) });
    if (!response.ok) throw new Error(`Prometheus answered ${response.status}: ${(await response.text()).slice(0, 300)}`);
    const { data } = (await response.json()) as { data: { result: Sample[] } };
    return data.result.map(({ metric, value }) => ({ labels: metric, value: Number(value[1]) }));
  }

  /** Seconds until the alert fires, or until it does not; null when the time is up. */
  async untilAlert(name: string, namespace: string, firing: boolean, within: number): Promise<number | null> {
    const from = performance.now();
    const expression = `ALERTS{namespace="${namespace}",alertname="${name}",alertstate="firing"}`;
    const done = await pollUntil(async () => (await this.query(expression)).length > 0 === firing, { within, every: 5000 });
    return done === null ? null : Math.round((performance.now() - from) / 1000);
  }
}
