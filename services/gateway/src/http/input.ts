import { type FieldViolation, InvalidArgumentError } from '@crm-vision/common/errors';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import type { z } from 'zod';
import { exchangeOf } from './exchange.js';
import { UnsupportedMediaTypeError } from './http.errors.js';
import { shortName, violationsOf } from './input-issues.js';
import type { Route } from './route.js';
import { composed, textViolations } from './text-checks.js';

export interface ParsedInput {
  params: unknown;
  query: unknown;
  body: unknown;
}

/** params, query and body of the request as the route declares them. All that is wrong with any of the three is said at once. */
export function readInput(request: Request, { params, query, body }: Route): ParsedInput {
  if (request.body === undefined && hasBody(request)) throw new UnsupportedMediaTypeError();
  const found: FieldViolation[] = [];
  const input = {
    params: read(params, request.params, 'path', found),
    query: read(query, request.query, 'query', found),
    body: read(body, request.body ?? {}, 'body', found),
  };
  if (found.length > 0) throw new InvalidArgumentError(found);
  return input;
}

/** The checked input of the request. The gatekeeper has read it for every route, also for those that take none. */
export const Input = createParamDecorator((_data: unknown, context: ExecutionContext): ParsedInput | undefined =>
  exchangeOf(context.switchToHttp().getRequest<Request>()).input);

function read(schema: z.ZodType | undefined, value: unknown, root: string, found: FieldViolation[]): unknown {
  const text = textViolations(value, '');
  if (text.length > 0) {
    found.push(...text);
    return undefined;
  }
  if (!schema) return refuseAll(value, found);
  const result = schema.safeParse(composed(value), { reportInput: true });
  if (result.success) return result.data;
  found.push(...violationsOf(result.error.issues, root));
  return undefined;
}

/** A route that takes nothing here refuses what it is given: a typing error never means "all". */
function refuseAll(value: unknown, found: FieldViolation[]): undefined {
  for (const field of Object.keys(value ?? {})) found.push({ field: shortName(field), code: 'UNKNOWN_FIELD', message: 'Is not known here.' });
}

export function hasBody({ headers }: Request): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}
