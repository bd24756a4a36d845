import { describe, expect, it } from '@jest/globals';
import { countReport } from '../src/test-run/browser-suite.js';
import { checkWith } from '../src/test-run/delivery-suite.js';
import { countFiles } from '../src/test-run/jest-suites.js';
import { exitCodeOf, summaryOf } from '../src/test-run/summary.js';

const row = (suite: string, passed: number, failed = 0, skipped = 0) => ({ suite, passed, failed, skipped, milliseconds: 1_234 });
const suiteOf = (file: string): string => file.split('/')[1]!;
const file = (name: string, status: 'passed' | 'failed', ...states: ('passed' | 'failed' | 'pending' | 'todo')[]) => ({
  name, status, startTime: 0, endTime: 10, assertionResults: states.map((state) => ({ status: state })),
});

describe('the end of npm test', () => {
  it('is one line with the counts over all suites', () => {
    const lines = summaryOf([row('crm', 10, 1), row('web', 5, 0, 2)], 65_000).trimEnd().split('\n');
    expect(lines.at(-1)).toBe('15 passed, 1 failed, 2 skipped');
    expect(lines.filter((line) => /^ {2}(crm|web|all) /.test(line))).toHaveLength(3);
  });

  it('fails when a test failed, and when none ran', () => {
    expect(exitCodeOf([row('crm', 3)])).toBe(0);
    expect(exitCodeOf([row('crm', 3, 1)])).toBe(1);
    expect(exitCodeOf([row('crm', 0, 0, 3)])).toBe(1);
    expect(exitCodeOf([])).toBe(1);
  });
});

describe('the count of Jest', () => {
  it('gives each project its own row, also one without tests', () => {
    const rows = countFiles([file('/crm/a', 'passed', 'passed', 'pending', 'todo'), file('/web/b', 'failed', 'passed', 'failed')], ['crm', 'web', 'auth'], suiteOf);
    expect(rows.map(({ suite, passed, failed, skipped }) => [suite, passed, failed, skipped])).toEqual([['crm', 1, 0, 2], ['web', 1, 1, 0], ['auth', 0, 0, 0]]);
  });

  it('counts a file that could not be loaded as one failure', () => {
    expect(countFiles([file('/crm/a', 'failed')], ['crm'], suiteOf)[0]).toMatchObject({ passed: 0, failed: 1 });
  });
});

describe('the count of Playwright', () => {
  const stats = { expected: 4, unexpected: 0, flaky: 0, skipped: 1 };

  it('takes over what passed and what was skipped', () => {
    expect(countReport({ stats, errors: [] }, 0)).toEqual({ suite: 'browser', passed: 4, failed: 0, skipped: 1 });
  });

  it('counts a test that passed on the second try as failed', () => {
    expect(countReport({ stats: { ...stats, flaky: 2 }, errors: [] }, 0).failed).toBe(2);
  });

  it('counts a run without a report as failed', () => {
    expect(countReport(null, 1)).toMatchObject({ passed: 0, failed: 1 });
  });
});

describe('a check by a pinned program', () => {
  const missing = (environment: NodeJS.ProcessEnv) => checkWith('no-such-program', 'it', () => Promise.resolve({ state: 'passed', output: '' }), environment).run();

  it('is skipped by name where it cannot be made, and fails in a pipeline', async () => {
    const { state, output } = await missing({});
    expect(state).toBe('skipped');
    expect(output).toContain('"no-such-program"');
    expect(await missing({ CI: 'true' })).toMatchObject({ state: 'failed' });
  });
});
