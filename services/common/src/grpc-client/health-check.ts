import type { MethodDefinition } from '@grpc/grpc-js/build/src/make-client.js';

const SERVING = Buffer.from([0x08, 0x01]);

/**
 * grpc.health.v1.Health/Check: the request's only field names a part of the server (none: the whole), the answer's says whether it serves.
 * By hand, because the package that brings the service brings a parser of proto files too, which a client has no other use for.
 */
export const healthCheck: MethodDefinition<never, unknown> = {
  path: '/grpc.health.v1.Health/Check',
  requestStream: false,
  responseStream: false,
  requestSerialize: (part: string) => (part === '' ? Buffer.alloc(0) : Buffer.concat([Buffer.from([0x0a, part.length]), Buffer.from(part)])),
  requestDeserialize: () => undefined as never,
  responseSerialize: () => SERVING,
  responseDeserialize: (bytes: Buffer): boolean => bytes.equals(SERVING),
};
