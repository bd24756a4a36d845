import type { ServiceContext } from '@crm-vision/common/lifecycle';
import type { NestExpressApplication } from '@nestjs/platform-express';
import compression from 'compression';
import type { NextFunction, Request, Response } from 'express';
import { type GatewayConfig, isHttps } from '../config.js';
import { docs } from '../docs/docs.js';
import { securityTxt } from '../security-contact/security-txt.js';
import { sessionCookieName } from '../sessions/session-cookie.js';
import { webApp } from '../web-app/web-app.js';
import { checkUrl } from './body.js';
import { beginExchange, enterCall } from './exchange.js';
import { oneAtATime } from './one-at-a-time.js';
import type { ProblemFilter } from './problem.filter.js';
import { sayGoodbye } from './say-goodbye.js';
import { securityHeaders } from './security-headers.js';

const CORS = {
  credentials: true,
  methods: ['GET', 'HEAD', 'POST', 'PATCH', 'PUT', 'DELETE'],
  allowedHeaders: ['Content-Type', 'X-CSRF-Token', 'X-Workspace-Id', 'X-Request-Id', 'Idempotency-Key', 'Last-Event-ID'],
  exposedHeaders: ['Change-Set-Id', 'Location', 'RateLimit', 'RateLimit-Policy', 'Retry-After', 'X-Request-Id'],
  maxAge: 600,
};

/** What every request passes before it reaches a handler, in this order. */
export function buildPipeline(app: NestExpressApplication, config: GatewayConfig, { logger, health }: Pick<ServiceContext, 'logger' | 'health'>, problems: ProblemFilter): void {
  app.disable('x-powered-by');
  // Files have a tag of their own; answers of the API are never kept, so that hashing them would be for nothing.
  app.set('etag', () => undefined);
  app.set('trust proxy', config.TRUSTED_PROXY_HOPS);
  app.use(oneAtATime);
  app.use(beginExchange(logger, config.REQUEST_DEADLINE_MS));
  app.use(sayGoodbye(health));
  app.use(securityHeaders(isHttps(config)));
  if (config.CORS_ORIGINS.length > 0) app.enableCors({ ...CORS, origin: config.CORS_ORIGINS });
  app.use(compression());
  app.use(checkUrl);
  app.use(securityTxt(config));
  if (config.WEB_ROOT) app.use(webApp(config.WEB_ROOT));
  app.use(docs({ release: config.RELEASE, cookieName: sessionCookieName(isHttps(config)) }));
  app.use(enterCall);
  app.use((error: unknown, request: Request, response: Response, _next: NextFunction) => problems.send(error, request, response));
}
