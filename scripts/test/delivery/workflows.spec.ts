import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { mutations } from '../../src/delivery/mutations/mutations.js';
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
  strategy?: { matrix: { stage?: string[]; what?: string[] } };
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

/** The suite `delivery` does the same. */
const partOfAStage = ['rehearse'];

/** What a rule finds against it; [] is well. */
const against = <T extends { where: string }>(all: readonly T[], breaks: (each: T) => boolean): string[] => all.filter(breaks).map(({ where }) => where);

describe('the workflows', () => {
  it('are these', () => {
    expect(workflows.map(({ name }) => name).toSorted()).toEqual(['ci.yml', 'dependabot-auto-merge.yml', 'dependencies.yml', 'deploy.yml', 'mutations.yml', 'publish.yml', 'release.yml', 'security-scan.yml', 'staging.yml']);
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

  it('that call another one hand down every right that its jobs ask for: GitHub refuses the whole run otherwise', () => {
    const asked = (name: string) => Object.values(workflows.find((each) => each.name === name)!.jobs).flatMap(({ permissions = {} }) => Object.entries(permissions));
    const callers = jobs.filter(({ uses }) => uses !== undefined);
    expect(callers.length).toBeGreaterThan(3);
    const enough = (given: string | undefined, wanted: string): boolean => given === wanted || given === 'write';
    const short = callers.flatMap(({ where, uses, permissions = {} }) => asked(path.basename(uses!)).filter(([right, wanted]) => !enough(permissions[right], wanted)).map(([right]) => `${where} lacks ${right}`));
    expect(short).toEqual([]);
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

  it('give scanners no secret, but Snyk the token that it is asked with', () => {
    const scanners = jobs.filter(({ where }) => /^(security-scan|dependencies)/.test(where));
    expect(against(scanners, (job) => JSON.stringify(job).replaceAll(/secrets\.SNYK_TOKEN/g, '').includes('secrets.'))).toEqual([]);
    expect(against(scanners, (job) => JSON.stringify(job).includes('SNYK_TOKEN'))).toEqual(['security-scan.yml: snyk']);
  });

  it('say in the name of each job what it proves', () => {
    expect(against(jobs, ({ name }) => name === undefined)).toEqual([]);
  });

  it('and the verbs are the same: none is called that is not there, none is there that no job calls', () => {
    const called = steps.flatMap(({ run = '' }) => [...run.matchAll(/npm run (?:--silent )?delivery -- (\S+)/g)].map(([, verb]) => verb!));
    expect([...new Set(called)].toSorted()).toEqual(Object.keys(verbs).filter((name) => !partOfAStage.includes(name)).toSorted());
  });

  it('and the mutations are the same', () => {
    expect(jobs.find(({ where }) => where === 'mutations.yml: mutate')!.strategy!.matrix.what).toEqual(mutations.map(({ name }) => name));
  });

  it('and the stages are the same', () => {
    expect(jobs.find(({ where }) => where === 'ci.yml: stage')!.strategy!.matrix.stage!.toSorted()).toEqual(Object.keys(stages).toSorted());
  });
});
