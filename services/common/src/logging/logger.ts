import pino, { type Logger } from 'pino';
import { currentCall } from '../context/index.js';

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
  const call = currentCall();
  if (!call) return {};
  const { requestId, actor } = call;
  return actor ? { requestId, workspaceId: actor.workspaceId, userId: actor.userId } : { requestId };
}

// Not pino's own stream: when whoever read the lines is gone, it tries for ever and the process never ends.
const stdout = { write: (line: string): void => void process.stdout.write(line) };

/** JSON lines on stdout, with request id, workspace and user of the call, and secrets redacted. */
export function createLogger({ service, level, release }: LoggerOptions): Logger {
  return pino({
    level,
    base: { service, release },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: { paths, censor: '[redacted]' },
    mixin: callFields,
  }, stdout);
}

export type { Logger };
