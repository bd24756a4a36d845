export { ANSWER_BYTES_MAX, type CallOptions, type ChannelOptions, GrpcChannel, type GrpcClient } from './channel.js';
