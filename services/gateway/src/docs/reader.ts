import { type Html, html } from './html.js';
import { fieldRow, type Schema, schemaAnchor, schemaView } from './schema-view.js';

interface Reference {
  $ref?: string;
}
interface Parameter extends Reference {
  name: string;
  in: string;
  required?: boolean;
  description?: string;
  schema?: Schema;
}
interface Answer extends Reference {
  description: string;
  content?: Content;
  headers?: Record<string, Header>;
}
interface Header extends Reference {
  description?: string;
  required?: boolean;
  schema?: Schema;
}
type Content = Record<string, { schema?: Schema }>;

interface Operation {
  operationId: string;
  summary: string;
  description: string;
  tags: string[];
  security: Record<string, unknown>[];
  parameters?: Parameter[];
  requestBody?: { content: Content };
  responses: Record<string, Answer>;
}

/** As much of OpenAPI as our document uses. */
export interface ReadableDocument {
  info: { title: string; version: string; description: string };
  tags: { name: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema>; parameters: Record<string, Parameter>; responses: Record<string, Answer>; headers: Record<string, Header> };
}

interface Entry {
  method: string;
  path: string;
  operation: Operation;
}

/** The whole document as one page of HTML that needs no script. */
export function renderReader({ info, tags, paths, components }: ReadableDocument): string {
  const entries = Object.entries(paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ method, path, operation: whole(operation, components) })));
  const schemas = Object.entries(components.schemas).sort(([a], [b]) => a.localeCompare(b));
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<title>${info.title} API</title><link rel="stylesheet" href="/api/docs/reader.css"></head>
<body><header><h1>${info.title} API <small>${info.version}</small></h1>${paragraphs(info.description)}<p><a href="/api/openapi.json">OpenAPI document</a></p></header>
<nav aria-label="Contents">${tags.map(({ name }) => navigation(name, entries))}<h2><a href="#schemas">Schemas</a></h2></nav>
<main>${tags.map(({ name }) => section(name, entries))}
<section id="schemas"><h2>Schemas</h2>${schemas.map(([name, schema]) => html`<article id="${schemaAnchor(name)}"><h3>${name}</h3><p>${schema.description}</p>${schemaView(schema)}</article>`)}</section>
</main></body></html>`.text;
}

/** With what its references stand for. */
function whole({ parameters = [], responses, ...operation }: Operation, components: ReadableDocument['components']): Operation {
  const answer = ({ headers = {}, ...rest }: Answer): Answer => ({ ...rest, headers: mapped(headers, (header) => found(header, components.headers)) });
  return { ...operation, parameters: parameters.map((parameter) => found(parameter, components.parameters)), responses: mapped(responses, (each) => answer(found(each, components.responses))) };
}

const found = <T extends Reference>(node: T, known: Record<string, T>): T => (node.$ref && known[node.$ref.split('/').at(-1) ?? '']) || node;
const mapped = <T>(nodes: Record<string, T>, map: (node: T) => T): Record<string, T> => Object.fromEntries(Object.entries(nodes).map(([name, node]) => [name, map(node)]));

const ofTag = (tag: string, entries: readonly Entry[]): Entry[] => entries.filter(({ operation }) => operation.tags.includes(tag));

function navigation(tag: string, entries: readonly Entry[]): Html {
  return html`<h2>${tag}</h2><ul>${ofTag(tag, entries).map(({ operation }) => html`<li><a href="#${operation.operationId}">${operation.summary}</a></li>`)}</ul>`;
}

function section(tag: string, entries: readonly Entry[]): Html {
  return html`<section><h2>${tag}</h2>${ofTag(tag, entries).map(article)}</section>`;
}

function article({ method, path, operation }: Entry): Html {
  const { operationId, summary, description, security, parameters = [], requestBody, responses } = operation;
  return html`<article id="${operationId}"><h3>${summary}</h3><p class="route"><b>${method.toUpperCase()}</b> <code>${path}</code>${security.length === 0 && ' without a session'}</p>
${description !== `${summary}.` && paragraphs(description)}${parameters.length > 0 && html`<h4>Parameters</h4>${table(parameters.map(parameterRow))}`}
${requestBody && html`<h4>Body</h4>${contentView(requestBody.content)}`}
${Object.entries(responses).map(answerView)}</article>`;
}

function answerView([status, { description, headers = {}, content }]: [string, Answer]): Html {
  return html`<details><summary>${status} ${description}</summary>${content && contentView(content)}
<p><small>Headers</small></p>${table(Object.entries(headers).map(([name, { schema = {}, description: about, required = false }]) => fieldRow(name, { ...schema, ...(about && { description: about }) }, required)))}</details>`;
}

function parameterRow({ name, in: place, required = false, description, schema = {} }: Parameter): Html {
  return fieldRow(name, { ...schema, description: [`In ${place}.`, description ?? schema.description].filter(Boolean).join(' ') }, required);
}

function contentView(content: Content): Html {
  return html`${Object.entries(content).map(([type, { schema = {} }]) => html`<p><small>${type}</small></p>${schemaView(schema)}`)}`;
}

const table = (rows: Html[]): Html => html`<table><thead><tr><th>Name</th><th>Type</th><th>About</th></tr></thead><tbody>${rows}</tbody></table>`;
const paragraphs = (text: string): Html => html`${text.split('\n\n').map((part) => html`<p>${withCode(part)}</p>`)}`;

/** What stands between backticks is code. */
const withCode = (text: string): Html[] => text.split('`').map((part, index) => (index % 2 ? html`<code>${part}</code>` : html`${part}`));
