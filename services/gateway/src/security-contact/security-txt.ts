import type { RequestHandler } from 'express';

const PATH = '/.well-known/security.txt';
const DAY_MS = 86_400_000;
/** RFC 9116 advises less than a year: whoever reads it later asks again. */
const VALID_DAYS = 180;

interface Contact {
  SECURITY_CONTACT?: string | undefined;
  PUBLIC_URL: string;
}

/** Tells who finds a weakness whom to tell (RFC 9116). */
export function securityTxt({ SECURITY_CONTACT, PUBLIC_URL }: Contact): RequestHandler {
  return (request, response, next) => {
    if (SECURITY_CONTACT === undefined || request.path !== PATH || (request.method !== 'GET' && request.method !== 'HEAD')) return next();
    response.set('Cache-Control', 'no-cache').type('text/plain').send(textOf(SECURITY_CONTACT, PUBLIC_URL, new Date()));
  };
}

/** Until the same midnight for a whole day, so that two gateways say the same. */
export function textOf(contact: string, publicUrl: string, now: Date): string {
  const expires = new Date((Math.floor(now.getTime() / DAY_MS) + VALID_DAYS) * DAY_MS);
  return [`Contact: ${contact}`, `Expires: ${expires.toISOString()}`, 'Preferred-Languages: en, de', `Canonical: ${new URL(PATH, publicUrl).href}`, ''].join('\n');
}
