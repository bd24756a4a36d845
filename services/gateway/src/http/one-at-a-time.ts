import type { NextFunction, Request, Response } from 'express';
import type { Socket } from 'node:net';

const lastOf = new WeakMap<Socket, Promise<unknown>>();

/**
 * Requests that come on one connection before the one ahead is answered (pipelining) wait for it: their answers leave in that order anyway, and who reads none
 * has none but the first worked at. No browser and no edge sends so.
 */
export function oneAtATime(request: Request, response: Response, next: NextFunction): void {
  const ahead = lastOf.get(request.socket);
  lastOf.set(request.socket, new Promise((resolve) => response.once('close', resolve)));
  if (ahead) void ahead.then(() => next());
  else next();
}
