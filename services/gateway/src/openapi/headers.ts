/** Headers of answers, beyond those of HTTP itself, of caching and of security. */
const headers = {
  'X-Request-Id': { description: 'Names this request in logs: the one that was sent when it is well-formed, else a new one', schema: { type: 'string', pattern: '^[\\w.-]{8,100}$' } },
  RateLimit: { description: 'What is left: r requests for t seconds', schema: { type: 'string', pattern: '^"\\w+";r=\\d+;t=\\d+$' }, example: '"user";r=2990;t=42' },
  'RateLimit-Policy': { description: 'What is allowed: q requests in w seconds', schema: { type: 'string', pattern: '^"\\w+";q=\\d+;w=\\d+$' }, example: '"user";q=3000;w=60' },
  'Retry-After': { description: 'Seconds after which it may be tried again', schema: { type: 'integer', minimum: 0 } },
  'Change-Set-Id': { description: 'Names the change, for undo; absent when nothing changed or nothing can be undone', schema: { type: 'string', format: 'uuid' } },
  Location: { description: 'Address of what was made', schema: { type: 'string', pattern: '^/api/v1/' } },
  'Set-Cookie': { description: 'The session cookie: kept, renewed or ended', schema: { type: 'string' } },
  'WWW-Authenticate': { description: 'How to say who is calling', schema: { type: 'string' } },
  Accept: { description: 'With 415: what a body has to be', schema: { type: 'string' } },
} as const;

type HeaderName = keyof typeof headers;

type Headers = Record<string, { $ref: string } | (typeof headers)[HeaderName]>;

const CERTAIN = ['X-Request-Id', 'RateLimit', 'RateLimit-Policy', 'Retry-After', 'Location', 'WWW-Authenticate'] as const;

/** For the components of the document; referred to where an answer has the header for certain. */
export const headerComponents = Object.fromEntries(CERTAIN.map((name) => [name, { ...headers[name], required: true }]));

/** Headers that an answer has for certain. */
export const certain = (...names: readonly (typeof CERTAIN)[number][]): Headers => Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));

/** Headers that an answer may have. */
export const possible = (...names: readonly HeaderName[]): Headers => Object.fromEntries(names.map((name) => [name, headers[name]]));

/** Of every request that was admitted. */
export const counted = (): Headers => certain('X-Request-Id', 'RateLimit', 'RateLimit-Policy');
