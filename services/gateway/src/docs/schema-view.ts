import { type Html, html } from './html.js';

/** As much of JSON Schema as our document uses. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  const?: unknown;
  description?: string;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  default?: unknown;
  contentSchema?: Schema;
}

export const schemaAnchor = (name: string): string => `schema-${name}`;

/** A schema in a line: its type, as a link when it is named. */
export function typeOf(schema: Schema): Html {
  if (schema.$ref) {
    const name = schema.$ref.split('/').at(-1) ?? '';
    return html`<a href="#${schemaAnchor(name)}">${name}</a>`;
  }
  if (schema.contentSchema) return html`JSON text of ${typeOf(schema.contentSchema)}`;
  const choices = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (choices) return joined(choices.map(typeOf), ' or ');
  if (schema.enum) return joined(schema.enum.map((value) => html`<code>${JSON.stringify(value)}</code>`), ' | ');
  if (schema.const !== undefined) return html`<code>${JSON.stringify(schema.const)}</code>`;
  if (schema.items) return html`list of ${typeOf(schema.items)}`;
  return html`${[schema.type].flat().filter(Boolean).join(' or ') || 'any'}${schema.format && ` (${schema.format})`}`;
}

/** The fields of an object as a table; of anything else its type. */
export function schemaView(schema: Schema): Html {
  if (!schema.properties) return html`<p>${typeOf(schema)}</p>`;
  const required = new Set(schema.required);
  const rows = Object.entries(schema.properties).map(([name, field]) => fieldRow(name, field, required.has(name)));
  return html`<table><thead><tr><th>Field</th><th>Type</th><th>About</th></tr></thead><tbody>${rows}</tbody></table>`;
}

export function fieldRow(name: string, field: Schema, required: boolean): Html {
  const inner = objectIn(field);
  return html`<tr><td><code>${name}</code>${required && html` <span class="required">required</span>`}</td><td>${typeOf(field)}${limits(ofValue(field))}</td><td>${
    field.description}</td></tr>${inner && html`<tr><td colspan="3" class="inner">${schemaView(inner)}</td></tr>`}`;
}

/** Of a field that may be null, what it is otherwise. */
function ofValue(field: Schema): Schema {
  return (field.anyOf ?? field.oneOf)?.find(({ type }) => type !== 'null') ?? field;
}

function objectIn(field: Schema): Schema | undefined {
  const value = ofValue(field);
  return [value, value.items].find((schema) => schema?.properties);
}

function limits({ minLength, maxLength, minimum, maximum, minItems, maxItems, default: preset }: Schema): Html | undefined {
  const found = [
    range(minLength, maxLength, 'characters'), range(minimum, maximum, ''), range(minItems, maxItems, 'items'),
    preset === undefined ? '' : `default ${JSON.stringify(preset)}`,
  ].filter(Boolean);
  return found.length > 0 ? html`<br><small>${found.join('; ')}</small>` : undefined;
}

function range(min: number | undefined, max: number | undefined, unit: string): string {
  if (min === undefined && max === undefined) return '';
  if (max === undefined) return `at least ${min} ${unit}`.trim();
  return `${min === undefined ? 'up to' : `${min} to`} ${max} ${unit}`.trim();
}

function joined(parts: readonly Html[], by: string): Html {
  return html`${parts.map((part, index) => html`${index > 0 && by}${part}`)}`;
}
