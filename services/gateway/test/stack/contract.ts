import type { Route } from '../../src/http/route.js';
import { routes } from '../../src/routes.js';
import { checkDeclared, checkProblemShape } from './declared.js';
import type { Reply } from './http.js';

const patterns = routes
  .map((route) => ({ route, pattern: new RegExp(`^${route.path.replaceAll(/\{\w+\}/g, '[^/]+')}$`), parameters: route.path.split('{').length }))
  .sort((a, b) => a.parameters - b.parameters);

/** Every route with a status that it was seen to answer. */
export const seen = new Set<string>();

export function routeAt(method: string, path: string): Route | undefined {
  const [plain = ''] = path.split('?');
  return patterns.find(({ route, pattern }) => route.method === method && pattern.test(plain))?.route;
}

/** Holds an answer against the OpenAPI document, and against the closed schemas behind it: no field that is not declared leaves the gateway. */
export function checkContract(method: string, path: string, reply: Reply): void {
  if (method === 'HEAD') return;
  const { status, text } = reply;
  const route = routeAt(method, path);
  if (status >= 400 && !isUnavailable(reply, route)) return checkProblem(reply, route);
  if (!route) return;
  seen.add(`${route.id} ${status}`);
  if (status !== route.status && status !== 503) throw new Error(`${method} ${path} answered ${status} instead of ${route.status}: ${text}`);
  checkDeclared(route, reply, `${method} ${path}`);
  if (status === 204 || route.contentType) return;
  const strict = (status === 503 ? route.unavailable : route.response)?.safeParse(reply.json());
  if (strict && !strict.success) throw new Error(`${method} ${path} answers what is not declared: ${strict.error.message}\n${text}`);
}

/** 503 as an answer of the route itself, where it declares one. */
const isUnavailable = ({ status, headers }: Reply, route: Route | undefined): boolean =>
  status === 503 && route?.unavailable !== undefined && !headers['content-type']?.includes('problem');

const GENERAL = new Set([
  'INVALID_ARGUMENT', 'INVALID_CURSOR', 'MALFORMED_BODY', 'BODY_TOO_COMPLEX', 'MALFORMED_URL', 'UNAUTHENTICATED', 'SESSION_EXPIRED', 'FORBIDDEN', 'FOREIGN_ORIGIN', 'CSRF_TOKEN_INVALID', 'WORKSPACE_NOT_FOUND',
  'ROUTE_NOT_FOUND', 'METHOD_NOT_ALLOWED', 'BODY_TOO_LARGE', 'HEADERS_TOO_LARGE', 'REQUEST_TIMEOUT', 'BAD_REQUEST', 'UNSUPPORTED_MEDIA_TYPE', 'IDEMPOTENCY_KEY_REUSED', 'RATE_LIMITED', 'OVERLOADED', 'TOO_MANY_AT_ONCE', 'QUOTA_REACHED', 'HOURLY_QUOTA_REACHED', 'MESSAGE_TOO_LARGE', 'UNAVAILABLE', 'TIMED_OUT', 'INTERNAL',
]);

function checkProblem(reply: Reply, route: Route | undefined): void {
  const where = route?.id ?? 'no route';
  if (!reply.headers['content-type']?.startsWith('application/problem+json')) throw new Error(`${where}: an error that is no problem: ${reply.text}`);
  checkProblemShape(reply, where);
  if (route) checkDeclared(route, reply, where);
  const { code, status } = reply.json<{ code: string; status: number }>();
  if ([401, 404, 405].includes(status) && reply.headers['ratelimit'] === undefined) throw new Error(`${where}: ${status} without RateLimit.`);
  if (status !== reply.status) throw new Error(`${where}: status ${reply.status} says that it is ${status}.`);
  if (/\n\s+at |node_modules|\.ts:\d|\.js:\d/.test(reply.text)) throw new Error(`${where}: a stack leaves the gateway: ${reply.text}`);
  if (route) seen.add(`${route.id} ${status} ${code}`);
  if (route && !GENERAL.has(code) && !route.errors?.includes(code)) throw new Error(`${where}: ${code} is not declared: ${reply.text}`);
}
