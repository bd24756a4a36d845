import path from 'node:path';
import { helpFor } from './help.mjs';
import { handOver } from './hand-over.mjs';
import { root, sentenceFor } from './run.mjs';
import { buildCode, buildCodeAsFarAsPossible, buildWeb, generateCode, generateWeb, install } from './steps.mjs';
import { fetchTools } from './tools.mjs';

const base = [fetchTools, install, generateCode, buildCode];
const withWebTypes = [...base, generateWeb];
const tolerant = [fetchTools, install, generateCode, buildCodeAsFarAsPossible, generateWeb];
const withWeb = [...withWebTypes, buildWeb];

/** What each command needs to be up to date, and the compiled program that it hands over to. */
const commands = {
  start: { steps: withWeb, program: 'start/main.js' },
  dev: { steps: tolerant, program: 'dev/main.js' },
  test: { steps: tolerant, program: 'test-run/main.js' },
  'test:cluster': { steps: base, program: 'cluster/main.js' },
  lint: { steps: tolerant, program: 'lint/main.js' },
  attack: { steps: base, program: 'attack/main.js' },
  bench: { steps: base, program: 'bench/main.js' },
  crmctl: { steps: base, program: 'crmctl/main.js', quiet: true },
  chart: { steps: base, program: 'chart/main.js', quiet: true },
  delivery: { steps: base, program: 'delivery/main.js', quiet: true },
  addon: { steps: base, program: 'addon/main.js', quiet: true },
  generate: { steps: withWebTypes, program: 'docs/main.js' },
  build: { steps: withWeb },
};

export async function main(name, args) {
  const command = commands[name];
  if (!command) return fail(`There is no command "${name ?? ''}": use one of ${Object.keys(commands).join(', ')}.`);
  if (args.includes('--help') || args.includes('-h')) {
    const help = helpFor(name);
    if (help) return void process.stdout.write(help);
  }
  const startedAt = Date.now();
  try {
    for (const step of command.steps) await step({ quiet: command.quiet ?? false });
  } catch (error) {
    return fail(sentenceFor(error));
  }
  if (command.program) handOver(path.join(root, 'scripts', 'dist', command.program), args, startedAt);
}

function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}
