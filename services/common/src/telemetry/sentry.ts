import { trace } from '@opentelemetry/api';
import {
  captureException, captureMessage, close, dedupeIntegration, type ErrorEvent, functionToStringIntegration, initWithoutDefaultIntegrations, linkedErrorsIntegration, type Scope, withScope,
} from '@sentry/node';
import { discreetMessage } from '../logging/discreet.js';
import type { ReportedFacts, Reporter } from './reporting.js';

export interface SentryOptions {
  service: string;
  release: string;
  environment: string;
  dsn: string;
}

const FLUSH_MS = 2000;

/** OpenTelemetry owns the traces; an event names the trace that it belongs to. Messages come without the values in them. */
function prepare(event: ErrorEvent): ErrorEvent {
  const span = trace.getActiveSpan()?.spanContext();
  for (const thrown of event.exception?.values ?? []) if (thrown.value) thrown.value = discreetMessage(thrown.value);
  if (!span) return event;
  return { ...event, contexts: { ...event.contexts, trace: { trace_id: span.traceId, span_id: span.spanId } } };
}

function describe(scope: Scope, { requestId, userId, workspaceId, route }: ReportedFacts): void {
  if (userId) scope.setUser({ id: userId });
  if (workspaceId) scope.setTag('workspace_id', workspaceId);
  if (requestId) scope.setTag('request_id', requestId);
  if (route) scope.setTag('route', route);
}

/** Errors and slow requests, with ids of user and workspace and nothing else about people. */
export function startSentry({ service, release, environment, dsn }: SentryOptions): Reporter {
  initWithoutDefaultIntegrations({
    dsn, release, environment,
    integrations: [dedupeIntegration(), functionToStringIntegration(), linkedErrorsIntegration()],
    dataCollection: { userInfo: false, cookies: false, httpHeaders: false, httpBodies: [], urlQueryParams: false },
    enableRuntimeChannelInjection: false,
    initialScope: { tags: { service } },
    beforeSend: prepare,
  });
  const scoped = (facts: ReportedFacts, report: (scope: Scope) => void): void => {
    withScope((scope) => {
      describe(scope, facts);
      report(scope);
    });
  };
  return {
    error: (error, facts) => scoped(facts, () => void captureException(error)),
    slow: (seconds, facts) => scoped(facts, (scope) => {
      scope.setExtra('seconds', Math.round(seconds * 1000) / 1000);
      captureMessage(`A request was slow: ${facts.route ?? 'unknown'}`, 'warning');
    }),
    close: async () => {
      await close(FLUSH_MS);
    },
  };
}
