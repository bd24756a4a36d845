import { parseArgs } from 'node:util';
import { PlainError } from '../terminal/plain-error.js';

export interface BenchOptions {
  /** Contacts to end with; companies are a tenth of them, deals a fifth. */
  rows: number;
  /** Contacts of the small size that growth is measured from. */
  smallRows: number;
  rounds: number;
  seconds: number;
}

export const help = `npm run bench [-- options]

Seeds a workspace, loads the real gateway with sign-in, and two bare servers beside it on the same database, and prints the ratios beside the goals.

  --rows N     contacts at the end, 100000 unless told; 1000000 takes some ten minutes
  --rounds N   rounds of each measurement, 3 unless told; the median counts
  --seconds N  seconds of each round, 4 unless told
  --help       this text
`;

export function readOptions(args: string[]): BenchOptions | 'help' {
  const values = parse(args);
  if (values.help) return 'help';
  return {
    rows: whole('rows', values.rows ?? '100000', 1000, 5_000_000),
    smallRows: 10_000,
    rounds: whole('rounds', values.rounds ?? '3', 1, 20),
    seconds: whole('seconds', values.seconds ?? '4', 1, 120),
  };
}

function parse(args: string[]): { rows?: string; rounds?: string; seconds?: string; help?: boolean } {
  try {
    const text = { type: 'string' } as const;
    return parseArgs({ args, options: { rows: text, rounds: text, seconds: text, help: { type: 'boolean' } } }).values;
  } catch (error) {
    throw new PlainError(`${(error as Error).message.split('.')[0]}. See npm run bench -- --help.`);
  }
}

function whole(name: string, text: string, min: number, max: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < min || value > max) throw new PlainError(`--${name} has to be a whole number from ${min} to ${max}.`);
  return value;
}
