import type { ServiceDefinition } from '@grpc/grpc-js';
import type { DynamicModule, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { MicroserviceOptions } from '@nestjs/microservices';
import { type Database, IdempotencyInterceptor } from '../database/index.js';
import { drainGrpc } from '../lifecycle/drain.js';
import { type Logger, NestLogger } from '../logging/index.js';
import { CallInterceptor } from './call-interceptor.js';
import { GrpcErrorFilter } from './error-filter.js';
import { boundPort, grpcServer, WORK } from './server-options.js';
import type { TokenVerifier } from './token-verifier.js';

export interface GrpcAppOptions {
  /** Name of the service, as errors tell it. */
  service: string;
  /** host:port; port 0 takes a free one. */
  bind: string;
  module: Type | DynamicModule;
  services: readonly ServiceDefinition[];
  tokens: TokenVerifier;
  database: Database;
  logger: Logger;
}

/** A running gRPC server. It answers "not serving" to health checks until it is told otherwise. */
export interface GrpcApp {
  port: number;
  setServing(serving: boolean): void;
  /** What it answers to those who ask whether people can work. */
  setWorking(working: boolean): void;
  /** Calls in flight may end; the rest is cut after `graceMs`. */
  close(graceMs: number): Promise<void>;
}

/** Serves a module's rpcs: every call authenticated, measured, run once per idempotency key, its errors put on the wire. */
export async function startGrpcApp({ service, bind, module, services, tokens, database, logger }: GrpcAppOptions): Promise<GrpcApp> {
  const { options, health, server } = grpcServer({ bind, services });
  const app = await NestFactory.createMicroservice<MicroserviceOptions>(module, { ...options, logger: new NestLogger(logger), abortOnError: false });
  app.useGlobalInterceptors(new CallInterceptor(service, tokens, logger), new IdempotencyInterceptor(database));
  app.useGlobalFilters(new GrpcErrorFilter());
  await app.listen();
  return {
    port: boundPort(server()),
    setServing: (serving) => {
      for (const name of ['', 'readiness']) health.setStatus(name, serving ? 'SERVING' : 'NOT_SERVING');
    },
    setWorking: (working) => health.setStatus(WORK, working ? 'SERVING' : 'NOT_SERVING'),
    close: async (graceMs) => {
      await drainGrpc(server(), graceMs);
      await app.close();
    },
  };
}
