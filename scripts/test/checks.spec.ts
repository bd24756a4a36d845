import { describe, expect, it } from '@jest/globals';
import type { Outcome } from '../src/checks/check.js';
import { runChecks } from '../src/checks/run-checks.js';

const check = (name: string, state: Outcome['state'], output = '') => ({ name, run: () => Promise.resolve<Outcome>({ state, output }) });

describe('the static checks', () => {
  it('count one each, and a failed one says why', async () => {
    let text = '';
    const result = await runChecks([check('a', 'passed', 'quiet'), check('b', 'failed', 'because of this'), check('c', 'skipped', 'no git here')], (part) => (text += part));
    expect(result).toMatchObject({ suite: 'static checks', passed: 1, failed: 1, skipped: 1 });
    expect(text).toMatch(/b +\d+\.\d s {2}FAILED\nbecause of this\n/);
    expect(text).toContain('no git here');
    expect(text).not.toContain('quiet');
  });
});
