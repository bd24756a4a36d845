import { beforeAll, describe, expect, it } from '@jest/globals';
import { type Collector, startCollector } from '@crm-vision/common/testing';
import { startStack } from './stack/stack.js';

const TRACE = '0af7651916cd43dd8448eb211c80319c';
const TOKEN = 'a-token-that-nobody-but-its-owner-may-see-x';
let spans: Span[];
let bodies: string;

interface Span {
  service: string;
  name: string;
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  attributes: { key: string; value: Record<string, unknown> }[];
}

interface Export {
  resourceSpans: { resource: Pick<Span, 'attributes'>; scopeSpans: { spans: Omit<Span, 'service'>[] }[] }[];
}

function spansIn(collector: Collector): Span[] {
  return collector.received.flatMap(({ body }) => (JSON.parse(body) as Export).resourceSpans).flatMap(({ resource, scopeSpans }) => {
    const service = String(resource.attributes.find(({ key }) => key === 'service.name')?.value['stringValue']);
    return scopeSpans.flatMap((scope) => scope.spans).map((span) => ({ ...span, service }));
  });
}

beforeAll(async () => {
  const collector = await startCollector();
  const stack = await startStack({ crm: false, everywhere: { OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${collector.port}`, OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json' } });
  const headers = { 'Content-Type': 'application/json', traceparent: `00-${TRACE}-b7ad6b7169203331-01` };
  const calls = [['/api/v1/auth/invitations/resolve', JSON.stringify({ token: TOKEN })], [`/join/${TOKEN}`], [`/api/v1/session?next=${TOKEN}`]] as const;
  const statuses = [];
  for (const [address, body] of calls) statuses.push((await fetch(stack.origin + address, { headers, ...(body && { method: 'POST', body }) })).status);
  // Stopping sends what is still waiting.
  await stack.stop();
  expect(statuses).toEqual([404, 404, 401]);
  spans = spansIn(collector).filter(({ traceId }) => traceId === TRACE);
  bodies = collector.received.map(({ body }) => body).join();
  collector.stop();
}, 60_000);

/** "auth -> postgres": a span under a span of another service, or a statement. */
function edges(): Set<string> {
  const services = new Map(spans.map(({ spanId, service }) => [spanId, service]));
  return new Set(spans.map(({ service, name, parentSpanId = '' }) => (name.startsWith('pg') ? `${service} -> postgres` : `${services.get(parentSpanId) ?? 'web'} -> ${service}`)));
}

describe('a trace', () => {
  it('follows a request over every edge', () => {
    const found = edges();
    for (const edge of ['web -> gateway', 'gateway -> auth', 'auth -> postgres']) expect([...found]).toContain(edge);
  });

  it('is named by the route', () => {
    const request = spans.find(({ name }) => name === 'POST /api/v1/auth/invitations/resolve');
    expect(request?.attributes).toContainEqual({ key: 'http.route', value: { stringValue: '/api/v1/auth/invitations/resolve' } });
  });

  it('holds no secret out of the body, the path or the query', () => {
    expect(bodies).toContain(TRACE);
    expect(bodies).not.toContain(TOKEN);
  });
});
