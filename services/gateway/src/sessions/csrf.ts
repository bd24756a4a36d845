import { createHash, timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';
import { InvalidCsrfTokenError } from '../http/http.errors.js';

/** Derived from the session token, which no other site can read: every process knows it, and nothing has to be kept. */
export function csrfTokenOf(sessionToken: string): string {
  return createHash('sha256').update(`csrf:${sessionToken}`).digest('base64url');
}

export function checkCsrfToken(request: Request, expected: string): void {
  const given = Buffer.from(request.get('x-csrf-token') ?? '');
  const wanted = Buffer.from(expected);
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) throw new InvalidCsrfTokenError();
}
