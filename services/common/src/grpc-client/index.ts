export { type CallOptions, type ChannelOptions, GrpcChannel, type GrpcClient } from './channel.js';
