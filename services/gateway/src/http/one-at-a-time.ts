import type { NextFunction, Request, Response } from 'express';
import type { Socket } from 'node:net';

const lastOf = new WeakMap<Socket, Promise<unknown>>();

/**
 * Requests that come on one connection before the one ahead is answered (pipelining) wait for it: their answers leave in that order anyway, and who reads none
 * has none but the first worked at, and those behind it end with the connection. No browser and no edge sends so.
 */
export function oneAtATime(request: Request, response: Response, next: NextFunction): void {
  const ahead = lastOf.get(request.socket);
  lastOf.set(request.socket, new Promise((resolve) => response.once('close', resolve)));
  if (!ahead) return next();
  void ahead.then(() => {
    if (!request.socket.destroyed) next();
  });
}
