import { sentenceFor } from './plain-error.js';

/** Runs a command's main: its number is the exit code, a plain error is one sentence on stderr and exit code 1. */
export async function runCommand(main: (args: string[]) => Promise<number>): Promise<never> {
  try {
    process.exit(await main(process.argv.slice(2)));
  } catch (error) {
    process.stderr.write(`${sentenceFor(error) ?? describeDefect(error)}\n`);
    process.exit(1);
  }
}

function describeDefect(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
