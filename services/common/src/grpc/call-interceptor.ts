import { randomUUID } from 'node:crypto';
import type { Metadata, ServerUnaryCall } from '@grpc/grpc-js';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { type CallContext, runInCall } from '../context/index.js';
import { DomainError, errorKinds, InternalError, toGrpcStatus, UnauthenticatedError } from '../errors/index.js';
import { grpcServerDuration, SLOW_REQUEST_SECONDS, slowRequests } from '../metrics/index.js';
import type { Logger } from '../logging/index.js';
import { status } from '@grpc/grpc-js';
import { reportError, reportSlow } from '../telemetry/reporting.js';
import { isPublic } from './public.js';
import type { TokenVerifier } from './token-verifier.js';

const MAX_CALL_MS = 30_000;
/** It stands in each audit entry. */
const REQUEST_ID_MAX = 200;

function textOf(metadata: Metadata, key: string): string | undefined {
  const value = metadata.get(key)[0];
  return typeof value === 'string' ? value : undefined;
}

function requestIdOf(metadata: Metadata): string {
  const given = textOf(metadata, 'x-request-id');
  return given && given.length <= REQUEST_ID_MAX ? given : randomUUID();
}

function deadlineOf(call: ServerUnaryCall<unknown, unknown>): number {
  const deadline = Number(call.getDeadline());
  return Number.isFinite(deadline) ? deadline : Date.now() + MAX_CALL_MS;
}

/** Without its port, which stands last: "127.0.0.1:4711", "::1:4711". */
function peerOf(call: ServerUnaryCall<unknown, unknown>): string {
  return call.getPeer().replace(/:\d+$/, '');
}

/** Around every rpc: who calls (deny first), the call's context, how long it took, and errors put into words of the wire. */
@Injectable()
export class CallInterceptor implements NestInterceptor {
  constructor(
    private readonly service: string,
    private readonly tokens: TokenVerifier,
    private readonly logger: Logger,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return from(this.serve(context, next));
  }

  private async serve(context: ExecutionContext, next: CallHandler): Promise<unknown> {
    const [, metadata, call] = context.getArgs<[unknown, Metadata, ServerUnaryCall<unknown, unknown>]>();
    const controller = new AbortController();
    let served = false;
    // grpc-js says so at the end of every call as well, and an abort that nobody waits for is not free.
    call.on('cancelled', () => {
      if (!served) controller.abort();
    });
    const base: CallContext = {
      requestId: requestIdOf(metadata),
      signal: controller.signal,
      deadline: deadlineOf(call),
      peer: peerOf(call),
    };
    const idempotencyKey = textOf(metadata, 'idempotency-key');
    if (idempotencyKey) base.idempotencyKey = idempotencyKey;
    const method = call.getPath();
    const startedAt = performance.now();
    return runInCall(base, async () => {
      try {
        if (!isPublic(context.getHandler())) base.actor = await this.authenticate(metadata);
        const result: unknown = await lastValueFrom(next.handle());
        this.measure(method, 'OK', startedAt);
        return result;
      } catch (error) {
        const known = this.known(error, method);
        // Who hung up was not failed.
        const hungUp = controller.signal.aborted && Date.now() < base.deadline;
        this.measure(method, status[hungUp ? status.CANCELLED : errorKinds[known.kind].grpc], startedAt);
        const answer = toGrpcStatus(known, this.service);
        throw Object.assign(new Error(answer.details), answer);
      } finally {
        served = true;
      }
    });
  }

  private async authenticate(metadata: Metadata): Promise<NonNullable<CallContext['actor']>> {
    const token = /^Bearer (\S+)$/.exec(textOf(metadata, 'authorization') ?? '')?.[1];
    if (!token) throw new UnauthenticatedError();
    return this.tokens.verify(token);
  }

  private known(error: unknown, method: string): DomainError {
    const known = error instanceof DomainError ? error : new InternalError(error);
    if (known.kind === 'internal') {
      this.logger.error({ method, err: known.cause ?? known }, 'A call failed');
      reportError(known.cause ?? known, { route: method });
    }
    return known;
  }

  private measure(method: string, result: string, startedAt: number): void {
    const seconds = (performance.now() - startedAt) / 1000;
    grpcServerDuration.observe({ method, status: result }, seconds);
    if (seconds > SLOW_REQUEST_SECONDS) {
      slowRequests.inc({ route: method });
      reportSlow(seconds, { route: method });
      this.logger.warn({ method, seconds }, 'A call was slow');
    } else this.logger.debug({ method, result, seconds }, 'Call');
  }
}
