import { createHash } from 'node:crypto';
import type { Metadata, ServerUnaryCall } from '@grpc/grpc-js';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { type Actor, currentCall } from '../context/index.js';
import { DomainError, invalidField } from '../errors/index.js';
import type { Database, Transaction } from './database.js';
import { runsEachTime } from './runs-each-time.js';

export class IdempotencyKeyReusedError extends DomainError {
  constructor() {
    super('ruleBroken', 'IDEMPOTENCY_KEY_REUSED', 'This Idempotency-Key was used for a different request. Send a new key.');
  }
}

/** Ends the transaction, so that nothing of what was asked for the rights of now is kept. */
class AnsweredBefore extends Error {
  constructor(readonly response: unknown) {
    super('This was answered before.');
  }
}

const KEY_MAX = 200;
const DENIED: ReadonlySet<string> = new Set(['forbidden', 'unauthenticated']);
const READS = /\/(Get|List|Find|Search|Resolve)[A-Za-z]*$/;

const CLAIM = {
  name: 'idempotency_claim',
  text: `insert into idempotency_key (workspace_id, user_id, key, method, request_hash) values ($1, $2, $3, $4, $5)
    on conflict (workspace_id, user_id, key) do update set method = excluded.method, request_hash = excluded.request_hash, response = null, created_at = now()
      where idempotency_key.created_at < now() - interval '24 hours'
    returning key`,
};
const FIND = { name: 'idempotency_find', text: 'select method, request_hash, response from idempotency_key where workspace_id = $1 and user_id = $2 and key = $3' };
const KEEP = { name: 'idempotency_keep', text: 'update idempotency_key set response = $4 where workspace_id = $1 and user_id = $2 and key = $3' };

/**
 * A write that carries an idempotency key runs once: its answer is kept in the same transaction, and the same request within 24 hours gets it again.
 * Two at once: the second waits for the first. A write that failed leaves no key behind. Whoever has another role by now is asked for the rights of now.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(private readonly database: Database) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const [request, , call] = context.getArgs<[unknown, Metadata, ServerUnaryCall<unknown, unknown>]>();
    const { idempotencyKey, actor } = currentCall() ?? {};
    const method = call.getPath();
    if (!idempotencyKey || !actor || READS.test(method) || runsEachTime(context.getHandler())) return next.handle();
    if (idempotencyKey.length > KEY_MAX) throw invalidField('idempotency-key', `May have ${KEY_MAX} characters at most.`, 'TOO_LONG');
    const hash = createHash('sha256').update(JSON.stringify(request)).digest('hex');
    const once = this.database.transaction(actor.workspaceId, (transaction) => this.once(transaction, actor, [idempotencyKey, method, hash], next));
    return from(once.catch((error: unknown) => {
      if (error instanceof AnsweredBefore) return error.response;
      throw error;
    }));
  }

  private async once(transaction: Transaction, actor: Actor, [key, method, hash]: [string, string, string], next: CallHandler): Promise<unknown> {
    const who = [actor.workspaceId, actor.userId, key];
    // With the role that it was allowed to: rows of a release before tell none.
    const claimed = await transaction.query({ ...CLAIM, values: [...who, method, `${hash}:${actor.role}`] });
    if (claimed.length === 0) {
      const [first] = await transaction.query<{ method: string; request_hash: string; response: unknown }>({ ...FIND, values: who });
      const [firstHash, firstRole] = first?.request_hash.split(':') ?? [];
      if (!first || first.method !== method || firstHash !== hash) throw new IdempotencyKeyReusedError();
      if (firstRole !== actor.role) await refuseIfDenied(next);
      throw new AnsweredBefore(first.response);
    }
    const response: unknown = await lastValueFrom(next.handle());
    await transaction.query({ ...KEEP, values: [...who, JSON.stringify(response)] });
    return response;
  }
}

/** The write says itself whether the caller may do it: it runs once more, in a transaction that is taken back. What else it says, such as that it is done already, is no denial. */
async function refuseIfDenied(next: CallHandler): Promise<void> {
  await lastValueFrom(next.handle()).catch((error: unknown) => {
    if (error instanceof DomainError && DENIED.has(error.kind)) throw error;
  });
}
