import type { RequestHandler } from 'express';
import helmet from 'helmet';

const YEAR_SECONDS = 31_536_000;
const PERMISSIONS = [
  'accelerometer', 'camera', 'display-capture', 'geolocation', 'gyroscope', 'magnetometer', 'microphone', 'midi', 'payment', 'usb', 'browsing-topics',
].map((feature) => `${feature}=()`).join(', ');

/** On every answer, errors and files included. No inline script, no other origin, no frame. */
export function securityHeaders(https: boolean): RequestHandler[] {
  const self = ["'self'"];
  const none = ["'none'"];
  return [
    helmet({
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
    }),
    (_request, response, next) => {
      response.setHeader('Permissions-Policy', PERMISSIONS);
      next();
    },
  ];
}
