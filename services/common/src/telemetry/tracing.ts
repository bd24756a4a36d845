import type { IncomingMessage } from 'node:http';
import { register } from 'node:module';

export interface TracingOptions {
  service: string;
  release: string;
  environment: string;
  /** Hosts whose requests are telemetry themselves. */
  ignoredHosts: readonly string[];
}

/** Path segments of 20 and more characters that are no ids (8-4-4-4-12): they may be secrets, such as the token in an invitation link of an older release. */
const SECRET_SEGMENT = /\/(?![0-9a-f]{8}-[0-9a-f]{4}-)[^/?]{20,}/gi;

/** Probes and scrapes are not worth a trace. */
function isProbe({ url }: IncomingMessage): boolean {
  return /^\/(health|metrics)/.test(url ?? '');
}

function withoutSecrets({ url }: IncomingMessage): Record<string, string> {
  const path = (url ?? '').split('?')[0]?.replace(SECRET_SEGMENT, '/:secret') ?? '';
  return { 'url.path': path, 'url.query': '' };
}

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
          if ('complete' in request && request.url) span.setAttributes(withoutSecrets(request));
        },
      }),
      new GrpcInstrumentation(), new PgInstrumentation(), new IORedisInstrumentation(),
    ],
  });
  return () => sdk.shutdown();
}
