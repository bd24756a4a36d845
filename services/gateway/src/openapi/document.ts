import { createDocument, type ZodOpenApiObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import { changeEvent } from '../events/events.dto.js';
import { routes } from '../routes.js';
import { openAnswers } from './closed.js';
import { filterComponents } from './filters.js';
import { headerComponents } from './headers.js';
import { operationOf } from './operation.js';

/** Plain JSON; its shape is that of the OpenAPI 3.1 standard. */
export type OpenApiDocument = ReturnType<typeof createDocument>;

export interface About {
  release: string;
  /** Behind https it has another name. */
  cookieName: string;
}

const DESCRIPTION = `The API that the web app, scripts and integrations share.

Sign in with \`POST /api/v1/auth/sign-in\`, which sets the session cookie, and read \`GET /api/v1/session\`: its \`csrfToken\` goes with every write as
\`X-CSRF-Token\`. Lists are read page by page: send the \`nextCursor\` of one page as the \`cursor\` of the next, with the same \`sort\` and \`filter\`.`;

/** The OpenAPI 3.1 document of the public API, made from the declarations of the routes. */
export function openApiDocument({ release, cookieName }: About): OpenApiDocument {
  const description: ZodOpenApiObject = {
    openapi: '3.1.0',
    info: { title: 'CRM-VISION', version: release, description: DESCRIPTION, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: '/', description: 'Where this document comes from' }],
    tags: [...new Set(routes.map((route) => route.tag))].map((name) => ({ name, description: `${name}.` })),
    security: [{ sessionCookie: [] }],
    paths: paths(),
    components: {
      schemas: { ...filterComponents, ChangeEvent: changeEvent },
      headers: headerComponents,
      securitySchemes: {
        sessionCookie: { type: 'apiKey', in: 'cookie', name: cookieName, description: 'The session; behind https the name of the cookie begins with "__Host-".' },
        csrfToken: { type: 'apiKey', in: 'header', name: 'X-CSRF-Token', description: 'The csrfToken of the session, with every write.' },
      },
    },
  };
  const document = createDocument(description, {
    override: ({ jsonSchema }) => {
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
    },
  });
  openAnswers(document as never);
  return document;
}

function paths(): ZodOpenApiPathsObject {
  const found: Record<string, Record<string, ReturnType<typeof operationOf>>> = {};
  for (const route of routes) (found[route.path] ??= {})[route.method.toLowerCase()] = operationOf(route);
  return found;
}
