import { Client, credentials, Metadata, type ServiceDefinition, status } from '@grpc/grpc-js';
import type { MethodDefinition } from '@grpc/grpc-js/build/src/make-client.js';
import { currentCall } from '../context/index.js';
import { fromGrpcError, TimedOutError, UnavailableError } from '../errors/index.js';
import { grpcClientDuration } from '../metrics/index.js';
import { Cancels } from './cancels.js';
import { healthCheck } from './health-check.js';
import { RenewedClient } from './renewed-client.js';

/** What a call carries beside its request. Absent values come from the call that is being served, if any. */
export interface CallOptions {
  /** Access token of the caller. */
  token?: string;
  requestId?: string;
  idempotencyKey?: string;
  /** Hanging up cancels the call. */
  signal?: AbortSignal;
  deadlineMs?: number;
}

type AnyDefinition = Record<string, MethodDefinition<never, unknown>>;

/** A service as promises: one function per rpc. Rejects with DomainError. */
export type GrpcClient<D> = {
  [K in keyof D]: D[K] extends { requestSerialize: (value: infer Q) => Buffer; responseDeserialize: (value: Buffer) => infer R }
    ? (request: Q, options?: CallOptions) => Promise<R>
    : never;
};

export interface ChannelOptions {
  /** A grpc-js target: "127.0.0.1:50051", "ipv4:127.0.0.1:1,127.0.0.1:2", "dns:///name:50051". */
  url: string;
  services: readonly ServiceDefinition[];
  /** Milliseconds that a call may take when it says nothing else. */
  deadlineMs?: number;
  /** For an edge: calls carry the idempotency key of the request that is being served. */
  passIdempotencyKey?: boolean;
}

/** Of one message on its way back; a page has far less. */
export const ANSWER_BYTES_MAX = 16 * 1024 * 1024;

/** Who asks for health does so again in a moment. */
const CHECK_MS = 1500;

/** Reading twice is as good as reading once; only such methods are retried. */
const IDEMPOTENT = /\/(Get|List|Find|Search|Resolve)[A-Za-z]*$/;

function serviceConfig(services: readonly ServiceDefinition[]): string {
  const name = services
    .flatMap((service) => Object.values(service).map(({ path }) => path))
    .filter((path) => IDEMPOTENT.test(path))
    .map((path) => ({ service: path.split('/')[1], method: path.split('/')[2] }));
  return JSON.stringify({
    loadBalancingConfig: [{ round_robin: {} }],
    methodConfig: [{
      name,
      retryPolicy: { maxAttempts: 4, initialBackoff: '0.05s', maxBackoff: '0.5s', backoffMultiplier: 2, retryableStatusCodes: ['UNAVAILABLE'] },
    }],
    retryThrottling: { maxTokens: 100, tokenRatio: 0.1 },
  });
}

function metadataOf(options: CallOptions, passKey: boolean): Metadata {
  const call = currentCall();
  const metadata = new Metadata();
  const token = options.token ?? call?.actor?.token;
  const requestId = options.requestId ?? call?.requestId;
  const idempotencyKey = options.idempotencyKey ?? (passKey ? call?.idempotencyKey : undefined);
  if (token) metadata.set('authorization', `Bearer ${token}`);
  if (requestId) metadata.set('x-request-id', requestId);
  if (idempotencyKey) metadata.set('idempotency-key', idempotencyKey);
  return metadata;
}

/** Calls to one service's processes: spread over them, each with a deadline, cancelled with the caller. */
export class GrpcChannel {
  private readonly client: RenewedClient;
  private readonly deadlineMs: number;
  private readonly passIdempotencyKey: boolean;
  private readonly cancels = new Cancels();

  constructor({ url, services, deadlineMs = 5000, passIdempotencyKey = false }: ChannelOptions) {
    this.deadlineMs = deadlineMs;
    this.passIdempotencyKey = passIdempotencyKey;
    this.client = new RenewedClient(() => new Client(url, credentials.createInsecure(), {
      'grpc.service_config': serviceConfig(services),
      'grpc.service_config_disable_resolution': 1,
      'grpc.dns_min_time_between_resolutions_ms': 5000,
      'grpc.keepalive_time_ms': 60_000,
      'grpc.keepalive_timeout_ms': 20_000,
      'grpc.initial_reconnect_backoff_ms': 100,
      'grpc.max_reconnect_backoff_ms': 2000,
      'grpc.max_receive_message_length': ANSWER_BYTES_MAX,
      // Nobody reads channelz here, and it counts every call and message.
      'grpc.enable_channelz': 0,
      // Else a new client would get the connection that an old one is stuck in.
      'grpc.use_local_subchannel_pool': 1,
    }));
  }

  service<D extends ServiceDefinition>(definition: D): GrpcClient<D> {
    const entries = Object.entries(definition as unknown as AnyDefinition).map(([name, method]) => [
      name, (request: never, options: CallOptions = {}) => this.call(method, request, options),
    ]);
    return Object.fromEntries(entries) as GrpcClient<D>;
  }

  /** Rejects unless the service says of itself that it serves, or that the part of its health with this name is well. */
  async check(part = ''): Promise<void> {
    const serving = await this.call(healthCheck, part as never, { deadlineMs: CHECK_MS });
    if (serving !== true) throw new UnavailableError();
  }

  close(): void {
    this.client.close();
  }

  private call(method: MethodDefinition<never, unknown>, request: never, options: CallOptions): Promise<unknown> {
    const serving = currentCall();
    const own = Date.now() + (options.deadlineMs ?? this.deadlineMs);
    const deadline = serving ? Math.min(own, serving.deadline) : own;
    const signal = options.signal ?? serving?.signal;
    if (signal?.aborted) return Promise.reject(new TimedOutError());
    const stop = grpcClientDuration.startTimer({ method: method.path });
    return new Promise((resolve, reject) => {
      const metadata = metadataOf(options, this.passIdempotencyKey);
      const call = withoutStack(() => this.client.current.makeUnaryRequest(method.path, method.requestSerialize, method.responseDeserialize, request, metadata, { deadline }, (error, response) => {
        signal?.removeEventListener('abort', cancel);
        const code = error?.code ?? status.OK;
        stop({ status: status[code] });
        this.client.ended(code);
        if (error) reject(fromGrpcError(error));
        else resolve(response);
      }));
      const cancel = (): void => {
        if (this.cancels.take()) call.cancel();
      };
      signal?.addEventListener('abort', cancel, { once: true });
    });
  }
}

/** grpc-js takes the stack of the caller with each call, for errors that never leave here: a twentieth of the time of a small call. */
function withoutStack<T>(call: () => T): T {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return call();
  } finally {
    Error.stackTraceLimit = limit;
  }
}
