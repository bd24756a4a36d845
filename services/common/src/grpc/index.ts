export { CallInterceptor } from './call-interceptor.js';
// Who only calls imports grpc-client, which loads none of the server's packages.
export { type CallOptions, type ChannelOptions, GrpcChannel, type GrpcClient } from '../grpc-client/index.js';
export { GrpcErrorFilter } from './error-filter.js';
export { type GrpcApp, type GrpcAppOptions, startGrpcApp } from './grpc-app.js';
export { Public } from './public.js';
export { boundPort, grpcServer, type GrpcServerParts, type ServerOptions } from './server-options.js';
export { type KeySource, TOKEN_AUDIENCE, TOKEN_ISSUER, TOKEN_TYPE, TokenVerifier } from './token-verifier.js';
