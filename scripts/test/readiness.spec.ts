import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { checks } from '../src/checks/checks.js';
import { clusterChecks } from '../src/cluster/checks/checks.js';
import { deliveryChecks } from '../src/test-run/delivery-suite.js';
import { verbs } from '../src/delivery/verbs.js';
import { keepEvidence, readEvidence, type Evidence } from '../src/readiness/evidence.js';
import { commandFor, row } from '../src/readiness/row.js';
import { sections } from '../src/readiness/rows/rows.js';
import { judge, pageOf, percentOf, scoreOf } from '../src/readiness/score.js';
import { inRepository } from '../src/repository.js';

const proofs = sections.flatMap(({ rows }) => rows.flatMap((each) => each.proofs));
const named = (kind: string): string[] => [...new Set(proofs.filter((proof) => proof.startsWith(`${kind} `)).map((proof) => proof.slice(kind.length + 1)))];
const seen = (isGreen: boolean, at = '2026-11-30T10:00:00.000Z') => ({ isGreen, at, revision: 'abc' });

describe('the rows of the audit', () => {
  it('are all there, and each has a proof', () => {
    expect(sections.map(({ number, rows }) => [number, rows.length])).toEqual([['1.1', 25], ['1.2', 18], ['1.3', 10], ['1.4', 10], ['1.5', 12], ['1.6', 5], ['1.7', 18]]);
    expect(sections.flatMap(({ rows }) => rows.filter((each) => each.proofs.length === 0))).toEqual([]);
  });

  it('name tests, checks and verbs that there are', () => {
    expect(named('jest').filter((file) => !fs.existsSync(inRepository(file)))).toEqual([]);
    const known = [...checks, ...deliveryChecks].map(({ name }) => name);
    expect(named('check').filter((name) => !known.includes(name))).toEqual([]);
    expect(named('cluster').filter((name) => !clusterChecks.some((check) => check.name === name))).toEqual([]);
    expect(named('delivery').filter((name) => !Object.hasOwn(verbs, name.split(' ')[0]!))).toEqual([]);
  });

  it('are all on the page, with the commands of today', () => {
    const page = fs.readFileSync(inRepository('docs/readiness.md'), 'utf8');
    const cells = (text: string): string[] => text.split('\n').filter((line) => line.startsWith('| ')).map((line) => line.split(' | ').filter((_, index) => index === 0 || index === 2).join(' | '));
    expect(cells(page)).toEqual(cells(pageOf(scoreOf(sections, {}))));
  });
});

describe('a row', () => {
  const two = row('x', 'jest a.spec.ts', 'cluster 1-install');

  it.each<[string, Evidence]>([
    ['green', { 'jest a.spec.ts': seen(true), 'cluster 1-install': seen(true) }],
    ['open', { 'jest a.spec.ts': seen(true) }],
    ['open', {}],
    ['red', { 'jest a.spec.ts': seen(true), 'cluster 1-install': seen(false) }],
    ['red', { 'jest a.spec.ts': seen(false) }],
  ])('is %s with %j', (state, evidence) => {
    expect(judge(two, evidence).state).toBe(state);
  });

  it('says what is left to run, and the oldest of what was seen', () => {
    expect(judge(two, { 'jest a.spec.ts': seen(true) }).why).toBe('did not run here: npm run test:cluster -- 1-install');
    expect(judge(two, { 'jest a.spec.ts': seen(true), 'cluster 1-install': seen(true, '2026-11-29T10:00:00.000Z') }).why).toBe('2026-11-29, abc');
    expect(commandFor('jest services/crm/test/main.int-spec.ts')).toBe('npm test -- crm');
  });

  it('counts as one of all, and nothing that did not run counts as green', () => {
    const score = scoreOf([{ number: '1', title: 't', rows: [two, row('y', 'delivery audit'), row('z', 'github a run')] }], { 'delivery audit': seen(true) });
    expect([score.green, score.red, score.all, percentOf(score)]).toEqual([1, 0, 3, 33.3]);
  });
});

describe('what was seen', () => {
  it('is kept over runs, the last one of each, and forgotten when it could not be asked any more', async () => {
    const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'crm-vision-evidence-')), 'evidence.json');
    await keepEvidence([{ proof: 'delivery audit', isGreen: false }, { proof: 'cluster 1-install', isGreen: true }], file);
    await keepEvidence([{ proof: 'delivery audit', isGreen: true }], file);
    expect(readEvidence(file)).toMatchObject({ 'delivery audit': { isGreen: true }, 'cluster 1-install': { isGreen: true } });
    await keepEvidence([{ proof: 'delivery audit', isGreen: null }], file);
    expect(Object.keys(readEvidence(file))).toEqual(['cluster 1-install']);
    expect(readEvidence(`${file}.none`)).toEqual({});
  });
});
