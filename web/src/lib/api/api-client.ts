import { apiContext, changeSetMade, setCsrfToken, signedOut } from './api-context.js';
import { ApiError, errorFromResponse, offlineError } from './api-error.js';
import type { Arguments, CallOptions, Method, PathOf, ResponseOf, Written } from './api-types.js';

interface Input extends CallOptions {
  path?: Record<string, string>;
  query?: Record<string, unknown>;
  body?: unknown;
}

const BASE = '/api/v1';
const RETRIES = 2;
const RETRY_DELAY_MILLISECONDS = 300;

/** The whole API, typed by its OpenAPI document. `api.get('/contacts/{id}', { path: { id } })`. */
export const api = {
  get: <P extends PathOf<'get'>>(path: P, ...[input]: Arguments<'get', P>) => read<ResponseOf<'get', P>>(path, input as Input | undefined),
  post: <P extends PathOf<'post'>>(path: P, ...[input]: Arguments<'post', P>) => write<ResponseOf<'post', P>>('post', path, input as Input | undefined),
  patch: <P extends PathOf<'patch'>>(path: P, ...[input]: Arguments<'patch', P>) => write<ResponseOf<'patch', P>>('patch', path, input as Input | undefined),
  put: <P extends PathOf<'put'>>(path: P, ...[input]: Arguments<'put', P>) => write<ResponseOf<'put', P>>('put', path, input as Input | undefined),
  delete: <P extends PathOf<'delete'>>(path: P, ...[input]: Arguments<'delete', P>) => write<ResponseOf<'delete', P>>('delete', path, input as Input | undefined),
};

async function read<T>(path: string, input: Input = {}): Promise<T> {
  const response = await send('get', path, input);
  return (await response.json()) as T;
}

async function write<T>(method: Method, path: string, input: Input = {}): Promise<Written<T>> {
  const idempotencyKey = input.idempotencyKey ?? crypto.randomUUID();
  const response = await send(method, path, { ...input, idempotencyKey });
  const changeSetId = response.headers.get('Change-Set-Id');
  if (changeSetId) changeSetMade.emit(changeSetId);
  const data = (response.status === 204 ? undefined : await response.json()) as T;
  return { data, changeSetId };
}

/** Tries again when the server cannot answer. Writes may, because their Idempotency-Key stays the same: an answer that got lost comes again. */
async function send(method: Method, path: string, input: Input): Promise<Response> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await sendOnce(method, path, input);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (error.code === 'CSRF_TOKEN_INVALID' && attempt === 0 && (await refreshCsrfToken())) continue;
      if (attempt >= RETRIES || !error.isUnreachable) throw error;
      await pause((error.retryAfterSeconds ?? 0) * 1000 || RETRY_DELAY_MILLISECONDS * 2 ** attempt, input.signal);
    }
  }
}

async function sendOnce(method: Method, path: string, input: Input): Promise<Response> {
  const response = await fetch(urlOf(path, input), {
    method: method.toUpperCase(),
    headers: headersOf(method, input),
    credentials: 'same-origin',
    ...(input.body === undefined ? {} : { body: JSON.stringify(input.body) }),
    ...(input.signal ? { signal: input.signal } : {}),
  }).catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw offlineError();
  });
  if (response.ok) return response;
  const error = await errorFromResponse(response);
  if (error.status === 401 && !path.startsWith('/auth/')) signedOut.emit();
  throw error;
}

function urlOf(path: string, { path: parameters = {}, query = {} }: Input): string {
  const filled = path.replace(/\{(\w+)\}/g, (_match, name: string) => encodeURIComponent(parameters[name] ?? ''));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') search.set(name, typeof value === 'string' ? value : JSON.stringify(value));
  }
  return `${BASE}${filled}${search.size > 0 ? `?${search}` : ''}`;
}

function headersOf(method: Method, input: Input): Record<string, string> {
  const { csrfToken, workspaceId } = apiContext();
  const headers: Record<string, string> = { Accept: 'application/json' };
  if (input.body !== undefined) headers['Content-Type'] = 'application/json';
  if (workspaceId) headers['X-Workspace-Id'] = workspaceId;
  if (method === 'get') return headers;
  if (csrfToken) headers['X-CSRF-Token'] = csrfToken;
  if (input.idempotencyKey) headers['Idempotency-Key'] = input.idempotencyKey;
  return headers;
}

async function refreshCsrfToken(): Promise<boolean> {
  const before = apiContext().csrfToken;
  const session = await read<{ csrfToken: string }>('/session').catch(() => null);
  if (!session || session.csrfToken === before) return false;
  setCsrfToken(session.csrfToken);
  return true;
}

function pause(milliseconds: number, abort?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, Math.min(milliseconds, 10_000));
    abort?.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(new DOMException('Aborted', 'AbortError'));
    });
  });
}
