import { z } from 'zod';
import type { ZodOpenApiOperationObject } from 'zod-openapi';
import type { Route } from '../http/route.js';
import { answersOf } from './answers.js';

const workspace = {
  // Not of the format uuid: clients put such values into objects, and some cannot send those as a header.
  'X-Workspace-Id': z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i).optional().meta({ description: 'The workspace that is meant; absent: the one that this session used last', param: { id: 'WorkspaceId' } }),
};
const retry = {
  'Idempotency-Key': z.string().regex(/^[\x21-\x7e]{1,200}$/).optional().meta({ description: 'The same key and body within 24 hours give the first answer again', param: { id: 'IdempotencyKey' } }),
};

/** A route as its page of the document. */
export function operationOf(route: Route): ZodOpenApiOperationObject {
  const { id, summary, tag, access, method, params, query, body } = route;
  const isPublic = access === 'public';
  const isWrite = method !== 'GET';
  const header = { ...(!isPublic && workspace), ...(isWrite && retry) };
  return {
    operationId: id,
    summary,
    description: describe(route),
    tags: [tag],
    security: isPublic ? [] : [{ sessionCookie: [], ...(isWrite && { csrfToken: [] }) }],
    requestParams: {
      ...(params && { path: params as z.ZodObject }),
      ...(query && { query: query as z.ZodObject }),
      ...(Object.keys(header).length > 0 && { header: z.object(header) }),
    },
    ...(body && { requestBody: { required: true, content: { 'application/json': { schema: body } } } }),
    responses: answersOf(route),
  };
}

function describe({ summary, description = `${summary}.`, errors = [] }: Route): string {
  return errors.length > 0 ? `${description}\n\nCodes of errors: ${errors.join(', ')}.` : description;
}
