import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { readEmail } from '@crm-vision/common/addresses';
import addFormats from 'ajv-formats';
import type { Route } from '../../src/http/route.js';
import { securityHeaderValues } from '../../src/http/security-headers.js';
import { openApiDocument } from '../../src/openapi/document.js';
import type { Reply } from './http.js';

interface Described { $ref?: string; required?: boolean; schema?: { type?: string } }
interface Answer { $ref?: string; headers?: Record<string, Described>; content?: Record<string, unknown> }

const ajv = new Ajv2020({ strict: false, allErrors: true });
// The package is CommonJS: under Node its function is the default of the default.
const formats = addFormats as unknown as { default?: (ajv: Ajv2020) => void } & ((ajv: Ajv2020) => void);
(formats.default ?? formats)(ajv);
ajv.addFormat('idn-email', (text) => readEmail(text) !== null);
const document = openApiDocument({ release: 'test', cookieName: 'crm_session' });
ajv.addSchema(document, 'api');

/** What HTTP itself, caching, CORS and security say about any answer. */
const GENERAL_HEADERS = new Set([
  'connection', 'keep-alive', 'date', 'content-length', 'content-type', 'content-encoding', 'transfer-encoding', 'vary', 'cache-control', 'allow',
  'access-control-allow-origin', 'access-control-allow-credentials', 'access-control-expose-headers', ...Object.keys(securityHeaderValues(true)).map((name) => name.toLowerCase()),
]);

/** Holds status, content type, headers and body against what the document says about this route. */
export function checkDeclared(route: Route, reply: Reply, where: string): void {
  const [answer, at] = answerOf(route, reply.status, where);
  checkHeaders(answer, at, reply, where);
  const [type = ''] = (reply.headers['content-type'] ?? '').split(';');
  const declared = Object.keys(answer.content ?? {});
  if (declared.length === 0 && reply.text !== '') throw new Error(`${where} answered ${reply.status} with a body.`);
  if (declared.length === 0 || type === 'text/event-stream') return;
  if (!declared.includes(type)) throw new Error(`${where} answers ${type}, declared is ${declared.join(', ')}: ${reply.text}`);
  check(`${at}/content/${escaped(type)}/schema`, reply.json(), where);
}

export const checkProblemShape = (reply: Reply, where: string): void => check('#/components/schemas/Problem', reply.json(), where);

/** The answer of this very status, or the one of all like it; and where it stands. */
function answerOf({ path, method }: Route, status: number, where: string): [Answer, at: string] {
  const { responses = {} } = (document.paths as Record<string, Record<string, { responses?: Record<string, Answer> }>>)[path]?.[method.toLowerCase()] ?? {};
  const key = [String(status), `${String(status)[0]}XX`].find((known) => known in responses);
  const answer = key && responses[key];
  if (!answer) throw new Error(`${where}: the status ${status} is not declared.`);
  return resolved(answer, `#/paths/${escaped(path)}/${method.toLowerCase()}/responses/${key}`);
}

function checkHeaders({ headers = {} }: Answer, at: string, reply: Reply, where: string): void {
  for (const [name, header] of Object.entries(headers)) {
    const [{ required, schema }, place] = resolved(header, `${at}/headers/${escaped(name)}`);
    const value = [reply.headers[name.toLowerCase()]].flat()[0];
    if (value === undefined && required) throw new Error(`${where}: the answer ${reply.status} lacks ${name}: ${reply.text}`);
    if (value !== undefined) check(`${place}/schema`, schema?.type === 'integer' ? Number(value) : value, `${where}: ${name}`);
  }
  const known = new Set(Object.keys(headers).map((name) => name.toLowerCase()));
  const stranger = Object.keys(reply.headers).find((name) => !known.has(name) && !GENERAL_HEADERS.has(name));
  if (stranger) throw new Error(`${where}: the answer ${reply.status} has the header ${stranger}, which is not declared.`);
}

function resolved<T extends { $ref?: string }>(node: T, at: string): [T, at: string] {
  if (!node.$ref) return [node, at];
  const found = node.$ref.slice(2).split('/').reduce<unknown>((inner, key) => (inner as Record<string, unknown>)[key], document);
  return [found as T, node.$ref];
}

const escaped = (part: string): string => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));

const compiled = new Map<string, ValidateFunction>();

function check(fragment: string, value: unknown, where: string): void {
  const validate = compiled.get(fragment) ?? ajv.compile({ $ref: `api${fragment}` });
  compiled.set(fragment, validate);
  if (!validate(value)) throw new Error(`${where} breaks the contract: ${ajv.errorsText(validate.errors)}\n${JSON.stringify(value)}`);
}
