import type { RequestHandler } from 'express';
import { requestsInFlight, requestsShed } from '../metrics.js';
import { OverloadedError } from './http.errors.js';

/** Turns requests away early when too many are being served: a short "try again" instead of a queue of seconds. Streams do not count: they wait, and have their own limit. */
export function shedLoad(max: number, streamPath: string): RequestHandler {
  let inFlight = 0;
  return (request, response, next) => {
    if (request.path === streamPath) return next();
    if (inFlight >= max) {
      requestsShed.inc();
      return next(new OverloadedError());
    }
    inFlight += 1;
    requestsInFlight.set(inFlight);
    response.once('close', () => {
      inFlight -= 1;
      requestsInFlight.set(inFlight);
    });
    next();
  };
}
