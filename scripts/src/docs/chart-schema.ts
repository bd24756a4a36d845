import fs from 'node:fs';
import { z } from 'zod';
import { inRepository } from '../repository.js';
import type { ServiceConfiguration } from './configuration.js';

const parts = 'charts/crm-vision/schema';
type Json = Record<string, unknown>;

/** Keys that the chart works out or takes from a Secret: nobody sets them under `env`. */
export const setByChart = [
  'NODE_ENV', 'LOG_LEVEL', 'MANAGEMENT_HOST', 'MANAGEMENT_PORT', 'SHUTDOWN_DELAY_SECONDS', 'SHUTDOWN_GRACE_SECONDS', 'RELEASE', 'GRPC_BIND', 'HTTP_HOST', 'HTTP_PORT',
  'PUBLIC_URL', 'AUTH_GRPC_URL', 'CRM_GRPC_URL', 'TRUSTED_PROXY_HOPS',
];

/** Keys of a laptop: the launcher's pipe, and the web app served by the gateway. */
export const setByLauncher = ['LAUNCHER_PIPE', 'WEB_ROOT'];

/** values.schema.json: charts/crm-vision/schema/<top-level key>.json put together, with what the services accept under `env`. */
export function chartSchema(services: readonly ServiceConfiguration[]): string {
  const files = fs.readdirSync(inRepository(parts)).sort();
  const sections = files.filter((file) => !file.startsWith('_')).map((file) => [file.replace(/\.json$/, ''), readJson(file)]);
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $comment: 'Generated from schema/*.json and services/*/src/config.ts by `npm run generate`; change it there.',
    title: 'Values of the chart crm-vision',
    type: 'object',
    additionalProperties: false,
    properties: { global: { type: 'object' }, ...Object.fromEntries(sections) as Json },
    $defs: { ...readJson('_defs.json'), ...Object.fromEntries(services.map((service) => [`${camelCase(service.service)}Env`, environmentOf(service)])) as Json },
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}

function environmentOf({ keys }: ServiceConfiguration): Json {
  const free = keys.filter(({ name, secret }) => !secret && !setByChart.includes(name) && !setByLauncher.includes(name));
  return { type: 'object', additionalProperties: false, properties: Object.fromEntries(free.map(({ name, description, json }) => [name, { description, ...json }])) };
}

/** What JSON Schema of the values says about a variable: its kind, its choices, its range. */
export function valueSchema(schema: z.ZodType): Json {
  const { type, enum: choices, minimum, maximum, pattern } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json;
  if (choices !== undefined) return { enum: choices };
  if (type === 'integer' || type === 'number') return { type, minimum, maximum };
  return { type: 'string', ...(pattern === undefined ? {} : { pattern }) };
}

function readJson(file: string): Json {
  return JSON.parse(fs.readFileSync(inRepository(parts, file), 'utf8')) as Json;
}

function camelCase(name: string): string {
  return name.replace(/-(\w)/g, (_match, letter: string) => letter.toUpperCase());
}
