import type { z } from 'zod';

export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

type Shape = z.ZodType;

/** One public route, declared once: the handler's types, the checks of its input and its page of the OpenAPI document come from it. */
export interface Route<P extends Shape = Shape, Q extends Shape = Shape, B extends Shape = Shape, R extends Shape = Shape> {
  method: Method;
  /** With {name} for parameters, as in OpenAPI. */
  path: string;
  /** operationId; also the name in logs and metrics. */
  id: string;
  summary: string;
  description?: string;
  tag: string;
  /** "session" by default; "public" routes take no session. */
  access?: 'session' | 'public';
  /** Public routes where passwords or tokens can be guessed have a tighter limit. */
  limit?: 'signIn';
  /** For work that takes longer than a request usually may. */
  deadlineMs?: number;
  params?: P;
  query?: Q;
  body?: B;
  status: 200 | 201 | 204;
  /** Absent with 204. */
  response?: R;
  /** What 503 says in place of a problem, where being unavailable is an answer and no failure. */
  unavailable?: Shape;
  /** Of the response; application/json by default. */
  contentType?: 'text/event-stream';
  /** It keeps, renews or ends the session cookie. */
  cookie?: true;
  /** The codes of errors that this route can answer with beyond the general ones, for the document. */
  errors?: readonly string[];
}

export function route<P extends Shape, Q extends Shape, B extends Shape, R extends Shape>(declaration: Route<P, Q, B, R>): Route<P, Q, B, R> {
  return declaration;
}

/** What a handler of this route receives. */
export interface RouteInput<T extends Route> {
  params: T extends Route<infer P, Shape, Shape, Shape> ? z.output<P> : never;
  query: T extends Route<Shape, infer Q, Shape, Shape> ? z.output<Q> : never;
  body: T extends Route<Shape, Shape, infer B, Shape> ? z.output<B> : never;
}

/** What a handler of this route answers with. */
export type RouteOutput<T extends Route> = T extends Route<Shape, Shape, Shape, infer R> ? z.input<R> : never;
