import { PlainError } from '../terminal/plain-error.js';
import { runCommand } from '../terminal/run-command.js';
import { useTools } from './tools/install.js';
import { verbs } from './verbs.js';

/** From a commit to a release: every job of .github/workflows is one of these verbs. */
async function main([name = '', ...args]: string[]): Promise<number> {
  if (name === '' || name === '--help' || args.includes('--help')) {
    process.stdout.write(helpOf());
    return 0;
  }
  const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
  if (!verb) throw new PlainError(`There is no "${name}". See npm run delivery -- --help.`);
  useTools();
  return verb.run(args);
}

function helpOf(): string {
  const lines = Object.entries(verbs).map(([name, { usage, does, reads }]) => `  ${`${name} ${usage}`.padEnd(34)} ${does}${reads ? `\n${''.padEnd(37)}reads ${reads.join(', ')}` : ''}`);
  return `npm run delivery -- VERB\n\n${lines.join('\n')}\n`;
}

await runCommand(main);
