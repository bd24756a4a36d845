import { trace } from '@opentelemetry/api';

/** Names the trace of the HTTP request that is being served by its route, the template and never the path. */
export function nameRequest(method: string, route: string): void {
  trace.getActiveSpan()?.setAttribute('http.route', route).updateName(`${method} ${route}`);
}
