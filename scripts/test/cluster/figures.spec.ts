import { describe, expect, it } from '@jest/globals';
import { afterEach as failuresAfterEach } from '../../src/cluster/checks/kills.js';
import { costOfARequest } from '../../src/cluster/checks/limits.js';
import { figuresOf, kindsOf, recoveryAfter } from '../../src/cluster/load/tally.js';
import { sharesOf, sumOf } from '../../src/cluster/tools/metrics.js';
import { quantity } from '../../src/cluster/tools/quantity.js';

const failures = [{ at: 1000, what: 'ECONNRESET' }, { at: 1200, what: '503 UNAVAILABLE' }, { at: 4000, what: 'ECONNRESET' }];

describe('the figures of a load', () => {
  it('count the failures, and name the most frequent kinds first', () => {
    expect(figuresOf({ sent: 100, failures: [], p50: 5, p99: 50, seconds: 2 })).toBe('0 of 100 failed, p50 5 ms, p99 50 ms');
    expect(kindsOf(failures)).toBe('2 x ECONNRESET (from 1.0 s); 1 x 503 UNAVAILABLE (from 1.2 s)');
    expect(kindsOf(failures, 1)).toBe('2 x ECONNRESET (from 1.0 s)');
  });

  it('tell how long it took until nothing failed any more', () => {
    expect(recoveryAfter(failures, 900)).toBe(3100);
    expect(recoveryAfter(failures, 4001)).toBe(0);
  });

  it('lay each failure at the door of the kill before it', () => {
    expect(failuresAfterEach([{ component: 'crm', at: 900 }, { component: 'auth', at: 3900 }, { component: 'crm', at: 9000 }], failures)).toEqual([
      { component: 'crm', failed: 2, recovered: 300 }, { component: 'auth', failed: 1, recovered: 100 }, { component: 'crm', failed: 0, recovered: 0 },
    ]);
  });
});

describe('figures of the cluster', () => {
  it('tell the CPU of one request for each component, the dearest first', () => {
    expect(costOfARequest(new Map([['web', [0]], ['crm', [0.1, 0.2]], ['gateway', [0.4]]]), 100)).toBe('gateway 4.0, crm 1.5, web 0.0');
  });

  const metrics = [
    '# TYPE calls_total counter',
    'calls_total{method="/crm.Contacts/List",status="OK"} 40',
    'calls_total{method="/crm.Contacts/Get",status="OK"} 2',
    'calls_total{method="/grpc.health.v1.Health/Check",status="OK"} 1000',
    'calls_total_more{method="/crm.Contacts/Get"} 7',
  ].join('\n');

  it('sum one metric over its labels, without the unwanted ones', () => {
    expect(sumOf(metrics, 'calls_total', /grpc\.health/)).toBe(42);
    expect(sumOf(metrics, 'nothing_total')).toBe(0);
  });

  it('give every pod its part of what happened meanwhile; a new pod began at nothing', () => {
    expect([...sharesOf(new Map([['a', 100], ['b', 100]]), new Map([['a', 160], ['b', 130], ['c', 10]]))]).toEqual([['a', 0.6], ['b', 0.3], ['c', 0.1]]);
  });

  it.each([['250m', 0.25], ['2', 2], ['512Mi', 536_870_912], ['1073741824', 1_073_741_824], ['48512n', 0.000048512]])('read %s', (text, value) => {
    expect(quantity(text)).toBeCloseTo(value, 12);
  });

  it('take no nonsense for a quantity', () => {
    expect(() => quantity('12 apples')).toThrow('no quantity');
  });
});
