import type { z } from 'zod';
import type { ZodOpenApiOperationObject } from 'zod-openapi';
import { problem } from '../http/problem.dto.js';
import type { Route } from '../http/route.js';
import { certain, counted, possible } from './headers.js';

type Responses = ZodOpenApiOperationObject['responses'];
type Response = NonNullable<Responses['default']>;

const problems = (schema: z.ZodType = problem) => ({ 'application/problem+json': { schema } });

const unauthenticated = {
  id: 'Unauthenticated', description: 'Nobody is signed in, or not any more.', headers: { ...counted(), ...certain('WWW-Authenticate'), ...possible('Set-Cookie') }, content: problems(),
};
const full = { id: 'QuotaReached', description: 'The workspace has as much as it may. `details` names the quota and its limit.', headers: counted(), content: problems() };
const tooMany = { id: 'TooManyRequests', description: 'Too many requests of this caller.', headers: { ...counted(), ...certain('Retry-After') }, content: problems() };
const refused = {
  id: 'Refused', description: 'Something is wrong with the request.',
  headers: { ...certain('X-Request-Id'), ...possible('RateLimit', 'RateLimit-Policy', 'Accept') }, content: problems(),
};
const failed = {
  id: 'Failed', description: 'A failure on our side; the request may be tried again.',
  headers: { ...certain('X-Request-Id'), ...possible('RateLimit', 'RateLimit-Policy', 'Retry-After') }, content: problems(),
};

/** What a route may answer. */
export function answersOf(route: Route): Responses {
  const { access, method, errors = [], status, unavailable } = route;
  return {
    [String(status)]: done(route),
    ...((access !== 'public' || errors.includes('WRONG_CREDENTIALS')) && { '401': unauthenticated }),
    ...(errors.includes('STALE_VERSION') && { '409': conflict(route) }),
    ...(access !== 'public' && method !== 'GET' && { '402': full }),
    '429': tooMany,
    '4XX': refused,
    ...(unavailable && { '503': { description: 'Nobody can work right now.', headers: failed.headers, content: { 'application/json': { schema: unavailable }, ...problems() } } }),
    '5XX': failed,
  };
}

function done({ access, method, status, response, contentType, cookie }: Route): Response {
  const headers = {
    ...counted(),
    ...(status === 201 && certain('Location')),
    ...(access !== 'public' && method !== 'GET' && possible('Change-Set-Id')),
    ...(cookie && possible('Set-Cookie')),
  };
  return { description: 'Done.', headers, ...(response && { content: { [contentType ?? 'application/json']: { schema: response } } }) };
}

/** With the record as it is now, in the shape in which the route answers. */
function conflict({ response }: Route): Response {
  const name = response?.meta()?.id;
  if (!response || !name) throw new Error('What has a version also has a name.');
  conflicts[name] ??= problem.extend({ current: response.optional().describe('With STALE_VERSION: the record as it is now') }).meta({ id: `${name}Conflict` });
  return { description: 'It was changed by somebody else since it was read, or something else has the same unique value.', headers: counted(), content: problems(conflicts[name]) };
}
const conflicts: Record<string, z.ZodType> = {};
