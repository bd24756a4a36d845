import fs from 'node:fs';
import { makeFolder } from '../bench/system.js';
import { onStopSignal } from '../start/stop-signals.js';
import { Progress } from '../terminal/progress.js';
import { runCommand } from '../terminal/run-command.js';
import { attacks } from './attacks.js';
import { readOptions } from './options.js';
import { dearestOf, isFelt, tableOf, type Verdict } from './report.js';
import { attackAll } from './stage.js';

/** `npm run attack`: what one hostile caller costs the others. */
async function main(args: string[]): Promise<number> {
  const options = readOptions(args);
  if (options.list) {
    for (const [name, { what }] of Object.entries(attacks)) process.stdout.write(`  ${name.padEnd(16)} ${what}\n`);
    return 0;
  }
  const folder = makeFolder();
  onStopSignal(() => process.exit(130), () => process.exit(130));
  try {
    const { dearest, verdicts } = await attackAll(folder, options, new Progress());
    if (dearest.length > 0) process.stdout.write(`\n${dearestOf(dearest)}\n`);
    if (verdicts.length > 0) process.stdout.write(`\n${tableOf(verdicts)}\n\n${summary(verdicts)}\n`);
    return verdicts.some(isFelt) ? 1 : 0;
  } finally {
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function summary(verdicts: readonly Verdict[]): string {
  const felt = verdicts.filter(isFelt).map(({ attack }) => attack);
  return felt.length === 0 ? 'No attack was felt by another workspace.' : `Felt by another workspace: ${felt.join(', ')}.`;
}

await runCommand(main);
