import { keepEvidence } from '../readiness/evidence.js';
import type { Proof } from '../readiness/row.js';
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
  // A registry that is silent, a program that is missing: nothing was said.
  const code = await verb.run(args).catch(async (error: unknown) => {
    await keepEvidence([{ proof: proofOf(name, args), isGreen: null }]);
    throw error;
  });
  await keepEvidence([{ proof: proofOf(name, args), isGreen: code === 0 }]);
  return code;
}

/** As crmctl readiness knows it: `delivery audit`, `delivery scan files`. */
const proofOf = (name: string, [what]: string[]): Proof => (name === 'scan' && what ? `delivery scan ${what}` : `delivery ${name}`);

function helpOf(): string {
  const lines = Object.entries(verbs).map(([name, { usage, does, reads }]) => `  ${`${name} ${usage}`.padEnd(34)} ${does}${reads ? `\n${''.padEnd(37)}reads ${reads.join(', ')}` : ''}`);
  return `npm run delivery -- VERB\n\n${lines.join('\n')}\n`;
}

await runCommand(main);
