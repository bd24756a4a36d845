import type { IncomingMessage } from 'node:http';
import { register } from 'node:module';

export interface TracingOptions {
  service: string;
  release: string;
  environment: string;
  /** Hosts whose requests are telemetry themselves. */
  ignoredHosts: readonly string[];
}

/** Probes and scrapes are not worth a trace. */
function isProbe({ url }: IncomingMessage): boolean {
  return /^\/(health|metrics)/.test(url ?? '');
}

/** The route says what was asked for (nameRequest); an address may hold what somebody typed, or the token of an invitation link of an older release. */
const NO_ADDRESS = { 'url.path': '', 'url.query': '' };

/** Starts OpenTelemetry; OTEL_* says where traces go. Has to run before anything that it watches is imported. */
export async function startTracing({ service, release, environment, ignoredHosts }: TracingOptions): Promise<() => Promise<void>> {
  register('@opentelemetry/instrumentation/hook.mjs', import.meta.url);
  const [{ startNodeSDK }, { HttpInstrumentation }, { GrpcInstrumentation }, { PgInstrumentation }, { IORedisInstrumentation }] = await Promise.all([
    import('@opentelemetry/sdk-node'), import('@opentelemetry/instrumentation-http'), import('@opentelemetry/instrumentation-grpc'),
    import('@opentelemetry/instrumentation-pg'), import('@opentelemetry/instrumentation-ioredis'),
  ]);
  const sdk = startNodeSDK({
    resourceAttributes: { 'service.name': service, 'service.namespace': 'crm-vision', 'service.version': release, 'deployment.environment.name': environment },
    metricReaders: [], logRecordProcessors: [],
    instrumentations: [
      new HttpInstrumentation({
        ignoreIncomingRequestHook: isProbe,
        ignoreOutgoingRequestHook: ({ hostname, host }) => ignoredHosts.includes(String(hostname ?? host)),
        applyCustomAttributesOnSpan: (span, request) => {
          if ('complete' in request && request.url) span.setAttributes(NO_ADDRESS);
        },
      }),
      new GrpcInstrumentation(), new PgInstrumentation(), new IORedisInstrumentation(),
    ],
  });
  return () => sdk.shutdown();
}
