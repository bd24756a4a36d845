import { tracesEndpoint } from './config.js';
import { reportTo } from './reporting.js';

/** The configuration that telemetry reads (config: baseConfig). */
export interface TelemetryConfig {
  NODE_ENV: string;
  RELEASE: string;
  SENTRY_DSN?: string | undefined;
}

/** Sends what is still waiting, then stops. */
export type StopTelemetry = () => Promise<void>;

function hostsOf(urls: readonly (string | undefined)[]): string[] {
  return urls.flatMap((url) => (url && URL.canParse(url) ? [new URL(url).hostname] : []));
}

/** Starts what is configured and loads nothing of the rest. Has to run before anything is imported that is to be watched. */
export async function startTelemetry(service: string, { NODE_ENV: environment, RELEASE: release, SENTRY_DSN: dsn }: TelemetryConfig): Promise<StopTelemetry> {
  const stops: StopTelemetry[] = [];
  const endpoint = tracesEndpoint();
  if (endpoint) {
    const { startTracing } = await import('./tracing.js');
    stops.push(await startTracing({ service, release, environment, ignoredHosts: hostsOf([endpoint, dsn]) }));
  }
  if (dsn) {
    const { startSentry } = await import('./sentry.js');
    const reporter = startSentry({ service, release, environment, dsn });
    reportTo(reporter);
    stops.push(() => reporter.close());
  }
  return async () => {
    await Promise.allSettled(stops.map((stop) => stop()));
  };
}
