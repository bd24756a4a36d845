import { trace } from '@opentelemetry/api';
import pino, { type Logger } from 'pino';
import { currentCall } from '../context/index.js';
import { discreetError } from './discreet.js';
import { stdout } from './stdout.js';

const REDACTED = [
  'authorization', 'cookie', 'password', 'currentPassword', 'newPassword', 'token', 'sessionToken', 'accessToken', 'secret', 'DATABASE_URL', 'REDIS_URL', 'SENTRY_DSN', 'AUTH_ENCRYPTION_KEY',
];
const paths = REDACTED.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]);

export interface LoggerOptions {
  service: string;
  level: string;
  release: string;
}

function callFields(): Record<string, string> {
  const { requestId, actor } = currentCall() ?? {};
  const span = trace.getActiveSpan()?.spanContext();
  return {
    ...(requestId && { requestId }),
    ...(actor && { workspaceId: actor.workspaceId, userId: actor.userId }),
    ...(span && { trace_id: span.traceId, span_id: span.spanId }),
  };
}

/** JSON lines on stdout, with request id, workspace and user of the call, secrets redacted and errors without the values in them. */
export function createLogger({ service, level, release }: LoggerOptions): Logger {
  return pino({
    level,
    base: { service, release },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: { paths, censor: '[redacted]' },
    serializers: { err: discreetError },
    mixin: callFields,
  }, stdout);
}

export type { Logger };
