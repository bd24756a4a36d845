/**
 * Where traces go, as the SDK of OpenTelemetry reads it from OTEL_*; undefined: nowhere. Only asked to know whether to load the SDK at all.
 */
export function tracesEndpoint(): string | undefined {
  if (process.env['OTEL_SDK_DISABLED'] === 'true') return undefined;
  return process.env['OTEL_EXPORTER_OTLP_TRACES_ENDPOINT'] || process.env['OTEL_EXPORTER_OTLP_ENDPOINT'] || undefined;
}
