import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { inRepository, repositoryRoot } from '../../repository.js';
import { PlainError } from '../../terminal/plain-error.js';
import { output } from '../../terminal/program.js';
import { runProgram } from '../../terminal/run-tool.js';
import { artifact } from '../artifacts.js';
import { stages } from '../stages.js';
import type { Verb } from '../verb.js';
import { mutations, type Mutation, type Stage } from './mutations.js';
import { startRegistry, type Registry } from './registry.js';

/** Brings one fault after the other into a clone of the commit, and looks which stages are red: the one that is there for it, and no other. */
export const mutate: Verb = {
  usage: '[--all] [WORDS OF A NAME ...]',
  does: 'breaks a clone in one way after the other (unit test, lint rule, migration, chart, licence, dependency): exactly the stage that is there for it has to be red; --all asks every stage each time',
  run: async (args) => {
    const { values, positionals: words } = parseArgs({ args, allowPositionals: true, options: { all: { type: 'boolean', default: false } } });
    const wanted = mutations.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)));
    if (wanted.length === 0) throw new PlainError(`There is no mutation "${words.join(' ')}": use ${mutations.map(({ name }) => `"${name}"`).join(', ')}.`);
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'crm-vision-mutations-'));
    const registry = await startRegistry();
    try {
      const clone = path.join(folder, 'clone');
      await output('git', ['clone', '--quiet', repositoryRoot, clone]);
      // Node, pnpm and the pinned programs are there already.
      fs.symlinkSync(inRepository('.tools'), path.join(clone, '.tools'));
      const rows: string[] = [];
      let wrong = 0;
      const before = new Map<Stage, boolean>();
      for (const each of wanted) {
        const mutation = values.all ? { ...each, green: everyStage.filter((stage) => stage !== each.red) } : each;
        const faults = await tryOut(mutation, clone, registry, before);
        if (faults.length > 0) wrong += 1;
        rows.push(`| ${mutation.name} | \`${mutation.red}\` | ${mutation.green.map((stage) => `\`${stage}\``).join(', ')} | ${faults.join('; ') || 'as it has to be'} |`);
        process.stdout.write(`${rows.at(-1)!}\n`);
      }
      fs.writeFileSync(artifact('mutations.md'), ['| broken | red | green | |', '|---|---|---|---|', ...rows, ''].join('\n'));
      return wrong === 0 ? 0 : 1;
    } finally {
      registry.stop();
      fs.rmSync(folder, { recursive: true, force: true });
    }
  },
};

const everyStage: readonly Stage[] = [...Object.keys(stages).map((name): Stage => `ci ${name}`), 'audit', 'licences'];

/** What was otherwise than it has to be. The stage that has to turn red was green before, or its red would say nothing. */
async function tryOut({ red, green, apply }: Mutation, clone: string, registry: Registry, before: Map<Stage, boolean>): Promise<string[]> {
  const faults: string[] = [];
  for (const stage of [red, ...green]) if (!before.has(stage)) before.set(stage, await isGreen(stage, clone, registry));
  faults.push(...[red, ...green].filter((stage) => before.get(stage) === false).map((stage) => `${stage} was red before`));
  await apply(clone);
  if (await isGreen(red, clone, registry)) faults.push(`${red} stayed green`);
  for (const stage of green) if (!(await isGreen(stage, clone, registry))) faults.push(`${stage} is red too`);
  await output('git', ['checkout', '--quiet', '.'], { cwd: clone });
  await output('git', ['clean', '-fdq', 'services/crm/prisma'], { cwd: clone });
  return faults;
}

async function isGreen(stage: Stage, clone: string, { url }: Registry): Promise<boolean> {
  const [verb = '', name = ''] = stage.split(' ');
  const args = verb === 'ci' && process.env['CI'] !== 'true' ? ['test', ...stages[name]!.suites] : ['delivery', verb, name].filter(Boolean);
  const env = { ...(verb === 'audit' && { npm_config_registry: url, pnpm_config_registry: url }) };
  const { code, output: said } = await runProgram(process.execPath, [path.join(clone, 'scripts/bootstrap.mjs'), ...args], { cwd: clone, env });
  fs.writeFileSync(artifact(`mutation-${stage.replaceAll(' ', '-')}.log`), said);
  return code === 0;
}
