export { CallInterceptor } from './call-interceptor.js';
export { type CallOptions, type ChannelOptions, GrpcChannel, type GrpcClient } from './channel.js';
export { GrpcErrorFilter } from './error-filter.js';
export { type GrpcApp, type GrpcAppOptions, startGrpcApp } from './grpc-app.js';
export { Public } from './public.js';
export { boundPort, grpcServer, type GrpcServerParts, type ServerOptions } from './server-options.js';
export { type KeySource, TOKEN_AUDIENCE, TOKEN_ISSUER, TOKEN_TYPE, TokenVerifier } from './token-verifier.js';
