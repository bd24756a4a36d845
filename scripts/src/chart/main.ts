import fs from 'node:fs';
import { PlainError } from '../terminal/plain-error.js';
import { runCommand } from '../terminal/run-command.js';
import { runProgram } from '../terminal/run-tool.js';
import { environments, goldenFile, templateArguments } from './golden.js';

/** `npm run chart -- golden`: writes what each environment renders to, for people to look at before they commit it. */
async function main(args: string[]): Promise<number> {
  if (args.join(' ') !== 'golden') throw new PlainError('Use: npm run chart -- golden');
  for (const environment of environments) {
    const { code, output } = await runProgram('helm', templateArguments(environment));
    if (code !== 0) throw new PlainError(`helm does not render ${environment}:\n${output}`);
    fs.writeFileSync(goldenFile(environment), output);
  }
  return 0;
}

await runCommand(main);
