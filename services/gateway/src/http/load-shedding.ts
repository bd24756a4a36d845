import { TimedOutError, TooManyAtOnceError } from '@crm-vision/common/errors';
import { FairQueue, FairSlots, type Holder, type WaitingHolder } from '@crm-vision/common/fair-slots';
import { addressKey } from '@crm-vision/common/network';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Request, Response } from 'express';
import { finalize, type Observable } from 'rxjs';
import { rateLimited, requestsInFlight, requestsShed, requestsWaiting } from '../metrics.js';
import { exchangeOf } from './exchange.js';
import { OverloadedError } from './http.errors.js';

/** The largest parts of somebody: of all requests that are worked at, and of all that are open: arriving, waiting, worked at or being read. */
interface Shares {
  working: number;
  open: number;
}

type Part = Shares & { name: string };

const OF_PERSON: Shares = { working: 1 / 64, open: 1 / 64 };
const OF_WORKSPACE: Shares = { working: 1 / 32, open: 1 / 8 };
const OF_ADDRESS: Shares = OF_PERSON;

/** Requests that may be open, for each that is worked at. */
const OPEN_PER_PLACE = 16;
/** So long may somebody take to read an answer that is made, and so much of it counts as work: the answer is packed and sent meanwhile. Streams have limits of their own. */
const READING_MS = 60_000;
const SENDING_MS = 1000;
/** What an answer may weigh, in characters, before its place rests behind it; and how much of what is more somebody gets in a second. */
const LIGHT = 100_000;
const PER_SECOND = 2_000_000;
/** So long is the place of somebody kept who leaves while they are worked for: to begin and cancel costs more than most answers. */
const LEFT_MS = 250;

/**
 * Works at few requests of one person, workspace or address at once; the rest of theirs wait for their turn, so that what they do is not felt by the others,
 * who pass at once. A request is worked at from when it has arrived until its answer has left, or is left unread, so that who sends or reads slowly holds no
 * place; and nobody has more requests open than their part.
 */
@Injectable()
export class LoadShedding implements NestInterceptor {
  private readonly working: FairQueue;
  private readonly open: FairSlots;
  private readonly places = new WeakMap<Request, () => void>();
  /** Whose places rest, and until when the last of them does. */
  private readonly resting = new Map<string, number>();

  /** `max` requests are worked at at once. One waits as long as its work may take. */
  constructor(max: number, waitMs: number) {
    this.working = new FairQueue({ max, waitingMax: max * OPEN_PER_PLACE, waitMs });
    this.open = new FairSlots(max * OPEN_PER_PLACE);
  }

  /** Counts a request as open until its answer is read. */
  admit(request: Request, response: Response): void {
    if (signalOf(request)?.aborted) throw new TimedOutError();
    const close = this.open.take(holdersOf(request).map(({ name, open: share }): Holder => ({ name, share })));
    if (typeof close !== 'function') throw refusal(close);
    response.once('close', close);
    response.once('prefinish', () => limitReading(response));
  }

  /** Waits for the turn of a request that has arrived, and does the first part of its work; the handler does the rest. */
  async inTurn(request: Request, begin: () => Promise<void>): Promise<void> {
    const place = await this.placeFor(request);
    try {
      await begin();
      this.places.set(request, place);
    } catch (error) {
      place();
      throw error;
    }
  }

  /** Nest calls this when the gatekeeper has let a request pass. */
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const [request, response] = [context.switchToHttp().getRequest<Request>(), context.switchToHttp().getResponse<Response>()];
    const place = this.places.get(request);
    if (!place) return next.handle();
    const weight = weigh(response);
    return next.handle().pipe(finalize(() => giveBackWhenSent(response, () => this.rest(request, weight(), place))));
  }

  private async placeFor(request: Request): Promise<() => void> {
    // Whoever may be open may wait.
    const holders = holdersOf(request).map(({ name, working: share, open: waitingShare }): WaitingHolder => ({ name, share, waitingShare }));
    const place = this.working.take(holders, { signal: signalOf(request) });
    this.measure();
    const outcome = await place;
    this.measure();
    if (typeof outcome !== 'function') throw refusal(outcome);
    return () => {
      outcome();
      this.measure();
    };
  }

  /** Wide answers keep every thread on their way busy: the places of who asks for many come back one after the other, and other people pass in between. */
  private rest(request: Request, weight: number, place: () => void): void {
    if (weight <= LIGHT) return place();
    const [{ name }] = holdersOf(request);
    const until = Math.max(performance.now(), this.resting.get(name) ?? 0) + ((weight - LIGHT) / PER_SECOND) * 1000;
    this.resting.set(name, until);
    setTimeout(() => {
      if (this.resting.get(name) === until) this.resting.delete(name);
      place();
    }, until - performance.now()).unref();
  }

  private measure(): void {
    requestsInFlight.set(this.working.taken);
    requestsWaiting.set(this.working.waiting);
  }
}

/** How many characters the answer has, before it is packed. */
function weigh(response: Response): () => number {
  const send = response.send.bind(response);
  let weight = 0;
  response.send = (body?: unknown) => {
    if (typeof body === 'string') weight = body.length;
    return send(body);
  };
  return () => weight;
}

/** The answer is made, and sent from here on; whoever does not read it holds no place by that. */
function giveBackWhenSent(response: Response, place: () => void): void {
  if (response.closed) return void setTimeout(place, LEFT_MS).unref();
  const tooLong = setTimeout(() => {
    place();
    limitReading(response);
  }, SENDING_MS).unref();
  const sent = (): void => {
    clearTimeout(tooLong);
    place();
  };
  response.once('prefinish', sent).once('close', sent);
}

/** Answers behind this one on the same connection wait for it. */
function limitReading(response: Response): void {
  const tooSlow = setTimeout(() => response.destroy(), READING_MS).unref();
  response.once('close', () => clearTimeout(tooSlow));
}

/** Aborted when the caller hangs up. */
const signalOf = (request: Request): AbortSignal | undefined => exchangeOf(request).call.signal;

/** Signed in it is the person and the workspace, whatever the address; else it is the address. */
function holdersOf(request: Request): readonly [Part, ...Part[]] {
  const { session } = exchangeOf(request);
  if (!session) return [{ name: `address:${addressKey(request.ip)}`, ...OF_ADDRESS }];
  return [{ name: `user:${session.user.id}`, ...OF_PERSON }, { name: `workspace:${session.workspace.id}`, ...OF_WORKSPACE }];
}

function refusal(why: 'full' | 'greedy' | 'aborted'): Error {
  if (why === 'aborted') return new TimedOutError();
  if (why === 'full') {
    requestsShed.inc();
    return new OverloadedError();
  }
  rateLimited.inc({ policy: 'atOnce' });
  return new TooManyAtOnceError();
}
