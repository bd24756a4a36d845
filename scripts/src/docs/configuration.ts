import fs from 'node:fs';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { inRepository } from '../repository.js';
import { valueSchema } from './chart-schema.js';

export interface Key {
  name: string;
  description: string;
  type: string;
  /** undefined: the key is required, unless it is optional. */
  default?: string;
  required: boolean;
  secret: boolean;
  /** What the chart's values may hold for it. */
  json: Record<string, unknown>;
}

export interface ServiceConfiguration {
  service: string;
  /** Programs of the service, when it is more than one. */
  keys: Key[];
}

const sources = [
  { service: 'auth', module: 'services/auth/dist/config.js', export: 'authConfig' },
  { service: 'crm', module: 'services/crm/dist/config.js', export: 'crmConfig' },
  { service: 'crm-worker', module: 'services/crm/dist/config.js', export: 'workerConfig' },
  { service: 'gateway', module: 'services/gateway/dist/config.js', export: 'gatewayConfig' },
];

/** Every key of every service. */
export async function readConfigurations(): Promise<ServiceConfiguration[]> {
  return [...(await readDefinitions())].map(([service, definition]) => ({ service, keys: keysOf(definition) }));
}

/** The zod object that each service checks its environment with: the one declaration of every key. */
export async function readDefinitions(): Promise<Map<string, z.ZodObject>> {
  const found = new Map<string, z.ZodObject>();
  for (const source of sources) {
    const file = inRepository(source.module);
    if (!fs.existsSync(file)) throw new Error(`${source.module} is missing: build first.`);
    const exported = (await import(pathToFileURL(file).href)) as Record<string, z.ZodObject | undefined>;
    const definition = exported[source.export];
    if (definition === undefined) throw new Error(`${source.module} has no ${source.export}.`);
    found.set(source.service, definition);
  }
  return found;
}

export function keysOf(definition: z.ZodObject): Key[] {
  return Object.entries(definition.shape as Record<string, z.ZodType>).map(([name, schema]) => keyOf(name, schema));
}

function keyOf(name: string, schema: z.ZodType): Key {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonType;
  const meta = schema.meta() as { description?: string; secret?: boolean } | undefined;
  // An environment variable is text: an absent key shows best what the schema does without it.
  const optional = schema.safeParse(undefined).success;
  return {
    name,
    description: meta?.description ?? '',
    type: typeOf(json),
    required: !optional,
    secret: isSecret(schema),
    json: valueSchema(schema),
    ...(json.default === undefined ? {} : { default: String(json.default) }),
  };
}

interface JsonType {
  type?: string;
  enum?: string[];
  minimum?: number;
  maximum?: number;
  format?: string;
  default?: string | number | boolean | string[];
}

function typeOf({ type, enum: choices, minimum, maximum, format }: JsonType): string {
  if (choices) return choices.join(', ');
  if (type === 'integer' || type === 'number') {
    const kind = type === 'integer' ? 'whole number' : 'number';
    return minimum !== undefined && maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER ? `${kind} from ${minimum} to ${maximum}` : kind;
  }
  return format === 'uri' ? 'address' : 'text';
}

/** The mark may sit inside of a default or an optional. */
function isSecret(schema: z.ZodType): boolean {
  if ((schema.meta() as { secret?: boolean } | undefined)?.secret === true) return true;
  const inner = (schema as { def?: { innerType?: z.ZodType } }).def?.innerType;
  return inner !== undefined && isSecret(inner);
}
