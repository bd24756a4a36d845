import { Health } from '@crm-vision/common/health';
import { describe, expect, it } from '@jest/globals';
import { upstreamCheck } from './upstream-check.js';

describe('the check of an upstream', () => {
  it('keeps a gateway from being ready until the upstream was reached once, and never again', async () => {
    let up = false;
    const check = upstreamCheck('auth', { check: () => (up ? Promise.resolve() : Promise.reject(new Error('away'))) });
    const ready = async (): Promise<string[]> => {
      const health = new Health({ service: 'gateway', release: 'test', environment: 'test' }, {});
      health.add(check);
      health.setAccepting(true);
      return health.notReady();
    };
    expect(await ready()).toEqual(['auth']);
    up = true;
    expect(await ready()).toEqual([]);
    up = false;
    expect(await ready()).toEqual([]);
  });
});
