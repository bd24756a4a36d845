import { parseArgs } from 'node:util';
import { PlainError } from '../terminal/plain-error.js';

export interface StartOptions {
  port: number;
  sample: boolean;
  reset: boolean;
  /** Answers the question of --reset. */
  yes: boolean;
}

const defaultPort = 3000;

export function readOptions(args: string[]): StartOptions {
  const { port, sample, reset, yes } = parse(args);
  return { port: readPort(port), sample: sample ?? false, reset: reset ?? false, yes: yes ?? false };
}

function parse(args: string[]): { port?: string; sample?: boolean; reset?: boolean; yes?: boolean } {
  try {
    const boolean = { type: 'boolean' } as const;
    return parseArgs({ args, options: { port: { type: 'string' }, sample: boolean, reset: boolean, yes: boolean } }).values;
  } catch (error) {
    throw new PlainError(`${(error as Error).message.split('.')[0]}. See npm start -- --help.`);
  }
}

function readPort(text: string | undefined): number {
  if (text === undefined) return defaultPort;
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535) throw new PlainError(`"${text}" is no port: use a number from 1 to 65535, such as --port 3001.`);
  return port;
}
