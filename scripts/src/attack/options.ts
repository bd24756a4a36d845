import { parseArgs } from 'node:util';
import { PlainError } from '../terminal/plain-error.js';
import { type AttackName, attacks } from './attacks.js';

export interface AttackOptions {
  names: readonly AttackName[];
  /** Name the attacks and do nothing. */
  list: boolean;
  /** Try every filter first. */
  filters: boolean;
  /** Contacts of the hostile workspace, and as many companies, deals and tasks. */
  contacts: number;
  /** Seconds of each attack. */
  seconds: number;
}

export function readOptions(args: string[]): AttackOptions {
  const { values, positionals } = parse(args);
  const unknown = positionals.find((name) => !Object.hasOwn(attacks, name));
  if (unknown !== undefined) throw new PlainError(`There is no attack "${unknown}"; there are ${Object.keys(attacks).join(', ')}.`);
  const filters = values.filters ?? false;
  const names = (positionals.length > 0 || filters ? positionals : Object.keys(attacks)) as AttackName[];
  return { names, filters, list: values.list ?? false, contacts: whole('contacts', values.contacts ?? '100000', 1000, 1_000_000), seconds: whole('seconds', values.seconds ?? '20', 2, 600) };
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, allowPositionals: true, options: { list: { type: 'boolean' }, filters: { type: 'boolean' }, contacts: { type: 'string' }, seconds: { type: 'string' } } });
  } catch (error) {
    throw new PlainError(`${(error as Error).message.split('.')[0]}. See npm run attack -- --help.`);
  }
}

function whole(name: string, text: string, min: number, max: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < min || value > max) throw new PlainError(`--${name} has to be a whole number from ${min} to ${max}.`);
  return value;
}
