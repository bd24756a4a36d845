import type { components, paths } from '@/generated/api.js';
import type { Filter } from '@/lib/filter/filter.js';

export type Schemas = components['schemas'];
export type Problem = Schemas['Problem'];
export type FieldProblem = NonNullable<Problem['errors']>[number];
export type RecordKind = Schemas['RecordKind'];

type Prefix = '/api/v1';
export type Method = 'get' | 'post' | 'patch' | 'put' | 'delete';
type Operation<M extends Method, P extends keyof paths> = paths[P] extends Record<M, infer O> ? O : never;

/** The paths that answer to a method, without the "/api/v1" in front. */
export type PathOf<M extends Method> = {
  [P in keyof paths]: paths[P] extends Record<M, infer O> ? (O extends { responses: unknown } ? (P extends `${Prefix}${infer Rest}` ? Rest : never) : never) : never;
}[keyof paths];

type OperationOf<M extends Method, P extends string> = `${Prefix}${P}` extends keyof paths ? Operation<M, `${Prefix}${P}`> : never;

type JsonOf<R> = R extends { content: { 'application/json': infer Body } } ? Body : void;
type Success<R> = R extends { 200: infer Ok } ? JsonOf<Ok> : R extends { 201: infer Created } ? JsonOf<Created> : void;
export type ResponseOf<M extends Method, P extends string> = OperationOf<M, P> extends { responses: infer R } ? Success<R> : never;

type BodyOf<M extends Method, P extends string> = OperationOf<M, P> extends { requestBody: { content: { 'application/json': infer Body } } } ? { body: Body } : { body?: never };
type PathParametersOf<M extends Method, P extends string> = OperationOf<M, P> extends { parameters: { path: infer Params } } ? { path: Params } : { path?: never };
/** A filter travels as JSON text in the address; the client writes it, if it is not text already. */
type Readable<Query> = Query extends { filter?: unknown } ? Omit<Query, 'filter'> & { filter?: Filter | string } : Query;
type QueryOf<M extends Method, P extends string> = OperationOf<M, P> extends { parameters: { query: infer Query } }
  ? { query: Readable<Query> }
  : OperationOf<M, P> extends { parameters: { query?: infer Query } }
    ? { query?: Readable<NonNullable<Query>> }
    : { query?: never };

export interface CallOptions {
  signal?: AbortSignal;
  /** Keep one per act of the person, when the act itself can be repeated after a failure. */
  idempotencyKey?: string;
}

export type InputOf<M extends Method, P extends string> = PathParametersOf<M, P> & QueryOf<M, P> & BodyOf<M, P> & CallOptions;

/** Input may be left out when nothing in it is required. */
export type Arguments<M extends Method, P extends string> = object extends InputOf<M, P> ? [input?: InputOf<M, P>] : [input: InputOf<M, P>];

export interface Written<T> {
  data: T;
  /** Names the change for Undo; null when nothing changed. */
  changeSetId: string | null;
}
