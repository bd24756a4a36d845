import { status } from '@grpc/grpc-js';
import { describe, expect, it } from '@jest/globals';
import { type ErrorKind, errorKinds, kindOfGrpcStatus } from './error-kinds.js';

const kinds = Object.keys(errorKinds) as ErrorKind[];

describe('the table of errors', () => {
  it.each(kinds)('reads %s back from its gRPC status', (kind) => expect(kindOfGrpcStatus(errorKinds[kind].grpc)).toBe(kind));

  it('reads every other gRPC status as internal', () => {
    const known = new Set<number>(kinds.map((kind) => errorKinds[kind].grpc));
    const others = Object.values(status).filter((code): code is status => typeof code === 'number' && !known.has(code));
    expect(others.map(kindOfGrpcStatus)).toEqual(others.map(() => 'internal'));
  });

  it('answers 4xx for what the caller did, 5xx for what we did', () => {
    const ours = kinds.filter((kind) => errorKinds[kind].http >= 500);
    expect(ours).toEqual(['unavailable', 'timedOut', 'internal']);
  });
});
