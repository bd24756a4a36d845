import { afterEach } from '@jest/globals';

export interface ServedRequest {
  url: URL;
  body: unknown;
  headers: Headers;
  params: Record<string, string>;
}

interface Answer {
  status?: number;
  body?: unknown;
  headers?: Record<string, string>;
}

type Handler = (request: ServedRequest) => Answer | Promise<Answer>;

let handlers: [method: string, pattern: RegExp, handler: Handler][] = [];
afterEach(() => {
  handlers = [];
});

/** Answers requests of the page: serve({ 'GET /contacts/:id': ({ params }) => ({ body: … }) }). The newest answer for a path wins. */
export function serve(routes: Record<string, Handler>): void {
  const added = Object.entries(routes).map(([route, handler]): (typeof handlers)[number] => {
    const [method = '', path = ''] = route.split(' ');
    return [method, new RegExp(`^/api/v1${path.replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`), handler];
  });
  handlers = [...added, ...handlers];
  globalThis.fetch = answer;
}

/** A refusal as the gateway sends it. */
export function problem(status: number, code: string, more: object = {}): Answer {
  return { status, headers: { 'Content-Type': 'application/problem+json' }, body: { type: 'about:blank', title: code, status, detail: code, code, requestId: 'req-1', ...more } };
}

const answer: typeof fetch = async (input, init = {}) => {
  const url = new URL(typeof input === 'object' && 'url' in input ? input.url : input, 'http://localhost');
  const method = init.method ?? 'GET';
  for (const [served, pattern, handler] of handlers) {
    const match = served === method ? pattern.exec(url.pathname) : null;
    if (match) return toResponse(await handler({ url, params: { ...match.groups }, headers: new Headers(init.headers), body: typeof init.body === 'string' ? JSON.parse(init.body) : undefined }));
  }
  return toResponse(problem(404, 'NOT_SERVED', { detail: `Nothing answers ${method} ${url.pathname} in this test.` }));
};

/** The few parts of a Response that the client reads; jsdom has none. */
function toResponse({ status = 200, body, headers = {} }: Answer): Response {
  const all = new Headers({ 'Content-Type': 'application/json', ...headers });
  return { ok: status < 400, status, statusText: '', headers: all, json: () => Promise.resolve(JSON.parse(JSON.stringify(body ?? null)) as unknown) } as unknown as Response;
}
