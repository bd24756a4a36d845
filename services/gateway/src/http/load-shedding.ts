import { TooManyAtOnceError } from '@crm-vision/common/errors';
import { FairSlots, type Holder } from '@crm-vision/common/fair-slots';
import { addressKey } from '@crm-vision/common/network';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Request, Response } from 'express';
import { finalize, type Observable } from 'rxjs';
import { requestsInFlight, requestsShed } from '../metrics.js';
import { type Exchange, exchangeOf } from './exchange.js';
import { OverloadedError } from './http.errors.js';
import { hasBody } from './input.js';

/** Bodies that may be on their way at once, for each place of work: waiting for one costs little. */
const ARRIVING_PER_SLOT = 4;
/** So long may somebody take to read an answer that is made. Streams have limits of their own. */
const READING_MS = 60_000;

/**
 * Turns requests away early when too many are being served: a short "try again" instead of a queue of seconds. A place is taken when there is work to do,
 * after the body has arrived, and given back when the answer is made, so that who sends or reads slowly holds none; and nobody takes more than their
 * part of the places, so that what one person, workspace or address does is not felt by the others.
 */
@Injectable()
export class LoadShedding implements NestInterceptor {
  private readonly working: FairSlots;
  private readonly arriving: FairSlots;

  constructor(max: number) {
    this.working = new FairSlots(max);
    this.arriving = new FairSlots(max * ARRIVING_PER_SLOT);
  }

  /** While the body of this request arrives. */
  async whileArriving(request: Request, arrive: () => Promise<void>): Promise<void> {
    if (!hasBody(request)) return arrive();
    const slot = refuse(this.arriving.take(holdersOf(request, exchangeOf(request))));
    await arrive().finally(slot);
  }

  /** While somebody works at the request. Nest calls this when the gatekeeper has let it pass. */
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const [request, response] = [context.switchToHttp().getRequest<Request>(), context.switchToHttp().getResponse<Response>()];
    const exchange = exchangeOf(request);
    // Streams wait more than they work, and have a limit of their own.
    if (exchange.handled?.route.contentType === 'text/event-stream') return next.handle();
    const slot = refuse(this.working.take(holdersOf(request, exchange)));
    requestsInFlight.set(this.working.taken);
    limitReading(response);
    return next.handle().pipe(finalize(() => {
      slot();
      requestsInFlight.set(this.working.taken);
    }));
  }
}

/** From when the answer begins to leave; answers behind it on the same connection wait for it. */
function limitReading(response: Response): void {
  response.once('prefinish', () => {
    const tooSlow = setTimeout(() => response.destroy(), READING_MS).unref();
    response.once('close', () => clearTimeout(tooSlow));
  });
}

/** Signed in it is the person and the workspace, whatever the address; else it is the address. */
function holdersOf(request: Request, { session }: Exchange): readonly Holder[] {
  if (!session) return [{ name: `address:${addressKey(request.ip)}`, share: 0.25 }];
  return [{ name: `user:${session.user.id}`, share: 0.25 }, { name: `workspace:${session.workspace.id}`, share: 0.5 }];
}

function refuse(slot: ReturnType<FairSlots['take']>): () => void {
  if (typeof slot === 'function') return slot;
  requestsShed.inc();
  throw slot === 'full' ? new OverloadedError() : new TooManyAtOnceError();
}
