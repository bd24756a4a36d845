import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestHandler } from 'express';
import helmet from 'helmet';

const YEAR_SECONDS = 31_536_000;
const PERMISSIONS = [
  'accelerometer', 'camera', 'display-capture', 'geolocation', 'gyroscope', 'magnetometer', 'microphone', 'midi', 'payment', 'usb', 'browsing-topics',
].map((feature) => `${feature}=()`).join(', ');

/** On every answer, errors and files included. No inline script, no other origin, no frame. They depend on no request, so helmet is asked once. */
export function securityHeaders(https: boolean): RequestHandler {
  const headers = Object.entries(securityHeaderValues(https));
  return (_request, response, next) => {
    for (const [name, value] of headers) response.setHeader(name, value);
    next();
  };
}

/** By name. */
export function securityHeaderValues(https: boolean): Record<string, string> {
  const headers: Record<string, string> = { 'Permissions-Policy': PERMISSIONS };
  const recorder = { setHeader: (name: string, value: string) => void (headers[name] = value), removeHeader: () => undefined };
  headersOf(https)({} as IncomingMessage, recorder as unknown as ServerResponse, (error) => {
    if (error) throw error as Error;
  });
  return headers;
}

function headersOf(https: boolean): ReturnType<typeof helmet> {
  const self = ["'self'"];
  const none = ["'none'"];
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: none, scriptSrc: self, styleSrc: self, fontSrc: self, connectSrc: self, manifestSrc: self, workerSrc: self, formAction: self,
        imgSrc: ["'self'", 'data:', 'blob:'],
        baseUri: none, objectSrc: none, frameAncestors: none, frameSrc: none,
        ...(https && { upgradeInsecureRequests: [] }),
      },
    },
    strictTransportSecurity: https ? { maxAge: YEAR_SECONDS, includeSubDomains: true } : false,
    xFrameOptions: { action: 'deny' },
    referrerPolicy: { policy: 'same-origin' },
  });
}
