import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { GrpcChannel } from '@crm-vision/common/grpc-client';
import { Health, redisCheck } from '@crm-vision/common/health';
import { drainHttp, type ServiceContext } from '@crm-vision/common/lifecycle';
import { NestLogger } from '@crm-vision/common/logging';
import { createRedis, firstAttempt, type Redis } from '@crm-vision/common/redis';
import type { Provider } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AppModule } from './app.module.js';
import { Auth, authServices, Crm, crmServices } from './clients.js';
import { type GatewayConfig, isHttps } from './config.js';
import { EventStreams } from './events/event-streams.js';
import { publishedChange } from './events/published-change.js';
import { noMessages, type RedisMessages, redisMessages } from './events/redis-messages.js';
import { RELEASE } from './health/health.controller.js';
import { upstreamCheck } from './health/upstream-check.js';
import { bodyReader } from './http/body.js';
import { answerClientErrors } from './http/client-errors.js';
import { Gatekeeper } from './http/gatekeeper.js';
import { LoadShedding } from './http/load-shedding.js';
import { Origins } from './http/origins.js';
import { buildPipeline } from './http/pipeline.js';
import { ProblemFilter } from './http/problem.filter.js';
import { Limits } from './limits/limits.js';
import { RateLimiter, ratePolicies } from './limits/rate-limiter.js';
import { revocation, SessionCache } from './sessions/session-cache.js';
import { sharedResolve } from './sessions/shared-resolve.js';
import { SessionCookie } from './sessions/session-cookie.js';
import { SignInCookies } from './sessions/sign-in-cookies.js';

const CHANGES = 'crm-vision:changes';
const SESSIONS_REVOKED = 'crm-vision:sessions-revoked';

const MAX_CALL_MS = 30_000;

/** Longer than the 60 s for which proxies in front keep connections, so that they never use one that is just being closed. */
const KEEP_ALIVE_MS = 65_000;

/** From the first byte of a request to the last of its headers, and to the last of its body. */
const HEADERS_MS = 10_000;
const REQUEST_MS = 30_000;

/** Connects, listens, and says how to stop again. */
export async function startGateway(config: GatewayConfig, context: ServiceContext): Promise<{ httpPort: number }> {
  const { logger, shutdown } = context;
  const { auth, crm } = connect(config, context);
  const cookie = new SessionCookie(isHttps(config));
  const sessions = new SessionCache(sharedResolve(auth.sessions), config.SESSION_CACHE_MS);
  const streams = new EventStreams({
    perUserMax: config.EVENT_STREAMS_PER_USER_MAX, heartbeatMs: config.EVENT_HEARTBEAT_MS, recheck: (token, workspaceId) => sessions.find(token, workspaceId),
  });
  const redis = limitsRedis(config, context);
  const messages = listenToOthers(config, context, sessions, streams);
  const limits = new Limits(new RateLimiter(redis), ratePolicies(config));
  const problems = new ProblemFilter(logger, cookie, limits);
  const providers = [[Auth, auth], [Crm, crm], [SessionCookie, cookie], [SignInCookies, new SignInCookies(cookie, isHttps(config))], [SessionCache, sessions], [EventStreams, streams], [Health, context.health], [RELEASE, config.RELEASE]] as const;
  const module = AppModule.with(providers.map(([provide, useValue]): Provider => ({ provide, useValue })));
  const app = await NestFactory.create<NestExpressApplication>(module, { bodyParser: false, logger: new NestLogger(logger), abortOnError: false });
  buildPipeline(app, config, context, problems);
  app.useGlobalFilters(problems);
  const load = new LoadShedding(config.REQUESTS_IN_FLIGHT_MAX, config.REQUEST_DEADLINE_MS);
  app.useGlobalInterceptors(load);
  app.useGlobalGuards(new Gatekeeper({
    sessions, cookie, limits, clients: { auth, crm },
    origins: new Origins(config.PUBLIC_URL, config.CORS_ORIGINS), bodyOf: bodyReader(config.BODY_LIMIT_BYTES), load,
    deadlineMs: config.REQUEST_DEADLINE_MS,
  }));
  await Promise.all([redis && firstAttempt(redis), messages.firstAttempt()]);
  const server = await listen(app, config);
  shutdown.on('accepting', () => {
    streams.endAll();
    return drainHttp(server, config.SHUTDOWN_GRACE_SECONDS * 1000);
  });
  return { httpPort: (server.address() as AddressInfo).port };
}

function connect(config: GatewayConfig, { health, shutdown }: ServiceContext): { auth: Auth; crm: Crm } {
  // A call may take as long as the request that it serves.
  const options = { deadlineMs: MAX_CALL_MS, passIdempotencyKey: true };
  const channels = {
    auth: new GrpcChannel({ url: config.AUTH_GRPC_URL, services: authServices, ...options }),
    crm: new GrpcChannel({ url: config.CRM_GRPC_URL, services: crmServices, ...options }),
  };
  for (const [name, channel] of Object.entries(channels)) {
    health.add(upstreamCheck(name, channel));
    shutdown.on('connections', () => Promise.resolve(channel.close()));
  }
  return { auth: new Auth(channels.auth), crm: new Crm(channels.crm) };
}

function limitsRedis({ REDIS_URL }: GatewayConfig, { logger, health, shutdown }: ServiceContext): Redis | undefined {
  if (!REDIS_URL) return undefined;
  const redis = createRedis(REDIS_URL, logger);
  health.add(redisCheck(redis));
  shutdown.on('connections', () => Promise.resolve(redis.disconnect()));
  return redis;
}

function listenToOthers({ REDIS_URL }: GatewayConfig, { logger, shutdown }: ServiceContext, sessions: SessionCache, streams: EventStreams): RedisMessages {
  const messages = REDIS_URL ? redisMessages(REDIS_URL, logger) : noMessages;
  messages.on(CHANGES, publishedChange, (change) => streams.publish(change));
  messages.on(SESSIONS_REVOKED, revocation, (revoked) => {
    sessions.drop(revoked);
    void streams.revoke(revoked);
  });
  messages.onLive((live) => streams.setLive(live));
  shutdown.on('connections', () => Promise.resolve(messages.close()));
  return messages;
}

async function listen(app: NestExpressApplication, { HTTP_HOST, HTTP_PORT }: GatewayConfig): Promise<Server> {
  const server = app.getHttpServer();
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  server.headersTimeout = HEADERS_MS;
  server.requestTimeout = REQUEST_MS;
  // Node looks every half minute by itself, and reads this when it begins to listen.
  Object.assign(server, { connectionsCheckingInterval: 1000 });
  answerClientErrors(server);
  await app.listen(HTTP_PORT, HTTP_HOST);
  return server;
}
