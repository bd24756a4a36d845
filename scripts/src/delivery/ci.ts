import { inRepository } from '../repository.js';
import { PlainError } from '../terminal/plain-error.js';
import { runProgram } from '../terminal/run-tool.js';
import { stages } from './stages.js';
import { installTools } from './tools/install.js';
import type { Verb } from './verb.js';

export const ci: Verb = {
  usage: Object.keys(stages).join('|'),
  does: 'one stage of npm test, with the programs it needs',
  run: async ([name = '', ...more]) => {
    const stage = Object.hasOwn(stages, name) ? stages[name] : undefined;
    if (!stage || more.length > 0) throw new PlainError(`A stage is one of ${Object.keys(stages).join(', ')}, and not "${[name, ...more].join(' ')}".`);
    await installTools(stage.tools ?? [], (line) => process.stdout.write(`${line}\n`));
    const { code } = await runProgram(process.execPath, [inRepository('scripts/bootstrap.mjs'), 'test', ...stage.suites], { show: true });
    return code;
  },
};
