import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { inRepository, repositoryRoot } from '../../repository.js';
import { output } from '../../terminal/program.js';

interface Step {
  uses?: string;
  with?: Record<string, unknown>;
  env?: Record<string, unknown>;
}

/** What stands around a rehearsal: a clone with the workflows and nothing else, and stand-ins for what they take from others. */
export interface Scenery {
  clone: string;
  bin: string;
  /** `owner/name@sha` -> the folder of its stand-in. */
  actions: Map<string, string>;
  /** Every variable that some workflow hands to a command. */
  variables: string[];
}

const ORIGIN = 'https://github.com/acme/crm.git';
const recorder = inRepository('scripts/dist/delivery/rehearsal/recorder.js');

export async function buildScenery(folder: string, { isOnMain }: { isOnMain: boolean }): Promise<Scenery> {
  const clone = path.join(folder, 'clone');
  fs.cpSync(inRepository('.github'), path.join(clone, '.github'), { recursive: true });
  fs.copyFileSync(inRepository('.node-version'), path.join(clone, '.node-version'));
  fs.writeFileSync(path.join(clone, 'package.json'), JSON.stringify({ name: 'rehearsal', scripts: { delivery: `node "${recorder}" verb` } }));
  await commit(clone, isOnMain);
  const bin = path.join(folder, 'bin');
  fs.mkdirSync(bin);
  fs.writeFileSync(path.join(bin, 'gh'), `#!/bin/sh\nexec node "${recorder}" gh "$@"\n`, { mode: 0o755 });
  const documents = documentsIn(clone);
  return { clone, bin, actions: standIns(path.join(folder, 'actions'), documents.flatMap(stepsIn)), variables: [...new Set(documents.flatMap(variablesIn))].toSorted() };
}

/** The commit that is checked out, whole, with stand-ins for actions alone. */
export async function cloneWhole(folder: string): Promise<Pick<Scenery, 'clone' | 'actions'>> {
  const clone = path.join(folder, 'clone');
  await output('git', ['clone', '--quiet', repositoryRoot, clone]);
  await output('git', ['remote', 'set-url', 'origin', ORIGIN], { cwd: clone });
  return { clone, actions: standIns(path.join(folder, 'actions'), documentsIn(clone).flatMap(stepsIn)) };
}

const documentsIn = (clone: string): unknown[] => ymlFiles(path.join(clone, '.github')).map((file) => parse(fs.readFileSync(file, 'utf8')) as unknown);

/** One commit on main, as a clone of acme/crm has it; or one beside main. */
async function commit(clone: string, isOnMain: boolean): Promise<void> {
  const git = (...args: string[]): Promise<string> => output('git', ['-c', 'user.name=Rehearsal', '-c', 'user.email=rehearsal@example.com', '-c', 'commit.gpgsign=false', ...args], { cwd: clone });
  await git('init', '--quiet', '-b', 'main');
  await git('remote', 'add', 'origin', ORIGIN);
  await git('add', '-A');
  await git('commit', '--quiet', '-m', 'feat: a change');
  await git('update-ref', 'refs/remotes/origin/main', 'HEAD');
  if (!isOnMain) await git('commit', '--quiet', '--allow-empty', '-m', 'feat: beside main');
  await git('tag', 'v1.4.0');
}

const ymlFiles = (folder: string): string[] => fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yml')).map((name) => path.join(folder, name));

function stepsIn(node: unknown): Step[] {
  if (typeof node !== 'object' || node === null) return [];
  const own = 'uses' in node && typeof node.uses === 'string' ? [node as Step] : [];
  return [...own, ...Object.values(node).flatMap(stepsIn)];
}

function variablesIn(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  const own = 'env' in node && typeof node.env === 'object' && node.env !== null ? Object.keys(node.env) : [];
  return [...own, ...Object.values(node).flatMap(variablesIn)];
}

/** An action of each that is used, with the inputs that anybody gives it; it only tells the recorder. */
function standIns(folder: string, steps: readonly Step[]): Map<string, string> {
  const used = new Map<string, string>();
  const inputs = new Map<string, Set<string>>();
  for (const { uses = '', with: given = {} } of steps) {
    if (uses.startsWith('./') || uses.startsWith('actions/checkout@')) continue;
    const names = inputs.get(uses) ?? new Set();
    for (const name of Object.keys(given)) names.add(name);
    inputs.set(uses, names);
  }
  for (const [uses, names] of inputs) {
    const [, owner, name, inside = '', sha] = /^([^/]+)\/([^/@]+)((?:\/[^@]+)?)@(.+)$/.exec(uses)!;
    const home = path.join(folder, `${owner}-${name}`);
    fs.mkdirSync(path.join(home, inside), { recursive: true });
    fs.writeFileSync(path.join(home, inside, 'action.yml'), standIn(`${owner}/${name}${inside}`, [...names]));
    used.set(`${owner}/${name}@${sha}`, home);
  }
  return used;
}

// JSON is YAML.
const standIn = (name: string, inputs: readonly string[]): string =>
  JSON.stringify({
    name,
    description: 'A stand-in',
    inputs: Object.fromEntries(inputs.map((input) => [input, { description: input, default: '' }])),
    outputs: { 'update-type': { description: 'of fetch-metadata', value: '${{ steps.stand-in.outputs.update-type }}' } },
    runs: { using: 'composite', steps: [{ id: 'stand-in', shell: 'bash', env: { STUB_INPUTS: '${{ toJSON(inputs) }}' }, run: `node "${recorder}" action ${name}` }] },
  });
