import fs from 'node:fs';
import { onStopSignal } from '../start/stop-signals.js';
import { Progress } from '../terminal/progress.js';
import { runCommand } from '../terminal/run-command.js';
import { compare } from './compare.js';
import { isReached } from './goals.js';
import { readOptions } from './options.js';
import { goalsOf, tableOf } from './report.js';
import { makeFolder } from './system.js';

/** `npm run bench`: figures of this machine, and the ratios that count on any. */
async function main(args: string[]): Promise<number> {
  const options = readOptions(args);
  const folder = makeFolder();
  onStopSignal(() => process.exit(130), () => process.exit(130));
  try {
    const { rows, verdicts } = await compare(folder, options, new Progress());
    process.stdout.write(`\n${tableOf(rows)}\n\n${goalsOf(verdicts)}\n\n`);
    const missed = verdicts.filter((verdict) => isReached(verdict) === false).map(({ goal }) => goal);
    process.stdout.write(missed.length === 0 ? 'Every goal that was measured is reached.\n' : `Missed: ${[...new Set(missed)].join(', ')}.\n`);
    return 0;
  } finally {
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

await runCommand(main);
