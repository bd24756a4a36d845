import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { execute } from '../../terminal/program.js';
import { runProgram } from '../../terminal/run-tool.js';
import type { Rehearsal } from './rehearsals.js';
import { buildScenery, cloneWhole } from './scenery.js';

interface Call {
  job: string;
  kind: 'verb' | 'gh' | 'action';
  args: string[];
  input: Record<string, string>;
  handed: Record<string, string>;
}

export interface Performance {
  /** What every job did, one line a call, job after job. */
  calls: string[];
  isGreen: boolean;
  log: string;
}

/** Actions that only set something up. */
const silent = /setup|buildx|qemu/;

/** Lets act execute the workflows of one rehearsal, on this machine and without a container. */
export async function perform({ workflow, event, payload = {}, secrets = {}, variables = {}, inputs = {}, fails = '', update = '', isOnMain = true }: Rehearsal): Promise<Performance> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'crm-vision-rehearsal-'));
  try {
    const scenery = await buildScenery(folder, { isOnMain });
    const file = path.join(folder, 'event.json');
    fs.writeFileSync(file, JSON.stringify({ repository: { full_name: 'acme/crm', name: 'crm', owner: { login: 'acme' }, default_branch: 'main' }, ...payload, ...(event === 'workflow_dispatch' && { inputs }) }));
    const environment = { REHEARSAL_FOLDER: folder, REHEARSAL_FAILS: fails, REHEARSAL_UPDATE: update, REHEARSAL_VARIABLES: scenery.variables.join(',') };
    const args = [
      event, ...here(workflow, scenery.actions), '--eventpath', file, ...pairs('--env', environment), ...pairs('--secret', { GITHUB_TOKEN: 'a-token-of-nobody', ...secrets }), ...pairs('--var', variables), ...pairs('--input', inputs),
    ];
    const env = { ...quiet, PATH: [scenery.bin, process.env['PATH']].join(path.delimiter), XDG_CACHE_HOME: path.join(folder, 'cache'), HOME: folder };
    const { code, stdout, stderr } = await execute('act', args, { cwd: scenery.clone, env, timeout: 300_000 });
    return { calls: callsIn(path.join(folder, 'calls.jsonl')), isGreen: code === 0, log: `${stdout}\n${stderr}` };
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** One stage of ci.yml as it is, verb and all, on a fresh clone of the commit. True: green. */
export async function performStage(stage: string): Promise<boolean> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'crm-vision-stage-'));
  try {
    const { clone, actions } = await cloneWhole(folder);
    const args = ['push', ...here('ci.yml', actions), '--job', 'stage', '--matrix', `stage:${stage}`, ...pairs('--env', { REHEARSAL_FOLDER: folder })];
    const { code } = await runProgram('act', args, { cwd: clone, show: true, env: { ...quiet, XDG_CACHE_HOME: path.join(folder, 'cache') } });
    return code === 0;
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** Jobs run on this machine as it is, and actions of others are those of this folder. */
const here = (workflow: string, actions: ReadonlyMap<string, string>): string[] => [
  '--workflows', `.github/workflows/${workflow}`, '--platform', 'ubuntu-24.04=-self-hosted', '--pull=false', '--rm', ...[...actions].flatMap(([action, home]) => ['--local-repository', `${action}=${home}`]),
];

/** A job sees the variables of whoever runs act. In a pipeline those are a job's own: nothing of them is to be seen in the rehearsed one. */
const kept = ['PATH', 'HOME', 'TMPDIR', 'LANG', 'GOPROXY', 'GOMODCACHE', 'GOCACHE'];
const quiet = Object.fromEntries(Object.keys(process.env).filter((name) => !kept.includes(name)).map((name) => [name, undefined]));

const pairs = (option: string, values: Readonly<Record<string, string>>): string[] => Object.entries(values).flatMap(([name, value]) => [option, `${name}=${value}`]);

function callsIn(file: string): string[] {
  if (!fs.existsSync(file)) return [];
  const calls = fs.readFileSync(file, 'utf8').trim().split('\n').map((line) => JSON.parse(line) as Call);
  const told = calls.filter(({ kind, args }) => kind !== 'action' || !silent.test(args[0]!));
  // Jobs run side by side: within each the order is its own.
  return [...Map.groupBy(told, ({ job }) => job)].toSorted(([a], [b]) => a.localeCompare(b, 'en')).flatMap(([, each]) => each.map(lineOf));
}

function lineOf({ job, kind, args, input, handed }: Call): string {
  const said = args.join(' ');
  const given = Object.entries(kind === 'action' ? {} : handed).filter(([, value]) => !said.includes(value)).map(([name, value]) => `${name}=${value}`);
  const inputs = ['name', 'sarif_file', 'subject-path', 'registry'].flatMap((name) => (input[name] ? [input[name]] : []));
  return [`${job}:`, ...(kind === 'gh' ? ['gh'] : []), ...args, ...inputs, ...given].join(' ');
}
