import { parseArgs } from 'node:util';
import { PlainError } from '../terminal/plain-error.js';

export interface BenchOptions {
  /** Contacts to end with; companies are a tenth of them, deals a fifth. */
  contacts: number;
  /** Contacts of the small size that growth is measured from. */
  smallContacts: number;
  rounds: number;
  seconds: number;
}

export function readOptions(args: string[]): BenchOptions {
  const values = parse(args);
  return {
    contacts: whole('contacts', values.contacts ?? '100000', 1000, 5_000_000),
    smallContacts: 10_000,
    rounds: whole('rounds', values.rounds ?? '3', 1, 20),
    seconds: whole('seconds', values.seconds ?? '4', 1, 120),
  };
}

function parse(args: string[]): { contacts?: string; rounds?: string; seconds?: string } {
  try {
    const text = { type: 'string' } as const;
    return parseArgs({ args, options: { contacts: text, rounds: text, seconds: text } }).values;
  } catch (error) {
    throw new PlainError(`${(error as Error).message.split('.')[0]}. See npm run bench -- --help.`);
  }
}

function whole(name: string, text: string, min: number, max: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < min || value > max) throw new PlainError(`--${name} has to be a whole number from ${min} to ${max}.`);
  return value;
}
