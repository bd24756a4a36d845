import { openApiDocument } from '../../src/openapi/document.js';
import type { Route } from '../../src/http/route.js';

/** As much of JSON Schema as the document uses. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  const?: unknown;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  minimum?: number;
  maximum?: number;
  pattern?: string;
  example?: unknown;
  examples?: unknown[];
}

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  schema?: Schema;
}

interface Operation {
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema: Schema }> };
}

const document = openApiDocument({ release: 'test', cookieName: 'crm_session' }) as unknown as { paths: Record<string, Record<string, Operation>>; components: { schemas: Record<string, Schema> } };

function operationOf({ path, method }: Route): Operation {
  const operation = document.paths[path]?.[method.toLowerCase()];
  if (!operation) throw new Error(`The document lacks ${method} ${path}.`);
  return operation;
}

export const parametersOf = (route: Route, place: Parameter['in']): Parameter[] => (operationOf(route).parameters ?? []).filter((parameter) => parameter.in === place);

export function bodyOf(route: Route): Schema | undefined {
  const schema = operationOf(route).requestBody?.content['application/json']?.schema;
  return schema && resolved(schema);
}

export function resolved(schema: Schema): Schema {
  if (schema.$ref) return resolved(document.components.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {});
  if (schema.allOf?.length === 1 && schema.allOf[0]) return resolved(schema.allOf[0]);
  return schema;
}

/** Of a field that may be null, what it is otherwise. */
export function present(schema: Schema): Schema {
  const plain = resolved(schema);
  const first = (plain.anyOf ?? plain.oneOf)?.map(resolved).find(({ type }) => type !== 'null');
  return first ? present(first) : plain;
}

export function isNullable(schema: Schema): boolean {
  const plain = resolved(schema);
  return [plain.type].flat().includes('null') || (plain.anyOf ?? plain.oneOf ?? []).some((choice) => isNullable(choice));
}

export const isType = (schema: Schema, type: string): boolean => [present(schema).type].flat().includes(type);
