import { parseArgs } from 'node:util';
import net from 'node:net';
import { PlainError } from '../terminal/plain-error.js';

export interface StartOptions {
  port: number;
  /** The address that the gateway listens on. */
  host: string;
  sample: boolean;
  reset: boolean;
  /** Answers the question of --reset. */
  yes: boolean;
}

const defaultPort = 3000;

export function readOptions(args: string[]): StartOptions {
  const { port, host, sample, reset, yes } = parse(args);
  return { port: readPort(port), host: readHost(host), sample: sample ?? false, reset: reset ?? false, yes: yes ?? false };
}

function parse(args: string[]): { port?: string; host?: string; sample?: boolean; reset?: boolean; yes?: boolean } {
  try {
    const boolean = { type: 'boolean' } as const;
    return parseArgs({ args, options: { port: { type: 'string' }, host: { type: 'string' }, sample: boolean, reset: boolean, yes: boolean } }).values;
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

/** Loopback, unless somebody says otherwise: what runs here has no TLS. */
function readHost(text = '127.0.0.1'): string {
  if (net.isIP(text) === 0) throw new PlainError(`"${text}" is no address to listen on: use one of this machine, such as --host 0.0.0.0 for all of them.`);
  return text;
}
