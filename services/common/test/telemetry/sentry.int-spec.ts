import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Collector, startCollector } from '@crm-vision/common/testing';
import { runInCall } from '../../src/context/index.js';
import { reportError, reportSlow, reportTo } from '../../src/telemetry/reporting.js';
import { startSentry } from '../../src/telemetry/sentry.js';

let collector: Collector;
let events: Record<string, unknown>[];
let text: string;

beforeAll(async () => {
  collector = await startCollector();
  const reporter = startSentry({ service: 'crm', release: '1.2.3', environment: 'test', dsn: `http://key@127.0.0.1:${collector.port}/1` });
  reportTo(reporter);
  const actor = { userId: 'user-1', workspaceId: 'workspace-1', role: 'owner', sessionId: 's', name: 'Ada Lovelace', timeZone: 'UTC', ownTimeZone: 'UTC', country: '', token: 'secret-token' } as const;
  runInCall({ requestId: 'request-1', actor, signal: new AbortController().signal, deadline: 0 }, () => {
    reportSlow(3.14159, { route: '/deals' });
    reportError(new Error('It broke', { cause: new TypeError('deeper') }), { route: '/deals' });
  });
  reportError(new Error('Nobody was calling'));
  await reporter.close();
  reportTo(undefined);
  text = collector.received.map(({ body }) => body).join('\n');
  events = text.split('\n').filter((line) => line.includes('"event_id"') && line.includes('"platform"')).map((line) => JSON.parse(line) as Record<string, unknown>);
});
afterAll(() => collector.stop());

describe('what is reported', () => {
  it('is a slow request as a warning with its time, user and release', () => {
    expect(events).toContainEqual(expect.objectContaining({
      message: 'A request was slow: /deals', level: 'warning', release: '1.2.3', user: { id: 'user-1' }, extra: { seconds: 3.142 },
      tags: { service: 'crm', workspace_id: 'workspace-1', request_id: 'request-1', route: '/deals' },
    }));
  });

  it('is an error with its causes', () => {
    const event = events.find(({ exception }) => JSON.stringify(exception ?? '').includes('It broke'));
    expect(event).toMatchObject({ user: { id: 'user-1' }, release: '1.2.3', exception: { values: [{ value: 'deeper' }, { value: 'It broke' }] } });
  });

  it('holds no user of an earlier call', () => {
    const event = events.find(({ exception }) => JSON.stringify(exception ?? '').includes('Nobody was calling'));
    expect(event).toBeDefined();
    expect(event).not.toHaveProperty('user');
  });

  it('holds no name, token, address or body', () => {
    expect(text).not.toMatch(/Lovelace|secret-token|ip_address|"cookies"|"headers"/);
  });
});

describe('without a place to report to', () => {
  it('is silent', () => {
    expect(() => reportError(new Error('x'))).not.toThrow();
    expect(collector.received.map(({ body }) => body).join()).not.toContain('"value":"x"');
  });
});
