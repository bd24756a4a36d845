import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { stages } from '../../src/delivery/stages.js';
import { verbs } from '../../src/delivery/verbs.js';
import { inRepository } from '../../src/repository.js';

interface Step {
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
  env?: Record<string, string>;
}

interface Job {
  name?: string;
  uses?: string;
  permissions?: Record<string, string>;
  'timeout-minutes'?: number;
  strategy?: { matrix: { stage: string[] } };
  steps?: Step[];
}

interface Workflow {
  on: unknown;
  permissions: unknown;
  concurrency?: unknown;
  jobs: Record<string, Job>;
}

const folder = inRepository('.github');
const texts = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yml')).map((name) => ({ name, text: fs.readFileSync(path.join(folder, name), 'utf8') }));
const workflows = texts.filter(({ name }) => name.startsWith('workflows')).map(({ name, text }) => ({ ...(parse(text) as Workflow), name: path.basename(name) }));
const actions = texts.filter(({ name }) => name.startsWith('actions')).map(({ name, text }) => ({ name, ...(parse(text) as { runs: { steps: Step[] } }) }));
const jobs = workflows.flatMap(({ name, jobs: each }) => Object.entries(each).map(([key, job]) => ({ where: `${name}: ${key}`, key, ...job })));
const steps = [...jobs.flatMap(({ where, steps: each = [] }) => each.map((step) => ({ where, ...step }))), ...actions.flatMap(({ name, runs }) => runs.steps.map((step) => ({ where: name, ...step })))];

/** What a rule finds against it; [] is well. */
const against = <T extends { where: string }>(all: readonly T[], breaks: (each: T) => boolean): string[] => all.filter(breaks).map(({ where }) => where);

describe('the workflows', () => {
  it('are these', () => {
    expect(workflows.map(({ name }) => name).toSorted()).toEqual(['ci.yml', 'dependabot-auto-merge.yml', 'dependencies.yml', 'deploy.yml', 'release.yml', 'security-scan.yml']);
  });

  it('take nothing from others but by the SHA of a commit, and say its version beside it', () => {
    const taken = texts.flatMap(({ name, text }) => text.split('\n').filter((line) => /^\s*-? ?uses: (?!\.\/)/.test(line)).map((line) => ({ where: `${name}: ${line.trim()}` })));
    expect(taken.length).toBeGreaterThan(20);
    expect(against(taken, ({ where }) => !/uses: [\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(where))).toEqual([]);
  });

  it('take one version of each action', () => {
    const versions = new Set(steps.flatMap(({ uses }) => (uses === undefined || uses.startsWith('./') ? [] : [uses])));
    expect(new Set([...versions].map((uses) => uses.split('@')[0])).size).toBe(versions.size);
  });

  it('put nothing that others write into the text of a command', () => {
    expect(against(steps, ({ run }) => run?.includes('${{') ?? false)).toEqual([]);
  });

  it('may do nothing, and each job only what it says', () => {
    expect(workflows.filter(({ permissions }) => JSON.stringify(permissions) !== '{}').map(({ name }) => name)).toEqual([]);
    expect(against(jobs, ({ permissions }) => permissions === undefined)).toEqual([]);
  });

  it('leave no token in the clone', () => {
    const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
    expect(checkouts.length).toBeGreaterThan(8);
    expect(against(checkouts, (step) => step.with?.['persist-credentials'] !== false)).toEqual([]);
  });

  it('end: each job has a time, each workflow a group in which one goes at a time', () => {
    expect(against(jobs, (job) => job.uses === undefined && job['timeout-minutes'] === undefined)).toEqual([]);
    expect(workflows.filter(({ concurrency }) => concurrency === undefined).map(({ name }) => name)).toEqual([]);
  });

  it('never run the code of a stranger with rights of ours', () => {
    expect(texts.filter(({ text }) => text.includes('pull_request_target') || text.includes('workflow_run')).map(({ name }) => name)).toEqual([]);
  });

  it('give scanners no secret', () => {
    const scanners = jobs.filter(({ where }) => /^(security-scan|dependencies)/.test(where));
    expect(against(scanners, (job) => JSON.stringify(job).includes('secrets.'))).toEqual([]);
  });

  it('say in the name of each job what it proves', () => {
    expect(against(jobs, ({ name }) => name === undefined)).toEqual([]);
  });

  it('and the verbs are the same: none is called that is not there, none is there that no job calls', () => {
    const called = steps.flatMap(({ run = '' }) => [...run.matchAll(/npm run (?:--silent )?delivery -- (\S+)/g)].map(([, verb]) => verb!));
    expect([...new Set(called)].toSorted()).toEqual(Object.keys(verbs).toSorted());
  });

  it('and the stages are the same', () => {
    expect(jobs.find(({ where }) => where === 'ci.yml: stage')!.strategy!.matrix.stage.toSorted()).toEqual(Object.keys(stages).toSorted());
  });
});
