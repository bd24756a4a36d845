import { describe, expect, it } from '@jest/globals';
import { passed, skipped, type ClusterCheck, type Finding } from '../../src/cluster/check.js';
import { listOf, wantedChecks } from '../../src/cluster/options.js';
import { countsOf, exitCodeOf, runClusterChecks } from '../../src/cluster/run.js';
import type { Stage } from '../../src/cluster/stage.js';

const check = (name: string, run: () => Promise<Finding> = async () => passed()): ClusterCheck => ({ name, proves: `what ${name} proves`, run });
const checks = [check('1-install'), check('2-upgrade'), check('2-rollback')];
const names = (args: string[]): string[] => wantedChecks(args, checks).map(({ name }) => name);

describe('the choice of checks', () => {
  it('is all of them, the named ones in their own order, or a group by its number', () => {
    expect(names([])).toHaveLength(3);
    expect(names(['2-rollback', '1-install'])).toEqual(['1-install', '2-rollback']);
    expect(names(['2'])).toEqual(['2-upgrade', '2-rollback']);
  });

  it('knows no other name', () => {
    expect(() => names(['3'])).toThrow('There is no check "3"');
  });

  it('can be looked at', () => {
    expect(listOf(checks.slice(0, 1))).toBe('1-install  what 1-install proves\n');
  });
});

describe('a run', () => {
  async function run(...each: ClusterCheck[]): Promise<{ text: string; exitCode: number }> {
    let text = '';
    const totals = await runClusterChecks(each, {} as Stage, (line) => (text += line));
    return { text: text + countsOf(totals), exitCode: exitCodeOf(totals) };
  }
  const failing = check('b', async () => Promise.reject(new Error('3 of 10000 failed')));

  it('says of each check what it found, goes on after a failure, and counts', async () => {
    const { text, exitCode } = await run(check('a', async () => passed('0 failed')), failing, check('c', async () => skipped('no edge here')));
    expect(text.replaceAll(/ +/g, ' ')).toBe('PASS a 0.0 s 0 failed\nFAIL b 0.0 s 3 of 10000 failed\nSKIP c 0.0 s no edge here\n\n1 passed, 1 failed, 1 skipped\n');
    expect(exitCode).toBe(1);
  });

  it('in which nothing ran proves nothing', async () => {
    expect((await run(check('c', async () => skipped('no edge here')))).exitCode).toBe(1);
    expect((await run(check('a'))).exitCode).toBe(0);
  });
});
