import { parseArgs } from 'node:util';
import { PlainError } from '../../terminal/plain-error.js';
import { stages } from '../stages.js';
import { installTools } from '../tools/install.js';
import type { Verb } from '../verb.js';
import { perform, performStage } from './act.js';
import { rehearsals, type Rehearsal } from './rehearsals.js';

/** What a rehearsal did otherwise than it has to; [] is well. */
export async function faultsOf(rehearsal: Rehearsal): Promise<string[]> {
  const { calls, isGreen, log } = await perform(rehearsal);
  const wanted = rehearsal.does.toSorted();
  const found = calls.toSorted();
  const faults = [
    ...without(wanted, found).map((line) => `did not: ${line}`),
    ...without(found, wanted).map((line) => `did: ${line}`),
    ...(isGreen === !rehearsal.isRed ? [] : [`was ${isGreen ? 'green' : 'red'}`]),
  ];
  // What act itself has to say matters when nothing was done at all.
  return faults.length > 0 ? [...faults, ...log.trim().split('\n').filter((line) => /error|fail/i.test(line)).slice(-8)] : [];
}

function without(all: readonly string[], taken: readonly string[]): string[] {
  const left = [...taken];
  return all.filter((line) => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

async function rehearseStage(stage: string): Promise<number> {
  if (!Object.hasOwn(stages, stage)) throw new PlainError(`A stage is one of ${Object.keys(stages).join(', ')}, and not "${stage}".`);
  await installTools(['act']);
  return (await performStage(stage)) ? 0 : 1;
}

export const rehearse: Verb = {
  usage: '[WORDS OF A NAME ...|--stage STAGE]',
  does: 'executes each workflow by act, on this machine and without a container: real conditions, needs, outputs and variables, stand-ins for what a verb would do; one stage also as it is',
  run: async (args) => {
    const { values, positionals: words } = parseArgs({ args, allowPositionals: true, options: { stage: { type: 'string' } } });
    if (values.stage !== undefined) return rehearseStage(values.stage);
    const wanted = rehearsals.filter(({ name, workflow }) => words.every((word) => `${workflow}: ${name}`.includes(word)));
    if (wanted.length === 0) throw new PlainError(`No rehearsal has "${words.join(' ')}" in its name.`);
    await installTools(['act']);
    let red = 0;
    for (const rehearsal of wanted) {
      const faults = await faultsOf(rehearsal);
      if (faults.length > 0) red += 1;
      process.stdout.write(`${faults.length > 0 ? 'FAILED' : 'ok    '}  ${rehearsal.workflow}: ${rehearsal.name}\n${faults.map((line) => `        ${line}\n`).join('')}`);
    }
    process.stdout.write(`${wanted.length} rehearsed, ${red} otherwise than they have to be\n`);
    return red === 0 ? 0 : 1;
  },
};
