import { createDocument, type ZodOpenApiObject, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import { z } from 'zod';
import { changeEvent } from '../events/events.dto.js';
import { filterSchema } from '../http/lists.dto.js';
import { problem } from '../http/problem.dto.js';
import type { Route } from '../http/route.js';
import { routes } from '../routes.js';

/** Plain JSON; its shape is that of the OpenAPI 3.1 standard. */
export type OpenApiDocument = ReturnType<typeof createDocument>;

const problemContent = { 'application/problem+json': { schema: problem } };
const writeHeaders = z.object({
  'Idempotency-Key': z.string().max(200).optional().describe('The same key and body within 24 hours give the first answer again'),
});

/** JSON in a query parameter has to be written as content; zod-openapi would render the parsed shape instead of the text. */
const filterParameter = { name: 'filter', in: 'query' as const, description: 'JSON', content: { 'application/json': { schema: { $ref: '#/components/schemas/Filter' } } } };

function withoutFilter(query: z.ZodObject): z.ZodObject {
  return 'filter' in query.shape ? query.omit({ filter: true }) : query;
}

function operation(route: Route): ZodOpenApiOperationObject {
  const query = route.query as z.ZodObject | undefined;
  const needsFilter = query !== undefined && 'filter' in query.shape;
  const codes = route.errors?.length ? ` Codes: ${route.errors.join(', ')}.` : '';
  const content = route.response && { [route.contentType ?? 'application/json']: { schema: route.response } };
  return {
    operationId: route.id,
    summary: route.summary,
    description: route.description ?? `${route.summary}.`,
    tags: [route.tag],
    security: route.access === 'public' ? [] : [{ session: [] }],
    requestParams: {
      ...(route.params && { path: route.params as z.ZodObject }),
      ...(query && { query: withoutFilter(query) }),
      ...(route.method !== 'GET' && { header: writeHeaders }),
    },
    ...(needsFilter && { parameters: [filterParameter] }),
    ...(route.body && { requestBody: { required: true, content: { 'application/json': { schema: route.body } } } }),
    responses: {
      [String(route.status)]: { description: 'Done.', ...(content && { content }) },
      '4XX': { description: `What is wrong with the request.${codes}`, content: problemContent },
      ...(route.unavailable && { '503': { description: 'Nobody can work right now.', content: { 'application/json': { schema: route.unavailable } } } }),
      '5XX': { description: 'A failure on our side; the request may be tried again.', content: problemContent },
    },
  };
}

function paths(): ZodOpenApiPathsObject {
  const found: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const route of routes) (found[route.path] ??= {})[route.method.toLowerCase()] = operation(route);
  return found;
}

/** The OpenAPI 3.1 document of the public API, made from the declarations of the routes. */
export function openApiDocument(version: string): OpenApiDocument {
  const description: ZodOpenApiObject = {
    openapi: '3.1.0',
    info: {
      title: 'CRM-VISION',
      version,
      description: 'The API that the web app, scripts and integrations share.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/', description: 'Where this document comes from' }],
    tags: [...new Set(routes.map((route) => route.tag))].map((name) => ({ name, description: `${name}.` })),
    security: [{ session: [] }],
    paths: paths(),
    components: {
      schemas: { Filter: filterSchema, ChangeEvent: changeEvent },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'crm_session', description: 'The session cookie of a browser; writes send X-CSRF-Token too.' },
      },
    },
  };
  const document = createDocument(description, {
    override: ({ jsonSchema, io }) => {
      // Responses may grow: readers ignore what they do not know.
      if (io === 'output') delete jsonSchema.additionalProperties;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
    },
  });
  openReferences(document);
  return document;
}

/** A described reference repeats that its target is closed; the target alone says whether it is. */
function openReferences(node: unknown): void {
  if (typeof node !== 'object' || node === null) return;
  if ('$ref' in node && 'additionalProperties' in node) delete node.additionalProperties;
  for (const inner of Object.values(node)) openReferences(inner);
}
