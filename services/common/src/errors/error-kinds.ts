import { status } from '@grpc/grpc-js';

/** The one table of what can go wrong, and how the two wires say it. */
export const errorKinds = {
  invalid: { grpc: status.INVALID_ARGUMENT, http: 400, title: 'Bad request' },
  unauthenticated: { grpc: status.UNAUTHENTICATED, http: 401, title: 'Not signed in' },
  forbidden: { grpc: status.PERMISSION_DENIED, http: 403, title: 'Not allowed' },
  notFound: { grpc: status.NOT_FOUND, http: 404, title: 'Not found' },
  alreadyExists: { grpc: status.ALREADY_EXISTS, http: 409, title: 'Already exists' },
  staleVersion: { grpc: status.ABORTED, http: 409, title: 'Changed meanwhile' },
  ruleBroken: { grpc: status.FAILED_PRECONDITION, http: 422, title: 'Not possible' },
  quotaReached: { grpc: status.OUT_OF_RANGE, http: 402, title: 'Quota reached' },
  rateLimited: { grpc: status.RESOURCE_EXHAUSTED, http: 429, title: 'Too many requests' },
  unavailable: { grpc: status.UNAVAILABLE, http: 503, title: 'Not available' },
  timedOut: { grpc: status.DEADLINE_EXCEEDED, http: 504, title: 'Took too long' },
  internal: { grpc: status.INTERNAL, http: 500, title: 'Failure on our side' },
} as const;

export type ErrorKind = keyof typeof errorKinds;

const byGrpc = new Map<number, ErrorKind>(Object.entries(errorKinds).map(([kind, { grpc }]) => [grpc, kind as ErrorKind]));

/** The kind of a gRPC status; any that is not in the table reads as internal. */
export function kindOfGrpcStatus(code: number): ErrorKind {
  return byGrpc.get(code) ?? 'internal';
}
